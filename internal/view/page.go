package view

import (
	"context"
	"encoding/json"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// Page is one capture and the articles read out of it.
type Page struct {
	stemma.Capture
	Articles []Brief
}

// Pages returns limit captures in order of their ids, from offset on, and how
// many there are.
func (r *Reader) Pages(ctx context.Context, offset, limit int) ([]Page, int, error) {
	var out []Page
	n := 0
	err := each(ctx, r.rec, "capture", func(_ string, c *stemma.Capture) error {
		if n >= offset && (limit <= 0 || n < offset+limit) {
			p, err := r.page(ctx, c)
			if err != nil {
				return err
			}
			out = append(out, *p)
		}
		n++
		return nil
	})
	sort.SliceStable(out, func(i, j int) bool { return out[i].Page < out[j].Page })
	return out, n, err
}

// Page returns the capture of an id.
func (r *Reader) Page(ctx context.Context, id string) (*Page, error) {
	c, err := get[stemma.Capture](ctx, r.rec, "capture", id)
	if err != nil {
		return nil, err
	}
	return r.page(ctx, c)
}

func (r *Reader) page(ctx context.Context, c *stemma.Capture) (*Page, error) {
	p := &Page{Capture: *c}
	as, err := about[stemma.Article](ctx, r.rec, "article", c.ID)
	if err != nil {
		return nil, err
	}
	for i := range as {
		if as[i].Capture == c.ID {
			if err := r.keep(&as[i]); err != nil {
				return nil, err
			}
		}
	}
	sort.SliceStable(as, func(i, j int) bool { return begins(&as[i]) < begins(&as[j]) })
	for i := range as {
		if as[i].Capture != c.ID {
			continue
		}
		b, err := r.brief(ctx, as[i].ID)
		if err != nil {
			return nil, err
		}
		p.Articles = append(p.Articles, b)
	}
	return p, nil
}

// begins is where an article begins in its capture.
func begins(a *stemma.Article) int {
	if len(a.Source) == 0 {
		return 0
	}
	return a.Source[0].Range.Start
}

// SkipLine is one reason, and the pages not read for it.
type SkipLine struct {
	Stage, Why string
	Pages      []string
}

// Skips lists what was not read, by reason, the most frequent first.
func (r *Reader) Skips(ctx context.Context) ([]SkipLine, error) {
	var out []SkipLine
	err := each(ctx, r.rec, "skip", func(_ string, s *stemma.Skip) error {
		l := within(&out, func(l *SkipLine) bool { return l.Stage == s.Stage && l.Why == s.Why }, SkipLine{Stage: s.Stage, Why: s.Why})
		l.Pages = append(l.Pages, s.Page)
		return nil
	})
	for i := range out {
		sort.Strings(out[i].Pages)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if len(out[i].Pages) != len(out[j].Pages) {
			return len(out[i].Pages) > len(out[j].Pages)
		}
		return out[i].Why < out[j].Why
	})
	return out, err
}

// Corrections lists what people decided, oldest first.
func (r *Reader) Corrections(ctx context.Context) ([]stemma.Correction, error) {
	var out []stemma.Correction
	err := each(ctx, r.rec, "correction", func(_ string, c *stemma.Correction) error {
		out = append(out, *c)
		return nil
	})
	sort.SliceStable(out, func(i, j int) bool { return out[i].At.Before(out[j].At) })
	return out, err
}

// Logged is one entry of the record's log.
type Logged struct {
	Seq    int             `json:"seq"`
	At     string          `json:"at"`
	What   string          `json:"what"`
	Detail json.RawMessage `json:"detail"`
}

// Log lists the last limit entries of the record's log, oldest first; a record
// read from lines has none. A limit of 0 lists all.
func (r *Reader) Log(ctx context.Context, limit int) ([]Logged, error) {
	var out []Logged
	err := each(ctx, r.rec, "log", func(_ string, e *Logged) error {
		out = append(out, *e)
		return nil
	})
	if limit > 0 && len(out) > limit {
		out = out[len(out)-limit:]
	}
	return out, err
}

// Found is one article that a search found, with the words around the first
// place.
type Found struct {
	Article             Brief
	Before, Hit, Behind string
	Spans               []stemma.Span
}

// Search returns the articles that hold words, best first.
func (r *Reader) Search(ctx context.Context, words string, limit int) ([]Found, error) {
	if strings.TrimSpace(words) == "" {
		return nil, nil
	}
	hits, err := r.rec.Search(ctx, words, limit)
	if err != nil {
		return nil, err
	}
	var out []Found
	for _, h := range hits {
		a, err := r.article(ctx, h.Article)
		if err != nil {
			return nil, err
		}
		b, err := r.brief(ctx, h.Article)
		if err != nil {
			return nil, err
		}
		f := Found{Article: b, Spans: h.Snippet}
		at := stemma.Span{}
		if len(h.Snippet) > 0 && h.Snippet[0].End <= len(a.Text) && h.Snippet[0].Start >= 0 {
			at = h.Snippet[0]
		}
		f.Before = tail(a.Text[:at.Start], 90)
		f.Hit = a.Text[at.Start:at.End]
		f.Behind = head(a.Text[at.End:], 140)
		out = append(out, f)
	}
	return out, nil
}

// head is at most n bytes of s, whole words, with an ellipsis where cut; tail
// the same from the end. Line breaks become spaces.
func head(s string, n int) string {
	if len(s) > n {
		if i := strings.LastIndexAny(s[:n], " \n"); i > 0 {
			s = s[:i] + " …"
		} else {
			s = strings.ToValidUTF8(s[:n], "") + "…"
		}
	}
	return strings.ReplaceAll(s, "\n", " ")
}

func tail(s string, n int) string {
	if len(s) > n {
		s = s[len(s)-n:]
		if i := strings.IndexAny(s, " \n"); i >= 0 {
			s = "… " + s[i+1:]
		} else {
			s = strings.ToValidUTF8(s, "")
		}
	}
	return strings.ReplaceAll(s, "\n", " ")
}
