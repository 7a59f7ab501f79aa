package dump

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// standsOver reports whether t, on the line above best, is the title and best
// the standfirst between it and the text:
//
//	Council closes the old harbour bridge
//	Drivers face a detour of nine miles until the spring
//	By Ann Example
//
// Both speak of what the body does; a list of headlines above the title does
// not. What the page repeats is the title, whatever stands over it.
func (r *reader) standsOver(t, best heading, words map[string]bool, seen map[string]int) bool {
	over, under := &r.ls[t.line], &r.ls[best.line]
	again := func(h heading) bool { return h.outlet != "" || seen[squash(h.value)] > 1 }
	switch {
	case over.Words < 4 && !over.Wide, over.Words > 24, isSection(t.value), len(over.Stamps) > 0 && over.Stamps[0].Whole():
		return false
	case again(best) && !again(t):
		return false
	case over.Ends && !under.Ends:
		return false
	case again(t) && !again(best):
		return true
	case under.Words < 6 && !under.Wide, under.Words+2 < over.Words:
		return false
	}
	if over.Gap > 0 && under.Words > over.Words && best.line+1 < len(r.ls) && r.metaLine(best.line+1) {
		return r.shared(t.value, words) >= 0.1
	}
	return r.shared(t.value, words) >= 0.35 && r.shared(t.value, words) >= r.shared(best.value, words)-0.3
}

// headOf is the line of a few words that stands apart over the standfirst and a
// byline, where the line taken for the title is that standfirst or the name of
// the page on its first line; -1 of others:
//
//	The Quayside Review
//	Letter from Bergen
//	Low water
//	The harbour has lost its pilots, and nobody will say to whom
//	By Ann Example
func (r *reader) headOf(taken, end int) int {
	for i := 2; i < min(end, len(r.ls)); i++ {
		p := prefixed(r.ls[i].S, bylines)
		if p == "" || !strings.HasSuffix(p, " ") || r.ls[i].Words > 8 || !personal(r.ls[i].S[len(p):]) || i-1 != taken && (taken != 0 || i < 4) {
			continue
		}
		over, under := &r.ls[i-2], &r.ls[i-1]
		if over.Words < 2 || over.Words > 14 || over.Words*3 > under.Words*2 || over.Gap == 0 || under.Gap == 0 || over.Ends || len(over.Stamps) > 0 || isSection(over.S) || menuRow(over.S) || over.S == strings.ToUpper(over.S) || body.Furniture(over.S) || interfaceLine(over.S) || !r.sentenceLike(i-1) {
			return -1
		}
		return i - 2
	}
	return -1
}

// shared is the share of the longer words of s that the body has.
func (r *reader) shared(s string, words map[string]bool) float64 {
	same, n := 0, 0
	for _, w := range body.LexWords(s) {
		if len(w) > 3 || w[0] >= 128 {
			n++
			if words[w] || words[stem(w)] {
				same++
			}
		}
	}
	if n == 0 {
		return 0
	}
	return float64(same) / float64(n)
}

// stem is the beginning of a long word, marked as one: words of many tongues
// change at their end.
func stem(w string) string {
	n := 0
	for i := range w {
		if n == 5 {
			return w[:i] + "~"
		}
		n++
	}
	return w
}

// standfirst takes the lines from top to before meta, which stand between the
// title and the line that says who wrote or when, for the standfirst.
func (r *reader) standfirst(a *stemma.Article, in []bool, t heading, top, meta int) {
	for i := top; i < meta; i++ {
		if r.role[i] != block.Chrome || !in[i] && !r.sentenceLike(i) || r.metaLine(i) || body.Furniture(r.ls[i].S) || interfaceLine(r.ls[i].S) || r.ls[i].Words <= 8 && photographic(r.ls[i].S) || i-t.line > 6 {
			continue
		}
		in[i] = false
		r.role[i] = block.Standfirst
		u := r.slice(i).S
		if a.Standfirst == "" {
			a.Standfirst = u
		} else {
			a.Standfirst += " " + u
		}
		r.candidate(a, "standfirst", u, "line", r.ls[i].Start, r.ls[i].End, true, "between title and byline")
	}
}

// overDateline takes a line without a stop between the title and a paragraph with
// a dateline, which begins the text, for the standfirst.
func (r *reader) overDateline(a *stemma.Article, in []bool, t heading, first int) {
	l := &r.ls[first]
	next := firstTrue(in, first+1, len(in))
	if !in[first] || first != t.line+1 || next != first+1 || l.Ends || l.Words < 4 || l.Words > 24 || r.metaLine(first) {
		return
	}
	if d, ok := readDateline(r.ls[next].S); ok && d.place != "" && r.ls[next].Words > l.Words {
		in[first] = false
		r.point(a, first)
	}
}

// sentenceLike reports whether line i reads as a sentence, with its stop or
// without: "Ministers met two days after the ferry sank".
func (r *reader) sentenceLike(i int) bool {
	l := &r.ls[i]
	if l.Words < 6 || l.Words > 60 || isPromo(l.S) || isRelated(l.S) || isSection(l.S) || r.page.Classes[i].Known() || r.page.Classes[i] == thread.Foot {
		return false
	}
	return l.Words >= 8 && l.Ends || l.Lower*2 >= l.Words
}
