package score

import (
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/quote"
)

// BenchmarkQuotes reads articles of PolNeAR, about 800 words each: one reading
// is the language engine, names and quotes. articles/s is the figure to hold
// against 25; "own" leaves the language engine out.
func BenchmarkQuotes(b *testing.B) {
	dir, why, ok := DataDir("../..")
	if !ok {
		b.Skip(why)
	}
	files, err := ReadTarXZ(dir + "/quotes/polnear.tar.xz")
	if err != nil {
		b.Skip(err)
	}
	texts := PolNeAR(files, "dev")
	docs := make([]*lang.Document, len(texts))
	for _, own := range []bool{false, true} {
		name := "all"
		if own {
			name = "own"
			for i, t := range texts {
				docs[i] = lang.Analyse(t.Text, nil)
			}
		}
		b.Run(name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				t := texts[n%len(texts)]
				a := &stemma.Article{ID: "a", Capture: "c", Text: t.Text}
				d := docs[n%len(texts)]
				if !own {
					d = lang.Analyse(t.Text, nil)
				}
				quote.Find(a, d, entity.Find(a, d))
				n++
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}
