package dump

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// heading is the line taken for the title: line is -1 where none was found.
type heading struct {
	line  int
	value string
	// start and end are its bytes in the dump.
	start, end int
	// outlet is the name after it: "Title | Harbour News".
	outlet           string
	outStart, outEnd int
	why              string
}

// tails separate a title from the name of its site.
var tails = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", "｜", " ‹ ", "_"}

// splitTail cuts the name of a site off a title: "Talks fail | Harbour News".
func splitTail(s string) (title, name string, ok bool) {
	at, sep := -1, ""
	for _, x := range tails {
		if i := strings.LastIndex(s, x); i > at {
			at, sep = i, x
		}
	}
	if at <= 0 {
		return s, "", false
	}
	title, name = strings.Trim(s[:at], block.Space+"|-–—»"), strings.Trim(s[at+len(sep):], block.Space)
	if name == "" || len(strings.Fields(name)) > 6 || len(title) < len(name) && len(strings.Fields(title)) < 4 {
		return s, "", false
	}
	return title, name, true
}

// dropAbove takes out of the body what stands above the title: a banner, an
// appeal. A title with much of the body above it is a heading within it.
func (r *reader) dropAbove(in []bool, t *heading) {
	above, all := 0, 0
	for i := range in {
		if in[i] {
			all += r.ls[i].Words
			if i < t.line {
				above += r.ls[i].Words
			}
		}
	}
	if t.line < 0 || above*5 > all {
		return
	}
	for i := 0; i <= t.line; i++ {
		in[i] = false
	}
}

// titleScore is what a few rules say for line i as the title: one voice among
// those the forest of titles hears.
func (r *reader) titleScore(i, first int, in []bool, words map[string]bool, seen map[string]int) (heading, float64) {
	l := &r.ls[i]
	t := heading{line: i, value: l.S, start: l.Start, end: l.End}
	if title, name, ok := splitTail(l.S); ok {
		_, known := named(name)
		if known || seen[squash(title)] > 0 {
			t.value, t.end = title, l.Start+len(title)
			t.outlet, t.outStart, t.outEnd = name, l.End-len(name), l.End
		}
	}
	s := t.value
	if l.Words < 2 && !l.Wide || l.Words > 40 || l.Runes < 6 || body.Furniture(s) || isRelated(s) || prefixed(s, sources) != "" || r.page.Classes[i].Known() || strings.Contains(s, "://") {
		return t, 0
	}
	if _, ok := named(s); ok || r.masthead(i) || aged(s) || menuRow(s) {
		return t, 0
	}
	if p := prefixed(s, bylines); p != "" && personal(s[min(len(s), len(p)):]) {
		return t, 0
	}
	if len(l.Stamps) > 0 && l.Stamps[0].Whole() && l.Stamps[0].Start == 0 && (l.Stamps[0].HasTime || strings.Contains(s, " | ")) {
		return t, 0
	}
	if _, ok := readDateline(s); ok && l.Ends && l.Words > 14 {
		return t, 0
	}
	if _, credit := photoCredit(s); credit != "" || photographic(s) && strings.Contains(s, ":") {
		return t, 0
	}
	score, same, n := 0.0, 0, 0
	for _, w := range body.LexWords(s) {
		if len(w) > 3 || w[0] >= 128 {
			n++
			if words[w] {
				same++
			}
		}
	}
	if n > 0 {
		score += 3 * float64(same) / float64(n) * min(1, float64(n)/3.5)
	}
	if l.Words >= 4 || l.Wide {
		score++
	}
	again := seen[squash(s)] - 1
	if again < 0 { // a heading of the body
		score--
	}
	for j := i + 1; j < min(len(r.ls), i+25) && again <= 0 && l.Runes >= 20; j++ {
		if len(r.ls[j].S) > len(s)+20 && strings.HasPrefix(r.ls[j].S, s) { // before a caption
			again++
		}
	}
	if t.outlet != "" {
		again++
	}
	if again > 0 {
		score += 1.5
		t.why = "the page repeats it"
	}
	if t.outlet != "" {
		score -= 0.5 // the line of the window's title; the heading is better
	}
	if l.Ends && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "!") && !strings.HasSuffix(s, "”") && !strings.HasSuffix(s, "\"") {
		score -= 1.5
	}
	meta := false
	for j := i + 1; j < min(len(r.ls), i+5) && !meta; j++ {
		meta = r.metaLine(j)
	}
	if meta {
		score++
	}
	if i > first+1 && !(again > 0 && meta) { // a heading within the body
		score -= 2
		if !meta && again <= 0 {
			return t, 0
		}
	}
	if in[i] && i > first && l.Ends && l.Words >= 8 && again <= 0 { // a sentence of the body
		return t, 0
	}
	if l.Words > 14 {
		score -= float64(l.Words-14) * 0.12
	}
	if l.Words >= 5 {
		score += 0.5
	}
	if p := prefixed(s, bylines); p != "" && strings.HasSuffix(p, ":") || strings.HasSuffix(s, ":") {
		score -= 2
	}
	if strings.HasPrefix(s, "\"") && strings.HasSuffix(strings.TrimRight(s, "."), "\"") || l.Words > 22 {
		score--
	}
	if l.Gap > 0 {
		score += 0.3
	}
	if i < 4 && again <= 0 && t.outlet == "" && l.Words <= 8 && r.menuBelow(i, first) { // a motto below the name
		score -= 1.5
	}
	next := firstTrue(in, i+1, len(in))
	d := float64(max(0, next-i))
	score -= min(d, 60) / 24
	if t.why == "" {
		t.why = "stands above the body"
	}
	return t, score
}

// title fills a's title.
func (r *reader) title(a *stemma.Article, t heading) {
	if t.line < 0 {
		return
	}
	r.role[t.line] = block.Title
	a.Title = r.sub(t.start, t.end).S
	r.candidate(a, "title", a.Title, "line", t.start, t.end, true, t.why)
	for i := range r.ls {
		if i != t.line && r.role[i] == block.Chrome && r.page.Classes[i] != thread.Foot && sameTitle(r.ls[i].S, t.value) {
			r.candidate(a, "title", r.slice(i).S, "line", r.ls[i].Start, r.ls[i].End, false, "repeats the title")
		}
	}
}
