package reuse

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestArborescence holds the tree against trying every choice of parents.
func TestArborescence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 6).Draw(t, "nodes")
		root := n - 1
		var arcs []arc
		for p := range n {
			for c := range n {
				if p == c || c == root || p != root && rapid.IntRange(0, 3).Draw(t, "gone") == 0 {
					continue
				}
				arcs = append(arcs, arc{p, c, float64(rapid.IntRange(0, 9).Draw(t, "cost")), len(arcs)})
			}
		}
		got := arborescence(n, root, arcs)
		if len(got) != n-1 {
			t.Fatalf("%d arcs for %d nodes", len(got), n)
		}
		into := map[int]int{}
		cost := 0.0
		for _, k := range got {
			into[arcs[k].child] = arcs[k].parent
			cost += arcs[k].cost
		}
		if !rooted(into, n, root) {
			t.Fatalf("not a tree: %v", into)
		}
		if best := cheapest(n, root, arcs, map[int]int{}, 0, 0); math.Abs(best-cost) > 1e-9 {
			t.Fatalf("cost %v, best is %v", cost, best)
		}
	})
}

func rooted(into map[int]int, n, root int) bool {
	for v := range n {
		for steps := 0; v != root; steps++ {
			p, ok := into[v]
			if !ok || steps > n {
				return false
			}
			v = p
		}
	}
	return true
}

// cheapest tries all parents of node v and those after it.
func cheapest(n, root int, arcs []arc, into map[int]int, v int, cost float64) float64 {
	if v == n {
		if rooted(into, n, root) {
			return cost
		}
		return math.Inf(1)
	}
	if v == root {
		return cheapest(n, root, arcs, into, v+1, cost)
	}
	best := math.Inf(1)
	for _, a := range arcs {
		if a.child == v {
			into[v] = a.parent
			best = min(best, cheapest(n, root, arcs, into, v+1, cost+a.cost))
		}
	}
	delete(into, v)
	return best
}
