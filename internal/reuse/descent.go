package reuse

import "math"

// What copying does to a text, as minus the logarithm of how often it does it.
// None is of one outlet or one day: how much is changed is read off the family.
const (
	tailCut  = 2.5   // stops early
	innerCut = 4.5   // leaves a stretch out
	ownGain  = 1.5   // puts a stretch of its own in
	ownWord  = 0.005 // each word of that
	mostOwn  = 4.0
	ownEnd   = 3.0  // the same behind the end
	mostGain = 8.0  // all that is its own
	takeIn   = 4.5  // has a stretch its parent lacks and another member has
	takeWord = 0.1  // each word of that
	takeEnd  = 6.0  // the same behind the parent's end
	mostTake = 40.0 // all such stretches

	evenness  = 4.0  // how much alike copies are in how much they change
	leastMean = 1.0  // of the changes of a copy
	leastText = 20.0 // words
	openWords = 0.5  // the share of its words that may well be changed
)

// descent says how likely each member of a family has its text from each other
// one, or several from one unseen text, by what they read alone.
type descent struct {
	s       *sites
	words   float64     // places of a text where a change may be made
	mean    float64     // changes a copy makes
	changes [][]float64 // between each two
	pages   [][]float64 // the logarithm of how likely, by parent and child
	last    []int       // by member, the last of the base's blocks it has, -1 for none
}

func newDescent(s *sites) *descent {
	d := &descent{s: s, words: leastText}
	both := make([][]int, s.n)
	for i := range s.n {
		both[i] = make([]int, s.n)
		d.changes, d.pages = append(d.changes, make([]float64, s.n)), append(d.pages, make([]float64, s.n))
	}
	for _, r := range s.reads {
		for i := range r {
			for j := range r {
				if r[i] != lacks && r[j] != lacks && r[i] != r[j] {
					d.changes[i][j]++
				}
			}
		}
	}
	d.last = make([]int, s.n)
	for i := range d.last {
		d.last[i] = -1
	}
	for k := range s.blocks {
		b := &s.blocks[k]
		for i := range b.has {
			if b.has[i] && !b.beside {
				d.last[i] = k
			}
			for j := range b.has {
				if b.has[i] && b.has[j] {
					both[i][j] += b.words
				}
			}
		}
	}
	all := 0
	for i := range s.n {
		all += both[i][i]
		d.mean += d.nearest(i, both) / float64(s.n)
	}
	d.words, d.mean = max(leastText, openWords*float64(all)/float64(s.n)), max(leastMean, d.mean)
	for i := range s.n {
		for j := range s.n {
			if i != j {
				d.pages[i][j] = d.edits(d.changes[i][j]) - d.passages(func(k int) bool { return s.blocks[k].has[i] }, j)
			}
		}
	}
	return d
}

// nearest is in how many places i differs from the member that is nearest to
// it: as many as a copy changes, or so. What the other lacks is taken to differ
// as much as what it has.
func (d *descent) nearest(i int, both [][]int) float64 {
	least := math.Inf(1)
	for j := range d.s.n {
		if i != j {
			least = min(least, (1+d.changes[i][j])*(float64(both[i][i])+leastText)/(float64(both[i][j])+leastText)-1)
		}
	}
	if math.IsInf(least, 1) {
		return 0
	}
	return least
}

// edits is the logarithm of how likely a copy makes just these k changes: their
// number follows a Poisson law whose mean is another for each copy (Gamma), and
// each is one of all places.
func (d *descent) edits(k float64) float64 {
	g, _ := math.Lgamma(evenness + k)
	g0, _ := math.Lgamma(evenness)
	return g - g0 + k*math.Log(d.mean/(evenness+d.mean)) + evenness*math.Log(evenness/(evenness+d.mean)) - k*math.Log(d.words)
}

// passages is minus the logarithm of how likely a copy j of a text that has
// some blocks has those it has.
func (d *descent) passages(has func(block int) bool, j int) float64 {
	w := stretches{}
	end := -1
	for k := len(d.s.blocks) - 1; k >= 0 && end < 0; k-- {
		if !d.s.blocks[k].beside && has(k) {
			end = k
		}
	}
	for k := range d.s.blocks {
		b := &d.s.blocks[k]
		if b.beside {
			w.flush()
		}
		switch p := has(k); {
		case p && b.has[j]:
			w.flush()
		case p:
			w.take(leftOut, b, false, !b.beside && k > d.last[j])
		case b.has[j]:
			w.take(putIn, b, b.holds > 1 && !b.short(d.s.n), !b.beside && k > end)
		}
	}
	w.flush()
	return w.cost()
}

// stretches adds up what a copy leaves out and puts in, stretch by stretch.
type stretches struct {
	kind             int // of the one under way
	words            int
	shared, end      bool
	cuts, own, taken float64
}

const (
	noStretch = iota
	leftOut
	putIn
)

func (w *stretches) take(kind int, b *block, shared, end bool) {
	if kind != w.kind {
		w.flush()
		w.kind, w.words, w.shared = kind, 0, false
	}
	w.words += b.words
	w.shared, w.end = w.shared || shared, end
}

func (w *stretches) flush() {
	switch {
	case w.kind == noStretch:
	case w.kind == leftOut && w.end:
		w.cuts += tailCut
	case w.kind == leftOut:
		w.cuts += innerCut
	case w.shared:
		w.taken += takeIn + takeWord*float64(w.words)
		if w.end {
			w.taken += takeEnd
		}
	default:
		w.own += min(mostOwn, ownGain+ownWord*float64(w.words))
		if w.end {
			w.own += ownEnd
		}
	}
	w.kind = noStretch
}

func (w *stretches) cost() float64 { return w.cuts + min(mostGain, w.own) + min(mostTake, w.taken) }
