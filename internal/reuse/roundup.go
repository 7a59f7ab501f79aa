package reuse

import (
	"maps"
	"slices"

	"github.com/stemma-news/stemma"
)

// What makes two articles kin, of one family: so many equal words, or such a
// share of one of them, outside quotation marks.
const (
	kinWords = 100
	kinShare = 0.25
)

// kin reports whether a copy shows that its two articles, or passages of
// them, descend from one text.
func kin(c *stemma.Copy) bool {
	return (c.Relation == Whole || c.Relation == Part || c.Relation == RoundUp) &&
		(c.Words >= kinWords || max(c.SameOwn, c.SameOwnA) >= kinShare)
}

// Where a passage stands in a text, as shares of its own words.
const (
	opening   = 0.2  // a passage that begins before this holds the text's opening
	midst     = 0.08 // and one that begins after this stands in the midst of its page
	leadWords = 12   // own words of a passage that may be an opening, and not a date or a name
	twin      = 0.5  // of a page's own words: another printing of the page itself
	regionCut = 0.3  // share of the smaller of two lists of spans that makes one region of both
)

// lead says how far into each of its articles a copy's leading passage begins:
// the first in b by a's order, the first in a by b's.
type lead struct {
	aInA, aInB float64 // the passage nearest to a's beginning: where in a, where in b
	bInA, bInB float64 // the same for b's beginning
}

// leads finds the leading passages of o.
func (o *overlap) leads() lead {
	l := lead{aInA: 1, bInB: 1}
	for _, p := range o.passages {
		own := 0
		for _, r := range p.runs {
			for k := range r.n {
				if max(o.a.kind[r.i+k], o.b.kind[r.j+k]) == plain {
					own++
				}
			}
		}
		if own < leadWords {
			continue
		}
		f := p.first()
		inA, inB := share(int(o.a.upTo[f.i]), o.a.own), share(int(o.b.upTo[f.j]), o.b.own)
		if inA < l.aInA {
			l.aInA, l.aInB = inA, inB
		}
		if inB < l.bInB {
			l.bInA, l.bInB = inA, inB
		}
	}
	return l
}

// pageLeads are the leads of copies, by their place in the list.
type pageLeads map[string]lead

// setDown reports whether c set the opening of its other article down in the
// midst of page.
func (l pageLeads) setDown(c *stemma.Copy, page string) bool {
	of, ok := l[c.ID]
	if !ok {
		return false
	}
	there, here := of.bInB, of.bInA // page is a
	if page == c.B.Article {
		there, here = of.aInA, of.aInB
	}
	return there < opening && here > midst && here > there
}

// markRoundUps marks what is taken by a page that takes from several texts: the
// opening of another text set down in the midst of this page, at a place where
// no other of its sources stands. A page that only shares its later paragraphs
// with another is not a round-up: it may be what the other took from.
func markRoundUps(copies []stemma.Copy, leads pageLeads) {
	between := map[[2]string]int{}
	for i := range copies {
		if kin(&copies[i]) {
			between[[2]string{copies[i].A.Article, copies[i].B.Article}] = i
		}
	}
	all := regionsOf(copies)
	for _, page := range slices.Sorted(maps.Keys(all)) {
		regions := all[page]
		for _, list := range regions {
			votes := 0
			for _, i := range list {
				if leads.setDown(&copies[i], page) {
					votes++
				}
			}
			for _, i := range list {
				if 2*votes > len(list) && len(regions) > 1 || leads.setDown(&copies[i], page) && !akin(copies, between, list, i, page, leads) {
					markRoundUp(&copies[i], page)
				}
			}
		}
	}
	spread(copies, between)
	takeBack(copies)
}

// akin reports whether the source of copy i shares its words with a source of
// the same region of page that is not set down there: then the region is one
// growing story, and not a text put among others. A source that itself sets
// the other down, or is another printing of it, does not count.
func akin(copies []stemma.Copy, between map[[2]string]int, list []int, i int, page string, leads pageLeads) bool {
	source := other(&copies[i], page)
	for _, j := range list {
		if j == i || leads.setDown(&copies[j], page) {
			continue
		}
		third := other(&copies[j], page)
		k, ok := between[[2]string{min(source, third), max(source, third)}]
		if ok && !leads.setDown(&copies[k], third) && min(copies[k].SameOwn, copies[k].SameOwnA) < twin {
			return true
		}
	}
	return false
}

const setDownWhy = "a page of several texts: it sets down the opening of this one in its midst"

// markRoundUp makes c a part that page took for its round-up, unless something
// stronger says that it went the other way.
func markRoundUp(c *stemma.Copy, page string) {
	into := AToB
	if c.A.Article == page {
		into = BToA
	}
	if c.Relation == Whole || c.Direction != Unknown && c.Direction != into {
		return
	}
	c.Relation, c.Direction = RoundUp, into
	c.Why = append(c.Why, setDownWhy)
}
