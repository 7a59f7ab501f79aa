package reuse

import (
	"fmt"
	"math"
	"net/url"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

// clockNoise is how far apart two printed times must be to say which page came
// first: content systems stamp the same text minutes apart.
const clockNoise = 30 * time.Minute

// Evidence that one page copied another, as the natural logarithm of the odds.
const (
	oddsTime      = 2.5 // printed later, clearly
	oddsSlight    = 0.5 // printed later, by less than the noise
	oddsCredit    = 5   // names the other outlet, or is of another and that one is the agency
	oddsCanonical = 6   // says that its original stands at the other's address
	oddsCut       = 1.2 // has nothing of its own, the other goes on
	oddsDrop      = 0.7 // lost a relay or credit the other has
	decided       = 1.5 // from here on a direction is stated
)

// clue is one piece of evidence: positive odds speak for a-to-b.
type clue struct {
	odds float64
	why  string
}

// direction weighs which of two pages that share words copied the other. Two
// printings of one agency's text are siblings: neither is the other's parent,
// whatever their clocks say.
func direction(a, b *stemma.Article, o *overlap) (string, []string) {
	wa, wb := o.a.writer(), o.b.writer()
	if wa != "" && wa == wb && Agency(a.Outlet) == "" && Agency(b.Outlet) == "" {
		return Unknown, []string{"both print a text of " + wa + ": neither need be the parent of the other"}
	}
	total := 0.0
	var why []string
	for _, c := range clues(a, b, o) {
		total += c.odds
		why = append(why, c.why)
	}
	if (wa != "" || wb != "") && Agency(a.Outlet) == "" && Agency(b.Outlet) == "" && math.Abs(total) < oddsCredit {
		name := wa + wb
		return Unknown, append(why, "one of the two is credited to "+name+": both may have it from there")
	}
	switch {
	case total >= decided:
		return AToB, why
	case total <= -decided:
		return BToA, why
	}
	return Unknown, append(why, "direction not known")
}

// clues gathers the evidence on the direction between a and b.
func clues(a, b *stemma.Article, o *overlap) []clue {
	var out []clue
	add := func(odds float64, why string) {
		if odds != 0 {
			out = append(out, clue{odds, why})
		}
	}
	add(timeClue(a, b))
	add(oneWay(a, b, oddsCanonical, canonicalOf, "gives an address of %s as the original"))
	add(oneWay(a, b, oddsCredit, creditsOutlet, "credits %s"))
	cutA, cutB := o.a.own-o.ownA, o.b.own-o.ownB // words each has alone
	switch {
	case o.ownA > 0 && cutB*20 <= o.b.own && cutA*5 >= o.a.own:
		add(oddsCut, "the second has nothing of its own, the first goes on")
	case o.ownB > 0 && cutA*20 <= o.a.own && cutB*5 >= o.b.own:
		add(-oddsCut, "the first has nothing of its own, the second goes on")
	}
	return out
}

// timeClue compares the printed times; days that overlap say nothing.
func timeClue(a, b *stemma.Article) (float64, string) {
	p, q := a.Published, b.Published
	if p == nil || q == nil || p.From.IsZero() || q.From.IsZero() {
		return 0, ""
	}
	exact := p.Until.Sub(p.From) <= time.Hour && q.Until.Sub(q.From) <= time.Hour
	gap := q.From.Sub(p.From)
	if !exact {
		switch {
		case !q.From.Before(p.Until):
			return oddsTime, "the second was published on a later day"
		case !p.From.Before(q.Until):
			return -oddsTime, "the first was published on a later day"
		}
		return 0, ""
	}
	odds := oddsTime
	if gap.Abs() < clockNoise {
		odds = oddsSlight * float64(gap.Abs()) / float64(clockNoise)
	}
	if gap < 0 {
		return -odds, fmt.Sprintf("the first was published %s after the second", human(-gap))
	}
	return odds, fmt.Sprintf("the second was published %s after the first", human(gap))
}

// human prints a time span to the minute or hour.
func human(d time.Duration) string {
	switch {
	case d < time.Hour:
		return fmt.Sprintf("%d minutes", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d hours", int(d.Hours()+0.5))
	}
	return fmt.Sprintf("%d days", int(d.Hours()/24+0.5))
}

// oneWay applies a test that says "the first points to the second" both ways.
func oneWay(a, b *stemma.Article, odds float64, points func(from, to *stemma.Article) bool, words string) (float64, string) {
	ba, ab := points(b, a), points(a, b)
	switch {
	case ba && !ab:
		return odds, "the second " + fmt.Sprintf(words, nameOf(a))
	case ab && !ba:
		return -odds, "the first " + fmt.Sprintf(words, nameOf(b))
	}
	return 0, ""
}

// nameOf is what a reader calls the page: its outlet, else its label.
func nameOf(a *stemma.Article) string {
	if a.Outlet != "" {
		return a.Outlet
	}
	return a.Page
}

// canonicalOf reports whether from says its original is to's page.
func canonicalOf(from, to *stemma.Article) bool {
	if from.Canonical == "" {
		return false
	}
	for _, own := range []string{to.Canonical, to.Page} {
		if own != "" && from.Canonical == own {
			return from.Page != own && host(from.Page) != host(own)
		}
	}
	return false
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// creditsOutlet reports whether from names to's outlet as where its text is
// from.
func creditsOutlet(from, to *stemma.Article) bool {
	if to.Outlet == "" || strings.EqualFold(from.Outlet, to.Outlet) {
		return false
	}
	if n := Agency(to.Outlet); n != "" {
		return best(signs(from)).agency == n
	}
	for _, c := range from.Credits {
		if sameName(c, to.Outlet) {
			return true
		}
	}
	for _, c := range from.Bylines {
		if sameName(c, to.Outlet) {
			return true
		}
	}
	return false
}

// sameName compares names of outlets without case and article.
func sameName(x, y string) bool {
	cut := func(s string) string {
		return strings.TrimPrefix(strings.TrimSpace(strings.ToLower(s)), "the ")
	}
	return cut(x) == cut(y) && cut(x) != ""
}
