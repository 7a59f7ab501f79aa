package markup

import (
	"net/url"
	"strings"

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
		} else {
			v = r.siteName(v)
		}
		a.Outlet = v
		chosen[i] = "the most trusted place that gives one"
	}
}

// siteName is the name of a site without the section or edition that its feeds
// and pages print after it: "Harbour Wire » English" -> "Harbour Wire".
func (r *reader) siteName(s string) string {
	if r.firstOn != "" && len(s) > len(r.firstOn) && strings.HasPrefix(s, r.firstOn+" ") {
		return r.firstOn
	}
	if name, _, ok := strings.Cut(s, " » "); ok && name != "" {
		return name
	}
	for _, m := range []string{" | ", " - ", " – ", " — ", ": "} {
		if name, tail, ok := strings.Cut(s, m); ok && name != "" && sections[strings.ToLower(strings.TrimSpace(tail))] {
			return name
		}
	}
	return s
}

// sections are what feeds print after the names of their sites.
var sections = map[string]bool{"rss": true, "rss feed": true, "feed": true, "news": true, "all news": true, "latest news": true, "latest": true, "home": true, "world": true, "world news": true, "top stories": true, "headlines": true, "english": true, "international": true, "business": true, "politics": true, "all articles": true, "articles": true, "blog": true, "actualités": true, "à la une": true, "nachrichten": true, "noticias": true, "news feed": true, "main feed": true}

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
		case r.hasMark(b.node, titleMarks) || b.node > 0 && r.hasMark(r.nodes[b.node].parent, titleMarks):
			rank = 21
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
	if x.where != "heading" {
		if title, site := r.splitTitle(x.value); title >= 0 {
			b := &r.blocks[title]
			a.Title, r.title = string(r.of(b)), title
			chosen[i] = "what the page prints of it, too"
			if a.Outlet == "" && site != "" {
				a.Outlet = site
				r.about.add("outlet", site, "title", x.at, 60)
				chosen[len(r.about.readings)-1] = "beside the headline in the page's head"
			}
		}
	}
	if a.Outlet == "" && a.Kind == stemma.KindArticle {
		r.outletBeside(a, chosen)
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

// titleMarks are classes of the headings of articles, whose first heading may be
// the site's own name.
var titleMarks = set("entry-title post-title article-title node-title headline")

// splitTitle finds the block that prints one part of a head's title, the headline;
// the other part, where it is short, names the site: "The Bay News - Ferry to run
// again".
func (r *reader) splitTitle(title string) (at int, site string) {
	for _, sep := range titleSeps {
		for from, most := 0, 8; most > 0; most-- {
			i := strings.Index(title[from:], sep)
			if i < 0 {
				break
			}
			i += from
			from = i + len(sep)
			before, behind := strings.TrimSpace(title[:i]), strings.TrimSpace(title[from:])
			for k := range min(len(r.blocks), r.first+8) {
				n := r.blocks[k].text.len()
				if n < 15 || n != len(before) && n != len(behind) {
					continue
				}
				s := string(r.of(&r.blocks[k]))
				for _, x := range [][2]string{{before, behind}, {behind, before}} {
					if !strings.EqualFold(s, x[0]) || len(strings.Fields(x[0])) < 4 || len(x[0]) <= len(x[1]) {
						continue
					}
					site := x[1]
					if strings.ContainsAny(site, "|–—»·•:0123456789") || strings.Contains(site, " - ") || len(strings.Fields(site)) > 5 || sep == ": " || !r.ownsName(site) {
						site = ""
					}
					return k, site
				}
			}
		}
	}
	return -1, ""
}

// outletBeside names the outlet by what the head's title has beside the headline:
// "Ferry to run again - Ports | The Bay News".
func (r *reader) outletBeside(a *stemma.Article, chosen map[int]string) {
	for _, x := range r.about.readings {
		at := strings.Index(x.value, a.Title)
		if x.where != "title" || at < 0 || len(strings.Fields(a.Title)) < 3 {
			continue
		}
		site := x.value[at+len(a.Title):]
		for _, sep := range titleSeps {
			if front, ok := strings.CutSuffix(x.value[:at], sep); ok && site == "" {
				site = sep + front
			}
		}
		cut := -1
		for _, sep := range titleSeps {
			if k := strings.LastIndex(site, sep); k >= 0 && k+len(sep) > cut {
				cut = k + len(sep)
			}
		}
		if cut < 0 {
			continue
		}
		if site = strings.TrimSpace(site[cut:]); len(strings.Fields(site)) <= 5 && len(site) > 2 && !strings.ContainsAny(site, "0123456789") {
			a.Outlet = site
			r.about.add("outlet", site, "title", x.at, 60)
			chosen[len(r.about.readings)-1] = "beside the headline in the page's head"
		}
		return
	}
}

// titleSeps part a headline from the name of its site.
var titleSeps = []string{" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", ": ", " / "}

// ownsName reports whether the page names site as whose it is: in a line of
// copyright, or in words for a picture, its masthead.
func (r *reader) ownsName(site string) bool {
	site = strings.ToLower(site)
	if strings.Contains(strings.ToLower(r.src[:min(len(r.src), 200_000)]), `alt="`+site+`"`) {
		return true
	}
	for i := range r.blocks {
		if n := r.blocks[i].text.len(); n > 400 {
			continue
		}
		s := strings.ToLower(string(r.of(&r.blocks[i])))
		if (strings.Contains(s, "©") || strings.Contains(s, "copyright") || strings.Contains(s, "(c)")) && strings.Contains(s, site) {
			return true
		}
	}
	return false
}

// withoutSite cuts the site's name from a head's title: "Ferry to run again |
// The Bay News" -> "Ferry to run again".
func withoutSite(title, site string) string {
	for _, sep := range titleSeps {
		i := strings.LastIndex(title, sep)
		if i <= 0 || sep == ": " {
			continue
		}
		tail := title[i+len(sep):]
		if strings.EqualFold(strings.TrimSpace(tail), site) || len(strings.Fields(tail)) <= 4 && len(tail)*2 < i {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}
