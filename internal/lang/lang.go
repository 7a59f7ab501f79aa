// Package lang tags words, draws the tree of each sentence and marks names,
// with models trained here.
//
// Labels are those of Universal Dependencies v2 (universaldependencies.org)
// and, for XPOS, of the Penn Treebank. The trees follow the English treebanks
// EWT and GUM.
package lang

import (
	"slices"

	"github.com/stemma-news/stemma"
)

// Version is raised when Analyse may give another reading, by its code or its
// models. 1: the first. 2: sentences of web text and mail. 3: nets
// beside the linear models; doubtful transitions tried both ways. 4: units behind
// numbers, words run together, closings of letters. 5: nets in integers. 6: names
// learnt with a net, with news, from sets each in its own idea of a name. 7: names
// with two nets, learnt with what the text says of them; "U.S." is a place.
// 8: a net goes over the rules of sentences. 9: what is a whole name twice in
// the text is one where it was passed over. 10: names with the vectors of 285,000
// rare words. 11: tags and sentences with them too; a dateline is a sentence.
const Version = "11"

// Document is an analysed text. All offsets are bytes of Text.
type Document struct {
	Text      string
	Sentences []Sentence
}

// Sentence is one sentence: its range, its words in order, and the names the
// model marks in it.
type Sentence struct {
	stemma.Span
	Words []Word
	Names []Name
	// Cut says that the sentence did not end here: it was longer than
	// MaxWords and what follows is the next Sentence.
	Cut bool
}

// MaxWords is the greatest number of words of one Sentence.
const MaxWords = 400

// Word is one word or punctuation mark. Labels are those of Universal
// Dependencies v2.
type Word struct {
	stemma.Span
	Lemma string
	UPOS  string
	XPOS  string // Penn Treebank tag
	// Head is the index of the head in the sentence's Words, -1 for the root.
	Head int
	Rel  string // "nsubj", "nsubj:pass", "obj", ...
}

// Kinds of Name.
const (
	Person       = "person"
	Organisation = "organisation"
	Place        = "place"
	Nationality  = "nationality"
)

// Name is a name the model marks: words From to To (half-open, indexes into
// the sentence's Words) of Kind person, organisation, place or nationality.
type Name struct {
	From, To int
	Kind     string
}

// Analyse analyses the text of an English article, passing over held ranges.
// No sentence crosses a blank line or a held range. Names are marked twice: the
// second time with what the first found in the whole text.
func Analyse(text string, held []stemma.Span) *Document {
	return AnalyseWith(text, held, nil)
}

// AnalyseWith is Analyse with evidence of names from elsewhere: a title, the
// other articles of a story. known may be nil and is not changed.
func AnalyseWith(text string, held []stemma.Span, known *Evidence) *Document {
	d := &Document{Text: text}
	w := takeWorker()
	defer workers.Put(w)
	w.split(d, held)
	w.analyse(d, known)
	return d
}

// AnalyseWords fills in the labels and names of d, whose Text and whose
// sentences with the spans of their words are given.
func AnalyseWords(d *Document) {
	w := takeWorker()
	defer workers.Put(w)
	w.analyse(d, nil)
}

// free returns the ranges of a text of n bytes outside of held.
func free(n int, held []stemma.Span) []stemma.Span {
	held = slices.Clone(held)
	slices.SortFunc(held, func(a, b stemma.Span) int { return a.Start - b.Start })
	var out []stemma.Span
	at := 0
	for _, h := range held {
		if h.Start > at {
			out = append(out, stemma.Span{Start: at, End: min(h.Start, n)})
		}
		at = max(at, min(h.End, n))
	}
	return append(out, stemma.Span{Start: at, End: n})
}

func (d *Document) add(spans []stemma.Span, cut bool) {
	if len(spans) == 0 {
		return
	}
	s := Sentence{Cut: cut, Words: make([]Word, len(spans))}
	s.Start, s.End = spans[0].Start, spans[len(spans)-1].End
	for i, w := range spans {
		s.Words[i] = Word{Span: w, Head: -1}
	}
	d.Sentences = append(d.Sentences, s)
}
