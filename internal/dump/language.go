package dump

import (
	"slices"
	"sort"
	"strings"
	"unicode"
)

// stopCodes are the languages whose commonest words are known, in order; stopWords
// tells of each such word in which of them it stands.
var stopCodes, stopWords = func() (codes []string, words map[string][]int) {
	for code := range stops {
		codes = append(codes, code)
	}
	sort.Strings(codes)
	words = map[string][]int{}
	for k, code := range codes {
		for _, w := range strings.Fields(stops[code]) {
			if !slices.Contains(words[w], k) {
				words[w] = append(words[w], k)
			}
		}
	}
	return codes, words
}()

// scripts that one language of the news is written in, by far.
var scripts = []struct {
	code  string
	table *unicode.RangeTable
}{
	{"ja", unicode.Hiragana}, {"ja", unicode.Katakana}, {"ko", unicode.Hangul}, {"zh", unicode.Han}, {"th", unicode.Thai}, {"my", unicode.Myanmar},
	{"km", unicode.Khmer}, {"lo", unicode.Lao}, {"el", unicode.Greek}, {"he", unicode.Hebrew}, {"hi", unicode.Devanagari}, {"bn", unicode.Bengali},
	{"ta", unicode.Tamil}, {"te", unicode.Telugu}, {"ka", unicode.Georgian}, {"hy", unicode.Armenian}, {"am", unicode.Ethiopic}, {"si", unicode.Sinhala},
}

// languageOf tells the language of a text by its script, else by its commonest
// words; "" where neither tells.
func languageOf(s string) string {
	s = head(s, 8000)
	count := map[string]int{}
	letters := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < 0x0370 {
			continue
		}
		for _, sc := range scripts {
			if unicode.Is(sc.table, r) {
				count[sc.code]++
				break
			}
		}
	}
	if letters == 0 {
		return ""
	}
	if count["ja"]*12 > letters { // Kana among Han
		return "ja"
	}
	for _, sc := range scripts {
		if count[sc.code]*2 > letters {
			return sc.code
		}
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && !unicode.IsMark(r) })
	found := make([]int, len(stopCodes))
	for _, w := range words {
		for _, k := range stopWords[w] {
			found[k]++
		}
	}
	best, most, second := "", 0, 0
	for k, n := range found {
		if n > most {
			best, most, second = stopCodes[k], n, most
		} else if n > second {
			second = n
		}
	}
	if most*14 < len(words) || most == second || len(words) < 4 {
		return ""
	}
	return best
}
