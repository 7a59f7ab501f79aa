package web

import (
	"net/http"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/view"
)

// logPage is what people decided, oldest first, and the end of the log.
type logPage struct {
	Corrections []stemma.Correction
	Log         []view.Logged
}

func corrections(r *view.Reader, req *http.Request) (*page, error) {
	cs, err := r.Corrections(req.Context())
	if err != nil {
		return nil, err
	}
	es, err := r.Log(req.Context(), 1000)
	if err != nil {
		return nil, err
	}
	return &page{Title: "Corrections", Here: "/pages", set: "log", Body: &logPage{cs, es}}, nil
}
