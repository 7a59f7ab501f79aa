package markup_test

import (
	"testing"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/markup"
	"github.com/stemma-news/stemma/internal/score"
)

// pages are every sixth of two sets, those that are UTF-8.
func pages(b *testing.B) (out []string) {
	dir, why, ok := score.DataDir("../..")
	if !ok {
		b.Skip(why)
	}
	bytes := 0
	for _, set := range []string{"wcxb-article", "pages-2023"} {
		pages, err := score.ReadingPages(dir, set)
		if err != nil {
			b.Fatal(err)
		}
		for i := 1; i < len(pages); i += 6 {
			if utf8.Valid(pages[i].HTML) {
				out = append(out, string(pages[i].HTML))
				bytes += len(pages[i].HTML)
			}
		}
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	return out
}

func BenchmarkTree(b *testing.B) {
	pages := pages(b)
	for b.Loop() {
		for _, h := range pages {
			markup.NewLab(h)
		}
	}
	b.ReportMetric(float64(b.N*len(pages))/b.Elapsed().Seconds(), "pages/s")
}

func BenchmarkRead(b *testing.B) {
	pages := pages(b)
	for b.Loop() {
		for _, h := range pages {
			markup.Read(&stemma.Capture{ID: "c"}, block.Verbatim(h, 0))
		}
	}
	b.ReportMetric(float64(b.N*len(pages))/b.Elapsed().Seconds(), "pages/s")
}
