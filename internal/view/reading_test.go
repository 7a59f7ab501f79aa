package view

import (
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
)

const ferryWire = "The council of Sund said on Friday that eleven of its ferries could not in good faith be sent out before the hulls are seen to. " +
	"The boats lie at Northport, where divers began their work in the rain and went on until dark. " +
	"People of the islands now add an hour to each crossing and worry about the winter months."

// tradition is a record of a text, one that copies it with changes, and a third
// that shares its passages in another order.
func tradition(t *testing.T) (*Memory, []string) {
	t.Helper()
	one := ferryWire
	two := strings.NewReplacer("eleven of its", "12 of its", "could not in", "could in", "Northport", "Southport", " and worry about the winter months", "").Replace(ferryWire)
	first, rest, _ := strings.Cut(ferryWire, " The boats")
	three := "The boats" + rest + " " + first
	var lines strings.Builder
	put := func(v any) {
		b, err := stemma.Encode(v)
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(b, '\n'))
	}
	put(stemma.NewHeader())
	var ids []string
	for i, text := range []string{one, two, three} {
		id := "a" + string(rune('1'+i))
		s := stemma.Span{End: len(text)}
		put(stemma.Article{Type: "article", ID: id, Capture: "c" + id, Kind: "article", Outlet: "Paper " + id, Lang: "en", Text: text,
			Paragraphs: []stemma.Span{s}, Source: []stemma.Source{{Span: s, Range: stemma.Range{End: len(text)}}}})
		ids = append(ids, id)
	}
	whole := func(s string) []stemma.Span { return []stemma.Span{{End: len(s)}} }
	put(stemma.Copy{Type: "copy", ID: "k1", A: stemma.CopySide{Article: "a2", Spans: whole(two)}, B: stemma.CopySide{Article: "a1", Spans: whole(one)}, Direction: "b-to-a", Relation: "whole"})
	cut := len(rest) + len("The boats")
	put(stemma.Copy{Type: "copy", ID: "k2", A: stemma.CopySide{Article: "a1", Spans: []stemma.Span{{End: len(first)}, {Start: len(first) + 1, End: len(one)}}},
		B: stemma.CopySide{Article: "a3", Spans: []stemma.Span{{Start: cut + 1, End: len(three)}, {End: cut}}}, Direction: "unknown", Relation: "whole"})
	put(stemma.Family{Type: "family", ID: "f1", Articles: ids, Nodes: []stemma.FamilyNode{{ID: "a1", Article: "a1"}, {ID: "a2", Article: "a2"}, {ID: "a3", Article: "a3"}},
		Edges: []stemma.FamilyEdge{{Child: "a2", Parent: "a1", Why: []string{"stops before it"}, Sure: 0.8}}})
	m, err := ReadLines(strings.NewReader(lines.String()))
	if err != nil {
		t.Fatal(err)
	}
	return m, ids
}

func TestReadings(t *testing.T) {
	m, _ := tradition(t)
	got, err := showText(t, m, "f1")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Paper a2 beside Paper a1, which it descends from: cut 7 words, changed 2 places",
		"! number    “eleven” now reads “12”",
		"! negation  “not” is cut",
		"! name      “Northport” now reads “Southport”",
		"  cut         “and worry about the winter months”",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// TestCompareCopies holds that the passages of the record's copy are marked,
// in whatever order they stand and whichever side is asked for first, and the
// words within them that differ are not.
func TestCompareCopies(t *testing.T) {
	m, ids := tradition(t)
	for _, pair := range [][2]int{{0, 1}, {1, 0}, {0, 2}, {2, 0}} {
		s, err := Of(m).Compare(t.Context(), ids[pair[0]], ids[pair[1]])
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(s.From, "the record knows as shared") {
			t.Errorf("%v: %s", pair, s.From)
		}
		marked := map[int]string{}
		for _, p := range s.A.Paragraphs {
			for _, x := range p {
				if x.Pair > 0 {
					marked[x.Pair] = plain(x.Text)
				}
			}
		}
		n := 0
		for _, p := range s.B.Paragraphs {
			for _, x := range p {
				if x.Pair > 0 {
					if n++; marked[x.Pair] != plain(x.Text) {
						t.Errorf("%v: %d is %q and %q", pair, x.Pair, marked[x.Pair], x.Text)
					}
				} else if x.Pair == 0 && (pair[0] == 2 || pair[1] == 2) {
					t.Errorf("%v: %q is not marked, which was only moved", pair, x.Text)
				}
			}
		}
		if n != len(marked) || n == 0 {
			t.Errorf("%v: %d stretches beside %d", pair, n, len(marked))
		}
	}
}

// TestSharedByDamage holds that spans which do not lie in their text mark
// nothing.
func TestSharedByDamage(t *testing.T) {
	for _, s := range []stemma.Span{{Start: -1, End: 2}, {Start: 0, End: 99}, {Start: 3, End: 3}, {Start: 4, End: 1}} {
		c := &stemma.Copy{A: stemma.CopySide{Spans: []stemma.Span{s, s}}, B: stemma.CopySide{Spans: []stemma.Span{{Start: 0, End: 4}}}}
		if a, b := sharedBy(c, "some words", "some words"); a != nil || b != nil {
			t.Errorf("%v marks %v and %v", s, a, b)
		}
	}
}
