package story

// pair is two groups and how alike they were at their turns.
type pair struct {
	a, b   int32
	ta, tb int32
	sim    float64
}

// before reports whether x is to be joined before y: the pair most alike first,
// of equals the first by number.
func (x *pair) before(y *pair) bool {
	if x.sim != y.sim {
		return x.sim > y.sim
	}
	return x.a < y.a || x.a == y.a && x.b < y.b
}

// queue gives the first pair first (a heap).
type queue []pair

// order makes a queue of pairs in any order.
func (q queue) order() {
	for i := len(q)/2 - 1; i >= 0; i-- {
		q.down(i)
	}
}

// down lets pair i sink to its place.
func (q queue) down(i int) {
	p := q[i]
	for {
		k := 2*i + 1
		if k >= len(q) {
			break
		}
		if k+1 < len(q) && q[k+1].before(&q[k]) {
			k++
		}
		if !q[k].before(&p) {
			break
		}
		q[i] = q[k]
		i = k
	}
	q[i] = p
}

// drop takes the first pair off.
func (q *queue) drop() {
	old := *q
	n := len(old) - 1
	old[0] = old[n]
	*q = old[:n]
	if n > 0 {
		q.down(0)
	}
}

// replace puts p in place of the first pair, which it does not come before.
func (q queue) replace(p pair) {
	q[0] = p
	q.down(0)
}
