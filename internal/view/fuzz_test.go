package view

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// FuzzLines: any bytes in, no view of what was read panics.
func FuzzLines(f *testing.F) {
	b, err := os.ReadFile(filepath.Join(harbour, "record.jsonl"))
	if err != nil {
		f.Fatal(err)
	}
	lines := bytes.SplitAfter(b, []byte("\n"))
	f.Add(b)
	f.Add(bytes.Join(lines[:9], nil))
	f.Add([]byte(`{"type":"stemma","schema":1}` + "\n" + `{"type":"article","id":"a1","text":"abc","paragraphs":[{"start":2,"end":1}]}`))
	f.Add([]byte(`{"type":"stemma","schema":1}` + "\n" + `{"type":"saying","id":"s1","parts":[{"quotes":[{"quote":"s1"}]}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := ReadLines(bytes.NewReader(b))
		if err != nil {
			return
		}
		_ = Summary(t.Context(), io.Discard, m, 60)
		for _, w := range Whats {
			_ = Show(t.Context(), io.Discard, m, w.Name, 60)
		}
		for id := range m.lines {
			_ = Show(t.Context(), io.Discard, m, id, 60)
			_, _ = Of(m).Evidence(t.Context(), id)
			_, _ = Of(m).Captured(t.Context(), id, nil, -1)
		}
	})
}

// FuzzDiffer: the words that are not cut are the words of b, and no word is
// marked the same that a does not hold.
func FuzzDiffer(f *testing.F) {
	f.Add("No ferry leaves this harbour", "No ship leaves that harbour, ever")
	f.Add("", "x")
	f.Add(strings.Repeat("a b ", 900), strings.Repeat("b a ", 900))
	f.Fuzz(func(t *testing.T, a, b string) {
		var words []string
		in := map[string]bool{}
		for _, w := range folded(a, printed(a)) {
			in[w] = true
		}
		for _, w := range Differ(a, b) {
			if w.Mark != MarkCut {
				words = append(words, w.Text)
			}
			if w.Mark == MarkSame && !in[fold(w.Text)] {
				t.Errorf("%q is called the same", w.Text)
			}
		}
		if got, want := strings.Join(words, " "), strings.Join(strings.Fields(b), " "); got != want {
			t.Errorf("the words of %q come out as %q", want, got)
		}
		nearest(b, a)
	})
}

// FuzzPieces: the pieces of a capture are the capture, whatever is marked.
func FuzzPieces(f *testing.F) {
	f.Add("The harbour council met.", 4, 11, 2, 20, 0, 100)
	f.Fuzz(func(t *testing.T, body string, a, b, c, d, lo, hi int) {
		if !utf8.ValidString(body) || strings.ContainsRune(body, '\r') || strings.ContainsFunc(body, func(c rune) bool { return c < ' ' && c != '\n' && c != '\t' || c == 0x7f }) {
			return
		}
		lo = max(0, min(lo, len(body)))
		hi = max(lo, min(hi, len(body)))
		m := newMarks(lo, hi)
		m.put(stemma.Range{Start: a, End: b}, Piece{Article: "a1"})
		m.put(stemma.Range{Start: b, End: d}, Piece{Field: "title"})
		m.light(stemma.Range{Start: c, End: d})
		m.light(stemma.Range{Start: a, End: d})
		var got strings.Builder
		for _, p := range m.pieces([]byte(body), func(b []byte) string { return string(b) }) {
			got.WriteString(p.Text)
		}
		if got.String() != body[lo:hi] {
			t.Errorf("%q comes out as %q", body[lo:hi], got.String())
		}
	})
}
