package text

import (
	_ "embed"
	"strings"
)

//go:embed abbreviations.txt
var abbreviationsText string

//go:embed prefixes.txt
var prefixesText string

//go:embed starters.txt
var startersText string

//go:embed sayings.txt
var sayingsText string

// abbreviation is one line of abbreviations.txt.
type abbreviation struct {
	kind byte // 't', 'n', 'm', 'o' or 'c'
	word bool // it is an ordinary word as well: "no.", "sat."
}

var (
	abbreviations = readAbbreviations(abbreviationsText)
	prefixes      = readSet(prefixesText)
	starters      = readSet(startersText)
	sayings       = readSet(sayingsText)
	months        = readSet("January February March April May June July August September October November December " +
		"Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
)

func readSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// readAbbreviations reads lines of a word without its full stop, its kind, and
// "word" where it is an ordinary word too.
func readAbbreviations(s string) map[string]abbreviation {
	out := map[string]abbreviation{}
	for line := range strings.Lines(s) {
		f := strings.Fields(line)
		if len(f) >= 2 {
			out[f[0]] = abbreviation{kind: f[1][0], word: len(f) > 2}
		}
	}
	return out
}
