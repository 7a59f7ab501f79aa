package api

import (
	"fmt"
	"net/http"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/view"
)

// Found is the answer of a search.
type Found struct {
	Items []Hit `json:"items"`
}

// Hit is one article: Spans are bytes of its text where the words stand.
type Hit struct {
	Article string        `json:"article"`
	Title   string        `json:"title"`
	Outlet  string        `json:"outlet"`
	Spans   []stemma.Span `json:"spans"`
}

func search(rec view.Record, req *http.Request) (any, error) {
	q := req.URL.Query()
	words := q.Get("q")
	if words == "" || len(words) > 1000 {
		return nil, fmt.Errorf("%w: q is the words to search for, at most 1000 bytes", errAsk)
	}
	most, err := limit(q)
	if err != nil {
		return nil, err
	}
	found, err := view.Of(rec).Search(req.Context(), words, most)
	if err != nil {
		return nil, err
	}
	out := &Found{Items: []Hit{}}
	for _, f := range found {
		out.Items = append(out.Items, Hit{f.Article.ID, f.Article.Title, f.Article.Publisher, append([]stemma.Span{}, f.Spans...)})
	}
	return out, nil
}
