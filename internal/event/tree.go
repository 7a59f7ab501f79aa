package event

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// children calls f with each word whose head is i, until f returns false.
func (f *finder) children(i int, g func(k int) bool) {
	for k := range f.s.words {
		if f.s.words[k].head == i && k != i && !g(k) {
			return
		}
	}
}

// child is the first word under i of one of the relations, -1 where none is.
func (f *finder) child(i int, rels ...string) int {
	out := -1
	f.children(i, func(k int) bool {
		for _, r := range rels {
			if f.s.words[k].rel == r {
				out = k
				return false
			}
		}
		return true
	})
	return out
}

// treeSubject returns the subject of the verb at i by the tree of the
// sentence, nil where the tree gives none that acts.
func (f *finder) treeSubject(i int) []phrase {
	return f.treePhrases(f.subjectHead(i))
}

// subjectHead is the head of the subject of the verb at i by the tree: its own,
// that of the verb it is joined to or depends on, or the noun it is said of; -1
// for none.
func (f *finder) subjectHead(i int) int {
	if !f.s.trees {
		return -1
	}
	for n := 0; n < 5 && i >= 0 && i < len(f.s.words); n++ {
		h := f.s.words[i].head
		if k := f.child(i, "nsubj", "nsubj:pass", "csubj"); k >= 0 {
			if f.s.is(k, "who", "which", "that") && f.s.words[i].rel == "acl:relcl" {
				return h
			}
			return k
		}
		if h < 0 {
			return -1
		}
		switch rel := f.s.words[i].rel; {
		case rel == "amod" && h > i: // "The US on Thursday rejected calls", taken for rejected calls
			if k := f.child(h, "nsubj"); k < i {
				return k
			}
			return -1
		case rel == "advcl" && !strings.HasSuffix(f.wordAt(i), "ing") && !f.s.is(i-1, "to") && f.clauseNoun(i) >= 0:
			return f.clauseNoun(i)
		case rel == "acl" && f.s.is(i-1, "to"):
			if k := f.child(h, "nsubj"); k >= 0 { // "was in Oslo to attend"
				return k
			}
			if f.s.words[h].rel != "obj" && f.s.words[h].rel != "obl" {
				return h
			}
			h = f.s.words[h].head // "took steps to ease"
		case rel == "acl:relcl" || rel == "acl" || rel == "appos":
			return h
		case rel == "xcomp":
			if o := f.child(h, "obj", "iobj"); o >= 0 { // "urged Norway to act"
				return o
			}
		case rel != "conj" && rel != "advcl" && rel != "parataxis":
			return -1
		}
		i = h
	}
	return -1
}

// clauseNoun is the subject of the clause of verb i that the tree took for a
// part of the one before, -1 for none: "spoke after the army seized the port".
func (f *finder) clauseNoun(i int) int {
	out := -1
	f.children(f.s.words[i].head, func(k int) bool {
		if k < i && i-k < 6 && f.s.words[k].rel == "obl" && f.s.is(f.leader(k), "after", "before", "since", "until", "as") {
			out = k
		}
		return true
	})
	return out
}

// treeObject returns the object of the verb at i by the tree, nil where there
// is none that acts.
func (f *finder) treeObject(i int) []phrase {
	if !f.s.trees {
		return nil
	}
	for _, rel := range []string{"iobj", "obj", "ccomp"} {
		k := f.child(i, rel)
		if k < 0 {
			continue
		}
		if rel == "ccomp" { // "demanded that Norway pay"
			if k = f.child(k, "nsubj", "nsubj:pass"); k < 0 {
				continue
			}
		}
		if ps := f.treePhrases(k); ps != nil {
			return ps
		}
		for _, under := range []string{"nmod:poss", "nmod", "obl"} {
			if m := f.child(k, under); m >= 0 {
				if ps := f.treePhrases(m); ps != nil {
					return ps
				}
			}
		}
	}
	return nil
}

