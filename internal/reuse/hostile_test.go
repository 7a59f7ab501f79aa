package reuse

import (
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// prose makes n words of text in which runs seldom repeat.
func prose(seed uint64, n int) string {
	syllables := []string{"ba", "der", "kin", "lo", "mas", "ner", "pol", "rit", "sun", "tev", "um", "vor", "wel", "xan", "yil", "zet"}
	var b strings.Builder
	for i := range n {
		for range 3 {
			seed = seed*6364136223846793005 + 1442695040888963407
			b.WriteString(syllables[seed>>60])
		}
		if i%20 == 19 {
			b.WriteString(".\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func TestHostilePagesCostSeconds(t *testing.T) {
	if testing.Short() {
		t.Skip("10 MB texts")
	}
	long := prose(1, 700_000)
	sentence := "The harbour board of Northport voted on Monday to close the pier. "
	for name, texts := range map[string][2]string{
		"a shingle a million times": {strings.Repeat("close the old ferry pier ", 1_000_000), strings.Repeat("close the old ferry pier ", 900_000)},
		"one sentence":              {strings.Repeat(sentence, 150_000), strings.Repeat(sentence, 150_000)},
		"one word differs":          {long, long[:len(long)/2] + " otherwise " + long[len(long)/2:]},
		"one letter":                {strings.Repeat("a ", 4_000_000), strings.Repeat("a ", 3_000_000)},
		"quotation marks":           {strings.Repeat("\"a\" “b ", 700_000), strings.Repeat("\"a\" “b ", 600_000)},
		"period differs":            {strings.Repeat("one two three four five six ", 200_000), strings.Repeat("one two three four five six seven ", 200_000)},
	} {
		start := time.Now()
		articles := []*stemma.Article{{ID: "a1", Kind: stemma.KindArticle, Text: texts[0]}, {ID: "a2", Kind: stemma.KindArticle, Text: texts[1]}}
		copies := Compare(articles, nil)
		sc := stemma.NewScene(articles)
		sc.Copies = copies
		Families(sc)
		took := time.Since(start)
		t.Logf("%s: %v, %d copies", name, took.Round(time.Millisecond), len(copies))
		if took > time.Minute { // about four seconds of work; the rest is for a busy machine
			t.Errorf("%s: took %v", name, took)
		}
		if name == "one word differs" && (len(copies) != 1 || copies[0].Relation != Whole) {
			t.Errorf("%s: copies = %d", name, len(copies))
		}
		for _, c := range copies {
			for k, a := range articles {
				spans := c.A.Spans
				if k == 1 {
					spans = c.B.Spans
				}
				if _, err := stemma.Exact(a.Text, spans); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
}
