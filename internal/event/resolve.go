package event

import (
	"sort"
	"strings"
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
	ready()
	anchors := date.Anchors(sc)
	for i := range tellings {
		t := &tellings[i]
		t.Actors = entities(sc, t.Article, t.ActorSpans)
		t.Recipients = entities(sc, t.Article, t.RecipientSpans)
		t.Date = nil
		anchor := anchors(t.Article)
		switch {
		case t.When != nil:
			t.Date = stretch(sc.ByID[t.Article], t, date.Resolve(*t.When, anchor), anchor)
		case anchor.Article != nil && anchor.Why == "" && !t.Background && t.Status == happened:
			t.Date = recent(anchor.Article)
		}
		for k := range t.Chain {
			hopEntity(sc, &t.Chain[k])
		}
	}
}

// stretch widens the date of what lasts: "until tomorrow" begins with the
// article's day, and "a three-day fair that opened on Tuesday" ends two days
// after it.
func stretch(a *stemma.Article, t *stemma.Telling, d *stemma.Date, anchor date.Anchor) *stemma.Date {
	if d == nil || a == nil || t.When.Start > len(a.Text) {
		return d
	}
	before := strings.ToLower(strings.TrimSpace(a.Text[max(0, t.When.Start-9):t.When.Start]))
	if strings.HasSuffix(before, "until") || strings.HasSuffix(before, "till") {
		if anchor.Article != nil && anchor.Article.From.Before(d.Until) {
			d.From, d.How = recent(anchor.Article).From.AddDate(0, 0, 1), "from the article's day until then"
		}
		return d
	}
	if t.Mode != "multilateral" && t.Mode != "visit" {
		return d
	}
	at := t.When.Start
	for _, w := range date.Find(a.Text, stemma.Span{Start: max(0, at-120), End: at}) {
		if n := daysIn(date.Value(w, anchor)); n > 1 && d.Until.Sub(d.From) <= 25*time.Hour {
			d.Until, d.How = d.From.AddDate(0, 0, n), "a day and a length of days"
		}
	}
	return d
}

// daysIn is the number of days of a TIMEX3 duration in days, 0 of another.
func daysIn(v string) int {
	n := 0
	if len(v) < 3 || len(v) > 5 || v[0] != 'P' || v[len(v)-1] != 'D' {
		return 0
	}
	for _, c := range v[1 : len(v)-1] {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
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
			if e := sc.Entities[l.Entity]; e != nil && e.Kind == stemma.Place && (caredFor(sc.ByID[article], s, l.Span) || l.End < s.End || lowerHead(sc.ByID[article], s)) {
				continue // "Norland" of "Norland's army", of "Norlandic officials"
			}
			out[i] = l.Entity
			if h := holder(sc, article, stemma.Span{Start: l.End, End: s.End}); h != "" {
				out[i] = h
			}
		}
	}
	return out
}

// caredFor reports whether a name stands in the care of a preposition within a
// phrase: "Norland" of "the government of Norland", whose head is another.
func caredFor(a *stemma.Article, s, name stemma.Span) bool {
	if a == nil || name.Start <= s.Start {
		return false
	}
	f := strings.Fields(a.Text[s.Start:name.Start])
	for k := len(f) - 1; k >= 0; k-- {
		switch f[k] {
		case "the":
			continue
		case "of", "from", "in":
			return k > 0
		}
		return false
	}
	return false
}

// holder is the one person named in an article who by the pages holds the role
// that the words at s tell, "" where none or several do: of "the army's
// commander-in-chief" what stands after "army".
func holder(sc *stemma.Scene, article string, s stemma.Span) string {
	a := sc.ByID[article]
	if a == nil || s.Start >= s.End {
		return ""
	}
	role := strings.TrimSpace(a.Text[s.Start:s.End])
	if !strings.Contains(role, "-") && !strings.Contains(role, " ") {
		return "" // "minister" alone may be anybody's
	}
	best := ""
	for _, l := range sc.Links[article] {
		e := sc.Entities[l.Entity]
		if e == nil || e.Kind != stemma.Person || l.Entity == best {
			continue
		}
		for _, r := range e.Roles {
			if strings.EqualFold(r.Role, role) {
				if best != "" && best != l.Entity {
					return ""
				}
				best = l.Entity
			}
		}
	}
	return best
}

// lowerHead reports whether the last word of a phrase is a common noun of
// those who act.
func lowerHead(a *stemma.Article, s stemma.Span) bool {
	if a == nil {
		return false
	}
	f := strings.Fields(a.Text[s.Start:s.End])
	return len(f) > 1 && agents[f[len(f)-1]]
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
	for _, c := range t.Countries {
		seen[c] = true
	}
	for _, id := range append(append([]string(nil), t.Actors...), t.Recipients...) {
		if e := sc.Entities[id]; e != nil && e.Country != "" {
			seen[e.Country] = true
		}
	}
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
