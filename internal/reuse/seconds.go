package reuse

import (
	"fmt"

	"github.com/stemma-news/stemma"
)

// What a second parent must give a page beside what the first gave.
const (
	secondBytes = 300
	secondShare = 0.2 // of the page's text
)

// seconds returns an edge to a second parent for each page of f of which a good
// part stands in another member and not in its parent. A page has at most two.
func seconds(sc *stemma.Scene, f *stemma.Family) []stemma.FamilyEdge {
	parent := map[string]string{}
	in := map[string]bool{}
	edges := map[string]int{}
	for _, e := range f.Edges {
		edges[e.Child]++
		if edges[e.Child] == 1 {
			parent[e.Child] = e.Parent
		}
	}
	for _, id := range f.Articles {
		in[id] = true
	}
	shared := map[[2]string]*stemma.Copy{}
	of := map[string][]*stemma.Copy{}
	for i := range sc.Copies {
		c := &sc.Copies[i]
		if in[c.A.Article] && in[c.B.Article] && kin(c) {
			shared[[2]string{c.A.Article, c.B.Article}] = c
			of[c.A.Article] = append(of[c.A.Article], c)
			of[c.B.Article] = append(of[c.B.Article], c)
		}
	}
	var out []stemma.FamilyEdge
	for _, child := range f.Articles {
		first := parent[child]
		c := shared[[2]string{min(child, first), max(child, first)}]
		if c == nil || edges[child] > 1 {
			continue
		}
		covered := merged(append([]stemma.Span(nil), side(c, child)...))
		var best *stemma.Copy
		most := 0
		for _, c := range of[child] {
			second := other(c, child)
			if second == first || descends(parent, second, child) || descends(parent, second, first) || descends(parent, first, second) || into(c, second) {
				continue
			}
			if n := beyond(merged(append([]stemma.Span(nil), side(c, child)...)), covered); n > most {
				best, most = c, n
			}
		}
		if size := len(sc.ByID[child].Text); best != nil && most >= secondBytes && float64(most) >= secondShare*float64(size) {
			out = append(out, stemma.FamilyEdge{Child: child, Parent: other(best, child), Sure: told,
				Why: []string{fmt.Sprintf("a second parent: %d %% of its text stand there and not in the first", 100*most/size)}})
		}
	}
	return out
}

// into reports whether c is known to have gone into article.
func into(c *stemma.Copy, article string) bool {
	return c.Direction == AToB && c.B.Article == article || c.Direction == BToA && c.A.Article == article
}

// descends reports whether id stands below ancestor.
func descends(parent map[string]string, id, ancestor string) bool {
	for range len(parent) + 1 {
		if id == ancestor {
			return true
		}
		p, ok := parent[id]
		if !ok {
			return false
		}
		id = p
	}
	return false
}

// beyond is how many bytes of spans lie outside covered; both are merged.
func beyond(spans, covered []stemma.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
		for _, c := range covered {
			n -= max(0, min(s.End, c.End)-max(s.Start, c.Start))
		}
	}
	return n
}

// secondReadings is in how many places a page must read with another member
// where it leaves its parent.
const secondReadings = 3

// contaminated returns an edge to a second parent for each member that reads
// with another one, which is not its kin by the tree, where it leaves its
// parent: editors of old texts call such a witness contaminated.
func contaminated(f *stemma.Family, members []member, c *collation) []stemma.FamilyEdge {
	parent, at := map[string]string{}, map[string]int{}
	for _, e := range f.Edges {
		parent[e.Child] = e.Parent
	}
	for i, m := range members {
		at[m.a.ID] = i
	}
	var out []stemma.FamilyEdge
	for j, m := range members {
		child := m.a.ID
		i, ok := at[parent[child]]
		if !ok {
			continue
		}
		best, most := -1, secondReadings-1
		for q, o := range members {
			id := o.a.ID
			if q == i || q == j || descends(parent, id, child) || descends(parent, parent[child], id) {
				continue
			}
			if odds, _ := timeClue(o.a, m.a); odds <= -oddsTime {
				continue
			}
			if n := c.sides(i, j, q); n > most {
				best, most = q, n
			}
		}
		if best >= 0 {
			out = append(out, stemma.FamilyEdge{Child: child, Parent: members[best].a.ID, Sure: told,
				Why: []string{fmt.Sprintf("a second parent: it reads with this one in %d places where it leaves the first", most)}})
		}
	}
	return out
}
