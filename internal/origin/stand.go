package origin

import (
	"slices"
	"sort"

	"github.com/stemma-news/stemma"
)

// support is one place where an item is told: the article, the words, and the
// chain.
type support struct {
	article *stemma.Article
	chain   []stemma.Hop
	spans   []stemma.Span
	family  string
}

// Stand returns the standing of each saying, its parts, each event and each
// figure, in order of the item's id.
func Stand(sc *stemma.Scene, items Items) []stemma.Standing {
	w := newWorld(sc)
	var out []stemma.Standing
	out = append(out, w.sayings(items)...)
	out = append(out, w.events(items)...)
	out = append(out, w.figures(items)...)
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Of != out[j].Of {
			return out[i].Of < out[j].Of
		}
		return partNumber(out[i]) < partNumber(out[j])
	})
	return out
}

func partNumber(s stemma.Standing) int {
	if s.Part == nil {
		return -1
	}
	return *s.Part
}

func (w *world) sayings(items Items) []stemma.Standing {
	quotes := map[string]*stemma.Quote{}
	for i := range items.Quotes {
		quotes[items.Quotes[i].ID] = &items.Quotes[i]
	}
	var out []stemma.Standing
	for i := range items.Sayings {
		s := &items.Sayings[i]
		var all []support
		seen := map[string]bool{}
		for k, p := range s.Parts {
			var part []support
			for _, x := range p.Quotes {
				q := quotes[x.Quote]
				if q == nil {
					continue
				}
				chain := spokenBy(s, q)
				part = w.add(part, q.Article, chain, q.Spans)
				if !seen[q.ID] {
					seen[q.ID] = true
					all = w.add(all, q.Article, chain, q.Spans)
				}
			}
			n := k
			out = append(out, w.standing(s.ID, &n, part, matter{said: true}))
		}
		out = append(out, w.standing(s.ID, nil, all, matter{said: true}))
	}
	return out
}

// spokenBy is the chain of a quote with the speaker of its saying first, where
// the page does not say who that is: "a spokesman" whose words another page has
// from the ministry is no second source of them.
func spokenBy(s *stemma.Saying, q *stemma.Quote) []stemma.Hop {
	if s.Speaker == "" || q.Speaker != "" || len(q.Chain) == 0 {
		return q.Chain
	}
	if h := q.Chain[0]; h.Entity != "" || h.How == stemma.HowCredit || h.How == stemma.HowCopy || medium(h.Who) {
		return q.Chain
	}
	chain := slices.Clone(q.Chain)
	chain[0].Who, chain[0].Entity = s.Name, s.Speaker
	return chain
}

// events stand on the tellings that say they happened; a denial supports only
// an event that all deny.
func (w *world) events(items Items) []stemma.Standing {
	tellings := map[string]*stemma.Telling{}
	for i := range items.Tellings {
		tellings[items.Tellings[i].ID] = &items.Tellings[i]
	}
	var out []stemma.Standing
	for i := range items.Events {
		e := &items.Events[i]
		m := matter{entities: map[string]bool{}, countries: map[string]bool{}}
		for _, id := range append(append([]string(nil), e.Actors...), e.Recipients...) {
			m.entities[id] = id != ""
		}
		for _, c := range e.Countries {
			m.countries[c] = true
		}
		var told, denied []support
		for _, id := range e.Tellings {
			t := tellings[id]
			if t == nil {
				continue
			}
			if t.Status == "denied" {
				denied = w.add(denied, t.Article, t.Chain, spansOf(t.Cites))
			} else {
				told = w.add(told, t.Article, t.Chain, spansOf(t.Cites))
			}
		}
		if len(told) == 0 {
			told = denied
		}
		out = append(out, w.standing(e.ID, nil, told, m))
	}
	return out
}

