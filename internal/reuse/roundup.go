package reuse

import (
	"github.com/stemma-news/stemma"
)

// markRoundUps marks the parts taken by a page that takes from several texts
// which share nothing with each other, at different places of it.
func markRoundUps(copies []stemma.Copy) {
	linked := map[[2]string]bool{}
	into := map[string][]int{} // copies by the page they went into, or may have
	for i, c := range copies {
		if c.Relation != Whole && c.Relation != Part {
			continue
		}
		linked[[2]string{c.A.Article, c.B.Article}] = true
		linked[[2]string{c.B.Article, c.A.Article}] = true
		if c.Relation == Part {
			if c.Direction != BToA {
				into[c.B.Article] = append(into[c.B.Article], i)
			}
			if c.Direction != AToB {
				into[c.A.Article] = append(into[c.A.Article], i)
			}
		}
	}
	marked := map[int]bool{}
	for page, list := range into {
		for x, i := range list {
			for _, j := range list[x+1:] {
				other := func(c stemma.Copy) string {
					if c.A.Article == page {
						return c.B.Article
					}
					return c.A.Article
				}
				if linked[[2]string{other(copies[i]), other(copies[j])}] || overlapping(side(copies[i], page), side(copies[j], page)) {
					continue
				}
				marked[i], marked[j] = true, true
			}
		}
	}
	for i := range marked {
		copies[i].Relation = RoundUp
	}
}

// side returns the spans of c in article.
func side(c stemma.Copy, article string) []stemma.Span {
	if c.A.Article == article {
		return c.A.Spans
	}
	return c.B.Spans
}

// overlapping reports whether two lists of spans share a byte.
func overlapping(x, y []stemma.Span) bool {
	for _, s := range x {
		for _, t := range y {
			if s.Overlaps(t) {
				return true
			}
		}
	}
	return false
}
