package dump

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/clip"
	"github.com/stemma-news/stemma/internal/dump/line"
	directory "github.com/stemma-news/stemma/internal/outlet"
)

// readDocs reads the articles a program wrote out with their fields: title,
// writer and day are set above the text as pages print them, read so, and what
// the fields say stands.
func readDocs(c *stemma.Capture, text block.Text, docs []clip.Doc) []stemma.Article {
	var out []stemma.Article
	for i := range docs {
		as := readDoc(c, text, &docs[i])
		if len(docs) > 1 {
			renumber(c, as, strconv.Itoa(len(out)+1))
		}
		out = append(out, as...)
	}
	return out
}

// readDoc reads one of them.
func readDoc(c *stemma.Capture, text block.Text, d *clip.Doc) []stemma.Article {
	var b block.Builder
	add := func(s stemma.Span) (at int) {
		at = b.Len()
		if s.Len() > 0 {
			b.AppendSlice(text, s.Start, s.End)
			b.AppendString("\n\n")
		}
		return at
	}
	add(d.Title)
	author := add(d.Author)
	add(d.Published)
	top := b.Len()
	for _, s := range d.Body {
		add(s)
	}
	r := newReader(c, b.Text())
	if r == nil {
		return nil
	}
	writers := -1
	for i := range r.ls {
		if r.ls[i].Start == author && d.Author.Len() > 0 {
			writers = i
		}
		if r.ls[i].Start < top {
			r.chance[i] = 0
		} else if d.Whole {
			r.chance[i] = 1
		}
	}
	if d.Whole {
		r.readPage(len(r.ls))
	} else {
		r.read()
	}
	if len(r.out) == 0 {
		return nil
	}
	a := &r.out[0]
	if names := inverted(text.S[d.Author.Start:d.Author.End]); names != nil {
		a.Bylines = names
	} else if writers >= 0 && len(a.Bylines) == 0 {
		r.names(a, len(prefixed(r.ls[writers].S, bylines)), len(r.ls[writers].S), writers)
	}
	f := fields{&reader{c: c, text: text}, a}
	f.set("title", &a.Title, d.Title)
	f.set("section", &a.Section, d.Section)
	f.set("canonical", &a.Canonical, d.URL)
	if a.Place == "" {
		f.set("place", &a.Place, d.Place)
		a.Place = placeName(a.Place)
	}
	a.Section, _, _ = strings.Cut(a.Section, ";") // "World; p. 11"
	for _, n := range d.Notices {
		v := f.r.sub(n.Start, n.End).S
		a.Notices = append(a.Notices, v)
		f.r.candidate(a, "notice", v, "label", n.Start, n.End, true, "speaks of the text itself")
	}
	f.set("outlet", &a.Outlet, d.Outlet)
	if d.Outlet.Len() == 0 {
		f.set("outlet", &a.Outlet, d.Publisher)
	}
	if u, err := url.Parse(a.Canonical); err == nil && a.Outlet == "" {
		if o, ok := directory.ByHost(strings.TrimPrefix(u.Host, "www.")); ok {
			f.set("outlet", &a.Outlet, d.URL)
			a.Outlet = o.Name
		}
	}
	for _, by := range []string{"(", " [", " --", ";"} { // "The Guardian (London)", "Agence France Presse -- English", "The Guardian; London"
		a.Outlet, _, _ = strings.Cut(a.Outlet, by)
	}
	a.Outlet = strings.TrimSpace(a.Outlet)
	if name, ok := strings.CutSuffix(a.Outlet, ", The"); ok {
		a.Outlet = "The " + name
	}
	for _, s := range []string{a.Outlet, strings.TrimSuffix(a.Outlet, " News")} { // "Reuters News"
		if name, ok := named(s); ok {
			a.Outlet = name
			break
		}
	}
	day := d.Published
	if day.Len() == 0 {
		day = d.Outlet // "Guardian (London). 5 May 2014, p3"
	}
	for _, l := range line.Split(text.S[day.Start:day.End]) {
		if len(l.Stamps) > 0 && l.Stamps[0].Whole() && exists(l.Stamps[0]) {
			printed := ""
			f.set("published", &printed, day)
			a.Published, a.MayBe = dateOf(l.Stamps[0], printed), nil
		}
	}
	if d, _ := dayIn(a.Canonical); d != nil && a.Published == nil && len(a.MayBe) == 0 {
		a.Published = d
	}
	return r.out
}

// inverted reads the names of a catalogue, "Ruiz, Ana; Lind, Carl"; nil of
// others. What follows a name of two words is no given name.
func inverted(s string) []string {
	var out []string
	for _, n := range strings.Split(s, ";") {
		last, given, ok := strings.Cut(strings.TrimSpace(n), ", ")
		if _, is := agency(last); !ok || is || !titled(last+" "+given) || len(strings.Fields(last)) != 1 || len(strings.Fields(given)) > 2 || strings.Contains(given, ",") {
			return nil
		}
		out = append(out, given+" "+last)
	}
	return out
}

// fields sets what the fields of a text say over what was read.
type fields struct {
	r *reader // of the whole text
	a *stemma.Article
}

// set makes the value at s the one chosen for a field; of no value it does nothing.
func (f fields) set(field string, to *string, s stemma.Span) {
	if s.Len() == 0 {
		return
	}
	for i := range f.a.Candidates {
		if f.a.Candidates[i].Field == field {
			f.a.Candidates[i].Chosen = false
		}
	}
	*to = f.r.sub(s.Start, s.End).S
	f.r.candidate(f.a, field, *to, "label", s.Start, s.End, true, "the text is labelled so")
}

// renumber gives the articles of one of several texts the slots of that text.
func renumber(c *stemma.Capture, as []stemma.Article, slot string) {
	ids := map[string]string{}
	for i := range as {
		a := &as[i]
		rest, ok := strings.CutPrefix(a.Slot, "main")
		if !ok {
			rest = "/" + a.Slot
		}
		a.Slot = slot + rest
		ids[a.ID] = stemma.NewArticleID(c.ID, a.Slot)
		a.ID = ids[a.ID]
	}
	for i := range as {
		a := &as[i]
		a.Within, a.RepliesTo = stemma.Ref(ids[string(a.Within)]), stemma.Ref(ids[string(a.RepliesTo)])
		for k := range a.Holds {
			a.Holds[k].Article = ids[a.Holds[k].Article]
		}
	}
}
