package quote

import (
	"testing"

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
