package reuse

import (
	"math"
	"slices"
)

// mostTurns bounds how often the readings of the unseen head are taken anew.
const mostTurns = 8

// settle finds how the unseen head reads: as most of the texts taken from it do,
// which the tree says, which in turn rests on how the head reads. It begins with
// what most members read and with what the root of the best tree without a head
// and the texts taken from that one read, takes the readings anew until the tree
// stays as it is, and keeps those of the tree that costs least. weigh sets the
// arcs from a head that reads so.
func (w *weighed) settle(n int, c *collation, named bool, weigh func(head []int32)) {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	weigh(c.archetype(all))
	starts := [][]int{all}
	one, _ := w.closed(n, w.arcs)
	root := -1
	for _, k := range one {
		if w.arcs[k].parent == n {
			root = w.arcs[k].child
		}
	}
	top := []int{root}
	for _, k := range one {
		if w.arcs[k].parent == root {
			top = append(top, w.arcs[k].child)
		}
	}
	if len(top) > 2 {
		starts = append(starts, top)
	}
	var best []int32
	least := math.Inf(1)
	for _, from := range starts {
		for range mostTurns {
			head := c.archetype(from)
			weigh(head)
			open := arborescence(n+1, n, w.arcs)
			if cost := total(w.arcs, open); cost < least {
				best, least = head, cost
			}
			var next []int
			for _, k := range open {
				if w.arcs[k].parent == n {
					next = append(next, w.arcs[k].child)
				}
			}
			slices.Sort(next)
			if slices.Equal(next, from) {
				break
			}
			from = next
		}
	}
	weigh(best)
}

// fromHead weighs that member j has its text from the unseen head.
func (w *weighed) fromHead(members []member, c *collation, j, names int, writer string, page int, d difference) {
	m := members[j]
	cost, why := costUnseen, []string{"none of the others is shown to be its parent"}
	switch {
	case writer != "" && page < 0 && m.sign.agency == writer:
		cost, why = costCredited, []string{m.sign.why}
	case writer != "" && page < 0:
		cost, why = costNamed, []string{"it shares its words with texts of " + writer + ", and none of them is shown to be its parent"}
	}
	if names >= 0 {
		cost += costAside
	}
	unseen := difference{variants: d.variants}
	switch len(members) {
	case 1:
	case 2: // nothing says which of the two has the old readings
		unseen.variants = c.between(c.base, j).variants
		cost += unproven * unseen.cost(false)
	default:
		cost += d.cost(c.tail[j])
	}
	w.add(len(members), j, cost, 0, why, writer != "" && page < 0 && m.sign.agency == writer)
}

// trust makes an arc from a later page to an earlier one cost later.
func (w *weighed) trust(later float64) {
	for k := range w.arcs {
		w.arcs[k].cost = max(leastCost, w.base[k]+later*max(0, w.clocks[k]))
	}
}
