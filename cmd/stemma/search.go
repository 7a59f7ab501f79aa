package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/export"
	"github.com/stemma-news/stemma/internal/store"
	"github.com/stemma-news/stemma/internal/view"
)

func searchCommand() *cobra.Command {
	var lines, mentions bool
	var limit int
	c := &cobra.Command{
		Use:   "search RECORD WORDS",
		Short: "Search articles, and who said what",
		Long: `Search the articles for words, best first, and list with each the quotes in
which the words stand or whose speaker they name. Words in quotation marks must
stand together; accents do not matter.

With --mentions, list the event mentions whose lemma is one of the words and
with which the others stand: "search --mentions RECORD ruiz sign" lists where
Ruiz signs, signed or is to sign.`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) < 2 || strings.TrimSpace(strings.Join(args[1:], "")) == "" {
				return usage(errors.New("search takes a record and words"), "`stemma search RECORD military ties`")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return withRecord(c, args[0], func(ctx context.Context, st *store.Store) error {
				words := strings.Join(args[1:], " ")
				if mentions {
					return view.ShowMentions(ctx, c.OutOrStdout(), st, words, limit, width())
				}
				found, err := view.Of(st).Search(ctx, words, limit)
				if err != nil {
					return err
				}
				if len(found) == 0 {
					return fail(fmt.Errorf("no article holds %s", words), "fewer words find more")
				}
				return printing(c.OutOrStdout(), func(w *bufio.Writer) error { return printFound(c, w, st, found, words, lines) })
			})
		},
	}
	c.Flags().BoolVar(&lines, "json", false, "print JSON lines: each article, then its quotes")
	c.Flags().BoolVar(&mentions, "mentions", false, "search what happens: by lemma, with who and whom")
	c.Flags().IntVarP(&limit, "limit", "n", 20, "how many articles, or mentions, to list, at most")
	return c
}

func printFound(c *cobra.Command, w *bufio.Writer, st *store.Store, found []view.Found, words string, lines bool) error {
	if lines {
		if err := export.Lines(c.Context(), w, st); err != nil {
			return err
		}
	}
	for _, f := range found {
		said, err := saidIn(c, st, f, words)
		if err != nil {
			return err
		}
		if lines {
			_, line, err := st.Line(c.Context(), f.Article.ID)
			if err != nil {
				return err
			}
			w.Write(line)
			w.WriteByte('\n')
			for _, q := range said {
				if err := printLine(w, q); err != nil {
					return err
				}
			}
			continue
		}
		fmt.Fprintf(w, "%s\n  %s%s%s\n", f.Article.Heading(), f.Before, f.Hit, f.Behind)
		for _, q := range said {
			who := q.SpeakerText
			if who == "" {
				who = "someone"
			}
			fmt.Fprintf(w, "  %s %s: %s\n", who, q.Stance, oneLine(q.Text))
		}
	}
	return nil
}

// saidIn returns the quotes of an article in which a found word stands, or
// whose speaker is named by one of the words.
func saidIn(c *cobra.Command, st *store.Store, f view.Found, words string) ([]stemma.Quote, error) {
	var out []stemma.Quote
	err := st.About(c.Context(), "quote", f.Article.ID, func(_ string, line []byte) error {
		var q stemma.Quote
		if err := json.Unmarshal(line, &q); err != nil {
			return err
		}
		if q.Article == f.Article.ID && (holdsAny(q.Spans, f.Spans) || names(q.SpeakerText, words)) {
			out = append(out, q)
		}
		return nil
	})
	sort.SliceStable(out, func(i, j int) bool { return out[i].Spans[0].Start < out[j].Spans[0].Start })
	return out, err
}

func holdsAny(said, found []stemma.Span) bool {
	for _, s := range said {
		for _, f := range found {
			if s.Overlaps(f) {
				return true
			}
		}
	}
	return false
}

// names reports whether a name has one of words in it.
func names(name, words string) bool {
	in := map[string]bool{}
	for _, n := range strings.Fields(strings.ToLower(name)) {
		in[n] = true
	}
	for _, w := range strings.Fields(strings.ToLower(strings.ReplaceAll(words, `"`, " "))) {
		if in[w] {
			return true
		}
	}
	return false
}
