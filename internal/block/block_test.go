package block

import (
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"pgregory.net/rapid"
)

// words checks that every word of t but white space stands in the capture,
// in the order of the capture, and that pieces are in order.
func words(t *rapid.T, x Text, capture string) {
	end, at := 0, 0
	for _, p := range x.Pieces {
		if p.Span.Start < end || p.Range.Start < at && verbatim(p) {
			t.Fatalf("pieces out of order: %+v", x.Pieces)
		}
		if strings.Trim(x.S[end:p.Span.Start], Space) != "" {
			t.Fatalf("words without a place: %q", x.S[end:p.Span.Start])
		}
		if verbatim(p) && fold(x.S[p.Span.Start:p.Span.End]) != fold(capture[p.Range.Start:p.Range.End]) {
			t.Fatalf("%q stands for %q", x.S[p.Span.Start:p.Span.End], capture[p.Range.Start:p.Range.End])
		}
		end, at = p.Span.End, p.Range.End
	}
	if strings.Trim(x.S[end:], Space) != "" {
		t.Fatalf("words without a place: %q", x.S[end:])
	}
}

func fold(s string) string {
	isSpace := func(r rune) bool { return strings.ContainsRune(Space, r) }
	return strings.Join(strings.FieldsFunc(s, isSpace), " ")
}

func TestBuilderIsAppend(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		capture := rapid.StringMatching(`[ab \n\t\x{a0}]{0,60}`).Draw(t, "capture")
		whole := Verbatim(capture, 0)
		var b Builder
		var a Text
		for at := 0; at < len(capture); {
			to := rapid.IntRange(at, len(capture)).Draw(t, "to")
			b.AppendSlice(whole, at, to)
			a.Append(whole.Slice(at, to))
			if to == at {
				to++
			}
			at = to
		}
		if got := b.Text(); got.S != a.S || len(got.Pieces) != len(a.Pieces) {
			t.Fatalf("builder made %+v, append %+v", got, a)
		}
		words(t, a, capture)
		f := whole.Fold()
		words(t, f, capture)
		if f.S != fold(capture) {
			t.Fatalf("folded %q to %q", capture, f.S)
		}
		again := f.Through(whole)
		if again.S != f.S || len(again.Pieces) != len(f.Pieces) {
			t.Fatalf("through itself: %+v, was %+v", again, f)
		}
	})
}

func TestThrough(t *testing.T) {
	// The capture is "caf\xe9 noir"; decoding made two bytes of one.
	var page Builder
	page.Append(Verbatim("caf", 0))
	page.Append(Folded("é", stemma.Range{Start: 3, End: 4}))
	page.Append(Verbatim(" noir", 4))
	in := Verbatim(page.Text().S, 0).Slice(2, 8) // "fé noi"
	got := in.Through(page.Text())
	if r, _ := got.Range(); got.S != "fé no" || r != (stemma.Range{Start: 2, End: 7}) {
		t.Fatalf("%q from %+v", got.S, got.Pieces)
	}
}

func BenchmarkBuilder(b *testing.B) {
	whole := Verbatim(strings.Repeat("some words of a page\n\n ", 50000), 0)
	for b.Loop() {
		whole.Fold()
	}
}
