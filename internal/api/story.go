package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"

	"github.com/stemma-news/stemma/internal/view"
)

// StoryAnswer is a story and the lines that stand in it, each type in the
// order a reader wants them. Of a story of many articles it is those from
// from on, Offset to Offset+Shown of Total.
type StoryAnswer struct {
	Story       json.RawMessage   `json:"story"`
	Total       int               `json:"total"`
	Offset      int               `json:"offset"`
	Shown       int               `json:"shown"`
	Pages       int               `json:"pages"`
	Publishers  int               `json:"publishers"`
	Texts       int               `json:"texts"`
	Sources     []string          `json:"sources"`
	NotAnalysed []string          `json:"not_analysed"` // ids of articles
	Families    []json.RawMessage `json:"families"`
	Sayings     []json.RawMessage `json:"sayings"`
	Quotes      []json.RawMessage `json:"quotes"`
	Events      []json.RawMessage `json:"events"`
	Tellings    []json.RawMessage `json:"tellings"`
	Figures     []json.RawMessage `json:"figures"`
	Standings   []json.RawMessage `json:"standings"`
}

func story(rec view.Record, req *http.Request) (any, error) {
	ctx, from := req.Context(), 0
	if s := req.URL.Query().Get("from"); s != "" {
		var err error
		if from, err = strconv.Atoi(s); err != nil || from < 0 {
			return nil, fmt.Errorf("%w: from=%q is not a number", errAsk, s)
		}
	}
	s, err := view.Of(rec).Story(ctx, req.PathValue("id"), from)
	if err != nil {
		return nil, err
	}
	g := &gather{rec: rec, req: req}
	out := &StoryAnswer{
		Total: s.Total, Offset: s.Offset, Shown: len(s.Articles), Pages: s.Pages, Publishers: s.Publishers, Texts: s.Texts,
		Sources: append([]string{}, s.Sources...), NotAnalysed: []string{}, Families: none(), Sayings: none(), Quotes: none(),
		Events: none(), Tellings: none(), Figures: none(), Standings: none(),
	}
	var first []json.RawMessage
	g.line(&first, s.ID)
	for _, a := range s.NotAnalysed {
		out.NotAnalysed = append(out.NotAnalysed, a.ID)
	}
	for _, f := range s.Families {
		g.line(&out.Families, f.ID)
	}
	for _, y := range s.Sayings {
		g.line(&out.Sayings, y.ID)
		for _, w := range y.Wordings {
			for _, c := range w.Carried {
				g.line(&out.Quotes, c.Quote.ID)
			}
		}
		g.standings(&out.Standings, y.ID)
	}
	for _, e := range s.Events {
		g.line(&out.Events, e.ID)
		for _, t := range e.Tellings {
			g.line(&out.Tellings, t.ID)
		}
		g.standings(&out.Standings, e.ID)
	}
	for _, l := range s.Ledgers {
		for _, c := range l.Claims {
			for _, e := range c.Entries {
				for _, f := range e.At {
					g.line(&out.Figures, f.ID)
					g.standings(&out.Standings, f.ID)
				}
			}
		}
	}
	if g.err != nil {
		return nil, g.err
	}
	out.Story = first[0]
	return out, nil
}

func none() []json.RawMessage { return []json.RawMessage{} }

// gather fetches lines until one fails.
type gather struct {
	rec view.Record
	req *http.Request
	err error
}

func (g *gather) line(to *[]json.RawMessage, id string) {
	if g.err != nil || id == "" {
		return
	}
	var b []byte
	if _, b, g.err = g.rec.Line(g.req.Context(), id); g.err == nil {
		*to = append(*to, b)
	}
}

func (g *gather) standings(to *[]json.RawMessage, of string) {
	if g.err != nil || of == "" {
		return
	}
	g.err = g.rec.About(g.req.Context(), "standing", of, func(_ string, line []byte) error {
		*to = append(*to, append(json.RawMessage(nil), line...))
		return nil
	})
}
