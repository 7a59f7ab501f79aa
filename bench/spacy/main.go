// Command spacy marks the names of sentences read from standard input, one
// word a line and a blank line between sentences, and writes word and tag; the
// last line of standard error is the seconds that the whole analysis (tags,
// trees, names) took, without loading. compare.py runs it beside spaCy.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

func main() {
	var docs []*lang.Document
	var b strings.Builder
	var words []lang.Word
	flush := func() {
		if len(words) > 0 {
			d := &lang.Document{Text: b.String()}
			d.Sentences = []lang.Sentence{{Span: stemma.Span{End: b.Len()}, Words: words}}
			docs = append(docs, d)
		}
		b.Reset()
		words = nil
	}
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		w := sc.Text()
		if w == "" {
			flush()
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		at := b.Len()
		b.WriteString(w)
		words = append(words, lang.Word{Span: stemma.Span{Start: at, End: b.Len()}, Head: -1})
	}
	flush()
	lang.Analyse("Once, to load.", nil)
	start := time.Now()
	for _, d := range docs {
		lang.AnalyseWords(d)
	}
	took := time.Since(start)
	out := bufio.NewWriter(os.Stdout)
	for _, d := range docs {
		s := &d.Sentences[0]
		tags := make([]string, len(s.Words))
		for i := range tags {
			tags[i] = "O"
		}
		for _, n := range s.Names {
			for i := n.From; i < n.To; i++ {
				tags[i] = "I-" + n.Kind
			}
			tags[n.From] = "B-" + n.Kind
		}
		for i, w := range s.Words {
			fmt.Fprintf(out, "%s\t%s\n", d.Text[w.Start:w.End], tags[i])
		}
		fmt.Fprintln(out)
	}
	if err := out.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Fprintf(os.Stderr, "%.6f\n", took.Seconds())
}
