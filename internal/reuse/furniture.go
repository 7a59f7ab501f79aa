package reuse

import (
	_ "embed"
	"strings"

	"github.com/stemma-news/stemma"
)

//go:embed furniture.txt
var furnitureList string

var furnitureWords = lines(furnitureList)

// lines returns the lines of an embedded list, without comments.
func lines(s string) []string {
	var out []string
	for l := range strings.Lines(s) {
		l = strings.TrimRight(l, "\r\n")
		if l != "" && !strings.HasPrefix(l, "#") {
			out = append(out, l)
		}
	}
	return out
}

// longFurniture is the length in bytes above which a paragraph is no notice of
// the house, whatever words it has.
const longFurniture = 600

// furniture returns the short paragraphs of a that speak about the page and
// not of news: "All rights reserved.", "Sign up for our newsletter." Shared,
// they say nothing of who copied whom.
func furniture(a *stemma.Article) []stemma.Span {
	var out []stemma.Span
	for _, p := range paragraphs(a) {
		if p.Len() > longFurniture {
			continue
		}
		low := strings.ToLower(a.Text[p.Start:p.End])
		for _, w := range furnitureWords {
			if strings.Contains(low, w) {
				out = append(out, p)
				break
			}
		}
	}
	return out
}
