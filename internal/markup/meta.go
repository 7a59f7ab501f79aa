package markup

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// reading is one reading of a field of metadata.
type reading struct {
	field, value, where string
	at                  span   // bytes of the decoded page; 0, 0 if from none
	rank                int    // lower is better
	beside              string // of a printed date: the words before it
}

// maxReadings is how many readings are kept; a page of news has some thirty.
const maxReadings = 5_000

// about is what a page says of itself.
type about struct {
	p        *page
	readings []reading
	kinds    []string // @type of the data blocks' article-like objects
	lang     string
}

func (a *about) add(field, value, where string, at span, rank int) {
	value = strings.Join(strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(block.Space, r) }), " ")
	if value != "" && len(value) < 2000 && len(a.readings) < maxReadings {
		a.readings = append(a.readings, reading{field: field, value: value, where: where, at: at, rank: rank})
	}
}

// addRaw adds the raw bytes at of the page, entities decoded.
func (a *about) addRaw(field, where string, at span, rank int) {
	a.add(field, a.p.raw(at).S, where, at, rank)
}

// metaFields are the names and properties of meta tags that say something, and
// how far they are believed: lower is better.
var metaFields = map[string]struct {
	field string
	rank  int
}{
	"og:title": {"title", 20}, "twitter:title": {"title", 30}, "dc.title": {"title", 25}, "dcterms.title": {"title", 25}, "citation_title": {"title", 12}, "parsely-title": {"title", 22},
	"sailthru.title": {"title", 24}, "headline": {"title", 18}, "title": {"title", 40}, "hdl": {"title", 19},
	"author": {"byline", 30}, "article:author": {"byline", 40}, "dc.creator": {"byline", 28}, "dcterms.creator": {"byline", 28}, "sailthru.author": {"byline", 26}, "parsely-author": {"byline", 24},
	"citation_author": {"byline", 12}, "byl": {"byline", 15}, "byline": {"byline", 25}, "og:article:author": {"byline", 42}, "cxenseparse:author": {"byline", 27}, "article.author": {"byline", 30}, "og:author": {"byline", 35},
	"article:published_time": {"published", 20}, "og:article:published_time": {"published", 21}, "datepublished": {"published", 18}, "parsely-pub-date": {"published", 19}, "sailthru.date": {"published", 26},
	"pubdate": {"published", 24}, "publishdate": {"published", 24}, "publish-date": {"published", 24}, "publish_date": {"published", 24}, "dc.date": {"published", 30}, "dc.date.issued": {"published", 22}, "dcterms.date": {"published", 32},
	"dcterms.created": {"published", 29}, "dc.date.created": {"published", 28}, "dcterms.issued": {"published", 23}, "citation_publication_date": {"published", 27}, "citation_date": {"published", 28}, "citation_online_date": {"published", 26}, "date": {"published", 31}, "article.published": {"published", 22}, "published_time": {"published", 22},
	"og:published_time": {"published", 22}, "article:published": {"published", 22}, "cxenseparse:recs:publishtime": {"published", 25}, "cxenseparse:publishtime": {"published", 25}, "originalpublicationdate": {"published", 19}, "created": {"published", 34}, "article_date_original": {"published", 21}, "vr:published_time": {"published", 26},
	"bt:pubdate": {"published", 24}, "displaydate": {"published", 27}, "last-published": {"modified", 30}, "og:pubdate": {"published", 24}, "rnews:datepublished": {"published", 21}, "publication_date": {"published", 24}, "publishedat": {"published", 25}, "timestamp": {"published", 36}, "ptime": {"published", 24}, "iso-8601-publish-date": {"published", 22}, "eomportal-lastupdate": {"modified", 30},
	"article:modified_time": {"modified", 20}, "og:updated_time": {"modified", 30}, "datemodified": {"modified", 18}, "dc.date.modified": {"modified", 24}, "last-modified": {"modified", 35}, "lastmod": {"modified", 30}, "revised": {"modified", 32}, "dcterms.modified": {"modified", 25},
	"og:site_name": {"outlet", 20}, "application-name": {"outlet", 30}, "dc.publisher": {"outlet", 28}, "publisher": {"outlet", 27}, "citation_journal_title": {"outlet", 22}, "cre": {"outlet", 26}, "apple-mobile-web-app-title": {"outlet", 32}, "al:android:app_name": {"outlet", 36},
	"article:section": {"section", 20}, "parsely-section": {"section", 25}, "section": {"section", 26}, "og:article:section": {"section", 21},
	"og:url": {"canonical", 30}, "syndication-source": {"syndication", 10}, "original-source": {"syndication", 12},
	"description": {"description", 20}, "og:description": {"description", 21},
}

