package event

import "slices"

// bag is a set. Most hold a few things and are a list; one of many has an index
// besides.
type bag[T comparable] struct {
	list []T
	in   map[T]bool
}

// few is how long a list is looked through.
const few = 12

func (b *bag[T]) has(v T) bool {
	if b.in != nil {
		return b.in[v]
	}
	return slices.Contains(b.list, v)
}

// add puts v in, and reports whether it was not.
func (b *bag[T]) add(v T) bool {
	if b.has(v) {
		return false
	}
	b.list = append(b.list, v)
	switch {
	case b.in != nil:
		b.in[v] = true
	case len(b.list) > few:
		b.in = make(map[T]bool, 2*len(b.list))
		for _, w := range b.list {
			b.in[w] = true
		}
	}
	return true
}

// tally counts the tellings that name each of an event's sides. One that fewer
// than a fifth as many name as name the first is at its edge: tellings that
// share only such with it are of something else, and would lead from one
// happening to the next.
type tally struct {
	ids []string
	n   []int
	at  map[string]int // of many, where they stand
	top int
}

const edge = 5

// find is where id stands, -1 for nowhere.
func (t *tally) find(id string) int {
	if t.at == nil {
		return slices.Index(t.ids, id)
	}
	if i, ok := t.at[id]; ok {
		return i
	}
	return -1
}

func (t *tally) add(id string) {
	i := t.find(id)
	if i < 0 {
		i = len(t.ids)
		t.ids, t.n = append(t.ids, id), append(t.n, 0)
		switch {
		case t.at != nil:
			t.at[id] = i
		case i >= few:
			t.at = make(map[string]int, 2*len(t.ids))
			for k, id := range t.ids {
				t.at[id] = k
			}
		}
	}
	t.n[i]++
	t.top = max(t.top, t.n[i])
}

// common is how many of ids it holds, without those at its edge.
func (t *tally) common(ids []string) int {
	n := 0
	for _, id := range ids {
		if i := t.find(id); i >= 0 && t.n[i]*edge > t.top {
			n++
		}
	}
	return n
}

// size is how many it holds, without those at its edge.
func (t *tally) size() int {
	if t.top < edge {
		return len(t.ids)
	}
	n := 0
	for _, k := range t.n {
		if k*edge > t.top {
			n++
		}
	}
	return n
}

// differ reports whether it and ids both hold some and share none.
func (t *tally) differ(ids []string) bool {
	return len(ids) > 0 && len(t.ids) > 0 && t.common(ids) == 0
}
