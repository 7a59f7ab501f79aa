package quote

import (
	"sort"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/date"
)

// Resolve fills each quote's Speaker, Addressee and Date from the scene, in
// place, and the entities of its chain's hops.
func Resolve(sc *stemma.Scene, quotes []stemma.Quote) {
	by := map[string][]*stemma.Quote{}
	for i := range quotes {
		by[quotes[i].Article] = append(by[quotes[i].Article], &quotes[i])
	}
	for id, qs := range by {
		a := sc.ByID[id]
		if a == nil {
			continue
		}
		sort.SliceStable(qs, func(i, j int) bool { return qs[i].Spans[0].Start < qs[j].Spans[0].Start })
		for _, q := range qs {
			for n := range q.Chain {
				q.Chain[n].Entity = stemma.Ref(entityOf(sc, a, q.Chain[n].Cites))
			}
			if len(q.Chain) > 0 && len(q.SpeakerSpans) > 0 {
				q.Speaker = q.Chain[0].Entity
			}
			if len(q.AddresseeSpan) > 0 {
				q.Addressee = stemma.Ref(named(sc, a, q.AddresseeSpan[0]))
				if q.Addressee == "" {
					q.Addressee = stemma.Ref(holder(sc, a, q.AddresseeText, string(q.Speaker)))
				}
			}
		}
		datesOf(a, qs)
	}
}

// entityOf is the entity the last of the cites names that names any.
func entityOf(sc *stemma.Scene, a *stemma.Article, cites []stemma.Cite) string {
	for i := len(cites) - 1; i >= 0; i-- {
		for _, s := range cites[i].Spans {
			if e := named(sc, a, s); e != "" {
				return e
			}
		}
	}
	return ""
}

// holder is the one person an article names, other than the speaker, who
// bears a title: "senior general" spoken to as such.
func holder(sc *stemma.Scene, a *stemma.Article, title, speaker string) string {
	found := ""
	for _, l := range sc.Links[a.ID] {
		e := sc.Entities[l.Entity]
		if e == nil || l.Entity == speaker || e.Kind != stemma.Person {
			continue
		}
		for _, r := range e.Roles {
			if !strings.EqualFold(r.Role, title) {
				continue
			}
			if found != "" && found != l.Entity {
				return ""
			}
			found = l.Entity
		}
	}
	return found
}

// named is the entity that the noun phrase at s names: what stands after "of"
// or "for" is not the phrase's own. A person is meant before a body, a body
// before a country: "Ghana's foreign ministry".
func named(sc *stemma.Scene, a *stemma.Article, s stemma.Span) string {
	best, rank := "", 0
	for _, l := range sc.Links.In(a.ID, s) {
		e := sc.Entities[l.Entity]
		if e == nil {
			continue
		}
		before := ""
		if l.Start > s.Start {
			before = strings.ToLower(a.Text[s.Start:l.Start])
		}
		after := ""
		if l.End < s.End {
			after = strings.ToLower(strings.Trim(a.Text[l.End:s.End], " ,"))
		}
		n := 1
		switch {
		case behind(before):
			continue
		case e.Kind == stemma.Person:
			n = 4
		case e.Kind == stemma.Organisation && (after == "" || bodyTail(after)):
			n = 3
		case after == "":
			n = 2
		default:
			continue // "the Ghanaian farmer" is not Ghana
		}
		if strings.HasPrefix(before, "a ") || strings.HasPrefix(before, "an ") {
			if e.Kind != stemma.Person {
				continue // "a junta spokesman"
			}
		}
		if n > rank {
			best, rank = l.Entity, n
		}
	}
	return best
}

func bodyTail(s string) bool {
	switch s {
	case "news agency", "agency", "newspaper", "television", "news", "daily", "website", "magazine", "radio", "broadcaster", "tv", "'s", "’s":
		return true
	}
	return strings.HasPrefix(s, "(")
}

// behind reports whether a preposition stands in what comes before a name
// within its noun phrase: "a spokesman for".
func behind(before string) bool {
	for _, w := range strings.Fields(before) {
		switch w {
		case "of", "for", "from", "at", "in", "with", "by", "to", "close", "on", "near":
			return true
		}
	}
	return false
}

// datesOf sets when each quote was spoken: as its own clause says; as the last
// quote of the same speaker says; as its paragraph says before it, by a day of
// the week before the article; else on or before the article's own day. A day
// of a paragraph before is that of another deed, far more often than not.
func datesOf(a *stemma.Article, qs []*stemma.Quote) {
	last := map[string]*stemma.Date{}
	anchor := date.Anchor{Article: date.Local(a)}
	var whens []stemma.When
	if a.Published != nil { // else no day is recent
		whens = date.Find(a.Text, stemma.Span{Start: 0, End: len(a.Text)})
	}
	var day *stemma.Date
	w, told := 0, 0
	for _, q := range qs {
		key := string(q.Speaker)
		if key == "" {
			key = strings.ToLower(q.SpeakerText)
		}
		for w < len(whens) && whens[w].Start < q.Spans[0].Start {
			if d := date.Resolve(whens[w], anchor); recent(a, d) && !reported(a, whens[w]) && !background(a, whens[w]) {
				day, told = d, whens[w].End
			}
			w++
		}
		if q.When != nil {
			q.Date = date.Resolve(*q.When, anchor)
		}
		switch {
		case q.Date != nil && short(q.Date):
			if !background(a, *q.When) {
				last[key] = q.Date
			}
		case q.Date != nil:
		case last[key] != nil:
			q.Date = copied(last[key], "the date of what the speaker said before")
		case day != nil && told <= q.Spans[0].Start && !strings.Contains(a.Text[told:q.Spans[0].Start], "\n\n"):
			q.Date = copied(day, "the day of the account")
		case a.Published != nil:
			q.Date = copied(a.Published, "on or before the day of the article")
		}
	}
}

func copied(d *stemma.Date, how string) *stemma.Date {
	c := *d
	if !strings.HasPrefix(c.How, how) {
		c.How = how
	}
	return &c
}

func short(d *stemma.Date) bool { return d.Until.Sub(d.From) <= 49*time.Hour }

// recent reports whether d is a day of the week that ends with the article.
func recent(a *stemma.Article, d *stemma.Date) bool {
	return d != nil && a.Published != nil && short(d) && d.From.Before(a.Published.Until) && d.From.After(a.Published.From.AddDate(0, 0, -8))
}

// reported reports whether w is when the press told of it: "as reported by
// RIA, Wednesday".
func reported(a *stemma.Article, w stemma.When) bool {
	from := max(0, w.Start-40)
	s := a.Text[from:w.Start]
	if i := strings.LastIndexAny(s, ".\n"); i >= 0 {
		s = s[i:]
	}
	return strings.Contains(s, "reported by") || strings.Contains(s, "carried by") || strings.Contains(s, "published by")
}

// background reports whether w dates what the sentence only looks back or
// forward to, in a clause of its own: "met two days after a ferry sank on
// Sunday", "the bridge that fell on Monday".
func background(a *stemma.Article, w stemma.When) bool {
	from := max(0, w.Start-160)
	s := a.Text[from:w.Start]
	if i := strings.LastIndexAny(s, ".!?\n,;"); i >= 0 {
		s = s[i+1:]
	}
	f := strings.Fields(strings.ToLower(s))
	if n := len(f); n > 0 && f[n-1] == "on" {
		f = f[:n-1]
	}
	for i, x := range f {
		switch x {
		case "which", "who", "whose":
			return true
		case "after", "since", "before", "when", "where", "until":
			// "after the talks on Tuesday" dates the account itself
			return len(f)-i > 3
		}
	}
	return false
}
