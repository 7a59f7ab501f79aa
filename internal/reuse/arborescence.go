package reuse

// arc says that child may descend from parent, at a cost.
type arc struct {
	parent, child int
	cost          float64
	id            int // place in the caller's list
}

// arborescence returns the arcs, by place in the list, of the tree of least
// total cost that leads from root to each of n nodes, one into each node but
// the root (Chu and Liu 1965, Edmonds 1967). Each node must be reachable: the
// caller gives root an arc to every node. Of equal costs the earlier arc wins.
// Cost: at most nodes times arcs.
func arborescence(n, root int, arcs []arc) []int {
	const none = -1
	least := make([]int, n)
	for i := range least {
		least[i] = none
	}
	for k, a := range arcs {
		if a.child != root && a.parent != a.child && (least[a.child] == none || a.cost < arcs[least[a.child]].cost) {
			least[a.child] = k
		}
	}
	// Look for circles among the least arcs.
	group := make([]int, n) // the node of the contracted graph
	mark := make([]int, n)
	for i := range group {
		group[i], mark[i] = none, none
	}
	circles, next := [][]int{}, 0
	for start := range n {
		at := start
		for at != root && mark[at] == none && least[at] != none {
			mark[at] = start
			at = arcs[least[at]].parent
		}
		if at != root && mark[at] == start && group[at] == none && least[at] != none {
			var circle []int
			for v := at; ; {
				group[v] = next
				circle = append(circle, v)
				if v = arcs[least[v]].parent; v == at {
					break
				}
			}
			circles = append(circles, circle)
			next++
		}
	}
	if len(circles) == 0 {
		var out []int
		for v := range n {
			if v != root && least[v] != none {
				out = append(out, arcs[least[v]].id)
			}
		}
		return out
	}
	inCircle := make([]bool, n)
	for _, c := range circles {
		for _, v := range c {
			inCircle[v] = true
		}
	}
	for v := range n {
		if group[v] == none {
			group[v] = next
			next++
		}
	}
	inner := make([]arc, 0, len(arcs)) // by their places in arcs
	for k, a := range arcs {
		p, c := group[a.parent], group[a.child]
		if p == c || a.child == root {
			continue
		}
		cost := a.cost
		if inCircle[a.child] {
			cost -= arcs[least[a.child]].cost
		}
		inner = append(inner, arc{p, c, cost, k})
	}
	var out []int
	entered := make([]bool, n)
	for _, k := range arborescence(next, group[root], inner) {
		a := arcs[k]
		out = append(out, a.id)
		entered[a.child] = true
	}
	for _, circle := range circles {
		for _, v := range circle {
			if !entered[v] {
				out = append(out, arcs[least[v]].id)
			}
		}
	}
	return out
}
