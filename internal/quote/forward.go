package quote

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// forward reads what follows: `Ruiz said that ...`, `Ruiz said: "..."`.
func (r *reader) forward(si, first, c int, f form, x *attribution) bool {
	g := &r.segments[si]
	k := g.tail(c + 1)
	x.rule = "said-before"
	x.cTo = k
	if k >= len(g.toks) || comma(g.low(k)) && g.closesAt(k+1) { // "He believes, she said, ..."
		return false
	}
	that := false
	for comma(g.low(k)) && (g.isQ(k+1) || g.low(k+1) == "that") || g.low(k) == "that" || g.low(k) == ":" {
		that = that || g.low(k) == "that"
		k++
	}
	if f.lemma == "put" && comma(g.low(k)) && g.low(x.cFrom-1) == "as" { // "As Ruiz put it, ..."
		k++
		that = true
	}
	// "Ruiz noted, the port is open": a comma in place of "that"
	if !that && f.that && comma(g.low(k)) && k == c+1 && g.hasVerb(k+1) && !g.isQ(k+1) && (determiners[g.low(k+1)] || pronouns[g.low(k+1)]) && !g.isQ(x.cFrom-1) {
		k++
		that = true
	}
	if k >= len(g.toks) || !that && !g.isQ(k) && (auxiliaries[g.low(k)] && (g.low(k) != "to" || g.deal(c, k)) || g.low(k) == "when" && f.class != "asked" || g.low(k) == "because") {
		return false
	}
	if dash(g.low(k)) && g.signs(k+1) {
		return false // "The polls agree - Ana Ruiz: ..."
	}
	end := r.contentEnd(si, k)
	for e := k + 1; e+1 < end; e++ {
		if w := g.low(e); (w == "and" || w == "but") && g.toks[e+1].finite() && g.isQ(e-1) {
			v := e + 1
			if auxiliaries[g.low(v)] && v+1 < end && g.toks[v+1].q == nil {
				v++ // "and has called"
			}
			if r.joinedTo(g.toks[v].Start, g.toks[c].Start) {
				end = e
			}
		}
	}
	for e := k; e+1 < end; e++ { // `a "mistake," although he stays`
		if g.isQ(e) && (f.noun || f.lemma == "call") && !that && g.breaksOff(e+1) {
			end = e + 1 // `called it "a trap" and left`
			break
		}
		if g.isQ(e) && g.toks[e].q.in.Len() > 0 && strings.HasSuffix(r.a.Text[:g.toks[e].q.in.End], ",") {
			switch g.low(e + 1) {
			case "although", "while", "though", "but", "like", "as", "even", "since":
				end = e + 1
			}
			if g.aside(x) && g.toks[e+1].finite() {
				end = e + 1 // `Ruiz, who calls it "a trap," left`
			}
			if w := g.low(x.cFrom - 1); (w == "that" || w == "what" || w == "which") && (f.noun || f.lemma == "call") && g.opensClause(e+1) && g.hasVerb(e+1) {
				end = e + 1 // `in a song that she called "bad," Ruiz sang`
			}
			if n := &g.toks[e+1]; n.xpos == "VBG" && (f.noun || f.lemma == "call" || e == k) {
				end = e + 1 // `called it "a trap," drawing applause`
			}
		}
	}
	if g.isQ(end-1) && g.low(end-2) == ":" && end-2 > k { // `Ruiz denied it in a brief statement: "We stay."`
		for e := k; e < end-2; e++ {
			if papers[g.low(e)] || tailNouns[g.low(e)] {
				k, x.cTo = end-1, end-1
				break
			}
		}
	}
	if g.subordinate(x.cFrom) {
		for e := k; e < end; e++ {
			if comma(g.low(e)) {
				end = e
				break
			}
		}
	}
	if end <= k {
		return false
	}
	hasQ, only := g.quoted(k, end)
	if f.lemma == "call" && f.ing && only && k == c+1 {
		return false // `guests were calling "every hour"`
	}
	if f.class == "document" && !that && !hasQ && !g.finds(k, end) {
		return false
	}
	switch {
	case g.isQ(k) && (g.low(k-1) == ":" || comma(g.low(k-1)) || !that) && f.direct && r.upTo(g, k, end):
		// `Ruiz said, "We stay."`, `Ruiz said "we stay" and left`
		end = k + 1
	case that && (f.that || f.bare || f.lemma == "put"):
	case f.class == "asked" && questions[g.low(k)] && (k == c+1 || g.low(k) != "who" && g.low(k-1) != "and" && g.low(k-1) != "or"):
		if !hasQ && !r.sayer(x.speaker) {
			return false // "The big question asks whether"
		}
	case f.noun && !f.that:
		if !hasQ && f.class != "denied" && !(f.lemma == "accuse" && g.charged(c+1, end) && g.low(x.cFrom-1) != "that") || f.class == "denied" && !hasQ && g.ruling(c, end) {
			return false
		}
		k = c + 1
		x.cTo = k
	case f.noun && !that: // denied
		x.stance = "denied"
	case (f.infin || f.lemma == "call" && g.low(c+1) == "on" && k > c+2) && g.low(k) == "to":
		if !hasQ && f.class != "ordered" && f.class != "strong" && !(f.class == "asked" && k > c+1 && r.sayer(x.speaker) && g.low(c+1) != "for" && g.low(x.cFrom-1) != "what") {
			return false
		}
		if f.class == "asked" && k > c+1 {
			x.stance = "ordered" // "asked parents to keep children at home"
		}
	case f.bare && (hasQ || g.hasVerb(k)):
		if !hasQ && (f.lemma == "write" || f.lemma == "maintain" || f.lemma == "add") && r.thing(g.toks[c].Start) {
			return false // "Ruiz wrote a letter to those who had left"
		}
		if (f.class == "attitude" || f.class == "document" || f.class == "hedged") && !hasQ && !pronouns[g.low(k)] && !determiners[g.low(k)] && !g.toks[k].cap {
			return false
		}
	case f.that && nominatives[g.low(k)] && g.hasVerb(k): // "predicts he will stay"
	case hasQ && f.direct && only:
	case hasQ && f.direct && (f.lemma == "call" || f.lemma == "add" || f.that):
	default:
		return false
	}
	if that && f.class == "attitude" && f.lemma != "believe" && f.lemma != "think" && f.lemma != "hope" && f.lemma != "expect" {
		return false
	}
	if !hasQ && end-k < 2 {
		return false
	}
	x.content(g, k, end)
	r.tellersAndAddressee(g, c, x.cTo, f, x)
	r.add(*x)
	return true
}

