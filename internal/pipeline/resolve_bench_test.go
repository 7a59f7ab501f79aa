package pipeline

import (
	"os"
	"testing"

	"github.com/stemma-news/stemma/internal/store"
)

// BenchmarkResolve holds the pages of a record against each other:
//
//	STEMMA_RECORD=pages.stemma go test -run xxx -bench Resolve -benchtime 1x ./internal/pipeline
func BenchmarkResolve(b *testing.B) {
	path := os.Getenv("STEMMA_RECORD")
	if path == "" {
		b.Skip("STEMMA_RECORD names no record")
	}
	st, err := store.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	for b.Loop() {
		b.StopTimer()
		s, err := inputs(b.Context(), st)
		if err != nil {
			b.Fatal(err)
		}
		in, err := load(b.Context(), st, s)
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		r := Resolve(in)
		b.ReportMetric(float64(len(r.Articles)), "articles")
	}
}
