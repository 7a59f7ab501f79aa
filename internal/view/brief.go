package view

import (
	"cmp"
	"context"
	"path"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// Brief is what a list says of an article.
type Brief struct {
	ID      string
	Capture string
	Page    string
	Kind    string
	Number  int
	Title   string
	// Publisher is the outlet where it is known, else the page's file name.
	Publisher string
	// Known says that Publisher is an outlet a page names.
	Known     bool
	Author    string
	Credits   []string
	Place     string
	Lang      string
	Published *stemma.Date
	// Poster is who put it into the thread it stands in.
	Poster string
	// First is the first words of the text.
	First string
	// Words is about how many words it has.
	Words int
}

// Name is what a list calls the article: its publisher, and of a post or a
// reposted article who posted it.
func (b Brief) Name() string {
	switch {
	case b.Kind == stemma.KindPost && b.Author != "":
		return b.Author + " (post)"
	case b.Poster != "":
		return b.Publisher + ", posted by " + b.Poster
	}
	return b.Publisher
}

// Heading is the title, or the first words where a page prints none.
func (b Brief) Heading() string {
	switch {
	case b.Title != "":
		return b.Title
	case b.First != "":
		return b.First
	}
	return "(no title) " + b.Name()
}

func (r *Reader) brief(ctx context.Context, id string) (Brief, error) {
	if b, ok := r.briefs[id]; ok {
		return b, nil
	}
	a, err := r.article(ctx, id)
	if err != nil {
		return Brief{}, err
	}
	b := briefOf(a)
	if a.Within != "" && a.RepliesTo != a.Within { // but a comment is its own author's
		if post, err := r.article(ctx, string(a.Within)); err == nil {
			b.Poster = post.Author
			if b.Published == nil {
				b.Published = post.Published
			}
		}
	}
	r.briefs[id] = b
	return b, nil
}

// briefs returns the briefs of articles, in their order.
func (r *Reader) briefsOf(ctx context.Context, ids []string) ([]Brief, error) {
	out := make([]Brief, 0, len(ids))
	for _, id := range ids {
		b, err := r.brief(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

func briefOf(a *stemma.Article) Brief {
	b := Brief{
		ID: a.ID, Capture: a.Capture, Page: a.Page, Kind: a.Kind, Number: a.Number, Title: a.Title,
		Publisher: a.Outlet, Known: a.Outlet != "", Author: a.Author, Credits: a.Credits, Place: a.Place,
		Lang: a.Lang, Published: a.Published, Words: len(strings.Fields(a.Text)),
		First: head(a.Text, 70),
	}
	if b.Publisher == "" {
		b.Publisher = pageName(cmp.Or(a.Canonical, a.Page))
	}
	return b
}

// pageName is the short name of a page: "web/000_ab.txt" -> "000_ab.txt",
// "https://example.org/a/b" -> "example.org".
func pageName(page string) string {
	if _, rest, ok := strings.Cut(page, "://"); ok {
		host, _, _ := strings.Cut(rest, "/")
		return strings.TrimPrefix(host, "www.")
	}
	return path.Base(strings.ReplaceAll(page, `\`, "/"))
}

// PageName is the short name of a page.
func PageName(page string) string { return pageName(page) }

// keyName makes a name of an entity's key: that of the table of outlets, else
// of the words of the key, "agency:north-press" -> "North Press". Countries
// keep their code: "country:NOR" -> "NOR".
func keyName(id string) string {
	kind, key, ok := strings.Cut(id, ":")
	if !ok {
		return "a name not in the record"
	}
	if kind == "country" {
		return key
	}
	if o, ok := outlet.BySlug(key); ok && o.Key() == id {
		return o.Name
	}
	words := strings.FieldsFunc(key, func(c rune) bool { return c == '-' || c == '_' })
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}
