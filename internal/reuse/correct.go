package reuse

import (
	"slices"

	"github.com/stemma-news/stemma"
)

// decisions are what a person decided of families: of which articles the
// families are one, and which two stand in no family together.
type decisions struct {
	joined, parted [][2]string
}

// decide reads the corrections in force, in the order they were made. A later
// decision on two articles takes the place of an earlier one.
func decide(sc *stemma.Scene) decisions {
	var d decisions
	for _, x := range sc.Corrections {
		if x.Verb != "join" && x.Verb != "part" {
			continue
		}
		var of []string
		for _, o := range x.Operands {
			if id := articleAt(sc, o); id != "" && !slices.Contains(of, id) {
				of = append(of, id)
			}
		}
		for i, b := range of {
			for _, a := range of[:i] {
				p := [2]string{min(a, b), max(a, b)}
				same := func(q [2]string) bool { return q == p }
				d.joined, d.parted = slices.DeleteFunc(d.joined, same), slices.DeleteFunc(d.parted, same)
				if x.Verb == "join" {
					d.joined = append(d.joined, p)
				} else {
					d.parted = append(d.parted, p)
				}
			}
		}
	}
	return d
}

// articleAt is the article an operand names best, "" for none. It is named by
// its first paragraph.
func articleAt(sc *stemma.Scene, o stemma.Operand) string {
	best, most := "", 0.0
	if o.Of != "article" && o.Of != "family" {
		return best
	}
	for _, a := range sc.Articles {
		if a.Capture != o.Capture || a.Kind != stemma.KindArticle {
			continue
		}
		// Of an article that is read otherwise now than it was then, any words.
		fits := o.Fits(a, []stemma.Span{{Start: 0, End: len(a.Text)}}) / 2
		if len(a.Paragraphs) > 0 {
			fits = max(fits, o.Fits(a, a.Paragraphs[:1]))
		}
		if fits > most {
			best, most = a.ID, fits
		}
	}
	return best
}

// say adds to the reasons of f's edges that a person joined two of its members,
// where the child is not shown to have its text from another member.
func (d decisions) say(f *stemma.Family) {
	for i := range f.Edges {
		e := &f.Edges[i]
		byHand := slices.ContainsFunc(d.joined, func(p [2]string) bool {
			return (p[0] == e.Child || p[1] == e.Child) && slices.Contains(f.Articles, p[0]) && slices.Contains(f.Articles, p[1])
		})
		if byHand && e.Parent == virtual {
			e.Why = append(slices.Clone(e.Why), "a person joined it to this family")
		}
	}
}
