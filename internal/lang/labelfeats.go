package lang

// labelFeats gathers what tells the label of the arc from head to dep, with
// what of the tree is known.
func (s *state) labelFeats(f *feats, head, dep int32) {
	f.h = f.h[:0]
	h, d := s.tok(head), s.tok(dep)
	nh, nd := s.node(head), s.node(dep)
	ht, dt := uint32(h.x), uint32(d.x)
	if int(head) == len(s.ts) {
		ht = 99
	}
	dir := uint32(1)
	lo, hi := head, dep
	if dep < head {
		dir = 2
		lo, hi = dep, head
	}
	dd := dir<<8 | distance(hi-lo)
	bt := dir<<8 | s.between(lo, hi)
	first := s.tok(nd.first)
	l, r := s.tok(nd.lc), s.tok(nd.rc)
	n, p := s.tok(dep+1), s.tok(dep-1)
	hl := uint32(nh.label)
	lset, rset := fold(nh.lset), fold(nh.rset)
	if nd.head == head { // a second look: the set holds dep's own label; use the others
		ls, rs := s.othersSet(head, dep)
		lset, rset = fold(ls), fold(rs)
	}
	f.three(301, ht, dt, dir)
	f.two(302, d.low, dir)
	f.three(303, h.low, dt, dir)
	f.three(304, ht, d.low, dir)
	f.three(305, h.low, d.low, dir)
	f.three(306, h.clu10(), d.clu10(), dir)
	f.three(307, h.clu10(), dt, dir)
	f.three(308, ht, d.clu10(), dir)
	f.three(309, ht, dt, dd)
	f.three(310, ht, dt, bt)
	f.three(311, uint32(h.u), uint32(d.u), dd)
	f.three(312, ht, dt, first.low)
	f.two(313, d.low, first.low)
	f.three(314, h.low, first.low, dt)
	f.three(315, d.clu10(), first.low, ht)
	f.three(316, ht, dt, uint32(l.x))
	f.three(317, ht, dt, uint32(r.x))
	f.three(318, dt, l.low, dir)
	f.three(319, dt, r.low, dir)
	f.three(320, dt, fold(nd.lset), ht)
	f.three(321, dt, fold(nd.rset), ht)
	f.three(322, ht, dt, lset^dir)
	f.three(323, ht, dt, rset^dir)
	f.three(324, h.low, dt, lset^dir)
	f.three(325, h.low, dt, rset^dir)
	f.three(326, hl, ht, dt)
	f.three(327, hl, dt, dir)
	f.three(328, uint32(s.tok(nh.head).x), ht, dt)
	f.three(329, ht, dt, uint32(n.x)<<8|dir)
	f.three(330, ht, dt, uint32(p.x)<<8|dir)
	f.three(331, d.low, uint32(n.x), uint32(p.x))
	f.three(332, d.suf3, dt, dir)
	f.three(333, d.clu, dt, dir)
	f.three(334, h.clu, dt, dir)
	f.three(335, uint32(nd.nl)<<8|uint32(nd.nr), dt, ht)
	f.three(336, h.low, d.clu10(), dir)
	f.three(337, dt, n.low, dir)
	f.three(338, dt, p.low, dir)
	f.three(339, ht, d.clu, first.low)
	f.three(340, h.clu10(), d.clu10(), first.low)
	f.three(341, uint32(s.tok(head-1).x), ht, dt)
	f.three(342, uint32(s.tok(head+1).x), ht, dt)
	f.three(343, h.shape, d.shape, dir)
	f.three(344, lset, rset, dt)
	f.three(345, d.clu10(), uint32(r.x), first.low)
	f.three(346, ht, s.node(nd.lc).lbl(), dt)
	f.three(347, ht, s.node(nd.rc).lbl(), dt)
	f.three(348, h.clu, d.low, dir)
	f.three(349, uint32(s.tok(nh.first).low), ht, dt)
}

func (n *node) lbl() uint32 { return uint32(n.label) }

// othersSet is the labels of head's children but dep, before and after it.
func (s *state) othersSet(head, dep int32) (l, r uint64) {
	nh, nd := s.node(head), s.node(dep)
	bit := uint64(1) << (nd.label & 63)
	ls, rs := nh.lset, nh.rset
	if dep < head {
		ls &^= bit
	} else {
		rs &^= bit
	}
	return ls, rs
}
