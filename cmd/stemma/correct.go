package main

import (
	"bufio"
	"errors"
	"fmt"
	"os/user"
	"time"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/pipeline"
	"github.com/stemma-news/stemma/internal/store"
)

// correction is a command that records what a person decided.
type correction struct {
	verb, use, short, long string
	least                  int // operands
	missing                string
	hint                   string // where an operand is not found
}

func (k correction) command() *cobra.Command {
	var who, why string
	c := &cobra.Command{
		Use:   k.verb + " RECORD " + k.use,
		Short: k.short,
		Long: k.short + ".\n\n" + k.long + `

What is decided is logged with who, when and why; it is kept over re-reading,
and undone with 'stemma undo'.`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) < 1+k.least {
				return usage(errors.New(k.missing), "`stemma "+k.verb+" RECORD "+k.use+"`")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			st, err := openRecord(args[0])
			if err != nil {
				return err
			}
			defer st.Close()
			if who == "" {
				who = userName()
			}
			x, err := pipeline.Correct(c.Context(), st, pipeline.Decision{Verb: k.verb, IDs: args[1:], Who: who, Why: why, At: time.Now()})
			switch {
			case errors.Is(err, store.ErrNotFound):
				return usage(fmt.Errorf("%s does not hold what is named: %w", args[0], err), k.hint)
			case errors.Is(err, pipeline.ErrOperand):
				return usage(err, k.hint)
			case err != nil:
				return err
			}
			return printing(c.OutOrStdout(), func(w *bufio.Writer) error { return decided(w, args[0], x) })
		},
	}
	c.Flags().StringVar(&who, "who", "", "`NAME` of who decides (default: the user's)")
	c.Flags().StringVar(&why, "why", "", "`REASON`, kept with it")
	return c
}

func decided(w *bufio.Writer, record string, x stemma.Correction) error {
	switch x.Verb {
	case pipeline.VerbUndo:
		fmt.Fprintf(w, "%s is undone: %s\n", x.Undoes, x.ID)
	case pipeline.VerbForget:
		fmt.Fprintf(w, "forgotten: %s: %s\n`stemma undo %s %s` lets it be read again; its bytes are gone.\n", many(len(x.Operands), "page"), x.ID, record, x.ID)
		return nil
	default:
		for _, o := range x.Operands {
			fmt.Fprintf(w, "%s %s: %s\n", x.Verb, o.Of, oneLine(o.Exact))
		}
		fmt.Fprintf(w, "kept as %s\n", x.ID)
	}
	fmt.Fprintf(w, "`stemma undo %s %s` takes it back.\n", record, x.ID)
	return nil
}

// userName is the name of who runs the program.
func userName() string {
	u, err := user.Current()
	switch {
	case err != nil:
		return "unknown"
	case u.Name != "":
		return u.Name
	}
	return u.Username
}

const listIDs = "`stemma show RECORD WHAT -json` lists the lines with their ids"
