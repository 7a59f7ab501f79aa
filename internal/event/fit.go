package event

import (
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

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
	index              int      // among all tellings
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
	if t.wording != "" && c.texts.has(t.wording) {
		return 20 // the same words in another copy of the text
	}
	home := c.articles.has(t.Article)
	score := c.common(t)
	if home && t.inferred && (definite(t.Telling) || c.known.has(t.Article) && (score >= 3 || t.Kind == "CONSULT" && c.lemmas.has(t.noun))) && c.sameParty(t) && !c.conflict(t) {
		return score + 3 // "the meeting", told of before in the same text
	}
	near := home || national[t.noun] || t.story != "" && c.stories.has(t.story) || t.family != "" && c.families.has(t.family)
	if score == 0 && !t.linked() && len(t.countries) == 0 && c.firm && !t.inferred && c.stories.has(t.story) && t.Kind != "CONSULT" {
		score = 1
	}
	if score == 0 || score < 3 && !near || !c.sameParty(t) || c.conflict(t) {
		return 0 // a country in common joins nothing from anywhere
	}
	if verbal[t.Kind] && !c.lemmas.has(t.noun) && !c.bothSides(t) || t.Kind == "OTHER" && !c.lemmas.has(t.noun) {
		return 0
	}
	if t.Date == nil || c.from.IsZero() {
		// Nobody tells the day: only what one article tells of the same actors.
		if !home && t.Date == nil && score >= 6 && t.story != "" && c.stories.has(t.story) {
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

// common counts what a telling has in common with c: 3 for each person or
// body, 1 for each country.
func (c *cluster) common(t *party) int {
	score := 0
	for _, k := range t.countries {
		if c.countries.has(k) {
			score++
		}
	}
	return score + 3*(c.people.common(t.actors)+c.people.common(t.recipients))
}

// sameParty reports whether the people of a meeting fit: of two tellings that
// name both sides, those of one must be among those of the other.
func (c *cluster) sameParty(t *party) bool {
	if t.Kind != "CONSULT" || t.Mode != "meet" && t.Mode != "phone" {
		return true
	}
	ids := len(t.actors) + len(t.recipients)
	if k := c.people.size(); ids >= 2 && k >= 2 {
		shared := c.people.common(t.actors) + c.people.common(t.recipients)
		return shared >= min(ids, k) || shared >= 2
	}
	return true
}

// conflict reports whether a telling names other actors, or others acted on,
// than c does. At a meeting all act; visits are told of guest and host.
func (c *cluster) conflict(t *party) bool {
	if t.Kind == "CONSULT" {
		return t.Mode == "visit" && c.actors.differ(t.actors)
	}
	return c.actors.differ(t.actors) || c.recipients.differ(t.recipients)
}

func (c *cluster) bothSides(t *party) bool {
	return c.actors.common(t.actors) > 0 && c.recipients.common(t.recipients) > 0
}

func (c *cluster) add(i int, t *party) {
	c.members = append(c.members, i)
	if len(c.members) == 1 {
		c.mode, c.noun, c.supposed = t.Mode, t.noun, t.Status == hypothetical
	}
	for _, id := range t.actors {
		c.people.add(id)
		c.actors.add(id)
	}
	for _, id := range t.recipients {
		c.people.add(id)
		c.recipients.add(id)
	}
	for _, k := range t.countries {
		c.countries.add(k)
	}
	c.articles.add(t.Article)
	c.lemmas.add(t.noun)
	if t.Place != "" {
		c.places.add(t.Place)
	}
	c.others.add(t.Telling)
	c.news = c.news || t.inferred && strings.HasPrefix(t.By.Rule, "verb ")
	if t.story != "" {
		c.stories.add(t.story)
	}
	if t.family != "" {
		c.families.add(t.family)
	}
	if t.wording != "" {
		c.texts.add(t.wording)
	}
	if definite(t.Telling) {
		c.known.add(t.Article)
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
