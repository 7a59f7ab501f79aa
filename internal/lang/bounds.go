package lang

import (
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/text"
)

// What the rules say of sentences is gone over by a small net, learnt from text
// as people write it, in mails and forums too. It looks at each gap between two
// words of a paragraph, joins what the rules cut and cuts what they pass over:
// "Talk to you later Ann", "i like it it is new".

// bounder is a text as the net of boundaries sees it: its words by the rules,
// paragraph after paragraph.
type bounder struct {
	text  string
	spans []stemma.Span
	ts    []token
	kind  []uint8
	rule  []bool  // the rules begin a sentence with the word
	next  []int32 // the next word with which they do
	paras []int32 // where paragraphs end, in words
	style uint32  // of the text
	// loose says that it is written as mails and forums are, colons that it may be
	loose, colons bool
	edge          map[uint64]int32

	from, to int    // the paragraph at hand, in words
	para     uint32 // its style
	start    int    // the first word of the sentence at hand
	brackets int    // open in it
	quote    bool   // open in it
}

// read reads the paragraphs of the ranges of s.
func (b *bounder) read(s string, ranges []stemma.Span) {
	b.text, b.spans, b.rule, b.paras = s, b.spans[:0], b.rule[:0], b.paras[:0]
	var cut []stemma.Span
	small, all := 0, 0
	for _, r := range ranges {
		for at := r.Start; at < r.End; {
			end, next := text.Paragraph(s, at, r.End)
			cut = text.SentencesIn(cut[:0], s, at, end)
			at = next
			for _, x := range cut {
				n := len(b.spans)
				b.spans = text.Tokens(b.spans, s, x.Start, x.End)
				for i := range b.spans[n:] {
					b.rule = append(b.rule, i == 0)
				}
				all++
				if c := s[x.Start]; 'a' <= c && c <= 'z' {
					small++
				}
			}
			if len(cut) > 0 {
				b.paras = append(b.paras, int32(len(b.spans)))
			}
		}
	}
	n := len(b.spans)
	b.ts, b.kind, b.next = grow(b.ts, n), grow(b.kind, n), grow(b.next, n)
	for i, w := range b.spans {
		b.ts[i] = token{}
		b.ts[i].read(s[w.Start:w.End])
		b.kind[i] = markKind(s[w.Start:w.End], &b.ts[i].look)
	}
	at := int32(n)
	for i := n - 1; i >= 0; i-- {
		b.next[i] = at
		if b.rule[i] {
			at = int32(i)
		}
	}
	mails := addresses(s)
	b.loose = small*12 > all || mails*20 > all
	b.colons = b.loose || small > 0 || mails > 0
	b.style = styleOf(small, all, strings.IndexByte(s, '@') >= 0)
	b.edges()
}

// looks reads the looks of words of s into ts, as they were read already where the
// words are those of the rules.
func (b *bounder) looks(ts []token, s string, words []Word) {
	if b.text != s || len(words) == 0 {
		readLooks(ts, s, words)
		return
	}
	k := sort.Search(len(b.spans), func(k int) bool { return b.spans[k].Start >= words[0].Start })
	for i, w := range words {
		for k < len(b.spans) && b.spans[k].Start < w.Start {
			k++
		}
		if k < len(b.spans) && b.spans[k] == w.Span {
			ts[i] = b.ts[k]
			continue
		}
		ts[i] = token{}
		ts[i].read(s[w.Start:w.End])
	}
	markInitial(ts)
}

// addresses is how many mail addresses s holds: "ann@example.org", not "@ann".
func addresses(s string) int {
	n := 0
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '@' && plainByte(s[i-1]) && plainByte(s[i+1]) {
			n++
		}
	}
	return n
}

