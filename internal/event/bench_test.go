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
