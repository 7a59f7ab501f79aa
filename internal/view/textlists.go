package view

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
)

func exacts(cites []stemma.Cite) []string {
	var out []string
	for _, c := range cites {
		if c.Exact != "" {
			out = append(out, c.Exact)
		}
	}
	return out
}

func textStories(ctx context.Context, p *printer, r *Reader) error {
	stories, err := r.Stories(ctx)
	if err != nil {
		return err
	}
	for i, s := range stories {
		if i == mostTitles {
			p.otherStories(stories[i:], stories[:i])
			return nil
		}
		v, err := Of(r.rec).Story(ctx, s.ID, 0)
		if err != nil {
			return err
		}
		p.story(v, 0)
	}
	return nil
}

// Most lines the timeline prints; -json prints all.
const mostTimeline = 1000

func textTimeline(ctx context.Context, p *printer, r *Reader) error {
	t, err := r.Timeline(ctx, 0, mostTimeline)
	if err != nil {
		return err
	}
	for _, it := range t.Items {
		if it.Event != nil {
			p.event(it.Event, 0, false)
			continue
		}
		if s := it.Saying; s.Direct {
			p.row(0, 16, day(s.Date), s.Speaker+": "+cut(quoted(s.Text, "direct"), 2*(p.width-16)))
			if s.Standing.Whole != nil {
				p.in(16, "= "+s.Standing.Ladder().Counts()+"; "+s.Standing.Ladder().Named())
			}
		}
	}
	if t.Total > len(t.Items) {
		p.in(0, fmt.Sprintf("… and %d lines more: see them with -json", t.Total-len(t.Items)))
	}
	return nil
}

func textSayings(ctx context.Context, p *printer, r *Reader) error {
	all, n, err := r.Sayings(ctx, 0, mostTimeline)
	if err != nil {
		return err
	}
	p.sayings(all, 0, 0)
	if n > len(all) {
		p.in(0, fmt.Sprintf("… and %d more: see them with -json", n-len(all)))
	}
	return nil
}

func textQuotes(ctx context.Context, p *printer, r *Reader) error {
	return r.eachArticle(ctx, func(b Brief) error {
		qs, err := r.Quotes(ctx, b.ID)
		if err != nil || len(qs) == 0 {
			return err
		}
		p.head(b.Heading() + " (" + b.Name() + ")")
		for _, q := range qs {
			p.in(2, q.Said())
			chain, _ := q.Way()
			p.para("    ", "      ", chain+" ("+strings.Join(nonEmpty(q.Quote.Kind, q.Quote.Stance), ", ")+")"+tag(q.Quote.ID))
		}
		return nil
	})
}

// eachArticle calls f with the brief of every article, page by page.
func (r *Reader) eachArticle(ctx context.Context, f func(Brief) error) error {
	pages, _, err := r.Pages(ctx, 0, 0)
	if err != nil {
		return err
	}
	for _, pg := range pages {
		for _, b := range pg.Articles {
			if err := f(b); err != nil {
				return err
			}
		}
	}
	return nil
}

func textEvents(ctx context.Context, p *printer, r *Reader) error {
	lines, n, err := r.rec.Dated(ctx, "event", 0, mostTimeline)
	if err != nil {
		return err
	}
	for _, l := range lines {
		e, err := r.Event(ctx, l.ID)
		if err != nil {
			return err
		}
		p.event(e, 0, false)
	}
	if n > len(lines) {
		p.in(0, fmt.Sprintf("… and %d more: see them with -json", n-len(lines)))
	}
	return nil
}

