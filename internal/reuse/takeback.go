package reuse

import (
	"maps"
	"slices"

	"github.com/stemma-news/stemma"
)

// spread gives the twins of sources and of round-ups their share: what page
// took from one printing of a text it took from the text, and what one
// printing of a round-up took the others did.
func spread(copies []stemma.Copy, between map[[2]string]int) {
	twins := map[string][]string{}
	for i := range copies {
		if c := &copies[i]; kin(c) && c.Relation != RoundUp && min(c.SameOwn, c.SameOwnA) >= twin {
			twins[c.A.Article] = append(twins[c.A.Article], c.B.Article)
			twins[c.B.Article] = append(twins[c.B.Article], c.A.Article)
		}
	}
	var found [][2]string // page, source
	for i := range copies {
		c := &copies[i]
		if c.Relation != RoundUp {
			continue
		}
		page, source := c.B.Article, c.A.Article
		if c.Direction == BToA {
			page, source = source, page
		}
		for _, t := range twins[source] {
			found = append(found, [2]string{page, t})
		}
		for _, t := range twins[page] {
			found = append(found, [2]string{t, source})
		}
	}
	for _, f := range found {
		i, ok := between[[2]string{min(f[0], f[1]), max(f[0], f[1])}]
		if ok && copies[i].Relation == Part {
			markRoundUp(&copies[i], f[0])
		}
	}
}

// nested is the share of the smaller of two families that also stands in the
// other, from which the two are one growing story.
const nested = 0.8

// takeBack makes parts again of what was taken within one family: where page
// and source descend from one text by other copies too, or nearly all of one's
// family stands in the other's, the page is a later version of the source and
// no round-up.
func takeBack(copies []stemma.Copy) {
	for changed := true; changed; {
		changed = false
		f := forest{}
		for i := range copies {
			if c := &copies[i]; kin(c) && c.Relation != RoundUp {
				f.join(c.A.Article, c.B.Article)
			}
		}
		f.joinNested(copies)
		for i := range copies {
			c := &copies[i]
			if c.Relation == RoundUp && f.find(c.A.Article) == f.find(c.B.Article) {
				c.Relation, c.Direction = Part, Unknown
				c.Why = slices.DeleteFunc(c.Why, func(w string) bool { return w == setDownWhy })
				changed = true
			}
		}
	}
}

// ends returns the page of a round-up copy and the source it took from.
func ends(c *stemma.Copy) (page, source string) {
	if c.Direction == BToA {
		return c.A.Article, c.B.Article
	}
	return c.B.Article, c.A.Article
}

// forest joins articles into groups, each named by its least member.
type forest map[string]string

func (f forest) find(x string) string {
	for {
		p, ok := f[x]
		if !ok || p == x {
			return x
		}
		if q, ok := f[p]; ok {
			f[x] = q
		}
		x = p
	}
}

func (f forest) join(x, y string) {
	for _, v := range []string{x, y} {
		if _, ok := f[v]; !ok {
			f[v] = v
		}
	}
	x, y = f.find(x), f.find(y)
	f[max(x, y)] = min(x, y)
}

// joinNested joins groups of which one, with the round-ups that took from it,
// holds nearly all of the other.
func (f forest) joinNested(copies []stemma.Copy) {
	members := map[string]map[string]bool{}
	put := func(root, id string) {
		if members[root] == nil {
			members[root] = map[string]bool{}
		}
		members[root][id] = true
	}
	for _, id := range slices.Sorted(maps.Keys(f)) {
		put(f.find(id), id)
	}
	linked := map[[2]string]bool{}
	for i := range copies {
		if copies[i].Relation != RoundUp || !kin(&copies[i]) {
			continue
		}
		page, source := ends(&copies[i])
		put(f.find(page), page)
		put(f.find(source), source)
		put(f.find(source), page)
		linked[[2]string{f.find(page), f.find(source)}] = true
	}
	pairs := slices.SortedFunc(maps.Keys(linked), func(x, y [2]string) int { return slices.Compare(x[:], y[:]) })
	for _, p := range pairs {
		x, y := members[p[0]], members[p[1]]
		if len(x) < 2 || len(y) < 2 {
			continue
		}
		both := 0
		for id := range x {
			if y[id] {
				both++
			}
		}
		if share(both, min(len(x), len(y))) >= nested {
			f.join(p[0], p[1])
		}
	}
}
