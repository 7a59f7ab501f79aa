package event

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// TestAlike holds that pages of one story which name nobody in common tell of
// one arrest where their sentences are alike, and of two where another is told.
func TestAlike(t *testing.T) {
	texts := []string{
		"Police arrested a suspected smuggling boss in a raid on a farmhouse near the harbour.",
		"A raid on a farmhouse near the harbour ended with the arrest of the smuggling boss.",
		"Customs officers detained two students over forged concert tickets.",
	}
	var as []*stemma.Article
	var ts []stemma.Telling
	for i, x := range texts {
		a := article("a"+string(rune('1'+i)), x)
		d := time.Date(2027, 5, 19, 0, 0, 0, 0, time.UTC)
		a.Published = &stemma.Date{From: d, Until: d.AddDate(0, 0, 1), Zone: "UTC"}
		as, ts = append(as, a), append(ts, Find(a, lang.Analyse(a.Text, nil), nil, nil)...)
	}
	sc := stemma.NewScene(as)
	sc.Stories = []stemma.Story{{ID: "s1", Articles: []string{"a1", "a2", "a3"}}}
	Resolve(sc, ts)
	Join(sc, ts)
	event := map[string]stemma.Ref{}
	for i := range ts {
		if ts[i].Mode == "arrest" {
			event[ts[i].Article] = ts[i].Event
		}
	}
	if len(event) != 3 || event["a1"] != event["a2"] || event["a1"] == event["a3"] {
		t.Errorf("events of the arrests: %v", event)
	}
	n := 0
	EachPair(sc, ts, func(t, u *stemma.Telling, signs []string) {
		n += len(signs)
	})
	if n == 0 {
		t.Error("no pairs to learn from")
	}
}

// TestAlikeWeights holds that every weight is of a sign there is.
func TestAlikeWeights(t *testing.T) {
	ready()
	weighing()
	var known []string
	for k := range traits {
		for v := range traits[k].values {
			known = append(known, traitName(k, v))
		}
	}
	eachLine(alikeFile, func(f []string) {
		for _, s := range strings.Split(f[0], " & ") {
			if s != "" && !slices.Contains(known, s) {
				t.Errorf("%q is the weight of no sign", f[0])
			}
		}
	})
}

func TestStems(t *testing.T) {
	a, b := stems(nil, "The police arrested 25 men, they said"), stems(nil, "police arrests: 25 Men")
	if !slices.Equal(a, b) || len(a) != 4 {
		t.Errorf("%v and %v", a, b)
	}
}

// TestMatters: the same scene numbers its matters the same each time.
func TestMatters(t *testing.T) {
	sc := stemma.NewScene([]*stemma.Article{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}})
	sc.Stories = []stemma.Story{{ID: "s", Articles: []string{"a", "b"}}, {ID: "t", Articles: []string{"c", "d"}}, {ID: "u", Articles: []string{"b", "c"}}}
	first, many := matters(sc)
	for range 50 {
		if got, n := matters(sc); n != many || !reflect.DeepEqual(got, first) {
			t.Fatalf("%v, then %v", first, got)
		}
	}
}
