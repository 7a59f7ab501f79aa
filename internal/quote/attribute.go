package quote

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// attribution is one act of telling as its sentence words it.
type attribution struct {
	seg      int
	last     int // the segment of the last quotation that goes it on
	rule     string
	from, to int // the units of the content, the last part's of several
	contents []stemma.Span
	qs       []*marked
	words    bool // content has words outside quotation marks
	speaker  stemma.Span
	relative stemma.Span // the "who" that stands for the speaker
	cue      stemma.Span
	verb     verb
	stance   string
	to2      stemma.Span // the one spoken to
	tellers  []teller
	// owner is who a document speaks for, or the one a pronoun stands for,
	// where another sentence names them.
	owner stemma.Span
	// clause is the units of the attribution clause itself.
	cFrom, cTo int
	when       stemma.Span // the units where the time of speaking may stand
	tier       string
}

// teller is one who passes on what was said.
type teller struct {
	span stemma.Span
	name string
	how  string
	// medium is set where words before the name say what medium it is.
	medium bool
}

// attribute finds the attributions of one segment.
func (r *reader) attribute(si int) {
	g := &r.segments[si]
	first := len(r.found)
	r.relays(si)
	r.according(si)
	for c := range g.toks {
		t := g.toks[c]
		if t.q != nil || !t.word {
			continue
		}
		f, ok := verbs()[t.low]
		if !ok {
			f, ok = g.beside(c)
		}
		if !ok || r.inSegment(si, c) {
			continue
		}
		if f.object {
			r.passive(si, c, f)
		}
		if !r.reports(g, c, f) {
			continue
		}
		n := len(r.found)
		r.cue(si, first, c, f)
		if len(r.found) == n {
			r.byTree(si, c, f)
		}
	}
	r.estimates(si)
	r.declines(si)
	r.colon(si, first)
}

// beside reads a verb that no list holds as one of saying where it stands, with
// its subject alone, right after a quotation that a comma ends: `"We stay,"
// remembered Ana Ruiz`, `"We stay," the mayor riffed`.
func (g *segment) beside(c int) (form, bool) {
	t := g.toks[c]
	if c == 0 || t.cap || t.xpos != "VBD" && t.xpos != "VBZ" && t.xpos != "VBN" || auxiliaries[t.low] {
		return form{}, false
	}
	f := form{verb: verb{lemma: t.low, class: "manner", direct: true}}
	if comma(g.low(c+1)) && g.isQ(c+2) && g.full(c+2) && t.xpos != "VBN" && len(strings.Fields(g.toks[c+2].s)) > 3 {
		return f, true // `she rose and boomed, "We stay."`
	}
	if g.isQ(c - 1) {
		_, st := g.subjectAfter(c)
		_, only := g.quoted(0, c)
		return f, only && (g.ends(c-1, ",") || g.ends(c-1, "!") || g.ends(c-1, "?")) && st > c+1 && (g.toks[c+1].cap || st-c > 2 && g.toks[st-1].cap) && t.xpos != "VBZ"
	}
	if t.xpos == "VBN" {
		return f, false
	}
	sf, st := g.subjectBefore(c)
	_, only := g.quoted(0, max(sf, 0))
	return f, only && st > sf && sf > 0 && st == c && g.isQ(sf-1) && (g.ends(sf-1, ",") || g.ends(sf-1, "?") && g.closed(c+1)) && st-sf < 9
}

