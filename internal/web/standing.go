package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// standingPage is how one line stands, with the reasons.
type standingPage struct {
	view.Standing
	// Of is the line it is of, as an address and in words.
	Of entry
}

func standing(r *view.Reader, req *http.Request) (*page, error) {
	id := req.PathValue("id")
	s, err := r.Standing(req.Context(), id)
	if err != nil {
		return nil, err
	}
	if s.Whole == nil && len(s.Parts) == 0 {
		if _, err := r.Evidence(req.Context(), id); err != nil {
			return nil, err
		}
	}
	return &page{Title: "How this line stands", set: "standing", Body: &standingPage{s, entry{"/at/" + seg(id) + "#lit", "the line itself"}}}, nil
}
