package reuse

import (
	"slices"
	"testing"

	"github.com/stemma-news/stemma"
)

// named is the operand by which a correction names an article.
func named(a *stemma.Article) stemma.Operand {
	return stemma.Operand{Capture: a.Capture, Spans: a.Ranges([]stemma.Span{{Start: 0, End: min(40, len(a.Text))}}), Of: "article"}
}

func membersOf(fs []stemma.Family) [][]string {
	var out [][]string
	for _, f := range fs {
		out = append(out, f.Articles)
	}
	slices.SortFunc(out, func(x, y []string) int { return slices.Compare(x, y) })
	return out
}

// TestJoinedAndPartedByHand holds that families follow what a person decided,
// the later decision first, and that nothing is left of what was undone.
func TestJoinedAndPartedByHand(t *testing.T) {
	one, other := para(1, 200), para(2, 200)
	articles := []*stemma.Article{
		art("a1", "Herald", one), art("a2", "Courier", one), art("a3", "Gazette", one+"\n\n"+para(3, 60)), art("a4", "Post", one+"\n\n"+para(3, 60)),
		art("b1", "Mail", other),
	}
	for _, a := range articles {
		a.Capture = "c" + a.ID
		a.Source = []stemma.Source{{Span: stemma.Span{Start: 0, End: len(a.Text)}, Range: stemma.Range{Start: 0, End: len(a.Text)}}}
	}
	run := func(cs ...stemma.Correction) []stemma.Family {
		sc := scene(slices.Clone(articles)...)
		sc.Corrections = cs
		return Families(sc)
	}
	op := func(i int) stemma.Operand { return named(articles[i]) }
	join := stemma.Correction{Verb: "join", Operands: []stemma.Operand{op(0), op(4)}}
	part := stemma.Correction{Verb: "part", Operands: []stemma.Operand{op(0), op(2)}}
	split := stemma.Correction{Verb: "part", Operands: []stemma.Operand{op(0), op(4)}}
	for _, c := range []struct {
		name string
		cs   []stemma.Correction
		want [][]string
	}{
		{"nothing decided", nil, [][]string{{"a1", "a2", "a3", "a4"}, {"b1"}}},
		{"joined", []stemma.Correction{join}, [][]string{{"a1", "a2", "a3", "a4", "b1"}}},
		{"joined, then parted", []stemma.Correction{join, split}, [][]string{{"a1", "a2", "a3", "a4"}, {"b1"}}},
		{"parted, then joined", []stemma.Correction{split, join}, [][]string{{"a1", "a2", "a3", "a4", "b1"}}},
		{"parted", []stemma.Correction{part}, [][]string{{"a1", "a2"}, {"a3", "a4"}, {"b1"}}},
		{"joined and parted", []stemma.Correction{part, join}, [][]string{{"a1", "a2", "b1"}, {"a3", "a4"}}},
	} {
		fs := run(c.cs...)
		if got := membersOf(fs); !slices.EqualFunc(got, c.want, slices.Equal) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		for _, f := range fs {
			for _, e := range f.Edges {
				if e.Child == "b1" && (e.Parent == "a1" || !slices.Contains(e.Why, "a person joined it to this family")) {
					t.Errorf("%s: %+v", c.name, e)
				}
			}
		}
	}
}
