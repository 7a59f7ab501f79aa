package web

import (
	"net/http"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/view"
)

// searchPage is the articles that hold some words.
type searchPage struct {
	Words string
	Found []found
	Most  int
}

// found is one article and the address of the words found.
type found struct {
	view.Found
	Href string
}

func search(r *view.Reader, req *http.Request) (*page, error) {
	b := &searchPage{Words: req.URL.Query().Get("q"), Most: perPage}
	if len(b.Words) > 1000 {
		b.Words = b.Words[:0]
	}
	hits, err := r.Search(req.Context(), b.Words, b.Most)
	if err != nil {
		return nil, err
	}
	for _, h := range hits {
		c := stemma.Cite{Article: h.Article.ID, Spans: h.Spans[:min(len(h.Spans), mostRanges)]}
		b.Found = append(b.Found, found{h, citeURL(c)})
	}
	return &page{Title: "Search", set: "search", Body: b}, nil
}
