package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// familiesPage lists the texts that descend from one another.
type familiesPage struct {
	Families []*view.Family
	Pager    pager
}

func families(r *view.Reader, req *http.Request) (*page, error) {
	off, err := offset(req)
	if err != nil {
		return nil, err
	}
	fs, n, err := r.Families(req.Context(), off, perPage)
	if err != nil {
		return nil, err
	}
	b := &familiesPage{Families: fs, Pager: pagerOf(req, off, len(fs), n, perPage)}
	return &page{Title: "Families", Here: "/families", set: "families", Body: b}, nil
}
