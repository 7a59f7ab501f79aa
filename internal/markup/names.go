package markup

import (
	"net/url"
	"sort"
	"strings"
	"unicode"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// metadata fills what the page says of its article, each with its evidence.
func (r *reader) metadata(a *stemma.Article) {
	chosen := map[int]string{}
	r.outlet(a, chosen)
	r.titles(a, chosen)
	r.dates(a, chosen)
	r.bylines(a, chosen)
	for _, f := range []struct {
		field string
		to    *string
	}{{"section", &a.Section}, {"canonical", &a.Canonical}} {
		if i := r.best(f.field, 100); i >= 0 {
			*f.to = r.about.readings[i].value
			chosen[i] = "the most trusted place that gives one"
		}
	}
	a.Candidates = r.about.candidates(r.whole, chosen)
}

// best is the reading of a field with the lowest rank, the first of equals.
func (r *reader) best(field string, worst int) int {
	best := -1
	for i, x := range r.about.readings {
		if x.field == field && x.rank <= worst && (best < 0 || x.rank < r.about.readings[best].rank) {
			best = i
		}
	}
	return best
}

// outlet names the page's outlet: by its host where the table of outlets knows
// it, else by what the page says.
func (r *reader) outlet(a *stemma.Article, chosen map[int]string) {
	if u, err := url.Parse(r.url()); err == nil && u.Host != "" {
		if o, ok := outlet.ByHost(strings.ToLower(u.Hostname())); ok {
			a.Outlet = o.Name
			r.about.add("outlet", o.Name, "url", span{}, 5)
			chosen[len(r.about.readings)-1] = "the outlet of the page's host"
			return
		}
	}
	if i := r.best("outlet", 100); i >= 0 {
		v := r.about.readings[i].value
		if o, ok := outlet.Lookup(v); ok {
			v = o.Name
		}
		a.Outlet = v
		chosen[i] = "the most trusted place that gives one"
	}
}

// titles picks the title: the heading whose words the head's title repeats,
// else the head's, less the site's name behind it.
func (r *reader) titles(a *stemma.Article, chosen map[int]string) {
	head := map[string]bool{}
	for _, x := range r.about.readings {
		if x.field == "title" {
			for _, w := range strings.Fields(strings.ToLower(x.value)) {
				head[w] = true
			}
		}
	}
	for i := range r.blocks {
		b := &r.blocks[i]
		text := string(r.of(b))
		if len(text) > 400 {
			continue
		}
		rank := 0
		switch {
		case r.within(b.node, tagH1):
			rank = 8
		case r.within(b.node, tagH2) && i < max(r.first, 1):
			rank = 28
		default:
			continue
		}
		words, in := strings.Fields(strings.ToLower(text)), 0
		for _, w := range words {
			if head[w] {
				in++
			}
		}
		if len(words) == 0 {
			continue
		}
		if len(head) > 0 && in*2 < len(words) {
			rank += 40
		}
		if len(words) < 3 {
			rank += 15
		}
		if r.nodes[b.node].hidden {
			rank += 10
		}
		at, end := r.runs[b.runs.from].at, r.runs[b.runs.to-1].at
		r.about.add("title", text, "heading", span{at.from, end.to}, rank)
		if r.title < 0 && rank < 20 {
			r.title = i
		}
	}
	i := r.best("title", 200)
	if i < 0 {
		return
	}
	x := r.about.readings[i]
	a.Title = x.value
	if x.where != "heading" {
		a.Title = withoutSite(x.value, a.Outlet)
	}
	chosen[i] = "the heading that the page's head repeats"
	if x.where != "heading" {
		chosen[i] = "the most trusted place that gives one"
	}
	if r.title < 0 { // where the body repeats it
		for i := range r.blocks {
			if strings.EqualFold(string(r.of(&r.blocks[i])), a.Title) {
				r.title = i
				break
			}
		}
	}
}

// withoutSite cuts the site's name from a head's title: "Ferry to run again |
// The Bay News" -> "Ferry to run again".
func withoutSite(title, site string) string {
	for _, sep := range []string{" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", " / "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		tail := title[i+len(sep):]
		if strings.EqualFold(strings.TrimSpace(tail), site) || len(strings.Fields(tail)) <= 4 && len(tail)*2 < i {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// bylines picks the writers, and sets agencies among them apart as credits.
func (r *reader) bylines(a *stemma.Article, chosen map[int]string) {
	var order []int
	for i, x := range r.about.readings {
		if x.field == "byline" {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		return r.about.readings[order[i]].rank < r.about.readings[order[j]].rank
	})
	where := ""
	seen := map[string]bool{}
	for _, i := range order {
		x := r.about.readings[i]
		if where != "" && x.where != where {
			break
		}
		took := false
		for _, name := range splitNames(x.value) {
			key := strings.ToLower(name)
			if seen[key] {
				continue
			}
			seen[key] = true
			if o, ok := outlet.Lookup(name); ok && o.Kind == outlet.Agency {
				if o.Name != a.Outlet {
					a.Credits = append(a.Credits, o.Name)
					took = true
				}
				continue
			}
			if strings.EqualFold(name, a.Outlet) || !nameLike(name) {
				continue
			}
			a.Bylines = append(a.Bylines, name)
			took = true
		}
		if took {
			where = x.where
			chosen[i] = "the most trusted place that gives names"
		}
		if len(a.Bylines) >= 12 {
			break
		}
	}
}

// byWords stand before the names of writers.
var byWords = []string{"written by", "posted by", "published by", "reported by", "story by", "article by", "authored by", "author:", "authors:", "author", "by:", "by", "von:", "von", "par", "por", "door", "di", "da", "af", "av", "text:", "text", "de", "oleh", "penulis:", "yazan:", "autor:", "autor", "автор:", "автор", "od", "pubblicato da", "escrito por", "publié par", "geschrieben von"}

// splitNames cuts a byline into names: "By Ann Lee and Bo Ek, Reuters" -> Ann
// Lee, Bo Ek, Reuters.
func splitNames(s string) []string {
	s = strings.TrimSpace(s)
	low := strings.ToLower(s)
	for _, w := range byWords {
		if strings.HasPrefix(low, w) && len(low) > len(w) && (low[len(w)] == ' ' || low[len(w)] == '\n' || strings.HasSuffix(w, ":")) {
			s = strings.TrimSpace(s[len(w):])
			break
		}
	}
	for _, cut := range []string{"|", "•", "·", "(", "\n", " – ", " — ", " - ", "@", ";"} {
		if cut == ";" {
			s = strings.ReplaceAll(s, ";", ",")
			continue
		}
		if i := strings.Index(s, cut); i > 0 {
			s = s[:i]
		}
	}
	for _, and := range []string{" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " dan ", " и ", " i "} {
		s = strings.ReplaceAll(s, and, ",")
	}
	var out []string
	for _, n := range strings.Split(s, ",") {
		if n = strings.Trim(n, " \t\n.:*"); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// nameLike reports whether a string may be a writer's name: a few words, no
// address, no number.
func nameLike(s string) bool {
	n := len(strings.Fields(s))
	if n > 6 || len(s) > 60 || strings.Contains(s, "/") || strings.Contains(s, "http") || strings.Contains(s, "www.") {
		return false
	}
	letters := false
	for _, r := range s {
		if unicode.IsDigit(r) && n > 1 {
			return false
		}
		letters = letters || unicode.IsLetter(r)
	}
	switch strings.ToLower(s) {
	case "admin", "administrator", "editor", "staff", "webmaster", "redaktion", "redaction", "root", "guest", "author":
		return false
	}
	return letters
}
