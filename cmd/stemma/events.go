package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/pipeline"
)

func eventsCommand() *cobra.Command {
	return stageCommand("events", "Find what happened, to whom, where and when", func(w *bufio.Writer, r *pipeline.Result) error {
		return printAll(w, r, of(r.Tellings, func(t *stemma.Telling) string { return t.Article }), anys(r.Events))
	})
}
