// Package export writes the record in the formats other tools read.
package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/view"
)

// Types are the types of lines in the order JSONL writes them.
var Types = []string{
	"capture", "article", "entity", "quote", "saying", "telling", "event",
	"figure", "copy", "family", "story", "standing", "correction", "skip", "event_mentions",
}

// ErrType says that lines of that type do not exist.
var ErrType = errors.New("no such type of line")

// JSONL writes the whole record as JSON lines: the header, then the lines of
// each of [Types], each type in order of id. The same record gives the same
// bytes.
func JSONL(ctx context.Context, w io.Writer, rec view.Record) error {
	return Lines(ctx, w, rec, Types...)
}

// Lines writes the header and the lines of some types, in order of id.
func Lines(ctx context.Context, w io.Writer, rec view.Record, types ...string) error {
	b := bufio.NewWriterSize(w, 1<<16)
	header, err := stemma.Encode(stemma.NewHeader())
	if err != nil {
		return err
	}
	put := func(_ string, line []byte) error {
		b.Write(line)
		return b.WriteByte('\n')
	}
	if err := put("", header); err != nil {
		return fmt.Errorf("write header: %w", err)
	}
	for _, typ := range types {
		if err := rec.Lines(ctx, typ, put); err != nil {
			return fmt.Errorf("write lines of type %s: %w", typ, err)
		}
	}
	return b.Flush()
}

// New returns an empty value of the vocabulary's type for a type of line, to
// decode it into, or ErrType.
func New(typ string) (any, error) {
	switch typ {
	case "capture":
		return new(stemma.Capture), nil
	case "article":
		return new(stemma.Article), nil
	case "entity":
		return new(stemma.Entity), nil
	case "quote":
		return new(stemma.Quote), nil
	case "saying":
		return new(stemma.Saying), nil
	case "telling":
		return new(stemma.Telling), nil
	case "event":
		return new(stemma.Event), nil
	case "event_mentions":
		return new(stemma.EventMentions), nil
	case "figure":
		return new(stemma.Figure), nil
	case "copy":
		return new(stemma.Copy), nil
	case "family":
		return new(stemma.Family), nil
	case "story":
		return new(stemma.Story), nil
	case "standing":
		return new(stemma.Standing), nil
	case "correction":
		return new(stemma.Correction), nil
	case "skip":
		return new(stemma.Skip), nil
	case "stemma":
		return new(stemma.Header), nil
	}
	return nil, fmt.Errorf("%q: %w", typ, ErrType)
}
