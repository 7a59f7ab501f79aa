package reuse

// matcher finds which of many short phrases stand in a text, in one pass over
// its bytes (Aho and Corasick 1975). Letters of ASCII match in either case.
type matcher struct {
	next [][256]uint16
	out  []class // what has been seen on reaching a state
}

// class is a set of kinds of phrase.
type class uint8

const (
	noticeClass  class = 1 << iota // the house speaks
	captionClass                   // a picture is spoken of
	photoClass                     // perhaps: the longer pattern must be tried
)

func newMatcher(phrases map[string]class) *matcher {
	m := &matcher{next: make([][256]uint16, 1), out: make([]class, 1)}
	for p, c := range phrases {
		s := uint16(0)
		for i := range len(p) {
			b := lower(p[i])
			if m.next[s][b] == 0 {
				m.next = append(m.next, [256]uint16{})
				m.out = append(m.out, 0)
				m.next[s][b] = uint16(len(m.next) - 1)
			}
			s = m.next[s][b]
		}
		m.out[s] |= c
	}
	// Breadth first: where a byte does not go on, go on from the longest
	// suffix that does.
	fail := make([]uint16, len(m.next))
	queue := []uint16{}
	for _, s := range m.next[0] {
		if s != 0 {
			queue = append(queue, s)
		}
	}
	for len(queue) > 0 {
		s := queue[0]
		queue = queue[1:]
		m.out[s] |= m.out[fail[s]]
		for b, t := range m.next[s] {
			if t == 0 {
				m.next[s][b] = m.next[fail[s]][b]
				continue
			}
			fail[t] = m.next[fail[s]][b]
			queue = append(queue, t)
		}
	}
	return m
}

// classes returns the kinds of the phrases that stand in s.
func (m *matcher) classes(s string) class {
	var c class
	state := uint16(0)
	for i := range len(s) {
		state = m.next[state][lower(s[i])]
		c |= m.out[state]
	}
	return c
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}
