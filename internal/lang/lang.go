// Package lang tags words, draws the tree of each sentence and marks names,
// with models trained here.
package lang

import "github.com/stemma-news/stemma"

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
}

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

// Name is a name the model marks: words From to To (half-open, indexes into
// the sentence's Words) of Kind person, organisation, place or nationality.
type Name struct {
	From, To int
	Kind     string
}

// Analyse analyses the text of an English article, passing over held ranges.
func Analyse(text string, held []stemma.Span) *Document {
	return &Document{Text: text}
}
