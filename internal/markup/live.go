package markup

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// entry is an entry of a live page as the page's data give it.
type entry struct {
	data  value
	title string
	from  int // its first block: of its headline, or of its words
}

const (
	leastEntries = 3
	// entryWords is how many bytes tell an entry without a headline by how it begins.
	entryWords = 40
)

// live makes an article of its own, held by the page's, of each entry of a live
// page: what stands between two of the headlines or beginnings that the page's
// data give with a day. "10:32 Ferry leaves", "10:05 Crew goes aboard".
func (r *reader) live(a *stemma.Article) []stemma.Article {
	entries := r.entries()
	if len(entries) < leastEntries || len(entries) > maxPosts(len(r.src)) {
		return nil
	}
	var out []stemma.Article
	par := len(r.paragraphs(r.body[:r.bodyFrom(entries[0].from)]))
	for k, e := range entries {
		end := len(r.body)
		if k+1 < len(entries) {
			end = r.bodyFrom(entries[k+1].from)
		}
		words := r.paragraphs(r.body[r.bodyFrom(e.from):end])
		first := par
		if par += len(words); par > len(a.Paragraphs) {
			return nil // a letter joined to the next paragraph
		}
		if len(words) > 1 && e.title != "" && plainLine(words[0].S) == plainLine(e.title) {
			words, first = words[1:], first+1
		}
		last := par
		for len(words) > 0 && stampLine(words[len(words)-1].S) { // the hour of the next
			words, last = words[:len(words)-1], last-1
		}
		if len(words) == 0 {
			continue
		}
		n := stemma.Article{Kind: stemma.KindArticle, Slot: a.Slot + "/live-" + strconv.Itoa(k+1), Within: stemma.Ref(a.ID), Title: e.title, Outlet: a.Outlet, Lang: a.Lang, Section: a.Section}
		n.By.Rule, n.Sure = "live entry", a.Sure
		block.Compose(&n, words)
		n.ID = stemma.NewArticleID(r.capture.ID, n.Slot)
		if v, ok := e.data.get("datePublished"); ok {
			if d, ok := dateOf(r.jsonText(v), r.capture.At); ok {
				n.Published = d
				r.postField(&n, "published", "json-ld datePublished", v.at, d.Text)
			}
		}
		if v, ok := e.data.get("author"); ok {
			v.each(func(v value) {
				if name, ok := v.get("name"); ok && name.kind == '"' && nameLike(unescape(r.jsonText(name))) {
					n.Bylines = append(n.Bylines, unescape(r.jsonText(name)))
					r.postField(&n, "byline", "json-ld author", name.at, unescape(r.jsonText(name)))
				}
			})
		}
		a.Holds = append(a.Holds, stemma.Held{Article: n.ID, Span: stemma.Span{Start: a.Paragraphs[first].Start, End: a.Paragraphs[last-1].End}})
		out = append(out, n)
	}
	return out
}

// stampLine reports whether a line says when an entry was written, and perhaps by
// whom: "16:56", "20:36 Ann Lee".
func stampLine(s string) bool {
	return len(s) < 40 && strings.ContainsAny(s, "0123456789") && !sentence(s)
}

// bodyFrom is the first of the body at or behind block i.
func (r *reader) bodyFrom(i int) int {
	k, _ := slices.BinarySearch(r.body, i)
	return k
}

// entries are the entries of a live page that it prints, in its order.
func (r *reader) entries() []entry {
	var out []entry
	lines := map[string][]int{} // where each line stands, whole and by how it begins
	for _, at := range r.ld {
		if !strings.Contains(r.src[at.from:at.to], "LiveBlogPosting") {
			continue
		}
		readJSON(r.src, at).walk(func(v value) {
			list, ok := v.get("liveBlogUpdate")
			if !ok {
				return
			}
			if len(lines) == 0 {
				for i := max(0, r.first-8); i <= r.body[len(r.body)-1]; i++ {
					s := plainLine(string(r.of(&r.blocks[i])))
					lines[s] = append(lines[s], i)
					if len(s) > entryWords {
						lines[s[:entryWords]] = append(lines[s[:entryWords]], i)
					}
				}
			}
			list.each(func(v value) {
				e := entry{data: v}
				at := ""
				if t, ok := v.get("headline"); ok && t.kind == '"' {
					e.title = strings.Join(strings.Fields(unescape(r.jsonText(t))), " ")
					at = plainLine(e.title)
				}
				if b, ok := v.get("articleBody"); ok && len(lines[at]) == 0 && b.kind == '"' {
					if p := paragraphsOf(block.Verbatim(r.jsonText(b), 0)); len(p) > 0 {
						at = plainLine(p[0].S)
						at = at[:min(len(at), entryWords)]
					}
				}
				if l := lines[at]; len(at) > 3 && len(l) > 0 {
					e.from, lines[at] = l[len(l)-1], l[:len(l)-1] // a list of the headlines stands above them
					out = append(out, e)
				}
			})
		})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].from < out[j].from })
	return slices.CompactFunc(out, func(a, b entry) bool { return a.from == b.from })
}

// plainLine is a line in lower case without what stands at its ends.
func plainLine(s string) string {
	return strings.ToLower(strings.Trim(strings.Join(strings.Fields(s), " "), " .…\"“”'‘’"))
}
