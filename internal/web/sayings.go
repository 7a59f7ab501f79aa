package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// sayingsPage lists sayings in order of time.
type sayingsPage struct {
	Sayings []*view.Saying
	Pager   pager
}

func sayings(r *view.Reader, req *http.Request) (*page, error) {
	off, err := offset(req)
	if err != nil {
		return nil, err
	}
	all, n, err := r.Sayings(req.Context(), off, perPage)
	if err != nil {
		return nil, err
	}
	b := &sayingsPage{Sayings: all, Pager: pagerOf(req, off, len(all), n, perPage)}
	return &page{Title: "Sayings", Here: "/sayings", set: "sayings", Body: b}, nil
}
