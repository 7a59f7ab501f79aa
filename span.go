package stemma

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// Span is a range of bytes of an article's Text, half-open.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Holds reports whether t lies wholly within s.
func (s Span) Holds(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Range is a range of bytes of a capture's payload, half-open.
type Range struct {
	Start int `json:"capture_start"`
	End   int `json:"capture_end"`
}

// Source ties a range of an article's Text to the range of the capture it was
// read from. Where both have the same length they are the same bytes; where
// they differ, the capture's bytes were decoded or folded: "&amp;" -> "&",
// "\r\n   " -> " ", "<p>R</p><p>ussian" -> "Russian" in two sources.
type Source struct {
	Span
	Range
}

// Cite is evidence: the exact words of one article that a line rests on. Words
// that stand on the page but outside the article's text (a credit line, a
// printed date) have no Spans, and their bytes in the capture instead.
type Cite struct {
	Article string `json:"article"`
	Spans   []Span `json:"spans"`
	// Exact is the text of the spans, joined by one space.
	Exact   string  `json:"exact"`
	Capture []Range `json:"capture_spans"`
}

// Exact returns the words of text at spans, joined by one space; it is an
// error if a span does not lie in text or is empty.
func Exact(text string, spans []Span) (string, error) {
	parts := make([]string, 0, len(spans))
	for _, s := range spans {
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
			return "", fmt.Errorf("span %d-%d does not lie in a text of %d bytes", s.Start, s.End, len(text))
		}
		parts = append(parts, text[s.Start:s.End])
	}
	return strings.Join(parts, " "), nil
}

// Cite returns the cite of spans of a's text. A span that does not lie in the
// text is an internal error: stages make spans, readers of records check them.
func (a *Article) Cite(spans ...Span) Cite {
	exact, err := Exact(a.Text, spans)
	if err != nil {
		panic("internal error: article " + a.ID + ": " + err.Error())
	}
	return Cite{Article: a.ID, Spans: slices.Clone(spans), Exact: exact}
}

// Check reports whether c holds in a: its spans lie in a's text and its exact
// words stand there.
func (c Cite) Check(a *Article) error {
	if c.Article != a.ID {
		return fmt.Errorf("cite of article %s checked against %s", c.Article, a.ID)
	}
	if len(c.Spans) == 0 {
		if len(c.Capture) == 0 {
			return fmt.Errorf("cite of article %s has no place: neither spans nor capture spans", a.ID)
		}
		return nil
	}
	exact, err := Exact(a.Text, c.Spans)
	if err != nil {
		return fmt.Errorf("article %s: %w", a.ID, err)
	}
	if exact != c.Exact {
		return fmt.Errorf("article %s: %q stands where %q is cited", a.ID, exact, c.Exact)
	}
	return nil
}

// Ranges returns the bytes of the capture behind spans of a's text, in order,
// neighbours joined. Bytes of the text that stand nowhere in the capture (the
// blank line between two paragraphs) have none.
func (a *Article) Ranges(spans []Span) []Range {
	var out []Range
	for _, s := range spans {
		i := sort.Search(len(a.Source), func(i int) bool { return a.Source[i].Span.End > s.Start })
		for ; i < len(a.Source) && a.Source[i].Span.Start < s.End; i++ {
			src := a.Source[i]
			r := src.Range
			if src.Span.Len() == r.End-r.Start { // the same bytes: cut to fit
				r.Start += max(0, s.Start-src.Span.Start)
				r.End -= max(0, src.Span.End-s.End)
			}
			if n := len(out); n > 0 && out[n-1].End == r.Start {
				out[n-1].End = r.End
			} else {
				out = append(out, r)
			}
		}
	}
	return out
}
