package quote

// inner returns an attribution whose clause and content lie within units i to
// j and reach from one end to the other.
func (r *reader) inner(first, i, j int) *attribution {
	var out *attribution
	least := 0
	for n := len(r.found) - 1; n >= first; n-- {
		x := &r.found[n]
		if x.rule == "relay-clause" || len(x.contents) == 0 {
			continue
		}
		lo, hi := min(x.cFrom, x.from), max(x.cTo, x.to)
		if lo >= i && hi <= j+1 && lo <= i+6 && hi >= j-2 && (out == nil || lo <= least) {
			out, least = x, lo
		}
	}
	return out
}

// afterQuote reads `"Will you stay?" | Ruiz asked.`: the words before stand in
// the segment before.
func (r *reader) afterQuote(si, c int, f form, x *attribution) bool {
	g := &r.segments[si]
	if si == 0 || g.takesMore(c, f) && g.low(g.tail(c+1)) != ":" || r.segments[si-1].para != g.para || !f.direct {
		return false
	}
	p := &r.segments[si-1]
	last := len(p.toks) - 1
	if !p.isQ(last) || g.low(g.tail(c+1)) == ":" || r.taken(p.toks[last].q) {
		return false
	}
	if g.isQ(g.tail(c+1)) || !g.over(c) && g.low(c+1) != "as" { // `"We stay." He demands new rules`
		return false
	}
	x.rule, x.cTo = "said-after", g.tail(c+1)
	x.qs = append(x.qs, p.toks[last].q)
	x.contents = append(x.contents, p.toks[last].Span)
	x.from, x.to = -1, -1
	r.after(si, c, f, x)
	r.add(*x)
	return true
}

// taken reports whether a quotation is part of an attribution already.
func (r *reader) taken(q *marked) bool {
	for n := len(r.found) - 1; n >= 0 && n > len(r.found)-50; n-- {
		for _, o := range r.found[n].qs {
			if o == q {
				return true
			}
		}
	}
	return false
}

// after reads what follows the clause of a quotation: the one spoken to, who
// passed it on, and the second half of a split quotation.
func (r *reader) after(si, c int, f form, x *attribution) {
	g := &r.segments[si]
	r.addressee(g, c, f, x)
	k := x.cTo
	for k < len(g.toks) && !g.isQ(k) && !(comma(g.low(k)) && g.isQ(k+1)) && g.low(k) != "." && !g.verbAt(k) && k < x.cTo+40 {
		if comma(g.low(k)) && (g.low(k+1) == "who" || g.low(k+1) == "which" || g.low(k+1) == "whose" || g.low(k+1) == "adding" || g.low(k+1) == "saying" || g.low(k+1) == "but" || g.low(k+1) == "while" || g.low(k+1) == "and") {
			break
		}
		k++
	}
	x.tellers = append(x.tellers, r.tellers(g, c, k)...)
	x.when = g.span(c, max(c+1, k))
	if k < len(g.toks) && (comma(g.low(k)) || g.low(k) == ":") && g.isQ(k+1) && x.qs != nil {
		k++
	}
	if k+2 < len(g.toks) && comma(g.low(k)) && (g.low(k+1) == "and" || g.low(k+1) == "but") && g.isQ(k+2) && !r.taken(g.toks[k+2].q) && len(x.qs) > 0 && f.direct {
		x.qs = append(x.qs, g.toks[k+2].q) // `was "a trap," she said, and "a swamp."`
		x.contents = append(x.contents, g.toks[k+2].Span)
		x.cTo = k + 3
		return
	}
	if g.isQ(k) && len(x.qs) > 0 && (comma(g.low(k-1)) || g.low(k-1) == ":" || k == x.cTo) && !r.taken(g.toks[k].q) && f.direct {
		x.qs = append(x.qs, g.toks[k].q)
		x.contents = append(x.contents, g.toks[k].Span)
		x.cTo = k + 1
		return
	}
	if x.cTo < k && k <= len(g.toks) {
		// the words of the clause's end are no content of another
		x.cTo = max(x.cTo, min(k, x.cTo))
	}
}

// verbAt reports whether a form of a reporting verb stands at k.
func (g *segment) verbAt(k int) bool {
	f, ok := verbs()[g.low(k)]
	if w := g.low(k + 1); w == "by" || w == "in" || w == "on" {
		return false // "as reported by"
	}
	return ok && !f.ing && !f.base && f.class != "relay" && f.lemma != "report"
}
