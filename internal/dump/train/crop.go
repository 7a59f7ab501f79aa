package main

import (
	"strings"

	"github.com/stemma-news/stemma/internal/dump/gold"
)

// crop returns a page as another reader might have copied it: without what
// stands above the title, without what stands below the article, or both; with
// its empty lines, without any, or with one below every line. The forests see
// each page once as it is and once cropped, so that they do not lean on
// furniture being there.
func crop(s *sample, n int) (gold.Page, bool) {
	first, last := -1, -1
	for i, y := range s.label {
		if y == 1 && s.weight[i] > 0 && s.p.Lines[i].Words > 3 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return gold.Page{}, false
	}
	lo, hi := 0, len(s.p.Lines)-1
	if n%4 != 1 {
		lo = first
		for i := max(0, first-15); i < first; i++ {
			if s.page.Title != "" && strings.HasPrefix(s.p.Lines[i].S, s.page.Title) {
				lo = i
				break
			}
		}
		if n%3 == 0 {
			lo = max(0, lo-2)
		}
	}
	if n%4 != 2 {
		hi = last
		if n%5 == 0 {
			hi = min(hi+6, len(s.p.Lines)-1)
		}
	}
	var b strings.Builder
	for i := lo; i <= hi; i++ {
		if i > lo {
			switch n % 3 {
			case 0: // as it was
				b.WriteString(strings.Repeat("\n", s.p.Lines[i].Gap))
			case 1:
				b.WriteString("\n")
			}
		}
		b.WriteString(s.p.Lines[i].S)
		b.WriteString("\n")
	}
	page := s.page
	page.Dump = b.String()
	return page, true
}
