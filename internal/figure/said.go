package figure

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// said is who a figure is according to, by the sentence's own words, and the
// chain of the quote it stands in.
func (f *finder) said(s stemma.Span) (string, []stemma.Hop) {
	var chain []stemma.Hop
	who := ""
	width := 0
	for _, q := range f.quotes {
		for _, qs := range q.Spans {
			if qs.Holds(s) && (chain == nil || qs.Len() < width) {
				chain, who, width = slices.Clone(q.Chain), q.SpeakerText, qs.Len()
				if finders[strings.ToLower(q.Cue)] && len(chain) > 1 && chain[1].How == stemma.HowRead {
					chain, who = chain[1:], chain[1].Who // "Divers found nine, the navy said"
				}
			}
		}
	}
	p, ok := f.accordingTo()
	if !ok && chain == nil {
		p, ok = f.teller(s.Start)
	}
	if ok {
		if who == "" {
			who = f.a.Text[p.Start:p.End]
		}
		if chain == nil {
			chain = []stemma.Hop{{Who: who, Cites: []stemma.Cite{f.a.Cite(p)}, How: stemma.HowRead}}
		}
	}
	return who, chain
}

// tellers are verbs of those who give a number as theirs.
var tellers = set("put puts gave gives speak speaks spoke count counts counted registered recorded reported reports estimates estimated listed lists advances advanced tallied documented")

// declaring are verbs by which who decides or counts gives a number.
var declaring = set("declared declares announced announces confirmed confirms certified certifies counted")

// subject is the name that is the subject of the verb at word i, by the tree.
func (f *finder) subject(i int) (stemma.Span, bool) {
	if f.doc == nil {
		return stemma.Span{}, false
	}
	verb := f.tagged(i)
	if verb == nil {
		return stemma.Span{}, false
	}
	for k := range i {
		w := f.tagged(k)
		if w == nil || w.Rel != "nsubj" || f.headOf(k) != verb {
			continue
		}
		for _, m := range f.mentions {
			if c := m.Cite.Spans; len(c) == 1 && c[0].Holds(w.Span) && (m.Kind == stemma.Organisation || m.Kind == stemma.Person) {
				return c[0], true
			}
		}
	}
	return stemma.Span{}, false
}

// teller is the one named whose verb of giving a number stands before the
// number at byte at: "The Red Crescent puts the toll at 52".
func (f *finder) teller(at int) (stemma.Span, bool) {
	for i := range f.words {
		if f.words[i].Start >= at {
			break
		}
		if i > 0 && declaring[f.word(i)] {
			if s, ok := f.subject(i); ok {
				return s, true
			}
		}
		if !tellers[f.word(i)] || i == 0 {
			continue
		}
		k := i - 1
		for k > 0 && (f.word(k) == "has" || f.word(k) == "had" || f.word(k) == "have" || f.word(k) == "still" || f.word(k) == "now" || f.word(k) == ")") {
			if k--; f.word(k+1) == ")" { // "The Valley Union (VU) puts"
				for k > 0 && f.word(k+1) != "(" {
					k--
				}
			}
		}
		for _, m := range f.mentions {
			if len(m.Cite.Spans) == 1 && m.Cite.Spans[0].End == f.words[k].End && (m.Kind == stemma.Organisation || m.Kind == stemma.Person) {
				return m.Cite.Spans[0], true
			}
		}
	}
	return stemma.Span{}, false
}

// finders are verbs of those who find what another tells.
var finders = map[string]bool{"found": true, "find": true, "discovered": true, "recovered": true, "counted": true, "saw": true, "pulled": true, "retrieved": true}

// accordingTo is the phrase after "according to" in the sentence.
func (f *finder) accordingTo() (stemma.Span, bool) {
	for i := range f.low {
		if f.word(i) != "according" || f.word(i+1) != "to" {
			continue
		}
		j := i + 2
		for j < len(f.low) && j-i < 14 {
			switch f.word(j) {
			case ",", ".", ";", "which", "who", "that", "said", "-", "–", "—", "(":
				if j > i+2 {
					return f.span(i+2, j), true
				}
				return stemma.Span{}, false
			}
			j++
		}
		if j > i+2 {
			return f.span(i+2, j), true
		}
	}
	return stemma.Span{}, false
}
