package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/stemma-news/stemma/internal/export"
	"github.com/stemma-news/stemma/internal/store"
	"github.com/stemma-news/stemma/internal/view"
)

func showCommand() *cobra.Command {
	var lines bool
	var names []string
	long := "Show what a record holds, or the line of an id with how it stands. WHAT is one of:\n\n"
	for _, w := range view.Whats {
		names = append(names, w.Name)
		long += fmt.Sprintf("  %-10s %s\n", w.Name, w.About)
	}
	c := &cobra.Command{
		Use:       "show RECORD [WHAT|ID]",
		Short:     "Show stories, timeline, sayings, quotes, events, mentions, figures, names, families, copies, pages, skips or the log",
		Long:      long,
		ValidArgs: names,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usage(errors.New("show takes a record, and what of it to show"), "`stemma show RECORD` or `stemma show RECORD sayings`")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return withRecord(c, args[0], func(ctx context.Context, st *store.Store) error {
				var err error
				what := ""
				if len(args) == 2 {
					what = args[1]
				}
				if id, ferr := st.Find(ctx, what); ferr == nil {
					what = id
				}
				if lines {
					err = showLines(c, st, what)
				} else {
					err = view.Show(ctx, c.OutOrStdout(), st, what, width())
				}
				if errors.Is(err, view.ErrWhat) || errors.Is(err, store.ErrNotFound) {
					return usage(fmt.Errorf("there is no %q to show", what), "show an id or its beginning, six characters and more, or one of: "+strings.Join(names, ", "))
				}
				return err
			})
		},
	}
	c.Flags().BoolVar(&lines, "json", false, "print JSON lines")
	return c
}

// showLines prints the lines of a WHAT, or the line of an id and its standing.
func showLines(c *cobra.Command, st *store.Store, what string) error {
	v, err := view.Lookup(what)
	if err == nil {
		types := v.Types
		if v.Name == "log" { // what people decided stands in the log itself
			types = []string{"log"}
		}
		return export.Lines(c.Context(), c.OutOrStdout(), st, types...)
	}
	_, line, err := st.Line(c.Context(), what)
	if err != nil {
		return err
	}
	if err := export.Lines(c.Context(), c.OutOrStdout(), st); err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "%s\n", line)
	return st.About(c.Context(), "standing", what, func(_ string, line []byte) error {
		_, err := fmt.Fprintf(c.OutOrStdout(), "%s\n", line)
		return err
	})
}

// width is the width of the terminal in columns, 0 where the output is none.
func width() int {
	if n, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
		return n
	}
	return 0
}
