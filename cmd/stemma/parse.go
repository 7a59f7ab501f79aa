package main

import (
	"bufio"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/pipeline"
)

func parseCommand() *cobra.Command {
	c := stageCommand("parse", "Tag words and draw the tree of each sentence, as CoNLL-U", func(w *bufio.Writer, r *pipeline.Result) error {
		for i := range r.Articles {
			a := &r.Articles[i]
			if !pipeline.Analysed(a) {
				continue
			}
			held := make([]stemma.Span, len(a.Holds))
			for k, h := range a.Holds {
				held[k] = h.Span
			}
			if err := lang.CoNLLU(w, string(a.ID), lang.Analyse(a.Text, held)); err != nil {
				return err
			}
		}
		return nil
	})
	c.Long = strings.Replace(c.Long, "JSON lines, the header first", "CoNLL-U with the offsets of each word in the\narticle's text, in bytes, as start and end in its last column", 1)
	return c
}
