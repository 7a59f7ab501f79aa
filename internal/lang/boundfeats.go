package lang

import "strings"

// boundPlaces are the places of words the net of boundaries looks at:
// boundBefore before the gap and as many behind it.
const (
	boundPlaces = 6
	boundBefore = 3
)

// boundSizes are the sizes of its features.
var boundSizes = []int{
	2 * kindsOf * kindsOf, kindsOf * kindsOf, kindsOf, // kinds of words
	32, 32, 32, // marks
	64, 64, // lists
	2 * 16,     // how long the sentence is
	16, 16, 16, // to the paragraph's end and the rules' next; the paragraph
	128, 64, // ways of writing
	2 * kindsOf, 16, // how the sentence began
	16,
	64, // how other paragraphs begin and end
}

var boundBase, boundTotal = bases(boundSizes)

// Kinds of words and marks as boundaries see them.
const (
	ofNone = iota
	ofSmall
	ofCapital
	ofCapitals
	ofNumber
	ofMixed
	ofAddress
	ofStop
	ofBang
	ofDots
	ofComma
	ofColon
	ofDash
	ofClose
	ofOpen
	ofQuote
	ofMark
	kindsOf
)

// markKind is the kind of word w, which looks like l.
func markKind(w string, l *look) uint8 {
	switch {
	case !l.alpha:
		return marksKind(w)
	case len(w) > 5 && (strings.Contains(w, "://") || strings.Contains(w, "www.") || strings.IndexByte(w, '@') > 0):
		return ofAddress
	case !l.upper && !l.digit:
		return ofSmall
	case !l.upper && strings.Trim(w, "0123456789.,:/-") == "":
		return ofNumber
	case l.digit:
		return ofMixed
	case w == strings.ToUpper(w):
		return ofCapitals
	case l.caps:
		return ofCapital
	}
	return ofMixed
}

func marksKind(w string) uint8 {
	switch w[0] {
	case '.':
		if len(w) > 1 {
			return ofDots
		}
		return ofStop
	case '!', '?':
		return ofBang
	case ',', ';':
		return ofComma
	case ':':
		return ofColon
	case '-':
		return ofDash
	case ')', ']', '}', '>':
		return ofClose
	case '(', '[', '{', '<':
		return ofOpen
	case '"', '\'', '`':
		return ofQuote
	}
	switch {
	case strings.HasPrefix(w, "…"):
		return ofDots
	case strings.HasPrefix(w, "–"), strings.HasPrefix(w, "—"):
		return ofDash
	case strings.HasPrefix(w, "“"), strings.HasPrefix(w, "‘"):
		return ofOpen
	case strings.HasPrefix(w, "”"), strings.HasPrefix(w, "’"):
		return ofClose
	}
	return ofMark
}

// input gathers what the net looks at for the gap before word i: the numbers of
// words, -1 for none, and rows.
func (b *bounder) input(words *[boundPlaces]int32, rows []int32, i int) []int32 {
	for p := range words {
		if words[p] = int32(i - boundBefore + p); int(words[p]) < b.from || int(words[p]) >= b.to {
			words[p] = -1
		}
	}
	k := 0
	rows = rows[:0]
	add := func(v uint32) {
		rows = append(rows, boundBase[k]+int32(min(v, uint32(boundSizes[k]-1))))
		k++
	}
	rule, glued := b2u(b.rule[i]), b2u(b.spans[i-1].End == b.spans[i].Start)
	add((rule*kindsOf+b.kindAt(i-1))*kindsOf + b.kindAt(i))
	add(b.kindAt(i)*kindsOf + b.kindAt(i+1))
	add(b.kindAt(i - 2))
	add(b.mark(i - 1))
	add(b.mark(i))
	add(b.mark(i - 2))
	add(b.listed(i-1)<<3 | b.listed(i))
	add(b.listed(i)<<3 | b.listed(i+1))
	add(rule<<4 | bucket(i-b.start))
	add(bucket(b.to - i))
	add(bucket(int(b.next[i]) - i))
	add(bucket(b.to - b.from))
	add((b.style<<2|b.para)<<1 | rule)
	add(b.style<<2 | glued<<1 | rule)
	add(rule*kindsOf + b.kindAt(b.start))
	add(b2u(b.ts[i].form == b.ts[b.start].form)<<1 | b2u(b.ts[i].form == b.ts[b.from].form)<<2 | glued<<3 | rule)
	add(uint32(min(b.brackets, 3))<<2 | b2u(b.quote)<<1 | rule)
	add(b.elsewhere(i)<<2 | rule<<1 | b2u(b.kind[i] == ofSmall))
	return rows
}

func (b *bounder) kindAt(i int) uint32 {
	if i < b.from || i >= b.to {
		return ofNone
	}
	return uint32(b.kind[i])
}

// mark tells marks apart, 0 for a word.
func (b *bounder) mark(i int) uint32 {
	if i < b.from || i >= b.to || b.ts[i].alpha {
		return 0
	}
	return b.ts[i].form%31 + 1
}

// listed are the lists that word i is on: of first names, surnames and places.
func (b *bounder) listed(i int) uint32 {
	if i < b.from || i >= b.to || !b.ts[i].caps {
		return 0
	}
	f := flagsOf()[b.ts[i].key]
	return b2u(f&isFirstName != 0) | b2u(f&isSurname != 0)<<1 | b2u(f&(isTown|isCountry) != 0)<<2
}

// bucket maps a number of words to one of 16.
func bucket(n int) uint32 {
	k := uint32(8)
	if n < 8 {
		return uint32(n)
	}
	for n >= 12 && k < 15 {
		n = n * 2 / 3
		k++
	}
	return k
}

// elsewhere tells of word i whether it, and it and the next one, begin another
// paragraph of the text, and of the word before whether it, and the two before,
// end another one.
func (b *bounder) elsewhere(i int) uint32 {
	is := func(what int, one, two uint32, here bool) uint32 {
		return b2u(b.edge[edge(what, one, two)] > int32(b2u(here)))
	}
	t := b.ts
	first, last := t[b.from].form == t[i].form, t[b.to-1].form == t[i-1].form
	v := is(edgeFirst, t[i].form, 0, first)<<1 | is(edgeLast, t[i-1].form, 0, last)<<3
	if i+1 < b.to {
		v |= is(edgeFirstTwo, t[i].form, t[i+1].form, first)
	}
	if i-2 >= b.from {
		v |= is(edgeLastTwo, t[i-2].form, t[i-1].form, last) << 2
	}
	return v
}