// Figures returns the ledgers of the whole record.
func (r *Reader) Figures(ctx context.Context) ([]Ledger, error) {
	var all []stemma.Figure
	err := each(ctx, r.rec, "figure", func(_ string, f *stemma.Figure) error {
		all = append(all, *f)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return r.ledgers(ctx, all)
}

func textFigures(ctx context.Context, p *printer, r *Reader) error {
	ls, err := r.Figures(ctx)
	if err != nil {
		return err
	}
	for _, l := range ls {
		p.head(strings.ToUpper(l.Measure))
		p.ledgers([]Ledger{l}, 2, 0)
	}
	return nil
}

// Families lists limit families in order of their ids, from offset on, and how
// many there are.
func (r *Reader) Families(ctx context.Context, offset, limit int) ([]*Family, int, error) {
	var out []*Family
	n := 0
	err := each(ctx, r.rec, "family", func(_ string, f *stemma.Family) error {
		if n >= offset && (limit <= 0 || n < offset+limit) {
			v, err := r.family(ctx, f)
			if err != nil {
				return err
			}
			out = append(out, v)
		}
		n++
		return nil
	})
	return out, n, err
}

func textFamilies(ctx context.Context, p *printer, r *Reader) error {
	fs, n, err := r.Families(ctx, 0, mostTimeline)
	if err != nil {
		return err
	}
	for _, f := range fs {
		p.head(f.Title() + ": " + count(f.Pages, "page") + ", one voice" + tag(f.ID))
		if err := p.family(ctx, r, f, 2, mostShown); err != nil {
			return err
		}
	}
	if n > len(fs) {
		p.in(0, fmt.Sprintf("… and %d more: see them with -json", n-len(fs)))
	}
	return nil
}

func textCopies(ctx context.Context, p *printer, r *Reader) error {
	return each(ctx, r.rec, "copy", func(_ string, c *stemma.Copy) error {
		v, err := r.copy(ctx, *c)
		if err != nil {
			return err
		}
		arrow := map[string]string{"a-to-b": "->", "b-to-a": "<-"}[c.Direction]
		if arrow == "" {
			arrow = "--"
		}
		p.para("", "  ", fmt.Sprintf("%s %s %s: %s, %.0f%% of the words of the second, %.0f%% of the first: %s",
			v.InA.Name(), arrow, v.InB.Name(), c.Relation, 100*c.Same, 100*c.SameA, strings.Join(c.Why, "; ")))
		return nil
	})
}

func textPages(ctx context.Context, p *printer, r *Reader) error {
	pages, _, err := r.Pages(ctx, 0, 0)
	if err != nil {
		return err
	}
	for _, pg := range pages {
		p.head(fmt.Sprintf("%s (%s, %d bytes)", pg.Page, pg.Media, pg.Bytes))
		if len(pg.Articles) == 0 {
			p.in(2, "no article read out of it")
		}
		for _, b := range pg.Articles {
			label := b.Kind
			if b.Number > 0 {
				label += fmt.Sprintf(" %d", b.Number)
			}
			words := nonEmpty(b.Title, b.Name())
			if b.Published != nil {
				words = append(words, When(b.Published))
			}
			p.row(2, 10, label, strings.Join(words, " · ")+" · "+count(b.Words, "word")+tag(b.ID))
		}
	}
	return nil
}

func textSkips(ctx context.Context, p *printer, r *Reader) error {
	ss, err := r.Skips(ctx)
	if err != nil {
		return err
	}
	for _, s := range ss {
		p.head(s.Stage + ": " + s.Why)
		for _, pg := range s.Pages {
			p.in(2, pg)
		}
	}
	return nil
}

func textLog(ctx context.Context, p *printer, r *Reader) error {
	cs, err := r.Corrections(ctx)
	if err != nil {
		return err
	}
	if len(cs) > 0 {
		p.head("DECIDED BY PEOPLE")
	}
	undone := map[string]bool{}
	for _, c := range store.Undone(cs) {
		undone[c] = true
	}
	for _, c := range cs {
		var on []string
		for _, o := range c.Operands {
			if o.Exact != "" {
				on = append(on, "“"+o.Exact+"”")
			} else {
				on = append(on, o.Of+" "+o.Capture)
			}
		}
		if c.Undoes != "" {
			on = []string{string(c.Undoes)}
		}
		words := fmt.Sprintf("%s: %s: %s", c.Who, c.Verb, strings.Join(on, ", "))
		if c.Why != "" {
			words += " (" + c.Why + ")"
		}
		if undone[c.ID] {
			words += " · undone"
		}
		p.row(2, 18, c.At.UTC().Format("2006-01-02 15:04"), words+tag(c.ID))
	}
	es, err := r.Log(ctx, 0)
	if err != nil {
		return err
	}
	if len(es) > 0 {
		p.head("DONE")
	}
	for _, e := range es {
		at, _, _ := strings.Cut(e.At, ".")
		p.row(2, 22, at, e.What+" "+detail(e.Detail))
	}
	return nil
}

// detail is what a line of the log tells, lists by their length.
func detail(j json.RawMessage) string {
	var d map[string]any
	if json.Unmarshal(j, &d) != nil {
		return string(j)
	}
	var out []string
	for _, k := range slices.Sorted(maps.Keys(d)) {
		switch v := d[k].(type) {
		case []any:
			out = append(out, fmt.Sprintf("%s: %d", k, len(v)))
		case string, float64, bool:
			if v != "" {
				out = append(out, fmt.Sprintf("%s: %v", k, v))
			}
		}
	}
	return strings.Join(out, ", ")
}