// cue reads the reporting verb at c: who tells, and what.
func (r *reader) cue(si, first, c int, f form) {
	g := &r.segments[si]
	if f.ing && !g.progressive(c) {
		r.adding(si, first, c, f)
		return
	}
	if comma(g.low(c-1)) && (r.setIn(si, first, c, f) || r.setLast(si, first, c, f)) {
		return
	}
	v := c
	if g.goingOn(c) {
		if v = c - 2; g.low(v) == "on" {
			v--
		}
	}
	sf, st := r.subject(g, v)
	if st <= sf && (g.low(v-1) == "which" || g.toks[max(v-1, 0)].xpos == "WDT") && (g.isQ(c+1) || (comma(g.low(c+1)) || g.low(c+1) == ":") && g.isQ(c+2)) {
		sf, st = v-1, v // "the report, which notes, "...""
	}
	var relative stemma.Span
	if st > sf {
		if w := g.low(sf); st-sf == 1 && (w == "who" || w == "which" || w == "that" && g.toks[sf].xpos == "WDT") {
			relative = g.span(sf, st)
			if sf--; comma(g.low(sf)) || dash(g.low(sf)) {
				sf--
			}
			if sf, st = g.antecedent(sf); anyone[g.low(st-1)] {
				return
			}
		}
	}
	if st <= sf {
		n := len(r.found)
		r.inverted(si, first, c, f)
		if len(r.found) == n {
			r.shared(si, first, c, f)
		}
		return
	}
	if g.relative(sf) { // "Ruiz, who said ..."
		return
	}
	if st == sf+1 && g.low(sf) == "it" && g.toks[c].xpos == "VBN" && bes[g.low(sf+1)] {
		return // "It was later found that": nobody says who
	}
	x := attribution{seg: si, verb: f.verb, stance: f.stance(), speaker: g.speaker(sf, st), relative: relative, cue: g.toks[c].Span, cFrom: sf, cTo: c + 1}
	if st < c && comma(g.low(st)) {
		x.tellers = append(x.tellers, r.tellers(g, st, c)...)
	}
	r.lead(g, sf, &x)
	if f.that || f.class == "document" {
		r.paperSubject(g, c, &x)
	}
	if r.inside(si, first, sf, c, f, &x) {
		return
	}
	if r.backward(si, first, sf, c, f, &x) {
		return
	}
	r.forward(si, first, c, f, &x)
}

// backward reads what stands before: `"...," Ruiz said`, `..., Ruiz said`.
func (r *reader) backward(si, first, sf, c int, f form, x *attribution) bool {
	g := &r.segments[si]
	b := sf - 1
	for b >= 0 && (g.low(b) == "and" || g.low(b) == "but" || dash(g.low(b))) {
		b--
	}
	if g.low(b) == "as" && (g.isQ(b-1) || comma(g.low(b-1)) && f.lemma == "put") { // `"We stay," as Ruiz puts it`
		b--
	}
	if b < 0 {
		return sf == 0 && r.afterQuote(si, c, f, x)
	}
	if !g.isQ(b) && !comma(g.low(b)) {
		return false
	}
	if g.takesMore(c, f) {
		return false
	}
	if k := g.tail(c + 1); !g.isQ(b) && comma(g.low(k)) && g.isQ(k+1) {
		if has, _ := g.quoted(r.start(si, first, b), b); !has && (g.fronted(r.start(si, first, b)) || g.fronts(r.start(si, first, b))) {
			return false // "After the vote, Ruiz said, "...""
		}
	}
	end := b
	if g.isQ(b) {
		end = b + 1
	}
	return r.before(si, first, end, c, f, x)
}

// before makes the content of what stands from the start of the clause to unit
// end.
func (r *reader) before(si, first, end, c int, f form, x *attribution) bool {
	g := &r.segments[si]
	start := r.start(si, first, end)
	if start >= end {
		return false
	}
	hasQ, only := g.quoted(start, end)
	if !only && !f.bare && !f.that && !f.direct || f.class == "attitude" && !hasQ && f.lemma != "believe" {
		return false
	}
	if !hasQ && (g.low(start) == "asked" || end-start < 3 || !g.over(c) || prepositions[g.low(start)] && !g.verbWithin(start, end)) {
		return false
	}
	for k := end - 1; hasQ && k > start; k-- {
		if g.isQ(k) && g.low(k-1) == ":" { // `Ruiz was blunt: "We stay," she said.`
			start = k
			hasQ, only = g.quoted(start, end)
			break
		}
	}
	if end-2 > start && g.isQ(end-1) && dash(g.low(end-2)) && g.ends(end-1, ",") { // `the port was shut - "For good," she said - and`
		start, only = end-1, true
	}
	if !only {
		start = g.leads(start, end)
	}
	x.rule, x.cTo = "said-after", g.tail(c+1)
	// the content was read as an attribution of its own: "Ruiz told X that ..., RIA reported"
	if in := r.inner(first, start, end); in != nil && !only && in.verb.class != "attitude" {
		in.tellers = append(in.tellers, r.tellerOf(x.speaker))
		in.tellers = append(in.tellers, r.tellers(g, c, x.cTo)...)
		r.shield(si, x)
		return true
	}
	if hasQ && !only {
		q := start
		for !g.isQ(q) {
			q++
		}
		for q > start && !comma(g.low(q)) {
			q--
		}
		if q > start && g.low(q+1) == "to" { // `, to discuss "a true alliance," she said`
			rest := *x
			rest.content(g, start, q+1)
			r.add(rest)
			start = q + 1
		}
	}
	x.content(g, start, end)
	r.after(si, c, f, x)
	r.add(*x)
	return true
}

