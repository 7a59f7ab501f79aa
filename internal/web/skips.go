package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// skipsPage is what was not read, by reason.
type skipsPage struct{ Skips []view.SkipLine }

func skips(r *view.Reader, req *http.Request) (*page, error) {
	ss, err := r.Skips(req.Context())
	if err != nil {
		return nil, err
	}
	return &page{Title: "Not read", Here: "/pages", set: "skips", Body: &skipsPage{ss}}, nil
}
