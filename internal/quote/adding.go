package quote

import "github.com/stemma-news/stemma"

// adding reads "..., adding that ...": the one who spoke before goes on.
func (r *reader) adding(si, first, c int, f form) {
	g := &r.segments[si]
	k := c + 1
	if !f.that && !f.direct && !f.bare || f.class == "attitude" || f.class == "document" {
		return
	}
	if comma(g.low(k)) && g.isQ(k+1) && g.low(c-1) == "by" {
		k++ // `replied by saying, "We stay."`
	}
	actor := r.actor(g.toks[c].Start)
	if actor.Len() == 0 {
		actor = g.own(c)
	}
	fronted := actor.Len() == 0 && g.low(c-1) != "," && c > 0 && !g.isQ(c-1) && g.low(c-1) != "and" && g.low(c-1) != "but"
	if fronted && g.low(c-1) != "as" {
		if f.lemma != "say" || !g.isQ(k) && g.low(k) != "that" && !pronouns[g.low(k)] && !determiners[g.low(k)] && !g.isQ(g.tail(k)) && !(k < len(g.toks) && g.toks[k].cap && g.hasVerb(k)) {
			return
		}
	}
	var prior *attribution
	for n := len(r.found) - 1; n >= first; n-- {
		if r.found[n].speaker.Len() > 0 && r.found[n].cFrom < c {
			prior = &r.found[n]
			break
		}
	}
	x := attribution{seg: si, verb: f.verb, stance: f.stance(), cue: g.toks[c].Span, cFrom: c, cTo: c + 1, rule: "adding"}
	if actor.Len() > 0 {
		x.speaker = actor // "both were glad, Ruiz saying ..."
	} else if prior != nil {
		x.speaker, x.owner = prior.speaker, prior.owner
		x.tellers = append(x.tellers, prior.tellers...)
		x.to2 = prior.to2
		x.when = prior.when
	} else {
		// "Ruiz thanked the guests, saying ...": the subject of the sentence
		if s := r.above(g.toks[c].Start); s.Len() > 0 {
			x.speaker = s
		} else if sf, st := g.firstSubject(c); st > sf {
			x.speaker = g.span(sf, st)
		} else {
			return
		}
	}
	if !r.forward(si, first, c, f, &x) {
		return
	}
	r.found[len(r.found)-1].rule = "adding"
}

// own is the subject of its own that the participle at c has: "with [Ruiz]
// reportedly yelling", "- [Ruiz] saying".
func (g *segment) own(c int) stemma.Span {
	p := c - 1
	for p > 0 && g.toks[p].q == nil && adverb(g.toks[p]) {
		p--
	}
	n := p
	for n > 0 && n > p-10 && g.toks[n].q == nil && g.toks[n].word && g.low(n) != "with" && !g.toks[n].finite() && !leftStops[g.low(n)] {
		n--
	}
	switch {
	case n == p || g.toks[p].tag != "PROPN" && g.toks[p].tag != "NOUN":
	case g.low(n) == "with" && n+1 < c:
		return g.span(n+1, p+1)
	case dash(g.low(n)) && g.properEnd(n+1) == p+1:
		return g.span(n+1, p+1)
	}
	return stemma.Span{}
}
