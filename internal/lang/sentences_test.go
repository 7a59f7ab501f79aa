package lang

import (
	"bytes"
	"strings"
	"testing"
)

// TestSentencesMet holds that a text is read as if it were the first, whatever was
// met before: its sentences in another order, and in a text that tells otherwise of
// their names.
func TestSentencesMet(t *testing.T) {
	paragraphs := strings.Split(sampleText, "\n\n")
	texts := []string{
		sampleText,
		paragraphs[3] + "\n\n" + paragraphs[1],
		"Karlsson thanked Idris.\n\nKarlsson and Idris met Rosa Karlsson and Tom Idris, residents of Dorin and Belograd.\n\n" + sampleText,
		"Karlsson thanked Idris.\n\nThe karlsson of Dorin is a dorin.",
		strings.Repeat(sampleText, 2),
	}
	read := func(s string) string {
		var b bytes.Buffer
		if err := CoNLLU(&b, "a", Analyse(s, nil)); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	alone := make([]string, len(texts))
	for i, s := range texts {
		Forget()
		alone[i] = read(s)
	}
	Forget()
	for range 2 {
		for i, s := range texts {
			if read(s) != alone[i] {
				t.Errorf("text %d is read otherwise after others", i)
			}
		}
	}
}

// TestSentencesBounded holds that sentences met are forgotten in time, and those
// that come again stay.
func TestSentencesBounded(t *testing.T) {
	s := &sentences{}
	often, m := []byte("often"), make([]metLabels, 20)
	s.add(often, m)
	key := make([]byte, 100)
	for i := range 200_000 {
		key[i%100]++
		s.add(key, m)
		if i%1000 == 0 && s.of(often) == nil {
			t.Fatalf("forgotten after %d sentences", i)
		}
		if n := len(s.now) + len(s.before); n > 2*maxSentences/100 {
			t.Fatalf("%d sentences are held", n)
		}
	}
}
