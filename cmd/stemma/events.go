package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/pipeline"
)

func eventsCommand() *cobra.Command {
	mentions := false
	c := stageCommand("events", "Find what happened, to whom, where and when", func(w *bufio.Writer, r *pipeline.Result) error {
		if mentions {
			return printAll(w, r, of(r.Mentions, func(m *stemma.EventMentions) string { return m.Article }), nil)
		}
		return printAll(w, r, of(r.Tellings, func(t *stemma.Telling) string { return t.Article }), anys(r.Events))
	})
	c.Flags().BoolVar(&mentions, "mentions", false, "print every word that tells of something happening, event or not")
	return c
}
