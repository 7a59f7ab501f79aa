package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/text"
)

// tk is a unit of a segment; a whole quotation is one.
type tk struct {
	stemma.Span
	s, low string
	word   bool
	cap    bool
	q      *marked // the quotation it stands for
	tag    string  // universal part of speech, "" where not known
	xpos   string  // Penn Treebank tag, "" where not known
}

// segment is a sentence with each quotation in it as one unit, however many
// sentences the quotation holds.
type segment struct {
	toks []tk
	para int
}

// reader holds what is known of an article while its quotes are found.
type reader struct {
	a         *stemma.Article
	mentions  []stemma.Mention
	sentences []lang.Sentence
	tags      map[int][2]string // universal and Penn, by start of word
	paras     []stemma.Span
	quotes    [][]*marked // by paragraph
	segments  []segment
	found     []attribution
}

func newReader(a *stemma.Article, d *lang.Document, mentions []stemma.Mention) *reader {
	mentions = slices.DeleteFunc(slices.Clone(mentions), func(m stemma.Mention) bool { return len(m.Cite.Spans) == 0 }) // outside the text
	words := 0
	for _, s := range d.Sentences {
		words += len(s.Words)
	}
	r := &reader{a: a, mentions: mentions, sentences: d.Sentences, tags: make(map[int][2]string, words)}
	var sentences []stemma.Span
	for _, s := range d.Sentences {
		sentences = append(sentences, s.Span)
		for _, w := range s.Words {
			if w.UPOS != "" {
				r.tags[w.Start] = [2]string{w.UPOS, w.XPOS}
			}
		}
	}
	if len(sentences) == 0 {
		sentences = text.Sentences(a.Text)
	}
	r.paragraphs()
	before := false
	for n, p := range r.paras {
		var ms []*marked
		for _, m := range marksIn(a.Text, p, before, n+1 < len(r.paras) && opensWith(a.Text, r.paras[n+1])) {
			if !r.title(p, m) {
				ms = append(ms, &m)
			}
		}
		before = len(ms) > 0 && ms[len(ms)-1].open
		r.quotes = append(r.quotes, ms)
		for len(sentences) > 0 && sentences[0].End <= p.Start {
			sentences = sentences[1:]
		}
		k := 0
		for k < len(sentences) && sentences[k].Start < p.End {
			k++
		}
		r.split(n, p, sentences[:k:k], ms)
	}
	// an open quotation that the next paragraph does not go on is whole
	for n, ms := range r.quotes {
		for _, m := range ms {
			if m.open && (n+1 >= len(r.quotes) || len(r.quotes[n+1]) == 0 || !r.quotes[n+1][0].goesOn) {
				m.open = false
			}
		}
	}
	return r
}

// title reports whether a quotation is the name of a work or a thing, which
// nobody says: two words or more, each with a capital, after a word.
func (r *reader) title(p stemma.Span, m marked) bool {
	before := strings.TrimRight(r.a.Text[p.Start:m.Start], " ")
	if before == "" || m.open || m.goesOn {
		return false
	}
	if c, _ := utf8.DecodeLastRuneInString(before); !unicode.IsLetter(c) {
		return false
	}
	w := strings.Fields(strings.Trim(r.a.Text[m.in.Start:m.in.End], ".,;:!?"))
	if last := strings.ToLower(before[strings.LastIndexByte(before, ' ')+1:]); len(w) == 0 || len(w) > 9 || len(w) == 1 && !pressNouns[last] && last != "told" {
		return false // but "told "Vesti" that", "the newspaper "Vesti""
	}
	for _, x := range w {
		c, _ := utf8.DecodeRuneInString(x)
		if !unicode.IsUpper(c) && !unicode.IsDigit(c) && (len(x) > 4 || !leftStops[x] && !determiners[x] && !prepositions[x] && x != "and" && x != "or" && x != "of") {
			return false
		}
	}
	return true
}

// paragraphs lists the paragraphs that the article does not hold of others.
func (r *reader) paragraphs() {
	ps := r.a.Paragraphs
	if len(ps) == 0 {
		at := 0
		for _, p := range strings.SplitAfter(r.a.Text, "\n") {
			if s := trim(r.a.Text, at, at+len(p)); s.Len() > 0 {
				ps = append(ps, s)
			}
			at += len(p)
		}
	}
	for _, p := range ps {
		inside := false
		for _, h := range r.a.Holds {
			inside = inside || h.Span.Overlaps(p)
		}
		if !inside && p.Start >= 0 && p.Start < p.End && p.End <= len(r.a.Text) {
			r.paras = append(r.paras, p)
		}
	}
}

