package main

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stemma-news/stemma/internal/lang"
)

const marksOfTwo = "Ms.\tO\nBerg\tB-PER\nleft\tO\nNew\tB-LOC\nHaven\tI-LOC\n.\tO\n\nThe\tO\nBBC\tB-ORG\nsaid\tO\nso\tO\n.\tO\n"

// TestMarks holds that marks laid on their article give its words and names
// back, and on another article an error.
func TestMarks(t *testing.T) {
	want, err := lang.ReadNames(strings.NewReader(marksOfTwo))
	if err != nil {
		t.Fatal(err)
	}
	article := "OSLO (AP) Ms. Berg left New Haven. [ ... ] The BBC said so."
	lines, ok := marksOf(squeeze(article), want)
	if lines != "8 cddcea 1-2p 3-5l\n5 ccdba 1-2o\n" || !ok {
		t.Fatalf("%q, %v", lines, ok)
	}
	texts, err := readMarks(strings.NewReader("# 1\n"+lines), []string{"", article})
	if err != nil {
		t.Fatal(err)
	}
	if len(texts) != 1 || !reflect.DeepEqual(texts[0].Sentences, want) {
		t.Errorf("%+v, not %+v", texts, want)
	}
	if _, err := readMarks(strings.NewReader("# 0\n"+lines), []string{"Too short.", article}); err == nil {
		t.Error("marks of another article were read")
	}
	if _, ok := marksOf(squeeze("Something else."), want); ok {
		t.Error("sentences were laid on an article that has them not")
	}
}

func FuzzMarks(f *testing.F) {
	f.Add("# 0\n8 cddcea 1-2p 3-5l\n5 ccdba 1-2o\n", "OSLO (AP) Ms. Berg left New Haven. [...] The BBC said so.")
	f.Add("# 0\n0 (60)a\n", "a")
	f.Fuzz(func(t *testing.T, marks, article string) {
		texts, err := readMarks(strings.NewReader(marks), []string{article})
		if err != nil {
			return
		}
		for _, x := range texts {
			for i := range x.Sentences {
				for _, n := range x.Sentences[i].Names {
					if n.From < 0 || n.From >= n.To || n.To > len(x.Sentences[i].Words) {
						t.Errorf("name %v of %d words", n, len(x.Sentences[i].Words))
					}
				}
			}
		}
	})
}
