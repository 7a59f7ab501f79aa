// Package api serves the record as JSON over HTTP.
//
// Lines go out as the bytes the record holds, so that the API and an export
// agree to the byte. Every path is a GET; errors are problem+json (RFC 9457);
// the whole is described in OpenAPI 3.1 at /api/v1/openapi.json.
package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"github.com/stemma-news/stemma/internal/export"
	"github.com/stemma-news/stemma/internal/view"
)

// answer answers one request with a value to be written as JSON.
type answer func(rec view.Record, req *http.Request) (any, error)

// route ties a path to its answer, and says what it is for.
type route struct {
	path   string
	about  string
	params []param
	schema string // name of the answer's schema
	do     answer
}

// routes are all paths there are but the description itself and the export.
var routes = []route{
	{"/api/v1/counts", "How many lines of each type the record holds.", nil, "Counts", counts},
	{"/api/v1/lines", "Lines of one type in order of id.", []param{pType, pAfter, pLimit}, "Lines", lines},
	{"/api/v1/lines/{id}", "One line.", []param{pID}, "Line", line},
	{"/api/v1/about/{id}", "Lines of one type that refer to an id.", []param{pID, pType, pAfter, pLimit}, "Lines", about},
	{"/api/v1/stories/{id}", "A story with everything that is known of it.", []param{pID, pFrom}, "StoryAnswer", story},
	{"/api/v1/search", "Articles that hold words, best first.", []param{pWords, pLimit}, "Found", search},
}

// Most lines of one answer, and how many where nobody says.
const (
	mostLines  = 1000
	usualLines = 100
)

// Handler serves the paths under /api/v1/ from rec. It checks neither host nor
// origin: see web.Guard.
func Handler(rec view.Record) http.Handler {
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.HandleFunc("GET "+r.path, func(w http.ResponseWriter, req *http.Request) {
			v, err := r.do(rec, req)
			if err != nil {
				refuse(w, err)
				return
			}
			write(w, "application/json", http.StatusOK, v)
		})
	}
	mux.HandleFunc("GET /api/v1/openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		write(w, "application/json", http.StatusOK, Description())
	})
	mux.HandleFunc("GET /api/v1/export.jsonl", func(w http.ResponseWriter, req *http.Request) {
		head(w, "application/jsonl")
		// Once lines are under way the status is told; a stream cut short has
		// no last newline or fewer lines than counts says.
		_ = export.JSONL(req.Context(), w, rec)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, req *http.Request) {
		if req.Method != http.MethodGet && req.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			write(w, "application/problem+json", http.StatusMethodNotAllowed, problem(http.StatusMethodNotAllowed, "The record is read only here."))
			return
		}
		refuse(w, fmt.Errorf("path %s: %w", req.URL.Path, view.ErrNotFound))
	})
	return mux
}

// Problem is an error as RFC 9457 has it.
type Problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

func problem(status int, detail string) Problem {
	return Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail}
}

// errAsk says that a parameter is not one.
var errAsk = errors.New("wrong parameter")

func refuse(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	switch {
	case errors.Is(err, view.ErrNotFound):
		status = http.StatusNotFound
	case errors.Is(err, errAsk), errors.Is(err, export.ErrType):
		status = http.StatusBadRequest
	}
	write(w, "application/problem+json", status, problem(status, err.Error()))
}

func head(w http.ResponseWriter, media string) {
	w.Header().Set("Content-Type", media)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
}

func write(w http.ResponseWriter, media string, status int, v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // lines keep their bytes
	if err := e.Encode(v); err != nil {
		b.Reset()
		status, media = http.StatusInternalServerError, "application/problem+json"
		_ = e.Encode(problem(status, err.Error()))
	}
	head(w, media)
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}

// limit reads ?limit=.
func limit(q url.Values) (int, error) {
	s := q.Get("limit")
	if s == "" {
		return usualLines, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > mostLines {
		return 0, fmt.Errorf("%w: limit=%q is not a number from 1 to %d", errAsk, s, mostLines)
	}
	return n, nil
}

// lineType reads ?type=.
func lineType(q url.Values) (string, error) {
	typ := q.Get("type")
	for _, t := range export.Types {
		if t == typ {
			return typ, nil
		}
	}
	return "", fmt.Errorf("%w: type=%q is none of %v", errAsk, typ, export.Types)
}
