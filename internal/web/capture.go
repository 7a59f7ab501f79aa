package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/view"
)

// capturePage is a captured page as text, the words of one line lit.
type capturePage struct {
	*view.Captured
	// Line is the line whose words are lit; nil where none is asked for.
	Line *view.Evidence
	// Read are the articles as they were read, in place of the bytes.
	Read []readArticle
	// AsBytes and AsRead are the addresses of the two ways to show it.
	AsBytes, AsRead string
	Bytes           bool // the bytes are shown
	More            string
}

type readArticle struct {
	*stemma.Article
	Paras [][]view.Piece
}

// capture shows a page whole: /page/ID.
func capture(r *view.Reader, req *http.Request) (*page, error) {
	return captured(r, req, &view.Evidence{Capture: req.PathValue("id")}, nil)
}

// at shows the exact characters of a line: of a quote, telling, figure or
// article by id; ?s=10-20,30-40 are bytes of an article's text, ?b=10-20 bytes
// of the capture.
func at(r *view.Reader, req *http.Request) (*page, error) {
	id := req.PathValue("id")
	e, err := r.Evidence(req.Context(), id)
	if err != nil {
		return nil, err
	}
	if e.Joined {
		room := map[string]string{"saying": "saying", "event": "event", "family": "family", "story": "story", "entity": "name"}[e.Type]
		if room == "" {
			return nil, view.ErrNotFound
		}
		return &page{Moved: "/" + room + "/" + seg(id)}, nil
	}
	var lit []stemma.Range
	if s := req.URL.Query().Get("s"); s != "" && e.Article != nil {
		ranges, err := parseRanges(s)
		if err != nil {
			return nil, err
		}
		for _, x := range ranges {
			if x.End > len(e.Article.Text) {
				return nil, fmt.Errorf("%w: the article has %d bytes", errAsk, len(e.Article.Text))
			}
			e.Spans = append(e.Spans, stemma.Span(x))
		}
	}
	if s := req.URL.Query().Get("b"); s != "" {
		if lit, err = parseRanges(s); err != nil {
			return nil, err
		}
	}
	if e.Article != nil {
		lit = append(lit, e.Article.Ranges(e.Spans)...)
	}
	return captured(r, req, e, lit)
}

// mostRanges is how many stretches an address may ask to be lit.
const mostRanges = 500

func parseRanges(s string) ([]stemma.Range, error) {
	var out []stemma.Range
	for _, p := range strings.Split(s, ",") {
		a, b, _ := strings.Cut(p, "-")
		i, err1 := strconv.Atoi(a)
		j, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || i < 0 || j <= i || len(out) == mostRanges {
			return nil, fmt.Errorf("%w: %q is not a stretch of bytes", errAsk, p)
		}
		out = append(out, stemma.Range{Start: i, End: j})
	}
	return out, nil
}

func captured(r *view.Reader, req *http.Request, e *view.Evidence, lit []stemma.Range) (*page, error) {
	from := -1
	if req.URL.Query().Get("from") != "" {
		var err error
		if from, err = offset(req); err != nil {
			return nil, err
		}
	}
	c, err := r.Captured(req.Context(), e.Capture, lit, from)
	if err != nil {
		return nil, err
	}
	b := &capturePage{Captured: c}
	if e.ID != "" && e.Type != "capture" {
		b.Line = e
	}
	as := req.URL.Query().Get("as")
	b.Bytes = !c.Missing && (as == "bytes" || as != "read" && strings.HasPrefix(c.Media, "text/plain"))
	b.AsBytes, b.AsRead = with(req, "as", "bytes"), with(req, "as", "read")
	if c.Until < c.Capture.Bytes {
		b.More = with(req, "from", strconv.Itoa(c.Until))
	}
	if !b.Bytes {
		for _, brief := range c.Articles {
			a, err := r.Article(req.Context(), brief.ID)
			if err != nil {
				return nil, err
			}
			var spans []stemma.Span
			if e.Article != nil && e.Article.ID == a.ID {
				spans = e.Spans
			}
			b.Read = append(b.Read, readArticle{a, paragraphs(a, spans)})
		}
	}
	return &page{Title: view.PageName(c.Page.Page), Here: "/pages", set: "capture", Body: b}, nil
}

func with(req *http.Request, key, value string) string {
	q := req.URL.Query()
	q.Set(key, value)
	u := url.URL{Path: req.URL.Path, RawQuery: q.Encode()}
	return u.RequestURI() + "#lit"
}

// paragraphs cuts an article's paragraphs where lit spans begin and end.
func paragraphs(a *stemma.Article, lit []stemma.Span) [][]view.Piece {
	var out [][]view.Piece
	first := true
	for _, p := range a.Paragraphs {
		var ps []view.Piece
		at := p.Start
		for _, s := range lit {
			from, to := max(s.Start, at), min(s.End, p.End)
			if from >= to {
				continue
			}
			if at < from {
				ps = append(ps, view.Piece{Text: a.Text[at:from]})
			}
			ps = append(ps, view.Piece{Text: a.Text[from:to], Lit: true, First: first})
			first, at = false, to
		}
		if at < p.End {
			ps = append(ps, view.Piece{Text: a.Text[at:p.End]})
		}
		out = append(out, ps)
	}
	return out
}
