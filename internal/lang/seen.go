package lang

import "slices"

// seen holds what was asked in the parses of a sentence so far, and what the
// models said: a parse that goes on from a doubt soon comes to questions of the
// parse before. The words and tags of the sentence are the same in all of them, so
// that the answer is, too.
type seen struct {
	arcs  []seenArc  // by dependent
	moves []seenMove // by how many transitions were taken
	in    []int32    // what was seen of the states of moves, one after the other
}

// seenArc is an arc that was drawn, and its label.
type seenArc struct {
	arc   arcInput
	label uint8
}

// arcInput is what labelFeats sees of an arc to a word, but for words and tags.
type arcInput struct {
	head, first, lc, rc int32
	lset, rset          uint64
	nl, nr, left, right uint8
	headLabel           uint8
	headHead, headFirst int32
	headL, headR        uint64
}

// seenMove is a state, and the scores of its transitions.
type seenMove struct {
	from, to int // of in
	score    [4]float32
}

// reset readies s for a sentence of n words.
func (s *seen) reset(n int) {
	s.arcs, s.moves, s.in = grow(s.arcs, n), grow(s.moves, 2*n+1), s.in[:0]
	clear(s.arcs)
	clear(s.moves)
}

// move returns the scores of a state that looks as u has read it, if it was
// seen, and else the place for them.
func (s *seen) move(st *state, u *netUse) (m *seenMove, ok bool) {
	m = &s.moves[2*int(st.front)-len(st.stack)]
	if n := len(u.words); m.to > 0 {
		in := s.in[m.from:m.to]
		if slices.Equal(in[:n], u.words) && slices.Equal(in[n:], u.rows) {
			return m, true
		}
	}
	m.from = len(s.in)
	s.in = append(append(s.in, u.words...), u.rows...)
	m.to = len(s.in)
	return m, false
}

// arc returns the label of the arc from head to dep as s.arcs has it, if it was
// seen as it is now, and else the place for it.
func (s *seen) arc(st *state, head, dep int32) (a *seenArc, ok bool) {
	h, d := st.node(head), st.node(dep)
	in := arcInput{
		head: head, first: d.first, lc: d.lc, rc: d.rc, lset: d.lset, rset: d.rset, nl: d.nl, nr: d.nr,
		left: st.node(d.lc).label, right: st.node(d.rc).label,
		headLabel: h.label, headHead: h.head, headFirst: h.first, headL: h.lset, headR: h.rset,
	}
	a = &s.arcs[dep]
	if a.label > 0 && a.arc == in {
		return a, true
	}
	a.arc, a.label = in, 0
	return a, false
}
