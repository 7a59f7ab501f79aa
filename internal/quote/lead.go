package quote

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// led reads who leads up to a quotation that no other pattern claims and that
// follows a comma or colon: `From the Herald: "..."`, `In Ruiz's words, "..."`,
// `Ruiz pulled no punches, "..."`.
func (r *reader) led(si int) {
	g := &r.segments[si]
	for k := 2; k < len(g.toks); k++ {
		m := k - 1
		if !g.isQ(k) || r.taken(g.toks[k].q) || g.low(m) != ":" && !comma(g.low(m)) || !r.stands(g, k) {
			continue
		}
		x := attribution{seg: si, rule: "led", stance: "said", cFrom: m, cTo: k, verb: verb{class: "neutral"}}
		var cue stemma.Span
		if x.speaker, cue = g.source(m); x.speaker.Len() == 0 {
			if x.speaker, x.relative, cue = r.doer(g, m); x.speaker.Len() == 0 {
				continue
			}
		}
		x.cue = cue
		x.when = g.span(max(0, m-12), m)
		x.content(g, k, k+1)
		r.add(x)
	}
}

// source is whom the phrase before the mark at m names as where the words come
// from, and the words that say so: "More from [the mayor]:", "In [Ruiz]'s words,".
func (g *segment) source(m int) (who, cue stemma.Span) {
	i := m - 1
	for i > 0 && i > m-14 && g.toks[i-1].q == nil && (g.toks[i-1].word || g.low(i-1) == "'" || g.low(i-1) == "." && g.toks[i].cap && g.toks[i-2+min(1, i-1)].cap) {
		i--
	}
	if w := g.low(i); w == "and" || w == "but" || w == "or" {
		i++
	}
	if g.low(i) == "in" {
		switch {
		case g.low(i+1) == "the" && (g.low(i+2) == "words" || g.low(i+2) == "view") && g.low(i+3) == "of" && m > i+4:
			return g.span(i+4, m), g.span(i, i+4)
		case g.low(m-1) == "words" && m > i+3 && (g.low(m-2) == "'s" || g.low(m-2) == "'"):
			return g.span(i+1, m-2), g.span(m-1, m)
		}
		return
	}
	if g.low(m) != ":" {
		return
	}
	for n := i; n < m-1; n++ {
		switch w := g.low(n); {
		case w == "from" && (n == i || g.low(n-1) == "this" || g.low(n-1) == "more" || g.low(n-1) == "line" || g.low(n-1) == "one"), n == i && (w == "via" || w == "per"):
			if e := g.nounEnd(n + 1); e > n+1 && (g.toks[n+1].cap || determiners[g.low(n+1)]) {
				return g.span(n+1, min(e, m)), g.span(n, n+1)
			}
		}
	}
	return
}

// doer is who acts in the last clause before the mark at m, the "who" that stands
// for that one, and the verb.
func (r *reader) doer(g *segment, m int) (who, relative, cue stemma.Span) {
	for v := m - 1; v > 0 && v > m-30 && !g.isQ(v); v-- {
		if !g.toks[v].finite() {
			continue
		}
		sf, st := r.subject(g, v)
		if st <= sf {
			continue
		}
		switch g.low(sf - 1) {
		case "that", "although", "though", "while", "when", "after", "since", "if", "because", "whereas", "before", "once", "until":
			continue // what is told, or what stands beside it
		}
		if w := g.low(sf); st-sf == 1 && (w == "who" || w == "which") {
			relative = g.span(sf, st)
			if sf--; comma(g.low(sf)) || dash(g.low(sf)) {
				sf--
			}
			if sf, st = g.antecedent(sf); st <= sf {
				return stemma.Span{}, stemma.Span{}, stemma.Span{}
			}
		}
		s := g.speaker(sf, st)
		switch low := g.low(st - 1); {
		case low == "he", low == "she", low == "they", low == "we", low == "i":
		case r.person(s), r.mention(s) == stemma.Organisation:
		default:
			return stemma.Span{}, stemma.Span{}, stemma.Span{}
		}
		return s, relative, g.toks[v].Span
	}
	return
}

