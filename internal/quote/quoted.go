package quote

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// relays reads the patterns in which one passes on what another said: "X
// quoted Y as saying", "Y was quoted by X as saying".
func (r *reader) relays(si int) {
	g := &r.segments[si]
	for c := 0; c < len(g.toks); c++ {
		switch g.low(c) {
		case "quoted", "quotes", "cited", "cites", "quoting", "citing", "quote":
		default:
			continue
		}
		switch as := g.asSaying(c); {
		case r.inSegment(si, c):
		case as > 0:
			r.relay(si, c, as)
		default:
			r.quoter(si, c)
		}
	}
}

// quoter reads `"We stay," RIA quotes Ruiz.`
func (r *reader) quoter(si, c int) {
	g := &r.segments[si]
	sf, st := g.subjectBefore(c)
	b, e := sf-1, g.nounEnd(c+1)
	if comma(g.low(b)) || dash(g.low(b)) {
		b--
	}
	if st <= sf || !g.isQ(b) || r.taken(g.toks[b].q) || e <= c+1 || !g.closed(e) && !comma(g.low(e)) {
		return
	}
	x := attribution{seg: si, rule: "quoted-as-saying", stance: "said", speaker: g.span(c+1, e), tellers: []teller{r.tellerOf(g.span(sf, st))}, cue: g.toks[c].Span, cFrom: sf, cTo: e, verb: verb{class: "neutral"}}
	x.content(g, b, b+1)
	r.add(x)
}

// asSaying returns the unit "as" of "as saying" after the verb at c, 0 if none
// stands there.
func (g *segment) asSaying(c int) int {
	for k := c + 1; k+1 < len(g.toks) && k < c+32; k++ {
		if g.isQ(k) || g.low(k) == ";" {
			return 0
		}
		if g.low(k) == "as" {
			if f, ok := verbs()[g.low(k+1)]; ok && f.ing {
				return k
			}
		}
	}
	return 0
}

func (r *reader) relay(si, c, as int) {
	g := &r.segments[si]
	f := verbs()[g.low(as+1)]
	x := attribution{seg: si, rule: "quoted-as-saying", verb: f.verb, stance: f.stance(), cue: g.span(as, as+2)}
	p := c - 1
	for p >= 0 && g.toks[p].q == nil && adverb(g.toks[p]) {
		p--
	}
	passive := false
	switch g.low(p) {
	case "was", "were", "is", "are", "been", "being":
		passive = true
	}
	sf, st := g.subjectBefore(c)
	switch {
	case passive:
		if st <= sf {
			return
		}
		if w := g.low(sf); st-sf == 1 && (w == "who" || w == "which") {
			if sf, st = g.phraseBack(sf - 1); st <= sf {
				return
			}
		}
		x.speaker = g.speaker(sf, st)
		x.tellers = r.quoters(g, c+1, as)
		x.cFrom = sf
	case g.low(c) == "quoting" || g.low(c) == "citing":
		x.speaker = g.span(c+1, g.person(c+1, as))
		x.cFrom = c
		if m := r.outer(si, c); m != nil {
			x.tellers = []teller{*m}
		}
	default:
		if st <= sf {
			// `"...," quoted the paper Ruiz as saying` is no English
			return
		}
		x.speaker = g.span(c+1, g.person(c+1, as))
		x.tellers = []teller{r.tellerOf(g.span(sf, st))}
		x.cFrom = sf
	}
	x.cTo = as + 2
	r.addressee(g, as+1, f, &x)
	k := g.tail(as + 2)
	x.cTo = k
	end := k
	if k < len(g.toks) {
		for comma(g.low(k)) && g.isQ(k+1) || g.low(k) == ":" || g.low(k) == "that" {
			k++
		}
		end = r.contentEnd(si, min(k, len(g.toks)-1))
		if end > k && !g.toks[k].word && !g.isQ(k) {
			end = k
		}
	}
	stop := end
	for e := as + 2; e < k && e < len(g.toks); e++ {
		stop = e
	}
	x.tellers = append(x.tellers, r.quoters(g, as+2, max(k, min(stop, len(g.toks))))...)
	x.when = g.span(c, max(min(k, len(g.toks)), as+2))
	b := x.cFrom - 1
	switch {
	case b >= 0 && (g.isQ(b) || comma(g.low(b))) && (end <= k || g.isQ(b) && !g.isQ(k)):
		e := b
		if g.isQ(b) {
			e = b + 1
		}
		start := r.start(si, len(r.found), e)
		if _, only := g.quoted(start, e); !only {
			start = g.leads(start, e)
		}
		x.content(g, start, e)
	case end > k:
		x.content(g, k, end)
	case b < 0 && si > 0 && r.segments[si-1].para == g.para: // `"Will it hold?" Ruiz was quoted as saying`
		prev := &r.segments[si-1]
		last := len(prev.toks) - 1
		if !prev.isQ(last) {
			return
		}
		x.qs = append(x.qs, prev.toks[last].q)
		x.contents = append(x.contents, prev.toks[last].Span)
		x.from, x.to = -1, -1
	}
	r.add(x)
}

