package reuse

import (
	"github.com/stemma-news/stemma"
)

// overlap is what two articles share, counted by kinds of words.
type overlap struct {
	a, b     *page
	passages []passage
	// Equal words on each side: the reporter's own, those in quotation
	// marks, and the house's.
	ownA, ownB, saidA, saidB, houseB int
	// longest is the longest run of the reporter's own words; long the
	// words of runs of eight or more.
	longest, long int
	longestSaid   int
	equal         int // words of b that stand in a, of any kind
}

// longRun is the length of run that independent texts on one matter, even two
// translations of one original, seldom share.
const longRun = 8

// newOverlap counts what passages share.
func newOverlap(a, b *page, passages []passage) *overlap {
	o := &overlap{a: a, b: b, passages: passages}
	inA, inB := newMarks(len(a.words)), newMarks(len(b.words))
	for _, p := range passages {
		for _, r := range p.runs {
			o.count(r, inA, inB)
		}
	}
	return o
}

func (o *overlap) count(r run, inA, inB marks) {
	own, fresh, said := 0, 0, 0 // fresh words are seen for the first time on both sides
	end := func() {
		o.longest = max(o.longest, own)
		o.longestSaid = max(o.longestSaid, said)
		if own >= longRun {
			o.long += fresh
		}
		own, fresh, said = 0, 0, 0
	}
	for k := range r.n {
		ka, kb := o.a.kind[r.i+k], o.b.kind[r.j+k]
		kind := max(ka, kb) // quoted on one side is a quotation
		newA, newB := inA.set(r.i+k), inB.set(r.j+k)
		if newA {
			switch kind {
			case plain:
				o.ownA++
			case quoted:
				o.saidA++
			}
		}
		if newB {
			o.equal++
			switch kind {
			case plain:
				o.ownB++
			case quoted:
				o.saidB++
			case house:
				o.houseB++
			}
		}
		switch {
		case kind == plain:
			if said > 0 {
				end()
			}
			own++
			if newA && newB {
				fresh++
			}
		case kind == quoted:
			if own > 0 {
				end()
			}
			said++
		default:
			end()
		}
	}
	end()
}

// Texts side by side are about as long as each other, and what they share
// stands at about the same place of both.
const (
	sideLength = 0.75 // the shorter one's share of the longer one's length
	sideDrift  = 0.12 // how far apart, as shares of the texts, a passage may stand
	sideWords  = 0.8  // share of the words shared that stand so
)

// sideBySide reports whether the two texts run side by side, as two
// translations of one text do.
func (o *overlap) sideBySide() bool {
	if share(min(o.a.own, o.b.own), max(o.a.own, o.b.own)) < sideLength {
		return false
	}
	near, all := 0, 0
	for _, p := range o.passages {
		f := p.first()
		x, y := share(int(o.a.upTo[f.i]), o.a.own), share(int(o.b.upTo[f.j]), o.b.own)
		all += p.same
		if max(x-y, y-x) <= sideDrift {
			near += p.same
		}
	}
	return share(near, all) >= sideWords
}

// spans returns the passages' bytes in both articles, in order of b's.
func (o *overlap) spans() (a, b []stemma.Span) {
	for _, p := range o.passages {
		f, l := p.first(), p.last()
		a = append(a, stemma.Span{Start: int(o.a.words[f.i].Start), End: int(o.a.words[l.i+l.n-1].End)})
		b = append(b, stemma.Span{Start: int(o.b.words[f.j].Start), End: int(o.b.words[l.j+l.n-1].End)})
	}
	return a, b
}

// share is n of all, 0 of nothing.
func share(n, all int) float64 {
	if all == 0 {
		return 0
	}
	return min(1, float64(n)/float64(all))
}

// marks are bits, one for each word.
type marks []uint64

func newMarks(n int) marks { return make(marks, (n+63)/64) }

// set sets bit i and reports whether it was not set before.
func (m marks) set(i int) bool {
	was := m[i/64]&(1<<(i%64)) != 0
	m[i/64] |= 1 << (i % 64)
	return !was
}
