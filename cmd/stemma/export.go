package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma/internal/export"
	"github.com/stemma-news/stemma/internal/store"
)

func exportCommand() *cobra.Command {
	var format string
	long := "Write the record in a format other tools read. FORMAT is one of:\n\n"
	for _, f := range export.Formats {
		long += fmt.Sprintf("  %-8s %s\n", f.Name, f.About)
	}
	c := &cobra.Command{
		Use:   "export -f FORMAT RECORD [FAMILY...]",
		Short: "Write the record in a format other tools read",
		Long: long + `
dot and graphml write every family of more than one text, or those named: by
the id of a family, or of an article for the families it stands in. 'stemma show
-json RECORD families' lists the ids. A text that is not among the pages is a
node without an article; each edge leads from the text copied to the copy, with
how sure that is (0 to 1) and why.`,
		Example: `  stemma export -f jsonl news.stemma > news.jsonl
  stemma export -f dot news.stemma f4xqz... | dot -Tsvg > tree.svg`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(errors.New("export takes one record"), "`stemma export -f jsonl RECORD`")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			f, err := export.Lookup(format)
			if err != nil {
				return usage(fmt.Errorf("there is no format %q", format), "formats: "+export.FormatNames())
			}
			if len(args) > 1 && !f.Trees {
				return usage(fmt.Errorf("%s takes one record and nothing else", f.Name), "families are named to dot and graphml only")
			}
			return withRecord(c, args[0], func(ctx context.Context, st *store.Store) error {
				err = export.Write(ctx, c.OutOrStdout(), st, f, args[1:]...)
				if errors.Is(err, store.ErrNotFound) {
					return usage(err, "`stemma show -json "+args[0]+" families` lists the families")
				}
				return err
			})
		},
	}
	c.Flags().StringVarP(&format, "format", "f", "jsonl", "the `FORMAT`: "+export.FormatNames())
	return c
}
