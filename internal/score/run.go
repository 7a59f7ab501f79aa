package score

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/stemma-news/stemma/internal/capture"
	"github.com/stemma-news/stemma/internal/export"
	"github.com/stemma-news/stemma/internal/pipeline"
	"github.com/stemma-news/stemma/internal/store"
)

// Export reads pages into a record of their own and returns its JSON lines, as
// a user gets them.
func Export(ctx context.Context, pages ...string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "stemma-score")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	st, err := store.Create(filepath.Join(dir, "case.stemma"))
	if err != nil {
		return nil, err
	}
	defer st.Close()
	src := func(ctx context.Context, yield func(capture.Page) error) error {
		return capture.Walk(ctx, pages, capture.Options{}, yield)
	}
	if _, err := pipeline.Read(ctx, st, src, pipeline.Options{}); err != nil {
		return nil, fmt.Errorf("read pages: %w", err)
	}
	var b bytes.Buffer
	if err := export.JSONL(ctx, &b, st); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// RunCase reads the pages of a case and compares their record with the
// expect.json in dir. The card carries the reasons that stand in
// dir/known.txt; complaints are failures without one.
func RunCase(ctx context.Context, dir, pages string) (card string, complaints []string, err error) {
	e, err := ReadExpect(dir)
	if err != nil {
		return "", nil, err
	}
	known, err := os.ReadFile(filepath.Join(dir, "known.txt"))
	if err != nil && !os.IsNotExist(err) {
		return "", nil, err
	}
	reasons, err := Reasons(string(known))
	if err != nil {
		return "", nil, fmt.Errorf("read known.txt of %s: %w", dir, err)
	}
	lines, err := Export(ctx, pages)
	if err != nil {
		return "", nil, err
	}
	c, err := Case(bytes.NewReader(lines), e)
	if err != nil {
		return "", nil, err
	}
	card, complaints = c.Text(reasons)
	return card, complaints, nil
}
