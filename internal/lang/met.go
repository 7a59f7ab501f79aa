package lang

// met holds the words that a net in use has met, between sentences too: a word
// is read once, and its row in a place is computed once. Those that come again
// stay longest.
type met struct {
	list  []metWord
	index map[uint64]int32
	gone  []int32   // numbers that are free
	sums  [][]int16 // rows, so many in each
	next  int32     // the first row not yet used
	freed []int32   // rows that are free
}

// metWord is a word as a net sees it.
type metWord struct {
	key  uint64
	uses int32 // sentences it stood in, of late
	vec  [Dims]int16
	row  [maxPlaces]int32 // 1-based: its row in each place, 0 for one not yet computed
}

const (
	maxPlaces = 12
	maxMet    = 4096 // words held
	inSums    = 128
)

// ready makes room for a sentence of n words.
func (m *met) ready(n int) {
	if m.index == nil {
		m.index = map[uint64]int32{}
	}
	if len(m.list)-len(m.gone)+n > maxMet {
		m.sweep()
	}
}

// sweep lets go of at least half the words, those that stood in the fewest
// sentences of late.
func (m *met) sweep() {
	const most = 64
	var count [most + 1]int
	for i := range m.list {
		if w := &m.list[i]; w.uses > 0 {
			count[min(w.uses, most)]++
		}
	}
	least, kept := int32(most+1), 0
	for least > 1 && kept+count[least-1] <= maxMet/2 {
		least--
		kept += count[least]
	}
	for i := range m.list {
		w := &m.list[i]
		switch {
		case w.uses >= least:
			w.uses = (w.uses + 1) / 2
		case w.uses > 0:
			delete(m.index, w.key)
			m.gone = append(m.gone, int32(i))
			for _, r := range w.row {
				if r > 0 {
					m.freed = append(m.freed, r-1)
				}
			}
			*w = metWord{}
		}
	}
}

// number returns the number of a word in list.
func (m *met) number(q *quick, t *look) int32 {
	key := t.kindKey()
	if i, ok := m.index[key]; ok {
		m.list[i].uses++
		return i
	}
	i := int32(len(m.list))
	if n := len(m.gone); n > 0 {
		i, m.gone = m.gone[n-1], m.gone[:n-1]
	} else {
		m.list = append(m.list, metWord{})
	}
	m.index[key] = i
	w := &m.list[i]
	w.key, w.uses = key, 1
	q.vector(&w.vec, t)
	return i
}

// newRow returns the number of a free row.
func (m *met) newRow(q *quick) int32 {
	if n := len(m.freed); n > 0 {
		r := m.freed[n-1]
		m.freed = m.freed[:n-1]
		return r
	}
	r := m.next
	m.next++
	if int(r)/inSums == len(m.sums) {
		m.sums = append(m.sums, make([]int16, inSums*q.hidden))
	}
	return r
}

// at returns row r.
func (m *met) at(q *quick, r int32) []int16 {
	return m.sums[r/inSums][int(r)%inSums*q.hidden:][:q.hidden]
}