// about collects what the head, the data blocks and the properties say.
func (p *page) about() *about {
	a := &about{p: p}
	if p.title.len() > 0 {
		a.addRaw("title", "title", p.title, 35)
	}
	for _, n := range p.metas {
		a.meta(n)
	}
	for _, n := range p.links {
		rel, _ := p.attr(n, keyRel)
		href, ok := p.attrAt(n, keyHref)
		if !ok {
			continue
		}
		switch strings.ToLower(rel) {
		case "canonical":
			a.addRaw("canonical", "link canonical", href, 10)
		case "syndication-source", "original-source":
			a.addRaw("syndication", "link "+rel, href, 11)
		}
	}
	for _, at := range p.ld {
		readJSON(p.src, at).walk(a.data)
	}
	a.properties()
	if len(p.nodes) > 0 {
		for i := range min(len(p.nodes), 4) {
			if p.nodes[i].tag == tagHTML {
				if l, ok := p.attr(int32(i), keyLang); ok && len(l) < 20 {
					a.lang = l
				}
			}
		}
	}
	return a
}

func (a *about) meta(n int32) {
	content, ok := a.p.attrAt(n, keyContent)
	if !ok || content.len() == 0 {
		return
	}
	for _, k := range []key{keyProperty, keyName, keyItemprop, keyHTTPEquiv} {
		name, ok := a.p.attr(n, k)
		if !ok || len(name) > 40 {
			continue
		}
		name = strings.ToLower(strings.TrimSpace(name))
		f, ok := metaFields[name]
		if !ok {
			continue
		}
		if f.field == "published" && a.p.within(a.p.nodes[n].parent, tagBody) && k != keyItemprop {
			f.rank += 20
		}
		a.addRaw(f.field, "meta "+name, content, f.rank)
		return
	}
}

// articleKinds are the types of things that are read as the page's article;
// lower is better.
var articleKinds = map[string]int{
	"NewsArticle": 0, "ReportageNewsArticle": 0, "AnalysisNewsArticle": 0, "BackgroundNewsArticle": 0, "OpinionNewsArticle": 0, "ReviewNewsArticle": 0, "Article": 1, "BlogPosting": 1, "Report": 1,
	"LiveBlogPosting": 1, "TechArticle": 1, "ScholarlyArticle": 1, "SocialMediaPosting": 2, "DiscussionForumPosting": 1, "QAPage": 3, "Question": 2, "Review": 3, "Recipe": 2, "HowTo": 2, "AdvertiserContentArticle": 1, "CreativeWork": 4, "WebPage": 6, "ItemPage": 6, "VideoObject": 8, "PodcastEpisode": 4,
}

// data reads one object of a data block.
func (a *about) data(v value) {
	p := a.p
	kind, best := "", 99
	if t, ok := v.get("@type"); ok {
		t.each(func(t value) {
			if k, ok := articleKinds[p.jsonText(t)]; ok && k < best {
				kind, best = p.jsonText(t), k
			}
		})
	}
	if kind == "" {
		return
	}
	a.kinds = append(a.kinds, kind)
	where := "json-ld " + kind
	str := func(key, field string, rank int) {
		if x, ok := v.get(key); ok {
			x.each(func(x value) {
				if x.kind == '"' {
					a.add(field, unescape(p.jsonText(x)), where+" "+key, x.at, rank+best)
				}
			})
		}
	}
	str("datePublished", "published", 10)
	str("dateCreated", "published", 40)
	str("dateModified", "modified", 10)
	str("articleSection", "section", 15)
	if best > 5 {
		return // of the page, not of the article
	}
	str("headline", "title", 13)
	for _, key := range []string{"author", "creator"} {
		if x, ok := v.get(key); ok {
			x.each(func(x value) { a.person(x, where+" "+key) })
		}
	}
	for _, key := range []string{"publisher", "sourceOrganization"} {
		if x, ok := v.get(key); ok {
			x.each(func(x value) {
				if n, ok := x.get("name"); ok {
					a.add("outlet", unescape(p.jsonText(n)), where+" "+key, n.at, 12+best)
				}
			})
		}
	}
}

// person reads an author of a data block: a name, or an object with one.
func (a *about) person(v value, where string) {
	if v.kind == '"' {
		a.add("byline", unescape(a.p.jsonText(v)), where, v.at, 16)
		return
	}
	n, ok := v.get("name")
	if !ok {
		return
	}
	rank := 10
	if t, ok := v.get("@type"); ok && strings.Contains(a.p.jsonText(t), "Organization") {
		rank = 22
	}
	n.each(func(n value) { a.add("byline", unescape(a.p.jsonText(n)), where, n.at, rank) })
}

// unescape undoes entities that some pages write into their data blocks.
func unescape(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	p := page{src: s}
	return p.raw(span{0, int32(len(s))}).S
}

