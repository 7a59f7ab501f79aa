package reuse

import (
	"math"
	"slices"

	"github.com/stemma-news/stemma"
)

// Bounds of the work on one family.
const (
	mostWeighed = 150         // members of which every pair is weighed; further ones stand under the head, their parents not looked for
	mostReads   = 250_000_000 // words compared when every pair of members is: of very long texts fewer members are weighed
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
	if f.Writer == "" {
		f.Writer = reposted(members)
	}
	name := "unseen text"
	if own >= 0 { // it may be a later version of the agency's text, as the others are copies of an earlier one
		named = slices.ContainsFunc(f.Edges, func(e stemma.FamilyEdge) bool { return e.Child == ids[own] && e.Parent == virtual })
	}
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
	n, o := len(near), origin{f.Writer, own, along(near, f.Writer)}
	d := newDescent(newSites(c, n))
	q := &question{n: n, pages: d.pages, clocks: newClocks(near), named: o.unseen(), along: o.along}
	var why []reasons
	for j := range near {
		why = append(why, reasonsFor(near, c, j, o))
		for i := range n {
			q.pages[i][j] += why[j].weight[i]
		}
	}
	q.head = func(under []int) float64 {
		sum := d.head(under)
		for _, u := range under {
			sum += why[u].weight[n]
		}
		return sum
	}
	q.heads = func(under []int) []float64 {
		out := d.heads(under)
		for j := range out {
			out[j] += why[j].weight[n]
		}
		return out
	}
	p := q.answer()
	for j, i := range p.tree(q.named) {
		if i < 0 {
			continue
		}
		e := stemma.FamilyEdge{Child: f.Articles[j], Parent: virtual, Why: why[j].why[i], Sure: stated(p.arcs[i][j], why[j].proved[i])}
		if i < n {
			e.Parent = f.Articles[i]
		}
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

// stated is how sure an arc of the chosen tree is. What rests on words and
// clocks alone is never stated highly: clocks are often wrong, and nothing on
// the page shows it.
func stated(likely float64, proved bool) float64 {
	most := surest
	if !proved {
		most = unprovedSure
	}
	return math.Round(min(most, likely)*100) / 100
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

// reposted is the outlet whose own page all other members repost within posts of
// their writers': it wrote the text, where nothing names another. "" for none.
func reposted(members []member) string {
	page := -1
	for i, m := range members {
		if m.a.Within != "" {
			continue
		}
		if page >= 0 {
			return ""
		}
		page = i
	}
	if page < 0 || len(members) < 2 || members[page].sign.agency != "" {
		return ""
	}
	for _, m := range members {
		if m.sign.agency != "" || m.guest {
			return ""
		}
	}
	return members[page].a.Outlet
}

// along reports whether nothing but closing lines names the writer of a
// family's text. Such a line goes along where the text is copied: it says who
// wrote it, and not whether a page has it from there or from another page.
func along(members []member, writer string) bool {
	for _, m := range members {
		if m.sign.agency == writer && !m.sign.closes {
			return false
		}
	}
	return writer != ""
}
