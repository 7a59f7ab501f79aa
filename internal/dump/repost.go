package dump

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	directory "github.com/stemma-news/stemma/internal/outlet"
)

// held is an article that a post holds: its body is the lines first to end, its
// title stands on line title (-1 for none), and what names its source on the
// lines of marks.
type held struct {
	title, first, end int
	marks             []mark
	why               []string
}

// mark is a line that names where the held article is from.
type mark struct {
	line   int
	kind   string // "tail" ("Talks fail - The Daily"), "source", "link", "lead" ("From The Daily:")
	outlet string
}

// repost finds the article a post holds. No single sign is enough: a dateline,
// a line that names the source, a title above several paragraphs, the title
// again with the name of its site.
func (r *reader) repost(in []bool, p post, qs []quoteBlock, done *readPosts) *held {
	lo := p.lo
	for _, q := range qs {
		lo = max(lo, q.to)
	}
	h := &held{title: -1, first: -1, end: -1}
	defer func() { // what else names its outlet knows better than who posts it
		slices.SortStableFunc(h.marks, func(a, b mark) int {
			return cmp.Compare(pick(a.kind == "lead", 1, 0), pick(b.kind == "lead", 1, 0))
		})
	}()
	points, prose := 0, 0
	dateline, wire := -1, false
	for i := lo; i < p.hi; i++ {
		l := &r.ls[i]
		if m, ok := r.markAt(i, max(lo, i-80)); ok && len(h.marks) < 12 {
			h.marks = append(h.marks, m)
			continue
		}
		if in[i] && l.Words >= 14 {
			prose++
			if dateline < 0 {
				if d, ok := readDateline(l.S); ok && d.place != "" {
					dateline, wire = i, d.agency != ""
				}
			}
		}
	}
	if prose == 0 {
		return nil
	}
	if set := r.setApart(in, lo, p.hi); set != nil && dateline < 0 {
		return set
	}
	if dateline >= 0 {
		points += 2
		h.why = append(h.why, "a dateline")
		if wire && prose > 1 {
			points++
		}
	}
	start := dateline
	if start < 0 {
		start = firstProse(r, in, lo, p.hi)
	}
	if start < 0 {
		return nil
	}
	h.title = r.heldTitle(in, lo, start, p.hi, h.marks)
	if h.title >= 0 && dateline < 0 { // what stands above the title is the poster's
		if j := firstProse(r, in, h.title+1, p.hi); j >= 0 {
			start = j
		}
	}
	again := false
	for _, m := range h.marks {
		switch {
		case m.outlet != "":
			points += 2
			h.why = append(h.why, "a line that names its source")
		default:
			points++
		}
	}
	if h.title >= 0 {
		points++
		h.why = append(h.why, "a title above it")
		for i := h.title + 1; i < start; i++ {
			if r.saysWho(i) && r.ls[i].Words <= 10 {
				points += 2
				h.why = append(h.why, "a byline above it")
				break
			}
		}
	}
	if prose >= 3 {
		points++
	}
	if points < 4 || h.title < 0 && dateline < 0 && !again && prose < 2 {
		return nil
	}
	h.first = start
	h.end = p.hi
	for _, m := range h.marks { // the poster's own words follow the source
		if m.line > start {
			h.end = m.line
			break
		}
	}
	for h.end > h.first && !in[h.end-1] {
		h.end--
	}
	if h.end <= h.first {
		return nil
	}
	return h
}

// leastIndent is how much further in than the poster's own words stand those that a
// program set apart.
const leastIndent = 2

// setApart returns the article that stands further in than the words above it, two
// paragraphs of prose or more, nil of none: "They have moved:" / "    The council
// decided on Friday ..." / "    “It is late,” she said.".
func (r *reader) setApart(in []bool, lo, hi int) *held {
	first := lo
	for first < hi && !in[first] {
		first++
	}
	h := &held{title: -1, first: -1, why: []string{"set apart from the words above it"}}
	prose := 0
	for i := first; i < hi && first < hi; i++ {
		switch apart := r.ls[i].Indent >= r.ls[first].Indent+leastIndent; {
		case !in[i]:
		case apart && h.end > 0 && h.end < i && in[h.end]: // a second one
			return nil
		case apart:
			if h.first < 0 {
				h.first = i
			}
			h.end = i + 1
			if r.ls[i].Words >= 12 {
				prose++
			}
		}
	}
	if prose < 2 {
		return nil
	}
	return h
}

func firstProse(r *reader, in []bool, i, j int) int {
	for ; i < j; i++ {
		if in[i] && r.ls[i].Words >= 12 {
			return i
		}
	}
	return -1
}

// leadIn ends the poster's words before a repost: "From today's Lake Post:", "From
// The Lake Post (Bergen):".
var leadIn = regexp.MustCompile(`(?:^|[.!?] |, )(?:This is f|F|f)rom (?:today's |today’s |yesterday's |yesterday’s |this morning's |this morning’s |the )?(\p{Lu}[^:.()]{2,40}?)(?: \([^)]{2,30}\))?(?: (?:today|yesterday|tonight|this morning))?:$`)

