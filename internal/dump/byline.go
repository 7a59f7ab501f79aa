package dump

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// between are the marks between the parts of a line that says who and when.
var between = []string{" | ", " · ", " • ", "•", " ⋅ ", " – ", " — ", " - ", "|", "\t"}

// part is s up to the first mark between parts.
func part(s string) string {
	for _, m := range between {
		if i := strings.Index(s, m); i > 0 {
			s = s[:i]
		}
	}
	return s
}

// bylineLabel reports whether s is but the word before a name: "By", "Author:".
func bylineLabel(s string) bool {
	if len(s) > 30 {
		return false
	}
	low := strings.TrimRight(strings.ToLower(s), " :：")
	for _, p := range bylines {
		if low == strings.TrimRight(p, " :：") {
			return true
		}
	}
	return false
}

// glued is where the name begins in a line whose "By" stands next to it
// without a space, as parts of a page copied do: "ByAnn Example"; 0 of others.
func glued(s string) int {
	if r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(s, "By")); strings.HasPrefix(s, "By") && unicode.IsUpper(r) {
		return len("By")
	}
	return 0
}

// plainName reports whether the words of s are none of furniture: "View All",
// "Table of Contents" and "Back to Blog" stand where names do.
func plainName(s string) bool {
	mean, _ := body.Lexical(s)
	return mean > leastName && !body.Furniture(s)
}

// leastName is what the words of a name weigh at least on the mean.
const leastName = -0.3

// labelled reads line i as a name below a line that says "By", or with the word
// glued to it.
func (r *reader) labelled(a *stemma.Article, i, end int) bool {
	l := &r.ls[i]
	from := glued(l.S)
	if from == 0 && (i == 0 || !bylineLabel(r.ls[i-1].S)) {
		return false
	}
	s := part(l.S[from:end])
	if name := trimLabels(s); !personal(name) || len(strings.Fields(name)) > 8 || body.Furniture(name) {
		return false
	}
	r.role[i] = block.Byline
	r.names(a, from, from+len(s), i)
	return true
}

// loneName reads line i as a name with no word for it, beside a date or before
// one: "Ann Example" / "3 May 2020", "Ann Example · Harbour News · 3 May 2020".
func (r *reader) loneName(a *stemma.Article, in []bool, i int) {
	l := &r.ls[i]
	if l.Words > 24 || in[i] || l.Ends || r.page.Classes[i] == thread.Foot || strings.ToUpper(l.S) == l.S {
		return
	}
	s, near := l.S, false
	if len(l.Stamps) > 0 && l.Stamps[0].Start > 3 {
		s, near = s[:l.Stamps[0].Start], true
		s = part(s)
	}
	for _, j := range []int{i - 1, i + 1, i + 2} {
		near = near || j >= 0 && j < len(r.ls) && r.metaLine(j)
	}
	name := trimLabels(s)
	if n := len(strings.Fields(name)); !near || n < 2 || n > 4 || !personal(name) || !titled(name) || !plainName(name) || strings.ContainsAny(name, "0123456789") {
		return
	}
	if _, known := named(name); known || prefixed(name, notNames) != "" || r.overDay(i, false) != "" {
		return
	}
	r.role[i] = block.Byline
	r.names(a, 0, len(s), i)
}

// notNames begin lines of two or three words beside a date that are no names.
var notNames = []string{"published", "updated", "posted", "last", "first", "share", "read", "follow", "home", "news", "photo", "story"}

// signedBelowBody reads who wrote out of the lines right below the body, where none is
// named above it: "Written by Ann Example".
func (r *reader) signedBelowBody(a *stemma.Article, last int) {
	for i := last + 1; i < min(len(r.ls), last+12) && len(a.Bylines) == 0; i++ {
		l := &r.ls[i]
		p := prefixed(l.S, bylines)
		if l.Words > 12 || r.role[i] != block.Chrome || p == "" && (i == 0 || !bylineLabel(r.ls[i-1].S)) {
			continue
		}
		s := part(l.S[min(len(p), len(l.S)):])
		if name := trimLabels(s); personal(name) && titled(name) && len(strings.Fields(name)) <= 5 && plainName(name) {
			r.role[i] = block.Byline
			r.names(a, len(p), len(p)+len(s), i)
		}
	}
}
