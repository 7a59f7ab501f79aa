package story

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// manyArticles are n articles of n/5 happenings over two years: each article
// takes a third of its words from those of its happening, the others from all.
func manyArticles(n int) *stemma.Scene {
	r := rand.New(rand.NewSource(1))
	usual := rand.NewZipf(r, 1.3, 8, 20000)
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	var as []*stemma.Article
	for i := range n {
		own := i / 5
		words := rand.New(rand.NewSource(int64(own)))
		var hers []string
		for range 25 {
			hers = append(hers, fmt.Sprintf("%s%d", []string{"Name", "deed"}[words.Intn(2)], words.Intn(40000)))
		}
		var b strings.Builder
		for k := range 90 {
			if k%3 == 0 {
				b.WriteString(hers[r.Intn(len(hers))])
			} else {
				fmt.Fprintf(&b, "word%d", usual.Uint64())
			}
			b.WriteByte(' ')
		}
		day := start.AddDate(0, 0, own*730/(n/5+1)+r.Intn(3))
		as = append(as, &stemma.Article{ID: fmt.Sprintf("a%06d", i), Kind: stemma.KindArticle, Text: b.String(),
			Published: &stemma.Date{From: day, Until: day.AddDate(0, 0, 1)}})
	}
	return stemma.NewScene(as)
}

func BenchmarkGroup(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			sc := manyArticles(n)
			for b.Loop() {
				b.ReportMetric(float64(len(Group(sc))), "stories")
			}
		})
	}
}
