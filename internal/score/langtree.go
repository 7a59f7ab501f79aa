package score

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// TreeCounts counts words as the CoNLL 2018 shared task does: a word of ours
// is one of the treebank's if it stands on the same characters.
type TreeCounts struct {
	Gold, Ours, Same         int // words
	XPOS, UPOS, Head, Label  int // of Same, how many are right; Label with its head
	GoldSentences, Sentences int
	SameSentences            int
}

// percentF1 is the harmonic mean of precision and recall, in percent.
func percentF1(right, gold, ours int) float64 {
	if gold+ours == 0 {
		return 0
	}
	return 200 * float64(right) / float64(gold+ours)
}

// ReadTreebank reads name.conllu.xz of the folder language/trees of dir.
func ReadTreebank(dir, name string) ([]lang.Tree, error) {
	b, err := ReadXZ(filepath.Join(dir, "language", "trees", name+".conllu.xz"))
	if err != nil {
		return nil, err
	}
	return lang.ReadTrees(bytes.NewReader(b))
}

// ReadEntities reads such a file with the names of its entities.
func ReadEntities(dir, name string) ([]lang.Tree, error) {
	b, err := ReadXZ(filepath.Join(dir, "language", "trees", name+".conllu.xz"))
	if err != nil {
		return nil, err
	}
	return lang.ReadEntities(bytes.NewReader(b))
}

// document joins the trees of a document to one text, a blank line before each
// paragraph, and returns the sentences with their offsets in it.
func document(trees []lang.Tree) *lang.Document {
	var b strings.Builder
	d := &lang.Document{}
	space := false
	for i := range trees {
		t := &trees[i]
		switch {
		case i > 0 && t.Starts > 0:
			b.WriteString("\n\n")
		case space:
			b.WriteByte(' ')
		}
		at := b.Len()
		b.WriteString(t.Text)
		space = t.Space
		s := t.Sentence
		s.Start, s.End = at, b.Len()
		s.Words = make([]lang.Word, len(t.Words))
		for k, w := range t.Words {
			w.Start, w.End = w.Start+at, w.End+at
			s.Words[k] = w
		}
		d.Sentences = append(d.Sentences, s)
	}
	d.Text = b.String()
	return d
}

// documents cuts a treebank into its documents.
func documents(trees []lang.Tree) [][]lang.Tree {
	var out [][]lang.Tree
	from := 0
	for i := 1; i <= len(trees); i++ {
		if i == len(trees) || trees[i].Starts == 2 {
			out = append(out, trees[from:i])
			from = i
		}
	}
	return out
}

// bare returns d without its labels and names: what is given where the words
// are.
func bare(d *lang.Document) *lang.Document {
	out := &lang.Document{Text: d.Text}
	for _, s := range d.Sentences {
		n := lang.Sentence{Span: s.Span, Words: make([]lang.Word, len(s.Words))}
		for i, w := range s.Words {
			n.Words[i] = lang.Word{Span: w.Span, Head: -1}
		}
		out.Sentences = append(out.Sentences, n)
	}
	return out
}

// Add counts our reading of a document against the treebank's.
func (c *TreeCounts) Add(gold, ours *lang.Document) {
	type place struct{ sentence, word int }
	at := map[stemma.Span]place{}
	sentences := map[stemma.Span]bool{}
	for i, s := range gold.Sentences {
		c.Gold += len(s.Words)
		for k, w := range s.Words {
			at[w.Span] = place{i, k}
		}
		sentences[s.Span] = true
	}
	c.GoldSentences += len(gold.Sentences)
	c.Sentences += len(ours.Sentences)
	for _, s := range ours.Sentences {
		c.Ours += len(s.Words)
		if sentences[s.Span] {
			c.SameSentences++
		}
		for _, w := range s.Words {
			p, ok := at[w.Span]
			if !ok {
				continue
			}
			g := gold.Sentences[p.sentence].Words[p.word]
			c.Same++
			if w.XPOS == g.XPOS {
				c.XPOS++
			}
			if w.UPOS == g.UPOS {
				c.UPOS++
			}
			if (w.Head < 0) != (g.Head < 0) || w.Head >= 0 && s.Words[w.Head].Span != gold.Sentences[p.sentence].Words[g.Head].Span {
				continue
			}
			c.Head++
			if w.Rel == g.Rel {
				c.Label++
			}
		}
	}
}

// String is one line of the scorecard.
func (c *TreeCounts) String() string {
	f := func(n int) float64 { return percentF1(n, c.Gold, c.Ours) }
	return fmt.Sprintf("%9.1f %6.1f %6.1f %6.1f %6.1f %6.1f", percentF1(c.SameSentences, c.GoldSentences, c.Sentences),
		f(c.Same), f(c.XPOS), f(c.UPOS), f(c.Head), f(c.Label))
}

// ScoreTrees reads a treebank with its words given, and from raw text.
func ScoreTrees(trees []lang.Tree) (given, raw TreeCounts) {
	for _, doc := range documents(trees) {
		gold := document(doc)
		ours := bare(gold)
		lang.AnalyseWords(ours)
		given.Add(gold, ours)
		raw.Add(gold, lang.Analyse(gold.Text, nil))
	}
	return given, raw
}
