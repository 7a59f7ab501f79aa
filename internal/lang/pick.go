package lang

// Two parsers read each sentence, one from either end: what one has to guess at
// the other has already seen. Where they give a word the same head it stands;
// where they differ, a third model picks.

// choice is a word whose head the parsers differ over.
type choice struct {
	dep  int32
	head [2]int32 // the forward parser's, the backward one's
	lead int32    // how much better the backward one's scores
}

// mirror fills dst with the tokens of src from the last to the first.
func mirror(dst, src []token) []token {
	dst = grow(dst, len(src))
	for i := range src {
		dst[len(src)-1-i] = src[i]
	}
	return dst
}

// unmirror gives the head of word i as the backward parser has it.
func (s *state) unmirror(i int32) int32 {
	n := int32(len(s.ts))
	if h := s.nodes[n-1-i].head; h < n {
		return n - 1 - h
	}
	return n
}

// differ appends the choices between a forward parse and a backward one.
func differ(dst []choice, fore, back *state) []choice {
	dst = dst[:0]
	for i := range fore.ts {
		a, b := fore.nodes[i].head, back.unmirror(int32(i))
		if a != b {
			dst = append(dst, choice{dep: int32(i), head: [2]int32{a, b}})
		}
	}
	return dst
}

// pickFeats gathers what speaks for one of the heads of a choice: which 0 for
// the forward parser's, 1 for the backward one's.
func pickFeats(f *feats, fore, back *state, c choice, which int) {
	f.h = f.h[:0]
	n := int32(len(fore.ts))
	dep, head, other := c.dep, c.head[which], c.head[1-which]
	d, h, o := fore.tok(dep), fore.tok(head), fore.tok(other)
	ht, dt, ot := uint32(h.x), uint32(d.x), uint32(o.x)
	if head == n {
		ht = 99
	}
	if other == n {
		ot = 99
	}
	lab := [2]uint32{fore.node(dep).lbl(), back.node(n - 1 - dep).lbl()}
	l, ol := lab[which], lab[1-which]
	dir := uint32(1)
	lo, hi := head, dep
	if dep < head {
		dir, lo, hi = 2, dep, head
	}
	rel := uint32(0) // of the other head to this one
	switch {
	case (head < dep) != (other < dep):
		rel = 1
	case (head-dep)*(head-dep) < (other-dep)*(other-dep):
		rel = 2
	}
	dd := dir<<8 | distance(hi-lo)
	bt := dir<<8 | fore.between(lo, hi)
	side := uint32(which)<<4 | rel
	nd, rd := fore.node(dep), back.node(n-1-dep)
	nh, rh := fore.node(head), &noNode
	if head < n {
		rh = back.node(n - 1 - head)
	} else {
		nh = &noNode
	}
	first := fore.tok(nd.first)
	p, q := fore.tok(dep-1), fore.tok(dep+1)
	hp, hq := fore.tok(head-1), fore.tok(head+1)
	f.two(500, side, dt)
	f.three(501, ht, dt, dir)
	f.three(502, ht, dt, dd)
	f.three(503, ht, dt, bt)
	f.three(504, h.low, dt, dir)
	f.three(505, ht, d.low, dir)
	f.three(506, h.low, d.low, dir)
	f.three(507, h.clu10(), d.clu10(), dir)
	f.three(508, h.clu, d.clu10(), dir)
	f.three(509, h.clu10(), dt, dd)
	f.three(510, ht, d.clu10(), dd)
	f.three(511, l, ht, dt)
	f.three(512, l, h.low, dir)
	f.three(513, l, h.clu10(), d.clu10())
	f.three(514, l, ol, side)
	f.three(515, l, ol, dt)
	f.three(516, ht, ot, dt<<8|side)
	f.three(517, h.low, o.low, dt)
	f.three(518, ht, ot, d.low)
	f.three(519, h.clu10(), o.clu10(), dt)
	f.three(520, first.low, h.low, dt)
	f.three(521, first.low, h.clu10(), dt)
	f.three(522, first.low, ht, dd)
	f.three(523, first.low, ht, ot)
	f.three(524, first.low, h.clu10(), d.clu10())
	f.three(525, uint32(p.x), uint32(q.x), ht<<8|dt)
	f.three(526, uint32(hp.x), uint32(hq.x), ht<<8|dt)
	f.three(527, uint32(q.x), uint32(hq.x), ht<<8|dt)
	f.three(528, uint32(p.x), uint32(hp.x), ht<<8|dt)
	f.three(529, fold(nh.lset), ht, dt<<8|l)
	f.three(530, fold(nh.rset), ht, dt<<8|l)
	f.three(531, fold(rh.lset), ht, dt<<8|l)
	f.three(532, fold(rh.rset), ht, dt<<8|l)
	f.three(533, fold(nd.rset), fold(rd.lset), dt<<8|l)
	f.three(534, nh.lbl(), ht, dt<<8|l)
	f.three(535, nh.lbl(), rh.lbl(), dt<<8|side)
	f.three(536, uint32(fore.tok(nh.head).x), ht, dt)
	f.three(537, bt, l, dt)
	f.three(538, dd, l, dt)
	f.three(539, bt, dd, side)
	f.three(540, uint32(min(nh.nr, 4))<<8|uint32(min(rh.nl, 4)), ht, l)
	f.three(541, d.clu, h.clu10(), l)
	f.three(542, h.shape, d.shape, side)
	f.three(543, uint32(h.u), uint32(d.u), uint32(o.u)<<8|side)
	f.three(544, dd, distance(abs(other-dep)), ht<<8|dt)
	f.three(545, fore.tok(nd.rc).low, ht, dt)
	f.three(546, d.low, l, side)
	f.three(547, b2u(int(head) < len(fore.ts) && fore.unsure(back, head)), side, dt)
}

