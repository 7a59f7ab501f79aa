package reuse

import (
	"maps"
	"slices"

	"github.com/stemma-news/stemma"
)

// group returns the members of each family, sorted, in order of the first. A
// page that takes from several texts stands with each of them, and alone only
// where nothing else of it is kin to anything. guests says which pages stand
// with a family only by what they took, by the family's place in the list.
func group(ids []string, copies []stemma.Copy) (families [][]string, guests []map[string]bool) {
	// A node is an article, or the stretch of a round-up that came from one
	// other text: "page\x00source".
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
	join := func(x, y string) {
		x, y = find(x), find(y)
		parent[max(x, y)] = min(x, y)
	}
	taken := map[string]bool{} // round-ups
	main := map[string]bool{}  // articles with kin beside what they took as round-ups
	for i := range copies {
		c := &copies[i]
		if parent[c.A.Article] == "" || parent[c.B.Article] == "" || !kin(c) {
			continue
		}
		if c.Relation != RoundUp {
			join(c.A.Article, c.B.Article)
			main[c.A.Article], main[c.B.Article] = true, true
			continue
		}
		page, source := c.B.Article, c.A.Article
		if c.Direction == BToA {
			page, source = source, page
		}
		taken[page] = true
		stretch := page + "\x00" + source
		parent[stretch] = stretch
		join(stretch, source)
	}
	size := map[string]int{}
	for node := range parent {
		size[find(node)]++
	}
	type group struct {
		ids    []string
		guests map[string]bool
	}
	groups := map[string]*group{}
	for _, node := range slices.Sorted(maps.Keys(parent)) {
		id, _, isStretch := cutStretch(node)
		if !isStretch && taken[id] && !main[id] && size[find(id)] == 1 {
			continue
		}
		g := groups[find(node)]
		if g == nil {
			g = &group{guests: map[string]bool{}}
			groups[find(node)] = g
		}
		g.ids = append(g.ids, id)
		if _, seen := g.guests[id]; !seen || !isStretch {
			g.guests[id] = isStretch
		}
	}
	list := slices.Collect(maps.Values(groups))
	for _, g := range list {
		slices.Sort(g.ids)
		g.ids = slices.Compact(g.ids)
	}
	slices.SortFunc(list, func(x, y *group) int { return slices.Compare(x.ids, y.ids) })
	for i, g := range list {
		if i > 0 && slices.Equal(g.ids, list[i-1].ids) {
			continue
		}
		families, guests = append(families, g.ids), append(guests, g.guests)
	}
	return families, guests
}

func cutStretch(node string) (page, source string, ok bool) {
	for i := range len(node) {
		if node[i] == 0 {
			return node[:i], node[i+1:], true
		}
	}
	return node, "", false
}
