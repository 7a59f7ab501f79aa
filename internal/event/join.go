package event

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/stemma-news/stemma"
)

// cluster is an event in the making.
type cluster struct {
	members     []int
	kind        string
	mode, noun  string
	from, until time.Time // the days all its tellings leave open
	firm        bool      // some telling tells its day
	people      tally
	countries   bag[string]
	supposed    bool
	articles    bag[string]
	stories     bag[string]
	actors      tally // of people, those who act
	recipients  tally
	texts       bag[string] // family and words of its tellings
	known       bag[string] // articles that speak of it as known: "the meeting"
	lemmas      bag[string]
	places      bag[string]
	others      sortOf // of those acted on, by their words
	news        bool   // a verb tells it whose day no words tell
	families    bag[string]
	kept        bag[blockKey]     // blocks it stands in
	seen        int               // the telling it was last held against
	alias       map[string]string // see aliases
}

// where is what joining knows of an article besides its words.
type where struct {
	story, family string
}

// Join joins tellings of one happening into events and fills each telling's
// Event. Tellings join that are of one type and mode, name an actor or country
// in common and leave a day open on which both can have been; those that give
// their day most narrowly come first, so that a vague one joins what it fits
// best and never bridges two dates. What a person joined or parted is so.
func Join(sc *stemma.Scene, tellings []stemma.Telling) []stemma.Event {
	ready()
	parties, all := byNames(sc, tellings)
	var out []stemma.Event
	atlas := sync.OnceValue(func() *atlas { return newAtlas(sc) })
	all = retold(sc, all, parties, atlas)
	for _, c := range correct(sc, all, parties, aliases(sc)) {
		out = append(out, c.event(sc, tellings, atlas))
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// byNames joins the tellings that names and days alone show to be of one event.
func byNames(sc *stemma.Scene, tellings []stemma.Telling) ([]party, []*cluster) {
	order := make([]int, len(tellings))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(a, b int) bool { return before(&tellings[order[a]], &tellings[order[b]]) })
	at := places(sc)
	alias := aliases(sc)
	parties := make([]party, len(tellings))
	for i := range tellings {
		parties[i] = newParty(sc, &tellings[i], at[tellings[i].Article], alias)
		parties[i].index = i
	}
	blocks := newBlocks()
	var all []*cluster
	var slab []cluster // of clusters to come
	for n, i := range order {
		t := &parties[i]
		look, keep := blocks.of(t)
		var best *cluster
		most := 0
		for _, k := range look {
			for at := blocks.first(k); at >= 0; at = blocks.stands[at].next {
				c := blocks.stands[at].cluster
				if c.seen == n+1 {
					continue
				}
				c.seen = n + 1
				if n := c.fits(t); n > most {
					best, most = c, n
				}
			}
		}
		if best == nil {
			if len(slab) == 0 {
				slab = make([]cluster, 256)
			}
			best, slab = &slab[0], slab[1:]
			best.kind, best.alias = t.Kind, alias
			all = append(all, best)
		}
		best.add(i, t)
		for _, k := range keep {
			if best.kept.add(k) {
				blocks.put(k, best)
			}
		}
	}
	return parties, all
}

// before orders tellings: narrow dates first, none last.
func before(t, u *stemma.Telling) bool {
	a, b := width(t), width(u)
	if a != b {
		return a < b
	}
	return t.ID < u.ID
}

func width(t *stemma.Telling) time.Duration {
	switch {
	case t.Date == nil:
		return 1 << 62
	case t.Date.How == inferredDate:
		return 1 << 61
	}
	return t.Date.Until.Sub(t.Date.From)
}

// noun is the noun of a frame by which meetings of many are told apart.
func noun(t *stemma.Telling) string {
	w := strings.Fields(t.By.Rule)
	if len(w) < 2 {
		return ""
	}
	return strings.TrimSuffix(w[len(w)-1], "s")
}

// days is the stretch of a date as days of the calendar, whatever the zone.
func days(d *stemma.Date) (from, until time.Time) {
	cut := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	from = cut(d.From)
	until = cut(d.Until.Add(-time.Nanosecond)).AddDate(0, 0, 1)
	return from, until
}

// event writes a cluster as an event and fills its tellings' Event.
func (c *cluster) event(sc *stemma.Scene, tellings []stemma.Telling, places func() *atlas) stemma.Event {
	var ids []string
	for _, i := range c.members {
		ids = append(ids, tellings[i].ID)
	}
	sort.Strings(ids)
	e := stemma.Event{Type: "event", ID: stemma.JoinedID(stemma.EventID, ids), Kind: c.kind, Mode: c.mode, Tellings: ids}
	sort.Slice(c.members, func(a, b int) bool { return tellings[c.members[a]].ID < tellings[c.members[b]].ID })
	told := map[string]int{}
	var best *stemma.Telling
	e.Sure = 0
	for _, i := range c.members {
		t := &tellings[i]
		t.Event = stemma.Ref(e.ID)
		e.Cites = append(e.Cites, t.Cites...)
		told[t.Place]++
		if t.Date != nil && (best == nil || c.agree(tellings, t) > c.agree(tellings, best) || c.agree(tellings, t) == c.agree(tellings, best) && width(t) < width(best)) {
			best = t
		}
		e.Sure = max(e.Sure, t.Sure)
		for k, id := range t.Actors {
			e.Actors, e.ActorNames = c.addActor(sc, e.Actors, e.ActorNames, id, t.ActorNames[k])
		}
	}
	for _, i := range c.members {
		t := &tellings[i]
		for k, id := range t.Recipients {
			if id == "" || !slices.Contains(e.Actors, canon(c.alias, id)) {
				e.Recipients, e.RecipientNames = c.addActor(sc, e.Recipients, e.RecipientNames, id, t.RecipientNames[k])
			}
		}
	}
	c.byCount(tellings, e.Actors, e.ActorNames, func(t *stemma.Telling) ([]string, []string) { return t.Actors, t.ActorNames })
	c.byCount(tellings, e.Recipients, e.RecipientNames, func(t *stemma.Telling) ([]string, []string) { return t.Recipients, t.RecipientNames })
	if e.Place = commonest(told); len(told) > 1 {
		for p := range told {
			if places().whole[p] != "" {
				delete(told, p) // a town says more than its country
			}
		}
		if p := commonest(told); p != "" {
			e.Place = p
		}
	}
	if best != nil {
		d := *best.Date
		e.Date = &d
	}
	e.Countries = append(e.Countries, c.countries.list...)
	if len(e.Countries) == 0 {
		e.Countries = c.home(sc)
	}
	sort.Strings(e.Countries)
	c.settle(sc, &e, tellings, places)
	e.By = stemma.By{Stage: "event", Version: Version, Rule: "joined by type, actors and days"}
	e.Since = 1
	return e
}

// agree is how many tellings tell days that t's can be of, 0 where nobody tells
// t's.
func (c *cluster) agree(tellings []stemma.Telling, t *stemma.Telling) int {
	n := 0
	if t.Date.How == inferredDate || len(c.members) > manyAlike {
		return 0
	}
	from, until := days(t.Date)
	for _, i := range c.members {
		if d := tellings[i].Date; d != nil && d.How != inferredDate {
			f, u := days(d)
			if f.Before(until) && from.Before(u) {
				n++
			}
		}
	}
	return n
}

// home is the country that most of what the articles of c name is of, if it is
// half of it in each: where nobody says where, it is there.
func (c *cluster) home(sc *stemma.Scene) []string {
	home := ""
	for _, a := range c.articles.list {
		n, all, most := map[string]int{}, 0, ""
		for _, l := range sc.Links[a] {
			if e := sc.Entities[l.Entity]; e != nil && e.Country != "" {
				all++
				if n[e.Country]++; n[e.Country] > n[most] {
					most = e.Country
				}
			}
		}
		if n[most] < 2 || 2*n[most] <= all || home != "" && home != most {
			return nil
		}
		home = most
	}
	return []string{home}
}

// byCount puts those first whom most tellings name, of equals those known.
func (c *cluster) byCount(tellings []stemma.Telling, ids, names []string, side func(*stemma.Telling) (ids, names []string)) {
	if len(ids) < 2 {
		return
	}
	n := map[string]int{}
	for _, i := range c.members {
		in, words := side(&tellings[i])
		for k, id := range in {
			if id = canon(c.alias, id); id != "" {
				n[id]++
			} else {
				n[words[k]]++
			}
		}
	}
	type who struct {
		id, name string
		n        int
	}
	all := make([]who, len(ids))
	for k := range ids {
		all[k] = who{ids[k], names[k], n[ids[k]]}
		if ids[k] == "" {
			all[k].n = n[names[k]]
		}
	}
	sort.SliceStable(all, func(a, b int) bool {
		x, y := all[a], all[b]
		if x.n != y.n {
			return x.n > y.n
		}
		return x.id != "" && y.id == ""
	})
	for k, w := range all {
		ids[k], names[k] = w.id, w.name
	}
}

func (c *cluster) addActor(sc *stemma.Scene, ids, names []string, id, words string) ([]string, []string) {
	id = canon(c.alias, id)
	if e := sc.Entities[id]; e != nil {
		words = e.Name
	}
	if id != "" && slices.Contains(ids, id) || id == "" && slices.Contains(names, words) {
		return ids, names
	}
	return append(ids, id), append(names, words)
}

// commonest is the place most tellings give; of equals the first by name.
func commonest(n map[string]int) string {
	best := ""
	for k, v := range n {
		if k != "" && (best == "" || v > n[best] || v == n[best] && k < best) {
			best = k
		}
	}
	return best
}
