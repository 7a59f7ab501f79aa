package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// sourcePage is what rests on one source, ?name=.
type sourcePage struct{ *view.Source }

func source(r *view.Reader, req *http.Request) (*page, error) {
	s, err := r.Source(req.Context(), req.URL.Query().Get("name"))
	if err != nil {
		return nil, err
	}
	return &page{Title: "What rests on " + s.Name, Here: "/sources", set: "source", Body: &sourcePage{s}}, nil
}
