package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma/internal/score"
)

func scoreCommand() *cobra.Command {
	in := score.Folders{Data: os.Getenv("STEMMA_DATA")}
	long := `Measure the stages against answers that people have checked, and print the
scorecards. Those that need the measuring data take its folder from -data or
STEMMA_DATA. A CARD is one of:

`
	for _, s := range score.Scorecards {
		long += fmt.Sprintf("  %-10s %s\n", s.Name, s.About)
	}
	c := &cobra.Command{
		Use:   "score -data DIR [CARD...]",
		Short: "Print the scorecards",
		Long:  long,
		RunE: func(c *cobra.Command, args []string) error {
			cards, err := cardsNamed(args)
			if err != nil {
				return err
			}
			ran = true
			failed := 0
			for _, s := range cards {
				fmt.Fprintf(c.OutOrStdout(), "== %s: %s\n\n", s.Name, s.About)
				card, err := s.Run(c.Context(), in)
				if err != nil {
					failed++
					fmt.Fprintf(os.Stderr, "stemma: %s could not be measured: %v\n", s.Name, err)
					continue
				}
				fmt.Fprintf(c.OutOrStdout(), "%s\n", strings.TrimRight(card, "\n")+"\n")
			}
			if failed == len(cards) {
				return fail(errors.New("nothing could be measured"), "name the folder of the data with -data, and run it at the top of the repository, or name its folders with -testdata and -examples")
			}
			return nil
		},
	}
	c.Flags().StringVar(&in.Data, "data", in.Data, "the `DIR` of the measuring data")
	c.Flags().StringVar(&in.Tests, "testdata", "testdata", "the `DIR` of the cases")
	c.Flags().StringVar(&in.Examples, "examples", "examples", "the `DIR` of the examples")
	return c
}

// cardsNamed returns the cards of names, or all.
func cardsNamed(names []string) ([]score.Scorecard, error) {
	if len(names) == 0 {
		return score.Scorecards, nil
	}
	var out []score.Scorecard
	for _, n := range names {
		found := false
		for _, s := range score.Scorecards {
			if s.Name == n {
				out, found = append(out, s), true
			}
		}
		if !found {
			return nil, usage(fmt.Errorf("there is no card %q", n), "`stemma score --help` lists the cards")
		}
	}
	return out, nil
}
