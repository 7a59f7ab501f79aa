package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/user"
	"slices"
	"strings"
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
	names                  bool   // an operand may be a name as it is written
	// record records the decision and prints what came of it.
	record func(ctx context.Context, w *bufio.Writer, st *store.Store, record string, d pipeline.Decision) error
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
			if who == "" {
				who = userName()
			}
			d := pipeline.Decision{Verb: k.verb, IDs: slices.Clone(args[1:]), Who: who, Why: why, At: time.Now()}
			return withRecord(c, args[0], func(ctx context.Context, st *store.Store) error {
				for i, word := range d.IDs { // what is no line may be a source, a page or a correction
					if id, err := lineOf(ctx, st, word, k.names); err == nil {
						if slices.Contains(d.IDs[:i], id) {
							return usage(fmt.Errorf("%s and %s are one already", args[1+slices.Index(d.IDs, id)], word), "name lines that the record holds apart")
						}
						d.IDs[i] = id
					} else if k.names {
						return usage(fmt.Errorf("%s does not hold what is named: %w", args[0], err), k.hint)
					}
				}
				err := printing(c.OutOrStdout(), func(w *bufio.Writer) error { return k.decide(ctx, w, st, args[0], d) })
				switch {
				case errors.Is(err, store.ErrNotFound):
					return usage(fmt.Errorf("%s does not hold what is named: %w", args[0], err), k.hint)
				case errors.Is(err, pipeline.ErrOperand):
					return usage(err, k.hint)
				}
				return err
			})
		},
	}
	c.Flags().StringVar(&who, "who", "", "`NAME` of who decides (default: the user's)")
	c.Flags().StringVar(&why, "why", "", "`REASON`, kept with it")
	return c
}

func (k correction) decide(ctx context.Context, w *bufio.Writer, st *store.Store, record string, d pipeline.Decision) error {
	if k.record != nil {
		return k.record(ctx, w, st, record, d)
	}
	x, err := pipeline.Correct(ctx, st, d)
	if err != nil {
		return err
	}
	return decided(w, record, x)
}

// decided prints what was recorded, and how it is taken back.
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

const listIDs = "`stemma show RECORD names` (or sayings, quotes, events, figures, families, pages) prints ids in brackets; six characters of one are enough"

// lineOf is the id of the line that an id or its beginning names, or the only
// name of the record that is written so.
func lineOf(ctx context.Context, st *store.Store, word string, names bool) (string, error) {
	id, err := st.Find(ctx, word)
	if err == nil || !names || !errors.Is(err, store.ErrNotFound) {
		return id, err
	}
	var fits []string
	nerr := st.Lines(ctx, "entity", func(id string, line []byte) error {
		var e stemma.Entity
		if err := json.Unmarshal(line, &e); err != nil {
			return err
		}
		if e.Name == word || slices.Contains(e.Also, word) {
			fits = append(fits, id)
		}
		return nil
	})
	switch {
	case nerr != nil:
		return "", nerr
	case len(fits) == 1:
		return fits[0], nil
	case len(fits) > 1:
		return "", fmt.Errorf("%q: %w: %d names are written so; name them by id", word, store.ErrNotFound, len(fits))
	}
	return "", err
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
