package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma/internal/pipeline"
)

func copiesCommand() *cobra.Command {
	return stageCommand("copies", "Find the passages pages share, and who copied whom", func(w *bufio.Writer, r *pipeline.Result) error {
		return printAll(w, r, none, append(anys(r.Copies), anys(r.Families)...))
	})
}
