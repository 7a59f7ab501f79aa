package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

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
	train, held, err := nameSets(*dir, *dev)
	if err != nil {
		return err
	}
	news, err := silverSet(*dir)
	if err != nil {
		return err
	}
	train = append(train, news...)
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

// Sources of names. Source 0 is the one whose idea of a name is the engine's.
const (
	uner = iota
	gum
	wikigold
	crossNER
)

// nameSets reads what names are learnt from. With dev, half of EWT's part and
// GUM's dev part are held back.
func nameSets(dir string, dev bool) (train []lang.NameText, held map[string][]lang.NameText, err error) {
	held = map[string][]lang.NameText{}
	for _, set := range []struct {
		name                 string
		size, weight, source int
	}{
		{"ewtdev", 12, 4, uner},
		{"wikigold", 12, 2, wikigold},
		{"crosspol", 6, 2, crossNER},
	} {
		all, err := nameSet(dir, set.name)
		if err != nil {
			return nil, nil, err
		}
		for i := 0; len(all) > 0; i++ {
			n := min(set.size, len(all))
			t := lang.NameText{Sentences: all[:n], Weight: set.weight, Source: set.source}
			all = all[n:]
			if dev && set.source == uner && i%2 == 1 {
				held[set.name] = append(held[set.name], t)
			} else {
				train = append(train, t)
			}
		}
	}
	for _, name := range []string{"gumfree-train", "gumfree-dev"} {
		texts, err := gumSet(dir, name)
		if err != nil {
			return nil, nil, err
		}
		if dev && name == "gumfree-dev" {
			held[name] = texts
		} else {
			train = append(train, texts...)
		}
	}
	return train, held, nil
}

// gumSet reads the names of GUM's entities, by document.
func gumSet(dir, name string) ([]lang.NameText, error) {
	b, err := unpack(dir, name)
	if err != nil {
		return nil, err
	}
	trees, err := lang.ReadEntities(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var texts []lang.NameText
	for i := 0; i < len(trees); {
		j := i + 1
		for j < len(trees) && trees[j].Starts != 2 {
			j++
		}
		texts = append(texts, lang.NameText{Sentences: trees[i:j], Weight: 1, Source: gum})
		i = j
	}
	return texts, nil
}

// nameSet reads the sentences of a set of names.
func nameSet(dir, name string) ([]lang.Tree, error) {
	f, err := os.Open(filepath.Join(dir, "language", "names", name+".tsv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := lang.ReadNames(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return all, nil
}

// silverSet reads news whose names another model marked; it counts as EWT's,
// whose idea of a name it was marked with.
func silverSet(dir string) ([]lang.NameText, error) {
	switch silver {
	case "kept":
		return keptSilver(dir)
	case "none":
		return nil, nil
	}
	return readSilver(silver)
}

// readSilver reads what teacher.py writes.
func readSilver(path string) ([]lang.NameText, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []lang.NameText
	for doc := range strings.SplitSeq(string(b), newDocument) {
		t, err := lang.ReadNames(strings.NewReader(doc))
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		if len(t) > 0 {
			out = append(out, lang.NameText{Sentences: t, Weight: 1, Source: uner})
		}
	}
	return out, nil
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
	return lang.Unpack(b)
}
