package lang

import "math"

// A group is what the net of transitions sees of a word for standing in one
// place, whatever the rest of the tree: the word, its tag, its neighbours. Its
// sum is computed once in a sentence.
const (
	atFront = iota
	atTop
	moveGroups = 10
)

// groupPlace and groupTag are the place of a group's word and the feature of
// its tag in moveInput; -1 for none. They stand in the order of moveWords.
var (
	groupPlace = [moveGroups]int{2, 0, 1, 11, 5, 6, 7, 9, 8, 10}
	groupTag   = [moveGroups]int32{4, 0, 1, 2, 12, 14, 16, 18, -1, -1}
)

// moveWords returns the words of the groups: the root is one, none is below 0.
func (s *state) moveWords() [moveGroups]int32 {
	t0, t1, t2, b := s.top(0), s.top(1), s.top(2), s.front
	nS, nN := s.node(t0), s.node(b)
	return [...]int32{b, t0, t1, t2, nS.head, nS.lc, nS.rc, nN.lc, nS.first, nN.first}
}

// moveSingles gathers the rows that are in no group, as moveInput has them.
func (s *state) moveSingles(rows []int32) []int32 {
	const (
		labels = labelRows
		dist   = labels + 12*64
		betw   = dist + 16
		nl     = betw + 64
		nr     = nl + 8
		nnl    = nr + 8
		size   = nnl + 8
		caps   = size + 8
		dist1  = caps + 8
		has    = dist1 + 16
		n1r    = has + 8
		sets   = n1r + 8 + 16
	)
	t0, t1, t2, b := s.top(0), s.top(1), s.top(2), s.front
	n := int32(len(s.ts))
	nS, nN, n1 := s.node(t0), s.node(b), s.node(t1)
	h := nS.head
	h2 := int32(-1)
	if h >= 0 {
		h2 = s.nodes[h].head
	}
	label := func(i int32) int32 {
		if i < 0 {
			return 63
		}
		return int32(s.nodes[i].label)
	}
	capital := func(i int32) int32 {
		if i < 0 || i >= n || !s.ts[i].caps {
			return 0
		}
		return 1
	}
	headed := func(i int32) int32 {
		if i < 0 || s.nodes[i].head < 0 {
			return 0
		}
		return 1
	}
	d, d1 := int32(0), int32(0)
	if t0 >= 0 {
		d = far(b - t0)
	}
	if t1 >= 0 {
		d1 = far(t0 - t1)
	}
	rows = append(rows[:0],
		3*64+s.tagRow(s.top(3)), 13*64+s.tagRow(h2), 15*64+s.tagRow(nS.lc2), 17*64+s.tagRow(nS.rc2),
		19*64+s.tagRow(nN.lc2), 20*64+s.tagRow(n1.lc), 21*64+s.tagRow(n1.rc), 22*64+s.tagRow(n1.head),
		labels+label(t0), labels+64+label(t1), labels+2*64+label(t2), labels+3*64+label(h),
		labels+4*64+label(nS.lc), labels+5*64+label(nS.lc2), labels+6*64+label(nS.rc), labels+7*64+label(nS.rc2),
		labels+8*64+label(nN.lc), labels+9*64+label(nN.lc2), labels+10*64+label(n1.lc), labels+11*64+label(n1.rc),
		dist+d, betw+int32(s.between(t0, b)), nl+int32(nS.nl), nr+int32(nS.nr), nnl+int32(nN.nl),
		size+min(int32(len(s.stack)), 7), caps+(capital(t0)|capital(b)<<1|capital(b+1)<<2), dist1+d1,
		has+(headed(t0)|headed(t1)<<1|headed(t2)<<2), n1r+int32(n1.nr))
	rows = setRows(rows, sets, nS.lset)
	rows = setRows(rows, sets+64, nS.rset)
	return setRows(rows, sets+2*64, nN.lset)
}

// readMove reads what the net of transitions is to look at: the words of groups,
// and rows.
func (u *netUse) readMove(s *state) {
	words := s.moveWords()
	u.words, u.rows = append(u.words[:0], words[:]...), s.moveSingles(u.rows)
}

// lookMove looks with the net of transitions at a state that was read.
func (u *netUse) lookMove(q *quick, s *state) {
	u.terms = u.terms[:0]
	for k, i := range u.words {
		if i >= 0 {
			u.terms = append(u.terms, u.part(q, s, k, int(i)))
		} else {
			u.rows = groupRows(u.rows, s, k, -1)
		}
	}
	u.sum(q)
}

// part returns the sum of group k for word i.
func (u *netUse) part(q *quick, s *state, k, i int) *int16 {
	at := i*moveGroups + k
	sum := u.parts[at*q.hidden:][:q.hidden]
	if !u.have[at] {
		u.have[at] = true
		u.partTerms = u.partTerms[:0]
		words := 1
		if k == atFront {
			words = 3
		}
		for p := range words {
			if i+p < len(s.ts) {
				u.partTerms = append(u.partTerms, u.wordAt(q, s.ts, int32(i+p), groupPlace[k]+p))
			}
		}
		u.partRows = groupRows(u.partRows[:0], s, k, int32(i))
		clear(sum)
		sums(sum, sum, u.partTerms, q.row, u.partRows, math.MinInt16)
	}
	return &sum[0]
}

// groupRows appends the rows of group k for word i, which may be none.
func groupRows(rows []int32, s *state, k int, i int32) []int32 {
	if groupTag[k] < 0 {
		return rows
	}
	const classes, toEnd = 23 * 64, labelRows + 12*64 + 152
	rows = append(rows, groupTag[k]*64+s.tagRow(i))
	switch k {
	case atFront:
		rows = append(rows, 5*64+s.tagRow(i+1), 6*64+s.tagRow(i+2), 7*64+s.tagRow(i+3), 8*64+s.tagRow(i+4), 9*64+s.tagRow(i-1),
			classes+32+int32(s.tok(i).u), toEnd+far(int32(len(s.ts))-i))
	case atTop:
		before, after := i-1, i+1
		if i < 0 {
			before, after = -1, -1
		}
		rows = append(rows, 10*64+s.tagRow(before), 11*64+s.tagRow(after), classes+int32(s.tok(i).u))
	}
	return rows
}

// labelRows is where the rows of labels begin.
const labelRows = 23*64 + 2*32
