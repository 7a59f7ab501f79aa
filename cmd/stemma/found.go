package main

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/pipeline"
	"github.com/stemma-news/stemma/internal/store"
)

// found prints what a run of read found: totals and skips with reasons.
func found(ctx context.Context, out io.Writer, st *store.Store, rep *pipeline.Report) error {
	n, err := st.Count(ctx)
	if err != nil {
		return err
	}
	skips, err := store.Generation[stemma.Skip](ctx, st, "skip")
	if err != nil {
		return err
	}
	return printing(out, func(w *bufio.Writer) error {
		fmt.Fprintf(w, "%s read, %d of them new; the record holds %s with %s in %s\n",
			many(len(rep.Offered), "page"), rep.New, many(n["capture"], "page"), many(n["article"], "article"), many(n["family"], "family"))
		fmt.Fprintf(w, "%s, %s, %s, %s, %s, %s\n", many(n["story"], "story"), many(n["saying"], "saying"), many(n["quote"], "quote"),
			many(n["event"], "event"), many(n["figure"], "figure"), many(n["entity"], "name"))
		if len(skips) > 0 {
			fmt.Fprintf(w, "not read: %s\n", many(len(skips), "skip"))
			lines := skipLines(skips)
			for i, l := range lines {
				if i == 20 {
					fmt.Fprintf(w, "  and %s more: `stemma show %s skips`\n", many(len(lines)-i, "reason"), st.Path())
					break
				}
				fmt.Fprintf(w, "  %s\n", l)
			}
		}
		return nil
	})
}
