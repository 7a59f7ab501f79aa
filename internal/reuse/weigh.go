package reuse

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// Costs of the arcs of a family's tree: about minus the logarithm of the odds
// that the child took its text from that parent.
const (
	costVariant  = 2.0  // each place where the child reads otherwise
	mostVariants = 30.0 // and no more than this for all of them
	costMissing  = 0.04 // each word of the child that the parent lacks
	costShared   = 0.35 // each stretch of such words that a third member has too: the child has it from somewhere
	mostMissing  = 6.0
	costCut      = 0.15 // each stretch of the parent the child leaves out
	costTail     = 0.1  // the same, where the child only stops early
	mostCut      = 1.5
	costStranger = 12.0  // the two share no passage
	costDropped  = 0.001 // each word of the parent the child leaves out: of two texts it may come from, the shorter is nearer
	costLater    = 5.0   // the parent was published later, clearly, where the family's clocks go right
	costAstray   = 0.7   // the same, where they do not
	costClocks   = 2.5   // that they do not
	costSoon     = 0.3   // the two were published closer together than it takes to copy
	gainCredit   = 4.0   // the child names the parent
	costAside    = 3.0   // the child names somebody else
	costSeen     = 1.2   // from a page, where all have it from an unseen text
	costPage     = 0.35  // from a page, where nobody names an unseen text
	gainRoot     = 0.5   // from the root of the family: most copies are taken from there
	costCredited = 0.2   // from the unseen text the child itself names
	costNamed    = 1.0   // from the unseen text that others name
	costUnseen   = 0.05  // from an unseen text that nobody names
	costOpening  = 2.5   // that there is such a text at all
	costPair     = 8.0   // the same, of two texts alone: nothing in them can show it
	costRoot     = 100.0 // a second root where there is none; more than any tree saves by it
	costGuest    = 3.0   // from a page that only sets some of the text down
	unproven     = 0.5   // of a cost: the variants of two texts, of which neither is known to be the old reading
	leastCost    = 0.05
)

// member is an article of a family while its tree is drawn.
type member struct {
	a     *stemma.Article
	sign  sign
	guest bool // a round-up that took some of the text
}

// weighed are the arcs of a family and why each may hold. Node len(members) is
// the unseen head.
type weighed struct {
	arcs   []arc
	why    [][]string
	base   []float64 // what each arc costs beside the clocks
	clocks []float64 // what the clocks say of it: from -1, the parent is the earlier, to 1, it is later
	proved []bool    // whether credits or addresses speak for the arc, and not only words and clocks
}

func (w *weighed) add(parent, child int, cost, clocks float64, why []string, proved bool) {
	w.arcs = append(w.arcs, arc{parent, child, max(leastCost, cost), len(w.arcs)})
	w.base, w.clocks = append(w.base, cost), append(w.clocks, clocks)
	w.why = append(w.why, why)
	w.proved = append(w.proved, proved)
}

// solve returns the best tree of n members and its cost, by the places of its
// arcs. A head that nobody names is only there if the tree without it, which
// hangs from one member, costs more by costOpening.
func (w *weighed) solve(n int, arcs []arc, named bool) ([]int, float64) {
	open := arborescence(n+1, n, arcs)
	cost := total(arcs, open)
	if named {
		return open, cost
	}
	one, oneCost := w.closed(n, arcs)
	opening := costOpening
	if n == 2 {
		opening = costPair
	}
	if oneCost <= cost+opening {
		return one, oneCost
	}
	return open, cost + opening
}

// closed returns the best tree that hangs from one member, and its cost. Arcs
// from that member cost less by gainRoot.
func (w *weighed) closed(n int, arcs []arc) ([]int, float64) {
	closed := slices.Clone(arcs)
	for i := range closed {
		if closed[i].parent == n {
			closed[i].cost = costRoot
		}
	}
	one := arborescence(n+1, n, closed)
	for _, k := range one {
		if closed[k].parent == n {
			root := closed[k].child
			for i := range closed {
				if closed[i].parent == root {
					closed[i].cost = max(leastCost, closed[i].cost-gainRoot)
				}
			}
		}
	}
	one = arborescence(n+1, n, closed)
	return one, total(closed, one) - costRoot
}

