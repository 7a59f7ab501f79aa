package dump

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
)

// The tables of what pages print, sorted, one item a line. Those of pairs have
// a tab between what is printed, in small letters, and what it means.
//
//go:embed data/*.txt
var data embed.FS

var (
	agencies  = pairs("agencies")
	outlets   = pairs("outlets")
	languages = pairs("languages")
	places    = items("places")
	slugs     = set("slugs")
	relateds  = items("related")
	sources   = items("sources")
	bylines   = rawItems("bylines")
	promos    = items("promos")
	noticed   = items("notices")
	captions  = items("captions")
	stops     = pairs("stopwords")
	placeSet  = lowSet(places)
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
	if !ok && strings.HasPrefix(strings.ToLower(s), "the ") {
		name, ok = agencies[strings.ToLower(s[4:])]
	}
	if !ok || utf8.RuneCountInString(s) <= 5 && hasLower(s) && s != name {
		return "", false
	}
	return name, true
}

func hasLower(s string) bool {
	return strings.ContainsFunc(s, unicode.IsLower) && s == strings.ToLower(s)
}

// outlet returns the name of the outlet that s names.
func outlet(s string) (string, bool) {
	s = strings.Trim(s, block.Space+".,;:()[]©|-–—")
	low := strings.ToLower(s)
	if name, ok := outlets[low]; ok && !ambiguous(s, low) {
		return name, true
	}
	for _, p := range []string{"www.", "the "} {
		if rest, ok := strings.CutPrefix(low, p); ok {
			if name, ok := outlets[rest]; ok && !ambiguous(s, low) {
				return name, true
			}
		}
	}
	return "", false
}

// ambiguous names of outlets are words of their own too: "Time", "Index". They
// count where they are printed as names only, which is for the caller; here
// they must at least begin with a capital.
func ambiguous(s, low string) bool { return s == low && !strings.ContainsAny(s, ".") && isASCII(s) }

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 128 {
			return false
		}
	}
	return true
}

// squash is s in small letters without spaces, marks and a leading "the", to
// compare a masthead with a name: "TheJakartaPost" and "Jakarta Post".
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
		if i := strings.Index(low, p); i >= 0 && (i == 0 || !letterBefore(low, i) || p[0] >= 128) && ends(low[i:], p) {
			return p
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
