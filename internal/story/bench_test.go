//go:build unix

package story

import (
	"fmt"
	"math"
	"math/rand"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// manyArticles are n articles over two years: each takes a third of its words
// from those of its happening, the others from all. size gives how many
// articles tell of each happening.
func manyArticles(n, length int, size func(r *rand.Rand) int) *stemma.Scene {
	r := rand.New(rand.NewSource(1))
	usual := rand.NewZipf(r, 1.3, 8, 20000)
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	var as []*stemma.Article
	for len(as) < n {
		var hers []string
		for range 25 {
			hers = append(hers, fmt.Sprintf("%s%d", []string{"Name", "deed"}[r.Intn(2)], r.Intn(40000)))
		}
		first := len(as) * 730 / n
		many := min(size(r), n-len(as))
		for range many {
			var b strings.Builder
			for k := range length {
				if k%3 == 0 {
					b.WriteString(hers[r.Intn(len(hers))])
				} else {
					fmt.Fprintf(&b, "word%d", usual.Uint64())
				}
				b.WriteByte(' ')
			}
			day := start.AddDate(0, 0, first+r.Intn(3))
			as = append(as, &stemma.Article{ID: fmt.Sprintf("a%06d", len(as)), Kind: stemma.KindArticle, Text: b.String(),
				Published: &stemma.Date{From: day, Until: day.AddDate(0, 0, 1)}})
		}
	}
	return stemma.NewScene(as)
}

// worked is the processor time this program has used: on a machine shared with
// others the clock on the wall says little.
func worked() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkGroup groups 1 k, 10 k and 100 k articles, five to a happening and
// with happenings of all sizes (the largest that of one article in twenty), and
// reports articles a second of processor time and how many times longer twice
// as many articles took than the size before says.
func BenchmarkGroup(b *testing.B) {
	for _, shape := range []struct {
		name   string
		length int
		size   func(n int) func(r *rand.Rand) int
	}{
		{"five", 90, func(int) func(*rand.Rand) int { return func(*rand.Rand) int { return 5 } }},
		{"uneven", 300, func(n int) func(*rand.Rand) int {
			return func(r *rand.Rand) int { return int(min(float64(n)/20, 1/(1e-9+r.Float64()))) }
		}},
	} {
		before := time.Duration(0)
		for _, n := range []int{1000, 10000, 100000} {
			b.Run(fmt.Sprintf("%s/%d", shape.name, n), func(b *testing.B) {
				sc := manyArticles(n, shape.length, shape.size(n))
				for b.Loop() {
					start := worked()
					b.ReportMetric(float64(len(Group(sc))), "stories")
					took := worked() - start
					b.ReportMetric(float64(n)/took.Seconds(), "articles/cpu-s")
					if before > 0 {
						b.ReportMetric(math.Pow(float64(took)/float64(before), math.Log10(2)), "x/doubling")
					}
					before = took
				}
			})
		}
	}
}
