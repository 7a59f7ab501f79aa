package quote

import (
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// TestAcross: words quoted alike are one saying though one page names no
// speaker; what two named speakers are each said to have said stays two.
func TestAcross(t *testing.T) {
	const words = "the bridge will stay closed until the last bolt has been looked at twice"
	quote := func(id, article, text string, speaker stemma.Ref) stemma.Quote {
		q := stemma.Quote{ID: id, Article: article, Text: text, Kind: stemma.Direct, Speaker: speaker, SpeakerText: "somebody"}
		q.Spans = []stemma.Span{{Start: 0, End: len(text)}}
		return q
	}
	for _, c := range []struct {
		name    string
		quotes  []stemma.Quote
		sayings int
		speaker stemma.Ref
	}{
		{"one not named", []stemma.Quote{quote("a", "x", words, "n1"), quote("b", "y", "no, "+words, "")}, 1, "n1"},
		{"neither named", []stemma.Quote{quote("a", "x", words, ""), quote("b", "z", words, "")}, 1, ""},
		{"two named", []stemma.Quote{quote("a", "x", words, "n1"), quote("b", "y", words, "n2")}, 2, "n1"},
		{"a third that is not named ties no two", []stemma.Quote{quote("a", "x", words, "n1"), quote("b", "y", words, "n2"), quote("c", "z", words, "")}, 2, "n1"},
		{"seven words", []stemma.Quote{quote("a", "x", "the bridge will stay closed until June", "n1"), quote("b", "y", "the bridge will stay closed until June", "")}, 2, "n1"},
	} {
		sc := stemma.NewScene([]*stemma.Article{{ID: "x"}, {ID: "y"}, {ID: "z"}})
		sc.Stories = []stemma.Story{{ID: "s", Articles: []string{"x", "y", "z"}}}
		got := Join(sc, c.quotes)
		if len(got) != c.sayings {
			t.Errorf("%s: %d sayings, want %d", c.name, len(got), c.sayings)
		}
		if len(got) == 1 && got[0].Speaker != c.speaker {
			t.Errorf("%s: speaker %q, want %q", c.name, got[0].Speaker, c.speaker)
		}
	}
}

// TestAgain: what another page quotes whole a month later, or cut to a few words,
// is one saying; on a day that both pages tell, or in another story, it is not.
func TestAgain(t *testing.T) {
	const whole, part = "We are not judges, and we will not be used as judges,", "We are not judges,"
	day := func(d int, how string) *stemma.Date {
		at := time.Date(2024, 3, d, 0, 0, 0, 0, time.UTC)
		return &stemma.Date{From: at, Until: at.AddDate(0, 0, 1), How: how}
	}
	quote := func(id, article, text string, when *stemma.Date) stemma.Quote {
		return stemma.Quote{ID: id, Article: article, Text: text, Kind: stemma.Direct, Speaker: "n1", Spans: []stemma.Span{{Start: 0, End: len(text)}}, Date: when}
	}
	mixed := func(q stemma.Quote) stemma.Quote {
		q.Kind = stemma.Mixed
		return q
	}
	open := "on or before the day of the article"
	for _, c := range []struct {
		name    string
		a, b    stemma.Quote
		sayings int
	}{
		{"looked back at", quote("a", "x", whole, day(1, "printed")), quote("b", "z", whole, day(25, open)), 1},
		{"looked back at in part", quote("a", "x", "It was a fabrication from beginning to end,", day(1, "printed")), mixed(quote("b", "z", `called it "a fabrication from beginning to end"`, day(25, open))), 1},
		{"a phrase of few words", quote("a", "x", "It was a great day for the harbour,", day(1, "printed")), mixed(quote("b", "z", `called it "a great day"`, day(25, open))), 2},
		{"said again", quote("a", "x", whole, day(1, "printed")), quote("b", "z", whole, day(25, "printed")), 2},
		{"cut", quote("a", "x", whole, day(1, open)), quote("b", "y", part, day(2, open)), 1},
		{"cut in another story", quote("a", "x", whole, day(1, open)), quote("b", "z", part, day(2, open)), 2},
	} {
		sc := stemma.NewScene([]*stemma.Article{{ID: "x"}, {ID: "y"}, {ID: "z"}})
		sc.Stories = []stemma.Story{{ID: "s", Articles: []string{"x", "y"}}}
		if got := Join(sc, []stemma.Quote{c.a, c.b}); len(got) != c.sayings {
			t.Errorf("%s: %d sayings, want %d", c.name, len(got), c.sayings)
		}
	}
}

// TestTie: doubtful pairs tie one quote to many, and two sets of quotes only
// where there are as many as the smaller set has, or three.
func TestTie(t *testing.T) {
	for _, c := range []struct {
		sure, doubtful [][2]int
		sets           int
	}{
		{nil, [][2]int{{0, 1}}, 3},
		{[][2]int{{0, 1}, {2, 3}}, [][2]int{{1, 2}}, 2},
		{[][2]int{{0, 1}, {2, 3}}, [][2]int{{1, 2}, {0, 3}}, 1},
		{[][2]int{{0, 1}, {1, 2}}, [][2]int{{1, 3}}, 1},
	} {
		j := &joiner{parent: []int{0, 1, 2, 3}}
		for _, p := range c.sure {
			a, b := j.root(p[0]), j.root(p[1])
			j.parent[max(a, b)] = min(a, b)
		}
		j.tie([]int{0, 1, 2, 3}, c.doubtful)
		roots := map[int]bool{}
		for i := range 4 {
			roots[j.root(i)] = true
		}
		if len(roots) != c.sets {
			t.Errorf("sure %v, doubtful %v: %d sets, want %d", c.sure, c.doubtful, len(roots), c.sets)
		}
	}
}
