package lang

import (
	"math"
	"slices"
)

// parse draws the tree of the worker's tokens into its state.
func (w *worker) parse() {
	if w.moveNet != nil {
		w.mu.readyMove(w.moveNet, len(w.ts))
		w.au.ready(len(w.ts))
	}
	s := &w.st
	s.reset(w.ts, w.in)
	w.br.reset(w.branching)
	w.seen.reset(len(w.ts))
	w.run(s, w.branching > 0, -1e30)
	w.branch()
	w.labels(s)
}

// run goes on from a state to the end, and notes where it was in doubt. It stops
// where the parse is no likelier than least: it gets no likelier.
func (w *worker) run(s *state, note bool, least float32) {
	for !s.done() && s.score > least {
		legal := s.legal()
		head, dep, ok := s.forced(legal)
		if !ok {
			score := w.moves(s, legal)
			t, second := -1, -1
			for k := range 4 {
				switch {
				case legal>>k&1 == 0:
				case t < 0 || score[k] > score[t]:
					t, second = k, t
				case second < 0 || score[k] > score[second]:
					second = k
				}
			}
			sum := float32(0)
			for k := range 4 {
				if legal>>k&1 != 0 {
					sum += expNeg(score[t] - score[k])
				}
			}
			here := -logOf(sum)
			if note {
				w.br.note(s, second, score[t]-score[second], here-(score[t]-score[second]))
			}
			s.score += here
			head, dep = s.take(t)
		}
		w.draw(s, head, dep)
	}
}

// expNeg is e to the minus d.
func expNeg(d float32) float32 { return float32(math.Exp(-float64(d))) }

func logOf(v float32) float32 { return float32(math.Log(float64(v))) }

// draw draws the arc of a transition, if it has one.
func (w *worker) draw(s *state, head, dep int32) {
	if dep < 0 {
		return
	}
	a, ok := w.seen.arc(s, head, dep)
	if !ok {
		a.label = w.labelOf(s, w.label, head, dep)
	}
	s.attach(head, dep, a.label, w.in)
}

// moves scores the transitions, but for a state that was seen in this sentence.
func (w *worker) moves(s *state, legal uint) *[4]float32 {
	w.mu.readMove(s)
	m, ok := w.seen.move(s, &w.mu)
	if !ok {
		w.scoreMoves(s, legal, &m.score)
	}
	return &m.score
}

// scoreMoves scores the transitions: by the net, and where that is in doubt by the
// linear model too. The worker's net has read the state.
func (w *worker) scoreMoves(s *state, legal uint, score *[4]float32) {
	*score = [4]float32{}
	if w.moveNet != nil {
		u := &w.mu
		u.lookMove(w.moveNet, s)
		top, second := float32(-1e30), float32(-1e30)
		for k := range score {
			if legal>>k&1 == 0 {
				continue
			}
			v := u.output(w.moveNet, k)
			score[k] = v
			if v > top {
				top, second = v, top
			} else if v > second {
				second = v
			}
		}
		if top-second > sureMargin {
			return
		}
	}
	var linear [4]int32
	s.transitionFeats(&w.f)
	w.move.score(&w.f, &linear)
	for k, v := range linear {
		score[k] += float32(float32(v) * w.moveMix)
	}
}

// labels labels the arcs of a whole tree.
func (w *worker) labels(s *state) {
	for i := range w.ts {
		h := s.nodes[i].head
		if int(h) == len(w.ts) || w.arcNet == nil {
			s.nodes[i].label = w.labelOf(s, w.again, h, int32(i))
			continue
		}
		s.nodes[i].label = w.relabel(s, h, int32(i))
	}
}

// relabel returns the label of an arc of a whole tree.
func (w *worker) relabel(s *state, head, dep int32) uint8 {
	u := &w.au
	u.words = grow(u.words, arcPlaces)
	u.rows = s.arcInput((*[arcPlaces]int32)(u.words), u.rows, head, dep)
	u.look(w.arcNet, w.ts)
	var sum [maxClasses]float32
	score := sum[:w.arcNet.outs]
	u.outputs(w.arcNet, score)
	score[w.in.root-1] = -1e30
	top, by := lead(score)
	if by <= sureMargin {
		s.labelFeats(&w.f, head, dep)
		w.again.score(&w.f, &w.out)
		for k := range score {
			score[k] += float32(float32(w.out[k]) * w.arcMix)
		}
		score[w.in.root-1] = -1e30
		top = bestFloat(score)
	}
	return uint8(top + 1)
}

func (w *worker) labelOf(s *state, m *sparse, head, dep int32) uint8 {
	if int(head) == len(w.ts) {
		return w.in.root
	}
	s.labelFeats(&w.f, head, dep)
	m.score(&w.f, &w.out)
	k := best(w.out[:len(m.classes)])
	if uint8(k+1) == w.in.root { // only the root's
		w.out[k] = -1 << 31
		k = best(w.out[:len(m.classes)])
	}
	return uint8(k) + 1
}

// branches are the doubtful places of a parse, the most doubtful first: where
// another transition was nearly as good. Each is gone on from to the end, and
// the likeliest of the parses is taken (Choi and McCallum 2013).
type branches struct {
	list []branch
	free []*state
	n    int
}

type branch struct {
	at     *state
	take   int
	margin float32
}

// branching is how many doubts are gone after in a sentence.
const branching = 2

// maxMargin bounds what is a doubt: a difference of scores.
const maxMargin = 1.5

// reset readies b for at most n doubts.
func (b *branches) reset(n int) { b.list, b.n = b.list[:0], n }

// note remembers that t might be taken in s; score is its own.
func (b *branches) note(s *state, t int, margin, score float32) {
	if t < 0 || margin > maxMargin {
		return
	}
	k := len(b.list)
	for k > 0 && b.list[k-1].margin > margin {
		k--
	}
	if k >= b.n {
		return
	}
	var at *state
	if len(b.list) >= b.n {
		at = b.list[len(b.list)-1].at
		b.list = b.list[:len(b.list)-1]
	} else {
		for len(b.free) <= len(b.list) {
			b.free = append(b.free, &state{})
		}
		at = b.unused()
	}
	at.copy(s)
	at.score += score
	b.list = slices.Insert(b.list, k, branch{at, t, margin})
}

func (b *branches) unused() *state {
	for _, s := range b.free {
		if !slices.ContainsFunc(b.list, func(x branch) bool { return x.at == s }) {
			return s
		}
	}
	s := &state{}
	b.free = append(b.free, s)
	return s
}

// branch goes on from the doubtful places and leaves the likeliest parse in the
// worker's state.
func (w *worker) branch() {
	for _, b := range w.br.list {
		if b.at.score <= w.st.score {
			continue
		}
		head, dep := b.at.take(b.take)
		w.draw(b.at, head, dep)
		w.run(b.at, false, w.st.score)
		if b.at.score > w.st.score {
			w.st.copy(b.at)
		}
	}
}
