package event

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// told makes the scene and tellings of texts, one article each, of which all
// name the same people and places.
func told(t *testing.T, texts []string, people, places []string) (*stemma.Scene, []stemma.Telling) {
	t.Helper()
	day := time.Date(2027, 5, 19, 0, 0, 0, 0, time.UTC)
	var as []*stemma.Article
	var ts []stemma.Telling
	mentions := map[string][]stemma.Mention{}
	for i, x := range texts {
		a := article("a"+string(rune('1'+i)), x)
		a.Published = &stemma.Date{From: day, Until: day.AddDate(0, 0, 1), Zone: "UTC"}
		as = append(as, a)
		mentions[a.ID] = append(named(a, stemma.Person, people...), named(a, stemma.Place, places...)...)
		ts = append(ts, Find(a, lang.Analyse(a.Text, nil), mentions[a.ID], nil)...)
	}
	sc := stemma.NewScene(as)
	for _, n := range people {
		sc.Entities[n] = &stemma.Entity{ID: n, Name: n, Kind: stemma.Person, Country: "NOR"}
	}
	for _, n := range places {
		sc.Entities[n] = &stemma.Entity{ID: n, Name: n, Kind: stemma.Place, Country: "NOR"}
	}
	for id, ms := range mentions {
		for _, m := range ms {
			sc.Links[id] = append(sc.Links[id], stemma.Link{Span: m.Cite.Spans[0], Entity: m.Name})
		}
		slices.SortFunc(sc.Links[id], func(a, b stemma.Link) int { return a.Start - b.Start })
	}
	Resolve(sc, ts)
	return sc, ts
}

func operand(sc *stemma.Scene, t *stemma.Telling) stemma.Operand {
	a := sc.ByID[t.Article]
	return stemma.Operand{Capture: a.Capture, Spans: a.Ranges(t.Cites[0].Spans), Of: "telling"}
}

// TestCorrect holds that tellings a person joined are one event, that parted
// ones are not, and that without the decision all is as it was.
func TestCorrect(t *testing.T) {
	sc, ts := told(t, []string{
		"Ana Ruiz met Bo Lind in Sund on Tuesday.",
		"On Tuesday Bo Lind met Ana Ruiz in Sund.",
		"Ana Ruiz met Bo Lind in Orby on Friday.",
	}, []string{"Ana Ruiz", "Bo Lind"}, []string{"Sund", "Orby"})
	sizes := func(cs ...stemma.Correction) string {
		sc.Corrections = cs
		var out []string
		for _, e := range Join(sc, ts) {
			var about []string
			for _, c := range e.Contradictions {
				about = append(about, c.About+" "+c.Sides[0].Value+"|"+c.Sides[1].Value)
			}
			out = append(out, strings.Repeat("x", len(e.Tellings))+strings.Join(about, ","))
		}
		slices.Sort(out)
		return strings.Join(out, " ")
	}
	if got := sizes(); got != "x xx" {
		t.Fatalf("without corrections: %s", got)
	}
	join := stemma.Correction{Verb: "join", Operands: []stemma.Operand{operand(sc, &ts[0]), operand(sc, &ts[2])}}
	if got := sizes(join); got != "xxxdate 2027-05-14|2027-05-18,place Orby|Sund" {
		t.Errorf("joined: %s", got)
	}
	part := stemma.Correction{Verb: "part", Operands: []stemma.Operand{operand(sc, &ts[0]), operand(sc, &ts[1])}}
	if got := sizes(part); got != "x x x" {
		t.Errorf("parted: %s", got)
	}
	if got := sizes(join, part); got != "x xxdate 2027-05-14|2027-05-18,place Orby|Sund" {
		t.Errorf("joined, then parted: %s", got)
	}
	itself := operand(sc, &ts[1])
	itself.Of = "event"
	if got := sizes(stemma.Correction{Verb: "part", Operands: []stemma.Operand{itself, operand(sc, &ts[1])}}); got != "x x x" {
		t.Errorf("parted from its event: %s", got)
	}
	if got := sizes(); got != "x xx" {
		t.Errorf("undone: %s", got)
	}
}

// TestPlaces holds which names of places are no difference.
func TestPlaces(t *testing.T) {
	sc := &stemma.Scene{Entities: map[string]*stemma.Entity{
		"country:NOR": {ID: "country:NOR", Name: "Norway", Kind: stemma.Place, Country: "NOR"},
		"country:SWE": {ID: "country:SWE", Name: "Sweden", Kind: stemma.Place, Country: "SWE"},
		"x":           {ID: "x", Name: "Sund", Kind: stemma.Place, Country: "NOR"},
	}}
	m := newAtlas(sc)
	for _, x := range []struct {
		a, b string
		same bool
	}{{"Sund", "Norway", true}, {"Sweden", "Sund", false}, {"Norway", "Sweden", false}, {"Orby", "Norway", true}, {"Orby", "Sund", false}, {"Sund", "Sund Harbour", true}} {
		if m.same(x.a, x.b) != x.same || m.same(x.b, x.a) != x.same {
			t.Errorf("%s and %s: want %v", x.a, x.b, x.same)
		}
	}
}
