package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// sayingPage is one saying, its wordings in columns.
type sayingPage struct{ *view.Saying }

func saying(r *view.Reader, req *http.Request) (*page, error) {
	s, err := r.Saying(req.Context(), req.PathValue("id"))
	if err != nil {
		return nil, err
	}
	who := s.Speaker
	if who == "" {
		who = "Somebody not named"
	}
	return &page{Title: who + ": one saying", Here: "/sayings", set: "saying", Body: &sayingPage{s}}, nil
}
