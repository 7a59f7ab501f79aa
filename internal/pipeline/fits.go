package pipeline

import (
	"fmt"
	"slices"

	"github.com/stemma-news/stemma"
)

// unfit lists the corrections in force that speak of words that are not there:
// their page is not in the record, or no line stands at the words any more.
// They are kept, and take hold again when the words come back.
func (r *resolver) unfit(inForce []stemma.Correction, struck strikes) {
	here := map[string]bool{}
	for _, c := range r.Captures {
		here[c.ID] = true
	}
	for _, c := range inForce {
		if c.Verb == VerbForget {
			continue
		}
		for _, o := range c.Operands {
			why := ""
			switch {
			case o.Of == ofSource: // of no page; it holds for whatever comes
				continue
			case !here[o.Capture]:
				why = "its page is not in the record"
			case c.Verb == VerbStrike && !struck.used(o):
				why = fmt.Sprintf("no %s stands at the words %q", o.Of, o.Exact)
			case c.Verb != VerbStrike && !r.stands(o):
				why = fmt.Sprintf("no article holds the words %q at their place", o.Exact)
			default:
				continue
			}
			r.Skips = append(r.Skips, stemma.NewSkip("", "correction", fmt.Sprintf("the correction %s (%s) does not fit: %s", c.ID, c.Verb, why)))
		}
	}
}

// stands reports whether an article has words from the bytes of o.
func (r *resolver) stands(o stemma.Operand) bool {
	return len(o.Spans) > 0 && slices.ContainsFunc(r.Articles, func(a stemma.Article) bool {
		return a.Capture == o.Capture && slices.ContainsFunc(a.Source, func(s stemma.Source) bool {
			return s.Range.Start < o.Spans[0].End && o.Spans[0].Start < s.Range.End
		})
	})
}
