package block

import (
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// Builder makes one Text of many, in time linear in what is added. The zero
// Builder is ready for use.
type Builder struct {
	s      strings.Builder
	pieces []stemma.Source
}

// Len is the number of bytes added.
func (b *Builder) Len() int { return b.s.Len() }

// Grow makes room for n more pieces, where there will be many.
func (b *Builder) Grow(n int) { b.pieces = slices.Grow(b.pieces, n) }

// Append adds u's words, joining pieces that follow each other in both.
func (b *Builder) Append(u Text) {
	off := b.s.Len()
	b.s.WriteString(u.S)
	b.pieces = appendPieces(b.pieces, u.Pieces, off)
}

// AppendSlice adds bytes i to j of t, as Append(t.Slice(i, j)) would.
func (b *Builder) AppendSlice(t Text, i, j int) {
	if i >= j {
		return
	}
	off := b.s.Len()
	b.s.WriteString(t.S[i:j])
	b.pieces = t.cut(b.pieces, i, j, off)
}

// AppendString adds words that stand nowhere in the capture; only white space
// may.
func (b *Builder) AppendString(space string) {
	if strings.Trim(space, Space) != "" {
		panic("internal error: words without a place in the capture: " + space)
	}
	b.s.WriteString(space)
}

// Text is what was added. The Builder may be added to afterwards.
func (b *Builder) Text() Text {
	return Text{S: b.s.String(), Pieces: b.pieces[:len(b.pieces):len(b.pieces)]}
}

// Through returns t, whose pieces lead to bytes of outer's words, with pieces
// that lead where outer's lead: words found in a decoded page become words of
// the page's capture.
func (t Text) Through(outer Text) Text {
	out := Text{S: t.S}
	for _, p := range t.Pieces {
		if verbatim(p) {
			out.Pieces = outer.cut(out.Pieces, p.Range.Start, p.Range.End, p.Span.Start)
		} else if r, ok := outer.rangeOf(p.Range.Start, p.Range.End); ok {
			out.Pieces = append(out.Pieces, stemma.Source{Span: p.Span, Range: r})
		}
	}
	return out
}

// RangeOf is the capture range from byte i to byte j of t; ok is false where
// those bytes stand nowhere.
func (t Text) RangeOf(i, j int) (r stemma.Range, ok bool) { return t.rangeOf(i, j) }

// appendPieces adds the pieces of a text that begins at byte off.
func appendPieces(to, pieces []stemma.Source, off int) []stemma.Source {
	for _, p := range pieces {
		p.Span.Start += off
		p.Span.End += off
		to = join(to, p)
	}
	return to
}

// join adds a piece, growing the last one where p follows it in both.
func join(to []stemma.Source, p stemma.Source) []stemma.Source {
	if n := len(to); n > 0 {
		l := &to[n-1]
		if verbatim(*l) && verbatim(p) && l.Span.End == p.Span.Start && l.Range.End == p.Range.Start {
			l.Span.End, l.Range.End = p.Span.End, p.Range.End
			return to
		}
	}
	return append(to, p)
}

// cut adds to to the pieces of bytes i to j of t, laid at byte off.
func (t Text) cut(to []stemma.Source, i, j, off int) []stemma.Source {
	first, last, ok := t.within(i, j)
	if !ok {
		return to
	}
	for _, p := range t.Pieces[first : last+1] {
		p = clip(p, i, j)
		p.Span.Start += off - i
		p.Span.End += off - i
		to = join(to, p)
	}
	return to
}

// within is the first and last piece that share a byte with i to j.
func (t Text) within(i, j int) (first, last int, ok bool) {
	if i >= j {
		return 0, 0, false
	}
	first = sort.Search(len(t.Pieces), func(k int) bool { return t.Pieces[k].Span.End > i })
	last = first
	for last < len(t.Pieces) && t.Pieces[last].Span.Start < j {
		last++
	}
	return first, last - 1, last > first
}

// clip cuts a piece to bytes i to j. A folded piece keeps its whole range.
func clip(p stemma.Source, i, j int) stemma.Source {
	if verbatim(p) {
		p.Range.Start += max(0, i-p.Span.Start)
		p.Range.End -= max(0, p.Span.End-j)
	}
	p.Span.Start, p.Span.End = max(p.Span.Start, i), min(p.Span.End, j)
	return p
}
