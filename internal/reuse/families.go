package reuse

import (
	"cmp"
	"slices"

	"github.com/stemma-news/stemma"
)

// Families joins the articles of sc into families by sc.Copies and their
// credits, and draws the tree of each. Only articles of kind article stand in
// families; one that shares nothing is a family of one. A round-up stands in
// the family of each text it takes from.
func Families(sc *stemma.Scene) []stemma.Family {
	var ids []string
	for _, a := range sc.Articles {
		if a.Kind == stemma.KindArticle {
			ids = append(ids, a.ID)
		}
	}
	slices.Sort(ids)
	groups := group(ids, sc.Copies)
	in := map[string]int{} // families an article stands in
	for _, g := range groups {
		for _, id := range g {
			in[id]++
		}
	}
	var out []stemma.Family
	for _, g := range groups {
		f := draw(sc, g)
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

// kin reports whether a copy shows that its two articles descend from one
// text.
func kin(c *stemma.Copy) bool { return c.Relation == Whole || c.Relation == Part }

// group returns the members of each family, sorted, in order of the first.
func group(ids []string, copies []stemma.Copy) [][]string {
	parent := map[string]string{}
	for _, id := range ids {
		parent[id] = id
	}
	find := func(x string) string {
		for parent[x] != x {
			parent[x] = parent[parent[x]]
			x = parent[x]
		}
		return x
	}
	both := func(c *stemma.Copy) bool { return parent[c.A.Article] != "" && parent[c.B.Article] != "" }
	takes := map[string]map[string]bool{} // round-ups and what they take from
	for i := range copies {
		c := &copies[i]
		if !both(c) {
			continue
		}
		if kin(c) {
			x, y := find(c.A.Article), find(c.B.Article)
			parent[max(x, y)] = min(x, y)
		}
		if c.Relation == RoundUp {
			for _, s := range [][2]string{{c.A.Article, c.B.Article}, {c.B.Article, c.A.Article}} {
				if takes[s[0]] == nil {
					takes[s[0]] = map[string]bool{}
				}
				takes[s[0]][s[1]] = true
			}
		}
	}
	members := map[string][]string{}
	for _, id := range ids {
		members[find(id)] = append(members[find(id)], id)
	}
	for _, id := range ids {
		if len(takes[id]) < 2 {
			continue
		}
		joined := map[string]bool{find(id): true}
		var sources []string
		for s := range takes[id] {
			if r := find(s); !joined[r] {
				joined[r] = true
				sources = append(sources, r)
			}
		}
		if len(sources) == 0 {
			continue
		}
		for _, r := range sources {
			members[r] = append(members[r], id)
		}
		if r := find(id); r == id && len(members[r]) == 1 && members[r][0] == id {
			delete(members, r) // it stands with what it takes from, not alone
		}
	}
	var out [][]string
	for _, m := range members {
		slices.Sort(m)
		out = append(out, slices.Compact(m))
	}
	slices.SortFunc(out, slices.Compare[[]string])
	return out
}
