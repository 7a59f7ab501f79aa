package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// figuresPage is the figures by measure and claimant.
type figuresPage struct{ Ledgers []view.Ledger }

func figures(r *view.Reader, req *http.Request) (*page, error) {
	ls, err := r.Figures(req.Context())
	if err != nil {
		return nil, err
	}
	return &page{Title: "Figures", Here: "/figures", set: "figures", Body: &figuresPage{ls}}, nil
}
