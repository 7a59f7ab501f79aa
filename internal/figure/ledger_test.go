package figure

import (
	"slices"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// claim is one number of the dead, of a day of May, by a claimant.
func claim(id string, day int, who, bound string, n float64) stemma.Figure {
	d := time.Date(2027, 5, day, 0, 0, 0, 0, time.UTC)
	return stemma.Figure{ID: id, Article: "a", Measure: "dead", What: "people dead", Value: &n, Bound: bound, AccordingTo: who, Event: "e",
		Reported: &stemma.Date{From: d, Until: d.AddDate(0, 0, 1)}}
}

// TestRelate holds that one claimant's change of number is a revision, and two
// claimants' different numbers a disagreement, of their last ones only.
func TestRelate(t *testing.T) {
	gs := []stemma.Figure{
		claim("a", 1, "the hospital", "", 12),
		claim("b", 2, "The hospital", "", 15),
		claim("c", 2, "police", "", 9),
		claim("d", 2, "a nurse", "at least", 14),
		claim("e", 1, "", "", 3),
		claim("f", 2, "", "", 4),
	}
	sc := &stemma.Scene{Entities: map[string]*stemma.Entity{}}
	Relate(sc, gs, nil)
	for i, want := range []stemma.Ref{"", "a", "", "", "", ""} {
		if gs[i].Revises != want {
			t.Errorf("%s revises %q, want %q", gs[i].ID, gs[i].Revises, want)
		}
	}
	es := []stemma.Event{{ID: "e"}}
	Differ(sc, gs[:4], es)
	if len(es[0].Contradictions) != 1 {
		t.Fatalf("got %+v", es[0].Contradictions)
	}
	var got []string
	for _, v := range es[0].Contradictions[0].Sides {
		got = append(got, v.Value)
	}
	if want := []string{"15, according to The hospital", "9, according to police", "at least 14, according to a nurse"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if c := es[0].Contradictions[0]; c.About != "number of dead" || !slices.Equal(c.Sides[0].Figures, []string{"b"}) {
		t.Errorf("got %+v", c)
	}
}

// TestCorrect holds that a figure a person joined to an event counts it.
func TestCorrect(t *testing.T) {
	a := article("a", "The storm killed nine people. A nurse spoke.")
	at := func(from, to int) []stemma.Cite {
		return []stemma.Cite{a.Cite(stemma.Span{Start: from, End: to})}
	}
	op := func(of string, from, to int) stemma.Operand {
		return stemma.Operand{Capture: a.Capture, Of: of, Spans: a.Ranges([]stemma.Span{{Start: from, End: to}})}
	}
	sc := stemma.NewScene([]*stemma.Article{a})
	ts := []stemma.Telling{{ID: "t", Article: "a", Event: "e", Cites: at(10, 16)}}
	gs := []stemma.Figure{{ID: "g", Article: "a", Cites: at(17, 28)}}
	join := stemma.Correction{Verb: "join", Operands: []stemma.Operand{op("figure", 17, 28), op("event", 10, 16)}}
	sc.Corrections = []stemma.Correction{join}
	if Relate(sc, gs, ts); gs[0].Event != "e" {
		t.Errorf("joined: %q", gs[0].Event)
	}
	join.Verb = "part"
	sc.Corrections = []stemma.Correction{join}
	if Relate(sc, gs, ts); gs[0].Event != "" {
		t.Errorf("parted: %q", gs[0].Event)
	}
}
