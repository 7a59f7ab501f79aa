package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma/internal/pipeline"
)

func namesCommand() *cobra.Command {
	return stageCommand("names", "Find who and what pages name", func(w *bufio.Writer, r *pipeline.Result) error {
		return printAll(w, r, none, anys(r.Entities))
	})
}
