package event

import (
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

func newCluster(kind string, alias map[string]string) *cluster {
	c := &cluster{kind: kind, alias: alias}
	for _, m := range []*map[string]bool{&c.people, &c.countries, &c.articles, &c.stories, &c.actors, &c.recipients, &c.families, &c.kept, &c.texts, &c.known, &c.lemmas} {
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

// party is all that joining asks of one telling.
type party struct {
	*stemma.Telling
	where
	actors, recipients []string // those known
	countries          []string
	wording, noun      string
	from, until        time.Time // its days; zero where it gives none
	inferred           bool      // no words tell its day
}

func newParty(sc *stemma.Scene, t *stemma.Telling, w where, alias map[string]string) party {
	known := func(ids []string) []string {
		var out []string
		for _, id := range ids {
			if id = canon(alias, id); id != "" {
				out = append(out, id)
			}
		}
		return out
	}
	p := party{Telling: t, where: w, actors: known(t.Actors), recipients: known(t.Recipients), countries: countriesOf(sc, t),
		wording: wording(t, w), noun: noun(t), inferred: t.Date == nil || t.Date.How == inferredDate}
	if t.Date != nil {
		p.from, p.until = days(t.Date)
	}
	return p
}

// linked reports whether a telling names somebody known.
func (p *party) linked() bool { return len(p.actors)+len(p.recipients) > 0 }

// verbal are the types of words rather than deeds: of these two tellings are
// one only if they use the same verb, or share both sides.
var verbal = map[string]bool{"ACCUSE": true, "SUPPORT": true, "REQUEST": true, "REJECT": true, "THREATEN": true, "AGREE": true}

// national are words for what a country has one of at a time: of these two
// tellings are of one happening wherever they stand.
var national = set("coup takeover power overthrow topple depose oust election referendum independence")

// fits tells how well a telling fits, 0 for not.
func (c *cluster) fits(t *party) int {
	if c.kind != t.Kind || c.mode != t.Mode || c.supposed != (t.Status == hypothetical) {
		return 0
	}
	if t.Mode == "multilateral" && c.noun != t.noun {
		return 0
	}
	if t.wording != "" && c.texts[t.wording] {
		return 20 // the same words in another copy of the text
	}
	home := c.articles[t.Article]
	score := c.shares(t)
	if home && t.inferred && (definite(t.Telling) || c.known[t.Article]) && c.sameParty(t) && !c.conflict(t) {
		return score + 3 // "the meeting", told of before in the same text
	}
	near := home || national[t.noun] || t.story != "" && c.stories[t.story] || t.family != "" && c.families[t.family]
	if score == 0 && !t.linked() && len(t.countries) == 0 && c.firm && !t.inferred && c.stories[t.story] && t.Kind != "CONSULT" {
		score = 1
	}
	if score == 0 || score < 3 && !near || !c.sameParty(t) || c.conflict(t) {
		return 0 // a country in common joins nothing from anywhere
	}
	if verbal[t.Kind] && !c.lemmas[t.noun] && !c.bothSides(t) {
		return 0
	}
	if t.Date == nil || c.from.IsZero() {
		// Nobody tells the day: only what one article tells of the same actors.
		if !home && t.Date == nil && score >= 6 && t.story != "" && c.stories[t.story] {
			return score // a page without a date, and both sides the same
		}
		if !home || score < 3 && t.linked() {
			return 0
		}
		return score + 1
	}
	if !t.from.Before(c.until) || !c.from.Before(t.until) {
		return 0
	}
	if !c.firm && t.inferred && !home && score < 6 {
		return 0
	}
	if t.until.Sub(t.from) > 45*24*time.Hour && score < 2 && t.linked() {
		return 0
	}
	return score + 2
}

// definite reports whether a telling speaks of its event as known.
func definite(t *stemma.Telling) bool { return strings.HasPrefix(t.By.Rule, "the ") }

// shares counts what a telling has in common with c: 3 for each person or
// body, 1 for each country.
func (c *cluster) shares(t *party) int {
	score := 0
	for _, k := range t.countries {
		if c.countries[k] {
			score++
		}
	}
	return score + 3*(common(c.people, t.actors)+common(c.people, t.recipients))
}

func common(in map[string]bool, ids []string) int {
	n := 0
	for _, id := range ids {
		if in[id] {
			n++
		}
	}
	return n
}

// sameParty reports whether the people of a meeting fit: of two tellings that
// name both sides, those of one must be among those of the other.
func (c *cluster) sameParty(t *party) bool {
	if t.Kind != "CONSULT" || t.Mode != "meet" && t.Mode != "phone" {
		return true
	}
	ids := len(t.actors) + len(t.recipients)
	if ids >= 2 && len(c.people) >= 2 {
		shared := common(c.people, t.actors) + common(c.people, t.recipients)
		return shared >= min(ids, len(c.people)) || shared >= 2
	}
	return true
}

// conflict reports whether a telling names other actors, or others acted on,
// than c does. At a meeting all act; visits are told of guest and host.
func (c *cluster) conflict(t *party) bool {
	if t.Kind == "CONSULT" {
		return t.Mode == "visit" && differ(c.actors, t.actors)
	}
	return differ(c.actors, t.actors) || differ(c.recipients, t.recipients)
}

// differ reports whether two lists of known ones share none.
func differ(have map[string]bool, ids []string) bool {
	return len(ids) > 0 && len(have) > 0 && common(have, ids) == 0
}

func (c *cluster) bothSides(t *party) bool {
	return common(c.actors, t.actors) > 0 && common(c.recipients, t.recipients) > 0
}

func (c *cluster) add(i int, t *party) {
	c.members = append(c.members, i)
	if len(c.members) == 1 {
		c.mode, c.noun, c.supposed = t.Mode, t.noun, t.Status == hypothetical
	}
	for _, id := range t.actors {
		c.people[id], c.actors[id] = true, true
	}
	for _, id := range t.recipients {
		c.people[id], c.recipients[id] = true, true
	}
	for _, k := range t.countries {
		c.countries[k] = true
	}
	c.articles[t.Article] = true
	c.lemmas[t.noun] = true
	if t.story != "" {
		c.stories[t.story] = true
	}
	if t.family != "" {
		c.families[t.family] = true
	}
	if t.wording != "" {
		c.texts[t.wording] = true
	}
	if definite(t.Telling) {
		c.known[t.Article] = true
	}
	if t.Date == nil || t.inferred && c.firm {
		return
	}
	switch {
	case c.from.IsZero() || !t.inferred && !c.firm:
		c.from, c.until = t.from, t.until
	default:
		if t.from.After(c.from) && t.from.Before(c.until) {
			c.from = t.from
		}
		if t.until.Before(c.until) && t.until.After(c.from) {
			c.until = t.until
		}
	}
	c.firm = c.firm || !t.inferred
}
