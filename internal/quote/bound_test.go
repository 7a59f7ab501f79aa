package quote

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// TestBoundedTrees reads what is long with tags and trees; words of one
// sentence are bounded by the language engine, sentences are not.
func TestBoundedTrees(t *testing.T) {
	for name, s := range map[string]string{
		"a long quotation": "\"" + strings.Repeat("We stay here now and work. ", 4_000) + "\" Ruiz said, and added \"no\".",
		"asides":           strings.Repeat("Ruiz, 41, of Lima, who left, said, ", 1_000),
		"what she called":  strings.Repeat("Ruiz said what she called \"a trap\" ", 1_000),
	} {
		from := time.Now()
		d := lang.Analyse(s, nil)
		read := time.Since(from)
		Find(article(s), d, nil)
		if f := time.Since(from) - read; f > 20*time.Second {
			t.Errorf("%s took %v", name, f)
		}
	}
}

// numbered is n words, all different.
func numbered(n int, between string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%sword%d goes", between, i)
	}
	return b.String()
}

// TestBoundedJoin holds the joining of many quotations of one speaker, and of
// long ones, within bounds.
func TestBoundedJoin(t *testing.T) {
	for name, texts := range map[string][]string{
		"alike":     {strings.Repeat("\"We stay in the harbour until the spring comes,\" Ruiz said.\n\n", 2_000)},
		"long":      {"\"" + strings.Repeat("word after word ", 60_000) + "\" Ruiz said.", "\"" + strings.Repeat("word upon word ", 60_000) + "\" Ruiz said."},
		"sentences": {"\"" + numbered(20_000, ". We ") + "\" Ruiz said.", "\"" + numbered(20_000, ". They ") + "\" Ruiz said."},
		"no stop":   {"\"" + numbered(60_000, " a") + "\" Ruiz said.", "\"" + numbered(60_000, " b") + "\" Ruiz said."},
	} {
		from := time.Now()
		var as []*stemma.Article
		var qs []stemma.Quote
		for i, x := range texts {
			a := article(x)
			a.ID = string(rune('a' + i))
			as = append(as, a)
			qs = append(qs, Find(a, &lang.Document{Text: x}, nil)...)
		}
		sc := stemma.NewScene(as)
		Resolve(sc, qs)
		Join(sc, qs)
		if d := time.Since(from); d > 30*time.Second {
			t.Errorf("%s took %v", name, d)
		} else {
			t.Logf("%s: %v", name, d)
		}
	}
}

// TestBounded reads what is made to be slow. Each takes well under a second
// where work is linear; the limit leaves room for busy machines.
func TestBounded(t *testing.T) {
	for name, s := range map[string]string{
		"marks only":        strings.Repeat("\"", 300_000),
		"curly marks":       strings.Repeat("“", 200_000),
		"a long quotation":  "\"" + strings.Repeat("word ", 1_000_000) + "\" Ruiz said.",
		"cues only":         strings.Repeat("said ", 200_000),
		"commas and cues":   strings.Repeat("Ruiz said, ", 60_000),
		"short quotations":  strings.Repeat("\"We stay here now.\" ", 30_000),
		"paragraphs":        strings.Repeat("\"We stay,\" he said.\n\n", 20_000),
		"unclosed openings": strings.Repeat("\"We stay\n\n", 20_000),
		"clauses within":    strings.Repeat("The harbour, Ruiz said, ", 30_000),
		"nouns of saying":   strings.Repeat("Ruiz's claim that ", 30_000) + "\"x\"",
		"marks unbalanced":  strings.Repeat("\"We stay, “he said 'and «left ", 20_000),
		"a mark a word":     strings.Repeat("said \"", 100_000),
		"quotation opens":   strings.Repeat("\"We stay.\" He ", 30_000),
		"quoted as":         strings.Repeat("RIA quoted Ruiz as ", 30_000),
	} {
		from := time.Now()
		a := article(s)
		Find(a, &lang.Document{Text: s}, nil)
		if d := time.Since(from); d > 20*time.Second {
			t.Errorf("%s took %v", name, d)
		} else {
			t.Logf("%s: %v", name, d)
		}
	}
}
