package dump

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
	directory "github.com/stemma-news/stemma/internal/outlet"
)

// The tables of what pages print, sorted, one item a line. Those of pairs have
// a tab between what is printed, in small letters, and what it means.
//
//go:embed data/*.txt
var data embed.FS

var (
	agencies  = pairs("agencies")
	languages = pairs("languages")
	places    = items("places")
	slugs     = set("slugs")
	relateds  = items("related")
	sources   = items("sources")
	bylines   = rawItems("bylines")
	promos    = phrases("promos")
	noticed   = phrases("notices")
	captions  = items("captions")
	adverts   = set("adverts")
	taglines  = phrases("taglines")
	remarks   = items("comments")
	endings   = items("endings")
	previews  = set("previews")
	listHeads = set("lists")
	dateWords = set("datewords")
	releases  = items("releases")
	labeled   = set("labeled")

	releaseSigns = items("releasesigns")

	summaryHeads = set("summaries")
	stops        = pairs("stopwords")
	placeSet     = lowSet(places)
	countries    = lowSet(items("countries"))
)

func rawItems(name string) []string {
	b, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
}

func items(name string) []string {
	out := rawItems(name)
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}

func set(name string) map[string]bool {
	m := map[string]bool{}
	for _, s := range items(name) {
		m[s] = true
	}
	return m
}

func lowSet(ss []string) map[string]bool {
	m := map[string]bool{}
	for _, s := range ss {
		m[strings.ToLower(s)] = true
	}
	return m
}

func pairs(name string) map[string]string {
	m := map[string]string{}
	for _, s := range items(name) {
		k, v, ok := strings.Cut(s, "\t")
		if !ok {
			panic("internal error: bad line in " + name + ".txt: " + s)
		}
		m[k] = v
	}
	return m
}

// agency returns the name of the news agency that s names. Short names must be
// in capitals, or as the table has them: "AP", not "ap"; "dpa".
func agency(s string) (string, bool) {
	s = strings.Trim(s, block.Space+".,;:()[]©-–—*")
	name, ok := agencies[strings.ToLower(s)]
	if o, known := directory.Lookup(s); !ok && known && o.Kind == directory.Agency {
		name, ok = o.Name, true
	}
	if !ok || utf8.RuneCountInString(s) <= 5 && s == strings.ToLower(s) && strings.ContainsFunc(s, unicode.IsLower) && s != name {
		return "", false
	}
	return name, true
}

// named returns the name of the outlet or agency that s names. A name that is
// a word of its own ("Time", "Index") must begin with a capital.
func named(s string) (string, bool) {
	s = strings.Trim(s, block.Space+".,;:()[]©|-–—")
	low := strings.ToLower(s)
	if s == low && isASCII(s) && !strings.Contains(s, ".") {
		return "", false
	}
	if o, ok := directory.Lookup(s); ok {
		return o.Name, true
	}
	if strings.Contains(s, ".") && !strings.Contains(s, " ") {
		if o, ok := directory.ByHost(strings.TrimPrefix(low, "www.")); ok {
			return o.Name, true
		}
	}
	return "", false
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 128 {
			return false
		}
	}
	return true
}

// squash is s in small letters without spaces, marks and a leading "the", to
// compare a masthead with a name: "TheDailyHarbour" and "Daily Harbour".
func squash(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
	return strings.TrimPrefix(s, "the")
}

// prefixed returns which of the prefixes s begins with, "" for none; case does
// not count. A prefix that ends in a letter must end a word.
func prefixed(s string, prefixes []string) string {
	low := strings.ToLower(head(s, 120))
	best := ""
	for _, p := range prefixes {
		if len(p) > len(best) && strings.HasPrefix(low, p) && ends(low, p) {
			best = p
		}
	}
	return best
}

func ends(low, p string) bool {
	last, _ := utf8.DecodeLastRuneInString(p)
	if !unicode.IsLetter(last) || last >= 0x2E80 {
		return true
	}
	next, _ := utf8.DecodeRuneInString(low[len(p):])
	return len(low) == len(p) || !unicode.IsLetter(next)
}

// contains returns which of the phrases stands in s, "" for none.
func contains(s string, phrases []string) string {
	low := strings.ToLower(s)
	for _, p := range phrases {
		if stands(low, p) {
			return p
		}
	}
	return ""
}

// stands reports whether p stands in s where it does so first, as words.
func stands(s, p string) bool {
	i := strings.Index(s, p)
	return i >= 0 && (i == 0 || !letterBefore(s, i) || p[0] >= 128) && ends(s[i:], p)
}

// phrase is one of many that are looked for in each line.
type phrase struct {
	text  string
	pairs bytePairs
}

// bytePairs has a bit for each two bytes that stand beside each other, shared by
// 128 such pairs. A line has no phrase of which it has not all bits, which is
// most of them.
type bytePairs [512 / 64]uint64

func pairsOf(s string) (p bytePairs) {
	for i := 1; i < len(s); i++ {
		k := (uint(s[i-1])*29 + uint(s[i])) % 512
		p[k/64] |= 1 << (k % 64)
	}
	return p
}

func phrases(name string) []phrase {
	var out []phrase
	for _, s := range items(name) {
		out = append(out, phrase{s, pairsOf(s)})
	}
	return out
}

// containsOne is contains for many phrases.
func containsOne(s string, of []phrase) string {
	low := strings.ToLower(s)
	has := pairsOf(low)
next:
	for i := range of {
		for k, p := range of[i].pairs {
			if p&^has[k] != 0 {
				continue next
			}
		}
		if stands(low, of[i].text) {
			return of[i].text
		}
	}
	return ""
}

func letterBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.IsLetter(r)
}

// head is the first n bytes of s, cut at a character.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
