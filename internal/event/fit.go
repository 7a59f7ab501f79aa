package event

import (
	"slices"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

func newCluster(kind string, alias map[string]string) *cluster {
	c := &cluster{kind: kind, alias: alias}
	for _, m := range []*map[string]bool{&c.people, &c.countries, &c.articles, &c.stories, &c.actors, &c.recipients, &c.texts, &c.known, &c.lemmas} {
		*m = map[string]bool{}
	}
	return c
}

// places are the story and family of each article, the smallest of several.
func places(sc *stemma.Scene) map[string]where {
	out := map[string]where{}
	for _, s := range sc.Stories {
		for _, a := range s.Articles {
			if w := out[a]; w.story == "" || s.ID < w.story {
				w.story = s.ID
				out[a] = w
			}
		}
	}
	for _, f := range sc.Families {
		for _, a := range f.Articles {
			if w := out[a]; w.family == "" || f.ID < w.family {
				w.family = f.ID
				out[a] = w
			}
		}
	}
	return out
}

// wording is what two tellings share that stand in copies of one sentence.
func wording(t *stemma.Telling, w where) string {
	if w.family == "" {
		return ""
	}
	when := ""
	if t.When != nil {
		when = t.When.Text
	}
	return w.family + "|" + t.By.Rule + "|" + when + "|" + strings.ToLower(t.Cites[0].Exact)
}

// verbal are the types of words rather than deeds: of these two tellings are
// one only if they use the same verb, or share both sides.
var verbal = map[string]bool{"ACCUSE": true, "SUPPORT": true, "REQUEST": true, "REJECT": true, "THREATEN": true, "AGREE": true}

// fits tells how well a telling fits, 0 for not.
func (c *cluster) fits(t *stemma.Telling, countries []string, w where) int {
	if c.kind != t.Kind || c.mode != t.Mode || c.supposed != (t.Status == hypothetical) {
		return 0
	}
	if t.Mode == "multilateral" && c.noun != noun(t) {
		return 0
	}
	if x := wording(t, w); x != "" && c.texts[x] {
		return 20 // the same words in another copy of the text
	}
	score := c.shares(t, countries)
	home := c.articles[t.Article]
	inferred := t.Date == nil || t.Date.How == inferredDate
	if home && inferred && (definite(t) || c.known[t.Article]) && c.sameParty(t) && !c.conflict(t) {
		return score + 3 // "the meeting", told of before in the same text
	}
	unlinked := !linked(t) && len(countries) == 0
	if score == 0 && unlinked && c.firm && !inferred && c.stories[w.story] && t.Kind != "CONSULT" {
		score = 1
	}
	if score == 0 || !c.sameParty(t) || c.conflict(t) {
		return 0
	}
	if verbal[t.Kind] && !c.lemmas[noun(t)] && !c.bothSides(t) {
		return 0
	}
	if t.Date == nil || c.from.IsZero() {
		// Nobody tells the day: only what one article tells of the same actors.
		if !home && t.Date == nil && score >= 6 && w.story != "" && c.stories[w.story] {
			return score // a page without a date, and both sides the same
		}
		if !home || score < 3 && linked(t) {
			return 0
		}
		return score + 1
	}
	from, until := days(t.Date)
	if !from.Before(c.until) || !c.from.Before(until) {
		return 0
	}
	if !c.firm && inferred && !home && score < 6 {
		return 0
	}
	if until.Sub(from) > 45*24*time.Hour && score < 2 && linked(t) {
		return 0
	}
	return score + 2
}

// definite reports whether a telling speaks of its event as known.
func definite(t *stemma.Telling) bool { return strings.HasPrefix(t.By.Rule, "the ") }

// linked reports whether a telling names somebody known.
func linked(t *stemma.Telling) bool {
	return slices.ContainsFunc(append(slices.Clone(t.Actors), t.Recipients...), func(id string) bool { return id != "" })
}

// shares counts what a telling has in common with c: 3 for each person or
// body, 1 for each country.
func (c *cluster) shares(t *stemma.Telling, countries []string) int {
	score := 0
	for _, id := range append(slices.Clone(t.Actors), t.Recipients...) {
		if id = canon(c.alias, id); id != "" && c.people[id] {
			score += 3
		}
	}
	for _, k := range countries {
		if c.countries[k] {
			score++
		}
	}
	return score
}

// conflict reports whether a telling names other actors, or others acted on,
// than c does. At a meeting all act; visits are told of guest and host.
func (c *cluster) conflict(t *stemma.Telling) bool {
	if t.Kind == "CONSULT" {
		return t.Mode == "visit" && c.differ(c.actors, t.Actors)
	}
	return c.differ(c.actors, t.Actors) || c.differ(c.recipients, t.Recipients)
}

// differ reports whether two lists of known ones share none.
func (c *cluster) differ(have map[string]bool, ids []string) bool {
	known := 0
	for _, id := range ids {
		if id = canon(c.alias, id); id == "" {
			continue
		}
		known++
		if have[id] {
			return false
		}
	}
	return known > 0 && len(have) > 0
}

func (c *cluster) bothSides(t *stemma.Telling) bool {
	return len(c.actors) > 0 && len(c.recipients) > 0 && linked(t) && !c.conflict(t) &&
		slices.ContainsFunc(t.Actors, func(id string) bool { return c.actors[canon(c.alias, id)] }) &&
		slices.ContainsFunc(t.Recipients, func(id string) bool { return c.recipients[canon(c.alias, id)] })
}

func (c *cluster) add(i int, t *stemma.Telling, countries []string, w where) {
	c.members = append(c.members, i)
	if len(c.members) == 1 {
		c.mode, c.noun, c.supposed = t.Mode, noun(t), t.Status == hypothetical
	}
	for _, id := range t.Actors {
		if id = canon(c.alias, id); id != "" {
			c.people[id], c.actors[id] = true, true
		}
	}
	for _, id := range t.Recipients {
		if id = canon(c.alias, id); id != "" {
			c.people[id], c.recipients[id] = true, true
		}
	}
	for _, k := range countries {
		c.countries[k] = true
	}
	c.articles[t.Article] = true
	c.lemmas[noun(t)] = true
	if w.story != "" {
		c.stories[w.story] = true
	}
	if x := wording(t, w); x != "" {
		c.texts[x] = true
	}
	if definite(t) {
		c.known[t.Article] = true
	}
	if t.Date == nil || t.Date.How == inferredDate && c.firm {
		return
	}
	from, until := days(t.Date)
	switch firm := t.Date.How != inferredDate; {
	case c.from.IsZero() || firm && !c.firm:
		c.from, c.until = from, until
	default:
		if from.After(c.from) && from.Before(c.until) {
			c.from = from
		}
		if until.Before(c.until) && until.After(c.from) {
			c.until = until
		}
	}
	c.firm = c.firm || t.Date.How != inferredDate
}
