package extract

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed languages.txt
var languagesFile string

// profile is the frequent words of every language, each with the languages
// that share it.
var profile = sync.OnceValue(func() map[string][]string { return readProfile(languagesFile) })

func readProfile(file string) map[string][]string {
	words := map[string][]string{}
	for _, line := range strings.Split(file, "\n") {
		lang, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(list) {
			if n := len(words[w]); n == 0 || words[w][n-1] != lang {
				words[w] = append(words[w], lang)
			}
		}
	}
	return words
}

// scripts that are written by one language of the news, or nearly so.
var scripts = []struct {
	table *unicode.RangeTable
	lang  string
}{
	{unicode.Latin, "latin"}, {unicode.Cyrillic, "cyrillic"}, {unicode.Arabic, "arabic"}, {unicode.Devanagari, "devanagari"},
	{unicode.Han, "zh"}, {unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Hangul, "ko"},
	{unicode.Thai, "th"}, {unicode.Lao, "lo"}, {unicode.Khmer, "km"}, {unicode.Myanmar, "my"}, {unicode.Tibetan, "bo"},
	{unicode.Greek, "el"}, {unicode.Hebrew, "he"}, {unicode.Armenian, "hy"}, {unicode.Georgian, "ka"},
	{unicode.Bengali, "bn"}, {unicode.Gurmukhi, "pa"}, {unicode.Gujarati, "gu"}, {unicode.Oriya, "or"}, {unicode.Tamil, "ta"},
	{unicode.Telugu, "te"}, {unicode.Kannada, "kn"}, {unicode.Malayalam, "ml"}, {unicode.Sinhala, "si"},
	{unicode.Ethiopic, "am"}, {unicode.Thaana, "dv"}, {unicode.Syriac, "syr"}, {unicode.Mongolian, "mn-Mong"},
}

// identifyBytes is how much of a text is looked at.
const identifyBytes = 1 << 15

// Language identifies the language of a text as a BCP 47 tag, "" where the
// text is too short to tell: by its script, and among the languages of one
// script by their most frequent words. Scripts without spaces need no words.
func Language(text string) string {
	if len(text) > identifyBytes {
		end := identifyBytes
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end]
	}
	count := map[string]int{}
	total, ascii := 0, 0
	for _, r := range text {
		if r < utf8.RuneSelf {
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				ascii++
			}
			continue
		}
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				count[s.lang]++
				total++
				break
			}
		}
	}
	count["latin"] += ascii
	total += ascii
	// A letter of Han or kana says about what two of an alphabet say.
	best := ""
	for _, s := range scripts {
		if count[s.lang] > count[best] {
			best = s.lang
		}
	}
	if k := count["ja"]; k > 0 && k*20 > count["zh"]+k && (k+count["zh"])*2 >= count[best] {
		return "ja"
	}
	if han := count["zh"]; han*2 > count[best] && best == "latin" {
		best = "zh"
	}
	switch best {
	case "":
		return ""
	case "latin", "cyrillic", "arabic", "devanagari":
		if total < 12 {
			return ""
		}
		return byWords(text)
	case "zh":
		return chinese(text)
	}
	return best
}

// traditional and simplified forms of frequent letters.
const (
	traditional = "這個來為國時會過說對學後開關發問還體與電將長話無實東馬門聽見經濟報導總統議員選舉應"
	simplified  = "这个来为国时会过说对学后开关发问还体与电将长话无实东马门听见经济报导总统议员选举应"
)

func chinese(text string) string {
	t, s := 0, 0
	for _, r := range text {
		if r < 0x4e00 {
			continue
		}
		inT, inS := strings.ContainsRune(traditional, r), strings.ContainsRune(simplified, r)
		if inT && !inS {
			t++
		} else if inS && !inT {
			s++
		}
	}
	if t > s {
		return "zh-Hant"
	}
	return "zh"
}

// byWords scores the languages of a script by their frequent words: a word
// that few languages share weighs more.
func byWords(text string) string {
	score := map[string]float64{}
	words, known := 0, 0
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		words++
		langs := profile()[w]
		if len(langs) > 0 {
			known++
		}
		for _, l := range langs {
			score[l] += 1 / (1 + float64(len(langs)))
		}
	}
	langs := make([]string, 0, len(score))
	for l := range score {
		langs = append(langs, l)
	}
	sort.Slice(langs, func(i, j int) bool {
		if score[langs[i]] != score[langs[j]] {
			return score[langs[i]] > score[langs[j]]
		}
		return langs[i] < langs[j]
	})
	if len(langs) == 0 || known*25 < words {
		return ""
	}
	if len(langs) > 1 && words < 8 && score[langs[0]] < 1.3*score[langs[1]] {
		return ""
	}
	return langs[0]
}
