package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
)

// The verbs of corrections.
const (
	VerbJoin   = "join"   // the operands are one
	VerbPart   = "part"   // no two of the operands are one
	VerbStrike = "strike" // the operands are no lines, or sources nothing is to rest on
	VerbForget = "forget" // the captures are gone, and stay out
	VerbUndo   = "undo"
)

// ErrOperand says that a line cannot be an operand of a verb.
var ErrOperand = errors.New("cannot be corrected so")

// Decision is what a person decided, named by ids of lines.
type Decision struct {
	Verb     string
	IDs      []string // for forget: pages, captures or articles; for strike: or names of sources
	Who, Why string
	At       time.Time
}

// Correct records a decision and publishes what follows from it. Joined things
// are named by their first member: what is kept are captures and their bytes.
func Correct(ctx context.Context, st *store.Store, d Decision) (stemma.Correction, error) {
	c, err := proposed(ctx, st, d)
	if err != nil {
		return c, err
	}
	err = st.Write(ctx, func(tx *store.Tx) error {
		if err := tx.AddCorrection(c); err != nil || c.Verb != VerbForget {
			return err
		}
		for _, o := range c.Operands {
			if err := tx.Forget(o.Capture); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return c, err
	}
	if _, err = Publish(ctx, st, Options{}); err == nil && c.Verb == VerbForget {
		err = st.Shrink(ctx)
	}
	return c, err
}

// proposed returns the correction a decision makes, not yet recorded.
func proposed(ctx context.Context, st *store.Store, d Decision) (stemma.Correction, error) {
	c := stemma.Correction{Type: "correction", Verb: d.Verb, Who: d.Who, Why: d.Why, At: d.At.UTC()}
	var err error
	switch d.Verb {
	case VerbUndo:
		c.Undoes, err = undone(ctx, st, d.IDs[0])
	case VerbForget:
		c.Operands, err = pages(ctx, st, d.IDs)
	case VerbStrike:
		for _, id := range d.IDs {
			ops, _, oerr := operands(ctx, st, id, true)
			if errors.Is(oerr, store.ErrNotFound) {
				var o stemma.Operand
				o, oerr = source(ctx, st, id)
				ops = []stemma.Operand{o}
			}
			c.Operands, err = append(c.Operands, ops...), errors.Join(err, oerr)
		}
	default:
		c.Operands, err = alike(ctx, st, d.IDs)
	}
	if err != nil {
		return c, fmt.Errorf("%s %s: %w", d.Verb, strings.Join(d.IDs, " "), err)
	}
	c.ID = correctionID(c)
	return c, nil
}

func correctionID(c stemma.Correction) string {
	parts := []string{c.Verb, c.Who, c.At.Format(time.RFC3339Nano), c.Why, string(c.Undoes)}
	for _, o := range c.Operands {
		parts = append(parts, o.Capture, o.Of, fmt.Sprint(o.Spans))
		if o.Of == ofSource {
			parts = append(parts, o.Exact)
		}
	}
	return stemma.ID(stemma.CorrectID, parts...)
}

// shortest is the fewest characters by which a correction may be named.
const shortest = 6

// undone returns the correction an id, or its beginning, names.
func undone(ctx context.Context, st *store.Store, id string) (stemma.Ref, error) {
	all, err := st.Corrections(ctx)
	if err != nil {
		return "", err
	}
	var fits []string
	for _, c := range all {
		if len(id) >= shortest && strings.HasPrefix(c.ID, id) {
			fits = append(fits, c.ID)
		}
	}
	switch len(fits) {
	case 0:
		return "", store.ErrNotFound
	case 1:
		if slices.Contains(store.Undone(all), fits[0]) {
			return "", fmt.Errorf("%w: %s is undone already", ErrOperand, fits[0])
		}
		return stemma.Ref(fits[0]), nil
	}
	return "", fmt.Errorf("%w: more than one correction begins so", ErrOperand)
}

// pages returns the captures that labels, capture ids or article ids name.
func pages(ctx context.Context, st *store.Store, names []string) ([]stemma.Operand, error) {
	var out []stemma.Operand
	for _, n := range names {
		ids, err := st.Labelled(ctx, n)
		if err != nil {
			return nil, err
		}
		if len(ids) == 0 {
			id := n
			if typ, line, err := st.Line(ctx, n); err == nil && typ == "article" {
				var a stemma.Article
				if err := json.Unmarshal(line, &a); err != nil {
					return nil, err
				}
				id = a.Capture
			}
			if _, err := st.Capture(ctx, id); err != nil {
				return nil, err
			}
			ids = []string{id}
		}
		for _, id := range ids {
			if !slices.ContainsFunc(out, func(o stemma.Operand) bool { return o.Capture == id }) {
				out = append(out, stemma.Operand{Capture: id, Of: "capture"})
			}
		}
	}
	return out, nil
}

// kinds of lines that can be one with each other. A figure is one with the event
// that it counts.
var kindOf = map[string]string{
	"quote": "saying", "saying": "saying", "telling": "event", "event": "event", "figure": "event",
	"entity": "name", "article": "family", "family": "family",
}

// alike returns one operand for each line; all must be of one kind.
func alike(ctx context.Context, st *store.Store, ids []string) ([]stemma.Operand, error) {
	var out []stemma.Operand
	kind := ""
	for _, id := range ids {
		ops, typ, err := operands(ctx, st, id, false)
		if err != nil {
			return nil, err
		}
		k := kindOf[typ]
		if k == "" || kind != "" && k != kind {
			return nil, fmt.Errorf("%w: %s is of the type %s", ErrOperand, id, typ)
		}
		kind = k
		out = append(out, ops[0])
	}
	return out, nil
}

// operands returns the words a line rests on: of its first member, or of all.
func operands(ctx context.Context, st *store.Store, id string, all bool) ([]stemma.Operand, string, error) {
	typ, line, err := st.Line(ctx, id)
	if err != nil {
		return nil, typ, err
	}
	var l struct {
		Article  string
		Spans    []stemma.Span
		Cites    []stemma.Cite
		Parts    []stemma.SayingPart
		Tellings []string
		Articles []string
	}
	if err := json.Unmarshal(line, &l); err != nil {
		return nil, typ, err
	}
	var ops []stemma.Operand
	members := func(ids []string, as string) error {
		sort.Strings(ids)
		ids = slices.Compact(ids)
		if !all && len(ids) > 1 {
			ids = ids[:1]
		}
		for _, m := range ids {
			o, _, err := operands(ctx, st, m, true)
			if err != nil {
				return err
			}
			for i := range o {
				if !all {
					o[i].Of = as
				}
			}
			ops = append(ops, o...)
		}
		return nil
	}
	switch typ {
	case "quote":
		ops, err = at(ctx, st, l.Article, l.Spans, typ)
	case "telling", "figure":
		ops, err = at(ctx, st, l.Article, spansOf(l.Cites), typ)
	case "article":
		ops, err = at(ctx, st, id, nil, typ)
	case "entity":
		for _, c := range l.Cites {
			if len(ops) > 0 && !all {
				break
			}
			if len(c.Spans) > 0 {
				o, oerr := at(ctx, st, c.Article, c.Spans, typ)
				ops, err = append(ops, o...), errors.Join(err, oerr)
			}
		}
	case "saying":
		var quotes []string
		for _, p := range l.Parts {
			for _, q := range p.Quotes {
				quotes = append(quotes, q.Quote)
			}
		}
		err = members(quotes, typ)
	case "event":
		err = members(l.Tellings, typ)
	case "family":
		if all {
			return nil, typ, fmt.Errorf("%w: %s is of the type %s", ErrOperand, id, typ)
		}
		err = members(l.Articles, typ)
	default:
		err = fmt.Errorf("%w: %s is of the type %s", ErrOperand, id, typ)
	}
	if err == nil && len(ops) == 0 {
		err = fmt.Errorf("%w: %s rests on no words of a page", ErrOperand, id)
	}
	return ops, typ, err
}

// at returns the operand of spans of an article; without spans that of the
// article itself, which its first paragraph stands for.
func at(ctx context.Context, st *store.Store, article string, spans []stemma.Span, of string) ([]stemma.Operand, error) {
	_, line, err := st.Line(ctx, article)
	if err != nil {
		return nil, err
	}
	var a stemma.Article
	if err := json.Unmarshal(line, &a); err != nil {
		return nil, err
	}
	if spans == nil && len(a.Paragraphs) > 0 {
		spans = a.Paragraphs[:1]
	}
	exact, err := stemma.Exact(a.Text, spans)
	if err != nil {
		return nil, err
	}
	return []stemma.Operand{{Capture: a.Capture, Spans: a.Ranges(spans), Exact: exact, Of: of}}, nil
}
