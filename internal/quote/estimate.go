package quote

import "github.com/stemma-news/stemma"

// reckonings are nouns of numbers that one gives and changes: "its estimate".
var reckonings = words("count estimate estimates figure forecast projection tally toll")

// estimates reads who tells a number by putting something at it: "Police put the
// crowd at 2,000", "the ministry raised its estimate of the losses to 9 million".
func (r *reader) estimates(si int) {
	g := &r.segments[si]
	for c := 1; c+3 < len(g.toks); c++ {
		t := g.toks[c]
		if g.isQ(c) || !t.finite() && t.xpos != "VB" && t.xpos != "VBN" || r.inSegment(si, c) {
			continue
		}
		to := ""
		switch t.low {
		case "put", "puts":
			to = "at"
		case "raised", "raises", "revised", "revises", "lowered", "lowers", "cut", "cuts", "increased":
			to = "to"
		default:
			continue
		}
		if n := g.toks[c+1]; n.tag == "ADP" || n.tag == "ADV" || prepositions[n.low] {
			continue // "puts out 523 horses at 5,800 turns"
		}
		end, of := 0, to == "at"
		for k := c + 2; k+1 < len(g.toks) && k < c+16 && g.toks[k].word && !g.isQ(k); k++ {
			of = of || reckonings[g.low(k-1)]
			if g.low(k) == to && of {
				end = g.number(k + 1)
				break
			}
		}
		sf, st := r.subject(g, c)
		if end == 0 || st <= sf || pronouns[g.low(sf)] && g.low(sf) != "he" && g.low(sf) != "she" && g.low(sf) != "it" {
			continue
		}
		s := g.speaker(sf, st)
		if m := r.mention(s); m == stemma.Place || m == "" && g.toks[st-1].tag != "NOUN" && !pronouns[g.low(sf)] {
			continue
		}
		for n := 0; end < len(g.toks) && g.toks[end].word && !g.isQ(end) && n < 8 && !prepositions[g.low(end)] && !leftStops[g.low(end)] && g.low(end) != "and"; n++ {
			end++
		}
		x := attribution{seg: si, rule: "estimate", stance: "said", speaker: s, cue: t.Span, cFrom: sf, cTo: c + 1, verb: verb{lemma: "put", class: "neutral"}}
		x.content(g, c+1, end)
		x.when = g.span(sf, min(len(g.toks), end+6))
		r.add(x)
	}
}

// number is the end of the number that stands at k, with what bounds it: "2,000",
// "at least 5,000", "about half a million"; 0 if none does.
func (g *segment) number(k int) int {
	for n := 0; n < 4 && k < len(g.toks); n, k = n+1, k+1 {
		switch t := &g.toks[k]; {
		case t.q != nil:
			return 0
		case t.xpos == "CD" || isNumber(t.low):
			return k + 1
		case !adverb(*t) && !bounds[t.low]:
			return 0
		}
	}
	return 0
}

var bounds = words("$ £ € about around at between least more most than up to")
