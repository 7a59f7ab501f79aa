package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/pipeline"
)

func parseCommand() *cobra.Command {
	c := stageCommand("parse", "Tag words and draw the tree of each sentence, as CoNLL-U", func(w *bufio.Writer, r *pipeline.Result) error {
		for i := range r.Articles {
			if pipeline.Analysed(&r.Articles[i]) {
				conllu(w, &r.Articles[i])
			}
		}
		return nil
	})
	c.Long = strings.Replace(c.Long, "JSON lines, the header first", "CoNLL-U with the offsets of each word in the\narticle's text, in bytes, as start and end in its last column", 1)
	return c
}

// conllu prints the trees of an article.
func conllu(w *bufio.Writer, a *stemma.Article) {
	held := make([]stemma.Span, len(a.Holds))
	for i, h := range a.Holds {
		held[i] = h.Span
	}
	d := lang.Analyse(a.Text, held)
	fmt.Fprintf(w, "# newdoc id = %s\n", a.ID)
	for n, s := range d.Sentences {
		fmt.Fprintf(w, "# sent_id = %s-%d\n# text = %s\n", a.ID, n+1, oneLine(a.Text[s.Start:s.End]))
		for i, word := range s.Words {
			fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\tstart=%d|end=%d\n", i+1, cell(a.Text[word.Start:word.End]), cell(word.Lemma),
				cell(word.UPOS), cell(word.XPOS), word.Head+1, cell(word.Rel), word.Start, word.End)
		}
		w.WriteByte('\n')
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// cell is a field of CoNLL-U, which is never empty.
func cell(s string) string {
	if s = oneLine(s); s == "" {
		return "_"
	}
	return s
}