// charged reports whether somebody and "of" a deed stand from unit i to end: "accused
// [Lima of hiding the losses]".
func (g *segment) charged(i, end int) bool {
	e := g.objectEnd(i)
	for e > i && g.low(e) != "of" { // "the head of the port of taking"
		e--
	}
	return e > i && e+1 < end && (g.toks[e+1].xpos == "VBG" || g.toks[e+1].tag == "NOUN") || e == i && g.low(g.nounEnd(i)) == "of"
}

// pleas are what courts dismiss and reject, which is a deed of theirs and no saying.
var (
	pleas  = words("appeal appeals application bail bid case challenge charge charges claim complaint lawsuit leave motion petition petitions plea request suit")
	courts = words("court courts judge judges tribunal jury justices")
)

// ruling reports whether the "dismissed" at c is a deed of a court, whose object ends
// before end.
func (g *segment) ruling(c, end int) bool {
	k := c + 1
	for k < end && !pleas[g.low(k)] && !prepositions[g.low(k)] {
		k++
	}
	return pleas[g.low(k)] && slices.ContainsFunc(g.toks[:c], func(t tk) bool { return courts[t.low] })
}

// thing reports whether the tree gives the verb at byte at a thing for its object,
// and no clause.
func (r *reader) thing(at int) bool {
	s := r.sentence(at)
	if s == nil {
		return false
	}
	v, thing := wordAt(s, at), false
	for i := v + 1; v >= 0 && i < len(s.Words); i++ {
		if w := &s.Words[i]; w.Head == v {
			switch rel, _, _ := strings.Cut(w.Rel, ":"); rel {
			case "ccomp", "xcomp", "parataxis":
				return false
			case "obj":
				thing = true
			}
		}
	}
	return thing
}

// sayer reports whether the noun phrase at s is a name, a pronoun or of several.
func (r *reader) sayer(s stemma.Span) bool {
	w := r.a.Text[s.Start:s.End]
	last := w[strings.LastIndexByte(w, ' ')+1:]
	tag := r.tags[s.End-len(last)]
	return tag[0] == "PRON" || tag[0] == "PROPN" || tag[1] == "NNS" || r.mention(s) != ""
}

