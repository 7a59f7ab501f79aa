package score

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// sayings compares the wordings of each expected saying, and that they are
// joined into one and with no other.
func (c *comparison) sayings() {
	s := c.card.section("sayings")
	taken := map[*stemma.Quote]string{}
	c.runs = map[*stemma.Quote]map[string]bool{}
	for _, want := range c.e.Sayings {
		ids := map[stemma.Ref]bool{}
		for _, w := range want.Wordings {
			if q := c.wording(w, taken); q != nil {
				taken[q] = want.ID
				ids[q.Saying] = true
				c.wordingIs(s, want, w, q)
			} else {
				s.add(wordingKey(want, w), missed, cut(w.Text))
			}
		}
		if len(ids) == 0 {
			continue
		}
		s.is(want.ID+"/joined", len(ids) == 1 && !ids[""], fmt.Sprintf("%d sayings", len(ids)))
		c.sayingIs(s, want, ids)
	}
	c.apart(s, taken)
	c.spuriousQuotes(s, taken)
	for i, n := range c.e.NotQuotations {
		a := c.doc[n.In]
		bad := slices.ContainsFunc(c.rec.quotes, func(q *stemma.Quote) bool {
			return a != nil && q.Article == a.ID && overlap(q.Text, n.Text) > 0.5
		})
		s.is(fmt.Sprintf("not-quotation-%d", i), !bad, n.Text)
	}
}

func wordingKey(want ExpectSaying, w ExpectWording) string {
	words := strings.Fields(plain(w.Text))
	return want.ID + "/" + w.In + "/" + w.Kind + "-" + words[0]
}

// wording finds the quote that carries w: a direct one word for word, others
// by most of their words. A quotation broken by words of the page ("...", she
// said, "...") carries each of its runs, which may be expected one by one.
func (c *comparison) wording(w ExpectWording, taken map[*stemma.Quote]string) *stemma.Quote {
	a := c.doc[w.In]
	if a == nil {
		return nil
	}
	least := 0.5
	if w.Kind == stemma.Direct {
		least = 0.999
	}
	var best *stemma.Quote
	for _, q := range c.rec.quotes {
		if q.Article != a.ID {
			continue
		}
		if taken[q] != "" {
			if c.run(a, q, w.Text) {
				return q
			}
			continue
		}
		if o := overlap(q.Text, w.Text); o >= least {
			least, best = o+1e-9, q
		}
	}
	if best == nil {
		for _, q := range c.rec.quotes {
			if q.Article == a.ID && taken[q] == "" && c.run(a, q, w.Text) {
				return q
			}
		}
	}
	return best
}

// run reports whether words are one of the runs of a broken quotation that no
// other wording has taken, and takes it.
func (c *comparison) run(a *stemma.Article, q *stemma.Quote, words string) bool {
	if len(q.Spans) < 2 {
		return false
	}
	for _, s := range q.Spans {
		r := plain(a.Text[s.Start:s.End])
		if !c.runs[q][r] && overlap(r, words) > 0.999 {
			if c.runs[q] == nil {
				c.runs[q] = map[string]bool{}
			}
			c.runs[q][r] = true
			return true
		}
	}
	return false
}

// overlap is the word Jaccard of two texts, as multisets.
func overlap(a, b string) float64 {
	n := map[string]int{}
	fa, fb := strings.Fields(plain(a)), strings.Fields(plain(b))
	for _, w := range fa {
		n[strings.Trim(w, ".,;:\"'")]++
	}
	both := 0
	for _, w := range fb {
		if w = strings.Trim(w, ".,;:\"'"); n[w] > 0 {
			n[w]--
			both++
		}
	}
	if len(fa)+len(fb) == both {
		return 0
	}
	return float64(both) / float64(len(fa)+len(fb)-both)
}

func (c *comparison) wordingIs(s *section, want ExpectSaying, w ExpectWording, q *stemma.Quote) {
	key := wordingKey(want, w)
	s.add(key, found, "")
	s.is(key+"/kind", q.Kind == w.Kind, q.Kind)
	who := c.rec.names(q.Speaker, q.SpeakerText)
	s.is(key+"/speaker", sameName(who, want.Speaker), strings.Join(who, " | "))
	if len(w.Chain) > 0 {
		var got []string
		ok := len(q.Chain) == len(w.Chain)
		for i, h := range q.Chain {
			got = append(got, h.Who)
			ok = ok && sameName(c.rec.names(h.Entity, h.Who), w.Chain[i])
		}
		s.is(key+"/chain", ok, strings.Join(got, " > "))
	}
}

func (c *comparison) sayingIs(s *section, want ExpectSaying, ids map[stemma.Ref]bool) {
	var list []string
	for id := range ids {
		list = append(list, string(id))
	}
	sort.Strings(list)
	sg := c.rec.sayings[list[0]]
	if sg == nil {
		s.add(want.ID+"/line", missed, "no saying line "+list[0])
		return
	}
	names := c.rec.names(sg.Speaker, sg.Name)
	s.is(want.ID+"/speaker", sameName(names, want.Speaker), strings.Join(names, " | "))
	if want.Date != "" {
		s.is(want.ID+"/date", covers(sg.Date, want.Date), show(sg.Date))
	}
	if want.Addressee != "" {
		ok, got := false, []string{}
		for _, q := range c.rec.quotes {
			if ids[q.Saying] && (q.Addressee != "" || q.AddresseeText != "") {
				n := c.rec.names(q.Addressee, q.AddresseeText)
				ok = ok || sameName(n, want.Addressee)
				got = append(got, n[0])
			}
		}
		s.is(want.ID+"/addressee", ok, strings.Join(got, " | "))
	}
}

// apart complains of two expected sayings in one.
func (c *comparison) apart(s *section, taken map[*stemma.Quote]string) {
	of := map[stemma.Ref]map[string]bool{}
	for q, want := range taken {
		if q.Saying != "" {
			if of[q.Saying] == nil {
				of[q.Saying] = map[string]bool{}
			}
			of[q.Saying][want] = true
		}
	}
	var bad []string
	for _, wants := range of {
		if len(wants) > 1 {
			var l []string
			for w := range wants {
				l = append(l, w)
			}
			sort.Strings(l)
			bad = append(bad, strings.Join(l, "+"))
		}
	}
	sort.Strings(bad)
	for _, b := range bad {
		s.add("apart/"+b, wrong, "joined into one saying")
	}
	if len(bad) == 0 {
		s.add("apart", found, "")
	}
}

func (c *comparison) spuriousQuotes(s *section, taken map[*stemma.Quote]string) {
	var more []string
	for _, q := range c.rec.quotes {
		if taken[q] == "" && (q.Kind == stemma.Direct || q.Kind == stemma.Mixed) {
			more = append(more, c.name[q.Article]+" "+q.Kind+": "+q.Text)
		}
	}
	sort.Strings(more)
	for i, m := range more {
		s.add(fmt.Sprintf("spurious-%d", i), spurious, cut(m))
	}
}