// markAt reads line i as one that names where a reposted text is from.
func (r *reader) markAt(i, lo int) (mark, bool) {
	l := &r.ls[i]
	if r.aside[i] { // of a card
		o, _ := directory.ByHost(strings.TrimPrefix(l.S, "www."))
		return mark{i, "link", o.Name}, hostAlone(l.S)
	}
	if l.Words > 40 || isRelated(l.S) {
		return mark{}, false
	}
	if t, name, ok := splitTail(l.S); ok {
		known, isKnown := named(name)
		for j := lo; j < i && !isKnown; j++ {
			if sameTitle(t, r.ls[j].S) {
				isKnown, known = true, strings.TrimSpace(name)
			}
		}
		if isKnown && !l.Ends {
			return mark{i, "tail", known}, true
		}
	}
	s := strings.TrimLeft(l.S, "([*•- ")
	if p := prefixed(s, sources); p != "" && l.Words <= 14 {
		v := strings.Trim(s[min(len(s), len(p)):], block.Space+")]")
		for _, part := range strings.FieldsFunc(v, func(r rune) bool { return r == '/' && !strings.Contains(v, "://") || r == ',' }) {
			if _, ok := agency(part); ok {
				return mark{i, "source", ""}, true
			}
			if name, ok := named(part); ok {
				return mark{i, "source", name}, true
			}
		}
		if host := hostOf(v); host != "" {
			o, _ := directory.ByHost(host)
			return mark{i, "source", o.Name}, true
		}
		if v = strings.Trim(v, "."); v != "" && len(strings.Fields(v)) <= 5 && titled(v) && !strings.ContainsAny(v, "0123456789/") {
			return mark{i, "source", v}, true // a paper no table knows
		}
		return mark{i, "source", ""}, v != ""
	}
	if m := leadIn.FindStringSubmatch(l.S); m != nil && titled(m[1]) {
		name := m[1]
		if known, ok := named(name); ok {
			name = known
		}
		return mark{i, "lead", name}, true
	}
	if host := hostOf(l.S); host != "" && l.Words <= 24 && (len(strings.Fields(l.S)) <= 3 || leadsToLink(l.S)) {
		if o, ok := directory.ByHost(host); ok {
			return mark{i, "link", o.Name}, true
		}
		return mark{i, "link", ""}, strings.Count(l.S, "/") >= 4 || !strings.HasPrefix(l.S, "http") && leadsToLink(l.S)
	}
	if name, ok := named(l.S); ok && l.Words <= 4 && !l.Ends {
		return mark{i, "source", name}, true
	}
	return mark{}, false
}

// leadsToLink reports whether s is few words and the address they lead to:
// "Rest of it here: https://harbour.example/2019/05/bri ... ge-closed".
func leadsToLink(s string) bool {
	before, link, _ := strings.Cut(s, "http")
	n := len(strings.Fields(before))
	if n > 8 || n > 3 && !strings.HasSuffix(strings.TrimRight(before, block.Space), ":") {
		return false
	}
	link = strings.ReplaceAll(strings.ReplaceAll(link, " ... ", ""), " … ", "")
	return !strings.ContainsAny(link, block.Space)
}

// heldTitle finds the title of a held article whose body begins at line start:
// the line that a tail repeats, else the nearest line above that is no
// sentence.
func (r *reader) heldTitle(in []bool, lo, start, hi int, marks []mark) int {
	for i := start - 1; i >= max(lo, start-6); i-- {
		l := &r.ls[i]
		if l.Words < 4 && !l.Wide || l.Words > 28 || l.Ends && !strings.HasSuffix(l.S, "?") && !strings.HasSuffix(l.S, "\"") {
			continue
		}
		if strings.HasSuffix(l.S, ":") { // the poster's: "From the wires tonight:"
			break
		}
		return i
	}
	// a title without a dateline below it: the first line of the post
	l := &r.ls[start]
	if start == lo && !l.Ends && l.Words >= 4 && l.Words <= 24 && firstProse(r, in, start+1, hi) >= 0 {
		return start
	}
	return -1
}

// holdArticle makes the article of h, within post a, and takes its title and
// the lines that name its source out of the post's text.
func (r *reader) holdArticle(a *stemma.Article, in []bool, h *held) *stemma.Article {
	n := r.article(stemma.KindArticle, a.Slot+"/1", "dump: held article", 0.7)
	n.Within = stemma.Ref(a.ID)
	if h.title >= 0 {
		in[h.title] = false
		r.role[h.title] = block.Title
		n.Title = r.slice(h.title).S
		l := &r.ls[h.title]
		r.candidate(n, "title", n.Title, "line", l.Start, l.End, true, strings.Join(h.why, ", "))
	}
	r.heldBylines(n, in, h)
	for _, m := range h.marks {
		l := &r.ls[m.line]
		if m.kind != "lead" { // else the poster's own words
			in[m.line] = false
			r.role[m.line] = block.Credit
		}
		if m.outlet != "" {
			if n.Outlet == "" || m.kind == "tail" {
				n.Outlet = m.outlet
			}
			r.candidate(n, "outlet", m.outlet, m.kind, l.Start, l.End, n.Outlet == m.outlet, "named beside the text")
		}
		if m.kind == "source" && m.outlet == "" {
			r.sourceLine(n, m.line)
		}
	}
	for h.end > h.first && !in[h.end-1] {
		h.end--
	}
	if r.inner == nil {
		r.inner = make([]bool, len(in))
	}
	inner := r.inner
	defer clear(inner[h.first:min(len(in), h.end+1)])
	copy(inner[h.first:h.end], in[h.first:h.end])
	r.credits(n, inner, h.first, min(len(in), h.end+1))
	for i := h.first; i < h.end; i++ {
		in[i] = inner[i]
	}
	first := firstTrue(inner, h.first, h.end)
	if first < 0 {
		return nil
	}
	block.Compose(n, r.paragraphs(inner, h.first, h.end))
	r.dateline(n, inner, first)
	r.heldDates(a, n, h)
	n.Lang = languageOf(n.Text)
	return n
}
