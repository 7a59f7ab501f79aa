package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// inside reads a clause of saying set into what is said: "The harbour, Ruiz
// said, will stay open."
func (r *reader) inside(si, first, sf, c int, f form, x *attribution) bool {
	g := &r.segments[si]
	b := sf - 1
	if b < 1 || !comma(g.low(b)) || !f.that && !f.bare {
		return false
	}
	k := g.tail(c + 1)
	if k+1 >= len(g.toks) || !comma(g.low(k)) {
		return false
	}
	return r.around(si, first, b, k, c, f, x)
}

// around reads what is said up to the comma at b and from the one at k on.
func (r *reader) around(si, first, b, k, c int, f form, x *attribution) bool {
	g := &r.segments[si]
	start := g.leads(r.start(si, first, b), b)
	n, clause := k+1, false
	for i := start; i < b; i++ {
		t := g.toks[i]
		if t.q != nil || t.tag == "" {
			return false
		}
		clause = clause || t.finite()
	}
	end := r.contentEnd(si, n)
	if start >= b || end <= n+1 && !g.isQ(n) {
		return false
	}
	switch {
	case clause: // "Ruiz believes, she said, | that ..."
		if g.low(n) != "that" && !r.unfinished(g, start, b, n, end) && !r.verbal(g, n) && !r.reaches(g, c, start, b, n) {
			return false
		}
	case r.verbal(g, n):
		// its subject stands before: "The harbour, Ruiz said, | will stay"
	case g.adjunct(start) && g.opensClause(n) && g.hasVerb(n):
		start = b // "In May, Ruiz said, the harbour will close"
	case x.speaker.Start < g.toks[c].Start && r.reaches(g, c, start, b, n): // else "The mayor, Ana Ruiz, said Lima, a port, ..."
	default:
		return false
	}
	x.rule, x.cTo = "said-within", k
	x.content(g, start, b)
	x.content(g, n, end)
	r.tellersAndAddressee(g, c, k, f, x)
	r.add(*x)
	return true
}

// unfinished reports whether the clause from unit start to b goes on at n: "It
// was, he said, | one of the worst", "What hurt her, she said, | was a question",
// "He was shot, she said, | in the leg".
func (r *reader) unfinished(g *segment, start, b, n, end int) bool {
	switch g.low(b - 1) {
	case "is", "was", "are", "were", "be", "been":
		return true
	}
	if w := g.low(n); w != "to" && (!prepositions[w] || w == "as") {
		return false
	}
	for k := n; k < end; k++ {
		if g.isQ(k) || g.toks[k].finite() {
			return false
		}
	}
	return true
}

// reaches reports whether by the tree what units i to b hold needs what opens at n:
// "If they stay, she said, | we will leave", "The boats that they own, she said, |
// are old", "It was based, she said, | on". A verb of saying at c, set in, takes to
// itself what belongs to the verb behind it.
func (r *reader) reaches(g *segment, c, i, b, n int) bool {
	s := r.sentence(g.toks[c].Start)
	if w := g.low(n); s == nil || w == "who" || w == "which" || w == "whose" || w == "a" || w == "an" {
		return false
	}
	at := g.toks[n].Start
	if q := g.toks[n].q; q != nil {
		if first, _ := utf8.DecodeRuneInString(r.a.Text[q.in.Start:q.in.End]); unicode.IsUpper(first) {
			return false // "When asked, she said, "We stay.""
		}
		at = q.in.Start
	}
	cue, last, next := wordAt(s, g.toks[c].Start), wordAt(s, g.toks[b-1].Start), wordAt(s, at)
	if next < 0 {
		return false
	}
	part, whole := false, false // hanging on the verb of saying: before it, after it
	for k := range s.Words {
		w := &s.Words[k]
		before := w.Start >= g.toks[i].Start && w.End <= g.toks[b-1].End
		rel, _, _ := strings.Cut(w.Rel, ":")
		switch {
		case w.Head < 0 || rel == "punct" || rel == "conj" || rel == "cc" || rel == "parataxis":
		case w.Head == cue:
			part = part || before && (rel == "nsubj" || rel == "advcl" || rel == "mark")
			whole = whole || k >= next && rel == "ccomp" && below(s, next, k)
		case before && w.Head >= next && below(s, next, w.Head), k >= next && w.Head == last && rel != "appos" && rel != "acl" && below(s, next, k):
			return true
		}
	}
	return part && whole
}

// verbal reports whether a finite verb stands at n, in or out of marks.
func (r *reader) verbal(g *segment, n int) bool {
	for n < len(g.toks)-1 && g.toks[n].q == nil && adverb(g.toks[n]) {
		n++
	}
	t := g.toks[n]
	if t.q == nil {
		return t.finite()
	}
	for at := t.q.in.Start; at < t.q.in.Start+12; at++ {
		if tag, ok := r.tags[at]; ok {
			return tk{xpos: tag[1]}.finite()
		}
	}
	return false
}

// adjunct reports whether what stands at i tells when or where: "in May", "six
// months ago".
func (g *segment) adjunct(i int) bool {
	t := g.toks[i]
	if prepositions[t.low] || t.tag == "ADV" || t.tag == "ADP" || t.tag == "NUM" || weekdays[t.low] || timeWords[t.low] || t.low == "during" || t.low == "after" || t.low == "before" {
		return true
	}
	for ; i < len(g.toks) && !comma(g.low(i)); i++ {
		if g.low(i) == "ago" {
			return true
		}
	}
	return false
}

// opensClause reports whether the subject of a clause can begin at n.
func (g *segment) opensClause(n int) bool {
	t := g.toks[n]
	if t.q != nil || leftStops[t.low] || t.low == "and" || t.xpos == "VBG" {
		return false
	}
	return pronouns[t.low] && t.low != "who" || t.low == "they" || determiners[t.low] || t.cap || t.tag == "NOUN" || t.tag == "ADJ"
}

// setIn reads the same with the name last: "The harbour, says Ana Ruiz, its
// master, will stay open."
func (r *reader) setIn(si, first, c int, f form) bool {
	g := &r.segments[si]
	sf, st := g.subjectAfter(c)
	if !f.direct || st <= sf || !g.toks[sf].cap || !comma(g.low(st)) {
		return false
	}
	x := attribution{seg: si, verb: f.verb, stance: f.stance(), speaker: g.speaker(sf, st), cue: g.toks[c].Span, cFrom: c, cTo: st}
	for k := st; k < len(g.toks) && k < st+14 && !g.isQ(k); k++ {
		if comma(g.low(k)) && k+1 < len(g.toks) && r.around(si, first, c-1, k, c, f, &x) {
			return true
		}
	}
	return false
}

// fronts reports whether a clause that another follows begins at i: "When I asked
// about it, Ruiz said".
func (g *segment) fronts(i int) bool {
	switch g.low(i) {
	case "when", "while", "although", "though", "as", "once", "because":
		return true
	}
	return false
}

// closed reports whether a sentence ends at k.
func (g *segment) closed(k int) bool { return k >= len(g.toks) || g.low(k) == "." }
