package quote

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// float gives quotations that stand alone to who spoke around them.
func (r *reader) float() {
	byseg := map[int][]int{}
	for i, x := range r.found {
		byseg[x.seg] = append(byseg[x.seg], i)
	}
	claimed := map[*marked]int{}
	for i, x := range r.found {
		for _, q := range x.qs {
			claimed[q] = i + 1
		}
	}
	last := -1 // the last attribution with a speaker, by order of segments
	for si := range r.segments {
		g := &r.segments[si]
		for _, i := range byseg[si] {
			if r.found[i].speaker.Len() > 0 && r.found[i].stance != "could-not-verify" {
				last = i
			}
		}
		for k := range g.toks {
			if !g.isQ(k) || claimed[g.toks[k].q] > 0 || !r.stands(g, k) {
				continue
			}
			q := g.toks[k].q
			from, rule := last, "floating"
			if n := r.ahead(si, k, byseg, claimed); n >= 0 {
				from = n
			} else if from >= 0 && r.segments[r.found[from].seg].para < g.para-2 && !q.goesOn {
				from = -1
			}
			for j := si; j >= 0 && j > si-6 && r.segments[j].para == g.para && from == last; j-- {
				for n := len(byseg[j]) - 1; n >= 0; n-- {
					if i := byseg[j][n]; j < si && r.goesOn(i, si, k) && r.found[i].speaker.Len() > 0 {
						from = i
						j = -1
						break
					}
				}
			}
			if from >= 0 && r.goesOn(from, si, k) {
				r.found[from].qs = append(r.found[from].qs, q)
				r.found[from].contents = append(r.found[from].contents, q.Span)
				r.found[from].last = si
				claimed[q] = from + 1
				last = from
				continue
			}
			x := attribution{seg: si, rule: rule, stance: "said", tier: "inherited", from: k, to: k + 1, cFrom: k, cTo: k + 1, qs: []*marked{q}, contents: []stemma.Span{q.Span}, verb: verb{lemma: "", class: "neutral"}}
			if s := r.leadsIn(si, k, from); s.Len() > 0 {
				x.speaker = s
			} else if from >= 0 {
				p := r.found[from]
				if q.goesOn && len(p.qs) > 0 && p.qs[len(p.qs)-1].open {
					r.found[from].qs = append(r.found[from].qs, q)
					r.found[from].contents = append(r.found[from].contents, q.Span)
					claimed[q] = from + 1
					continue
				}
				x.speaker, x.owner, x.to2, x.when = p.speaker, p.owner, p.to2, p.when
				for _, t := range p.tellers {
					t.how = stemma.HowInherited
					x.tellers = append(x.tellers, t)
				}
			}
			r.found = append(r.found, x)
			claimed[q] = len(r.found)
			last = len(r.found) - 1
		}
	}
}

// leadsIn is who the words before the quotation at k are about, where they
// stand nearer to it than attribution from: "The mayor was angry. "Never.""
func (r *reader) leadsIn(si, k, from int) stemma.Span {
	g := &r.segments[si]
	if s := r.signature(si, k); s.Len() > 0 {
		return s
	}
	if s := r.label(si, k); s.Len() > 0 {
		return s
	}
	for i := k - 1; i >= 0; i-- {
		if g.toks[i].word {
			return r.topic(g.toks[i].Start)
		}
	}
	if si == 0 || from >= 0 && max(r.found[from].seg, r.found[from].last) >= si-1 {
		return stemma.Span{}
	}
	p := &r.segments[si-1]
	if p.para < g.para-1 {
		return stemma.Span{}
	}
	for i := len(p.toks) - 1; i >= 0; i-- {
		if p.isQ(i) {
			return stemma.Span{}
		}
		if p.toks[i].word {
			return r.topic(p.toks[i].Start)
		}
	}
	return stemma.Span{}
}