func plainByte(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// styleOf tells how a text is written whose rules have so many sentences, small
// of them begun with a small letter.
func styleOf(small, all int, mail bool) uint32 {
	style := uint32(0)
	switch {
	case small*2 > all:
		style = 3
	case small*6 > all:
		style = 2
	case small > 0:
		style = 1
	}
	return style | b2u(all < 8)<<2 | b2u(mail)<<3
}

// edges notes how the paragraphs begin and end: whoever signs a mail with a name
// signs others with it.
func (b *bounder) edges() {
	if b.edge == nil {
		b.edge = map[uint64]int32{}
	}
	clear(b.edge)
	from := 0
	for _, to := range b.paras {
		last := int(to) - 1
		b.edge[edge(edgeFirst, b.ts[from].form, 0)]++
		b.edge[edge(edgeLast, b.ts[last].form, 0)]++
		if last > from {
			b.edge[edge(edgeFirstTwo, b.ts[from].form, b.ts[from+1].form)]++
			b.edge[edge(edgeLastTwo, b.ts[last-1].form, b.ts[last].form)]++
		}
		from = int(to)
	}
}

const (
	edgeFirst = iota
	edgeLast
	edgeFirstTwo
	edgeLastTwo
)

func edge(what int, one, two uint32) uint64 { return mix(mix(uint64(what)+7, one), two) }

// enter goes to a paragraph and its first word.
func (b *bounder) enter(from, to int) {
	b.from, b.to = from, to
	b.para = b2u(b.kind[from] == ofSmall)
	switch b.kind[to-1] {
	case ofStop, ofBang, ofDots, ofClose, ofQuote:
		b.para |= 2
	}
	b.begin(from)
}

// begin begins a sentence with word i.
func (b *bounder) begin(i int) {
	b.start, b.brackets, b.quote = i, 0, false
	b.pass(i)
}

// pass goes on with word i.
func (b *bounder) pass(i int) {
	switch b.text[b.spans[i].Start:b.spans[i].End] {
	case "(", "[":
		b.brackets++
	case ")", "]":
		b.brackets = max(0, b.brackets-1)
	case "\"":
		b.quote = !b.quote
	case "“":
		b.quote = true
	case "”":
		b.quote = false
	}
}

// split fills d with the sentences and words of its text outside of held.
func (w *worker) split(d *Document, held []stemma.Span) {
	b := &w.bounds
	b.read(d.Text, free(len(d.Text), held))
	from := 0
	for _, to := range b.paras {
		w.paragraph(d, from, int(to))
		from = int(to)
	}
}

// boundLead is how far a boundary must lead: one passed over harms more trees
// than one too many. strictLead is that of one against the rules in an orderly
// text.
const (
	boundLead  = -0.5
	strictLead = 2
)

// strict reports whether the rules are to be held to at word i unless the net is
// sure: in an orderly text, where headings in Title Case, datelines and
// abbreviations stay whole, and behind a quotation that a comma closes. What
// follows a colon, but a quotation, is left to the net where the text has something
// of a mail.
func (b *bounder) strict(i int) bool {
	switch b.kind[i-1] {
	case ofClose, ofQuote:
		return !b.loose || b.kindAt(i-2) == ofComma
	case ofColon:
		return !b.colons || b.kind[i] == ofOpen || b.kind[i] == ofQuote
	}
	return !b.loose
}

// paragraph appends the sentences of words from to to.
func (w *worker) paragraph(d *Document, from, to int) {
	b := &w.bounds
	b.enter(from, to)
	first, base := from, from-MaxWords // base is the first word that boundUse numbers
	changed := false                   // the sentence is none by the rules
	story := b.dateline(from, to)
	for i := from + 1; i < to; i++ {
		cut := b.rule[i]
		if i <= story {
			cut = i == story
		} else if w.boundNet != nil {
			if i >= base+MaxWords {
				base = max(from, i-boundBefore)
				w.boundUse.ready(min(to-base, MaxWords+boundPlaces))
			}
			cut = w.bound(i, base)
		}
		if !cut {
			changed = changed || b.rule[i]
			b.pass(i)
			continue
		}
		w.sentence(d, first, i, changed || !b.rule[i])
		first, changed = i, !b.rule[i]
		b.begin(i)
	}
	w.sentence(d, first, to, changed)
}

// bound reports whether a sentence begins with word i. The words from base are
// those that the net's memory numbers.
func (w *worker) bound(i, base int) bool {
	u := &w.boundUse
	u.words = grow(u.words, boundPlaces)
	u.rows = w.bounds.input((*[boundPlaces]int32)(u.words), u.rows, i)
	for p, k := range u.words {
		if k >= 0 {
			u.words[p] = k - int32(base)
		}
	}
	u.look(w.boundNet, w.bounds.ts[base:])
	lead := u.output(w.boundNet, 1) - u.output(w.boundNet, 0)
	switch strict := w.bounds.strict(i); {
	case strict && w.bounds.rule[i]:
		return lead > -strictLead
	case strict:
		return lead > strictLead
	}
	return lead > boundLead
}

// sentence appends words first to end as a sentence. Where it is not one by the
// rules its words are read again: a full stop at its end is now one.
func (w *worker) sentence(d *Document, first, end int, changed bool) {
	spans := w.bounds.spans[first:end]
	if changed {
		spans = text.Tokens(nil, d.Text, spans[0].Start, spans[len(spans)-1].End)
	}
	for len(spans) > MaxWords {
		d.add(spans[:MaxWords], true)
		spans = spans[MaxWords:]
	}
	d.add(spans, false)
}
