package event

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

// retold joins events that names and days leave apart though pages on one
// matter tell of them: who is called by another role, no day is told, or a noun
// tells again what a verb told ("the flood", "after the raid"). An event joins
// another of its type and mode that a page of its story, or one with the same
// names, tells of, if nothing speaks against it and no third one fits as well.
func retold(sc *stemma.Scene, all []*cluster, parties []party, places func() *atlas) []*cluster {
	matters, many := matters(sc)
	if len(matters) == 0 {
		return all
	}
	order := slices.Clone(all)
	slices.SortFunc(order, func(a, b *cluster) int { // the few go to the many
		return cmp.Or(cmp.Compare(len(a.members), len(b.members)), cmp.Compare(parties[a.members[0]].ID, parties[b.members[0]].ID))
	})
	// at are the events, by their places in order, of one type and mode that are
	// told of on one matter
	type told struct{ matter, sort int }
	type sort struct{ kind, mode string }
	at := map[told][]int{}
	sorts := map[sort]int{}
	sortOf := make([]int, len(order))
	for i, c := range order {
		k, ok := sorts[sort{c.kind, c.mode}]
		if !ok {
			k = len(sorts)
			sorts[sort{c.kind, c.mode}] = k
		}
		sortOf[i] = k
	}
	visited := make([]int, many) // matters, by whom last
	visits := 0
	on := func(c *cluster, each func(matter int)) {
		visits++
		for _, a := range c.articles.list {
			for _, m := range matters[a] {
				if visited[m] != visits {
					visited[m] = visits
					each(m)
				}
			}
		}
	}
	put := func(of *cluster, i int) {
		on(of, func(m int) {
			k := told{m, sortOf[i]}
			if in := at[k]; len(in) == 0 || in[len(in)-1] != i {
				at[k] = append(in, i)
			}
		})
	}
	for i, c := range order {
		put(c, i)
	}
	gone := make([]bool, len(order))
	seen := make([]int, len(order)) // by whom last
	for i, v := range order {
		if verbal[v.kind] && v.kind != "AGREE" && len(v.people.ids) == 0 {
			continue // words have to be somebody's
		}
		var fit []int
		best, most := -1, 0
		on(v, func(m int) {
			in := at[told{m, sortOf[i]}]
			if len(in) > manyAlike {
				return
			}
			for _, k := range in {
				if seen[k] == i+1 || gone[k] || k == i {
					continue
				}
				seen[k] = i + 1
				c := order[k]
				if len(v.known.list) == 0 && v.kind != "OTHER" && v.articles.meets(&c.articles) {
					continue // told twice in one text, and not as known
				}
				n := c.like(v, places)
				if n == 0 {
					continue
				}
				fit = append(fit, k)
				if k > i && (n > most || n == most && k > best) {
					best, most = k, n
				}
			}
		})
		if best < 0 || slices.ContainsFunc(fit, func(k int) bool { return k != best && order[best].like(order[k], places) == 0 }) {
			continue // two that fit and are not one
		}
		for _, t := range v.members {
			order[best].add(t, &parties[t])
		}
		gone[i] = true
		put(v, best)
	}
	left := map[*cluster]bool{}
	for i, c := range order {
		if gone[i] {
			left[c] = true
		}
	}
	return slices.DeleteFunc(all, func(c *cluster) bool { return left[c] })
}

// manyAlike is of how many events of one type no page's "the raid" is told.
const manyAlike = 500

// like is how much two events of one type and mode have in common, 0 where
// something speaks against their being one.
func (c *cluster) like(v *cluster, places func() *atlas) int {
	if c.supposed != v.supposed || c.mode == "multilateral" && c.noun != v.noun {
		return 0
	}
	if c.kind != "CONSULT" && (c.actors.differ(v.actors.ids) || c.recipients.differ(v.recipients.ids)) {
		return 0
	}
	people := c.people.common(v.people.ids)
	if c.kind == "CONSULT" && c.people.size() > 0 && v.people.size() > 0 && people < min(2, c.people.size(), v.people.size()) {
		return 0
	}
	if len(c.countries.list) > 0 && len(v.countries.list) > 0 && people == 0 && !c.countries.meets(&v.countries) {
		return 0
	}
	days := c.days(v)
	if days == 0 || c.others.differ(&v.others) {
		return 0
	}
	for _, a := range c.places.list {
		for _, b := range v.places.list {
			if !places().same(a, b) {
				return 0
			}
		}
	}
	words := c.lemmas.meets(&v.lemmas)
	if !words && (people == 0 || c.mode != "appointment" && (days < 2 || c.mode == "" || c.kind == "OTHER" || c.mode == "convict")) {
		return 0
	}
	if verbal[c.kind] && c.kind != "AGREE" && people == 0 {
		return 0
	}
	n := days + 3*people
	if words {
		n += 2
	}
	if c.countries.meets(&v.countries) {
		n++
	}
	if c.places.meets(&v.places) {
		n += 2
	}
	return n
}

