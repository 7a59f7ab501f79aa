package view

import (
	"context"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// Copy is words of one article that another repeats.
type Copy struct {
	stemma.Copy
	InA, InB Brief
}

// Copies returns what an article shares with others, most first.
func (r *Reader) Copies(ctx context.Context, article string) ([]Copy, error) {
	all, err := about[stemma.Copy](ctx, r.rec, "copy", article)
	if err != nil {
		return nil, err
	}
	out := make([]Copy, 0, len(all))
	for _, c := range all {
		v, err := r.copy(ctx, c)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	sort.SliceStable(out, func(i, j int) bool { return max(out[i].Same, out[i].SameA) > max(out[j].Same, out[j].SameA) })
	return out, nil
}

func (r *Reader) copy(ctx context.Context, c stemma.Copy) (Copy, error) {
	a, err := r.brief(ctx, c.A.Article)
	if err != nil {
		return Copy{}, err
	}
	b, err := r.brief(ctx, c.B.Article)
	return Copy{c, a, b}, err
}

// Sides is two articles laid side by side, words they share marked.
type Sides struct {
	A, B Side
	// From says in a sentence where the shared passages come from: the
	// record's copy, or a comparison made for this view.
	From string
	Copy *Copy
}

// Side is one article in stretches: shared with the other side or its own.
type Side struct {
	Article    Brief
	Paragraphs [][]Stretch
	// Shared is the share of its words that stand in the other, 0 to 1.
	Shared float64
}

// Stretch is words of a text. Pair numbers the shared ones from 1: the n-th of
// one side answers the n-th of the other; 0 is the article's own, and -1 the
// white space between.
type Stretch struct {
	Text string
	Pair int
}

// leastShared is the fewest words in a row that Compare calls shared: shorter
// runs stand in any two texts of one happening.
const leastShared = 4

// Compare lays two articles side by side. Where the record knows their copy
// the equal words of its passages are marked, else runs of words that are found
// here, word for word.
func (r *Reader) Compare(ctx context.Context, a, b string) (*Sides, error) {
	ta, err := r.article(ctx, a)
	if err != nil {
		return nil, err
	}
	tb, err := r.article(ctx, b)
	if err != nil {
		return nil, err
	}
	out := &Sides{From: "Compared here word for word: the record knows no copy between these two."}
	copies, err := r.Copies(ctx, a)
	if err != nil {
		return nil, err
	}
	for i, c := range copies {
		if c.A.Article == a && c.B.Article == b || c.A.Article == b && c.B.Article == a {
			out.Copy = &copies[i]
		}
	}
	var inA, inB []stemma.Span
	if out.Copy != nil && len(out.Copy.A.Spans) > 0 {
		c := out.Copy.Copy
		if c.A.Article != a {
			turn(&c)
		}
		out.From = "Marked are the passages the record knows as shared; words in them that differ are not."
		inA, inB = sharedBy(&c, ta.Text, tb.Text)
	} else {
		inA, inB = Shared(ta.Text, tb.Text, leastShared)
	}
	if out.A, err = r.side(ctx, ta, inA); err != nil {
		return nil, err
	}
	out.B, err = r.side(ctx, tb, inB)
	return out, err
}

// sharedBy returns the stretches of a and of b within the passages of a copy
// that stand word for word in the other: a passage holds small edits. A span
// that does not lie in its text marks nothing.
func sharedBy(c *stemma.Copy, a, b string) (inA, inB []stemma.Span) {
	for i := range min(len(c.A.Spans), len(c.B.Spans)) {
		x, y := c.A.Spans[i], c.B.Spans[i]
		if x.Start < 0 || x.End > len(a) || x.Start >= x.End || y.Start < 0 || y.End > len(b) || y.Start >= y.End {
			continue
		}
		sa, sb := Shared(a[x.Start:x.End], b[y.Start:y.End], 1)
		for k := range sa {
			inA = append(inA, stemma.Span{Start: x.Start + sa[k].Start, End: x.Start + sa[k].End})
			inB = append(inB, stemma.Span{Start: y.Start + sb[k].Start, End: y.Start + sb[k].End})
		}
	}
	return inA, inB
}

// side cuts an article into stretches. shared are numbered as they come, and
// marked in order of the text: of two that overlap the first.
func (r *Reader) side(ctx context.Context, a *stemma.Article, shared []stemma.Span) (Side, error) {
	b, err := r.brief(ctx, a.ID)
	s := Side{Article: b}
	words, same := 0, 0
	order := make([]int, len(shared))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return shared[order[i]].Start < shared[order[j]].Start })
	first := 0 // of those that do not end before the paragraph
	for _, p := range a.Paragraphs {
		var para []Stretch
		at := p.Start
		own := func(end int) {
			if at < end {
				para = append(para, apart(a.Text[at:end])...)
				words += len(strings.Fields(a.Text[at:end]))
				at = end
			}
		}
		for first < len(order) && shared[order[first]].End <= p.Start {
			first++
		}
		for _, i := range order[first:] {
			sp := shared[i]
			if sp.Start >= p.End {
				break
			}
			from, to := max(sp.Start, p.Start, at), min(sp.End, p.End)
			if from >= to {
				continue
			}
			own(from)
			para = append(para, Stretch{Text: a.Text[from:to], Pair: i + 1})
			n := len(strings.Fields(a.Text[from:to]))
			words, same, at = words+n, same+n, to
		}
		own(p.End)
		s.Paragraphs = append(s.Paragraphs, para)
	}
	if words > 0 {
		s.Shared = float64(same) / float64(words)
	}
	return s, err
}

// apart sets the white space around an article's own words apart from them.
func apart(s string) []Stretch {
	words := strings.TrimSpace(s)
	if words == "" {
		return []Stretch{{s, -1}}
	}
	i := strings.Index(s, words)
	out := []Stretch{{words, 0}}
	if i > 0 {
		out = append([]Stretch{{s[:i], -1}}, out...)
	}
	if rest := s[i+len(words):]; rest != "" {
		out = append(out, Stretch{rest, -1})
	}
	return out
}
