package figure

import (
	"slices"
	"strings"
)

// measure is what is said of the counted, and the index of the word that says
// it: nearest after the noun, else before the number, within the clause. What is
// counted stands at word at by the tree where no list has its noun.
func (f *finder) measure(n number, noun, at int) (string, int) {
	if noun >= 0 {
		if m := measures[f.word(noun)]; m != "" {
			return m, noun
		}
		if f.word(noun) == "lives" && slices.ContainsFunc(f.low, func(w string) bool { return ending[w] }) {
			return "dead", noun
		}
	}
	if f.placed(at) {
		return "", -1
	}
	if s, _ := f.subjectOf(n); at < 0 && s.ok() && s.word().Lemma == "toll" { // "the toll rose to 44, with hundreds injured"
		return "dead", f.index(s)
	}
	if m := measures[f.word(n.boundFrom-1)]; alone[m] || m == "freed" { // "freed seven of nine people held"
		return m, n.boundFrom - 1
	}
	for k := n.to; k < len(f.low) && k-n.to < window; k++ {
		w := f.word(k)
		if w == "board" && f.word(k-1) == "on" {
			w = "aboard"
		}
		if m := measures[w]; m != "" && k != noun && m != "arms" && !f.ofDeath(k) {
			return m, k
		}
		if w == "." || w == ";" || w == "," && k > n.to+1 || w == "and" && (k > noun && noun >= 0 || k > at && at >= 0 && f.numeric(k+1)) || w == "according" {
			break
		}
	}
	for k := n.from - 1; k >= 0 && n.from-k < window+2; k-- {
		w := f.word(k)
		if m := measures[w]; m != "" && (m != "arms" || at < 0) && !f.ofDeath(k) && !f.elsewhere(noun, k) {
			return m, k
		}
		if w == "." || w == ";" || w == "said" || w == "," && (f.word(k+1) == "and" || f.word(k+1) == "but") {
			break
		}
	}
	return "", -1
}

// suffered is what is said right behind a noun at word k of those who are many:
// "the number of families who fled to the coast has risen to 9,000".
func (f *finder) suffered(k int) (string, int) {
	for i := k + 1; k >= 0 && i < k+4; i++ {
		if m := measures[f.word(i)]; alone[m] && m != "money" {
			return m, i
		}
	}
	return "", -1
}

// ending are words beside lives that were lost.
var ending = set("claim claimed claiming claims cost costing killed lose losing loss lost taken took toll")

// placed reports whether the noun at word k says where or when something was
// done and not to whom: "208 people were hurt in 22 districts".
func (f *finder) placed(k int) bool {
	x := f.node(k)
	if !x.ok() || x.rel() != "obl" && x.rel() != "nmod" {
		return false
	}
	c := x.child("case", 0)
	return c.ok() && c.i < x.i && spots[c.word().Lemma]
}

var spots = set("across at during from in inside near throughout within")

// ofDeath reports whether the death at word k has killed nobody: "the death
// penalty"; or who is behind is not behind bars.
func (f *finder) ofDeath(k int) bool {
	if f.word(k) == "behind" {
		return f.word(k+1) != "bars"
	}
	switch f.word(k + 1) {
	case "penalty", "sentence", "sentences", "row", "threat", "threats", "certificate", "certificates":
		return f.word(k) == "death"
	}
	return false
}

// elsewhere reports whether the noun at k is the object of another verb than
// the one at m before it: the officers of "he fled and evaded hundreds of
// officers" did not flee.
func (f *finder) elsewhere(k, m int) bool {
	x, y := f.node(k), f.node(m)
	if x.ok() && x.rel() == "nmod" {
		x = x.head() // "hundreds of"
	}
	if !x.ok() || !y.ok() || y.word().UPOS != "VERB" || x.rel() != "obj" {
		return false
	}
	h := x.head()
	return h.ok() && h.word().UPOS == "VERB" && h.i > y.i && measures[strings.ToLower(f.a.Text[h.word().Start:h.word().End])] == ""
}

// verbOf is what the verb over the noun at k says of it, by the tree, and where
// that stands.
func (f *finder) verbOf(k int) (string, int) {
	x := f.node(k)
	for x.ok() && x.rel() == "conj" { // "12 schools" of "90 homes, 12 schools and a mosque were damaged"
		x = x.head()
	}
	if h := x.head(); h.ok() && (x.rel() == "nsubj" || x.rel() == "obj") {
		if i := f.index(h); i >= 0 && f.low[i] == "found" && measures[f.word(i+1)] != "" {
			return measures[f.low[i+1]], i + 1 // "were found slain"
		} else if i >= 0 && h.word().UPOS == "VERB" && f.low[i] != "seized" {
			return measures[f.low[i]], i
		}
	}
	return "", -1
}

// done reports whether what the word at m tells is done to, by or about the noun
// at k, by the tree: "arrested 23 pirates", "14 Kenyans injured".
func (f *finder) done(k, m int) bool {
	x, y := f.node(k), f.node(m)
	if !x.ok() || !y.ok() || f.doer(k, m) || f.word(m) == "seized" || things[f.word(k)] {
		return false
	}
	h, g := x.head(), y.head()
	for h.ok() && h.i != y.i && (x.rel() == "conj" || x.rel() == "nmod" && (h.word().XPOS == "CD" || vague[h.word().Lemma] || vague[h.word().Lemma+"s"] || h.word().Lemma == "number")) {
		x, h = h, h.head()
	}
	return h.ok() && (h.i == y.i || g.ok() && g.i == h.i && measures[f.word(m)] == "displaced") || g.ok() && g.i == f.node(k).i // "9,000 nuns sought refuge"
}

// doer reports whether the noun at k does to others what the word at m tells:
// "12 gunmen killed the guard".
func (f *finder) doer(k, m int) bool {
	x, y := f.node(k), f.node(m)
	if !x.ok() || !y.ok() || measures[f.word(m)] == "displaced" || measures[f.word(m)] == "protesters" || x.word().Rel != "nsubj" {
		return false
	}
	h := x.head()
	return h.ok() && h.i == y.i && y.child("obj", y.i).ok()
}
