package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/pipeline"
	"github.com/stemma-news/stemma/internal/store"
)

func strikeCommand() *cobra.Command {
	var try bool
	c := correction{
		verb: "strike", use: "ID|NAME...", short: "Strike out lines that are no such thing, or a source nothing is to rest on",
		long: `An ID is that of a quote, a telling, a figure, a name or an article. The words
stay on their page; no line is read from them. Of a saying or an event all
members are struck.

A NAME is that of a source the record knows: an agency, an outlet, a person, a
body. The lines stay, and how they stand is worked out as if what came from it
or through it had not been told. It prints which sayings, events and figures
lose all support, and which keep some. A name of several words stands in
quotation marks.`,
		least: 1, missing: "strike takes a record and the ids of lines or the names of sources",
		hint: listIDs + "; a NAME is one of a source of the record, in quotation marks",
		record: func(ctx context.Context, w *bufio.Writer, st *store.Store, record string, d pipeline.Decision) error {
			do := pipeline.StrikeSources
			if try {
				do = pipeline.TrySources
			}
			x, all, err := do(ctx, st, d)
			if err != nil {
				return err
			}
			if try {
				for _, o := range x.Operands {
					fmt.Fprintf(w, "would strike %s: %s\n", o.Of, oneLine(o.Exact))
				}
				fmt.Fprintln(w, "nothing was recorded")
			} else if err := decided(w, record, x); err != nil {
				return err
			}
			if pipeline.HasSource(x) {
				return affected(w, all)
			}
			return nil
		},
	}.command()
	c.Flags().BoolVarP(&try, "dry-run", "n", false, "show what it would do, and record nothing")
	return c
}

// affected prints what a strike does to lines: first those that lose all, of
// each kind, then those that keep some.
func affected(w *bufio.Writer, all []pipeline.Effect) error {
	if len(all) == 0 {
		_, err := fmt.Fprintln(w, "\nno saying, event or figure rests on it")
		return err
	}
	for _, lost := range []bool{true, false} {
		var some []string
		for _, typ := range []string{"saying", "event", "figure"} {
			for i := range all {
				if all[i].Lost() == lost {
					l, err := effectLine(&all[i], typ)
					if err != nil {
						return err
					}
					some = append(some, l...)
				}
			}
		}
		what := "keep some support"
		if lost {
			what = "lose all support"
		}
		if len(some) == 1 {
			what = strings.Replace(strings.Replace(what, "lose", "loses", 1), "keep", "keeps", 1)
		}
		fmt.Fprintf(w, "\n%s %s\n", many(len(some), "line"), what)
		for _, s := range some {
			fmt.Fprintf(w, "  %s\n", s)
		}
	}
	return nil
}

// effectLine is one line about an effect on a line of a type, none where it is
// on a line of another.
func effectLine(e *pipeline.Effect, typ string) ([]string, error) {
	var l struct {
		Type  string
		Name  string `json:"speaker_name"`
		Parts []stemma.SayingPart
		Cites []stemma.Cite
	}
	if err := json.Unmarshal(e.Line, &l); err != nil || l.Type != typ {
		return nil, err
	}
	words := ""
	switch {
	case len(l.Parts) > 0:
		if words = l.Parts[0].Text; l.Name != "" {
			words = l.Name + ": " + words
		}
	case len(l.Cites) > 0:
		words = l.Cites[0].Exact
	}
	s := fmt.Sprintf("%-6s %s", typ, oneLine(words))
	if !e.Lost() {
		var names []string
		for _, x := range e.After.Sources {
			names = append(names, x.Name)
		}
		s += fmt.Sprintf(" (%d of %s: %s)", e.After.URLs, many(e.Before.URLs, "page"), strings.Join(names, ", "))
	}
	return []string{s}, nil
}
