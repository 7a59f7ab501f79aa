package reuse

import (
	"slices"

	"github.com/stemma-news/stemma"
)

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
