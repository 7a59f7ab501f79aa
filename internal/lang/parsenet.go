package lang

import "math/bits"

// movePlaces are the places of words the net of transitions looks at, and
// moveRows the sizes of its features.
const movePlaces = 12

var moveSizes = func() (out []int) {
	for range 23 {
		out = append(out, 64) // tags
	}
	for range 2 {
		out = append(out, 32)
	}
	for range 12 {
		out = append(out, 64) // labels
	}
	// distances, counts, capitals; then the sets of labels on the top's left and
	// right and on the front's left
	return append(out, 16, 64, 8, 8, 8, 8, 8, 16, 8, 8, 16, 64, 64, 64)
}()

var moveBase, moveTotal = bases(moveSizes)

func bases(sizes []int) ([]int32, int) {
	var out []int32
	at := 0
	for _, n := range sizes {
		out = append(out, int32(at))
		at += n
	}
	return out, at
}

// moveInput gathers what the net of transitions looks at: words (indexes of
// tokens) and rows.
func (s *state) moveInput(words *[movePlaces]int32, rows []int32) []int32 {
	t0, t1, t2, b := s.top(0), s.top(1), s.top(2), s.front
	n := int32(len(s.ts))
	nS, nN, n1 := s.node(t0), s.node(b), s.node(t1)
	in := func(i int32) int32 {
		if i < 0 || i >= n {
			return -1
		}
		return i
	}
	h := nS.head
	*words = [movePlaces]int32{in(t0), in(t1), in(b), in(b + 1), in(b + 2), in(h), in(nS.lc), in(nS.rc), in(nS.first), in(nN.lc), in(nN.first), in(t2)}
	k := 0
	rows = rows[:0]
	add := func(v int32) {
		rows = append(rows, moveBase[k]+min(v, int32(moveSizes[k]-1)))
		k++
	}
	tag := func(i int32) {
		add(s.tagRow(i))
	}
	h2 := int32(-1)
	if h >= 0 {
		h2 = s.nodes[h].head
	}
	s0a, s0b := int32(-1), int32(-1)
	if t0 >= 0 {
		s0a, s0b = t0-1, t0+1
	}
	for _, i := range [...]int32{t0, t1, t2, s.top(3), b, b + 1, b + 2, b + 3, b + 4, b - 1, s0a, s0b, h, h2, nS.lc, nS.lc2, nS.rc, nS.rc2, nN.lc, nN.lc2, n1.lc, n1.rc, n1.head} {
		tag(i)
	}
	for _, i := range [...]int32{t0, b} {
		if i = in(i); i < 0 {
			add(0)
		} else {
			add(int32(s.ts[i].u))
		}
	}
	for _, i := range [...]int32{t0, t1, t2, h, nS.lc, nS.lc2, nS.rc, nS.rc2, nN.lc, nN.lc2, n1.lc, n1.rc} {
		if i < 0 {
			add(63)
		} else {
			add(int32(s.nodes[i].label))
		}
	}
	if t0 < 0 {
		add(0)
	} else {
		add(far(b - t0))
	}
	add(int32(s.between(t0, b)))
	add(int32(nS.nl))
	add(int32(nS.nr))
	add(int32(nN.nl))
	add(int32(len(s.stack)))
	cap := func(i int32) int32 {
		if i = in(i); i < 0 || !s.ts[i].caps {
			return 0
		}
		return 1
	}
	add(cap(t0) | cap(b)<<1 | cap(b+1)<<2)
	if t1 < 0 {
		add(0)
	} else {
		add(far(t0 - t1))
	}
	has := func(i int32) int32 {
		if i < 0 || s.nodes[i].head < 0 {
			return 0
		}
		return 1
	}
	add(has(t0) | has(t1)<<1 | has(t2)<<2)
	add(int32(n1.nr))
	add(far(n - b))
	rows = setRows(rows, moveBase[k], nS.lset)
	rows = setRows(rows, moveBase[k+1], nS.rset)
	return setRows(rows, moveBase[k+2], nN.lset)
}

// setRows appends a row for each label of a set.
func setRows(rows []int32, base int32, set uint64) []int32 {
	for ; set != 0; set &= set - 1 {
		rows = append(rows, base+int32(bits.TrailingZeros64(set)))
	}
	return rows
}

// far sorts distances.
func far(d int32) int32 {
	switch {
	case d <= 8:
		return d
	case d <= 12:
		return 9
	case d <= 16:
		return 10
	case d <= 24:
		return 11
	}
	return 12
}

// arcPlaces are the places of words the net of labels looks at, and arcSizes
// the sizes of its features.
const arcPlaces = 7

var arcSizes = []int{
	64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, // tags
	32, 32,
	64, 64, 64, 64, // labels
	32, 64, 8, 8, 16,
	64, 64, 64, 64, // sets of labels
}

var arcBase, arcTotal = bases(arcSizes)

// arcInput gathers what the net of labels looks at, of the arc from head to dep
// in a whole tree.
func (s *state) arcInput(words *[arcPlaces]int32, rows []int32, head, dep int32) []int32 {
	n := int32(len(s.ts))
	in := func(i int32) int32 {
		if i < 0 || i >= n {
			return -1
		}
		return i
	}
	nh, nd := s.node(head), s.node(dep)
	*words = [arcPlaces]int32{in(head), dep, in(nd.first), in(dep - 1), in(dep + 1), in(nh.head), in(nd.rc)}
	k := 0
	rows = rows[:0]
	add := func(v int32) {
		rows = append(rows, arcBase[k]+min(v, int32(arcSizes[k]-1)))
		k++
	}
	for _, i := range [...]int32{head, dep, dep - 1, dep + 1, dep + 2, head - 1, head + 1, nd.lc, nd.rc, nd.first, nh.head, nd.lc2} {
		add(s.tagRow(i))
	}
	add(int32(s.ts[dep].u))
	if i := in(head); i < 0 {
		add(0)
	} else {
		add(int32(s.ts[i].u))
	}
	for _, i := range [...]int32{head, nd.lc, nd.rc, nh.head} {
		if i < 0 {
			add(63)
		} else {
			add(int32(s.nodes[i].label))
		}
	}
	dir, lo, hi := int32(0), head, dep
	if dep < head {
		dir, lo, hi = 16, dep, head
	}
	add(dir | far(hi-lo))
	add(int32(s.between(lo, hi)))
	add(int32(nd.nl))
	add(int32(nd.nr))
	add(int32(b2u(s.ts[dep].caps)) | int32(b2u(dep == 0))<<1 | int32(b2u(nh.head == n))<<2)
	ls, rs := s.othersSet(head, dep)
	rows = setRows(rows, arcBase[k], nd.lset)
	rows = setRows(rows, arcBase[k+1], nd.rset)
	rows = setRows(rows, arcBase[k+2], ls)
	return setRows(rows, arcBase[k+3], rs)
}

// tagRow is the row of the tag of unit i: 63 for the root, 0 where no unit is.
func (s *state) tagRow(i int32) int32 {
	switch n := int32(len(s.ts)); {
	case i == n:
		return 63
	case i < 0 || i > n:
		return 0
	}
	return int32(s.ts[i].x)
}
