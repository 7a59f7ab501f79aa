package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// pagesPage lists captures and the articles read out of them.
type pagesPage struct {
	Pages []view.Page
	Pager pager
}

func pages(r *view.Reader, req *http.Request) (*page, error) {
	off, err := offset(req)
	if err != nil {
		return nil, err
	}
	ps, n, err := r.Pages(req.Context(), off, perPage)
	if err != nil {
		return nil, err
	}
	b := &pagesPage{Pages: ps, Pager: pagerOf(req, off, len(ps), n, perPage)}
	return &page{Title: "Pages", Here: "/pages", set: "pages", Body: b}, nil
}