// label is whom the paragraph above names whose quotation opens segment si, in a list
// of what several said: "ANA RUIZ, MAYOR OF LIMA:".
func (r *reader) label(si, k int) stemma.Span {
	if k > 0 || si == 0 || r.segments[si-1].para != r.segments[si].para-1 {
		return stemma.Span{}
	}
	p := &r.segments[si-1]
	n := len(p.toks) - 1
	if n < 1 || n > 25 || p.low(n) != ":" || slices.ContainsFunc(p.toks, func(t tk) bool { return t.q != nil || t.finite() }) {
		return stemma.Span{}
	}
	s := p.span(0, n)
	for _, m := range r.mentionsIn(s) {
		if c := m.Cite.Spans[0]; m.Kind == stemma.Person && !m.Descriptive && s.Holds(c) {
			return c
		}
	}
	if e := p.properEnd(0); e > 1 && (e == n || comma(p.low(e))) {
		return p.span(0, e)
	}
	return stemma.Span{}
}

// signature is who signs the quotation that is the whole of segment si: of a
// line of its own below it or right after it, "- Ana Ruiz, on the port".
func (r *reader) signature(si, k int) stemma.Span {
	g := &r.segments[si]
	if k > 0 {
		return stemma.Span{}
	}
	n, at := g, 1
	if len(g.toks) <= 2 && si+1 < len(r.segments) {
		if n, at = &r.segments[si+1], 0; n.para > g.para+1 {
			return stemma.Span{}
		}
	}
	if at+1 >= len(n.toks) || !dash(n.low(at)) {
		return stemma.Span{}
	}
	at++
	e := n.properEnd(at)
	for e > at && n.low(e) == "." && n.properEnd(e+1) > e+1 {
		e = n.properEnd(e + 1)
	}
	if e <= at || e > at+7 || e < len(n.toks) && n.low(e) != "," && n.low(e) != "." && n.low(e) != "(" && n.low(e) != "on" && n.low(e) != "in" {
		return stemma.Span{}
	}
	return n.span(at, e)
}

// goesOn reports whether the quotation that opens segment si only goes on what
// attribution n quotes in the same paragraph: `"We stay," Ruiz said. "We work."`
func (r *reader) goesOn(n, si, k int) bool {
	x := &r.found[n]
	if len(x.qs) == 0 || k > 1 || r.segments[x.seg].para != r.segments[si].para {
		return false
	}
	lo, hi := min(max(x.seg, x.last), si), max(x.seg, si)
	for j := lo + 1; j < hi; j++ {
		for _, t := range r.segments[j].toks {
			if t.q == nil && t.word {
				return false
			}
		}
	}
	return true
}

// stands reports whether the quotation at k stands alone as something said: it
// opens its sentence and is no title or single word.
func (r *reader) stands(g *segment, k int) bool {
	n := len(strings.Fields(g.toks[k].s))
	if g.toks[k].q.goesOn || g.toks[k].q.open {
		return true
	}
	if n < 4 {
		return k == 0 && g.full(k) && len(g.toks) == 1
	}
	for i := 0; i < k; i++ {
		if g.toks[i].word {
			// `He was blunt: "..."`, `... : "We stay."`
			return (g.low(k-1) == ":" || comma(g.low(k-1))) && g.full(k)
		}
	}
	return g.full(k) || len(g.toks) <= k+2 && n >= 6
}

// ahead returns the attribution of the same paragraph that the quotation leads
// up to: `"We stay. "We will," Ruiz said.`, -1 if none.
func (r *reader) ahead(si, k int, byseg map[int][]int, claimed map[*marked]int) int {
	g := &r.segments[si]
	for j := si; j >= 0 && j > si-40 && r.segments[j].para == g.para; j-- {
		for _, i := range byseg[j] {
			if r.found[i].speaker.Len() > 0 && (j < si || r.found[i].cFrom < k) {
				return -1 // one before it in the paragraph
			}
		}
	}
	for j := si; j < len(r.segments) && j <= si+2 && r.segments[j].para == g.para; j++ {
		for _, i := range byseg[j] {
			if x := r.found[i]; x.speaker.Len() > 0 && len(x.qs) > 0 && x.rule == "said-after" {
				return i
			}
		}
	}
	return -1
}
