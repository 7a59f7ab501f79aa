package score

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stemma-news/stemma/internal/capture"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/pipeline"
	"github.com/stemma-news/stemma/internal/store"
)

// BenchmarkWhole does the whole job over the articles of one set of
// stories/summit, 710 words each on average: from files of text to a published
// record, with everything on. articles/cpu-s, of processor time, is to be held
// against 20:
//
//	go test ./internal/score -run xxx -bench Whole -benchtime 1x -cpu 1
func BenchmarkWhole(b *testing.B) {
	data, why, ok := DataDir("../..")
	if !ok {
		b.Skip(why)
	}
	articles, err := ReadSummit(data, "helsinki")
	if err != nil {
		b.Skip(err)
	}
	pages := b.TempDir()
	words := 0
	for i, a := range articles {
		words += len(strings.Fields(a.Text))
		if err := os.WriteFile(filepath.Join(pages, fmt.Sprintf("%04d.txt", i)), []byte(a.Text+"\n"), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	read := func() {
		lang.Forget()
		st, err := store.Create(filepath.Join(b.TempDir(), "whole.stemma"))
		if err != nil {
			b.Fatal(err)
		}
		defer st.Close()
		src := func(ctx context.Context, yield func(capture.Page) error) error {
			return capture.Walk(ctx, []string{pages}, capture.Options{}, yield)
		}
		if _, err := pipeline.Read(b.Context(), st, src, pipeline.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	n := 0
	start := used()
	for b.Loop() {
		read()
		n++
	}
	spent := used() - start
	b.ReportMetric(float64(len(articles)*n)/spent, "articles/cpu-s")
	b.ReportMetric(float64(words*n)/spent, "words/cpu-s")
}
