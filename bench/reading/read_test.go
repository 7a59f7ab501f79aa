package main

import (
	"testing"

	"github.com/stemma-news/stemma/internal/score"
)

// BenchmarkReaders reads the same pages with each reader: every tenth of two
// sets. Compare the pages a second within one run.
func BenchmarkReaders(b *testing.B) {
	dir, why, ok := score.DataDir("../..")
	if !ok {
		b.Skip(why)
	}
	var pages []score.ReadingPage
	for _, set := range []string{"wcxb-article", "pages-2023"} {
		all, err := score.ReadingPages(dir, set)
		if err != nil {
			b.Fatal(err)
		}
		for i := 1; i < len(all); i += 10 {
			pages = append(pages, all[i])
		}
	}
	for _, r := range readers {
		b.Run(r.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, p := range pages {
					r.read(p)
				}
			}
			n := float64(b.N * len(pages))
			b.ReportMetric(n/b.Elapsed().Seconds(), "pages/s")
		})
	}
}
