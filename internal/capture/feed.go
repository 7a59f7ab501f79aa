package capture

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/mmcdole/gofeed"

	"github.com/stemma-news/stemma"
)

// fewWords is the number of words below which what an entry gives is a teaser,
// not an article.
const fewWords = 60

// feed yields each entry of a feed that gives its text. An entry is no page,
// so its payload is one made of what the feed says of it: title, date, author,
// address and text, as HTML.
func (w *walker) feed(name string, r io.Reader) error {
	body, err := w.all(r)
	if err != nil {
		return w.skip(name, unpackReason(err))
	}
	f, err := parseFeed(body)
	if err != nil {
		return w.skip(name, "it looks like a feed and cannot be read as one: "+err.Error())
	}
	teasers := 0
	for i, e := range f.Items {
		text := e.Content
		if words(e.Description) > words(text) {
			text = e.Description
		}
		if words(text) < fewWords {
			teasers++
			continue
		}
		c := stemma.Capture{Page: e.Link, URL: e.Link, Grade: stemma.GradeSaved, Media: "text/html", Charset: "utf-8"}
		if !IsURL(e.Link) {
			c.Page, c.URL = fmt.Sprintf("%s#%d", name, i+1), ""
		}
		p := Page{Capture: c, Body: entry(f, e, text), Meta: meta(map[string]any{"feed": f.Title, "guid": e.GUID})}
		if err := w.yield(p); err != nil {
			return err
		}
	}
	if teasers > 0 {
		return w.skip(name, fmt.Sprintf("%d of its %d entries give a teaser and not their text: read their pages", teasers, len(f.Items)))
	}
	if len(f.Items) == 0 {
		return w.skip(name, "it is a feed without entries")
	}
	return nil
}

// parseFeed reads a feed. What its reader cannot bear is an error.
func parseFeed(body []byte) (f *gofeed.Feed, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("internal error: %v", r)
		}
	}()
	return gofeed.NewParser().Parse(bytes.NewReader(body))
}

// words counts the words of HTML, roughly: its tags count for nothing.
func words(s string) int {
	n, tag, in := 0, false, false
	for _, r := range s {
		switch {
		case r == '<':
			tag, in = true, false
		case r == '>' && tag:
			tag = false
		case tag:
		case unicode.IsSpace(r):
			in = false
		case !in:
			in = true
			n++
		}
	}
	return n
}

// marks are the tags that titles have.
var marks = regexp.MustCompile(`(?i)</?(?:a|abbr|b|bdi|br|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|tt|u|wbr)(?:\s[^<>]*)?/?>`)

// plain is a title or name that a feed gives as HTML: "Deputy &#8216;ready&#8217; for
// <i>Newsnight</i>".
func plain(s string) string {
	return html.UnescapeString(marks.ReplaceAllString(s, ""))
}

// entry writes an entry as a page.
func entry(f *gofeed.Feed, e *gofeed.Item, text string) []byte {
	var b strings.Builder
	esc := func(s string) string { return html.EscapeString(plain(s)) }
	b.WriteString("<!doctype html>\n<html")
	if f.Language != "" {
		fmt.Fprintf(&b, " lang=\"%s\"", esc(f.Language))
	}
	fmt.Fprintf(&b, "><head><meta charset=\"utf-8\">\n<title>%s</title>\n", esc(e.Title))
	if f.Title != "" {
		fmt.Fprintf(&b, "<meta property=\"og:site_name\" content=\"%s\">\n", esc(siteName(f.Title, f.Link)))
	}
	if e.Link != "" {
		fmt.Fprintf(&b, "<link rel=\"canonical\" href=\"%s\">\n", html.EscapeString(e.Link))
	}
	for _, a := range e.Authors {
		if a != nil && a.Name != "" {
			fmt.Fprintf(&b, "<meta name=\"author\" content=\"%s\">\n", esc(a.Name))
		}
	}
	if e.PublishedParsed != nil {
		fmt.Fprintf(&b, "<meta property=\"article:published_time\" content=\"%s\">\n", e.PublishedParsed.UTC().Format(time.RFC3339))
	}
	if e.UpdatedParsed != nil {
		fmt.Fprintf(&b, "<meta property=\"article:modified_time\" content=\"%s\">\n", e.UpdatedParsed.UTC().Format(time.RFC3339))
	}
	fmt.Fprintf(&b, "</head><body><article><h1>%s</h1>\n%s\n</article></body></html>\n", esc(e.Title), text)
	return []byte(b.String())
}

// siteName is the part of a feed's title that its address is made of, as many
// name a section or country beside it: "Harbour Wire | Norway" of
// harbourwire.example. It is the whole title where no part is.
func siteName(title, link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return title
	}
	host := strings.ReplaceAll(strings.ToLower(u.Hostname()), "-", "")
	rest := title
	for rest != "" {
		part, sep, more := rest, 0, ""
		for _, s := range []string{" | ", " - ", " – ", " — ", " > ", " » ", " :: ", ": "} {
			if i := strings.Index(rest, s); i >= 0 && (sep == 0 || i < len(part)) {
				part, sep, more = rest[:i], len(s), rest[i+len(s):]
			}
		}
		name := strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, part)
		if len(name) >= 4 && slices.ContainsFunc(strings.Split(host, "."), func(l string) bool {
			return l == name || "the"+l == name || l == "the"+name
		}) {
			return part
		}
		rest = more
	}
	return title
}
