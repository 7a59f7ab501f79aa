package quote

import (
	"cmp"
	"slices"
	"strings"
)

// lexicon keeps what is known of each word of the wordings that are compared:
// worked out once, and two words are one where their terms are.
type lexicon struct {
	spellings map[string]*spelling // by the word as it is written
	terms     map[string]*term
	stems     map[string]int32 // each by its number
}

func newLexicon() *lexicon {
	return &lexicon{spellings: map[string]*spelling{}, terms: map[string]*term{}, stems: map[string]int32{}}
}

// spelling is what is known of a word as it is written: of "24-Year" the terms are
// "24" and "year".
type spelling struct {
	low               string // small letters
	terms             []*term
	numeral           string   // the number it is in words
	figures           []string // the numbers in figures
	negated, negative bool     // as of a wording
}

// term is a word by its stem, and how much it tells.
type term struct {
	word   string
	stem   int32
	weight float64
	grams  []uint32
	marks  uint64 // a bit for each of grams, shared by some
	apart  bool   // one of the commonest, or a number: like nothing but itself
	vector []int8 // nil where the table has none
	norm   float64
}

func (l *lexicon) spelling(word string) *spelling {
	if f := l.spellings[word]; f != nil {
		return f
	}
	f := &spelling{low: strings.ReplaceAll(strings.ToLower(word), "’", "'")}
	l.spellings[word] = f
	if b := bodies[f.low]; b != "" {
		f.low = b
	}
	base := strings.TrimSuffix(f.low, "'s")
	f.negated = strings.HasSuffix(f.low, "n't") || negations[f.low]
	f.negative = denying[base] || strings.HasPrefix(base, "un") && len(base) > 5 || strings.HasPrefix(base, "dis") && len(base) > 6 || strings.HasSuffix(base, "less")
	f.numeral, f.figures = numerals[base], figures(base)
	for _, part := range strings.FieldsFunc(base, func(r rune) bool { return r == '-' || r == '‑' }) {
		if t := l.term(part); t.weight > 0 {
			f.terms = append(f.terms, t)
		}
	}
	return f
}

func (l *lexicon) term(word string) *term {
	if t := l.terms[word]; t != nil {
		return t
	}
	t := &term{word: word, weight: weight(word), apart: common[word] || isNumber(word), grams: grams(word)}
	l.terms[word] = t
	s := stem(word)
	n, ok := l.stems[s]
	if !ok {
		n = int32(len(l.stems))
		l.stems[s] = n
	}
	t.stem = n
	for _, g := range t.grams {
		t.marks |= bitOf(g)
	}
	t.embed()
	return t
}

// likes keeps how like any two words of some pieces are, once it was worked out.
type likes struct {
	words int
	of    []float64 // of word a to word b at a*words+b, less than 0 where unknown
}

// mostAlike is of how many words likes are kept, which bounds its memory to 32
// MB. Of more it is the commonest.
const mostAlike = 2000

// newLikes numbers the words of pieces.
func newLikes(pieces []piece) *likes {
	count := map[*term]int{}
	var all []*term
	for i := range pieces {
		for _, t := range pieces[i].w.terms {
			if count[t] == 0 {
				all = append(all, t)
			}
			count[t]++
		}
	}
	slices.SortStableFunc(all, func(a, b *term) int { return cmp.Compare(count[b], count[a]) })
	n := min(len(all), mostAlike)
	number := make(map[*term]int32, len(all))
	for i, t := range all {
		number[t] = int32(i)
		if i >= n {
			number[t] = -1
		}
	}
	for i := range pieces {
		w := &pieces[i].w
		w.at = make([]int32, len(w.terms))
		for k, t := range w.terms {
			w.at[k] = number[t]
		}
	}
	l := &likes{words: n, of: make([]float64, n*n)}
	for i := range l.of {
		l.of[i] = -1
	}
	return l
}

// nearest is how near the nearest of b's words comes to t, which has number n.
func (l *likes) nearest(t *term, n int32, b *wording) float64 {
	row := l.of[int(n)*l.words:][:l.words]
	best := 0.0
	for k, o := range b.at {
		if o == n {
			return 1
		}
		near := -1.0
		if o >= 0 {
			near = row[o]
		}
		if near < 0 {
			near = like(t, b.terms[k])
			if o >= 0 {
				row[o] = near
			}
		}
		best = max(best, near)
	}
	return best
}
