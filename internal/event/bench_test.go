package event

import (
	"fmt"
	"math/rand"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// BenchmarkJoin joins n tellings of meetings of two hundred people over a time
// that grows with n, as a record does that is kept up.
func BenchmarkJoin(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := rand.New(rand.NewSource(1))
			sc := stemma.NewScene(nil)
			var ts []stemma.Telling
			for i := range n {
				day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i/30)
				id := fmt.Sprintf("t%06d", i)
				ts = append(ts, stemma.Telling{ID: id, Article: fmt.Sprintf("a%06d", i/4), Kind: "CONSULT", Mode: "meet", Status: happened,
					Actors: []string{fmt.Sprint("p", r.Intn(200)), fmt.Sprint("p", r.Intn(200))}, ActorNames: []string{"A", "B"},
					Countries: []string{"NOR", "SWE"}, Cites: []stemma.Cite{{Article: "a"}},
					Date: &stemma.Date{From: day, Until: day.AddDate(0, 0, 1)}, Derived: stemma.Derived{By: stemma.By{Rule: "verb meet"}}})
			}
			for b.Loop() {
				b.ReportMetric(float64(len(Join(sc, ts))), "events")
			}
		})
	}
}

// BenchmarkJoinDense joins n tellings of one month in which a few name a tenth
// of all: deeds of many kinds, as the world's news has them.
func BenchmarkJoinDense(b *testing.B) {
	kinds := []string{"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REQUEST", "SUPPORT", "AID", "PROTEST"}
	for _, n := range []int{1000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := rand.New(rand.NewSource(1))
			one := func() string {
				if r.Intn(10) == 0 {
					return fmt.Sprint("great", r.Intn(5))
				}
				return fmt.Sprint("p", r.Intn(n/10))
			}
			sc := stemma.NewScene(nil)
			var ts []stemma.Telling
			for i := range n {
				day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.Intn(30))
				ts = append(ts, stemma.Telling{ID: fmt.Sprintf("t%06d", i), Article: fmt.Sprintf("a%06d", i/4), Kind: kinds[r.Intn(len(kinds))], Status: happened,
					Actors: []string{one()}, Recipients: []string{one()}, ActorNames: []string{"A"}, RecipientNames: []string{"B"},
					Countries: []string{fmt.Sprint("C", r.Intn(20))}, Cites: []stemma.Cite{{Article: "a"}},
					Date: &stemma.Date{From: day, Until: day.AddDate(0, 0, 1)}, Derived: stemma.Derived{By: stemma.By{Rule: fmt.Sprint("verb v", r.Intn(20))}}})
			}
			for b.Loop() {
				b.ReportMetric(float64(len(Join(sc, ts))), "events")
			}
		})
	}
}
