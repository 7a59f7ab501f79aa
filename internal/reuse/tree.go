package reuse

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/stemma-news/stemma"
)

// Costs of the arcs of a family's tree: about minus the logarithm of the odds
// that the child took its text from that parent.
const (
	costHead     = 2.0 // from a text nobody has seen, without a sign of it
	costCredited = 0.2 // from the unseen text the child itself credits
	costOther    = 3.0 // from another page, while the child credits an unseen text
	costMissing  = 6.0 // from a parent that has none of the child's shared words
	costLater    = 4.0 // from a page that was published later
	costUnsure   = 0.7 // from a page when the clocks do not tell
)

// draw draws the tree of one family.
func draw(sc *stemma.Scene, members []string) stemma.Family {
	f := stemma.Family{Type: "family", Articles: members}
	f.Derived = stemma.Derived{By: stemma.By{Stage: stage, Version: Version, Rule: "arborescence"}, Sure: 0.9, Since: 1}
	n := len(members)
	at := map[string]int{}
	own := make([]sign, n)
	agencyPage := -1
	for i, id := range members {
		at[id] = i
		f.Nodes = append(f.Nodes, stemma.FamilyNode{ID: id, Article: stemma.Ref(id), Name: nameOf(sc.ByID[id])})
		own[i] = best(signs(sc.ByID[id]))
	}
	f.Writer = writer(own)
	for i, id := range members {
		if f.Writer != "" && Agency(sc.ByID[id].Outlet) == f.Writer {
			agencyPage = i
		}
	}
	head := f.Writer != "" && agencyPage < 0
	if n == 1 && !head {
		return f
	}
	arcs, why := weigh(sc, members, at, own, f.Writer, head)
	chosen := arborescence(n+1, n, arcs)
	slices.SortFunc(chosen, func(x, y int) int { return cmp.Compare(arcs[x].child, arcs[y].child) })
	var roots []int
	for _, k := range chosen {
		a := arcs[k]
		if a.parent == n && !head {
			roots = append(roots, a.child)
			continue
		}
		parent := "head"
		if a.parent < n {
			parent = members[a.parent]
		}
		f.Edges = append(f.Edges, stemma.FamilyEdge{Child: members[a.child], Parent: parent, Why: why[k], Sure: sureArc(arcs, k)})
	}
	switch {
	case head:
		f.Nodes = append(f.Nodes, stemma.FamilyNode{ID: "head", Name: "unseen " + f.Writer + " text"})
	case len(roots) > 1:
		f.Nodes = append(f.Nodes, stemma.FamilyNode{ID: "head", Name: "unseen text"})
		for _, r := range roots {
			f.Edges = append(f.Edges, stemma.FamilyEdge{Child: members[r], Parent: "head", Sure: 0.5,
				Why: []string{"it shares words with the others, and none of them is shown to be its parent: direction not known"}})
		}
	}
	return f
}

// writer is the agency most members' pages name, where two thirds of the
// weight agree.
func writer(own []sign) string {
	weight := map[string]float64{}
	total := 0.0
	for _, s := range own {
		if s.agency != "" {
			weight[s.agency] += s.weight
			total += s.weight
		}
	}
	for name, w := range weight {
		if w*3 >= total*2 {
			return name
		}
	}
	return ""
}

// weigh returns the arcs among members, and from the virtual head, which is
// node len(members), with the reasons of each.
func weigh(sc *stemma.Scene, members []string, at map[string]int, own []sign, writer string, head bool) ([]arc, [][]string) {
	n := len(members)
	var arcs []arc
	var why [][]string
	add := func(parent, child int, cost float64, reasons []string) {
		arcs = append(arcs, arc{parent, child, cost, len(arcs)})
		why = append(why, reasons)
	}
	for i := range members {
		cost, reasons := costHead, []string{"it shares its words with texts of " + writer}
		switch {
		case head && own[i].agency == writer:
			cost, reasons = costCredited, []string{own[i].why}
		case !head:
			cost = costHead + 1
		}
		add(n, i, cost, reasons)
	}
	for k := range sc.Copies {
		c := &sc.Copies[k]
		i, okA := at[c.A.Article]
		j, okB := at[c.B.Article]
		if !okA || !okB || !kin(c) {
			continue
		}
		for _, way := range []struct {
			from, to int
			same     float64
			good     string
		}{{i, j, c.Same, AToB}, {j, i, c.SameA, BToA}} {
			cost := costMissing * (1 - way.same)
			switch c.Direction {
			case way.good:
			case Unknown:
				cost += costUnsure
				if head {
					cost += costHead
				}
			default:
				cost += costLater
			}
			if s := own[way.to]; head && s.agency == writer && c.Direction != way.good {
				cost += costOther
			}
			add(way.from, way.to, cost, append([]string{fmt.Sprintf("%.0f %% of its words stand there", 100*way.same)}, c.Why...))
		}
	}
	return arcs, why
}

// sureArc is how sure the chosen arc is against the next best into the same
// child: 0.5 where another does as well.
func sureArc(arcs []arc, chosen int) float64 {
	a := arcs[chosen]
	next := math.Inf(1)
	for k, b := range arcs {
		if k != chosen && b.child == a.child && b.parent != a.parent {
			next = min(next, b.cost)
		}
	}
	if math.IsInf(next, 1) {
		return 0.9
	}
	p := 1 / (1 + math.Exp(a.cost-next))
	return math.Round(min(0.97, max(0.3, p))*100) / 100
}