// trails reads who is named right after a quotation that no other pattern claims
// and that does not end its sentence, whatever the verb: `"We stay," the ministry
// riffed on her words.`
func (r *reader) trails(si int) {
	g := &r.segments[si]
	for k := 0; k+2 < len(g.toks); k++ {
		n := k + 1
		if !g.isQ(k) || !g.toks[n].word || r.taken(g.toks[k].q) || len(strings.Fields(g.toks[k].s)) < 3 {
			continue
		}
		if _, only := g.quoted(0, n); !only {
			return // `For one who says she is "no leader," Ruiz had a good day`
		}
		if !g.ends(k, ",") && !(g.full(k) && !g.ends(k, ".") && !g.toks[n].cap) {
			continue
		}
		e, v := g.namedAfter(n)
		if e <= n {
			continue
		}
		x := attribution{seg: si, rule: "said-after", stance: "said", speaker: g.span(n, e), cFrom: n, cTo: e, verb: verb{class: "neutral"}}
		if v > 0 {
			x.cue, x.cTo = g.toks[v].Span, v+1
		}
		x.when = g.span(n, min(len(g.toks), n+16))
		x.content(g, k, n)
		r.add(x)
	}
}

// namedAfter returns the end of the noun phrase at n, and the verb it is the
// subject of, 0 where none is known.
func (g *segment) namedAfter(n int) (e, v int) {
	t := g.toks[n]
	if !t.cap && !determiners[t.low] && !pronouns[t.low] && t.tag != "NOUN" && t.tag != "ADJ" || leftStops[t.low] || prepositions[t.low] || t.xpos == "VBG" {
		return n, 0
	}
	for e = n; e < len(g.toks) && e < n+12; e++ {
		t := g.toks[e]
		if t.q != nil || !t.word || prepositions[t.low] || leftStops[t.low] {
			break
		}
		if e > n && (t.finite() || auxiliaries[t.low] || t.xpos == "VBN" && (g.toks[e-1].tag == "NOUN" || g.toks[e-1].tag == "PROPN")) {
			return e, e
		}
		if f, ok := verbs()[t.low]; ok && e > n && f.direct && !f.ing && t.tag != "ADJ" && (!f.base || strings.HasSuffix(g.low(e-1), "s") || g.low(e-1) == "two") {
			return e, e
		}
	}
	for k := e; k < len(g.toks) && k < e+12 && !g.isQ(k); k++ {
		if g.toks[k].finite() {
			return e, k
		}
	}
	return e, 0
}

// leads passes over a conjunction and a dateline before content.
func (g *segment) leads(i, j int) int {
	for k := i; k < j && k < i+9; k++ {
		if dash(g.low(k)) && k > i && g.toks[i].cap && (g.low(k-1) == ")" || strings.ToUpper(g.toks[i].s) == g.toks[i].s && g.toks[k].Start > g.toks[k-1].End) {
			i = k + 1
			break
		}
		if g.low(k) == ":" && k == i+1 && strings.ToUpper(g.toks[i].s) == g.toks[i].s {
			i = k + 1
			break
		}
	}
	if g.toks[i].cap {
		for k := i; k < j && k < i+9 && (g.toks[k].cap || !g.toks[k].word || isNumber(g.low(k))) && !g.isQ(k); k++ {
			if o := g.openBack(k); g.low(k) == ")" && o > i && g.span(o+1, k).Len() > 0 && agency(g.toks[o+1].s) {
				i = k + 1 // "Lima, April 28 (IANS) The owner"
				break
			}
		}
	}
	for i > 0 && i < j-1 && !g.toks[i].word && !g.isQ(i) { // "(EFE).- The"
		i++
	}
	for i < j-1 && (g.low(i) == "but" || g.low(i) == "and" || g.low(i) == "however" || g.low(i) == "meanwhile" || comma(g.low(i)) || g.low(i) == ":") {
		i++
	}
	return i
}

// agency reports whether a word names a news agency.
func agency(name string) bool {
	o, ok := outlet.Lookup(name)
	return ok && o.Kind == outlet.Agency
}
