package reuse

import "math"

// wood sums over all forests of a family: every way in which each member that
// is no root has one other as its parent, weighed by the product of its arcs
// (Kirchhoff; Tutte 1948). One tree is never the only one that fits; what share
// of all of them has an arc is how sure it is.
type wood struct {
	n      int
	arcs   [][]float64 // weights by parent and child, scaled: the largest into each node is one
	scale  []float64   // the logarithm of what each node's were divided by
	into   []float64   // the sum of the weights into each node
	favour float64     // how much more arcs from a seen root weigh

	// The nodes that are no roots, and the work on them.
	free    []int
	place   []int     // in free; fromRoot and fromOther for those that are not
	rows    []float64 // weights among the free ones, a row for each child
	roots   []float64 // the weight of its arcs from the roots
	other   []float64 // that of its arc from a further root
	pivot   []float64
	descend []float64
}

const (
	fromRoot  = -1
	fromOther = -2
)

// leastLog bounds how much less one arc into a node weighs than another, so that
// no weight is lost.
const leastLog = 300

// newWood takes the logarithm of the weight of each arc.
func newWood(n int, log func(parent, child int) float64) *wood {
	w := &wood{n: n, favour: 1, scale: make([]float64, n), into: make([]float64, n), place: make([]int, n),
		rows: make([]float64, n*n), roots: make([]float64, n), other: make([]float64, n), pivot: make([]float64, n), descend: make([]float64, n)}
	for range n {
		w.arcs = append(w.arcs, make([]float64, n))
	}
	for j := range n {
		w.scale[j] = math.Inf(-1)
		for i := range n {
			if i != j {
				w.arcs[i][j] = log(i, j)
				w.scale[j] = max(w.scale[j], w.arcs[i][j])
			}
		}
		for i := range n {
			if i != j {
				w.arcs[i][j] = math.Exp(max(-leastLog, w.arcs[i][j]-w.scale[j]))
				w.into[j] += w.arcs[i][j]
			}
		}
	}
	return w
}

// atMost is the logarithm of a weight that the forests under some roots do not
// surpass: each node takes its parent without regard to the others.
func (w *wood) atMost(under []int) float64 {
	sum := 0.0
	for j := range w.n {
		if len(under) > 0 && under[0] == j {
			under = under[1:]
			continue
		}
		sum += w.scale[j] + math.Log(w.into[j]*w.favour)
	}
	return sum
}

// lay lays out the weights among the nodes that are not roots. seen says that
// under is a seen root, other a further root that is kept apart, -1 for none.
func (w *wood) lay(under []int, seen bool, other int) {
	w.free = w.free[:0]
	for j := range w.n {
		switch {
		case len(under) > 0 && under[0] == j:
			w.place[j] = fromRoot
			under = under[1:]
		case j == other:
			w.place[j] = fromOther
		default:
			w.place[j] = len(w.free)
			w.free = append(w.free, j)
		}
	}
	favour := 1.0
	if seen {
		favour = w.favour
	}
	for at, c := range w.free {
		row := w.rows[at*w.n : (at+1)*w.n]
		w.roots[at], w.other[at], row[at] = 0, 0, 0
		for p, place := range w.place {
			switch {
			case p == c:
			case place == fromRoot:
				w.roots[at] += favour * w.arcs[p][c]
			case place == fromOther:
				w.other[at] = w.arcs[p][c]
			default:
				row[place] = w.arcs[p][c]
			}
		}
	}
}

// eliminate takes the nodes out one by one, as Grassmann, Taksar and Heyman do
// (1985): no number is taken from another, so that two texts which are all but
// the same cost no digits. It returns the logarithm of the weight of all forests.
func (w *wood) eliminate() (float64, bool) {
	log := 0.0
	m := len(w.free)
	for k := m - 1; k >= 0; k-- {
		row := w.rows[k*w.n : k*w.n+m]
		sum := w.roots[k] + w.other[k]
		for j := range k {
			sum += row[j]
		}
		if !(sum > 0) {
			return 0, false
		}
		w.pivot[k] = sum
		log += math.Log(sum) + w.scale[w.free[k]]
		for i := range k {
			to := w.rows[i*w.n : i*w.n+m]
			f := to[k] / sum
			if f == 0 {
				continue
			}
			own := to[i]
			for j, x := range row[:k] {
				to[j] += f * x
			}
			to[i] = own
			w.roots[i] += f * w.roots[k]
			w.other[i] += f * w.other[k]
		}
	}
	return log, true
}

// sum is the logarithm of the weight of all forests under some roots, in order;
// false where there is none. Cost: the cube of the nodes.
func (w *wood) sum(under []int, seen bool) (float64, bool) {
	w.lay(under, seen, -1)
	return w.eliminate()
}

// shares adds to arcs, times x, the share of the forests under some roots that
// have each arc; log is their sum. A forest with the arc is one in which its
// child is a further root and its parent does not descend from that. Cost: the
// fourth power of the nodes.
func (w *wood) shares(under []int, seen bool, x, log float64, arcs [][]float64) {
	rest := under
	for c := range w.n {
		if len(rest) > 0 && rest[0] == c {
			rest = rest[1:]
			continue
		}
		w.lay(under, seen, c)
		cut, ok := w.eliminate()
		if !ok {
			continue
		}
		for at := range w.free { // how likely each descends from a root, and not from c
			h := w.roots[at]
			for j := range at {
				h += w.rows[at*w.n+j] * w.descend[j]
			}
			w.descend[at] = h / w.pivot[at]
		}
		y := x * math.Exp(cut+w.scale[c]-log)
		for p, place := range w.place {
			switch {
			case p == c:
			case place >= 0:
				arcs[p][c] += y * w.arcs[p][c] * w.descend[place]
			case seen:
				arcs[p][c] += y * w.arcs[p][c] * w.favour
			default:
				arcs[p][c] += y * w.arcs[p][c]
			}
		}
	}
}
