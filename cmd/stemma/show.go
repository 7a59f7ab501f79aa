package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
)

// shows are the things show can show, and the lines each consists of.
var shows = map[string][]string{
	"stories":  {"story"},
	"timeline": {"event"},
	"sayings":  {"saying", "standing"},
	"quotes":   {"quote"},
	"events":   {"event", "telling", "standing"},
	"figures":  {"figure", "standing"},
	"names":    {"entity"},
	"families": {"family"},
	"copies":   {"copy"},
	"pages":    {"capture", "article"},
	"skips":    {"skip"},
	"log":      {"log"},
}

func showCommand() *cobra.Command {
	var lines bool
	c := &cobra.Command{
		Use:       "show RECORD [WHAT]",
		Short:     "Show stories, timeline, sayings, quotes, events, figures, names, families, copies, pages, skips or the log",
		ValidArgs: slices.Sorted(maps.Keys(shows)),
		Args: func(c *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usage(errors.New("show takes a record, and what of it to show"), "`stemma show RECORD` or `stemma show RECORD sayings`")
			}
			if len(args) == 2 && shows[args[1]] == nil {
				return usage(fmt.Errorf("there is no %q to show", args[1]), "show one of: "+strings.Join(slices.Sorted(maps.Keys(shows)), ", "))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			st, err := openRecord(args[0])
			if err != nil {
				return err
			}
			defer st.Close()
			what := "stories"
			if len(args) == 2 {
				what = args[1]
			}
			return printing(c.OutOrStdout(), func(w *bufio.Writer) error {
				return showLines(c.Context(), w, st, shows[what])
			})
		},
	}
	c.Flags().BoolVar(&lines, "json", false, "print JSON lines")
	return c
}

// showLines prints lines of some types as JSON lines.
func showLines(ctx context.Context, w *bufio.Writer, st *store.Store, types []string) error {
	b, err := stemma.Encode(stemma.NewHeader())
	if err != nil {
		return err
	}
	w.Write(append(b, '\n'))
	for _, t := range types {
		err := st.Lines(ctx, t, func(_ string, line []byte) error {
			w.Write(line)
			return w.WriteByte('\n')
		})
		if err != nil {
			return err
		}
	}
	return nil
}
