package quote

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// byTree reads the verb of saying at c that no pattern of words could read, where
// the tree gives it a subject before it and a clause after it: "Officials who
// spoke with the paper said the agency ...", "a plan that officials said will ...".
func (r *reader) byTree(si, c int, f form) {
	g := &r.segments[si]
	t := g.toks[c]
	if f.ing || !f.that && !f.bare || f.class == "attitude" || f.class == "document" || !t.finite() {
		return
	}
	s := r.sentence(t.Start)
	if s == nil {
		return
	}
	v := wordAt(s, t.Start)
	subject, clause := -1, -1
	for i := range s.Words {
		w := &s.Words[i]
		switch {
		case v < 0 || w.Head != v:
		case w.Rel == "nsubj" && i < v:
			subject = i
		case w.Rel == "ccomp" && i > v && clause < 0:
			clause = i
		}
	}
	if subject < 0 || clause < 0 || !r.canTell(s, subject, f) {
		return
	}
	first := clause
	for i := clause - 1; i > v && below(s, i, clause); i-- {
		first = i
	}
	from := g.at(s.Words[first].Start)
	sf := g.at(s.Words[subject].Start)
	if from <= c || sf < 0 || g.isQ(sf) || g.low(sf-1) == "which" && prepositions[g.low(sf-2)] {
		return
	}
	for from < len(g.toks) && (g.low(from) == "that" || comma(g.low(from)) || g.low(from) == ":") {
		from++
	}
	who := phrase(s, subject)
	x := attribution{seg: si, rule: "said-before", verb: f.verb, stance: f.stance(), speaker: who, cue: t.Span, cFrom: sf, cTo: from}
	if comma(g.low(sf-1)) && comma(g.low(c+1)) || comma(g.low(c-1)) && c+1 < len(g.toks) && g.toks[c+1].cap {
		return // "The harbour, she said, is" would lose its subject, as "The harbour, said Ruiz, is"
	}
	end := r.contentEnd(si, from)
	if s.Words[v].Rel != "root" {
		x.rule = "said-clause"
		// "which officials said will open, | will stay"
		for k := from; k < end; k++ {
			if i := wordAt(s, g.toks[k].Start); i >= 0 && !below(s, i, v) {
				end = k
			}
		}
	}
	if end-from < 2 {
		return
	}
	x.content(g, from, end)
	r.tellersAndAddressee(g, c, from, f, &x)
	if x.to2.Overlaps(x.contents[0]) {
		x.to2 = stemma.Span{} // "warned | a comeback could be slow"
	}
	r.add(x)
}

// canTell reports whether word i can be one who says something: by name, several, or
// any at all where the verb is of plain saying.
func (r *reader) canTell(s *lang.Sentence, i int, f form) bool {
	w := &s.Words[i]
	low := strings.ToLower(r.a.Text[w.Start:w.End])
	switch {
	case w.XPOS == "WDT" || w.XPOS == "WP" || anyone[low] && low != "those" || low == "no" || papers[low] || timeWords[low]:
		return false
	case w.UPOS == "PRON":
		return low != "one"
	case w.UPOS == "PROPN" || w.XPOS == "NNS" || r.mention(phrase(s, i)) != "":
		return true
	}
	return f.lemma == "say" || f.lemma == "tell" || f.lemma == "add"
}

// below reports whether word i of a sentence hangs on word k.
func below(s *lang.Sentence, i, k int) bool {
	for n := 0; n < 60 && i >= 0; n++ {
		if i == k {
			return true
		}
		i = s.Words[i].Head
	}
	return false
}

// at is the unit that holds byte b, -1 if none does.
func (g *segment) at(b int) int {
	for i := range g.toks {
		if g.toks[i].Start <= b && b < g.toks[i].End {
			return i
		}
	}
	return -1
}
