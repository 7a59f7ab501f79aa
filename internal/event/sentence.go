package event

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/text"
)

// word is one word or mark of a sentence.
type word struct {
	stemma.Span
	s       string // lower-case
	capital bool
	upos    string // "" where nothing was analysed
	head    int    // index of the head, -1 for the root or where not known
	rel     string
	lemma   string
	mention int  // index into the article's mentions, -1 where none
	line    bool // stands in the dateline, which tells where a text was written
}

// sentence is one sentence of an article with its words.
type sentence struct {
	stemma.Span
	words []word
	trees bool  // heads and relations are known
	about []int // what topic gives, nil before it is asked for
}

// sentences returns the sentences of an article outside the ranges it holds:
// those of d where it has any, else by punctuation.
func sentences(a *stemma.Article, d *lang.Document, mentions []stemma.Mention) []sentence {
	var out []sentence
	if d != nil && d.Text == a.Text && len(d.Sentences) > 0 {
		for _, s := range d.Sentences {
			out = append(out, analysed(a.Text, &s))
		}
	} else {
		for _, r := range a.Free() {
			for _, s := range text.SentencesIn(nil, a.Text, r.Start, r.End) {
				sn := sentence{Span: s}
				for _, w := range text.Tokens(nil, a.Text, s.Start, s.End) {
					sn.words = append(sn.words, newWord(a.Text, w))
				}
				out = append(out, sn)
			}
		}
	}
	for i := range out {
		out[i].cut()
	}
	mark(out, mentions)
	dateline(a.Text, out)
	return out
}

// dateline marks the words of the dateline that a text begins with: what stands
// before a dash that follows a word in capitals or a bracket.
//
//	"SUND, Norland (Norda) - The ferry sank" -> "SUND, Norland (Norda)"
func dateline(s string, ss []sentence) {
	if len(ss) == 0 {
		return
	}
	ws := ss[0].words
	for i := 1; i < len(ws) && ws[i].Start-ws[0].Start < 90; i++ {
		dash := ws[i].s == "—" || ws[i].s == "–" || ws[i].s == "--" || ws[i].s == "-" && ws[i].Start > ws[i-1].End
		if !dash {
			continue
		}
		first := s[ws[0].Start:ws[0].End]
		if upper := len(first) > 2 && first == strings.ToUpper(first); upper || ws[i-1].s == ")" {
			for k := 0; k < i; k++ {
				ws[k].line = true
			}
		}
		return
	}
}

// longest is how many words of one sentence are read: work on a sentence grows
// with the square of its words, and no writer's sentence is longer.
const longest = 600

// cut leaves out the words of a sentence past the longest.
func (s *sentence) cut() {
	if len(s.words) <= longest {
		return
	}
	s.words = s.words[:longest]
	s.End = s.words[longest-1].End
	for i := range s.words {
		if s.words[i].head >= longest {
			s.words[i].head = -1
		}
	}
}

func newWord(s string, w stemma.Span) word {
	r, _ := utf8.DecodeRuneInString(s[w.Start:w.End])
	return word{Span: w, s: plain(s[w.Start:w.End]), capital: unicode.IsUpper(r), head: -1, mention: -1}
}

// plain is a word in lower case with a typewriter's apostrophe.
func plain(s string) string {
	return strings.ReplaceAll(strings.ToLower(s), "’", "'")
}

func analysed(s string, in *lang.Sentence) sentence {
	out := sentence{Span: in.Span, words: make([]word, 0, len(in.Words))}
	for _, w := range in.Words {
		nw := newWord(s, w.Span)
		nw.upos, nw.head, nw.rel, nw.lemma = w.UPOS, w.Head, w.Rel, w.Lemma
		if w.Rel != "" {
			out.trees = true
		} else {
			nw.head = -1
		}
		out.words = append(out.words, nw)
	}
	return out
}

// mark ties words to the mentions they stand in. Of mentions that overlap the
// longer wins.
func mark(ss []sentence, mentions []stemma.Mention) {
	type at struct {
		stemma.Span
		i int
	}
	var all []at
	for i, m := range mentions {
		for _, s := range m.Cite.Spans {
			all = append(all, at{s, i})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	k := 0
	for si := range ss {
		for wi := range ss[si].words {
			w := &ss[si].words[wi]
			for k < len(all) && all[k].End <= w.Start {
				k++
			}
			best := 0
			for j := k; j < len(all) && all[j].Start < w.End; j++ {
				if all[j].Holds(w.Span) && all[j].Len() > best {
					w.mention, best = all[j].i, all[j].Len()
				}
			}
		}
	}
}

// is reports whether word i is one of the words.
func (s *sentence) is(i int, words ...string) bool {
	if i < 0 || i >= len(s.words) {
		return false
	}
	for _, w := range words {
		if s.words[i].s == w {
			return true
		}
	}
	return false
}

// mark reports whether word i is punctuation.
func (s *sentence) mark(i int) bool {
	if i < 0 || i >= len(s.words) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.words[i].s)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
}
