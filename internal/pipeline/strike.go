package pipeline

import (
	"slices"

	"github.com/stemma-news/stemma"
)

// strikes are the corrections that take local facts and articles out.
type strikes map[string][]stemma.Operand // by capture

func newStrikes(inForce []stemma.Correction) strikes {
	s := strikes{}
	for _, c := range inForce {
		if c.Verb == "strike" {
			for _, o := range c.Operands {
				s[o.Capture] = append(s[o.Capture], o)
			}
		}
	}
	return s
}

// fact reports whether a fact of a kind at spans of a was struck.
func (s strikes) fact(a *stemma.Article, kind string, spans []stemma.Span) bool {
	ops := s[a.Capture]
	if len(ops) == 0 {
		return false
	}
	ranges := a.Ranges(spans)
	return slices.ContainsFunc(ops, func(o stemma.Operand) bool {
		return (o.Of == "" || o.Of == kind) && slices.Equal(o.Spans, ranges)
	})
}

// article reports whether a itself was struck.
func (s strikes) article(a *stemma.Article) bool {
	ops := s[a.Capture]
	return len(ops) > 0 && slices.ContainsFunc(ops, func(o stemma.Operand) bool {
		return o.Of == "article" && slices.Equal(o.Spans, ArticleRanges(a))
	})
}

// ArticleRanges are the capture bytes by which a correction names an article:
// those of its first paragraph, or of the whole capture for one without words.
func ArticleRanges(a *stemma.Article) []stemma.Range {
	if len(a.Paragraphs) == 0 {
		return nil
	}
	return a.Ranges(a.Paragraphs[:1])
}
