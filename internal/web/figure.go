package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// figure sends on to the words of one figure: it stands at one place.
func figure(_ *view.Reader, req *http.Request) (*page, error) {
	return &page{Moved: "/at/" + seg(req.PathValue("id")) + "#lit"}, nil
}
