package lang

import "strings"

// How far a dateline reaches.
const (
	datelineWords = 20
	datelineBytes = 100
)

// datelineSmall are the small words of the names of places.
var datelineSmall = map[string]bool{"of": true, "de": true, "la": true, "del": true, "al": true, "el": true, "da": true, "do": true, "dos": true, "du": true, "and": true, "the": true, "upon": true}

// dateline returns the word with which the story begins behind the place, day
// and agency that stand before it in a paragraph of words from to to; from where
// nothing does. They are a sentence of their own, for the subject of what follows
// is not the town:
//
//	LIMA, Sept 3 (Reuters) - | Police arrested ...
//	MOSCOW, June 23. /TASS/. | Police arrested ...
//	Bamako – | Police arrested ...
func (b *bounder) dateline(from, to int) int {
	end := min(to-1, from+datelineWords)
	capitals := b.kind[from] == ofCapitals && b.spans[from].End-b.spans[from].Start > 2
	place := b.place(from)
	closed, bar := -1, -1 // the last bracket closed, the last bar
	for i := from; i < end && b.spans[i].End-b.spans[from].Start < datelineBytes; i++ {
		w := b.text[b.spans[i].Start:b.spans[i].End]
		mark := false
		switch b.kind[i] {
		case ofSmall:
			if !datelineSmall[w] {
				end = i
				continue
			}
		case ofBang, ofQuote, ofDots:
			return from
		case ofClose:
			closed = i
			// "LISBON (AP) Dockers said"
			mark = capitals && b.kindAt(i-2) == ofOpen && b.kindAt(i-1) == ofCapitals && b.kind[i+1] == ofCapital
		case ofDash:
			spaced := i > from && b.spans[i-1].End < b.spans[i].Start || strings.Contains(w, "—") || len(w) > 1 && w[0] == '-'
			if !spaced {
				continue
			}
			if mark = capitals || closed == i-1 || place && i-from < 6 && b.calm(from, i); !mark {
				return from
			}
		case ofColon:
			if mark = capitals && place || closed == i-1 && (capitals || place); !mark {
				return from
			}
		default:
			switch {
			case w == "|":
				bar = i
			case strings.HasSuffix(w, "/") && i > from+1 && (capitals || place) && b.wire(i): // "/TASS/."
				if i+1 < to && b.kind[i+1] == ofStop {
					i++
				}
				mark = true
			}
		}
		if mark {
			return b.after(from, i+1, to)
		}
	}
	if bar > from && (capitals || place) {
		return b.after(from, bar+1, to)
	}
	return from
}

// place reports whether word i is that of a town or a country.
func (b *bounder) place(i int) bool {
	return b.ts[i].caps && flagsOf()[b.ts[i].key]&(isTown|isCountry) != 0
}

// calm reports whether words from to to are names and commas alone.
func (b *bounder) calm(from, to int) bool {
	for i := from; i < to; i++ {
		if k := b.kind[i]; k != ofCapital && k != ofCapitals && k != ofComma {
			return false
		}
	}
	return true
}

// wire reports whether the stroke that word i ends closes a name: "/TASS/",
// "/ TASS /".
func (b *bounder) wire(i int) bool {
	for k := i; k > i-4 && k >= b.from; k-- {
		w := b.text[b.spans[k].Start:b.spans[k].End]
		if w[0] == '/' && (k < i || len(w) > 2) {
			return true
		}
	}
	return false
}

// after is i, where a story can begin with word i; from where it goes on in a
// small letter, or where all is in capitals, as headings are.
func (b *bounder) after(from, i, to int) int {
	if i >= to || b.kind[i] == ofSmall || i+1 < to && b.kind[i] == ofCapitals && b.kind[i+1] == ofCapitals {
		return from
	}
	return i
}
