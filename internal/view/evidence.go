package view

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/stemma-news/stemma"
)

// Evidence is where a line stands to the letter.
type Evidence struct {
	Type string
	ID   string
	// Joined says that the line is joined of others (a saying, an event, a
	// family, a story) or names them (an entity): it has no one place.
	Joined  bool
	Capture string
	Article *stemma.Article // nil for a whole capture
	Spans   []stemma.Span   // of the article's text
	// Cites are further words the line rests on: tellers of its chain.
	Cites []stemma.Cite
	Chain []stemma.Hop
	// Speaker and Kind say of a quote what it is.
	Speaker, Kind string
	Note          string
}

// Evidence returns where the line of an id stands.
func (r *Reader) Evidence(ctx context.Context, id string) (*Evidence, error) {
	typ, line, err := r.rec.Line(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", id, err)
	}
	e := &Evidence{Type: typ, ID: id}
	article := ""
	switch typ {
	case "capture":
		e.Capture = id
		return e, nil
	case "article":
		article = id
	case "quote":
		var q stemma.Quote
		if err = json.Unmarshal(line, &q); err == nil {
			article, e.Spans, e.Chain, e.Speaker, e.Kind = q.Article, q.Spans, q.Chain, q.SpeakerText, q.Kind
			e.Note = q.Stance
			if q.Speaker != "" {
				e.Speaker, err = r.name(ctx, string(q.Speaker))
			}
		}
	case "telling":
		var t stemma.Telling
		if err = json.Unmarshal(line, &t); err == nil {
			article, e.Chain, e.Kind, e.Note = t.Article, t.Chain, t.Kind, t.Status
			e.take(t.Article, t.Cites)
		}
	case "figure":
		var f stemma.Figure
		if err = json.Unmarshal(line, &f); err == nil {
			article, e.Chain, e.Kind = f.Article, f.Chain, f.Measure
			e.Speaker, e.Note = f.AccordingTo, Number(&f)+" "+f.What
			e.take(f.Article, f.Cites)
		}
	default:
		e.Joined = true
		return e, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s %s: %w", typ, id, err)
	}
	if e.Article, err = r.article(ctx, article); err != nil {
		return nil, err
	}
	e.Capture = e.Article.Capture
	for _, h := range e.Chain {
		e.Cites = append(e.Cites, h.Cites...)
	}
	return e, nil
}

// take splits cites into the spans of an article and the rest.
func (e *Evidence) take(article string, cites []stemma.Cite) {
	for _, c := range cites {
		if c.Article == article {
			e.Spans = append(e.Spans, c.Spans...)
		} else {
			e.Cites = append(e.Cites, c)
		}
	}
}

// Captured is a stretch of a capture's bytes made readable.
type Captured struct {
	Page
	Pieces      []Piece
	From, Until int // bytes of the payload shown
	// Missing says that the record read here holds no payloads.
	Missing bool
}

// Piece is bytes of a capture that are alike: words of an article, a printed
// title, date or credit, or what was left out.
type Piece struct {
	Text    string
	Article string // id of the article it is words of
	Field   string // "title", "published", ...: a field was read from it
	Lit     bool
	First   bool // the first lit one
}

// mostBytes is how much of a capture is shown at once.
const mostBytes = 300_000

// Captured returns the bytes of a capture from about the first lit range on,
// or from the byte from where that is not negative, in pieces.
func (r *Reader) Captured(ctx context.Context, id string, lit []stemma.Range, from int) (*Captured, error) {
	p, err := r.Page(ctx, id)
	if err != nil {
		return nil, err
	}
	out := &Captured{Page: *p}
	body, err := r.rec.Payload(ctx, id)
	if errors.Is(err, ErrNotFound) {
		out.Missing = true
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	if from < 0 {
		from = 0
		if len(lit) > 0 && lit[0].Start > mostBytes/2 {
			from = lit[0].Start - mostBytes/4
		}
	}
	from = min(from, len(body))
	out.From, out.Until = from, min(len(body), from+mostBytes)
	marks := newMarks(out.From, out.Until)
	for _, b := range p.Articles {
		a, err := r.article(ctx, b.ID)
		if err != nil {
			return nil, err
		}
		for _, s := range a.Source {
			marks.put(s.Range, Piece{Article: a.ID})
		}
		for _, c := range a.Candidates {
			if c.Chosen {
				marks.put(c.Range, Piece{Field: c.Field})
			}
		}
	}
	for _, l := range lit {
		marks.light(l)
	}
	out.Pieces = marks.pieces(body, decoder(body, &out.Capture))
	return out, nil
}