// questions begin what is asked in other words: "asked why".
var questions = words("whether if why how what when where who which")

// nominatives can only be subjects.
var nominatives = words("he she they we i")

// aside reports whether x stands in a relative clause.
func (g *segment) aside(x *attribution) bool {
	switch g.low(x.cFrom - 1) {
	case "which", "whom":
		return true
	}
	return x.relative.Len() > 0
}

// breaksOff reports whether what stands at n is no more of a thing named:
// "and left", ", a word that", "- which".
func (g *segment) breaksOff(n int) bool {
	w, next := g.low(n), g.low(n+1)
	switch {
	case dash(w):
		return true
	case w == "and" || w == "but" || w == "or":
		return n+1 < len(g.toks) && g.toks[n+1].finite()
	case g.ends(n-1, ","):
		// but `"a swamp," a "ruin"` goes on
		return (w == "a" || w == "an" || w == "the" || w == "which") && !g.isQ(n+1)
	case comma(w):
		return !g.isQ(n+2) && (next == "a" || next == "an" || next == "the" || next == "which")
	}
	return false
}

// finds reports whether what follows a verb of finding at k can be what is
// told: a clause whose verb comes before its first mark. "Divers found four
// more bodies in a wreck that sank" tells of a deed.
func (g *segment) finds(k, end int) bool {
	for ; k < end && (g.toks[k].word || g.isQ(k)); k++ {
		switch w := g.low(k); {
		case w == "that" || w == "which" || w == "who" || w == "where" || w == "whose":
			return false
		case g.toks[k].finite() || g.toks[k].xpos == "" && auxiliaries[w]:
			return true
		}
	}
	return false
}

// upTo reports whether the quotation at k is all that is said: what follows it
// to end is a mark, a conjunction, or nothing.
func (r *reader) upTo(g *segment, k, end int) bool {
	if k+2 >= end {
		return true
	}
	w := g.low(k + 1)
	if w == "and" && !g.toks[k+2].finite() && !g.toks[k+2].cap && !r.clausal(g.toks[k].q) {
		return false // `said "more days" and an end of fees would help`
	}
	return !g.toks[k+1].word || w == "and" || w == "but" || w == "as" || w == "when" || w == "after" || w == "while" || w == "before" || w == "during" || w == "at" || w == "in" || w == "on" || w == "to" && g.toks[k].q.in.Len() > 40
}

// clausal reports whether a finite verb stands in a quotation, early on.
func (r *reader) clausal(m *marked) bool {
	for at := m.in.Start; at < min(m.in.End, m.in.Start+400); at++ {
		if tag, ok := r.tags[at]; ok && (tk{xpos: tag[1]}).finite() {
			return true
		}
	}
	return false
}

// subordinate reports whether the subject at sf stands in a clause that
// another follows: "Although Ruiz has said ..., Lima stays".
func (g *segment) subordinate(sf int) bool {
	switch g.low(sf - 1) {
	case "although", "though", "while", "when", "after", "as", "since", "if", "because", "whereas", "before", "once":
		return sf-1 <= 1 || comma(g.low(sf-2))
	}
	return false
}

// firstSubject returns the noun phrase a segment begins with, before c.
func (g *segment) firstSubject(c int) (from, to int) {
	i := 0
	if w := g.low(0); w == "and" || w == "but" {
		i++
	}
	if i < c && (prepositions[g.low(i)] || leftStops[g.low(i)] || g.toks[i].tag == "ADV" || g.toks[i].xpos == "VBG" || g.toks[i].xpos == "VBN") { // "In Lima, Ruiz ..."
		for i < c && !comma(g.low(i)) {
			i++
		}
		i++
	}
	if i >= c {
		return 0, 0
	}
	for k := i; k < c && k < i+20; k++ {
		t := g.toks[k]
		if t.q != nil || !t.word && t.s != "'" && t.s != "’" {
			if comma(t.low) && k > i {
				return i, k
			}
			return 0, 0
		}
		if k > i && (t.tag == "VERB" || t.tag == "AUX" || t.tag == "" && (auxiliaries[t.low] || !t.cap && strings.HasSuffix(t.low, "ed"))) {
			for k > i+1 && adverb(g.toks[k-1]) { // "It also"
				k--
			}
			if f, tt := g.phraseBack(k - 1); tt > f {
				return f, tt
			}
			return i, k
		}
	}
	return 0, 0
}