// over reports whether the clause of the verb at c says nothing more: what
// follows is a mark, a conjunction, or nothing.
func (g *segment) over(c int) bool {
	k := g.tail(c + 1)
	if k >= len(g.toks) || g.isQ(k) || !g.toks[k].word || g.deal(c, k) {
		return true
	}
	switch g.low(k) {
	case "and", "but", "as", "while", "when", "after", "before", "because", "citing", "quoting", "adding", "in", "on", "at", "during", "following", "without", "if", "though", "although", "according":
		return true
	}
	return false
}

// deal reports whether the "to" at k belongs to what stands before it, of which the
// verb at c speaks: "said in comments on a plan | to leave".
func (g *segment) deal(c, k int) bool { return k > c+2 && g.low(k) == "to" && g.low(c) == "said" }

// shield keeps the clause of a relay from being read again.
func (r *reader) shield(si int, x *attribution) {
	r.found = append(r.found, attribution{seg: si, rule: "relay-clause", cFrom: x.cFrom, cTo: x.cTo})
}

// content sets the content to units i to j.
func (x *attribution) content(g *segment, i, j int) {
	for j > i && (comma(g.low(j-1)) || g.low(j-1) == "." || g.low(j-1) == ";" || g.low(j-1) == ":" || dash(g.low(j-1))) {
		j--
	}
	for i < j && (comma(g.low(i)) || g.low(i) == ":" || dash(g.low(i))) {
		i++
	}
	if i >= j {
		return
	}
	x.from, x.to = i, j
	for k := i; k < j; k++ {
		if g.isQ(k) {
			x.qs = append(x.qs, g.toks[k].q)
		} else if g.toks[k].word {
			x.words = true
		}
	}
	x.contents = append(x.contents, g.span(i, j))
}

// quoted reports whether units i to j hold quotations, and nothing else.
func (g *segment) quoted(i, j int) (has, only bool) {
	only = true
	for k := i; k < j; k++ {
		if g.isQ(k) {
			has = true
		} else if g.toks[k].word {
			only = false
		}
	}
	return has, has && only
}

// full reports whether the quotation at k ends with the end of a sentence.
func (g *segment) full(k int) bool {
	t := strings.TrimRight(g.toks[k].s, "\"”»’'")
	return strings.HasSuffix(t, ".") || strings.HasSuffix(t, "!") || strings.HasSuffix(t, "?")
}

// start returns where the clause that ends at unit end begins: after the last
// attribution clause, or the start of the segment.
func (r *reader) start(si, first, end int) int {
	start := 0
	for _, x := range r.found[first:] {
		if x.cTo <= end && x.cTo > start && x.rule != "said-before" && x.rule != "according" {
			start = x.cTo
		}
	}
	g := &r.segments[si]
	for k := start; k < end; k++ {
		if g.low(k) == ";" {
			start = k + 1
		}
	}
	for start < end && !g.isQ(start) && !g.toks[start].word {
		start++
	}
	return start
}

// takesMore reports whether what the verb at c says follows it: "that", a
// colon, or words that begin a clause.
func (g *segment) takesMore(c int, f form) bool {
	k := g.tail(c + 1)
	if k >= len(g.toks) {
		return false
	}
	switch w := g.low(k); {
	case w == "that":
		// "told reporters after a meeting that was held in Lima"
		return k+1 >= len(g.toks) || !g.toks[k+1].finite() || k == c+1
	case w == ":":
		return true
	case prepositions[w] || w == "during" || w == "through":
		return false
	case g.isQ(k):
		if w := g.low(k - 1); (prepositions[w] || f.object && k == c+1) && len(strings.Fields(g.toks[k].s)) < 5 {
			return false // `he said on "Meet the Town"`
		}
		return !comma(g.low(k-1)) && g.low(k-1) != "."
	case !g.toks[k].word:
		return false
	case w == "and" || w == "but" || w == "as" || w == "while" || w == "when" || w == "after" || w == "before" || w == "because" || w == "adding":
		return false
	}
	return f.bare && !auxiliaries[g.low(k)] && g.hasVerb(k)
}

