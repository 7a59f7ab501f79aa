package quote

import "github.com/stemma-news/stemma"

// sayings are nouns of what is said: "her claim that".
var sayings = words("accusation admission allegation announcement argument assertion assurance belief claim comment complaint concession conclusion confession contention declaration demand denial emphasis insistence observation pledge prediction promise promises reminder remark remarks reply report suggestion statement view vow warning claims accusations allegations assertions comments complaints warnings suggestions")

// nominal reads quotations within what a noun of saying tells: `Ruiz's claim
// that the port was "a swamp"`.
func (r *reader) nominal(si int) {
	g := &r.segments[si]
	for c := 1; c+2 < len(g.toks); c++ {
		if !sayings[g.low(c)] {
			continue
		}
		k := c + 1
		for k < c+6 && g.low(c+1) != "that" && (prepositions[g.low(c+1)] || g.low(c+1) == "during") && g.low(k) != "that" && k < len(g.toks) && g.toks[k].word {
			k++ // "her claim during the debate that"
		}
		if g.low(k) != "that" && !(g.low(k) == ":" && g.isQ(k+1)) || k+1 >= len(g.toks) {
			continue
		}
		k++
		end := r.contentEnd(si, k)
		q := k
		for q < end && !g.isQ(q) {
			q++
		}
		if q >= end || r.taken(g.toks[q].q) {
			continue
		}
		s := g.possessor(c)
		if s.Len() == 0 {
			continue
		}
		x := attribution{seg: si, rule: "noun", stance: "said", speaker: s, cue: g.toks[c].Span, cFrom: c, cTo: k, verb: verb{lemma: "", class: "phrase"}}
		x.content(g, k, end)
		r.add(x)
	}
}

// possessor is whose the noun at c is: "his", "Ruiz's".
func (g *segment) possessor(c int) (s stemma.Span) {
	p := c - 1
	for p > 0 && g.toks[p].q == nil && (g.toks[p].tag == "ADJ" || months[g.low(p)] || weekdays[g.low(p)]) {
		p--
	}
	switch g.low(p) {
	case "his", "her", "their", "its":
		return g.toks[p].Span
	case "'s", "'":
		if f, t := g.phraseBack(p - 1); t > f {
			return g.span(f, t)
		}
	}
	return s
}
