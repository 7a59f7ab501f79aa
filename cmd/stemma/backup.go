package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"
	"github.com/stemma-news/stemma/internal/store"
)

func backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup RECORD FILE",
		Short: "Write a checked copy of a record, which may be in use",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usage(errors.New("backup takes a record and the file to write"), "`stemma backup RECORD FILE`")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return withRecord(c, args[0], func(ctx context.Context, st *store.Store) error {
				err := st.Backup(ctx, args[1])
				if errors.Is(err, fs.ErrExist) {
					return usage(fmt.Errorf("%s is there already", args[1]), "name a file that is not")
				}
				if err != nil {
					return fail(err, "check the room on the disk, and the record with `stemma verify "+args[0]+"`")
				}
				return nil
			})
		},
	}
}
