package quote

import (
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// TestCorrect holds that quotes a person joined are of one saying, that parted
// ones are of two, and that the last decision stands.
func TestCorrect(t *testing.T) {
	var as []*stemma.Article
	var qs []stemma.Quote
	for i, x := range []string{`"We stay in the harbour until the spring," Ruiz said.`, `"We stay in the harbour until the spring," said Ruiz.`, `"Our boats go nowhere," Ruiz said.`} {
		a := article(x)
		a.ID = string(rune('a' + i))
		a.Capture = "c" + a.ID
		as = append(as, a)
		qs = append(qs, Find(a, &lang.Document{Text: x}, nil)...)
	}
	sc := stemma.NewScene(as)
	sc.Stories = []stemma.Story{{ID: "y", Articles: []string{"a", "b", "c"}}}
	operand := func(q *stemma.Quote, of string) stemma.Operand {
		a := sc.ByID[q.Article]
		return stemma.Operand{Capture: a.Capture, Spans: a.Ranges(q.Spans), Of: of}
	}
	join := stemma.Correction{Verb: "join", Operands: []stemma.Operand{operand(&qs[0], "saying"), operand(&qs[2], "saying")}}
	part := stemma.Correction{Verb: "part", Operands: []stemma.Operand{operand(&qs[0], "quote"), operand(&qs[2], "quote")}}
	apart := stemma.Correction{Verb: "part", Operands: []stemma.Operand{operand(&qs[0], "quote"), operand(&qs[1], "quote")}}
	other := stemma.Correction{Verb: "join", Operands: []stemma.Operand{operand(&qs[0], "entity"), operand(&qs[2], "entity")}}
	for _, c := range []struct {
		what    string
		decided []stemma.Correction
		sayings int
		ab, ac  bool
		inWhole int
	}{
		{"nothing decided", nil, 2, true, false, 3},
		{"names joined", []stemma.Correction{other}, 2, true, false, 3},
		{"joined", []stemma.Correction{join}, 1, true, true, 3},
		{"joined and parted", []stemma.Correction{join, part}, 2, true, false, 3},
		{"parted and joined", []stemma.Correction{part, join}, 1, true, true, 3},
		{"the same words parted", []stemma.Correction{apart}, 3, false, false, 3},
	} {
		sc.Corrections = c.decided
		out := Join(sc, qs)
		n := 0
		seen := map[string]bool{}
		for _, s := range out {
			for _, p := range s.Parts {
				for _, w := range p.Quotes {
					seen[w.Quote] = true
				}
			}
		}
		n = len(seen)
		if len(out) != c.sayings || (qs[0].Saying == qs[1].Saying) != c.ab || (qs[0].Saying == qs[2].Saying) != c.ac || n != c.inWhole {
			t.Errorf("%s: %d sayings of %d quotes, %v %v %v", c.what, len(out), n, qs[0].Saying, qs[1].Saying, qs[2].Saying)
		}
	}
}
