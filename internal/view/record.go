package view

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
)

// Record is what a view asks: a store, or the lines of one read from a JSON
// lines file ([Memory]). Lines and About go in order of id and end with the
// error of f, if it gives one; LinesAfter begins behind an id.
type Record interface {
	Lines(ctx context.Context, typ string, f func(id string, line []byte) error) error
	LinesAfter(ctx context.Context, typ, after string, f func(id string, line []byte) error) error
	Line(ctx context.Context, id string) (typ string, line []byte, err error)
	About(ctx context.Context, typ, id string, f func(id string, line []byte) error) error
	Dated(ctx context.Context, typ string, offset, limit int) (lines []store.Dated, n int, err error)
	Mentions(ctx context.Context, words []string, f func(*stemma.EventMentions) error) error
	Payload(ctx context.Context, capture string) ([]byte, error)
	Search(ctx context.Context, words string, limit int) ([]store.Hit, error)
	Count(ctx context.Context) (map[string]int, error)
}

// ErrNotFound says that the record holds no line of that id, or one of another
// type.
var ErrNotFound = store.ErrNotFound

// errStop ends a walk over lines before its end.
var errStop = errors.New("stop")

// Reader answers questions of one record. It remembers articles and names it
// has read, so a Reader serves one answer or a few, by one goroutine: make
// a new one for each request.
type Reader struct {
	rec      Record
	articles map[string]*stemma.Article
	briefs   map[string]Brief
	entities map[string]*stemma.Entity
	families map[string][]stemma.Family // by article
}

// Of returns a reader of rec.
func Of(rec Record) *Reader {
	return &Reader{
		rec:      rec,
		articles: map[string]*stemma.Article{},
		briefs:   map[string]Brief{},
		entities: map[string]*stemma.Entity{},
		families: map[string][]stemma.Family{},
	}
}

// get returns the line of an id as a T; a line of another type is not found.
func get[T any](ctx context.Context, rec Record, typ, id string) (*T, error) {
	got, line, err := rec.Line(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read %s %s: %w", typ, id, err)
	}
	if got != typ {
		return nil, fmt.Errorf("read %s %s: it is of type %s: %w", typ, id, got, ErrNotFound)
	}
	v := new(T)
	if err := json.Unmarshal(line, v); err != nil {
		return nil, fmt.Errorf("read %s %s: %w", typ, id, err)
	}
	return v, nil
}

// about returns the lines of a type that refer to id.
func about[T any](ctx context.Context, rec Record, typ, id string) ([]T, error) {
	var out []T
	err := rec.About(ctx, typ, id, func(lid string, line []byte) error {
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			return fmt.Errorf("read %s %s: %w", typ, lid, err)
		}
		out = append(out, v)
		return nil
	})
	return out, err
}

// each calls f with every line of a type.
func each[T any](ctx context.Context, rec Record, typ string, f func(id string, v *T) error) error {
	err := rec.Lines(ctx, typ, func(id string, line []byte) error {
		v := new(T)
		if err := json.Unmarshal(line, v); err != nil {
			return fmt.Errorf("read %s %s: %w", typ, id, err)
		}
		return f(id, v)
	})
	if errors.Is(err, errStop) {
		return nil
	}
	return err
}

// article returns an article, read once.
func (r *Reader) article(ctx context.Context, id string) (*stemma.Article, error) {
	if a, ok := r.articles[id]; ok {
		return a, nil
	}
	a, err := get[stemma.Article](ctx, r.rec, "article", id)
	if err != nil {
		return nil, err
	}
	return a, r.keep(a)
}

// keep remembers an article whose stretches lie in its text. Lines may come
// from a file of anybody's making, and views cut texts by them.
func (r *Reader) keep(a *stemma.Article) error {
	last := 0
	for _, p := range a.Paragraphs {
		if p.Start < last || p.End < p.Start || p.End > len(a.Text) {
			return fmt.Errorf("read article %s: paragraph %d-%d does not lie in its text of %d bytes", a.ID, p.Start, p.End, len(a.Text))
		}
		last = p.End
	}
	if len(r.articles) >= mostKept {
		clear(r.articles)
	}
	r.articles[a.ID] = a
	return nil
}

// mostKept bounds the texts a reader remembers.
const mostKept = 2000

// Article returns the article of an id.
func (r *Reader) Article(ctx context.Context, id string) (*stemma.Article, error) {
	return r.article(ctx, id)
}

// entity returns an entity; of an id that is not in the record (a known body
// no page of it names) one without a type that has its key for a name.
func (r *Reader) entity(ctx context.Context, id string) (*stemma.Entity, error) {
	if e, ok := r.entities[id]; ok {
		return e, nil
	}
	e, err := get[stemma.Entity](ctx, r.rec, "entity", id)
	if errors.Is(err, ErrNotFound) {
		e, err = &stemma.Entity{ID: id, Name: keyName(id)}, nil
	}
	if err != nil {
		return nil, err
	}
	r.entities[id] = e
	return e, nil
}

// name returns the name of an entity.
func (r *Reader) name(ctx context.Context, id string) (string, error) {
	e, err := r.entity(ctx, id)
	if err != nil {
		return "", err
	}
	return e.Name, nil
}
