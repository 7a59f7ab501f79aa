package lang

// The dynamic oracle of Goldberg and Nivre (2012): how many arcs of the right
// tree can no longer be drawn if a transition is taken.

// gold is a right tree in the form the oracle reads.
type gold struct {
	head  []int32   // the root's head is len(head)
	label []uint8   // 1-based
	kids  [][]int32 // ascending; kids[len(head)] holds the root
}

func newGold(head []int32, label []uint8) *gold {
	g := &gold{head: head, label: label, kids: make([][]int32, len(head)+1)}
	for d, h := range head {
		g.kids[h] = append(g.kids[h], int32(d))
	}
	return g
}

// costs returns the cost of each legal transition.
func (s *state) costs(g *gold, legal uint) (cost [4]int) {
	b, t := s.front, s.top(0)
	n := int32(len(s.ts))
	// arcs between the stack and the front that are lost when it is pushed
	lost, headBelow := 0, false
	if b < n {
		for _, k := range g.kids[b] {
			if k < b && s.nodes[k].onStack && s.nodes[k].head < 0 {
				lost++
			}
		}
		h := g.head[b]
		headBelow = h < b && s.nodes[h].onStack
	}
	if legal&(1<<shift) != 0 {
		cost[shift] = lost
		if headBelow {
			cost[shift]++
		}
	}
	if legal&(1<<right) != 0 {
		cost[right] = lost
		if h := g.head[b]; h != t && (headBelow || h > b) {
			cost[right]++
		}
	}
	if t < 0 {
		return cost
	}
	ahead := 0 // children of the top that are still to come
	for _, k := range g.kids[t] {
		if k >= b {
			ahead++
		}
	}
	if legal&(1<<reduce) != 0 {
		cost[reduce] = ahead
	}
	if legal&(1<<left) != 0 {
		cost[left] = ahead
		if g.head[t] > b {
			cost[left]++
		}
	}
	return cost
}
