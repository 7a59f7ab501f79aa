package event

import (
	"sort"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/date"
)

// inferredDate marks a date no words tell: the news of an article is mostly of
// its day or the day before.
const inferredDate = "no day told: the article's day or the one before"

// Resolve fills each telling's Actors, Recipients and Date from the scene, in
// place. Actors and Recipients are in step with the names: "" for words that
// name nobody known.
func Resolve(sc *stemma.Scene, tellings []stemma.Telling) {
	for i := range tellings {
		t := &tellings[i]
		t.Actors = entities(sc, t.Article, t.ActorSpans)
		t.Recipients = entities(sc, t.Article, t.RecipientSpans)
		t.Date = nil
		anchor := date.AnchorOf(sc, t.Article)
		switch {
		case t.When != nil:
			t.Date = date.Resolve(*t.When, anchor)
		case anchor.Article != nil && !t.Background && t.Status == happened:
			t.Date = recent(anchor.Article)
		}
		for k := range t.Chain {
			hopEntity(sc, &t.Chain[k])
		}
	}
}

// recent is the day of an article and the day before it.
func recent(d *stemma.Date) *stemma.Date {
	f := d.From
	day := time.Date(f.Year(), f.Month(), f.Day(), 0, 0, 0, 0, f.Location())
	return &stemma.Date{From: day.AddDate(0, 0, -1), Until: day.AddDate(0, 0, 1), How: inferredDate, Zone: d.Zone}
}

// entities returns the entity each span names, "" where it names none: of
// several the last, which stands at the head ("Norland's minister Ana Ruiz").
func entities(sc *stemma.Scene, article string, spans []stemma.Span) []string {
	out := make([]string, len(spans))
	for i, s := range spans {
		for _, l := range sc.Links.In(article, s) {
			if !s.Holds(l.Span) {
				continue
			}
			if e := sc.Entities[l.Entity]; e != nil && e.Kind == stemma.Place && l.End < s.End {
				continue // "Norland" of "Norland's army"
			}
			out[i] = l.Entity
		}
	}
	return out
}

func hopEntity(sc *stemma.Scene, h *stemma.Hop) {
	if h.Entity != "" {
		return
	}
	for _, c := range h.Cites {
		for _, s := range c.Spans {
			for _, l := range sc.Links.In(c.Article, s) {
				h.Entity = stemma.Ref(l.Entity)
			}
		}
	}
}

// countriesOf returns the countries a telling names by its actors, recipients
// and place, sorted.
func countriesOf(sc *stemma.Scene, t *stemma.Telling) []string {
	seen := map[string]bool{}
	spans := append(append([]stemma.Span(nil), t.ActorSpans...), t.RecipientSpans...)
	for _, s := range spans {
		for _, l := range sc.Links.In(t.Article, s) {
			if e := sc.Entities[l.Entity]; e != nil && e.Country != "" {
				seen[e.Country] = true
			}
		}
	}
	for _, c := range t.Cites {
		for _, s := range c.Spans {
			for _, l := range sc.Links.In(t.Article, s) {
				if e := sc.Entities[l.Entity]; e != nil && e.Country != "" {
					seen[e.Country] = true
				}
			}
		}
	}
	var out []string
	for k := range seen {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
