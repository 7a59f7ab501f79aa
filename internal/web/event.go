package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// eventPage is one event and every telling of it.
type eventPage struct{ *view.Event }

func event(r *view.Reader, req *http.Request) (*page, error) {
	e, err := r.Event(req.Context(), req.PathValue("id"))
	if err != nil {
		return nil, err
	}
	return &page{Title: e.KindWords + ", " + view.When(e.Date), Here: "/timeline", set: "event", Body: &eventPage{e}}, nil
}
