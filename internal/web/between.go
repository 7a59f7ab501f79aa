package web

import (
	"net/http"
	"net/url"

	"github.com/stemma-news/stemma/internal/view"
)

// betweenPage is what passed between two, by month, words apart from deeds.
type betweenPage struct {
	A, B   string
	Months []view.Month
}

func between(r *view.Reader, req *http.Request) (*page, error) {
	ctx := req.Context()
	a, err := r.NameOf(ctx, req.PathValue("a"))
	if err != nil {
		return nil, err
	}
	b, err := r.NameOf(ctx, req.PathValue("b"))
	if err != nil {
		return nil, err
	}
	ms, err := r.Dyad(ctx, req.PathValue("a"), req.PathValue("b"))
	if err != nil {
		return nil, err
	}
	return &page{Title: a + " and " + b, Here: "/names", set: "between", Body: &betweenPage{a, b, ms}}, nil
}

func seg(id string) string { return url.PathEscape(id) }
