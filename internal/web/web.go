// Package web serves the record as pages to read.
//
// A page is a typed struct filled by one action (one file each), set by one
// template of html/template. Pages work without scripts, load nothing from
// elsewhere, and show captured pages as text, never as live HTML.
package web

import (
	"errors"
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// route ties a pattern to the action that answers it.
type route struct {
	pattern string
	do      action
}

// action fills a page from a request.
type action func(r *view.Reader, req *http.Request) (*page, error)

// routes are all pages there are. The style sheet and the mark are added by
// Handler.
var routes = []route{
	{"GET /{$}", home},
	{"GET /story/{id}", story},
	{"GET /story/{id}/timeline", storyTimeline},
	{"GET /timeline", timeline},
	{"GET /sayings", sayings},
	{"GET /saying/{id}", saying},
	{"GET /event/{id}", event},
	{"GET /figures", figures},
	{"GET /figure/{id}", figure},
	{"GET /names", names},
	{"GET /name/{id}", name},
	{"GET /between/{a}/{b}", between},
	{"GET /sources", sources},
	{"GET /source", source},
	{"GET /disputes", disputes},
	{"GET /families", families},
	{"GET /family/{id}", family},
	{"GET /compare/{a}/{b}", compare},
	{"GET /pages", pages},
	{"GET /page/{id}", capture},
	{"GET /at/{id}", at},
	{"GET /standing/{id}", standing},
	{"GET /search", search},
	{"GET /skips", skips},
	{"GET /log", corrections},
}

// Handler serves the record's pages. It checks neither host nor origin: see
// [Guard].
func Handler(rec view.Record) http.Handler {
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.Handle(r.pattern, serve(rec, r.do))
	}
	mux.HandleFunc("GET /style.css", static("style.css", "text/css; charset=utf-8"))
	mux.HandleFunc("GET /mark.svg", static("mark.svg", "image/svg+xml"))
	mux.HandleFunc("/", func(w http.ResponseWriter, req *http.Request) {
		refuse(w, http.StatusNotFound, "There is no such page.")
	})
	return secure(mux)
}

func serve(rec view.Record, do action) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		p, err := do(view.Of(rec), req)
		switch {
		case errors.Is(err, view.ErrNotFound):
			refuse(w, http.StatusNotFound, "The record holds nothing of that id. Ids of joined lines change as the record grows: search for the words instead.")
		case errors.Is(err, errAsk):
			refuse(w, http.StatusBadRequest, err.Error())
		case err != nil:
			refuse(w, http.StatusInternalServerError, "The record could not be read: "+err.Error())
		case p.Moved != "":
			http.Redirect(w, req, p.Moved, http.StatusSeeOther)
		default:
			p.write(w, http.StatusOK)
		}
	})
}
