package dump

import (
	"sort"
	"strings"
	"unicode"
)

// stopSets are the commonest words of some languages, in order of their codes.
var stopSets = func() (out []struct {
	code  string
	words map[string]bool
}) {
	for code, ws := range stops {
		m := map[string]bool{}
		for _, w := range strings.Fields(ws) {
			m[w] = true
		}
		out = append(out, struct {
			code  string
			words map[string]bool
		}{code, m})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].code < out[j].code })
	return out
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
	best, most, second := "", 0, 0
	for _, l := range stopSets {
		n := 0
		for _, w := range words {
			if l.words[w] {
				n++
			}
		}
		if n > most {
			best, most, second = l.code, n, most
		} else if n > second {
			second = n
		}
	}
	if most*14 < len(words) || most == second || len(words) < 4 {
		return ""
	}
	return best
}
