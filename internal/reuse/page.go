package reuse

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/text"
)

// page is an article made ready for comparing: its words, without those it
// holds of other articles, and what kind each of them is.
type page struct {
	a     *stemma.Article
	words []text.Fold
	kind  []wordKind // one for each word
	own   int        // words of kind plain
	upTo  []int32    // plain words before each word
	said  int        // words of kind quoted

	runs []uint64 // see shingles

	signed bool   // agency is known
	agency string // see writer
}

// writer is the agency that the page names as writer of its text, "" for none.
func (p *page) writer() string {
	if !p.signed {
		p.agency, p.signed = best(signs(p.a)).agency, true
	}
	return p.agency
}

// shingles are the hashes of the page's runs of seedWords words.
func (p *page) shingles() []uint64 {
	if p.runs == nil {
		p.runs = text.Shingles(p.words, seedWords)
	}
	return p.runs
}

// wordKind tells the reporter's own words from the rest.
type wordKind uint8

const (
	plain  wordKind = iota
	quoted          // inside quotation marks
	house           // furniture of the outlet, printed under unrelated stories
	wall            // no word: what stood between two was left out
)

// newPage reads the words of a. Held ranges are left out, and a wall stands in
// their place so that no passage runs over it.
func newPage(a *stemma.Article, quotes []stemma.Span) *page {
	p := newBarePage(a)
	p.mark(union(union(quotes, Quotations(a.Text)), posts(a)), quoted)
	p.freeFragments()
	p.mark(furniture(a), house)
	p.count()
	return p
}

// newBarePage is newPage without the kinds of words.
func newBarePage(a *stemma.Article) *page {
	p := &page{a: a}
	all := text.Folded(a.Text)
	held := make([]stemma.Span, 0, len(a.Holds))
	for _, h := range a.Holds {
		held = append(held, h.Span)
	}
	sortSpans(held)
	p.words = all[:0]
	for _, w := range all {
		for len(held) > 0 && held[0].End <= int(w.Start) {
			held = held[1:]
		}
		if len(held) > 0 && held[0].Start < int(w.End) {
			if n := len(p.words); n > 0 && p.words[n-1].Start != p.words[n-1].End {
				p.words = append(p.words, text.Fold{Start: w.Start, End: w.Start, Hash: wallHash(a.ID, int(w.Start))})
			}
			continue
		}
		p.words = append(p.words, w)
	}
	p.kind = make([]wordKind, len(p.words))
	for i, w := range p.words {
		if w.Start == w.End {
			p.kind[i] = wall
		}
	}
	return p
}

// fragment is the length in words below which quoted words are the reporter's
// choice in a sentence of their own ("a 'frank' talk"), and count as theirs.
const fragment = 8

// freeFragments makes plain again what is quoted for less than fragment words.
func (p *page) freeFragments() {
	for i := 0; i < len(p.kind); i++ {
		if p.kind[i] != quoted {
			continue
		}
		j := i
		for j < len(p.kind) && p.kind[j] == quoted && (j == i || p.words[j].Start-p.words[j-1].End < 3) {
			j++
		}
		if j-i < fragment {
			for k := i; k < j; k++ {
				p.kind[k] = plain
			}
		}
		i = j - 1
	}
}

// wallHash is a hash no word and no other wall has.
func wallHash(id string, at int) uint64 {
	h := uint64(at)*0x9e3779b97f4a7c15 + 0x51ed270b
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 0x100000001b3
	}
	return h
}

// mark gives the plain words within spans the kind k. spans are sorted by
// start.
func (p *page) mark(spans []stemma.Span, k wordKind) {
	i := 0
	for _, s := range spans {
		if i > 0 && (i >= len(p.words) || int(p.words[i-1].End) > s.Start) {
			i = sort.Search(len(p.words), func(i int) bool { return int(p.words[i].Start) >= s.Start })
		}
		for i < len(p.words) && int(p.words[i].Start) < s.Start {
			i++
		}
		for ; i < len(p.words) && int(p.words[i].End) <= s.End; i++ {
			if p.kind[i] == plain || k == house && p.kind[i] == quoted {
				p.kind[i] = k
			}
		}
	}
}

func (p *page) count() {
	p.own, p.said = 0, 0
	p.upTo = p.upTo[:0]
	for _, k := range p.kind {
		p.upTo = append(p.upTo, int32(p.own))
		switch k {
		case plain:
			p.own++
		case quoted:
			p.said++
		}
	}
}

func sortSpans(s []stemma.Span) {
	slices.SortFunc(s, func(x, y stemma.Span) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	})
}

// paragraphs returns the paragraphs of a; of a text that comes without them
// its lines.
func paragraphs(a *stemma.Article) []stemma.Span {
	if len(a.Paragraphs) > 0 {
		return a.Paragraphs
	}
	var out []stemma.Span
	for start := 0; start < len(a.Text); {
		end := len(a.Text)
		if i := strings.IndexByte(a.Text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if end > start {
			out = append(out, stemma.Span{Start: start, End: end})
		}
		start = end + 1
	}
	return out
}
