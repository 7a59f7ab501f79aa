package origin

import (
	"sort"

	"github.com/stemma-news/stemma"
)

// support is one place where an item is told: the article, and the chain.
type support struct {
	article *stemma.Article
	chain   []stemma.Hop
	family  string
}

// Stand returns the standing of each saying, its parts, each event and each
// figure, in order of the item's id.
func Stand(sc *stemma.Scene, items Items) []stemma.Standing {
	w := newWorld(sc)
	quotes := map[string]*stemma.Quote{}
	for i := range items.Quotes {
		quotes[items.Quotes[i].ID] = &items.Quotes[i]
	}
	tellings := map[string]*stemma.Telling{}
	for i := range items.Tellings {
		tellings[items.Tellings[i].ID] = &items.Tellings[i]
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
				part = w.add(part, q.Article, q.Chain)
				if !seen[q.ID] {
					seen[q.ID] = true
					all = w.add(all, q.Article, q.Chain)
				}
			}
			n := k
			out = append(out, w.standing(s.ID, &n, part))
		}
		out = append(out, w.standing(s.ID, nil, all))
	}
	for i := range items.Events {
		e := &items.Events[i]
		var all []support
		for _, id := range e.Tellings {
			if t := tellings[id]; t != nil {
				all = w.add(all, t.Article, t.Chain)
			}
		}
		out = append(out, w.standing(e.ID, nil, all))
	}
	for i := range items.Figures {
		g := &items.Figures[i]
		out = append(out, w.standing(g.ID, nil, w.add(nil, g.Article, g.Chain)))
	}
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

// world is what standings need of a scene.
type world struct {
	sc          *stemma.Scene
	family      map[string]string // article -> smallest family
	read        int
	notAnalysed int
}

func newWorld(sc *stemma.Scene) *world {
	w := &world{sc: sc, family: map[string]string{}}
	for i := range sc.Families {
		f := &sc.Families[i]
		for _, a := range f.Articles {
			if old, ok := w.family[a]; !ok || f.ID < old {
				w.family[a] = f.ID
			}
		}
	}
	for _, a := range sc.Articles {
		if a.Kind != stemma.KindArticle {
			continue
		}
		w.read++
		if !english(a.Lang) {
			w.notAnalysed++
		}
	}
	return w
}

func english(lang string) bool {
	return lang == "" || lang == "und" || len(lang) >= 2 && lang[:2] == "en"
}

func (w *world) add(to []support, article string, chain []stemma.Hop) []support {
	a := w.sc.ByID[article]
	if a == nil {
		return to
	}
	return append(to, support{a, chain, w.family[article]})
}

// standing draws the ladder of an item from the places it is told at.
func (w *world) standing(of string, part *int, at []support) stemma.Standing {
	s := stemma.Standing{Type: "standing", Of: of, Part: part, Read: w.read, NotAnalysed: w.notAnalysed}
	s.By = stemma.By{Stage: "origin", Version: Version, Rule: "chains and copies composed"}
	s.Sure, s.Since = 0.8, 1
	urls, families, publishers := map[string]bool{}, map[string]bool{}, map[string]string{}
	for _, x := range at {
		urls[x.article.Capture] = true
		if x.family != "" {
			families[x.family] = true
		} else if x.article.Kind == stemma.KindArticle {
			families["alone:"+x.article.ID] = true
		}
		if name := publisher(x.article); name != "" {
			publishers[key(name)] = name
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
	ws := w.sources(at)
	for _, x := range ws {
		s.Sources = append(s.Sources, x.StandingSource)
		if x.firstHand {
			s.FirstHand = append(s.FirstHand, x.Name)
		}
	}
	s.Pairs = pairs(ws)
	s.Independent = largest(ws, s.Pairs)
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
