package event

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

// retelling is what joining what is told again asks of the tellings of a record.
type retelling struct {
	parties []party
	words   *wordings
	matters map[string][]int // of each article
	many    int              // how many matters there are
	events  []int            // of each telling, how many events of its type its article tells
	order   []*cluster       // the events, the few tellings first
	at      map[onMatter][]int
	sorts   []int // of each event in order, its type, and mode where that is a happening of its own
	visited []int // matters, by whom last
	visits  int
}

// onMatter is what events of one sort that are told of on one matter share.
type onMatter struct{ matter, sort int }

func newRetelling(sc *stemma.Scene, all []*cluster, parties []party) *retelling {
	r := &retelling{parties: parties, events: make([]int, len(parties))}
	if r.matters, r.many = matters(sc); len(r.matters) == 0 {
		return r
	}
	r.words = newWordings(sc, parties)
	type toldIn struct{ article, kind string }
	told := map[toldIn]int{}
	for _, c := range all {
		for _, a := range c.articles.list {
			told[toldIn{a, c.kind}]++
		}
	}
	for i := range parties {
		r.events[i] = told[toldIn{parties[i].Article, parties[i].Kind}]
	}
	return r
}

// retold joins events that names and days leave apart though pages on one
// matter tell of them: who is called by another role, no day is told, or a noun
// tells again what a verb told ("the flood", "after the raid"). An event joins
// the one most like it of those of its type that a page of its story, or one
// with the same names, tells of, if nothing speaks against it.
func retold(sc *stemma.Scene, all []*cluster, parties []party, places func() *atlas) []*cluster {
	r := newRetelling(sc, all, parties)
	if len(r.matters) == 0 {
		return all
	}
	r.index(all)
	gone := map[*cluster]bool{}
	seen := make([]int, len(r.order)) // by whom last
	for i, v := range r.order {
		best, most := -1, 0.0
		r.on(v, func(m int) {
			in := r.at[onMatter{m, r.sorts[i]}]
			if len(in) > manyAlike {
				return
			}
			least := leastAlike + max(0, math.Log(float64(len(in))/usualAlike))
			for _, k := range in {
				if seen[k] == i+1 || k <= i {
					continue
				}
				seen[k] = i + 1
				if n := r.alike(r.order[k], v, places) - least; n > most || n == most && k > best {
					best, most = k, n
				}
			}
		})
		if best < 0 {
			continue
		}
		for _, t := range v.members {
			r.order[best].add(t, &parties[t])
		}
		gone[v] = true
		r.put(v, best)
	}
	return slices.DeleteFunc(all, func(c *cluster) bool { return gone[c] })
}

// index puts the events in order, those with few tellings first, and by what
// they are on.
func (r *retelling) index(all []*cluster) {
	r.order = slices.Clone(all)
	slices.SortFunc(r.order, func(a, b *cluster) int {
		return cmp.Or(cmp.Compare(len(a.members), len(b.members)), cmp.Compare(r.parties[a.members[0]].ID, r.parties[b.members[0]].ID))
	})
	r.at, r.visited = map[onMatter][]int{}, make([]int, r.many)
	type sort struct{ kind, mode string }
	sorts := map[sort]int{}
	for i, c := range r.order {
		k := sort{kind: c.kind}
		if ownModes[c.kind] {
			k.mode = c.mode
		}
		n, ok := sorts[k]
		if !ok {
			n = len(sorts)
			sorts[k] = n
		}
		r.sorts = append(r.sorts, n)
		r.put(c, i)
	}
}

// on calls each with the matters an event is told of on, each once.
func (r *retelling) on(c *cluster, each func(matter int)) {
	r.visits++
	for _, a := range c.articles.list {
		for _, m := range r.matters[a] {
			if r.visited[m] != r.visits {
				r.visited[m] = r.visits
				each(m)
			}
		}
	}
}

// put has event i found on the matters of c.
func (r *retelling) put(c *cluster, i int) {
	r.on(c, func(m int) {
		k := onMatter{m, r.sorts[i]}
		if in := r.at[k]; len(in) == 0 || in[len(in)-1] != i {
			r.at[k] = append(in, i)
		}
	})
}

// alike is how alike two events are: the mean odds of their tellings.
func (r *retelling) alike(c, v *cluster, places func() *atlas) float64 {
	if !c.may(v) {
		return math.Inf(-1)
	}
	sum, n := 0.0, 0.0
	for i := range min(compared, len(c.members)) {
		for k := range min(compared, len(v.members)) {
			t := &r.parties[c.members[i*len(c.members)/min(compared, len(c.members))]]
			u := &r.parties[v.members[k*len(v.members)/min(compared, len(v.members))]]
			n++
			if !sameSort(t.Telling, u.Telling) {
				sum -= otherMode
				continue
			}
			s := r.words.compare(t, u, r.events[t.index], r.events[u.index], places())
			if s.nothing() {
				sum -= otherMode
				continue
			}
			sum += weighing().odds(&s)
		}
	}
	return sum / n
}

const (
	compared   = 6  // how many tellings of an event are compared, spread over all
	otherMode  = 2  // what speaks against tellings of other modes
	usualAlike = 30 // of how many events of one sort on one matter it was learned: where there are more, one that is alike is more often another
)

// manyAlike is of how many events of one type no page's "the raid" is told.
const manyAlike = 500

// may reports whether nothing speaks against two events being one.
func (c *cluster) may(v *cluster) bool {
	if c.supposed != v.supposed || c.mode == "multilateral" && c.noun != v.noun || c.days(v) == 0 || c.others.differ(&v.others) {
		return false
	}
	if c.kind == "CONSULT" {
		people := c.people.common(v.people.ids)
		if c.people.size() > 0 && v.people.size() > 0 && people < min(2, c.people.size(), v.people.size()) {
			return false
		}
	}
	if verbal[c.kind] && c.kind != "AGREE" && c.people.common(v.people.ids) == 0 {
		return false
	}
	return true
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

// sortOf is what the words say of those who are acted on: that they are one of
// several ("a fourth man").
type sortOf struct{ which bool }

func (s *sortOf) add(t *stemma.Telling) {
	for _, n := range t.RecipientNames {
		for _, x := range strings.Fields(strings.ToLower(n)) {
			s.which = s.which || orders[x]
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
	for _, a := range slices.Sorted(maps.Keys(out)) { // the same numbers each time: who comes first is found first
		slices.Sort(out[a])
		for _, m := range out[a] {
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
