package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma/internal/export"
)

func exportCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "export -f FORMAT RECORD",
		Short: "Write the record in a format other tools read",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(errors.New("export takes one record"), "`stemma export -f jsonl RECORD`")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if format != "jsonl" {
				return usage(fmt.Errorf("there is no format %q", format), "formats: jsonl")
			}
			st, err := openRecord(args[0])
			if err != nil {
				return err
			}
			defer st.Close()
			return export.JSONL(c.Context(), c.OutOrStdout(), st)
		},
	}
	c.Flags().StringVarP(&format, "format", "f", "jsonl", "the `FORMAT`: jsonl")
	return c
}
