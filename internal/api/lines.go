package api

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// Lines are some lines, and the id to go on after: null at the end.
type Lines struct {
	Items []json.RawMessage `json:"items"`
	Next  *string           `json:"next"`
}

var errFull = errors.New("full")

// take keeps a line, or stops where the answer is full.
func (l *Lines) take(id string, line []byte, most int, last *string) error {
	if len(l.Items) == most {
		next := *last
		l.Next = &next
		return errFull
	}
	l.Items = append(l.Items, append(json.RawMessage(nil), line...))
	*last = id
	return nil
}

func counts(rec view.Record, req *http.Request) (any, error) {
	return rec.Count(req.Context())
}

func lines(rec view.Record, req *http.Request) (any, error) {
	q := req.URL.Query()
	typ, err := lineType(q)
	if err != nil {
		return nil, err
	}
	most, err := limit(q)
	if err != nil {
		return nil, err
	}
	out, last := &Lines{Items: []json.RawMessage{}}, ""
	err = rec.LinesAfter(req.Context(), typ, q.Get("after"), func(id string, line []byte) error {
		return out.take(id, line, most, &last)
	})
	return out, full(err)
}

func line(rec view.Record, req *http.Request) (any, error) {
	_, b, err := rec.Line(req.Context(), req.PathValue("id"))
	return json.RawMessage(b), err
}

func about(rec view.Record, req *http.Request) (any, error) {
	q := req.URL.Query()
	typ, err := lineType(q)
	if err != nil {
		return nil, err
	}
	most, err := limit(q)
	if err != nil {
		return nil, err
	}
	out, last, after := &Lines{Items: []json.RawMessage{}}, "", q.Get("after")
	err = rec.About(req.Context(), typ, req.PathValue("id"), func(id string, line []byte) error {
		if id <= after {
			return nil
		}
		return out.take(id, line, most, &last)
	})
	return out, full(err)
}

func full(err error) error {
	if errors.Is(err, errFull) {
		return nil
	}
	return err
}
