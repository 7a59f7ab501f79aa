package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// timelinePage is events and sayings in order of time.
type timelinePage struct {
	Story *view.Story // nil for the whole record
	Items []view.Item
	Pager pager
}

func timeline(r *view.Reader, req *http.Request) (*page, error) {
	off, err := offset(req)
	if err != nil {
		return nil, err
	}
	t, err := r.Timeline(req.Context(), off, perPage)
	if err != nil {
		return nil, err
	}
	b := &timelinePage{Items: t.Items, Pager: pagerOf(req, off, len(t.Items), t.Total, perPage)}
	return &page{Title: "Timeline", Here: "/timeline", set: "timeline", Body: b}, nil
}

func storyTimeline(r *view.Reader, req *http.Request) (*page, error) {
	off, err := offset(req)
	if err != nil {
		return nil, err
	}
	s, err := r.Story(req.Context(), req.PathValue("id"), off)
	if err != nil {
		return nil, err
	}
	b := &timelinePage{Story: s, Items: s.Timeline(), Pager: pagerOf(req, s.Offset, len(s.Articles), s.Total, len(s.Articles))}
	return &page{Title: "Timeline: " + s.Name(), Here: "/timeline", set: "timeline", Body: b}, nil
}
