package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// sourcesPage lists whom lines come from at first.
type sourcesPage struct {
	Sources []view.SourceLine
	Pager   pager
}

func sources(r *view.Reader, req *http.Request) (*page, error) {
	off, err := offset(req)
	if err != nil {
		return nil, err
	}
	all, err := r.Sources(req.Context())
	if err != nil {
		return nil, err
	}
	b := &sourcesPage{Sources: window(all, off, perPage)}
	b.Pager = pagerOf(req, off, len(b.Sources), len(all), perPage)
	return &page{Title: "Sources", Here: "/sources", set: "sources", Body: b}, nil
}
