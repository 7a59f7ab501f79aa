package quote

import "github.com/stemma-news/stemma"

// colon reads `Ruiz: "We stay."` and `... issued a statement: "..."`.
func (r *reader) colon(si, first int) {
	g := &r.segments[si]
	for k := 1; k+1 < len(g.toks); k++ {
		if g.low(k) != ":" || !g.isQ(k+1) || r.taken(g.toks[k+1].q) {
			continue
		}
		x := attribution{seg: si, rule: "colon", stance: "said", cue: g.toks[k].Span, cFrom: 0, cTo: k + 1, verb: verb{lemma: ":", class: "neutral"}}
		if s, cue := g.source(k); s.Len() > 0 {
			x.speaker, x.cue = s, cue
		} else if f, t := g.signed(k); t > f {
			x.speaker = g.span(f, t)
		} else if f, t := g.phraseBack(k - 1); t > f && f == 0 && t <= 8 {
			x.speaker = g.span(f, t)
		} else if s := r.tells(g, k); s.Len() > 0 {
			x.speaker = s
		} else if f, t := g.firstSubject(k); t > f && r.mention(g.span(f, t)) != stemma.Place {
			x.speaker = g.span(f, t)
		} else {
			continue
		}
		x.when = g.span(0, k)
		x.tellers = r.tellers(g, 0, k)
		x.content(g, k+1, k+2)
		r.add(x)
	}
}

// signed is the name that stands right before the colon at k, after a dash,
// after "from", or alone: "The polls agree - Ana Ruiz:", "More from Ana Ruiz and
// Juan Quispe:", "Sen. Ana Ruiz (Green):".
func (g *segment) signed(k int) (from, to int) {
	p := k - 1
	if g.low(p) == ")" {
		if o := g.openBack(p); o > 0 {
			p = o - 1
		}
	}
	to = p + 1
	for p >= 0 && g.toks[p].q == nil && (g.toks[p].cap && g.toks[p].word || p < to-1 && (particles[g.low(p)] || g.low(p) == "and" || g.low(p) == ".")) {
		p--
	}
	from = p + 1
	if to <= from || to-from > 8 || !g.toks[from].cap || to-from < 2 && (p < 0 || !dash(g.low(p))) {
		return 0, 0
	}
	if p < 0 && to < k || p >= 0 && (dash(g.low(p)) || g.low(p) == "from") {
		return from, to
	}
	return 0, 0
}

// tells is who the last clause before the colon at k is about, where it is a
// person or body: "The timing is no surprise, pollster Ana Ruiz said in a note:".
func (r *reader) tells(g *segment, k int) stemma.Span {
	for v := k - 1; v > 0 && v > k-25; v-- {
		if !g.toks[v].finite() || g.isQ(v) {
			continue
		}
		f, t := g.subjectBefore(v)
		if t <= f {
			continue
		}
		s := g.speaker(f, t)
		switch low := g.low(t - 1); {
		case low == "he", low == "she", low == "they", low == "we", low == "i":
			return s
		case r.person(s), r.mention(s) == stemma.Organisation:
			return s
		}
	}
	return stemma.Span{}
}

// signs reports whether a name and a colon before a quotation stand at k.
func (g *segment) signs(k int) bool {
	for e := k; e < len(g.toks) && e < k+9; e++ {
		if g.low(e) == ":" && g.isQ(e+1) {
			f, t := g.signed(e)
			return t > f && f == k
		}
	}
	return false
}
