package figure

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// node is a word of the analysis: a sentence's words and its index among them.
// A node without words is none.
type node struct {
	ws []lang.Word
	i  int
}

func (x node) ok() bool         { return x.ws != nil }
func (x node) word() *lang.Word { return &x.ws[x.i] }

func (x node) rel() string {
	r, _, _ := strings.Cut(x.ws[x.i].Rel, ":")
	return r
}

func (x node) head() node {
	if !x.ok() || x.ws[x.i].Head < 0 {
		return node{}
	}
	return node{x.ws, x.ws[x.i].Head}
}

// child is the first child of a relation, at or behind index from.
func (x node) child(rel string, from int) node {
	for i := from; x.ok() && i < len(x.ws); i++ {
		if c := (node{x.ws, i}); x.ws[i].Head == x.i && c.rel() == rel {
			return c
		}
	}
	return node{}
}

// phrase is the words under x that stand together with it, without clauses and
// what is put in between commas: "hospital officials in the capital".
func (x node) phrase() stemma.Span {
	lo, hi := x.i, x.i
	for lo > 0 && x.over(lo-1) {
		lo--
	}
	if lo > 3 && x.ws[lo-1].XPOS == "-RRB-" && x.ws[lo-3].XPOS == "-LRB-" { // "the Valley Union (VU) party"
		for lo -= 3; lo > 0 && nominal[x.ws[lo-1].UPOS]; {
			lo--
		}
	}
	for hi+1 < len(x.ws) && x.over(hi+1) {
		hi++
	}
	for hi > x.i && (x.ws[hi].XPOS == "," || x.ws[hi].XPOS == ":" || x.ws[hi].XPOS == "-LRB-" || x.ws[hi].XPOS == "IN" || x.ws[hi].UPOS == "ADV" || strings.Contains(x.ws[hi].Rel, "unmarked") || strings.Contains(x.ws[hi].Rel, "tmod") || x.ws[hi].Lemma == "today") {
		hi--
	}
	if hi-1 > x.i && spells[x.ws[hi].Lemma] != "" && (x.ws[hi-1].Lemma == "last" || x.ws[hi-1].Lemma == "this") {
		hi -= 2 // "the ministry last week"
	}
	return stemma.Span{Start: x.ws[lo].Start, End: x.ws[hi].End}
}

// nominal are the kinds of word a name is made of.
var nominal = map[string]bool{"ADJ": true, "DET": true, "NOUN": true, "PROPN": true}

// over reports whether word i hangs from x, by nothing but names and what
// belongs to a noun.
func (x node) over(i int) bool {
	for n := 0; n < 12; n++ {
		switch c := (node{x.ws, i}); {
		case i == x.i:
			return true
		case c.rel() == "acl" || c.rel() == "advcl" || c.rel() == "parataxis" || c.rel() == "appos" || c.rel() == "punct" && x.ws[i].XPOS != "HYPH" && x.ws[i].XPOS != "NFP":
			return false
		}
		if i = x.ws[i].Head; i < 0 {
			return false
		}
	}
	return false
}

// node is the word of the analysis that begins where word k does.
func (f *finder) node(k int) node {
	if k < 0 || k >= len(f.words) {
		return node{}
	}
	return f.at(f.words[k].Start)
}

// at is the word of the analysis that begins at a byte.
func (f *finder) at(at int) node {
	if f.doc == nil {
		return node{}
	}
	i, _ := slices.BinarySearchFunc(f.doc.Sentences, at, func(s lang.Sentence, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	if i == len(f.doc.Sentences) {
		return node{}
	}
	ws := f.doc.Sentences[i].Words
	j, ok := slices.BinarySearchFunc(ws, at, func(w lang.Word, at int) int { return w.Start - at })
	if !ok {
		return node{}
	}
	return node{ws, j}
}

// index is the word of the sentence that begins where x does, -1 for none.
func (f *finder) index(x node) int {
	if !x.ok() {
		return -1
	}
	k, ok := slices.BinarySearchFunc(f.words, x.word().Start, func(w stemma.Span, at int) int { return w.Start - at })
	if !ok {
		return -1
	}
	return k
}

// tagged is the word of the analysis that begins where word k does, nil where
// none does.
func (f *finder) tagged(k int) *lang.Word {
	if x := f.node(k); x.ok() {
		return x.word()
	}
	return nil
}

// top is the node of a number: its last word, or what that is part of, such as
// the percent of "26 percent" and the dollars of "two million dollars".
func (f *finder) top(n number) node {
	x := f.node(n.to - 1)
	for x.ok() {
		h := x.head()
		if k := f.index(h); k < n.boundFrom || k >= n.to {
			return x
		}
		x = h
	}
	return x
}

// subjectOf is what a number is said of, by the verb over it: the toll of "the
// toll in the north has risen to 12". verb is that verb's lemma.
func (f *finder) subjectOf(n number) (subject node, verb string) {
	x := f.top(n)
	for range 3 {
		if !x.ok() {
			break
		}
		if s := x.child("nsubj", 0); s.ok() && s.i != x.i {
			return s, x.word().Lemma
		}
		if r := x.rel(); r != "obl" && r != "obj" && r != "nmod" && r != "xcomp" && r != "nummod" && r != "advmod" {
			break
		}
		x = x.head()
	}
	return node{}, ""
}
