package reuse

import (
	"cmp"
	"math"
	"slices"

	"github.com/stemma-news/stemma"
)

// Bounds of the work on one family.
const (
	mostWeighed = 150         // members of which every pair is weighed; further ones stand under the head, their parents not looked for
	mostReads   = 250_000_000 // words compared when every pair of members is: of very long texts fewer members are weighed
	mostProbed  = 40          // members up to which an edge's rivals are whole trees, not single arcs
	told        = 0.6         // sureness from which a direction counts as told
	surest      = 0.97

	unprovedSure = 0.75 // of what rests on words and clocks alone
)

// virtual is the id of the unseen head until the family has its own.
const virtual = "head"

// draw draws the tree of one family; guests are the round-ups among ids.
func draw(sc *stemma.Scene, ids []string, guests map[string]bool) stemma.Family {
	f := stemma.Family{Type: "family", Articles: ids}
	f.Derived = stemma.Derived{By: stemma.By{Stage: stage, Version: Version, Rule: "arborescence"}, Sure: 0.9, Since: 1}
	var members []member
	for _, id := range ids {
		a := sc.ByID[id]
		f.Nodes = append(f.Nodes, stemma.FamilyNode{ID: id, Article: stemma.Ref(id), Name: nameOf(a)})
		members = append(members, member{a, best(signs(a)), guests[id]})
	}
	f.Writer = writer(members)
	own := -1 // the agency's own page
	for i, m := range members {
		if f.Writer != "" && !m.guest && Agency(m.a.Outlet) == f.Writer {
			own = i
		}
	}
	named := f.Writer != "" && own < 0
	if len(ids) > 1 {
		grow(sc, &f, members, own)
	} else if named {
		f.Edges = append(f.Edges, stemma.FamilyEdge{Child: ids[0], Parent: virtual, Why: []string{members[0].sign.why}, Sure: 0.9})
	}
	name := "unseen text"
	if named {
		name = "unseen " + f.Writer + " text"
	}
	if slices.ContainsFunc(f.Edges, func(e stemma.FamilyEdge) bool { return e.Parent == virtual }) {
		f.Nodes = append(f.Nodes, stemma.FamilyNode{ID: virtual, Name: name})
	}
	return f
}

// grow adds the edges of a family of two or more. Where nobody names an unseen
// text and all descend from one member, that member is the root and the head
// is left out. own is the agency's own page among the members, -1 for none.
func grow(sc *stemma.Scene, f *stemma.Family, members []member, own int) {
	longest := 1
	for _, m := range members {
		longest = max(longest, len(m.a.Text)/5)
	}
	near := members[:max(2, min(len(members), mostWeighed, int(math.Sqrt(float64(mostReads/longest)))))]
	var pages []*page
	for _, m := range near {
		pages = append(pages, newPage(m.a, nil))
	}
	c := collate(pages)
	w := weigh(near, c, f.Writer, own)
	n, named := len(near), f.Writer != "" && own < 0
	chosen, cost := w.solve(n, w.arcs, named)
	slices.SortFunc(chosen, func(x, y int) int { return cmp.Compare(w.arcs[x].child, w.arcs[y].child) })
	var roots []int
	for _, k := range chosen {
		if w.arcs[k].parent == n {
			roots = append(roots, k)
		}
	}
	single := len(roots) == 1 && !named
	for _, k := range chosen {
		a := w.arcs[k]
		if a.parent == n && single {
			continue
		}
		parent := virtual
		if a.parent < n {
			parent = f.Articles[a.parent]
		}
		e := stemma.FamilyEdge{Child: f.Articles[a.child], Parent: parent, Why: w.why[k], Sure: w.sure(n, k, cost, named)}
		if e.Sure < told {
			e.Why = append(slices.Clone(e.Why), "direction not known: another parent would do nearly as well")
		}
		f.Edges = append(f.Edges, e)
	}
	for _, id := range f.Articles[n:] {
		f.Edges = append(f.Edges, stemma.FamilyEdge{Child: id, Parent: virtual, Sure: 0.3,
			Why: []string{"the family is too large to look for its parent: direction not known"}})
	}
	f.Edges = append(f.Edges, contaminated(f, near, c)...)
	f.Edges = append(f.Edges, seconds(sc, f)...)
}

// sure is how sure an arc of the chosen tree is, against the best tree without
// it; of a large family, against the next best arc into the same child. What
// rests on words and clocks alone is never stated highly: clocks are often
// wrong, and nothing on the page shows it.
func (w *weighed) sure(n, k int, cost float64, named bool) float64 {
	margin := math.Inf(1)
	if n <= mostProbed {
		rest := slices.Clone(w.arcs)
		rest[k].cost = 2 * costRoot // as good as not there, and every node stays in reach
		_, without := w.solve(n, rest, named)
		margin = without - cost
	} else {
		for i, a := range w.arcs {
			if i != k && a.child == w.arcs[k].child {
				margin = min(margin, a.cost-w.arcs[k].cost)
			}
		}
	}
	most := surest
	if !w.proved[k] {
		most = unprovedSure
	}
	return math.Round(min(most, 1/(1+math.Exp(-margin)))*100) / 100
}

// writer is the agency most members' pages name, where two thirds of the
// weight agree. Guests do not vote: their credits are for other texts.
func writer(members []member) string {
	weight := map[string]float64{}
	total := 0.0
	for _, m := range members {
		if m.sign.agency != "" && (!m.guest || len(members) == 1) {
			weight[m.sign.agency] += m.sign.weight
			total += m.sign.weight
		}
	}
	for name, w := range weight {
		if w*3 >= total*2 {
			return name
		}
	}
	return ""
}