// classField tells a byline's, date's or headline's element by its class.
func classField(class string) string {
	if len(class) > 300 {
		return ""
	}
	field := ""
	eachClassWord(class, func(w string) {
		switch w {
		case "author", "byline", "authors", "writer", "autor", "auteur", "autore", "verfasser", "redakteur", "vcard", "contributor", "by-line", "penulis", "reporter", "journalist":
			if field == "" {
				field = "byline"
			}
		case "date", "published", "timestamp", "datetime", "pubdate", "dateline", "datum", "fecha", "time", "dt-published", "entry-date", "posted", "publish", "created", "tanggal", "datepublished", "pub":
			if field == "" {
				field = "published"
			}
		case "modified", "updated", "update", "lastmod":
			if field == "" || field == "published" {
				field = "modified"
			}
		}
	})
	return field
}

// properties reads microdata, <time>, rel=author and classes in the body.
func (a *about) properties() {
	p := a.p
	times := 0
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.attrs.len() == 0 && n.tag != tagTime || n.tag == tagMeta {
			continue
		}
		prop, _ := p.attr(int32(i), keyItemprop)
		stamp, hasStamp := p.attrAt(int32(i), keyDatetime)
		class, _ := p.attr(int32(i), keyClass)
		field, where, rank := "", "", 0
		switch prop {
		case "datePublished":
			field, where, rank = "published", "itemprop datePublished", 15
		case "dateModified":
			field, where, rank = "modified", "itemprop dateModified", 15
		case "headline":
			field, where, rank = "title", "itemprop headline", 16
		case "author", "creator":
			field, where, rank = "byline", "itemprop "+prop, 20
		}
		if rel, _ := p.attr(int32(i), keyRel); field == "" && rel == "author" {
			field, where, rank = "byline", "rel author", 33
		}
		if field == "" && (class != "" || n.tag == tagTime) {
			if field = classField(class); field != "" {
				where, rank = "class "+field, 45
			} else if id, ok := p.attr(int32(i), keyID); ok {
				if field = classField(id); field != "" {
					where, rank = "id "+field, 46
				}
			}
		}
		if n.tag == tagTime {
			times++
			if field != "modified" {
				field = "published"
			}
			if where == "" {
				where, rank = "time", 48
			}
			rank += min(times, 8)
		}
		if field == "" {
			continue
		}
		rank += a.place(int32(i))
		if field == "published" || field == "modified" {
			if hasStamp {
				a.addRaw(field, where+" datetime", stamp, rank)
				continue
			}
			if c, ok := p.attrAt(int32(i), keyContent); ok {
				a.addRaw(field, where, c, rank)
				continue
			}
		}
		a.element(field, where, int32(i), rank)
	}
}

// element adds the words of an element, where they are few.
func (a *about) element(field, where string, n int32, rank int) {
	runs := a.p.nodes[n].runs
	if runs.len() == 0 || runs.len() > 24 {
		return
	}
	first, last := a.p.runs[runs.from].at, a.p.runs[runs.to-1].at
	if last.to-first.from > 3000 {
		return
	}
	text := a.p.flat(runs)
	if field == "published" || field == "modified" {
		if runs.len() > 1 && strings.ContainsAny(text, "0123456789") && len(when.Find(text)) == 0 {
			if d := a.p.apart(runs); len(when.Find(d)) > 0 {
				text = d
			}
		}
	}
	if len(text) < 300 {
		a.add(field, text, where, span{first.from, last.to}, rank)
	}
}

// place says how far an element stands from where the page speaks of its own
// article: in the furniture, in comments, among related pieces, far down.
func (a *about) place(n int32) int {
	p := a.p
	far := 0
	for e := n; e >= 0; e = p.nodes[e].parent {
		switch p.nodes[e].tag {
		case tagFooter, tagNav, tagAside:
			far += 12
		case tagLI:
			far += 4
		}
		if v, ok := p.attr(e, keyClass); ok && (strings.Contains(v, "omment") || strings.Contains(v, "elated") || strings.Contains(v, "sidebar") || strings.Contains(v, "widget") || strings.Contains(v, "recommend")) {
			far += 12
		}
		if far > 24 {
			break
		}
	}
	return far
}

// candidates are all readings as the article keeps them, bytes led through the
// decoding; chosen says of each whether it was taken and why.
func (a *about) candidates(text block.Text, chosen map[int]string) []stemma.Candidate {
	var out []stemma.Candidate
	for i, r := range a.readings {
		if r.field == "description" {
			continue
		}
		c := stemma.Candidate{Field: r.field, Value: r.value, Where: r.where}
		if at, ok := text.RangeOf(int(r.at.from), int(r.at.to)); ok {
			c.Range = at
		}
		c.Why, c.Chosen = chosen[i], chosen[i] != ""
		out = append(out, c)
	}
	return out
}