// days is 2 where two events are told to be of one day, 1 where nothing speaks
// against it, else 0. One whose day nobody tells was in the days before.
func (c *cluster) days(v *cluster) int {
	if !c.firm && v.firm {
		return v.days(c)
	}
	overlap := c.from.Before(v.until) && v.from.Before(c.until)
	switch {
	case c.firm && v.firm && overlap:
		return 2
	case c.firm && v.firm:
		return 0
	case overlap, c.from.IsZero(), v.from.IsZero():
		return 1
	case v.news && v.kind != "OTHER", !c.firm && c.news && c.kind != "OTHER":
		return 0
	case c.firm && c.from.Before(v.until) && v.from.Sub(c.from) < lately, !c.firm && v.from.Sub(c.from).Abs() < lately:
		return 1 // "after the raid"
	}
	return 0
}

// lately is how long ago it may have been that a page tells of as known.
const lately = 10 * 24 * time.Hour

// sortOf is what the words say of those who are acted on: which of several
// ("a fourth man"), people or things.
type sortOf struct{ which, people, things bool }

func (s *sortOf) add(t *stemma.Telling) {
	for _, n := range t.RecipientNames {
		w := strings.Fields(strings.ToLower(n))
		for _, x := range w {
			s.which = s.which || orders[x]
		}
		if k := len(w) - 1; k >= 0 && n == strings.ToLower(n) {
			s.people = s.people || agents[w[k]]
			s.things = s.things || !agents[w[k]]
		}
	}
}

// differ reports whether two tellings cannot be of the same.
func (s *sortOf) differ(o *sortOf) bool {
	return s.which != o.which
}

var orders = set("another second third fourth fifth sixth seventh eighth ninth tenth")

// matters are what each article is on, numbered from 0 to many: its stories and
// families, and those of the articles that name three it names. Countries, agencies
// and outlets, and whom very many articles name, are left out of these.
func matters(sc *stemma.Scene) (of map[string][]int, many int) {
	own := map[string][]string{}
	for _, s := range sc.Stories {
		for _, a := range s.Articles {
			own[a] = append(own[a], s.ID)
		}
	}
	for _, f := range sc.Families {
		for _, a := range f.Articles {
			own[a] = append(own[a], f.ID)
		}
	}
	naming := map[string][]string{}
	for a, links := range sc.Links {
		for _, l := range links {
			if in := naming[l.Entity]; !strings.Contains(l.Entity, ":") && (len(in) == 0 || in[len(in)-1] != a) {
				naming[l.Entity] = append(in, a)
			}
		}
	}
	type pair struct{ a, b string }
	shared := map[pair]int{}
	for _, in := range naming {
		if len(in) > manyName {
			continue
		}
		for _, a := range in {
			for _, b := range in {
				if a != b {
					shared[pair{a, b}]++
				}
			}
		}
	}
	out := map[string][]string{}
	for a, in := range own {
		out[a] = slices.Clone(in)
	}
	for p, n := range shared {
		if n >= 3 {
			out[p.a] = append(append(out[p.a], own[p.b]...), p.a, p.b)
			out[p.b] = append(out[p.b], p.b)
		}
	}
	numbers := map[string]int{}
	of = make(map[string][]int, len(out))
	for a, ms := range out {
		for _, m := range ms {
			n, ok := numbers[m]
			if !ok {
				n = len(numbers)
				numbers[m] = n
			}
			of[a] = append(of[a], n)
		}
		slices.Sort(of[a])
		of[a] = slices.Compact(of[a])
	}
	return of, len(numbers)
}

// manyName is how many articles name one whom every paper names.
const manyName = 64