func abs(v int32) int32 {
	if v < 0 {
		return -v
	}
	return v
}

// unsure reports whether the parsers differ over the head of word i.
func (s *state) unsure(back *state, i int32) bool {
	return s.nodes[i].head != back.unmirror(i)
}

// scorePick is the worth of a head as the model sees it: a part of its own for
// each parser's, and one they share.
func pickScore(which int, s [4]int32) int32 { return s[which] + s[2] }

// mend turns the forward parser's tree to the picked heads, best lead first,
// as long as it stays a tree with one root.
func (w *worker) mend() {
	fore, back := &w.st, &w.back
	w.choices = differ(w.choices, fore, back)
	n := int32(len(fore.ts))
	var s [4]int32
	for i := range w.choices {
		c := &w.choices[i]
		for which := range 2 {
			pickFeats(&w.f, fore, back, *c, which)
			w.picker.score(w.f.h, &s)
			if which == 0 {
				c.lead = -pickScore(0, s)
			} else {
				c.lead += pickScore(1, s)
			}
		}
	}
	w.heads = grow(w.heads, int(n))
	w.from = grow(w.from, int(n))
	roots := 0
	for i := range fore.ts {
		w.heads[i], w.from[i] = fore.nodes[i].head, 0
	}
	for _, c := range w.choices {
		if c.lead > 0 {
			w.heads[c.dep], w.from[c.dep] = c.head[1], 1
		}
	}
	for _, h := range w.heads {
		if h == n {
			roots++
		}
	}
	if roots != 1 || !acyclic(w.heads, &w.mark) {
		w.mendOneByOne()
	}
	fore.redraw(w.heads, func(i int) uint8 {
		if w.from[i] == 1 {
			return back.nodes[n-1-int32(i)].label
		}
		return fore.nodes[i].label
	}, w.in, &w.labels)
}

func (w *worker) mendOneByOne() {
	fore := &w.st
	n := int32(len(fore.ts))
	for i := range fore.ts {
		w.heads[i], w.from[i] = fore.nodes[i].head, 0
	}
	for k := range w.choices { // strongest first; few, so that a plain sort serves
		for j := k; j > 0 && w.choices[j].lead > w.choices[j-1].lead; j-- {
			w.choices[j], w.choices[j-1] = w.choices[j-1], w.choices[j]
		}
	}
	for _, c := range w.choices {
		if c.lead <= 0 {
			break
		}
		if c.head[0] == n || c.head[1] == n || above(w.heads, c.head[1], c.dep) {
			continue
		}
		w.heads[c.dep], w.from[c.dep] = c.head[1], 1
	}
}

// above reports whether a stands on the way from word i to the root.
func above(heads []int32, i, a int32) bool {
	for n := 0; int(i) < len(heads) && n <= len(heads); n++ {
		if i == a {
			return true
		}
		i = heads[i]
	}
	return false
}

// acyclic reports whether every word hangs on the root.
func acyclic(heads []int32, mark *[]int32) bool {
	m := grow(*mark, len(heads))
	*mark = m
	for i := range m {
		m[i] = -1
	}
	for i := range heads {
		k := int32(i)
		for int(k) < len(heads) && m[k] < 0 {
			m[k] = int32(i)
			k = heads[k]
		}
		if int(k) < len(heads) && m[k] == int32(i) {
			return false
		}
	}
	return true
}

// redraw draws the tree anew with other heads.
func (s *state) redraw(heads []int32, label func(int) uint8, in *inventory, labels *[]uint8) {
	l := grow(*labels, len(heads))
	*labels = l
	for i := range heads {
		l[i] = label(i)
	}
	for i := range s.nodes {
		s.nodes[i] = noNode
	}
	for i, h := range heads {
		s.attach(h, int32(i), l[i], in)
	}
}
