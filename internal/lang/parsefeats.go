package lang

// Features of the parser follow Zhang and Nivre (2011), with word clusters
// beside words, and what stands between the two words in question.

// atom names one value a feature may join.
type atom uint8

const (
	none atom = iota
	s0w
	s0t
	s0c
	s0d
	s0e
	s0l
	s0u
	s1w
	s1t
	s1c
	s1l
	s2t
	n0w
	n0t
	n0c
	n0d
	n0e
	n0u
	n1w
	n1t
	n1c
	n2w
	n2t
	n2c
	n3t
	s0hw
	s0ht
	s0hl
	s0h2t
	s0lw
	s0lt
	s0ll
	s0l2t
	s0l2l
	s0rw
	s0rt
	s0rc
	s0rl
	s0r2t
	s0r2l
	n0lw
	n0lt
	n0ll
	n0l2t
	n0l2l
	s0vl
	s0vr
	n0vl
	s0ls
	s0rs
	n0ls
	dist
	betw
	s0fw
	n0fw
	p0t // the word before the front
	sz
	s0cap
	n0cap
	s1h
	atoms // at most 64
)

var parserTemplates = [][4]atom{
	// single
	{s0w}, {s0t}, {s0w, s0t}, {n0w}, {n0t}, {n0w, n0t}, {n1w}, {n1t}, {n1w, n1t}, {n2w}, {n2t}, {n2w, n2t}, {s0c}, {n0c}, {s0e}, {n0e}, {n1c}, {s1w}, {s1t},
	// pairs
	{s0w, s0t, n0w, n0t}, {s0w, s0t, n0w}, {s0w, n0w, n0t}, {s0w, s0t, n0t}, {s0t, n0w, n0t}, {s0w, n0w}, {s0t, n0t}, {n0t, n1t},
	{s0c, n0c}, {s0e, n0e}, {s0d, n0d}, {s0c, n0t}, {s0t, n0c}, {s0w, n0c}, {s0c, n0w}, {s0t, s0c, n0t, n0c}, {n0c, n1c}, {n0w, n1t}, {n0w, n1w},
	// triples
	{n0t, n1t, n2t}, {s0t, n0t, n1t}, {s0ht, s0t, n0t}, {s0t, s0lt, n0t}, {s0t, s0rt, n0t}, {s0t, n0t, n0lt}, {s0t, n0t, n1t, n2t},
	{s0w, n0t, n1t}, {s0t, n0w, n1t}, {s0c, n0t, n1t}, {s0t, n0c, n1t}, {s0t, n0t, n1w}, {s0t, n0t, n1c}, {s1t, s0t, n0t}, {s1t, s0t, n0t, n1t}, {s1w, s0t, n0t}, {s1c, s0t, n0t}, {s1t, s0w, n0t}, {s1t, s0t, n0w}, {s2t, s1t, s0t, n0t},
	{s1l, s1t, s0t, n0t}, {s1t, n0t}, {s1w, n0t}, {s1c, n0c}, {s1w, n0w}, {n0t, n1t, n2t, n3t},
	// distance
	{s0w, dist}, {s0t, dist}, {n0w, dist}, {n0t, dist}, {s0w, n0w, dist}, {s0t, n0t, dist}, {s0c, n0c, dist},
	// valency
	{s0w, s0vr}, {s0t, s0vr}, {s0w, s0vl}, {s0t, s0vl}, {n0w, n0vl}, {n0t, n0vl},
	// words around
	{s0hw}, {s0ht}, {s0l}, {s0lw}, {s0lt}, {s0ll}, {s0rw}, {s0rt}, {s0rl}, {n0lw}, {n0lt}, {n0ll}, {s0h2t}, {s0hl}, {s0l2t}, {s0l2l}, {s0r2t}, {s0r2l}, {n0l2t}, {n0l2l},
	{s0t, s0lt, s0l2t}, {s0t, s0rt, s0r2t}, {s0t, s0ht, s0h2t}, {n0t, n0lt, n0l2t}, {s0t, s0l, n0t}, {s0w, s0l, n0t}, {s0t, s0l, n0w}, {s0t, s0rl, n0t}, {s0w, s0rl, n0t}, {s0t, s0rc, n0t}, {s0t, s0rw, n0t}, {s0t, s0hw, n0t}, {s0l, s0hl, n0t}, {s0t, s0rt, n0w},
	// sets of labels
	{s0w, s0rs}, {s0t, s0rs}, {s0w, s0ls}, {s0t, s0ls}, {n0w, n0ls}, {n0t, n0ls}, {s0t, s0rs, n0t}, {s0t, s0ls, n0t}, {s0t, n0t, n0ls}, {s0w, s0rs, n0t}, {s0c, s0rs, n0t},
	// between
	{s0t, n0t, betw}, {s0w, betw, n0t}, {s0t, betw, n0w}, {betw, dist}, {s0l, s0t, betw, n0t}, {s0t, n0t, n1t, betw},
	// what marks a phrase
	{s0fw, s0t, n0t}, {n0fw, s0t, n0t}, {s0w, n0fw}, {s0c, n0fw}, {s0fw, n0fw}, {s0w, n0fw, n0t}, {s0fw, s0t, n0w},
	{p0t, n0t}, {p0t, s0t, n0t}, {sz, s0t, n0t}, {s0cap, n0cap, s0t, n0t}, {s1h, s0t, n0t}, {s0u, n0u}, {s0t, s0u, n0t, n0u}, {s0u, n0u, n1t, betw}, {s0w, n0t, n0ls}, {s0w, n1w, n0t}, {s0c, n0c, n1t}, {s0hw, s0w, n0w}, {s0ht, s0w, n0w}, {s0hw, n0w, s0t}, {s0hw, s0t, n0t, s0l},
}

