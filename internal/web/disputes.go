package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// disputesPage is where pages differ, and what is denied.
type disputesPage struct{ Disputes []view.Dispute }

func disputes(r *view.Reader, req *http.Request) (*page, error) {
	ds, err := r.Disputes(req.Context())
	if err != nil {
		return nil, err
	}
	return &page{Title: "Who contradicts whom", Here: "/timeline", set: "disputes", Body: &disputesPage{ds}}, nil
}
