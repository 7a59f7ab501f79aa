package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma/internal/pipeline"
	"github.com/stemma-news/stemma/internal/store"
)

func verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify RECORD",
		Short: "Check every digest and every span again",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(errors.New("verify takes one record"), "`stemma verify RECORD`")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return withRecord(c, args[0], func(ctx context.Context, st *store.Store) error {
				v, err := pipeline.Verify(ctx, st)
				if err != nil {
					return err
				}
				for _, f := range v.Faults {
					fmt.Fprintln(c.OutOrStdout(), f)
				}
				fmt.Fprintf(c.OutOrStdout(), "%s, %s, %d spans and %s checked\n", many(v.Captures, "page"), many(v.Lines, "line"), v.Spans, many(v.Log, "log line"))
				if len(v.Faults) == 0 {
					fmt.Fprintln(c.OutOrStdout(), "All of it holds.")
				}
				if len(v.Faults) > 0 {
					return fail(fmt.Errorf("%s does not hold: %s", args[0], many(len(v.Faults), "fault")), "read the pages named again from where they came, or go back to a backup")
				}
				return nil
			})
		},
	}
}
