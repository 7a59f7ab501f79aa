package origin

import (
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
)

// TestPartOf: how far the writer's part of an article reaches that has paragraphs
// of its outlet's own.
func TestPartOf(t *testing.T) {
	make := func(id string, credits []string, paras ...string) *stemma.Article {
		a := &stemma.Article{ID: id, Outlet: "The Lake Post", Credits: credits}
		for _, p := range paras {
			a.Text += p + "\n\n"
			a.Paragraphs = append(a.Paragraphs, stemma.Span{Start: len(a.Text) - len(p) - 2, End: len(a.Text) - 2})
		}
		return a
	}
	wire := "The union wants more, it said on Friday, and no ferry will leave before it has it."
	mixed := make("a", []string{"AP"}, "Ann Lind, of Lake, is among them.", "She told us so.", "SUND, Norland (AP) — "+wire)
	whole := make("b", []string{"AP"}, "SUND, Norland (AP) — "+wire, "A second paragraph.")
	inputs := make("c", []string{"AP"}, "Ann Lind told this newspaper of it.", wire)
	inputs.Candidates = []stemma.Candidate{{Field: "credit", Value: "AP", Why: "named as giving inputs"}}
	sc := stemma.NewScene([]*stemma.Article{mixed, whole, inputs})
	at := strings.Index(whole.Text, wire)
	sc.Copies = []stemma.Copy{{A: stemma.CopySide{Article: "b", Spans: []stemma.Span{{Start: at, End: at + len(wire)}}}, B: stemma.CopySide{Article: "c", Spans: []stemma.Span{inputs.Paragraphs[1]}}}}
	shared := passages(sc)
	for _, c := range []struct {
		a    *stemma.Article
		para int
		want bool
	}{{mixed, 0, false}, {mixed, 1, false}, {mixed, 2, true}, {whole, 0, true}, {whole, 1, true}, {inputs, 0, false}, {inputs, 1, true}} {
		if got := partOf(sc, c.a, stemma.Hop{Who: "AP"}, shared[c.a.ID]).holds(c.a.Paragraphs[c.para].Start); got != c.want {
			t.Errorf("%s, paragraph %d: %v", c.a.ID, c.para, got)
		}
	}
}