// split breaks a paragraph into segments at the ends of sentences that do not
// lie within quotations.
func (r *reader) split(n int, p stemma.Span, sentences []stemma.Span, ms []*marked) {
	at := p.Start
	qi := 0
	for _, s := range append(sentences, stemma.Span{Start: p.End, End: p.End}) {
		end := min(s.End, p.End)
		for qi < len(ms) && ms[qi].End <= at {
			qi++
		}
		k := qi
		for k < len(ms) && ms[k].End <= end {
			k++
		}
		inside := k < len(ms) && ms[k].Start < end
		if end <= at || inside && end < p.End {
			continue
		}
		r.segment(n, stemma.Span{Start: at, End: end}, ms[qi:k])
		at, qi = end, k
	}
	if at < p.End {
		r.segment(n, stemma.Span{Start: at, End: p.End}, ms[qi:])
	}
}

func (r *reader) segment(n int, s stemma.Span, ms []*marked) {
	g := segment{para: n}
	at := s.Start
	for _, m := range ms {
		g.toks = r.units(g.toks, at, m.Start)
		g.toks = append(g.toks, tk{Span: m.Span, s: r.a.Text[m.Start:m.End], q: m})
		at = max(at, m.End)
	}
	g.toks = r.units(g.toks, at, s.End)
	for k := 0; k+1 < len(g.toks); k++ {
		if g.isQ(k) && g.full(k) && g.opensSentence(k+1) {
			r.segments = append(r.segments, segment{para: n, toks: g.toks[: k+1 : k+1]})
			g.toks, k = g.toks[k+1:], -1
		}
	}
	for len(g.toks) > longest { // a "sentence" of a list or of no language
		r.segments = append(r.segments, segment{para: n, toks: g.toks[:longest:longest]})
		g.toks = g.toks[longest:]
	}
	if len(g.toks) > 0 {
		r.segments = append(r.segments, g)
	}
}

// opensSentence reports whether a sentence begins at k, after a quotation that
// ends its own: `"We stay." He then left`. A name may as well be who said it.
func (g *segment) opensSentence(k int) bool {
	t := g.toks[k]
	if !t.cap || t.q != nil || t.s == "I" {
		return false
	}
	return pronouns[t.low] || determiners[t.low] || prepositions[t.low] || leftStops[t.low] && t.low != "may"
}

// longest is how many units a segment has at most. It bounds the work on text
// without sentences.
const longest = 500

func (r *reader) units(dst []tk, i, j int) []tk {
	if i >= j {
		return dst
	}
	for _, u := range text.Units(nil, r.a.Text, i, j) {
		w := r.a.Text[u.Start:u.End]
		c, _ := utf8.DecodeRuneInString(w)
		low := strings.ToLower(w)
		if strings.Contains(low, "’") {
			low = strings.ReplaceAll(low, "’", "'")
		}
		tags := r.tags[u.Start]
		dst = append(dst, tk{Span: u, s: w, low: low, word: unicode.IsLetter(c) || unicode.IsDigit(c) || low == "'s", cap: unicode.IsUpper(c), tag: tags[0], xpos: tags[1]})
	}
	return dst
}

// finite reports whether t is a verb that makes a clause: no participle, no
// noun. It is false where nothing is known.
func (t tk) finite() bool {
	switch t.xpos {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// isQ reports whether g.toks[i] is a quotation.
func (g *segment) isQ(i int) bool { return i >= 0 && i < len(g.toks) && g.toks[i].q != nil }

// low is the word at i in small letters, "" outside and for quotations.
func (g *segment) low(i int) string {
	if i < 0 || i >= len(g.toks) || g.toks[i].q != nil {
		return ""
	}
	return g.toks[i].low
}

// span is the text of units i to j, empty where there are none.
func (g *segment) span(i, j int) stemma.Span {
	if i < 0 || i >= j || j > len(g.toks) {
		return stemma.Span{}
	}
	return stemma.Span{Start: g.toks[i].Start, End: g.toks[j-1].End}
}
