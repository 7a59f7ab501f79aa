package figure

import (
	"regexp"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/date"
)

// Resolve fills each figure's AsOf, Reported and Event from the scene, in
// place. Event is the id of the telling of the same sentence that the figure
// counts the victims of: joining names the event.
func Resolve(sc *stemma.Scene, figures []stemma.Figure, tellings []stemma.Telling) {
	byArticle := map[string][]*stemma.Telling{}
	for i := range tellings {
		byArticle[tellings[i].Article] = append(byArticle[tellings[i].Article], &tellings[i])
	}
	anchors := date.Anchors(sc)
	for i := range figures {
		g := &figures[i]
		anchor := anchors(g.Article)
		g.Reported = anchor.Article
		g.AsOf = asOf(sc.ByID[g.Article], g, anchor)
		g.Event = ""
		at := g.Cites[0].Spans[0].Start
		gap := 160
		for _, t := range byArticle[g.Article] {
			if !harms[t.Kind] {
				continue
			}
			if d := t.Cites[0].Spans[0].Start - at; max(d, -d) < gap {
				g.Event, gap = stemma.Ref(t.ID), max(d, -d)
			}
		}
		for k := range g.Chain {
			resolveHop(sc, &g.Chain[k])
		}
		named(sc, g)
	}
}

// named writes who gives a figure by name where the page says "he" or leaves out
// whose ministry it is: "the interior ministry in Accra" is Ghana's.
func named(sc *stemma.Scene, g *stemma.Figure) {
	if len(g.Chain) == 0 || g.AccordingTo == "" {
		return
	}
	e := sc.Entities[string(g.Chain[0].Entity)]
	if e == nil || e.Kind == stemma.Place {
		return
	}
	said := strings.ToLower(g.AccordingTo)
	body, the := strings.CutPrefix(said, "the ")
	body, _, _ = strings.Cut(body, " in ")
	switch {
	case said == "he" || said == "she" || said == "it" || said == "they",
		(the || own(g.AccordingTo)) && e.Kind == stemma.Person && strings.Contains(e.Name, " "),
		e.Kind == stemma.Organisation && len(e.Name) > len(body) && strings.HasSuffix(strings.ToLower(e.Name), " "+body),
		e.Kind == stemma.Organisation && e.Country != "" && strings.HasSuffix(e.Name, " ministry") && strings.HasPrefix(body, "ministry of "):
		g.AccordingTo = e.Name
	}
}

// own reports whether a claimant is somebody's without a name: "Its president".
func own(who string) bool {
	first, rest, _ := strings.Cut(who, " ")
	switch strings.ToLower(first) {
	case "its", "his", "her", "their":
		return rest == strings.ToLower(rest)
	}
	return false
}

// harms are the kinds of event that figures of people count.
var harms = map[string]bool{"ASSAULT": true, "COERCE": true, "PROTEST": true, "OTHER": true}

// asOf is when a figure held: the time named with it; from it to the day of
// the report where "since" stands before it.
func asOf(a *stemma.Article, g *stemma.Figure, anchor date.Anchor) *stemma.Date {
	if g.When == nil {
		return nil
	}
	d := date.Resolve(*g.When, anchor)
	if d == nil || a == nil || g.When.Start > len(a.Text) {
		return d
	}
	before := strings.ToLower(strings.TrimRight(a.Text[max(0, g.When.Start-12):g.When.Start], " "))
	before = strings.TrimSuffix(before, " the")
	if strings.HasSuffix(before, "since") && anchor.Article != nil && anchor.Article.Until.After(d.From) {
		d.Until, d.How = anchor.Article.Until, "since then, up to the article's date"
		return d
	}
	if stemma.Harms(g.Measure) && anchor.Article != nil && !stated.MatchString(strings.ToLower(a.Text[max(0, g.When.Start-40):g.When.Start])) &&
		d.Until.After(anchor.Article.From.Add(-recent)) {
		return nil // "the flood on Tuesday killed 40": as the page was written
	}
	return d
}

// recent is how long before a report the harm it counts may lie, so that the
// day named is that of the harm and the count goes on.
const recent = 60 * 24 * time.Hour

// stated finds what makes a time behind it that of a count: "as of Friday", "by
// the end of July", "from 40 on Thursday", "stood at 12 on Monday".
var stated = regexp.MustCompile(`(?:\b(?:as of|by|until)(?: the| the end of| late| early)?|\b(?:from|stood at|was) [0-9,.]+(?: on| in| at)?(?: the)?) $`)

func resolveHop(sc *stemma.Scene, h *stemma.Hop) {
	if h.Entity != "" {
		return
	}
	for _, c := range h.Cites {
		for _, s := range c.Spans {
			for _, l := range sc.Links.In(c.Article, s) {
				if e := sc.Entities[l.Entity]; h.Entity == "" || e != nil && e.Kind != stemma.Place {
					h.Entity = stemma.Ref(l.Entity) // "the interior ministry in Accra" is not Accra
				}
			}
		}
	}
}
