package quote

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// speaker is who the subject, units sf to st before the verb at c, says
// speaks: of "the chairman, Ana Ruiz, said" the name.
func (g *segment) speaker(sf, st int) stemma.Span {
	if e := g.properEnd(sf); e > sf && e < st && (g.toks[sf].tag == "PROPN" || g.toks[sf].tag == "NOUN") { // "Ruiz in the past has said"
		switch g.low(e) {
		case "in", "on", "at", "during", "after":
			return g.span(sf, e)
		}
	}
	title := sf+1 < st && (determiners[g.low(sf)] || slices.ContainsFunc(g.toks[sf:st], func(t tk) bool { return t.low == "'s" || t.low == "'" })) // "The South's Defence Minister, Ana Ruiz, said"
	if g.toks[st-1].cap && !title || pronouns[g.low(st-1)] || !comma(g.low(st)) {
		return g.span(sf, st)
	}
	// "Her father, the former mayor Ana Ruiz, said"
	if n := g.lastName(st + 1); n > st+1 {
		return g.span(n, g.properEnd(n))
	}
	e := g.properEnd(st + 1)
	if e > st+1 && e < len(g.toks) && (comma(g.low(e)) || g.low(e) == "." || dash(g.low(e)) || g.isQ(e)) && e-st <= 8 {
		return g.span(st+1, e)
	}
	return g.span(sf, st)
}

// lastName returns where the name begins that ends the aside at i: of ", the former
// mayor Ana Ruiz," the unit "Ana"; i if none.
func (g *segment) lastName(i int) int {
	for k := i + 1; k < len(g.toks) && k < i+9; k++ {
		t := g.toks[k]
		if t.q != nil || !t.word || prepositions[t.low] || pronouns[t.low] || t.low == "and" || t.finite() {
			return i
		}
		if t.cap && !g.toks[k-1].cap && k > i+1 {
			if e := g.properEnd(k); e-k >= 2 && comma(g.low(e)) {
				return k
			}
		}
	}
	return i
}

// properEnd returns the end of the proper name at i, i if none begins there.
func (g *segment) properEnd(i int) int {
	e := i
	for e < len(g.toks) && g.toks[e].q == nil && g.toks[e].word && (g.toks[e].cap || e > i && particles[g.low(e)]) {
		e++
	}
	for e > i && !g.toks[e-1].cap {
		e--
	}
	if e > i && (weekdays[g.low(i)] || months[g.low(i)]) {
		return i
	}
	return e
}

var particles = words("de da do dos del della di la le el al bin bint ibn van von der den ter du ul")

// passive reads "she had been told by the rebels that ...": the rebels speak,
// and she passes it on where she is the one who says so.
func (r *reader) passive(si, c int, f form) {
	g := &r.segments[si]
	switch g.low(c - 1) {
	case "been", "was", "were":
	default:
		return
	}
	if !f.object || g.low(c+1) != "by" {
		return
	}
	e := g.nounEnd(c + 2)
	sf, st := g.subjectBefore(c)
	if e <= c+2 || st <= sf {
		return
	}
	k := e
	for k < len(g.toks) && g.low(k) != "that" && !g.isQ(k) && g.toks[k].word && k < e+8 {
		k++
	}
	for d := 0; k+1 < len(g.toks) && !g.isQ(k) && d < 25 && g.low(k) != "that"; d++ { // "was asked by Ruiz, who leads the union, "...""
		if comma(g.low(k)) && g.isQ(k+1) && g.full(k+1) {
			k++
			break
		}
		k++
	}
	if k >= len(g.toks) || g.low(k) != "that" && !g.isQ(k) {
		return
	}
	if g.low(k) == "that" {
		k++
	}
	x := attribution{seg: si, rule: "told-by", verb: f.verb, stance: f.stance(), speaker: g.span(c+2, e), to2: g.span(sf, st), cue: g.toks[c].Span, cFrom: sf, cTo: k}
	x.when = g.span(c, k)
	x.content(g, k, r.contentEnd(si, k))
	r.add(x)
}

// prior returns the latest attribution of the segment before unit c that has a
// speaker, and is no other's word.
func (r *reader) prior(first, c int) *attribution {
	for n := len(r.found) - 1; n >= first; n-- {
		if x := &r.found[n]; x.speaker.Len() > 0 && x.cFrom < c && x.rule != "relay-clause" {
			for k := first; k < n; k++ {
				if y := &r.found[k]; y.speaker.Len() > 0 && y.cTo <= x.cFrom && r.again(x, y) {
					return y
				}
			}
			return x
		}
	}
	return nil
}

