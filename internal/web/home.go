package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// homePage lists the stories by storyline.
type homePage struct {
	Stories []view.StoryLine
	Pager   pager
	Counts  view.Holding
	Skips   int
}

func home(r *view.Reader, req *http.Request) (*page, error) {
	ctx := req.Context()
	off, err := offset(req)
	if err != nil {
		return nil, err
	}
	all, err := r.Stories(ctx)
	if err != nil {
		return nil, err
	}
	all = view.Storylines(all)
	b := &homePage{}
	b.Stories = window(all, off, perPage)
	b.Pager = pagerOf(req, off, len(b.Stories), len(all), perPage)
	if b.Counts, err = r.Holding(ctx); err != nil {
		return nil, err
	}
	return &page{Title: "Stories", Here: "/", set: "home", Body: b}, nil
}

// window is n of all from off on.
func window[T any](all []T, off, n int) []T {
	off = min(off, len(all))
	return all[off:min(off+n, len(all))]
}
