package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/pipeline"
)

func quotesCommand() *cobra.Command {
	return stageCommand("quotes", "Find what was said, by whom, through whom", func(w *bufio.Writer, r *pipeline.Result) error {
		return printAll(w, r, of(r.Quotes, func(q *stemma.Quote) string { return q.Article }), anys(r.Sayings))
	})
}