// figures stand on every page of their storyline that gives the same number of the
// same thing.
func (w *world) figures(items Items) []stemma.Standing {
	type alike struct { // of one noun and bound
		first *stemma.Figure
		on    []support
	}
	at := map[string][]*alike{}
	for i := range items.Figures {
		g := &items.Figures[i]
		for _, k := range w.figureKeys(g) {
			n := slices.IndexFunc(at[k], func(x *alike) bool { return x.first.Noun() == g.Noun() && strict(x.first) == strict(g) })
			if n < 0 {
				n, at[k] = len(at[k]), append(at[k], &alike{first: g})
			}
			at[k][n].on = w.add(at[k][n].on, g.Article, g.Chain, spansOf(g.Cites))
		}
	}
	var out []stemma.Standing
	for i := range items.Figures {
		g := &items.Figures[i]
		var best []support
		for _, k := range w.figureKeys(g) {
			var on []support
			for _, x := range at[k] {
				if g.SameThing(x.first) && strict(g) == strict(x.first) {
					on = append(on, x.on...)
				}
			}
			if len(on) > len(best) {
				best = on
			}
		}
		out = append(out, w.standing(g.ID, nil, best, matter{}))
	}
	return out
}

// strict is the bound of a figure whose number is itself ruled out, "" for none:
// "more than 200" is no 200, "at least 200" may be.
func strict(g *stemma.Figure) string {
	if g.Bound == "more than" || g.Bound == "less than" {
		return g.Bound
	}
	return ""
}

func spansOf(cites []stemma.Cite) []stemma.Span {
	var out []stemma.Span
	for _, c := range cites {
		out = append(out, c.Spans...)
	}
	return out
}

func (w *world) add(to []support, article string, chain []stemma.Hop, spans []stemma.Span) []support {
	a := w.sc.ByID[article]
	if a == nil {
		return to
	}
	for _, h := range chain {
		if w.strikes(&h) {
			return to
		}
	}
	if len(w.struck) > 0 && w.struck[Key(publisher(a))] {
		return to
	}
	return append(to, support{a, chain, spans, w.family[article]})
}

// strikes reports whether a hop goes through a struck source, by its words or
// by a name of the entity they mean: of "he said", the person.
func (w *world) strikes(h *stemma.Hop) bool {
	if len(w.struck) == 0 {
		return false
	}
	if w.struck[Key(h.Who)] {
		return true
	}
	e := w.sc.Entities[string(h.Entity)]
	return e != nil && (w.struck[Key(e.Name)] || slices.ContainsFunc(e.Also, func(n string) bool { return w.struck[Key(n)] }))
}

// standing draws the ladder of an item from the places it is told at.
func (w *world) standing(of string, part *int, at []support, m matter) stemma.Standing {
	s := stemma.Standing{Type: "standing", Of: of, Part: part, Read: w.read, NotAnalysed: w.notAnalysed}
	s.By = stemma.By{Stage: "origin", Version: Version, Rule: "chains and copies composed"}
	s.Sure, s.Since = 0.8, 1
	urls, families, publishers := map[string]bool{}, map[string]bool{}, map[string]string{}
	for i := range at {
		x := &at[i]
		urls[x.article.Capture] = true
		if x.family != "" {
			families[x.family] = true
		} else if x.article.Kind == stemma.KindArticle {
			families["alone:"+x.article.ID] = true
		}
		if name := publisher(x.article); name != "" {
			k := Key(name)
			if old, ok := publishers[k]; !ok || name < old {
				publishers[k] = name
			}
		}
	}
	s.URLs, s.Families, s.Publishers = len(urls), len(families), len(publishers)
	for f := range families {
		s.FamilyIDs = append(s.FamilyIDs, f)
	}
	for _, name := range publishers {
		s.PublisherIDs = append(s.PublisherIDs, name)
	}
	sort.Strings(s.FamilyIDs)
	sort.Strings(s.PublisherIDs)
	ws := w.sources(at, m)
	for _, x := range ws {
		s.Sources = append(s.Sources, x.StandingSource)
		if x.firstHand {
			s.FirstHand = append(s.FirstHand, x.Name)
		}
	}
	s.Pairs = pairs(ws)
	s.Independent = largest(len(ws), func(i, j int) bool {
		r, _ := relation(ws[i], ws[j])
		return r == independent
	})
	return s
}

// publisher is who put an article before readers: its outlet, else the author
// of a post.
func publisher(a *stemma.Article) string {
	if a.Outlet != "" {
		return a.Outlet
	}
	return a.Author
}