func total(arcs []arc, chosen []int) float64 {
	sum := 0.0
	for _, k := range chosen {
		sum += arcs[k].cost
	}
	return sum
}

// weigh returns the arcs among members and from the head. writer is the agency
// whose text it is, page the member that is that agency's own, -1 for none.
func weigh(members []member, c *collation, writer string, page int) *weighed {
	w := &weighed{}
	names := make([]int, len(members)) // the member each one credits, -1 for none
	for j := range members {
		names[j] = -1
		for i := range members {
			if i != j && (canonicalOf(members[j].a, members[i].a) || creditsOutlet(members[j].a, members[i].a)) {
				names[j] = i
			}
		}
	}
	for j := range members {
		for i := range members {
			if i != j {
				w.fromPage(members, c, i, j, names[j], writer, page)
			}
		}
	}
	pages := len(w.arcs)
	named := writer != "" && page < 0
	head := func(head []int32) {
		w.arcs, w.why, w.proved, w.base, w.clocks = w.arcs[:pages], w.why[:pages], w.proved[:pages], w.base[:pages], w.clocks[:pages]
		for j := range members {
			w.fromHead(members, c, j, names[j], writer, page, c.from(head, j))
		}
	}
	w.trust(costLater)
	w.settle(len(members), c, named, head)
	_, good := w.solve(len(members), w.arcs, named)
	w.trust(costAstray)
	w.settle(len(members), c, named, head)
	if _, bad := w.solve(len(members), w.arcs, named); good <= bad+costClocks {
		w.trust(costLater)
		w.settle(len(members), c, named, head)
	}
	return w
}

// cost is what d costs between a parent and its child; tail says that the child
// stops early.
func (d difference) cost(tail bool) float64 {
	cost := min(mostVariants, costVariant*float64(d.variants)) + min(mostMissing, costMissing*float64(d.missing)+costShared*float64(d.blocks))
	switch {
	case tail && d.missing == 0 && d.dropped > 0:
		cost += costTail
	case !(tail && d.missing == 0):
		cost += min(mostCut, costCut*float64(d.cuts))
	}
	return cost + min(mostCut, costDropped*float64(d.dropped))
}

// fromPage weighs that member j has its text from member i.
func (w *weighed) fromPage(members []member, c *collation, i, j, names int, writer string, page int) {
	d := c.between(i, j)
	cost := d.cost(c.tail[j])
	var why []string
	switch {
	case !d.shares:
		cost += costStranger
		why = append(why, "they share no passage")
	case d.variants == 0:
		why = append(why, "what they share is word for word the same")
	default:
		why = append(why, fmt.Sprintf("they read otherwise in %s", count(d.variants, "place")))
	}
	switch {
	case d.missing > 0:
		why = append(why, fmt.Sprintf("it has %s the parent lacks", count(d.missing, "word")))
	case d.dropped > 0 && c.tail[j]:
		why = append(why, fmt.Sprintf("it stops early: the parent goes on for %s", count(d.dropped, "word")))
	case d.dropped > 0:
		why = append(why, fmt.Sprintf("it leaves out %s of the parent", count(d.dropped, "word")))
	}
	odds, said := timeClue(members[i].a, members[j].a)
	clocks := min(1, max(-1, -odds/oddsSlight)) // the less sure of the order, the less it says
	switch {
	case odds == 0:
	case odds < 0:
		cost += costSoon * max(0, 1+odds/oddsSlight)
	default:
		cost += costSoon * max(0, 1-odds/oddsSlight)
	}
	if said != "" {
		why = append(why, strings.NewReplacer("the second", "it", "the first", "the parent").Replace(said))
	}
	agencys := page == i && writer != "" && members[j].sign.agency == writer
	switch {
	case names == i || agencys:
		cost -= gainCredit
		why = append(why, "it credits "+nameOf(members[i].a))
	case names >= 0:
		cost += costAside
	case writer != "" && page < 0:
		cost += costSeen
	default:
		cost += costPage
	}
	if members[i].guest {
		cost += costGuest
	}
	w.add(i, j, cost, clocks, why, names == i || agencys)
}

// count writes a number of things: "1 word", "12 words".
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
