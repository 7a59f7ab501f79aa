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
	costVariant  = 1.0  // each place where the child reads otherwise
	mostVariants = 12.0 // and no more than this for all of them
	costMissing  = 0.04 // each word of the child that the parent lacks
	mostMissing  = 6.0
	costCut      = 0.3 // each stretch of the parent the child leaves out
	costTail     = 0.1 // the same, where the child only stops early
	mostCut      = 1.5
	costDropped  = 0.001 // each word of the parent the child leaves out: of two texts it may come from, the shorter is nearer
	costLater    = 3.0   // the parent was published later, clearly
	costNoTime   = 0.4   // nobody says which was first
	gainCredit   = 4.0   // the child names the parent
	costAside    = 3.0   // the child names somebody else
	costSeen     = 1.2   // from a page, where all have it from an unseen text
	costCredited = 0.2   // from the unseen text the child itself names
	costNamed    = 1.0   // from the unseen text that others name
	costUnseen   = 0.5   // from an unseen text that nobody names
	costOpening  = 1.5   // that there is such a text at all
	costPair     = 8.0   // the same, of two texts alone: nothing in them can show it
	costRoot     = 60.0  // a second root where there is none; more than any tree saves by it
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
	proved []bool // whether credits or addresses speak for the arc, and not only words and clocks
}

func (w *weighed) add(parent, child int, cost float64, why []string, proved bool) {
	w.arcs = append(w.arcs, arc{parent, child, max(leastCost, cost), len(w.arcs)})
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
	closed := slices.Clone(arcs)
	for i := range closed {
		if closed[i].parent == n {
			closed[i].cost = costRoot
		}
	}
	one := arborescence(n+1, n, closed)
	opening := costOpening
	if n == 2 {
		opening = costPair
	}
	if c := total(closed, one) - costRoot; c <= cost+opening {
		return one, c
	}
	return open, cost + opening
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
	reads, adds := c.archetype()
	for j := range members {
		w.fromHead(members, c, j, names[j], writer, page, compareReads(reads, adds, c.reads[j], c.adds[j]).variants)
		for i := range members {
			if i != j {
				w.fromPage(members, c, i, j, names[j], writer, page)
			}
		}
	}
	return w
}

// fromHead weighs that member j has its text from the unseen head.
func (w *weighed) fromHead(members []member, c *collation, j, names int, writer string, page, variants int) {
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
	each := costVariant
	if len(members) < 3 {
		each *= unproven
	}
	if len(members) == 2 && c.base != j {
		variants = c.between(c.base, j).variants
	}
	w.add(len(members), j, cost+min(mostVariants, each*float64(variants)), why, writer != "" && page < 0 && m.sign.agency == writer)
}

// fromPage weighs that member j has its text from member i.
func (w *weighed) fromPage(members []member, c *collation, i, j, names int, writer string, page int) {
	d := c.between(i, j)
	cost := min(mostVariants, costVariant*float64(d.variants)) + min(mostMissing, costMissing*float64(d.missing))
	var why []string
	switch {
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
		cost += costTail
	case d.dropped > 0:
		why = append(why, fmt.Sprintf("it leaves out %s of the parent", count(d.dropped, "word")))
	}
	if !(c.tail[j] && d.missing == 0) {
		cost += min(mostCut, costCut*float64(d.cuts))
	}
	cost += min(mostCut, costDropped*float64(d.dropped))
	odds, said := timeClue(members[i].a, members[j].a)
	switch {
	case odds == 0:
		cost += costNoTime
	case odds < 0: // the less sure of the order, the less it costs
		cost += costLater * min(1, -odds/oddsSlight)
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
	}
	if members[i].guest {
		cost += costGuest
	}
	w.add(i, j, cost, why, names == i || agencys)
}

// count writes a number of things: "1 word", "12 words".
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
