package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"github.com/stemma-news/stemma/internal/lang"
)

// names learns the names model, with the tagger that stands in the data.
func names(args []string) error {
	fs := flag.NewFlagSet("names", flag.ContinueOnError)
	dir := fs.String("data", os.Getenv("STEMMA_DATA"), "folder that holds language/names and language/trees")
	dev := fs.Bool("dev", false, "leave the dev parts out of learning and score them")
	c := course(fs)
	if err := fs.Parse(args); err != nil {
		return err
	}
	tags, err := parts("tags")
	if err != nil {
		return err
	}
	var train []lang.NameText
	held := map[string][]lang.NameText{}
	for _, set := range []struct {
		name   string
		size   int // sentences of a document, where the set does not say
		weight int
		dev    bool
	}{
		{"ewtdev", 12, 4, true},
		{"gumtrain", 40, 1, false},
		{"gumdev", 40, 1, true},
		{"wikigold", 12, 2, false},
		{"crosspol", 6, 2, false},
	} {
		texts, err := nameSet(*dir, set.name, set.size, set.weight)
		if err != nil {
			return err
		}
		if !set.dev || !*dev {
			train = append(train, texts...)
			continue
		}
		for i, t := range texts {
			if set.name == "ewtdev" && i%2 == 0 {
				train = append(train, t)
			} else {
				held[set.name] = append(held[set.name], t)
			}
		}
	}
	model, err := lang.LearnNames(train, tags, *c)
	if err != nil {
		return err
	}
	c.Log("names: %d bytes", len(model))
	for name, texts := range held {
		f, err := lang.ScoreNames(model, tags, texts)
		if err != nil {
			return err
		}
		c.Log("%s: persons %.1f places %.1f organisations %.1f all %.1f (%.1f, %.1f)", name, f[0], f[1], f[2], f[3], f[4], f[5])
	}
	if *dev {
		return nil
	}
	return writeParts(out, "names", model)
}

// nameSet reads a set of names as documents of size sentences.
func nameSet(dir, name string, size, weight int) ([]lang.NameText, error) {
	f, err := os.Open(filepath.Join(dir, "language", "names", name+".tsv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := lang.ReadNames(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var texts []lang.NameText
	for len(all) > 0 {
		n := min(size, len(all))
		texts = append(texts, lang.NameText{Sentences: all[:n], Weight: weight})
		all = all[n:]
	}
	return texts, nil
}

// parts reads a file that writeParts wrote.
func parts(name string) ([]byte, error) {
	files, err := filepath.Glob(filepath.Join(out, name+".*"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no %s in %s: learn them first", name, out)
	}
	sort.Strings(files)
	var b []byte
	for _, f := range files {
		p, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		b = append(b, p...)
	}
	return b, nil
}
