package reuse

import (
	"maps"
	"slices"

	"github.com/stemma-news/stemma"
)

// group returns the members of each family, sorted, in order of the first. A
// page that takes from several texts stands with each of them, and in a family
// of its own only where most of its words are its own. guests says which pages stand
// with a family only by what they took, by the family's place in the list.
//
// What a person joined stands together first. Where a person parted two
// articles, copies join in order of how much they share and none joins the two:
// each of the others stands with the one it is nearer to.
func group(ids []string, copies []stemma.Copy, by decisions) (families [][]string, guests []map[string]bool) {
	// A node is an article, or the stretch of a round-up that came from one
	// other text: "page\x00source".
	parent := forest{}
	for _, id := range ids {
		parent[id] = id
	}
	nodes := map[string][]string{} // of an article that is parted from another
	for _, p := range by.parted {
		nodes[p[0]], nodes[p[1]] = []string{p[0]}, []string{p[1]}
	}
	find := parent.find
	parted := func(x, y string) bool {
		holds := func(root, id string) bool {
			return slices.ContainsFunc(nodes[id], func(n string) bool { return find(n) == root })
		}
		for _, p := range by.parted {
			if holds(x, p[0]) && holds(y, p[1]) || holds(x, p[1]) && holds(y, p[0]) {
				return true
			}
		}
		return false
	}
	join := func(x, y string) bool {
		x, y = find(x), find(y)
		if x == y {
			return true
		}
		if len(by.parted) > 0 && parted(x, y) {
			return false
		}
		parent.join(x, y)
		return true
	}
	main := map[string]bool{} // articles with kin beside what they took as round-ups
	for _, p := range by.joined {
		if parent[p[0]] != "" && parent[p[1]] != "" && join(p[0], p[1]) {
			main[p[0]], main[p[1]] = true, true
		}
	}
	taken := map[string]map[string]float64{} // by round-up, the share of its own words that each stretch is
	for _, i := range byStrength(copies, len(by.parted) > 0) {
		c := &copies[i]
		if parent[c.A.Article] == "" || parent[c.B.Article] == "" || !kin(c) {
			continue
		}
		if c.Relation != RoundUp {
			if join(c.A.Article, c.B.Article) {
				main[c.A.Article], main[c.B.Article] = true, true
			}
			continue
		}
		page, source := c.B.Article, c.A.Article
		if c.Direction == BToA {
			page, source = source, page
		}
		stretch := page + "\x00" + source
		parent[stretch] = stretch
		if _, ok := nodes[page]; ok {
			nodes[page] = append(nodes[page], stretch)
		}
		if !join(stretch, source) {
			delete(parent, stretch)
			continue
		}
		of := c.SameOwn
		if page == c.A.Article {
			of = c.SameOwnA
		}
		if taken[page] == nil {
			taken[page] = map[string]float64{}
		}
		taken[page][stretch] = of
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
		if !isStretch && takenShare(taken[id], find) >= mostTaken && !main[id] && size[find(id)] == 1 {
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

// takenShare is the share of a page's own words that its stretches are. Those
// of one family are one stretch, found in several of its printings.
func takenShare(stretches map[string]float64, find func(string) string) float64 {
	most := map[string]float64{}
	for _, s := range slices.Sorted(maps.Keys(stretches)) {
		most[find(s)] = max(most[find(s)], stretches[s])
	}
	sum := 0.0
	for _, k := range slices.Sorted(maps.Keys(most)) {
		sum += most[k]
	}
	return sum
}

// mostTaken is the share of a page's own words from which what it took is most
// of it.
const mostTaken = 0.5

// byStrength are the places of copies, in their order or, if strongest is set,
// those that share most first.
func byStrength(copies []stemma.Copy, strongest bool) []int {
	out := make([]int, len(copies))
	for i := range out {
		out[i] = i
	}
	if strongest {
		slices.SortStableFunc(out, func(i, j int) int { return copies[j].Words - copies[i].Words })
	}
	return out
}

func cutStretch(node string) (page, source string, ok bool) {
	for i := range len(node) {
		if node[i] == 0 {
			return node[:i], node[i+1:], true
		}
	}
	return node, "", false
}
