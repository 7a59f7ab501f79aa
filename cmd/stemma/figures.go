package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/pipeline"
)

func figuresCommand() *cobra.Command {
	return stageCommand("figures", "Find the numbers pages claim, and on whose word", func(w *bufio.Writer, r *pipeline.Result) error {
		return printAll(w, r, of(r.Figures, func(g *stemma.Figure) string { return g.Article }), nil)
	})
}