// person returns the end of the one quoted, from i within units to as: without
// "on Tuesday" and "in an interview".
func (g *segment) person(i, as int) int {
	for k := i + 1; k < as; k++ {
		w := g.low(k)
		if comma(w) || w == "on" && timeWords[g.low(k+1)] || w == "in" && g.tailPhrase(k) || w == "yesterday" || w == "late" || w == "earlier" || w == "during" || weekdays[w] || w == "after" || w == "at" && g.tailPhrase(k) {
			return k
		}
	}
	return as
}

// quoters returns who quoted, from "by X and Y", "in the X" among units i to j.
func (r *reader) quoters(g *segment, i, j int) []teller {
	var out []teller
	for k := i; k < j; k++ {
		w := g.low(k)
		if w != "by" && w != "in" && w != "on" && w != "to" {
			continue
		}
		e := min(g.nounEnd(k+1), j)
		if e <= k+1 {
			continue
		}
		parts := [][2]int{{k + 1, e}}
		for n := k + 1; n < e; n++ {
			if g.low(n) == "and" { // "by AFP and the BBC"
				parts = [][2]int{{k + 1, n}, {n + 1, e}}
			}
		}
		for _, p := range parts {
			if p[1] <= p[0] {
				continue
			}
			s := g.span(p[0], p[1])
			t, ok := r.press(s)
			if !ok && w == "by" {
				t, ok = teller{span: s, name: r.a.Text[s.Start:s.End]}, true
			}
			if ok {
				out = append(out, t)
			}
		}
	}
	return out
}

// outer returns the one whose clause the "quoting" at c goes on: "RIA
// reported, quoting Ruiz as saying", "RIA, quoting Ruiz as saying ..., said".
func (r *reader) outer(si, c int) *teller {
	g := &r.segments[si]
	p := c - 1
	if comma(g.low(p)) {
		p--
	}
	for k := p; k >= 0 && k > p-8; k-- { // "reported on Tuesday, quoting"
		if f, ok := verbs()[g.low(k)]; ok && !f.ing {
			if sf, st := g.subjectBefore(k); st > sf {
				t := r.tellerOf(g.span(sf, st))
				return &t
			}
		}
	}
	if sf, st := g.phraseBack(p); st > sf {
		t := r.tellerOf(g.span(sf, st))
		return &t
	}
	return nil
}

// citing turns "RIA reported, citing the ministry" about: the ministry speaks,
// RIA passes it on.
func (r *reader) citing(si, first int) {
	g := &r.segments[si]
	for n := first; n < len(r.found); n++ {
		x := &r.found[n]
		if x.rule == "quoted-as-saying" || x.rule == "relay-clause" || x.cTo <= 0 || x.speaker.Len() == 0 {
			continue
		}
		m, ok := r.press(x.speaker)
		for k := x.cFrom; k < len(g.toks) && k < x.cTo+14; k++ {
			if g.isQ(k) || g.low(k) == "." {
				break
			}
			if w := g.low(k); w != "citing" && w != "quoting" || g.asSaying(k) > 0 {
				continue
			}
			e := g.nounOn(k + 1)
			if e <= k+1 {
				break
			}
			s := g.span(k+1, e)
			if !ok {
				// "officials said, citing RIA": RIA says, officials pass on
				if _, press := r.press(s); !press {
					break
				}
				m = teller{span: x.speaker, name: r.a.Text[x.speaker.Start:x.speaker.End]}
			}
			x.tellers = append([]teller{m}, x.tellers...)
			x.speaker, x.rule = s, x.rule+"-citing"
			y := attribution{}
			r.document(g, k+1, e, &y)
			if y.speaker.Len() > 0 {
				x.speaker = y.speaker
			}
			break
		}
	}
}

// declines finds refusals to speak and what could not be checked.
func (r *reader) declines(si int) {
	g := &r.segments[si]
	for c := 0; c < len(g.toks); c++ {
		stance, end := g.refusal(c)
		if stance == "" || r.inSegment(si, c) {
			continue
		}
		sf, st := g.subjectBefore(c)
		if st <= sf {
			continue
		}
		for end < len(g.toks) && g.toks[end].word && end < c+30 && g.low(end) != "but" {
			end++
		}
		x := attribution{seg: si, rule: stance, stance: stance, speaker: g.span(sf, st), cue: g.toks[c].Span, cFrom: sf, cTo: end, verb: verb{lemma: "decline", class: "absent"}}
		x.content(g, c, end)
		r.add(x)
		c = end
	}
}

