package export

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/view"
)

// Format is a form the record can be written in.
type Format struct {
	Name  string
	About string
	// Trees says that it writes trees of families and no other lines, so that
	// families can be named to it.
	Trees bool
}

// Formats are all of them in the order of the help.
var Formats = []Format{
	{"jsonl", "the whole record as JSON lines", false},
	{"plover", "every telling of an event as a row of tab-separated values: PLOVER type and mode, CAMEO root, actors, date, place, offsets, rule", false},
	{"mentions", "every event mention as a row of tab-separated values: word, lemma, tense, polarity, modality, who, whom, offsets", false},
	{"dot", "the trees of families for Graphviz, a digraph each", true},
	{"graphml", "the trees of families as GraphML, a graph each", true},
}

// ErrFormat says that there is no such format, or that it takes no ids.
var ErrFormat = errors.New("no such format")

// FormatNames is the names of all formats: "jsonl, dot, graphml".
func FormatNames() string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// Lookup returns the format of a name, or ErrFormat.
func Lookup(name string) (Format, error) {
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("%q: %w", name, ErrFormat)
}

// Write writes the record in a format. ids name families, or articles, which
// stand for the families they are in; with none, a format of trees writes every
// family that has more than one text, in order of id: a text alone has no tree.
// The error is ErrFormat for ids with a format of lines, and view.ErrNotFound
// for an id that is neither.
func Write(ctx context.Context, w io.Writer, rec view.Record, format Format, ids ...string) error {
	if !format.Trees {
		if len(ids) > 0 {
			return fmt.Errorf("%s of some lines only: %w", format.Name, ErrFormat)
		}
		if format.Name == "plover" {
			return PLOVER(ctx, w, rec)
		}
		if format.Name == "mentions" {
			return Mentions(ctx, w, rec)
		}
		return JSONL(ctx, w, rec)
	}
	b := bufio.NewWriterSize(w, 1<<16)
	put := func(f *stemma.Family) error { return WriteDOT(b, *f) }
	end := b.Flush
	if format.Name == "graphml" {
		put = func(f *stemma.Family) error { return elementML(b, familyML(*f)) }
		end = func() error { return errors.Join(rawML(b, closeML), b.Flush()) }
	}
	named, err := familiesOf(ctx, rec, ids) // before a byte is written
	if err != nil {
		return err
	}
	if format.Name == "graphml" {
		if err := beginML(b); err != nil {
			return err
		}
	}
	for i := range named {
		if err := put(&named[i]); err != nil {
			return err
		}
	}
	if len(ids) == 0 {
		if err := eachTree(ctx, rec, put); err != nil {
			return err
		}
	}
	return end()
}

// eachTree calls f with every family of more than one text.
func eachTree(ctx context.Context, rec view.Record, f func(*stemma.Family) error) error {
	return rec.Lines(ctx, "family", func(id string, line []byte) error {
		var v stemma.Family
		if err := json.Unmarshal(line, &v); err != nil {
			return fmt.Errorf("read family %s: %w", id, err)
		}
		if len(v.Nodes) < 2 {
			return nil
		}
		return f(&v)
	})
}

// familiesOf returns the families of ids, each once, in the order named.
func familiesOf(ctx context.Context, rec view.Record, ids []string) ([]stemma.Family, error) {
	var out []stemma.Family
	seen := map[string]bool{}
	add := func(id string, line []byte) error {
		var v stemma.Family
		if err := json.Unmarshal(line, &v); err != nil {
			return fmt.Errorf("read family %s: %w", id, err)
		}
		if !seen[v.ID] {
			seen[v.ID] = true
			out = append(out, v)
		}
		return nil
	}
	for _, id := range ids {
		typ, line, err := rec.Line(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("family %s: %w", id, err)
		}
		switch typ {
		case "family":
			err = add(id, line)
		case "article":
			err = rec.About(ctx, "family", id, add)
		default:
			err = fmt.Errorf("%s is of type %s, and no family: %w", id, typ, view.ErrNotFound)
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
