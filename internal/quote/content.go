package quote

import "strings"

// contentEnd returns where content that begins at k ends: before a clause that
// attributes it, ", RIA reported", before "..., adding that", or at the end.
func (r *reader) contentEnd(si, k int) int {
	g := &r.segments[si]
	end := len(g.toks)
	for end > k && (g.low(end-1) == "." || g.low(end-1) == "!" || g.low(end-1) == "?") {
		end--
	}
	for e := k + 1; e < end; e++ {
		if g.low(e) == ";" {
			return e
		}
		if !comma(g.low(e)) && !dash(g.low(e)) && !g.isQ(e-1) {
			continue
		}
		n := e
		if comma(g.low(e)) || dash(g.low(e)) {
			n++
		}
		if n > e && dash(g.low(e)) && g.signs(n) || g.closesAt(n) || n > e && dash(g.low(e)) && g.ends(n, ",") && g.closesAt(n+1) { // `was shut - "Never," she said - and left`
			return e
		}
		switch w := g.low(n); w {
		case "adding", "saying", "telling", "noting", "stressing", "warning", "explaining", "insisting", "emphasising", "emphasizing", "arguing", "claiming", "citing", "quoting", "according":
			return e
		case "but", "and", "while", "though", "although":
			if g.speaks(n + 1) {
				return e
			}
		}
	}
	// "... and added that", "... and that": coordinated verbs
	for e := k + 3; e < end; e++ {
		if w := g.low(e); w == "and" || w == "but" {
			if f, ok := verbs()[g.low(e+1)]; ok && !f.ing && !f.base && f.class != "relay" && (g.low(e+2) == "that" || g.isQ(e+2) || g.isQ(e+3)) {
				return e
			}
		}
	}
	return end
}

// ends reports whether the words of the quotation at k end with a mark.
func (g *segment) ends(k int, mark string) bool {
	return g.isQ(k) && strings.HasSuffix(strings.TrimRight(g.toks[k].s, "\"”»’'"), mark)
}

// closesAt reports whether a clause that only attributes begins at n: a noun
// phrase and a verb of saying, and no content after: "RIA reported."
func (g *segment) closesAt(n int) bool {
	for c := n; c < len(g.toks) && c < n+22; c++ {
		t := g.toks[c]
		if t.q != nil || t.low == ";" || t.low == ":" {
			return false
		}
		f, ok := verbs()[t.low]
		if !ok || f.ing || f.base || !f.direct && !f.that || f.class == "attitude" {
			continue
		}
		if t.tag == "NOUN" || t.tag == "PROPN" || t.tag == "ADJ" {
			continue
		}
		if c == n { // "said Ruiz."
			if _, st := g.subjectAfter(c); f.lemma == "say" && st > c+1 {
				return true
			}
			return false
		}
		sf, st := g.subjectBefore(c)
		if st <= sf || sf != n {
			continue
		}
		switch g.low(c - 1) {
		case "who", "which", "that", "to", "not", "n't":
			continue
		}
		k := g.tail(c + 1)
		if k >= len(g.toks) {
			return true
		}
		switch w := g.low(k); {
		case w == "." || w == "," || w == "!" || w == "?" || dash(w) || g.isQ(k) && comma(g.low(k-1)):
			return true
		case w == "and" || w == "but" || w == "as" || w == "while" || w == "citing" || w == "quoting":
			return true
		}
		return false
	}
	return false
}

// speaks reports whether a noun phrase and a verb of saying begin at n, with
// or without content after them.
func (g *segment) speaks(n int) bool {
	for c := n; c < len(g.toks) && c < n+10; c++ {
		f, ok := verbs()[g.low(c)]
		if !ok || f.ing || f.base || !f.direct && !f.that || g.toks[c].tag == "NOUN" {
			continue
		}
		if c == n {
			return true
		}
		sf, st := g.subjectBefore(c)
		return st > sf && sf == n
	}
	return false
}
