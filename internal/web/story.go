package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// storyPage is what happened, who said what, and how each line stands.
type storyPage struct {
	*view.Story
	// Told are the sayings quoted in marks, Reported those in other words.
	Told, Reported []*view.Saying
	// Drawn are the families with something to draw, Alone the texts that
	// share nothing and name no unseen writer.
	Drawn, Alone []*view.Family
	Pager        pager
}

func story(r *view.Reader, req *http.Request) (*page, error) {
	off, err := offset(req)
	if err != nil {
		return nil, err
	}
	s, err := r.Story(req.Context(), req.PathValue("id"), off)
	if err != nil {
		return nil, err
	}
	b := &storyPage{Story: s, Pager: pagerOf(req, s.Offset, len(s.Articles), s.Total, len(s.Articles))}
	for _, y := range s.Sayings {
		if y.Direct {
			b.Told = append(b.Told, y)
		} else {
			b.Reported = append(b.Reported, y)
		}
	}
	for _, f := range s.Families {
		if len(f.Members) > 1 || len(f.Tree) == 1 && f.Tree[0].Article == nil {
			b.Drawn = append(b.Drawn, f)
		} else {
			b.Alone = append(b.Alone, f)
		}
	}
	return &page{Title: s.Name(), Here: "/", set: "story", Body: b}, nil
}
