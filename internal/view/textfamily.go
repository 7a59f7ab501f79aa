package view

import (
	"context"
	"strings"

	"github.com/stemma-news/stemma/internal/reuse"
)

// family sets the tree of a family, and what its members cut, added and
// changed: most places of each, 0 for all.
func (p *printer) family(ctx context.Context, r *Reader, f *Family, indent, most int) error {
	p.families([]*Family{f}, indent, 0)
	vs, left, err := r.Readings(ctx, f)
	if err != nil {
		return err
	}
	for i := range vs {
		p.reading(&vs[i], indent, most)
	}
	if left > 0 {
		p.in(indent, more(left, "text")+" not compared here")
	}
	return nil
}

// reading sets what a member changed, what bears on the story first:
//
//	Coast Daily beside The Lake Post, which it descends from: cut 9 words, changed 1 place
//	  ! number    “eleven” now reads “12”
//	  cut         “and worry about the winter months”
func (p *printer) reading(v *Reading, indent, most int) {
	s := strings.Repeat(" ", indent)
	p.para(s, s+"  ", v.Heading()+": "+v.Counts())
	for i := range v.Changes {
		if most > 0 && i == most {
			p.in(indent+2, more(len(v.Changes)-i, "change"))
			return
		}
		c := &v.Changes[i]
		label := c.Kind
		if len(c.Flags) > 0 {
			label = "! " + strings.Join(c.Flags, ", ")
		}
		p.row(indent+2, 12, label, changed(c))
	}
}

// changed is a change in words: "“not” is cut".
func changed(c *Change) string {
	was, now := "“"+c.Before()+"”", "“"+c.After()+"”"
	switch {
	case c.Kind == reuse.Cut && len(c.Flags) > 0:
		return was + " is cut"
	case c.Kind == reuse.Cut:
		return was
	case c.Kind == reuse.Added && len(c.Flags) > 0:
		return now + " is added"
	case c.Kind == reuse.Added:
		return now
	}
	return was + " now reads " + now
}