// treePhrases returns the phrase whose head is word h, and those joined to it;
// nil where it names nobody who acts.
func (f *finder) treePhrases(h int) []phrase {
	var out []phrase
	if p, ok := f.treePhrase(h); ok {
		out = append(f.sharing(p), p)
	}
	f.conjuncts(h, 0, func(k int) {
		p, ok := f.treePhrase(k)
		if !ok {
			return
		}
		at := p.from - 1
		for determiners[f.wordAt(at)] {
			at--
		}
		if n := len(out) - 1; n >= 0 && f.oneBody(out[n], p) {
			out[n].to, out[n].head = p.to, p.head
			return
		}
		if len(out) >= 1 && f.s.is(at, "and", "but") && f.s.is(at-1, ",") {
			out = out[:0] // ", and Norway ...": the subject of a clause of its own
		}
		out = append(out, p)
	})
	return out
}

// oneBody reports whether "and" stands within the name of one body: "the Peace
// and Security Council".
func (f *finder) oneBody(p, q phrase) bool {
	w := &f.s.words[p.head]
	return p.to+1 == q.from && f.s.is(p.to, "and") && w.capital && bodies[f.wordAt(q.to-1)] && f.s.words[q.to-1].capital && q.to > q.from+1 &&
		!(w.mention >= 0 && (f.mentions[w.mention].Kind == stemma.Person || f.mentions[w.mention].Country != ""))
}

var bodies = set("agency authority board bureau commission committee council court department directorate ministry office service")

// conjuncts calls g with each word joined to h, and to those joined to it.
func (f *finder) conjuncts(h, depth int, g func(k int)) {
	f.children(h, func(k int) bool {
		if f.s.words[k].rel == "conj" && depth < 8 {
			g(k)
			f.conjuncts(k, depth+1, g)
		}
		return true
	})
}

// treePhrase is the phrase of head h: what stands before it within its name or
// its modifiers, and the rest of a name after it. "A group of monks" is the
// monks.
func (f *finder) treePhrase(h int) (phrase, bool) {
	if h < 0 || pronouns[f.wordAt(h)] && !(f.s.is(h, "us") && f.s.words[h].capital) {
		return phrase{}, false
	}
	for n := 0; n < 3 && partitives[f.wordAt(h)] && (f.s.words[h].mention < 0 || f.mentions[f.s.words[h].mention].Kind == ""); n++ { // "tens of thousands of monks"
		m := f.child(h, "nmod")
		if m < 0 || !f.actor(m) && !partitives[f.wordAt(m)] {
			break
		}
		h = m
	}
	counted := -1
	if h > 1 && generic[f.wordAt(h)] && f.s.is(h-1, "of") && partitives[f.wordAt(h-2)] {
		counted = h - 2 // "thousands of people" are nobody without their number
	}
	p := phrase{from: h, to: h + 1, head: h}
	for k := h + 1; k < len(f.s.words); k++ {
		w := &f.s.words[k]
		sameName := w.mention >= 0 && w.mention == f.s.words[h].mention
		if !sameName && !(w.head == h && w.rel == "flat") || months[w.s] {
			break
		}
		p.to = k + 1
	}
	acts := false
	named := f.named(h)
	for k := h - 1; k >= 0; k-- {
		w := &f.s.words[k]
		sameName := w.mention >= 0 && w.mention == f.s.words[h].mention
		if !sameName && (determiners[w.s] || prepositions[w.s] || f.s.mark(k) || w.s == "'s" || w.s == "'" || w.upos == "VERB" && !w.capital && w.rel != "amod" || w.upos == "ADP" || w.upos == "AUX" || w.upos == "PRON" || w.upos == "CCONJ" || w.upos == "SCONJ" || w.upos == "PART" || w.upos == "ADV" || months[w.s]) {
			break
		}
		p.from = k
		named = named || f.named(k)
	}
	if k := p.from - 1; agents[f.wordAt(h)] && !named && f.s.is(k, "'s", "'") && k > 0 && f.s.words[k-1].mention >= 0 {
		m := f.s.words[k-1].mention
		for p.from = k - 1; p.from > 0 && f.s.words[p.from-1].mention == m; {
			p.from-- // "Norway's aid minister"
		}
		named = true
	}
	if counted >= 0 {
		p.from = counted
	}
	if k := p.to; k < len(f.s.words) && !named && agents[f.wordAt(h)] && f.s.words[k].mention >= 0 && f.s.words[k].capital && f.s.words[k].head >= p.from && !months[f.wordAt(k)] {
		for m := f.s.words[k].mention; p.to < len(f.s.words) && f.s.words[p.to].mention == m; {
			p.to++ // "the newspaper Kestrel"
		}
		named = true
	}
	for f.s.is(p.to, "-") && p.to+1 < len(f.s.words) && f.s.words[p.to].Start == f.s.words[p.to-1].End && f.s.words[p.to+1].Start == f.s.words[p.to].End {
		p.to += 2 // "secretary-general"
	}
	if agents[f.wordAt(h)] && !named {
		p.to = f.ofWhom(p.to)
	}
	for k := p.from; k < p.to; k++ {
		acts = acts || f.actor(k)
	}
	if !acts && (strings.HasSuffix(f.wordAt(h), "ers") || crowds[f.wordAt(h)] && f.child(h, "nmod") < 0) {
		acts = true
	}
	return p, acts
}

