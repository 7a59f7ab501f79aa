package reuse

import (
	"math"
	"slices"
)

// rootsOf returns the members that may be the root; of a very large family only
// that of the likeliest tree.
func (a *asked) rootsOf(regime int) []int {
	var out []int
	if a.n <= mostSearched {
		for r := range a.n {
			out = append(out, r)
		}
		return out
	}
	far := make([]float64, a.n)
	for j := range far {
		far[j] = -farthest
	}
	return a.under(regime, far)
}

// farthest is the weight, as minus a logarithm, of an arc that is only taken
// where there is no other.
const farthest = 1e6

// under returns the members, in order, that have their texts from the head in
// the likeliest tree, if its arcs have these weights.
func (a *asked) under(regime int, head []float64) []int {
	w := a.regimes[regime].wood
	var arcs []arc
	for j := range a.n {
		arcs = append(arcs, arc{a.n, j, w.scale[j] - head[j], len(arcs)})
		for i := range a.n {
			if i != j {
				arcs = append(arcs, arc{i, j, min(farthest/2, -math.Log(w.arcs[i][j])), len(arcs)})
			}
		}
	}
	var out []int
	for _, k := range arborescence(a.n+1, a.n, arcs) {
		if arcs[k].parent == a.n {
			out = append(out, arcs[k].child)
		}
	}
	slices.Sort(out)
	return out
}

// mostTurns bounds how often the readings of the unseen head are taken anew.
const mostTurns = 8

// turns takes the head to read as most of some members do, takes those that
// then have their texts from it, and so on until they stay the same.
func (a *asked) turns(under []int, regime int) []int {
	for range mostTurns {
		head := a.heads(under)
		for j := range head {
			head[j] += a.regimes[regime].lean[j] + favours[len(favours)/2]
		}
		next := a.under(regime, head)
		if slices.Equal(next, under) {
			break
		}
		under = next
	}
	return under
}

// search looks for the sets of a large family: it begins with the texts under
// the likeliest seen root and with all, and takes in or out one member, or puts one
// in the place of another, as long as that makes the set likelier.
func (a *asked) search() {
	regime, root := 0, 0
	for i, c := range a.found {
		if i == 0 || c.weight > a.found[root].weight {
			regime, root = c.regime, i
		}
	}
	all := make([]int, a.n)
	for i := range all {
		all[i] = i
	}
	starts := [][]int{all}
	if len(a.found) > 0 {
		starts = append(starts, a.below(a.found[root]))
	}
	for _, start := range starts {
		under := a.turns(start, regime)
		weigh := func(under []int) float64 {
			before := len(a.found)
			a.open(under, regime)
			if len(a.found) == before {
				return math.Inf(-1)
			}
			return a.found[len(a.found)-1].weight
		}
		best := weigh(under)
		for again := true; again && a.n <= mostSearched; {
			again = false
			for _, next := range neighbours(under, a.n) {
				if a.counted > mostSums {
					return
				}
				if w := weigh(next); w > best {
					under, best, again = next, w, true
					break
				}
			}
		}
		for r := range a.regimes {
			if r != regime {
				a.open(under, r)
			}
		}
	}
}

// below returns the root of a configuration and the texts that have theirs from
// it in its likeliest tree, in order.
func (a *asked) below(c config) []int {
	root, w := c.under[0], a.regimes[c.regime].wood
	var arcs []arc
	for j := range a.n {
		if j == root {
			continue
		}
		for i := range a.n {
			if i != j {
				arcs = append(arcs, arc{i, j, min(farthest/2, -math.Log(w.arcs[i][j])), len(arcs)})
			}
		}
	}
	out := []int{root}
	for _, k := range arborescence(a.n, root, arcs) {
		if arcs[k].parent == root {
			out = append(out, arcs[k].child)
		}
	}
	slices.Sort(out)
	return out
}

// neighbours are the sets that differ from one by a member, then those that have
// one in the place of another.
func neighbours(under []int, n int) [][]int {
	var out [][]int
	for m := range n {
		out = append(out, flip(under, m))
	}
	for _, u := range under {
		without := flip(under, u)
		for m := range n {
			if _, in := slices.BinarySearch(under, m); !in {
				out = append(out, flip(without, m))
			}
		}
	}
	return out
}

// flip puts m into a set, or takes it out.
func flip(under []int, m int) []int {
	var out []int
	at, in := slices.BinarySearch(under, m)
	out = append(out, under[:at]...)
	if in {
		return append(out, under[at+1:]...)
	}
	return append(append(out, m), under[at:]...)
}
