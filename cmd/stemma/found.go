package main

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/pipeline"
	"github.com/stemma-news/stemma/internal/store"
	"github.com/stemma-news/stemma/internal/view"
)

// mostReasons is how many reasons for skips read prints.
const mostReasons = 20

// found prints what a run of read found: the stories, totals, and skips with
// their reasons.
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
		if err := view.Summary(ctx, w, st, width()); err != nil {
			return err
		}
		fmt.Fprintf(w, "\n%s read, %d of them new. %s holds %s with %s: %s, %s, %s, %s, %s, %s.\n",
			many(len(rep.Offered), "page"), rep.New, st.Path(), many(n["capture"], "page"), many(n["article"], "article"),
			many(n["story"], "story"), many(n["saying"], "saying"), many(n["quote"], "quote"),
			many(n["event"], "event"), many(n["figure"], "figure"), many(n["entity"], "name"))
		if len(skips) == 0 {
			return nil
		}
		fmt.Fprintf(w, "Not read: %s.\n", many(len(skips), "time"))
		lines := skipLines(skips)
		for i, l := range lines {
			if i == mostReasons {
				fmt.Fprintf(w, "  and %s more: `stemma show %s skips`\n", many(len(lines)-i, "reason"), st.Path())
				break
			}
			fmt.Fprintf(w, "  %s\n", l)
		}
		return nil
	})
}
