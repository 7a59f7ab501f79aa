package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// namesPage lists people, organisations and places.
type namesPage struct {
	Names []view.NameLine
	Pager pager
}

func names(r *view.Reader, req *http.Request) (*page, error) {
	off, err := offset(req)
	if err != nil {
		return nil, err
	}
	all, err := r.Names(req.Context(), req.URL.Query().Get("kind"))
	if err != nil {
		return nil, err
	}
	b := &namesPage{Names: window(all, off, perPage)}
	b.Pager = pagerOf(req, off, len(b.Names), len(all), perPage)
	return &page{Title: "Names", Here: "/names", set: "names", Body: b}, nil
}
