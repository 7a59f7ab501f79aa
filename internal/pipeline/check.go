package pipeline

import (
	"fmt"
	"reflect"
	"sync"

	"github.com/stemma-news/stemma"
)

// holds reports whether every cite and every span of a line holds. Spans that
// stand beside the id of an article lie in that article; of a line without
// one they lie in a.
func holds(byID map[string]*stemma.Article, a *stemma.Article, line any) error {
	return walk(byID, a, reflect.ValueOf(line))
}

var (
	citeType = reflect.TypeFor[stemma.Cite]()
	spanType = reflect.TypeFor[stemma.Span]()
	heldType = reflect.TypeFor[stemma.Held]()
)

func walk(byID map[string]*stemma.Article, a *stemma.Article, v reflect.Value) error {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return walk(byID, a, v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			if err := walk(byID, a, v.Index(i)); err != nil {
				return err
			}
		}
	case reflect.Struct:
		return walkStruct(byID, a, v)
	}
	return nil
}

func walkStruct(byID map[string]*stemma.Article, a *stemma.Article, v reflect.Value) error {
	switch v.Type() {
	case citeType:
		c := v.Addr().Interface().(*stemma.Cite)
		in := byID[c.Article]
		if in == nil {
			return fmt.Errorf("it cites article %q, which is not there", c.Article)
		}
		return c.Check(in)
	case spanType:
		if a == nil {
			return nil
		}
		s := v.Addr().Interface().(*stemma.Span)
		if s.Start < 0 || s.Start >= s.End || s.End > len(a.Text) {
			return fmt.Errorf("span %d-%d does not lie in article %s of %d bytes", s.Start, s.End, a.ID, len(a.Text))
		}
		return nil
	case heldType: // the span lies in the holder
		return walkStruct(byID, a, v.FieldByName("Span"))
	}
	p := planOf(v.Type())
	if p.article != nil {
		if id := v.FieldByIndex(p.article).String(); id != "" {
			if a = byID[id]; a == nil {
				return fmt.Errorf("it speaks of article %q, which is not there", id)
			}
		}
	}
	for _, i := range p.fields {
		if err := walk(byID, a, v.Field(i)); err != nil {
			return err
		}
	}
	return nil
}

// plan says what of a struct is walked.
type plan struct {
	article []int // the field with the id of an article
	fields  []int // in which a place can stand
}

var plans sync.Map // by type

func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p := &plan{}
	if f, ok := t.FieldByName("Article"); ok && f.Type.Kind() == reflect.String {
		p.article = f.Index
	}
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && placed(f.Type) {
			p.fields = append(p.fields, i)
		}
	}
	plans.Store(t, p)
	return p
}

// placed reports whether a place, or the id of an article, can stand in a value
// of type t.
func placed(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return placed(t.Elem())
	case reflect.Struct:
		if t == citeType || t == spanType || t == heldType {
			return true
		}
		p := planOf(t)
		return p.article != nil || len(p.fields) > 0
	}
	return false
}

// quoteHolds reports whether the words of a quote are those at its spans.
func quoteHolds(a *stemma.Article, q *stemma.Quote) error {
	exact, err := stemma.Exact(a.Text, q.Spans)
	if err != nil {
		return fmt.Errorf("article %s: %w", a.ID, err)
	}
	if exact != q.Text {
		return fmt.Errorf("article %s: %q stands where %q is quoted", a.ID, exact, q.Text)
	}
	return nil
}

// sourceHolds reports whether the pieces of an article lie in order in its
// text and within a payload of n bytes.
func sourceHolds(a *stemma.Article, n int) error {
	at := 0
	for _, s := range a.Source {
		if s.Span.Start < at || s.Span.End < s.Span.Start || s.Span.End > len(a.Text) {
			return fmt.Errorf("article %s: source %d-%d does not lie in order in its text", a.ID, s.Span.Start, s.Span.End)
		}
		if s.Range.Start < 0 || s.Range.End < s.Range.Start || s.Range.End > n {
			return fmt.Errorf("article %s: bytes %d-%d do not lie in a capture of %d bytes", a.ID, s.Range.Start, s.Range.End, n)
		}
		at = s.Span.End
	}
	return nil
}
