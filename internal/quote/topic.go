package quote

import (
	"iter"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// topic is who the sentence that holds byte at is about: the subject of its
// main verb, where that can be one who speaks. Of "The mayor, Ana Ruiz, was
// angry." it is the name.
func (r *reader) topic(at int) stemma.Span {
	s := r.sentence(at)
	if s == nil {
		return stemma.Span{}
	}
	root := -1
	for k := range s.Words {
		if s.Words[k].Head == -1 && s.Words[k].UPOS != "" {
			root = k
		}
	}
	if root < 0 {
		return stemma.Span{}
	}
	for k := range s.Words {
		w := &s.Words[k]
		if w.Head != root || w.Rel != "nsubj" && w.Rel != "nsubj:pass" || w.Start >= at+1 {
			continue
		}
		if w.UPOS != "PROPN" {
			for n := k + 1; n < len(s.Words); n++ {
				if s.Words[n].Head == k && s.Words[n].Rel == "appos" && s.Words[n].UPOS == "PROPN" {
					if p := phrase(s, n); r.person(p) {
						return p
					}
				}
			}
		}
		if p := r.agent(s, root); w.Rel == "nsubj:pass" && r.person(p) {
			return p // "That view was shared by Ana Ruiz."
		}
		if p := phrase(s, k); r.speaks(p, w) {
			return p
		}
		return stemma.Span{}
	}
	return stemma.Span{}
}

// agent is the noun phrase after "by" that belongs to the verb at word v.
func (r *reader) agent(s *lang.Sentence, v int) stemma.Span {
	for k := v + 1; k < len(s.Words); k++ {
		if w := &s.Words[k]; w.UPOS == "ADP" && w.Head > k && r.a.Text[w.Start:w.End] == "by" && s.Words[w.Head].Head == v {
			p := phrase(s, w.Head)
			p.Start = max(p.Start, s.Words[k+1].Start)
			return p
		}
	}
	return stemma.Span{}
}

// sentence is the one that holds byte at, nil where none does.
func (r *reader) sentence(at int) *lang.Sentence {
	i := sort.Search(len(r.sentences), func(i int) bool { return r.sentences[i].End > at })
	if i == len(r.sentences) || r.sentences[i].Start > at {
		return nil
	}
	return &r.sentences[i]
}

// wordAt is the index of the word of s that begins at byte at, -1 if none does.
func wordAt(s *lang.Sentence, at int) int {
	k := sort.Search(len(s.Words), func(k int) bool { return s.Words[k].Start >= at })
	if k < len(s.Words) && s.Words[k].Start == at {
		return k
	}
	return -1
}

// relation is that of the word at byte at to its head, "" where none is known.
func (r *reader) relation(at int) string {
	s := r.sentence(at)
	if s == nil {
		return ""
	}
	if k := wordAt(s, at); k >= 0 {
		return s.Words[k].Rel
	}
	return ""
}

// joinedTo reports whether the verb at byte at is joined by "and" to the one at
// byte to: of "said that X was hurt and left" the tree tells who left.
func (r *reader) joinedTo(at, to int) bool {
	s := r.sentence(at)
	if s == nil {
		return false
	}
	k := wordAt(s, at)
	if k < 0 || s.Words[k].Rel != "conj" || s.Words[k].Head < 0 {
		return false
	}
	return s.Words[s.Words[k].Head].Start == to
}

// subject is the noun phrase that is the subject of the verb at c and stands
// before it. Over asides with commas of their own it is the tree that tells:
// "Ruiz, 41, of Lima, who leads the union, said".
func (r *reader) subject(g *segment, c int) (from, to int) {
	p := c - 1
	for p > 0 && g.toks[p].q == nil && (adverb(g.toks[p]) || auxiliaries[g.low(p)]) {
		p--
	}
	if g.ends(p, ",") { // `Ruiz, who calls it "a trap," said`
		if a := r.actor(g.toks[c].Start); a.Len() > 0 {
			if from, to = g.endingAt(a.End, c); to > from && comma(g.low(to)) {
				return from, to
			}
		}
	}
	if p > 1 && comma(g.low(p)) {
		if from, to = g.afterMarks(p); to > from {
			return from, to
		}
		if s := r.sentence(g.toks[c].Start); s != nil {
			v := wordAt(s, g.toks[c].Start)
			for k := range s.Words {
				if w := &s.Words[k]; v >= 0 && w.Head == v && w.Rel == "nsubj" && w.End <= g.toks[p].Start {
					end := phrase(s, k).End
					for j := k + 1; j < len(s.Words); j++ { // "the energy and water minister, Ana Ruiz, said"
						if o := &s.Words[j]; o.Head == k && o.Rel == "conj" && o.End < g.toks[p].Start {
							end = max(end, phrase(s, j).End)
						}
					}
					for u := p - 1; u >= 0; u-- {
						if g.toks[u].End == end {
							if from, to = g.phraseBack(u); to > from {
								if f, t := g.overWhose(from, to, c); t > f {
									return f, t
								}
								for g.toks[u].tag == "ADJ" && to < p && to < u+9 && g.toks[to].word {
									to++ // "people familiar with the deal, who asked"
								}
								return from, to
							}
						}
					}
				}
			}
		}
	}
	from, to = g.subjectBefore(c)
	if to-from > 1 {
		from = r.clauseSubject(g, from, to, c)
	}
	if f, t := g.overWhose(from, to, c); t > f { // "Ruiz, whose firm, Sol, sells fish, said"
		return f, t
	}
	if to > from && r.participle(g, from) { // "Lima, drawing the ire of fishermen, said"
		if p := r.nominalSubject(g.toks[c].Start); p.Len() > 0 && p.End <= g.toks[from].Start {
			return g.endingAt(p.End, c)
		}
		return 0, 0
	}
	if to > from && !g.unlikely(from, to) {
		s := g.span(from, to)
		if m := r.mention(s); pronouns[g.low(to-1)] || g.low(to-1) == "they" || m == stemma.Person || m == stemma.Organisation {
			return from, to
		}
		if p := r.actor(g.toks[c].Start); p.Len() > 0 && !p.Overlaps(s) {
			if f, t := g.endingAt(p.End, c); t > f {
				return f, t
			}
		}
		return from, to
	}
	if p := r.nominalSubject(g.toks[c].Start); p.Len() > 0 && to > from {
		if f, t := g.endingAt(p.End, c); t > f {
			return f, t
		}
	}
	return from, to
}

// participle reports whether by the tree a verb stands at i, and no adjective.
func (r *reader) participle(g *segment, i int) bool {
	if t := g.toks[i]; t.cap || t.low == "acting" || t.xpos != "VBG" && t.xpos != "VBN" && t.xpos != "VBD" {
		return false
	}
	switch rel, _, _ := strings.Cut(r.relation(g.toks[i].Start), ":"); rel {
	case "amod", "compound", "nsubj", "obl", "obj", "nmod", "case", "":
		return false
	}
	return true
}

// clauseSubject is where the subject of the verb at c begins within units i to j,
// which end it: of "a phrase critics have called" and "something Ruiz calls" only
// the second noun calls.
func (r *reader) clauseSubject(g *segment, i, j, c int) int {
	s := r.sentence(g.toks[c].Start)
	if s == nil {
		return i
	}
	v := wordAt(s, g.toks[c].Start)
	if v < 0 || s.Words[v].Head < 0 || !strings.HasPrefix(s.Words[v].Rel, "acl") {
		return i
	}
	p, of := r.nominalSubject(g.toks[c].Start), s.Words[s.Words[v].Head]
	if n := g.at(p.Start); p.End == g.toks[j-1].End && n > i && n < j && of.Start >= g.toks[i].Start && of.End <= p.Start &&
		!(comma(g.low(i-1)) && g.toks[n].cap) { // ", the news agency Sol said"
		return n
	}
	return i
}

// afterMarks is the name that stands between a quotation and the aside that the
// comma at p ends: `"We stay," tourist Ana Ruiz, now 81 and at home in Lima, said`.
func (g *segment) afterMarks(p int) (from, to int) {
	for u := p - 1; u >= 0 && u > p-45; u-- {
		if !g.isQ(u) {
			continue
		}
		n := u + 1
		for n < u+6 && n < p && g.toks[n].word && !g.toks[n].cap && (g.toks[n].tag == "NOUN" || g.toks[n].tag == "ADJ" || determiners[g.low(n)]) {
			n++ // "tourist Ana Ruiz"
		}
		e := g.properEnd(n)
		for e > n && g.low(e) == "." && g.properEnd(e+1) > e+1 {
			e = g.properEnd(e + 1)
		}
		if e > n && e < p && comma(g.low(e)) {
			return u + 1, e
		}
		return 0, 0
	}
	return 0, 0
}

// endingAt is the noun phrase that ends at byte at, before unit c.
func (g *segment) endingAt(at, c int) (from, to int) {
	for u := c - 1; u >= 0 && u > c-60; u-- {
		if g.toks[u].End == at {
			return g.phraseBack(u)
		}
	}
	return 0, 0
}

// unlikely reports whether units i to j are no noun phrase that speaks: a time,
// or words with a verb of their own, "anonymously to discuss the plan".
func (g *segment) unlikely(i, j int) bool {
	if timeWords[g.low(j-1)] && !g.toks[j-1].cap || g.toks[i].tag == "ADV" && !g.toks[i].cap && j > i+1 {
		return true
	}
	for k := i; k+1 < j; k++ {
		if g.low(k) == "to" && g.toks[k+1].xpos == "VB" {
			return true
		}
	}
	return false
}

// nominalSubject is the subject of the verb at byte at, whatever it is.
func (r *reader) nominalSubject(at int) stemma.Span {
	for s, i := range r.subjects(at) {
		return phrase(s, i)
	}
	return stemma.Span{}
}

// subjects are the words before byte at that are subjects of the verb there, with
// their sentence.
func (r *reader) subjects(at int) iter.Seq2[*lang.Sentence, int] {
	return func(yield func(*lang.Sentence, int) bool) {
		s := r.sentence(at)
		if s == nil {
			return
		}
		k := wordAt(s, at)
		for i := range s.Words {
			if w := &s.Words[i]; k >= 0 && w.Head == k && w.Rel == "nsubj" && w.Start < at && !yield(s, i) {
				return
			}
		}
	}
}

// above is who acts in the clause that the participle at byte at goes on, where
// that can be one who speaks: of "In May Ruiz thanked the guests, saying" it is
// Ruiz.
func (r *reader) above(at int) stemma.Span {
	s := r.sentence(at)
	if s == nil {
		return stemma.Span{}
	}
	k := wordAt(s, at)
	var found stemma.Span
	for n := 0; n < 4 && k >= 0; n++ {
		if k = s.Words[k].Head; k < 0 {
			break
		}
		if found.Len() > 0 && s.Words[k].Head >= 0 {
			continue
		}
		for i := range s.Words {
			if w := &s.Words[i]; w.Head == k && w.Rel == "nsubj" && w.Start < at && !strings.HasPrefix(s.Words[k].Rel, "acl") {
				p := phrase(s, i)
				if !r.speaks(p, w) {
					return found
				}
				if found = p; w.UPOS != "PRON" {
					return found
				}
				break // of "Ruiz rose when they came, saying" rather Ruiz
			}
		}
	}
	return found
}

// joined is who acts in the clause that "and" joins the verb at byte at to, where
// that can be one who speaks: of "Ruiz rose and said" Ruiz.
func (r *reader) joined(at int) stemma.Span {
	s := r.sentence(at)
	if s == nil {
		return stemma.Span{}
	}
	k := wordAt(s, at)
	for n := 0; n < 4 && k >= 0 && s.Words[k].Rel == "conj" && s.Words[k].Head >= 0; n++ {
		k = s.Words[k].Head
		if p := r.actor(s.Words[k].Start); p.Len() > 0 {
			return p
		}
	}
	return stemma.Span{}
}

// actor is the subject that stands before the verb at byte at and is its own,
// where that is one who speaks.
func (r *reader) actor(at int) stemma.Span {
	for s, i := range r.subjects(at) {
		if p := phrase(s, i); r.speaks(p, &s.Words[i]) {
			return p
		}
	}
	return stemma.Span{}
}

// phrase is the noun phrase of word k without clauses and asides.
func phrase(s *lang.Sentence, k int) stemma.Span {
	from, to := k, k+1
	for from > 0 && within(s, from-1, k) {
		from--
	}
	for to < len(s.Words) && within(s, to, k) {
		to++
	}
	return stemma.Span{Start: s.Words[from].Start, End: s.Words[to-1].End}
}

// within reports whether word i belongs to the noun phrase of word k.
func within(s *lang.Sentence, i, k int) bool {
	for n := 0; n < 6 && i >= 0 && i != k; n++ {
		switch rel, _, _ := strings.Cut(s.Words[i].Rel, ":"); rel {
		case "flat", "compound", "nmod", "case", "det", "amod", "nummod":
		default:
			return false
		}
		i = s.Words[i].Head
	}
	return i == k
}

// speaks reports whether the noun phrase p with head w can be one who speaks.
func (r *reader) speaks(p stemma.Span, w *lang.Word) bool {
	switch low := strings.ToLower(r.a.Text[w.Start:w.End]); low {
	case "he", "she", "they", "i", "we":
		return true
	}
	m := r.mention(p)
	return m == stemma.Person || m == stemma.Organisation
}

// overWhose is the noun phrase before the "whose" in whose clause the phrase from
// i to j is an aside, before the verb at c; none where it is none.
func (g *segment) overWhose(i, j, c int) (from, to int) {
	if j <= i || !comma(g.low(i-1)) || !comma(g.low(j)) || j+1 >= c || !g.toks[j+1].finite() {
		return 0, 0
	}
	for k := i - 2; k > 1 && k > i-10 && !g.isQ(k); k-- {
		if g.low(k) == "whose" && comma(g.low(k-1)) {
			return g.phraseBack(k - 2)
		}
	}
	return 0, 0
}