// refusal tells whether a refusal to speak begins at c, and where its words
// end: "declined to comment", "did not immediately respond".
func (g *segment) refusal(c int) (stance string, end int) {
	next := func(k int) int {
		for k < len(g.toks) && g.toks[k].q == nil && adverb(g.toks[k]) {
			k++
		}
		return k
	}
	w := g.low(c)
	switch w {
	case "declined", "declines", "refused", "refuses":
		k := next(c + 1)
		if g.low(k) == "to" {
			switch g.low(next(k + 1)) {
			case "comment", "answer", "elaborate", "speak", "respond", "discuss", "say", "give", "confirm", "be":
				return "declined-to-comment", k + 2
			}
		}
	case "did", "has", "have", "could", "was", "were", "would":
		k := c + 1
		if g.low(k) != "not" && g.low(k) != "n't" {
			if !strings.HasSuffix(g.low(c), "n't") {
				return "", 0
			}
			k = c
		}
		if k = next(k + 1); g.low(k) == "been" {
			k = next(k + 1)
		}
		switch g.low(k) {
		case "respond", "reply", "responded", "replied", "comment", "commented", "answer":
			return "declined-to-comment", k + 1
		case "verify", "confirm", "verified", "confirmed", "establish":
			if w == "could" || w == "has" || w == "have" || w == "was" {
				return "could-not-verify", k + 1
			}
		case "be":
			if e := next(k + 1); g.low(e) == "reached" || g.low(e) == "contacted" {
				return "declined-to-comment", e + 1
			} else if g.low(e) == "verified" || g.low(e) == "confirmed" {
				return "could-not-verify", e + 1
			}
		case "able":
			if v := g.low(next(k + 2)); v == "verify" || v == "confirm" {
				return "could-not-verify", k + 3
			}
		case "available":
			if n := g.low(k + 1); n == "for" || n == "to" { // not "The figures were not available"
				return "declined-to-comment", k + 1
			}
		}
	case "responded", "respond", "replied":
		if g.low(c+1) == "to" && (g.low(c+2) == "requests" || g.low(c+2) == "request" || g.low(c+3) == "request" || g.low(c+3) == "requests") && g.neither(c) {
			return "declined-to-comment", c + 2
		}
	}
	return "", 0
}

// neither reports whether "neither" or "none" stands before c.
func (g *segment) neither(c int) bool {
	for k := c - 1; k >= 0 && k > c-14; k-- {
		if w := g.low(k); w == "neither" || w == "none" || w == "nobody" {
			return true
		}
	}
	return false
}

// claims are verbs by which bodies too say what no verb of saying introduces:
// `the union put the number at "more than 600"`.
var claims = words("put puts speak speaks spoke called calls dismissed dismisses described describes condemned condemns urged urges demanded demands pledged pledges vowed vows")

// phrases reads quotations that are part of what someone does with words no
// list knows: `Ruiz voiced hope for "a harbour without walls"`. The subject
// must be a person, and the quotation more than a catchword.
func (r *reader) phrases(si, first int) {
	g := &r.segments[si]
	for k := range g.toks {
		if !g.isQ(k) || r.taken(g.toks[k].q) || len(strings.Fields(g.toks[k].s)) < 3 || k < 2 || !g.toks[k-1].word {
			continue
		}
		v := k - 1
		for v > 0 && v > k-25 && !g.toks[v].finite() && !g.isQ(v) {
			v--
		}
		if v <= 0 || !g.toks[v].finite() {
			continue
		}
		for w := v - 1; w > 0 && w > v-8 && !g.isQ(w) && g.toks[w].word; w-- {
			if claims[g.low(w)] && g.toks[w].finite() && !claims[g.low(v)] {
				v = w // "put the number of people detained at"
			}
		}
		sf, st := g.subjectBefore(v)
		if st <= sf {
			continue
		}
		if low := g.low(sf); low == "who" && sf > 0 {
			if sf--; comma(g.low(sf)) {
				sf--
			}
			if sf, st = g.phraseBack(sf); st <= sf {
				continue
			}
		}
		s := g.speaker(sf, st)
		if low := g.low(st - 1); !r.person(s) && low != "he" && low != "she" && low != "they" && !(claims[g.low(v)] && r.mention(s) == stemma.Organisation) {
			continue
		}
		x := attribution{seg: si, rule: "phrase", stance: "said", speaker: s, cue: g.toks[v].Span, cFrom: sf, cTo: v + 1, verb: verb{lemma: "", class: "phrase"}}
		from := v + 1
		if auxiliaries[g.low(v)] && g.low(v) != "has" && g.low(v) != "have" || g.low(sf-1) == "that" {
			// "She made the point that Ruiz was "a swamp"": Ruiz only is so
			if x.speaker, x.relative, x.cue = r.doer(g, sf); x.speaker.Len() == 0 {
				continue
			}
			if from = sf; g.low(sf-1) == "that" {
				x.cFrom = sf - 1
			}
		}
		end := r.contentEnd(si, k)
		if claims[g.low(v)] && x.cue == g.toks[v].Span {
			if strings.HasPrefix(g.low(v), "sp") {
				from = v // "speaks of"
			}
			if comma(g.low(k+1)) || g.low(k+1) == "and" || g.low(k+1) == "but" {
				end = k + 1
			}
		}
		x.content(g, from, end)
		x.when = g.span(sf, v+1)
		r.add(x)
	}
}
