package score

import (
	"fmt"
	"io"
	"path"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// Case compares an exported record with what is expected of its pages.
func Case(export io.Reader, e *Expect) (*Card, error) {
	rec, err := readRecord(export)
	if err != nil {
		return nil, err
	}
	c := &comparison{rec: rec, e: e, card: &Card{}, doc: map[string]*stemma.Article{}, name: map[string]string{}}
	c.match()
	c.documents()
	c.families()
	c.sayings()
	c.events()
	c.figures()
	c.entities()
	return c.card, nil
}

type comparison struct {
	rec  *record
	e    *Expect
	card *Card
	doc  map[string]*stemma.Article        // by the id expect.json gives
	name map[string]string                 // the same back, by article id
	runs map[*stemma.Quote]map[string]bool // of broken quotations, those expected
}

// match finds the article each expected document is: posts by their number,
// articles by their first words, then by their title. The items of a feed have
// addresses of their own and no page.
func (c *comparison) match() {
	ids := make([]string, 0, len(c.rec.articles))
	for id := range c.rec.articles {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	tests := []func(*stemma.Article, ExpectDocument) bool{
		func(a *stemma.Article, d ExpectDocument) bool {
			if d.Kind == stemma.KindPost {
				return a.Number == d.Number
			}
			return strings.HasPrefix(plain(a.Text), plain(d.BodyFirst))
		},
		func(a *stemma.Article, d ExpectDocument) bool {
			if d.Kind == stemma.KindPost {
				return a.Author == d.Author && strings.Contains(plain(a.Text), plain(d.BodyFirst))
			}
			return d.Title != nil && a.Title == *d.Title || strings.Contains(plain(a.Text), plain(d.BodyFirst))
		},
	}
	read := map[string]bool{}
	for _, a := range c.rec.articles {
		read[path.Base(a.Page)] = true
	}
	for _, test := range tests {
		for _, d := range c.e.Documents {
			if c.doc[d.ID] != nil {
				continue
			}
			for _, id := range ids {
				a := c.rec.articles[id]
				if c.name[id] == "" && (path.Base(a.Page) == d.Page || !read[d.Page]) && a.Kind == d.Kind && test(a, d) {
					c.doc[d.ID], c.name[id] = a, d.ID
					break
				}
			}
		}
	}
}

func (c *comparison) documents() {
	s := c.card.section("documents")
	for _, d := range c.e.Documents {
		a := c.doc[d.ID]
		if a == nil {
			s.add(d.ID, missed, "")
			continue
		}
		s.add(d.ID, found, "")
		k := func(field string) string { return d.ID + "/" + field }
		want := func(field, want, got string) {
			if want != "" {
				s.is(k(field), plain(got) == plain(want), got)
			}
		}
		if d.Title != nil {
			want("title", *d.Title, a.Title)
		}
		want("outlet", d.Outlet, a.Outlet)
		want("place", d.Place, a.Place)
		want("standfirst", d.Standfirst, a.Standfirst)
		want("translated_from", d.TranslatedFrom, a.TranslatedFrom)
		want("author", d.Author, a.Author)
		want("within", d.Within, c.name[string(a.Within)])
		want("replies_to", d.RepliesTo, c.name[string(a.RepliesTo)])
		if d.Number != 0 {
			s.is(k("number"), a.Number == d.Number, a.Number)
		}
		if d.Credits != nil {
			same := func(a, b string) bool { return sameName([]string{a}, b) }
			s.is(k("credits"), slices.EqualFunc(a.Credits, *d.Credits, same), "credits: "+strings.Join(a.Credits, ", "))
		}
		if d.Published != "" {
			got := ""
			if a.Published != nil {
				got = a.Published.From.Format("2006-01-02T15:04:05Z07:00")
			}
			s.is(k("published"), strings.HasPrefix(got, d.Published), got)
		}
		if d.BodyFirst != "" {
			own := c.own(a)
			s.is(k("body_first"), strings.HasPrefix(flat(own), flat(d.BodyFirst)), own)
		}
		if d.BodyLast != "" {
			t := flat(a.Text)
			s.is(k("body_last"), strings.HasSuffix(t, flat(d.BodyLast)), t[max(0, len(t)-100):])
		}
		for i, n := range d.Notices {
			s.is(fmt.Sprintf("%s/notice-%d", d.ID, i), holds(a.Notices, n), strings.Join(a.Notices, " | "))
		}
		for i, n := range d.Captions {
			s.is(fmt.Sprintf("%s/caption-%d", d.ID, i), holds(a.Captions, n), strings.Join(a.Captions, " | "))
		}
		if d.PhotoCredit != "" {
			s.is(k("photo_credit"), holds(a.PhotoCredits, d.PhotoCredit), strings.Join(a.PhotoCredits, " | "))
		}
		for i, n := range d.NotBody {
			s.is(fmt.Sprintf("%s/not_body-%d", d.ID, i), !strings.Contains(flat(a.Text), flat(n)), n)
		}
		for _, h := range d.Holds {
			ok := slices.ContainsFunc(a.Holds, func(x stemma.Held) bool { return c.name[x.Article] == h })
			s.is(k("holds-"+h), ok, "")
		}
	}
	c.spuriousDocuments(s)
}

// own is the text of a without the earlier posts it quotes.
func (c *comparison) own(a *stemma.Article) string {
	t := a.Text
	for i := len(a.Holds) - 1; i >= 0; i-- {
		if h := a.Holds[i]; a.RepliesTo == stemma.Ref(h.Article) {
			t = t[:h.Start] + t[h.End:]
		}
	}
	return t
}

func (c *comparison) spuriousDocuments(s *section) {
	var more []string
	for id, a := range c.rec.articles {
		if c.name[id] == "" {
			more = append(more, path.Base(a.Page)+" "+a.Slot+": "+cut(a.Text))
		}
	}
	sort.Strings(more)
	for i, m := range more {
		s.add(fmt.Sprintf("spurious-%d", i), spurious, m)
	}
}

// flat folds white space only.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// holds reports whether a list holds want, alone or with words around it (a
// credit in brackets after a caption).
func holds(list []string, want string) bool {
	return slices.ContainsFunc(list, func(x string) bool { return strings.Contains(flat(x), flat(want)) })
}

func (c *comparison) families() {
	s := c.card.section("families")
	members := func(f *stemma.Family) string {
		var ids []string
		for _, a := range f.Articles {
			n := c.name[a]
			if n == "" {
				n = "?" + a
			}
			ids = append(ids, n)
		}
		sort.Strings(ids)
		return strings.Join(ids, "+")
	}
	got := map[string]*stemma.Family{}
	for _, f := range c.rec.families {
		got[members(f)] = f
	}
	for _, want := range c.e.Families {
		ids := slices.Clone(want.Articles)
		sort.Strings(ids)
		key := strings.Join(ids, "+")
		f := got[key]
		if f == nil {
			s.add(key, missed, "")
			continue
		}
		delete(got, key)
		s.add(key, found, "")
		w := ""
		if want.Writer != nil {
			w = *want.Writer
		}
		s.is(key+"/writer", f.Writer == w || w != "" && sameName([]string{f.Writer}, w), "wrote: "+f.Writer)
	}
	var more []string
	for key := range got {
		more = append(more, key)
	}
	sort.Strings(more)
	for _, key := range more {
		s.add(key, spurious, "")
	}
}
