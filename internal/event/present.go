package event

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// present returns those who speak and are spoken to at a meeting that the
// sentence names no parties of: "Ruiz told Lind during a meeting".
func (f *finder) present(tr *trigger) []argument {
	if !tr.frame.noun || tr.frame.kind != "CONSULT" || tr.frame.mode != "meet" || !f.attended(tr.at) {
		return nil
	}
	var out []argument
	for i := range f.quotes {
		q := &f.quotes[i]
		for _, spans := range [][]stemma.Span{q.SpeakerSpans, q.AddresseeSpan} {
			for _, s := range spans {
				if p, ok := f.phraseAt(s); ok && f.s.Holds(s) && f.person(p) {
					out = append(out, argument{p, 'a'})
				}
			}
		}
	}
	if len(out) == 0 && f.definite(tr.at) {
		for k := range f.s.words {
			if p, ok := f.phraseEnding(k); ok && f.person(p) && !f.quoted(f.span(p)) && f.s.words[k].mention != f.mentionAt(k+1) {
				return append(out, argument{p, 'a'})
			}
		}
	}
	return out
}

func (f *finder) mentionAt(k int) int {
	if k >= len(f.s.words) {
		return -1
	}
	return f.s.words[k].mention
}

// attended reports whether "at", "during" or "in" leads to the noun at i.
func (f *finder) attended(i int) bool {
	for k := i - 1; k >= 0 && i-k < 5; k-- {
		if f.s.is(k, "at", "during", "in", "after") {
			return true
		}
		if f.s.mark(k) {
			return false
		}
	}
	return false
}

// person reports whether a phrase is a mention of a person.
func (f *finder) person(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if m := f.s.words[k].mention; m >= 0 && f.mentions[m].Kind == stemma.Person {
			return true
		}
	}
	return false
}

// phraseAt is the words of the sentence within s.
func (f *finder) phraseAt(s stemma.Span) (phrase, bool) {
	p := phrase{from: -1}
	for k := range f.s.words {
		if s.Holds(f.s.words[k].Span) {
			if p.from < 0 {
				p.from = k
			}
			p.to, p.head = k+1, k
		}
	}
	return p, p.from >= 0
}

// remember keeps the person the sentence speaks of, for a pronoun in the next:
// the first person it names outside quotations.
func (f *finder) remember() {
	for k := range f.s.words {
		m := f.s.words[k].mention
		if m < 0 || f.s.words[k].line || f.mentions[m].Kind != stemma.Person || f.quoted(f.s.words[k].Span) {
			continue
		}
		f.last = f.mentions[m].Cite.Spans[0]
		return
	}
}

// quoted reports whether s stands within direct speech.
func (f *finder) quoted(s stemma.Span) bool {
	for i := range f.quotes {
		if f.quotes[i].Kind != stemma.Direct {
			continue
		}
		for _, q := range f.quotes[i].Spans {
			if q.Holds(s) {
				return true
			}
		}
	}
	return false
}

// pronoun is who the pronoun that is the subject of a trigger stands for: "I"
// and "we" the speaker of the quotation it stands in, "you" the one spoken to,
// "he" and "she" the person the sentence before speaks of, or the one named
// earlier in this sentence, "it" and "they" the subject of the clause this one
// hangs on: "Norland said it had signed".
// own says that the pronoun is the verb's own, not that of a verb it hangs on.
func (f *finder) pronoun(tr *trigger) (s stemma.Span, own, ok bool) {
	at := f.subjectHead(tr.at)
	h := tr.at
	for h >= 0 && f.s.words[h].rel == "xcomp" {
		h = f.s.words[h].head
	}
	if own = at >= 0 && f.s.words[at].head == h; at < 0 {
		own = true
		for at = tr.at - 1; at >= 0 && (auxiliaries[f.wordAt(at)] || adverb(f.wordAt(at)) || f.s.is(at, "not", "n't", "to", "then")); {
			at--
		}
	}
	switch w := f.wordAt(at); w {
	case "i", "we", "you":
		for i := range f.quotes {
			q := &f.quotes[i]
			for _, s := range q.Spans {
				if !s.Holds(f.s.words[at].Span) {
					continue
				}
				if w == "you" && len(q.AddresseeSpan) > 0 {
					return q.AddresseeSpan[0], own, true
				}
				if w != "you" && len(q.SpeakerSpans) > 0 {
					return q.SpeakerSpans[0], own, true
				}
			}
		}
	case "he", "she":
		for j := at - 1; j >= 0; j-- {
			if m := f.s.words[j].mention; m >= 0 && f.mentions[m].Kind == stemma.Person {
				return f.mentions[m].Cite.Spans[0], own, true
			}
		}
		return f.last, own, f.last.End > 0
	case "it", "they":
		if h = f.s.words[at].head; h < 0 || f.s.words[h].rel != "ccomp" && f.s.words[h].rel != "advcl" {
			break
		}
		ps := f.treeSubject(f.s.words[h].head)
		if len(ps) != 1 || (w == "it") == f.plural(ps[0]) || f.person(ps[0]) || ps[0].from <= at && at < ps[0].to {
			break
		}
		return f.span(ps[0]), own, true
	}
	return stemma.Span{}, false, false
}

// plural reports whether a phrase names several: "the four contenders".
func (f *finder) plural(p phrase) bool {
	w := f.wordAt(p.head)
	return f.s.words[p.head].upos == "NOUN" && (strings.HasSuffix(w, "s") || w == "people" || w == "men" || w == "women" || w == "police")
}