// crowds are numbers that stand for people: "thousands marched".
var crowds = set("dozens hundreds thousands")

// named reports whether word i stands in a name, and not in a role that is
// marked as one: "the government".
func (f *finder) named(i int) bool {
	m := f.mentionAt(i)
	return m >= 0 && !f.mentions[m].Descriptive
}

// names reports whether a name stands in a phrase.
func (f *finder) names(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if f.named(k) {
			return true
		}
	}
	return false
}

// ofWhom is the end of a phrase of a role with the name that says whose it is:
// "the government of King Olav", "rebels in Norway".
func (f *finder) ofWhom(to int) int {
	if !f.s.is(to, "of", "from", "in") {
		return to
	}
	k := to + 1
	for n := 0; n < 4 && k < len(f.s.words) && f.mentionAt(k) < 0 && (f.s.is(k, "the") || f.s.words[k].capital); n++ {
		k++ // "President"
	}
	m := f.mentionAt(k)
	if k >= len(f.s.words) || m >= 0 && f.s.words[k].line {
		return to
	}
	if m < 0 || f.s.words[k].upos == "ADJ" || f.mentions[m].Kind == "" {
		if !f.s.is(to, "of") {
			return to
		}
		return f.ofGroup(to)
	}
	if !f.s.is(to, "of") && f.nation(k) < 0 {
		return to
	}
	for k < len(f.s.words) && f.s.words[k].mention == m && !months[f.s.words[k].s] {
		k++
	}
	return f.owned(k)
}

// owned is the end of what is said to be of those whose words end at k: "of the
// country's football association"; k where nothing is.
func (f *finder) owned(k int) int {
	if !f.s.is(k, "'s", "'") {
		return k
	}
	end := k + 1
	for end < len(f.s.words) && end < k+7 {
		if u := f.s.words[end].upos; u != "NOUN" && u != "ADJ" && u != "PROPN" && u != "NUM" || months[f.wordAt(end)] {
			break
		}
		end++
	}
	if end == k+1 {
		return k
	}
	return end
}

// ofGroup is the end of a phrase of a role with those it is of, where the name
// is not the head: "a convoy of army trucks", "leaders of the opposition", "the
// crew of a Norlandic trawler".
func (f *finder) ofGroup(to int) int {
	k := to + 1
	for f.s.is(k, "the", "a", "an") {
		k++
	}
	named, start := false, k
	for ; k < len(f.s.words) && k-start < 5; k++ {
		w := &f.s.words[k]
		if w.upos != "NOUN" && w.upos != "ADJ" && w.upos != "PROPN" || months[w.s] {
			break
		}
		if agents[w.s] && !agents[f.wordAt(k+1)] && !f.s.is(k+1, "'s", "'") {
			return f.ofWhom(k + 1)
		}
		named = named || w.mention >= 0
	}
	if end := f.owned(k); named || end > k {
		return end
	}
	return to
}
