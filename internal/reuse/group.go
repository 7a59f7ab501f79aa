package reuse

import (
	"slices"

	"github.com/stemma-news/stemma"
)

// group returns the members of each family, sorted, in order of the first. A
// page that takes from several texts stands with each of them, and alone only
// where nothing else of it is kin to anything.
func group(ids []string, copies []stemma.Copy) [][]string {
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
	members := map[string][]string{}
	for node := range parent {
		id, _, isStretch := cutStretch(node)
		if !isStretch && taken[id] && !main[id] && find(id) == id && alone(parent, find, id) {
			continue
		}
		root := find(node)
		members[root] = append(members[root], id)
	}
	var out [][]string
	for _, m := range members {
		slices.Sort(m)
		out = append(out, slices.Compact(m))
	}
	slices.SortFunc(out, slices.Compare[[]string])
	return slices.CompactFunc(out, slices.Equal[[]string])
}

func cutStretch(node string) (page, source string, ok bool) {
	for i := range len(node) {
		if node[i] == 0 {
			return node[:i], node[i+1:], true
		}
	}
	return node, "", false
}

// alone reports whether no other node stands with id.
func alone(parent map[string]string, find func(string) string, id string) bool {
	for node := range parent {
		if node != id && find(node) == id {
			return false
		}
	}
	return true
}
