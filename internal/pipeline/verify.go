package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
)

// Verdict is what a check of a record found.
type Verdict struct {
	Captures, Lines, Spans, Log int // how many were checked
	// Faults are what does not hold, in sentences that name the page.
	Faults []string
}

func (v *Verdict) fault(format string, args ...any) {
	v.Faults = append(v.Faults, fmt.Sprintf(format, args...))
}

// Verify checks a record: the file itself, the digest of every payload and of
// the lines as they were written, the id of every capture, the chain of the log, and every cite and span of every
// line against the words of its article.
func Verify(ctx context.Context, st *store.Store) (*Verdict, error) {
	v := &Verdict{}
	if err := st.CheckFile(ctx); err != nil {
		v.fault("the file: %v", err)
	}
	err := st.CheckLines(ctx)
	if errors.Is(err, store.ErrDamaged) {
		v.fault("the lines: %v", err)
	} else if err != nil {
		return nil, err
	}
	if v.Log, err = st.CheckLog(ctx); errors.Is(err, store.ErrDamaged) {
		v.fault("the log: %v", err)
	} else if err != nil {
		return nil, err
	}
	pages, err := v.payloads(ctx, st)
	if err != nil {
		return nil, err
	}
	if err := v.logged(ctx, st, pages); err != nil {
		return nil, err
	}
	articles, err := v.articles(ctx, st, pages)
	if err != nil {
		return nil, err
	}
	for _, check := range []func() error{
		func() error { return lines[stemma.Entity](ctx, v, st, "entity", articles) },
		func() error { return lines[stemma.Quote](ctx, v, st, "quote", articles) },
		func() error { return lines[stemma.Saying](ctx, v, st, "saying", articles) },
		func() error { return lines[stemma.Telling](ctx, v, st, "telling", articles) },
		func() error { return lines[stemma.Event](ctx, v, st, "event", articles) },
		func() error { return lines[stemma.EventMentions](ctx, v, st, "event_mentions", articles) },
		func() error { return lines[stemma.Figure](ctx, v, st, "figure", articles) },
		func() error { return lines[stemma.Copy](ctx, v, st, "copy", articles) },
		func() error { return lines[stemma.Family](ctx, v, st, "family", articles) },
		func() error { return lines[stemma.Story](ctx, v, st, "story", articles) },
		func() error { return lines[stemma.Standing](ctx, v, st, "standing", articles) },
	} {
		if err := check(); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// payloads checks every capture and returns their pages by id.
func (v *Verdict) payloads(ctx context.Context, st *store.Store) (map[string]stemma.Capture, error) {
	pages := map[string]stemma.Capture{}
	err := st.Captures(ctx, func(c stemma.Capture) error {
		v.Captures++
		pages[c.ID] = c
		if id := stemma.NewCaptureID(c.SHA256, c.URL, c.At); id != c.ID {
			v.fault("page %s: its address or time was changed: they give capture %s and not %s", c.Page, id, c.ID)
		}
		_, err := st.Payload(ctx, c.ID)
		if errors.Is(err, store.ErrDamaged) {
			v.fault("page %s: its bytes are not those that were captured (SHA-256 %s)", c.Page, c.SHA256)
			return nil
		}
		return err
	})
	return pages, err
}

// logged checks that every capture the log speaks of is there, or was
// forgotten.
func (v *Verdict) logged(ctx context.Context, st *store.Store, pages map[string]stemma.Capture) error {
	forgotten := map[string]bool{}
	all, err := st.Corrections(ctx)
	if err != nil {
		return err
	}
	for _, c := range all {
		if c.Verb == "forget" {
			for _, o := range c.Operands {
				forgotten[o.Capture] = true
			}
		}
	}
	return st.Entries(ctx, func(e store.Entry) error {
		var d struct{ Captures []string }
		if e.What != "captured" || json.Unmarshal(e.Detail, &d) != nil {
			return nil
		}
		for _, id := range d.Captures {
			if _, ok := pages[id]; !ok && !forgotten[id] {
				v.fault("capture %s: log entry %d says it was kept, and it is not there", id, e.Seq)
			}
		}
		return nil
	})
}

// articles checks every article and returns them by id.
func (v *Verdict) articles(ctx context.Context, st *store.Store, pages map[string]stemma.Capture) (map[string]*stemma.Article, error) {
	all, err := store.Generation[stemma.Article](ctx, st, "article")
	if err != nil {
		return nil, err
	}
	byID := map[string]*stemma.Article{}
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	for i := range all {
		a := &all[i]
		v.Lines++
		c, ok := pages[a.Capture]
		if !ok {
			v.fault("page %s: the capture of article %s is not there", a.Page, a.ID)
			continue
		}
		if err := sourceHolds(a, c.Bytes); err != nil {
			v.fault("page %s: %v", a.Page, err)
		}
		if err := holds(byID, a, a); err != nil {
			v.fault("page %s: %v", a.Page, err)
		}
		v.Spans += count(reflect.ValueOf(a))
	}
	return byID, nil
}

// lines checks every line of a type.
func lines[T any](ctx context.Context, v *Verdict, st *store.Store, typ string, byID map[string]*stemma.Article) error {
	err := st.Lines(ctx, typ, func(id string, line []byte) error {
		v.Lines++
		var l T
		if err := json.Unmarshal(line, &l); err != nil {
			v.fault("%s %s: its line is damaged: %v", typ, id, err)
			return nil
		}
		v.Spans += count(reflect.ValueOf(&l))
		err := holds(byID, nil, &l)
		if q, ok := any(&l).(*stemma.Quote); ok && err == nil {
			err = quoteHolds(byID[q.Article], q)
		}
		if err != nil {
			v.fault("%s %s: %v", typ, id, err)
		}
		return nil
	})
	if errors.Is(err, store.ErrDamaged) { // event mentions are kept packed
		v.fault("%s: %v", typ, err)
		return nil
	}
	return err
}

// count counts the spans and capture ranges of a line.
func count(v reflect.Value) (n int) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			n = count(v.Elem())
		}
	case reflect.Slice:
		if slices.Contains([]reflect.Kind{reflect.Struct, reflect.Pointer}, v.Type().Elem().Kind()) {
			for i := range v.Len() {
				n += count(v.Index(i))
			}
		}
	case reflect.Struct:
		if v.Type() == spanType {
			return 1
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				n += count(v.Field(i))
			}
		}
	}
	return n
}