// hasVerb reports whether a finite verb may stand between k and the next mark;
// without tags it is a guess by length.
func (g *segment) hasVerb(k int) bool {
	n, tagged := 0, false
	for ; k < len(g.toks); k++ {
		if !g.toks[k].word && !g.isQ(k) {
			if k = g.overInsert(k); k == 0 {
				break
			}
		}
		n++
		if t := g.toks[k].tag; t != "" {
			tagged = true
			if t == "VERB" || t == "AUX" {
				return true
			}
		} else if auxiliaries[g.low(k)] && g.low(k) != "to" {
			return true
		}
	}
	return !tagged && n >= 4
}

// overInsert is the unit behind what the mark at k opens within a clause, 0 where it
// opens nothing: "the board (ADH) | will", "30 people, who swam, | were".
func (g *segment) overInsert(k int) int {
	w, next := g.low(k), g.low(k+1)
	for e := k + 1; e+1 < len(g.toks) && e < k+25 && (w == "(" || comma(w) && (next == "who" || next == "which" || next == "whose")); e++ {
		if w == "(" && g.low(e) == ")" || comma(g.low(e)) && comma(w) && g.toks[e+1].finite() {
			return e + 1
		}
	}
	return 0
}

// verbWithin reports whether a finite verb may stand among units i to j.
func (g *segment) verbWithin(i, j int) bool {
	for k := i; k < j; k++ {
		if g.toks[k].finite() || (k == i || comma(g.low(k-1))) && g.toks[k].tag == "" && g.hasVerb(k) {
			return true
		}
	}
	return false
}

// setLast reads "..., said Ana Ruiz, head of the port", where what stands before has
// commas that could set a subject off.
func (r *reader) setLast(si, first, c int, f form) bool {
	g := &r.segments[si]
	n := len(r.found)
	if sf, st := g.subjectAfter(c); st > sf+1 && st < sf+7 && g.toks[sf].cap && g.toks[st-1].cap && !f.object && (comma(g.low(st)) || g.closed(st)) && r.person(g.span(sf, st)) {
		r.inverted(si, first, c, f)
	}
	return len(r.found) > n
}

// inverted reads `"...," said Ruiz` and `..., said Ruiz`.
func (r *reader) inverted(si, first, c int, f form) {
	g := &r.segments[si]
	b := c - 1
	for b >= 0 && g.toks[b].q == nil && g.toks[b].word && adverb(g.toks[b]) {
		b--
	}
	if dash(g.low(b)) && g.isQ(b-1) { // `"We stay" - said Ruiz`
		b--
	}
	if !f.direct || f.base || b >= 0 && !g.isQ(b) && !comma(g.low(b)) {
		return
	}
	sf, st := g.subjectAfter(c)
	if st <= sf || st == sf+1 && objects[g.low(sf)] {
		return
	}
	x := attribution{seg: si, verb: f.verb, stance: f.stance(), speaker: g.speaker(sf, st), cue: g.toks[c].Span, cFrom: c, cTo: st}
	if has, _ := g.quoted(0, b+1); !has { // the quotation stands in the segment before, or follows a colon
		if b < 0 && r.afterQuote(si, st-1, f, &x) {
			return
		}
		for k := st; k < len(g.toks) && k < st+20; k++ {
			if g.low(k) == ":" && g.isQ(k+1) {
				x.rule, x.cTo = "said-before", k+1
				x.content(g, k+1, k+2)
				r.tellersAndAddressee(g, c, k, f, &x)
				r.add(x)
				return
			}
		}
		if b < 0 {
			return
		}
	}
	end := b
	if g.isQ(b) {
		end = b + 1
	}
	start := r.start(si, first, end)
	has, only := g.quoted(start, end)
	if start >= end || !has && (f.lemma != "say" && f.lemma != "add" && f.lemma != "write" || end-start < 4) {
		return
	}
	if !only {
		start = g.leads(start, end)
	}
	x.rule = "said-after"
	x.content(g, start, end)
	r.after(si, st-1, f, &x)
	x.when = g.span(c, max(st, c+1))
	r.add(x)
}

func (r *reader) tellersAndAddressee(g *segment, i, j int, f form, x *attribution) {
	r.addressee(g, i, f, x)
	x.tellers = append(x.tellers, r.tellers(g, i, j)...)
	x.when = g.span(i, max(j, i+1))
}

func (r *reader) add(x attribution) {
	if len(x.contents) == 0 {
		return
	}
	if x.tier == "" {
		x.tier = "explicit"
	}
	r.found = append(r.found, x)
}
