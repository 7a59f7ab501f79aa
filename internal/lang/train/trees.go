package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/stemma-news/stemma/internal/lang"
)

// trees learns the tagger, the parser's linear models or its nets, from the
// training parts of EWT and of GUM's free genres. The nets are weighed against
// the linear models, which are learnt before.
func trees(what string, args []string) error {
	fs := flag.NewFlagSet(what, flag.ContinueOnError)
	dir := fs.String("data", os.Getenv("STEMMA_DATA"), "folder that holds language/trees")
	c := course(fs)
	if err := fs.Parse(args); err != nil {
		return err
	}
	var train []lang.Tree
	dev := map[string][]lang.Tree{}
	for _, name := range []string{"ewt", "gumfree"} {
		t, err := treebank(*dir, name+"-train")
		if err != nil {
			return err
		}
		train = append(train, t...)
		if dev[name+"-dev"], err = treebank(*dir, name+"-dev"); err != nil {
			return err
		}
	}
	var model []byte
	switch what {
	case "tags":
		model = lang.LearnTags(train, *c)
	case "trees":
		model = lang.LearnTrees(train, *c)
	case "bounds":
		tags, err := parts("tags")
		if err != nil {
			return err
		}
		if model, err = lang.LearnBounds(train, tags, *c); err != nil {
			return err
		}
	case "nets":
		tags, err := parts("tags")
		if err != nil {
			return err
		}
		linear, err := parts("trees")
		if err != nil {
			return err
		}
		if model, err = lang.LearnNets(train, dev, tags, linear, *c); err != nil {
			return err
		}
	}
	c.Log("%s: %d bytes", what, len(model))
	return writeParts(out, what, model)
}

// silver is the file that the names step learns from besides the sets.
var silver string

func course(fs *flag.FlagSet) *lang.Course {
	c := &lang.Course{}
	start := time.Now()
	fs.Uint64Var(&c.Seed, "seed", 1, "of all chance")
	fs.IntVar(&c.Seeds, "runs", 2, "how many runs of a linear model are averaged")
	fs.IntVar(&c.Tags, "tags", 6, "epochs of the tagger")
	fs.IntVar(&c.Trees, "trees", 10, "epochs of the parser")
	fs.IntVar(&c.Nets, "nets", 9, "epochs of the parser's nets")
	fs.IntVar(&c.Rows, "rows", 600_000, "features kept of each parser")
	fs.IntVar(&c.Names, "names", 6, "epochs of the names")
	fs.IntVar(&c.NamePairs, "name-pairs", 100_000, "weights kept of the names")
	fs.StringVar(&silver, "silver", "kept", "file of news whose names teacher.py marked, to learn names from as well; kept: the marks that are kept here; none")
	c.Log = func(format string, args ...any) {
		fmt.Printf("%6.1fs ", time.Since(start).Seconds())
		fmt.Printf(format+"\n", args...)
	}
	return c
}

// treebank reads a compressed treebank with the xz command.
func treebank(dir, name string) ([]lang.Tree, error) {
	b, err := unpack(dir, name)
	if err != nil {
		return nil, err
	}
	return lang.ReadTrees(bytes.NewReader(b))
}

func unpack(dir, name string) ([]byte, error) {
	path := filepath.Join(dir, "language", "trees", name+".conllu.xz")
	b, err := exec.Command("xz", "-dc", path).Output()
	if err != nil {
		return nil, fmt.Errorf("unpack %s: %w", path, err)
	}
	return b, nil
}