// shared reads "and said ..." after another verb of the same subject.
func (r *reader) shared(si, first, c int, f form) {
	g := &r.segments[si]
	p := c - 1
	for p >= 0 && g.toks[p].q == nil && (adverb(g.toks[p]) || g.low(p) == "has" || g.low(p) == "have" || g.low(p) == "had") {
		p--
	}
	if g.low(p) != "and" && g.low(p) != "but" && !(comma(g.low(p)) && (g.low(p-1) != "")) {
		return
	}
	x := attribution{seg: si, verb: f.verb, stance: f.stance(), cue: g.toks[c].Span, cFrom: c, cTo: c + 1}
	if o := r.prior(first, c); o != nil && o.verb.class == "asked" && r.joined(g.toks[c].Start).Start > o.cue.End {
		x.speaker = r.joined(g.toks[c].Start) // "When I asked him, he smiled and said"
	} else if o != nil {
		x.speaker, x.owner, x.tellers = o.speaker, o.owner, append(x.tellers, o.tellers...)
		if s := r.joined(g.toks[c].Start); s.Len() == o.speaker.Len() && s.Start > o.speaker.Start && (o.from < 0 || o.seg != si || g.toks[o.from].Start != s.Start) && strings.EqualFold(r.a.Text[s.Start:s.End], r.a.Text[o.speaker.Start:o.speaker.End]) {
			x.speaker = s // the same "she", nearer
		}
	} else if s := r.joined(g.toks[c].Start); s.Len() > 0 {
		x.speaker = s
	} else if sf, st := g.firstSubject(p); st > sf && !comma(g.low(p)) {
		x.speaker = g.speaker(sf, st)
	} else {
		return
	}
	r.forward(si, first, c, f, &x)
}

// lead adds what stands before the subject and tells how it was said: "In an
// interview with X, Ruiz said", "Speaking to X, ...".
func (r *reader) lead(g *segment, sf int, x *attribution) {
	if sf < 3 || !comma(g.low(sf-1)) {
		return
	}
	i := 0
	for k := 0; k < sf-1; k++ {
		if g.isQ(k) {
			return
		}
	}
	switch g.low(i) {
	case "in", "speaking", "asked", "on", "at", "writing", "talking", "addressing", "appearing", "questioned", "responding":
	default:
		return
	}
	x.tellers = append(x.tellers, r.tellers(g, i, sf-1)...)
}

// paperSubject reads the subject of "A letter signed by the bishop and seen by
// X says": the bishop speaks, X passes it on.
func (r *reader) paperSubject(g *segment, c int, x *attribution) bool {
	start := c
	for start > 0 && c-start < 22 && !g.isQ(start-1) && g.low(start-1) != ";" && g.low(start-1) != "." {
		start--
	}
	doc := -1
	for k := start; k < c && k < start+5; k++ {
		if papers[g.low(k)] {
			doc = k
		}
	}
	if doc < 0 {
		return false
	}
	if g.low(doc+1) == "from" {
		e := min(g.nounEnd(doc+2), c)
		if e > doc+2 && e >= c-1 {
			x.speaker = g.span(doc+2, e)
			return true
		}
	}
	got := false
	for k := doc + 1; k < c-1; k++ {
		if g.low(k+1) != "by" {
			continue
		}
		e := min(g.nounEnd(k+2), c)
		if e <= k+2 {
			continue
		}
		s := g.span(k+2, e)
		switch g.low(k) {
		case "signed", "written", "sent", "issued", "published", "released", "posted", "drafted", "carried", "printed":
			if t, ok := r.press(s); ok {
				x.tellers = append(x.tellers, t)
			} else {
				x.speaker = s
			}
			got = true
		case "seen", "obtained", "reviewed", "viewed", "read":
			x.tellers = append(x.tellers, teller{span: s, name: r.a.Text[s.Start:s.End]})
			got = true
		}
	}
	if got && (x.speaker.Len() == 0 || x.speaker.Start >= g.toks[doc].End && !strings.Contains(r.a.Text[g.toks[doc].End:x.speaker.Start], "by")) {
		x.speaker = g.span(start, doc+1)
	}
	return got
}
