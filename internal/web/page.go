package web

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/view"
)

//go:embed templates/*.html style.css mark.svg
var files embed.FS

// page is one answer: which template sets it and what with.
type page struct {
	Title string
	// Here is the entry of the menu it stands under: "/names".
	Here string
	// set is the template's name, Body what it sets: a struct of the action.
	set  string
	Body any
	// Moved is where to look instead.
	Moved string
}

// errAsk says that a request asks for what cannot be.
var errAsk = errors.New("the address is not one of a page here")

// Menu are the entries at the head of every page.
func (p *page) Menu() []entry {
	return []entry{
		{"/", "Stories"}, {"/timeline", "Timeline"}, {"/sayings", "Sayings"}, {"/figures", "Figures"},
		{"/names", "Names"}, {"/sources", "Sources"}, {"/families", "Families"}, {"/pages", "Pages"},
	}
}

type entry struct{ Href, Name string }

// sets are the parsed templates, parsed when the first page is asked for: the
// other commands start without them.
var sets = sync.OnceValue(parse)

// parse reads each page's template together with the layout and the parts.
func parse() map[string]*template.Template {
	out := map[string]*template.Template{}
	all, err := files.ReadDir("templates")
	if err != nil {
		panic("internal error: " + err.Error())
	}
	for _, f := range all {
		name := strings.TrimSuffix(f.Name(), ".html")
		if name == "layout" || name == "parts" {
			continue
		}
		out[name] = template.Must(template.New("layout.html").Funcs(funcs).ParseFS(files, "templates/layout.html", "templates/parts.html", "templates/"+f.Name()))
	}
	return out
}

var funcs = template.FuncMap{
	"when": view.When, "doubt": view.Doubt, "rough": view.Rough, "howwords": view.HowWords, "relation": view.RelationWords,
	"role": view.RoleWords, "count": view.Count,
	"pct":      func(f float64) string { return fmt.Sprintf("%.0f %%", 100*f) },
	"pagename": view.PageName, "join": strings.Join, "add": plus,
	"seg": url.PathEscape, "cite": citeURL, "svg": treeSVG, "dashes": func(s string) string { return strings.ReplaceAll(s, "-", " ") },
	"lang": func(s string) string {
		if s == "" {
			return "und"
		}
		return s
	},
}

// plus adds a number to one, or to the one behind a pointer.
func plus(a int, b any) int {
	switch b := b.(type) {
	case int:
		return a + b
	case *int:
		if b != nil {
			return a + *b
		}
	}
	return a
}

// citeURL is the address of the exact characters of a cite.
func citeURL(c stemma.Cite) string {
	if len(c.Spans) == 0 {
		return "/at/" + url.PathEscape(c.Article) + "?b=" + joinRanges(c.Capture) + "#lit"
	}
	var b strings.Builder
	for i, s := range c.Spans {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%d-%d", s.Start, s.End)
	}
	return "/at/" + url.PathEscape(c.Article) + "?s=" + b.String() + "#lit"
}

func joinRanges(rs []stemma.Range) string {
	parts := make([]string, len(rs))
	for i, r := range rs {
		parts[i] = fmt.Sprintf("%d-%d", r.Start, r.End)
	}
	return strings.Join(parts, ",")
}

// write sets the page. It is set whole before a byte is sent.
func (p *page) write(w http.ResponseWriter, status int) {
	var b bytes.Buffer
	if err := sets()[p.set].Execute(&b, p); err != nil {
		b.Reset()
		status = http.StatusInternalServerError
		fmt.Fprintf(&b, "This page could not be set: %s\n", template.HTMLEscapeString(err.Error()))
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}

// refuse answers with a sentence.
func refuse(w http.ResponseWriter, status int, why string) {
	p := &page{Title: http.StatusText(status), set: "refusal", Body: why}
	p.write(w, status)
}

func static(name, media string) http.HandlerFunc {
	b, err := files.ReadFile(name)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", media)
		w.Header().Set("Cache-Control", "max-age=300")
		_, _ = w.Write(b)
	}
}

// pager is the place of a list in a longer one.
type pager struct {
	From, To, Total int // From is 1-based, To inclusive
	Prev, Next      string
}

// perPage is how many lines a list shows at a time.
const perPage = 100

// offset reads ?from=N, 0-based.
func offset(req *http.Request) (int, error) {
	s := req.URL.Query().Get("from")
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1<<40 {
		return 0, fmt.Errorf("%w: from=%q is not a number", errAsk, s)
	}
	return n, nil
}

func pagerOf(req *http.Request, off, shown, total, per int) pager {
	p := pager{From: off + 1, To: off + shown, Total: total}
	link := func(n int) string {
		q := req.URL.Query()
		q.Set("from", strconv.Itoa(n))
		u := url.URL{Path: req.URL.Path, RawQuery: q.Encode()}
		return u.RequestURI()
	}
	if off > 0 {
		p.Prev = link(max(0, off-per))
	}
	if off+shown < total && shown > 0 {
		p.Next = link(off + shown)
	}
	return p
}
