package view

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/reuse"
)

// Reading is how a member of a family reads beside the text it descends from.
type Reading struct {
	Article, Beside Brief
	// Parent says that Beside is the text it descends from. Else the two
	// descend from one unseen text, and Beside is the longest of those that do.
	Parent bool
	Sure   float64 // of that, 0 to 1, 0 where nothing says
	// Known says that the record knows the passages the two share. Without
	// them nothing is compared.
	Known bool
	// Changes are in order of the member's text, those with flags first.
	Changes []Change
}

// Change is one place where a member reads otherwise.
type Change struct {
	Kind string // reuse.Cut, reuse.Added or reuse.Changed
	// Was is the words in the text beside it, Now those of the member; without
	// words and spans where there are none.
	Was, Now stemma.Cite
	// Flags say what of weight stands on one side alone: number, name, hedge,
	// negation.
	Flags []string
}

// shown is the sureness from which a descent rests on more than words and clocks.
const shown = 0.8

// mostReadings is how many members of a family are compared for one answer:
// each costs an alignment of two texts.
const mostReadings = 100

// Readings returns how the members of a family read beside the texts they
// descend from, in the order of its tree, and how many members more there are.
func (r *Reader) Readings(ctx context.Context, f *Family) ([]Reading, int, error) {
	var out []Reading
	beside(nil, f.Tree, &out)
	more := max(0, len(out)-mostReadings)
	out = out[:len(out)-more]
	for i := range out {
		if err := r.reading(ctx, &out[i]); err != nil {
			return nil, 0, err
		}
	}
	return out, more, nil
}

// beside pairs each text of nodes with its parent; where that is unseen or
// there is none, with the longest of nodes.
func beside(parent *Brief, nodes []*Node, out *[]Reading) {
	base := parent
	if base == nil {
		for _, n := range nodes {
			if n.Article != nil && (base == nil || n.Article.Words > base.Words) {
				base = n.Article
			}
		}
	}
	for _, n := range nodes {
		if n.Article != nil && n.Article != base {
			*out = append(*out, Reading{Article: *n.Article, Beside: *base, Parent: parent != nil, Sure: n.Sure})
		}
		beside(n.Article, n.Children, out)
	}
}

// reading fills in what changed.
func (r *Reader) reading(ctx context.Context, v *Reading) error {
	c, err := r.copyOf(ctx, v.Beside.ID, v.Article.ID)
	if err != nil || c == nil || len(c.A.Spans) == 0 {
		return err
	}
	a, err := r.article(ctx, v.Beside.ID)
	if err != nil {
		return err
	}
	b, err := r.article(ctx, v.Article.ID)
	if err != nil {
		return err
	}
	v.Known = true
	var plain []Change
	for _, d := range reuse.Differences(a, b, *c) {
		x := Change{Kind: d.Kind, Was: words(a, d.A), Now: words(b, d.B), Flags: d.Flags}
		if len(d.Flags) > 0 {
			v.Changes = append(v.Changes, x)
		} else {
			plain = append(plain, x)
		}
	}
	v.Changes = append(v.Changes, plain...)
	return nil
}

func words(a *stemma.Article, s stemma.Span) stemma.Cite {
	if s.Start >= s.End {
		return stemma.Cite{}
	}
	return a.Cite(s)
}

// copyOf returns the record's copy between two articles, a as its first side,
// nil where it knows none. Lines that do not name both are not decoded.
func (r *Reader) copyOf(ctx context.Context, a, b string) (*stemma.Copy, error) {
	var out *stemma.Copy
	err := r.rec.About(ctx, "copy", b, func(id string, line []byte) error {
		if out != nil || !bytes.Contains(line, []byte(a)) {
			return nil
		}
		c := new(stemma.Copy)
		if err := json.Unmarshal(line, c); err != nil {
			return fmt.Errorf("read copy %s: %w", id, err)
		}
		switch {
		case c.A.Article == a && c.B.Article == b:
		case c.A.Article == b && c.B.Article == a:
			turn(c)
		default:
			return nil
		}
		out = c
		return nil
	})
	return out, err
}

// turn makes the first side of a copy the second.
func turn(c *stemma.Copy) {
	c.A, c.B = c.B, c.A
	c.Same, c.SameA = c.SameA, c.Same
	c.SameOwn, c.SameOwnA = c.SameOwnA, c.SameOwn
	c.SameSaid, c.SameSaidA = c.SameSaidA, c.SameSaid
	switch c.Direction {
	case "a-to-b":
		c.Direction = "b-to-a"
	case "b-to-a":
		c.Direction = "a-to-b"
	}
}

// Flagged are the changes that bear on what is told, Other the rest.
func (v *Reading) Flagged() []Change { return v.Changes[:v.flagged()] }

// Other are the changes without a flag.
func (v *Reading) Other() []Change { return v.Changes[v.flagged():] }

func (v *Reading) flagged() int {
	n := 0
	for n < len(v.Changes) && len(v.Changes[n].Flags) > 0 {
		n++
	}
	return n
}

// Heading says what is laid beside what: "Coast Daily beside The Lake Post,
// which it descends from".
func (v *Reading) Heading() string {
	if v.Parent {
		how := "descends from"
		if v.Sure > 0 && v.Sure < shown {
			how = "most likely descends from (no page says so)"
		}
		return v.Article.Name() + " beside " + v.Beside.Name() + ", which it " + how
	}
	return v.Article.Name() + " beside " + v.Beside.Name() + ", the longest text here of the same descent"
}

// Counts says how much changed: "cut 214 words, added 12 words, changed 3
// places".
func (v *Reading) Counts() string {
	if !v.Known {
		return "no passage is known that the two share"
	}
	var parts []string
	in := func(kind string, of func(*Change) string) int {
		n := 0
		for i := range v.Changes {
			if v.Changes[i].Kind == kind {
				n += len(strings.Fields(of(&v.Changes[i])))
			}
		}
		return n
	}
	if n := in(reuse.Cut, func(c *Change) string { return c.Was.Exact }); n > 0 {
		parts = append(parts, "cut "+count(n, "word"))
	}
	if n := in(reuse.Added, func(c *Change) string { return c.Now.Exact }); n > 0 {
		parts = append(parts, "added "+count(n, "word"))
	}
	n := 0
	for _, c := range v.Changes {
		if c.Kind == reuse.Changed {
			n++
		}
	}
	if n > 0 {
		parts = append(parts, "changed "+count(n, "place"))
	}
	if len(parts) == 0 {
		return "the same words"
	}
	return strings.Join(parts, ", ")
}

// longestChange is the most bytes of a change that lists show.
const longestChange = 240

// Before is the words in the text beside, cut short where they are many.
func (c *Change) Before() string { return brief(c.Was.Exact) }

// After is the words of the member, cut short where they are many.
func (c *Change) After() string { return brief(c.Now.Exact) }

func brief(s string) string {
	short := head(s, longestChange)
	if len(s) > longestChange {
		short += " (" + count(len(strings.Fields(s)), "word") + ")"
	}
	return short
}
