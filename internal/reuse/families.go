package reuse

import (
	"cmp"
	"slices"

	"github.com/stemma-news/stemma"
)

// Families joins the articles of sc into families by sc.Copies, their credits,
// and what a person joined or parted, and draws the tree of each. Only articles
// of kind article stand in families; one that shares nothing is a family of one.
// A round-up stands in the family of each text it takes from.
func Families(sc *stemma.Scene) []stemma.Family {
	var ids []string
	for _, a := range sc.Articles {
		if a.Kind == stemma.KindArticle {
			ids = append(ids, a.ID)
		}
	}
	slices.Sort(ids)
	by := decide(sc)
	groups, guests := group(ids, sc.Copies, by)
	in := map[string]int{} // families an article stands in
	for _, g := range groups {
		for _, id := range g {
			in[id]++
		}
	}
	var out []stemma.Family
	for i, g := range groups {
		f := draw(sc, g, guests[i])
		by.say(&f)
		f.ID = familyID(g, in)
		for i := range f.Nodes {
			if f.Nodes[i].Article == "" {
				head := stemma.ID(stemma.FamilyID, f.ID, f.Nodes[i].Name)
				for k := range f.Edges {
					if f.Edges[k].Parent == f.Nodes[i].ID {
						f.Edges[k].Parent = head
					}
				}
				f.Nodes[i].ID = head
			}
		}
		out = append(out, f)
	}
	slices.SortFunc(out, func(x, y stemma.Family) int { return cmp.Compare(x.ID, y.ID) })
	return out
}

// familyID is the id by the smallest member that stands in this family alone;
// where none does, by all members.
func familyID(members []string, in map[string]int) string {
	var sole []string
	for _, m := range members {
		if in[m] == 1 {
			sole = append(sole, m)
		}
	}
	if len(sole) > 0 {
		return stemma.JoinedID(stemma.FamilyID, sole)
	}
	return stemma.ID(stemma.FamilyID, members...)
}
