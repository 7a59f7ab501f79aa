package figure

import (
	"regexp"
	"strings"

	"github.com/stemma-news/stemma"
)

// issuer is where a page that is a release or a report of its own names the body
// that issues it, whose are the numbers nobody else is said to give: its outlet,
// or the body of its title, that calls, regrets or announces; on a page that says
// it is a release else the outlet as named.
func (f *finder) issuer() (named stemma.Span) {
	text := f.a.Text
	release := released.MatchString(text[:min(len(text), 500)]) || ended.MatchString(text[max(0, len(text)-400):])
	for _, m := range f.mentions {
		if m.Kind != stemma.Organisation || len(m.Cite.Spans) != 1 {
			continue
		}
		s := m.Cite.Spans[0]
		own := len(m.Name) > 3 && (strings.EqualFold(m.Name, f.a.Outlet) || strings.EqualFold(m.Name, f.a.Title))
		if own && release && named.Len() == 0 {
			named = s
		}
		x := f.at(s.Start)
		for x.ok() && x.head().ok() && s.Holds(x.head().word().Span) {
			x = x.head()
		}
		h := x.head()
		if !h.ok() || x.word().Rel != "nsubj" {
			continue
		}
		if own && (issuing[h.word().Lemma] || release && says[h.word().Lemma]) {
			return s
		}
	}
	return named
}

// issuing are verbs of those who put out a release, not of those who report.
var issuing = set("announce appeal call condemn demand denounce deplore deploy express inform invite learn publish reaffirm regret reiterate remind urge welcome")

var (
	released = regexp.MustCompile(`(?i)\b(?:media|press|news) release\b|\bfor immediate release\b|\bcommuniqu[eé]\b|\bpreliminary statement\b`)
	ended    = regexp.MustCompile(`(?i)\b(?:for (?:further|more) information:?|media (?:unit|contacts?|enquiries)|press (?:contacts?|officer)|notes to editors)\b|- END -`)
)
