package entity

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// country is one line of countries.txt.
type country struct {
	code, name string // ISO 3166 alpha-3, English name
	adjectives []string
	people     []string // where they differ from the adjective: "Spaniard"
	also       []string
	capitals   []string
	seats      []string // buildings that speak: "Kremlin"
}

// known is what the table says of one name.
type known struct {
	country string
	what    string // "country", "adjective", "capital", "seat", "body"
}

//go:embed countries.txt
var countriesText string

//go:embed titles.txt
var titlesText string

//go:embed rolenouns.txt
var roleNounsText string

//go:embed orgwords.txt
var orgWordsText string

// bodiesText are companies and bodies known the world over by a name that says
// nothing of what they are.
//
//go:embed bodies.txt
var bodiesText string

// epithetsText are words that praise or blame who is named after them and are
// no part of the name.
//
//go:embed epithets.txt
var epithetsText string

var epithets = set(epithetsText)

//go:embed commonwords.txt
var commonText string

//go:embed nicknames.txt
var nicknamesText string

// givenText holds given names that men alone, or women alone, bear in nearly all
// the world: births in the United States up to 1995 (Social Security
// Administration, public domain), with additions.
//
//go:embed givennames.txt
var givenText string

// given tells "he" or "she" of given names, folded.
var given = sync.OnceValue(func() map[string]string { return pairs(givenText) })

// formal are given names by their short forms: "bob" -> "robert".
var formal = sync.OnceValue(func() map[string]string { return pairs(nicknamesText) })

// pairs reads lines of a word and what it is: "bob|robert".
func pairs(s string) map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		k, v, ok := strings.Cut(line, "|")
		if !ok {
			panic("internal error: no pair: " + line)
		}
		m[k] = v
	}
	return m
}

type tables struct {
	countries map[string]country
	names     map[string]known // as printed, "the" left out
	longest   int              // words of the longest name
	titles    map[string]bool  // lower case, up to three words
	roles     map[string]bool
	orgs      map[string]bool
	common    map[string]bool
}

var load = sync.OnceValue(func() *tables {
	t := &tables{countries: map[string]country{}, names: map[string]known{}, titles: set(titlesText), roles: set(roleNounsText), orgs: set(orgWordsText), common: set(commonText)}
	for _, line := range strings.Split(strings.TrimSpace(countriesText), "\n") {
		f := strings.Split(line, "|")
		if len(f) != 7 {
			panic("internal error: countries.txt: " + line)
		}
		c := country{code: f[0], name: f[1], adjectives: list(f[2]), people: list(f[3]), also: list(f[4]), capitals: list(f[5]), seats: list(f[6])}
		t.countries[c.code] = c
		t.put(c.code, "country", append([]string{c.name}, c.also...)...)
		t.put(c.code, "adjective", c.adjectives...)
		for _, p := range append(c.adjectives, c.people...) {
			if !strings.HasSuffix(p, "s") && !strings.HasSuffix(p, "sh") && !strings.HasSuffix(p, "ch") && !strings.HasSuffix(p, "ese") {
				t.put(c.code, "adjective", p+"s")
			}
		}
		t.put(c.code, "adjective", c.people...)
		t.put(c.code, "capital", c.capitals...)
		t.put(c.code, "seat", c.seats...)
	}
	t.put("", "body", strings.Split(strings.TrimSpace(bodiesText), "\n")...)
	return t
})

func (t *tables) put(code, what string, names ...string) {
	for _, n := range names {
		n = strings.TrimPrefix(n, "The ")
		if _, ok := t.names[n]; !ok {
			t.names[n] = known{code, what}
			t.longest = max(t.longest, strings.Count(n, " ")+1)
		}
	}
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ";")
}

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		m[line] = true
	}
	return m
}

// anyOf reports whether one of the words of s is in a set.
func anyOf(s string, of map[string]bool) bool {
	return slices.ContainsFunc(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == ',' }), func(w string) bool { return of[w] })
}

// CountryName returns the English name of an ISO 3166 alpha-3 code, "" where
// the table has none.
func CountryName(code string) string { return load().countries[code].name }
