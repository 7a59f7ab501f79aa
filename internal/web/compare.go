package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// comparePage is any two articles side by side.
type comparePage struct{ *view.Sides }

func compare(r *view.Reader, req *http.Request) (*page, error) {
	s, err := r.Compare(req.Context(), req.PathValue("a"), req.PathValue("b"))
	if err != nil {
		return nil, err
	}
	return &page{Title: s.A.Article.Name() + " / " + s.B.Article.Name(), Here: "/families", set: "compare", Body: &comparePage{s}}, nil
}
