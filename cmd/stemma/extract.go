package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma/internal/pipeline"
)

func extractCommand() *cobra.Command {
	return stageCommand("extract", "Read the articles out of pages", func(w *bufio.Writer, r *pipeline.Result) error {
		return printAll(w, r, none, anys(r.Skips))
	})
}
