package reuse

import (
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

// Where a passage stands in a text, as shares of its length.
const (
	opening   = 0.2 // a passage that begins before this holds the text's opening
	twin      = 0.5 // of a page's own words: another printing of the page itself
	regionCut = 0.3 // share of the smaller of two lists of spans that makes one region of both
)

// markRoundUps marks what is taken by a page that takes from several texts: the
// opening of another text set down in the midst of this page, at a place where
// no other of its sources stands. A page that only shares its later paragraphs
// with another is not a round-up: it may be what the other took from.
func markRoundUps(copies []stemma.Copy, articles []*stemma.Article) {
	size := map[string]int{}
	for _, a := range articles {
		size[a.ID] = len(a.Text)
	}
	for page, regions := range regionsOf(copies) {
		if len(regions) < 2 {
			continue
		}
		inserted := make([]bool, len(regions))
		n := 0
		for r, list := range regions {
			votes := 0
			for _, i := range list {
				if setDown(&copies[i], page, size) {
					votes++
				}
			}
			if inserted[r] = 2*votes > len(list); inserted[r] {
				n++
			}
		}
		if n == 0 {
			continue
		}
		for r, list := range regions {
			if !inserted[r] {
				continue
			}
			for _, i := range list {
				markRoundUp(&copies[i], page, size)
			}
		}
	}
}

// regionsOf returns, by page, the places of its kin copies in the list, those
// together that take the same region of the page. A copy of most of the page
// is another printing of it and tells nothing of its regions.
func regionsOf(copies []stemma.Copy) map[string][][]int {
	of := map[string][]int{}
	for i := range copies {
		c := &copies[i]
		if !kin(c) {
			continue
		}
		if c.SameOwnA < twin {
			of[c.A.Article] = append(of[c.A.Article], i)
		}
		if c.SameOwn < twin {
			of[c.B.Article] = append(of[c.B.Article], i)
		}
	}
	out := map[string][][]int{}
	for page, list := range of {
		var regions [][]int
		var covers [][]stemma.Span
		for _, i := range list {
			spans := side(&copies[i], page)
			var joined []int
			for r := range regions {
				if sameRegion(covers[r], spans) {
					joined = append(joined, r)
				}
			}
			cover, members := slices.Clone(spans), []int{i}
			for _, r := range slices.Backward(joined) {
				cover = append(cover, covers[r]...)
				members = append(members, regions[r]...)
				covers = slices.Delete(covers, r, r+1)
				regions = slices.Delete(regions, r, r+1)
			}
			covers, regions = append(covers, merged(cover)), append(regions, members)
		}
		out[page] = regions
	}
	return out
}

// setDown reports whether c set the opening of its other article down in the
// midst of page, and not the whole of page's own.
func setDown(c *stemma.Copy, page string, size map[string]int) bool {
	here, there := side(c, page), side(c, other(c, page))
	if len(here) == 0 {
		return false
	}
	lead := 0 // the passage nearest to the other's beginning
	for i := range there {
		if there[i].Start < there[lead].Start {
			lead = i
		}
	}
	top := here[0].Start
	for _, s := range here {
		top = min(top, s.Start)
	}
	begins := func(s int, id string) bool { return float64(s) < opening*float64(size[id]) }
	return begins(there[lead].Start, other(c, page)) && !begins(top, page)
}

// markRoundUp makes c a part that page took for its round-up, unless something
// stronger says that it went the other way.
func markRoundUp(c *stemma.Copy, page string, size map[string]int) {
	into := AToB
	if c.A.Article == page {
		into = BToA
	}
	if c.Relation == Whole || c.Direction != Unknown && c.Direction != into {
		return
	}
	c.Relation, c.Direction = RoundUp, into
	c.Why = append(c.Why, "a page of several texts: it sets down the opening of this one in its midst")
}

// side returns the spans of c in article.
func side(c *stemma.Copy, article string) []stemma.Span {
	if c.A.Article == article {
		return c.A.Spans
	}
	return c.B.Spans
}

// other returns the article of c that is not this one.
func other(c *stemma.Copy, article string) string {
	if c.A.Article == article {
		return c.B.Article
	}
	return c.A.Article
}

// merged returns spans sorted, those that touch made one.
func merged(spans []stemma.Span) []stemma.Span {
	sortSpans(spans)
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// sameRegion reports whether two lists of spans cover regionCut of the smaller
// of the two together. cover is sorted and merged.
func sameRegion(cover, spans []stemma.Span) bool {
	spans = merged(slices.Clone(spans))
	both, x, y := 0, 0, 0
	for _, s := range cover {
		x += s.Len()
	}
	for _, s := range spans {
		y += s.Len()
	}
	for i, j := 0, 0; i < len(cover) && j < len(spans); {
		s, t := cover[i], spans[j]
		both += max(0, min(s.End, t.End)-max(s.Start, t.Start))
		if s.End < t.End {
			i++
		} else {
			j++
		}
	}
	return float64(both) >= regionCut*float64(min(x, y))
}