func (s *state) tok(i int32) *token {
	if i < 0 || int(i) >= len(s.ts) {
		return &noToken
	}
	return &s.ts[i]
}

var noNode = node{head: -1, lc: -1, lc2: -1, rc: -1, rc2: -1, first: -1, nearest: -1}

func (s *state) node(i int32) *node {
	if i < 0 {
		return &noNode
	}
	return &s.nodes[i]
}

// transitionFeats gathers what speaks for one transition or another.
func (s *state) transitionFeats(f *feats) {
	var a [64]uint32
	t0, t1, t2, b := s.top(0), s.top(1), s.top(2), s.front
	S0, S1, N0, N1, N2 := s.tok(t0), s.tok(t1), s.tok(b), s.tok(b+1), s.tok(b+2)
	nS, nN := s.node(t0), s.node(b)
	a[s0w], a[s0t], a[s0c], a[s0d], a[s0e] = S0.low, uint32(S0.x), S0.clu10(), S0.clu6(), S0.clu
	a[s0l], a[s0u] = uint32(nS.label)+1, uint32(S0.u)
	if t0 < 0 {
		a[s0l] = 0
	}
	a[s1w], a[s1t], a[s1c], a[s1l] = S1.low, uint32(S1.x), S1.clu10(), uint32(s.node(t1).label)
	a[s2t] = uint32(s.tok(t2).x)
	a[n0w], a[n0t], a[n0c], a[n0d], a[n0e], a[n0u] = N0.low, uint32(N0.x), N0.clu10(), N0.clu6(), N0.clu, uint32(N0.u)
	if int(b) == len(s.ts) {
		a[n0t] = 99
	}
	a[n1w], a[n1t], a[n1c] = N1.low, uint32(N1.x), N1.clu10()
	a[n2w], a[n2t], a[n2c], a[n3t] = N2.low, uint32(N2.x), N2.clu10(), uint32(s.tok(b+3).x)
	h := nS.head
	a[s0hw], a[s0ht], a[s0hl] = s.tok(h).low, uint32(s.tok(h).x), uint32(s.node(h).label)
	if h >= 0 {
		a[s0h2t] = uint32(s.tok(s.node(h).head).x)
	}
	a[s0lw], a[s0lt], a[s0ll] = s.tok(nS.lc).low, uint32(s.tok(nS.lc).x), uint32(s.node(nS.lc).label)
	a[s0l2t], a[s0l2l] = uint32(s.tok(nS.lc2).x), uint32(s.node(nS.lc2).label)
	a[s0rw], a[s0rt], a[s0rc], a[s0rl] = s.tok(nS.rc).low, uint32(s.tok(nS.rc).x), s.tok(nS.rc).clu10(), uint32(s.node(nS.rc).label)
	a[s0r2t], a[s0r2l] = uint32(s.tok(nS.rc2).x), uint32(s.node(nS.rc2).label)
	a[n0lw], a[n0lt], a[n0ll] = s.tok(nN.lc).low, uint32(s.tok(nN.lc).x), uint32(s.node(nN.lc).label)
	a[n0l2t], a[n0l2l] = uint32(s.tok(nN.lc2).x), uint32(s.node(nN.lc2).label)
	a[s0vl], a[s0vr], a[n0vl] = uint32(nS.nl)+1, uint32(nS.nr)+1, uint32(nN.nl)+1
	a[s0ls], a[s0rs], a[n0ls] = fold(nS.lset), fold(nS.rset), fold(nN.lset)
	a[dist], a[betw] = distance(b-t0), s.between(t0, b)+1
	a[s0fw], a[n0fw] = s.tok(nS.first).low, s.tok(nN.first).low
	a[p0t] = uint32(s.tok(b - 1).x)
	a[sz] = uint32(min(len(s.stack), 4)) + 1
	a[s0cap], a[n0cap] = b2u(S0.caps)+1, b2u(N0.caps)+1
	a[s1h] = 1 + b2u(s.node(t1).head >= 0)
	f.join(&a)
}

// joined are parserTemplates by how many values they join, so that joining does
// not ask.
var joined = func() (out [4][]template) {
	for i, t := range parserTemplates {
		n := 0
		for n < 4 && t[n] != none {
			n++
		}
		out[n-1] = append(out[n-1], template{(100 + uint64(i)) * mulB, t})
	}
	return out
}()

type template struct {
	h    uint64
	join [4]atom
}

// join appends the features that parserTemplates make of atoms.
func (f *feats) join(a *[64]uint32) {
	h := f.h[:0]
	for i := range joined[0] {
		t := &joined[0][i]
		h = append(h, mix(t.h, a[t.join[0]&63]))
	}
	for i := range joined[1] {
		t := &joined[1][i]
		h = append(h, mix(mix(t.h, a[t.join[0]&63]), a[t.join[1]&63]))
	}
	for i := range joined[2] {
		t := &joined[2][i]
		h = append(h, mix(mix(mix(t.h, a[t.join[0]&63]), a[t.join[1]&63]), a[t.join[2]&63]))
	}
	for i := range joined[3] {
		t := &joined[3][i]
		h = append(h, mix(mix(mix(mix(t.h, a[t.join[0]&63]), a[t.join[1]&63]), a[t.join[2]&63]), a[t.join[3]&63]))
	}
	f.h = h
}

func fold(set uint64) uint32 { return uint32(mix(mulA, uint32(set)^uint32(set>>32)*31) >> 32) }

func distance(d int32) uint32 {
	switch {
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	case d <= 20:
		return 7
	}
	return 8
}
