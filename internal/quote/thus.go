package quote

import "github.com/stemma-news/stemma"

// reportings are verbs by which a sentence tells who said what the one before it
// says.
var reportings = words("reported announced stated confirmed said published written noted reports announces states")

// thus reads a sentence that tells who said what the sentence before it says: "This
// was reported by the press service of the port.", "Mayor Ana Ruiz announced this on
// Monday."
func (r *reader) thus(si, first int) {
	g := &r.segments[si]
	if si == 0 || len(r.found) > first || len(g.toks) > 40 {
		return
	}
	v := 0
	for v < len(g.toks) && !(reportings[g.low(v)] && g.toks[v].tag != "NOUN") {
		v++
	}
	x := attribution{seg: si, rule: "thus", stance: "said", from: -1, to: -1, cTo: len(g.toks), words: true, verb: verb{class: "neutral"}}
	switch this := g.low(v+1) == "this" || g.low(v+1) == "about" && g.low(v+2) == "this"; {
	case v >= len(g.toks):
		return
	case g.low(0) == "this" && v < 5 && g.low(v+1) == "by" && (g.low(1) == "was" || g.low(1) == "is" || g.low(1) == "has"):
		x.speaker = g.span(v+2, g.nounOn(v+2))
	case this && (v+2 >= len(g.toks)-1 || prepositions[g.low(v+2)] || timeWords[g.low(v+2)] || g.low(v+1) == "about"):
		if sf, st := r.subject(g, v); st > sf && !pronouns[g.low(sf)] {
			x.speaker = g.speaker(sf, st)
		}
	}
	p := &r.segments[si-1]
	if x.speaker.Len() == 0 || p.para < g.para-1 || len(p.toks) < 4 {
		return
	}
	for _, y := range r.found {
		if y.seg == si-1 {
			return // somebody else says it
		}
	}
	for _, t := range p.toks {
		if t.q != nil {
			x.qs = append(x.qs, t.q)
		}
	}
	x.cue, x.contents = g.toks[v].Span, []stemma.Span{p.span(p.leads(0, len(p.toks)), len(p.toks))}
	x.when, x.tellers = g.span(v, len(g.toks)), r.tellers(g, v+1, len(g.toks))
	r.add(x)
}
