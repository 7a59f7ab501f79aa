package lang

// The parser is arc-eager: it reads the words from left to right with a stack,
// and each word is attached when its head is on the stack or at the front.
// After the last word stands the root, as a word of its own.
const (
	shift  = iota // the front goes onto the stack
	reduce        // the top, which has a head, is left
	left          // the front is head of the top, which is left
	right         // the top is head of the front, which goes onto the stack
)

// node is what the tree so far says of a word.
type node struct {
	head           int32 // -1 for none yet
	lc, lc2        int32 // leftmost child, the one after it; -1
	rc, rc2        int32 // rightmost child, the one before it; -1
	nl, nr         uint8 // how many, to 7
	label          uint8 // 1-based, 0 for none yet
	onStack        bool
	lset, rset     uint64 // labels of the children, as bits
	first, nearest int32  // child with a case or mark label; last child added
}

// state is a parse under way.
type state struct {
	ts    []token
	nodes []node // one more than words: the root
	stack []int32
	front int32
	// counts of verbs, commas and such among the words before each, for what
	// stands between two words
	marks [][4]uint16
	score float32 // log of how likely the transitions so far are
}

// copy makes s a copy of from.
func (s *state) copy(from *state) {
	s.ts, s.marks, s.front, s.score = from.ts, from.marks, from.front, from.score
	s.nodes = append(s.nodes[:0], from.nodes...)
	s.stack = append(s.stack[:0], from.stack...)
}

func (s *state) reset(ts []token, in *inventory) {
	n := len(ts)
	s.ts = ts
	s.nodes = grow(s.nodes, n+1)
	for i := range s.nodes {
		s.nodes[i] = node{head: -1, lc: -1, lc2: -1, rc: -1, rc2: -1, first: -1, nearest: -1}
	}
	s.stack = s.stack[:0]
	s.front, s.score = 0, 0
	s.marks = grow(s.marks, n+1)
	var m [4]uint16
	for i := range n {
		s.marks[i] = m
		if k := in.mark[ts[i].x]; k > 0 {
			m[k-1]++
		}
	}
	s.marks[n] = m
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2+16)
	}
	return s[:n]
}

// between says what stands between words a < b: bits for a verb, a comma, a
// conjunction, an odd number of quotation marks.
func (s *state) between(a, b int32) uint32 {
	if a < 0 || b <= a+1 {
		return 0
	}
	x, y := &s.marks[a+1], &s.marks[b]
	m := uint32(0)
	if v := y[0] - x[0]; v > 1 {
		m |= 2
	} else if v == 1 {
		m |= 1
	}
	if v := y[1] - x[1]; v > 1 {
		m |= 8
	} else if v == 1 {
		m |= 4
	}
	if y[2] > x[2] {
		m |= 16
	}
	return m | uint32((y[3]-x[3])&1)<<5
}

func (s *state) done() bool {
	return s.front == int32(len(s.ts)) && len(s.stack) == 0
}

func (s *state) top(k int) int32 {
	if n := len(s.stack) - 1 - k; n >= 0 {
		return s.stack[n]
	}
	return -1
}

// legal returns the transitions that may be taken, as bits. Where the words
// are at an end and the top has no head but others lie below it, none may: see
// settle.
func (s *state) legal() uint {
	root := s.front == int32(len(s.ts))
	t := s.top(0)
	m := uint(0)
	if !root {
		m |= 1 << shift
		if t >= 0 {
			m |= 1 << right
		}
	}
	if t >= 0 {
		if s.nodes[t].head >= 0 {
			m |= 1 << reduce
		} else if !root || len(s.stack) == 1 {
			m |= 1 << left
		}
	}
	return m
}

// settle is taken where no transition is legal: the top is attached to the
// word below it. It returns the arc.
func (s *state) settle() (head, dep int32) {
	dep, head = s.top(0), s.top(1)
	s.stack = s.stack[:len(s.stack)-1]
	return head, dep
}

// forced goes on where nothing is to be chosen: no transition is legal, or one
// is. ok is false where there is a choice.
func (s *state) forced(legal uint) (head, dep int32, ok bool) {
	switch legal {
	case 0:
		head, dep = s.settle()
	case 1 << shift:
		head, dep = s.take(shift)
	case 1 << reduce:
		head, dep = s.take(reduce)
	case 1 << left:
		head, dep = s.take(left)
	default:
		return 0, 0, false
	}
	return head, dep, true
}

// take takes a transition. An arc it draws is returned, and is to be given to
// attach with its label.
func (s *state) take(t int) (head, dep int32) {
	head, dep = -1, -1
	switch t {
	case shift:
		s.push()
	case reduce:
		s.pop()
	case left:
		head, dep = s.front, s.top(0)
		s.pop()
	case right:
		head, dep = s.top(0), s.front
		s.push()
	}
	return head, dep
}

func (s *state) push() {
	s.nodes[s.front].onStack = true
	s.stack = append(s.stack, s.front)
	s.front++
}

func (s *state) pop() {
	n := len(s.stack) - 1
	s.nodes[s.stack[n]].onStack = false
	s.stack = s.stack[:n]
}

// attach draws the arc from head to dep.
func (s *state) attach(head, dep int32, label uint8, in *inventory) {
	h, d := &s.nodes[head], &s.nodes[dep]
	d.head, d.label = head, label
	h.nearest = dep
	bit := uint64(1) << (label & 63)
	if in.marker[label] && h.first < 0 {
		h.first = dep
	}
	if dep < head {
		h.nl = min(h.nl+1, 7)
		h.lset |= bit
		if h.lc < 0 || dep < h.lc {
			h.lc, h.lc2 = dep, h.lc
		} else if h.lc2 < 0 || dep < h.lc2 {
			h.lc2 = dep
		}
		return
	}
	h.nr = min(h.nr+1, 7)
	h.rset |= bit
	if dep > h.rc {
		h.rc, h.rc2 = dep, h.rc
	} else if dep > h.rc2 {
		h.rc2 = dep
	}
}

// inventory holds what the models' labels mean to the parser.
type inventory struct {
	x, u, rel []string         // classes, 0-based; tokens hold them 1-based
	mark      [maxClasses]byte // by 1-based XPOS: 1 verb, 2 comma or stop, 3 conjunction, 4 quotation mark
	marker    [maxClasses]bool // by 1-based label: case, mark
	root      uint8            // label, 1-based
	nnp, nnps uint8            // XPOS, 1-based
}

func newInventory(x, u, rel []string) *inventory {
	in := &inventory{x: x, u: u, rel: rel}
	for i, t := range x {
		switch t {
		case "NNP":
			in.nnp = uint8(i + 1)
		case "NNPS":
			in.nnps = uint8(i + 1)
		case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD":
			in.mark[i+1] = 1
		case ",", ":", ".":
			in.mark[i+1] = 2
		case "CC":
			in.mark[i+1] = 3
		case "``", "''":
			in.mark[i+1] = 4
		}
	}
	for i, l := range rel {
		in.marker[i+1] = l == "case" || l == "mark"
		if l == "root" {
			in.root = uint8(i + 1)
		}
	}
	return in
}
