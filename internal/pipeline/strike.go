package pipeline

import (
	"slices"

	"github.com/stemma-news/stemma"
)

// strikes are the corrections that take local facts and articles out, by
// capture.
type strikes map[string][]*strike

type strike struct {
	stemma.Operand
	hit bool // something was struck by it
}

func newStrikes(inForce []stemma.Correction) strikes {
	s := strikes{}
	for _, c := range inForce {
		if c.Verb == VerbStrike {
			for _, o := range c.Operands {
				s[o.Capture] = append(s[o.Capture], &strike{Operand: o})
			}
		}
	}
	return s
}

// fact reports whether a fact of a kind at spans of a was struck.
func (s strikes) fact(a *stemma.Article, kind string, spans []stemma.Span) bool {
	if len(s[a.Capture]) == 0 {
		return false
	}
	return s.at(a.Capture, kind, a.Ranges(spans))
}

// article reports whether a itself was struck. Its first paragraph stands for
// it.
func (s strikes) article(a *stemma.Article) bool {
	if len(s[a.Capture]) == 0 {
		return false
	}
	return s.at(a.Capture, "article", a.Ranges(a.Paragraphs[:min(1, len(a.Paragraphs))]))
}

func (s strikes) at(capture, kind string, ranges []stemma.Range) bool {
	struck := false
	for _, k := range s[capture] {
		if (k.Of == "" || k.Of == kind) && slices.Equal(k.Spans, ranges) {
			k.hit, struck = true, true
		}
	}
	return struck
}

// used reports whether something was struck by o.
func (s strikes) used(o stemma.Operand) bool {
	return slices.ContainsFunc(s[o.Capture], func(k *strike) bool {
		return k.hit && k.Of == o.Of && slices.Equal(k.Spans, o.Spans)
	})
}
