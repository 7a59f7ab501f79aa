package lang

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stemma-news/stemma"
)

func TestHeld(t *testing.T) {
	s := "He wrote this. She said she would come. They left."
	from := strings.Index(s, "She")
	d := Analyse(s, []stemma.Span{{Start: from, End: from + len("She said she would come.")}})
	if len(d.Sentences) != 2 || d.Sentences[1].Start != strings.Index(s, "They") {
		t.Errorf("sentences %+v", d.Sentences)
	}
}

func TestCut(t *testing.T) {
	d := Analyse(strings.Repeat("and so on ", MaxWords), nil)
	if len(d.Sentences) != 3 || !d.Sentences[0].Cut || !d.Sentences[1].Cut || d.Sentences[2].Cut {
		t.Errorf("%d sentences of %d words are not cut as they should be", len(d.Sentences), 3*MaxWords)
	}
}

// TestEvidence holds that a name known from elsewhere is seen where a sentence
// begins with it.
func TestEvidence(t *testing.T) {
	d := Analyse("The crowd cheered General Pavel Kroning in Strelsau. Kroning thanked Ruritania.", nil)
	s := &d.Sentences[len(d.Sentences)-1]
	if w := s.Words[0]; w.XPOS != "NNP" || w.Rel != "nsubj" {
		t.Errorf("Kroning is %s, %s", w.XPOS, w.Rel)
	}
	if len(s.Names) == 0 || s.Names[0].From != 0 || s.Names[0].Kind != Person {
		t.Errorf("names %v", s.Names)
	}
}

// TestNamesAgain holds that what is a name twice is one where it was passed
// over, alone or of several words, and that neither parts of other names nor
// first words that are no names are.
func TestNamesAgain(t *testing.T) {
	words := strings.Fields("Quill met Bank of Dunmere and Quill Street . Will")
	n := namer{ts: make([]token, len(words)), class: make([]uint8, len(words))}
	for i, w := range words {
		n.ts[i] = token{look: look{low: wordHash(strings.ToLower(w)), caps: startsUpper(w), initial: i == 0 || w == "Will"}, x: 1}
	}
	n.ts[len(words)-1].x = 2
	evidence := map[uint32]votes{}
	for range 2 {
		gather(evidence, n.ts[:1], []uint8{1 + unit})
		gather(evidence, n.ts[2:5], []uint8{9 + begin, 9 + inside, 9 + last})
		gather(evidence, n.ts[9:], []uint8{1 + unit})
	}
	n.again(evidence, 1, 1)
	got, want := nameSpans(nil, n.class), []Name{{From: 0, To: 1, Kind: Person}, {From: 2, To: 5, Kind: Organisation}}
	if !slices.Equal(got, want) {
		t.Errorf("names %v, want %v", got, want)
	}
}

func TestSameTwice(t *testing.T) {
	var a, b strings.Builder
	if err := CoNLLU(&a, "a", Analyse(sampleText, nil)); err != nil {
		t.Fatal(err)
	}
	Analyse("Something else was said in Oslo by Ms. Berg.", nil)
	if err := CoNLLU(&b, "a", Analyse(sampleText, nil)); err != nil {
		t.Fatal(err)
	}
	if a.String() != b.String() {
		t.Error("the same text is read in two ways")
	}
	if _, err := ReadTrees(strings.NewReader(a.String())); err != nil {
		t.Error(err)
	}
}

func TestVector(t *testing.T) {
	dot := func(a, b string) float64 {
		x, ok1 := Vector(a)
		y, ok2 := Vector(b)
		if !ok1 || !ok2 {
			t.Fatalf("%s %v, %s %v", a, ok1, b, ok2)
		}
		var xy, xx, yy float64
		for i := range x {
			xy += float64(x[i]) * float64(y[i])
			xx += float64(x[i]) * float64(x[i])
			yy += float64(y[i]) * float64(y[i])
		}
		return xy * xy / (xx * yy)
	}
	if dot("soldiers", "troops") < dot("soldiers", "banana") {
		t.Error("soldiers are nearer to bananas than to troops")
	}
	if Rank("the") != 1 || Rank("qqqxqq") != 0 {
		t.Errorf("rank of the: %d", Rank("the"))
	}
}

func TestListsAreSorted(t *testing.T) {
	for name, s := range map[string]string{"firstnames": firstNamesText, "nationalities": nationalitiesText, "titles": titlesText, "countries": countriesText, "surnames": surnamesText, "towns": townsText} {
		last := ""
		for l := range strings.Lines(s) {
			if l <= last {
				t.Errorf("%s.txt: %q after %q", name, l, last)
			}
			last = l
		}
	}
}

// TestCompand holds that the stored form of a weight keeps small ones apart.
func TestCompand(t *testing.T) {
	const top = 100
	for _, w := range []float64{0, 0.05, 0.2, 1, 7, 33, 100} {
		for _, v := range []float64{w, -w} {
			q := compand(v, top)
			back := float64(companded[uint8(q)]) * top / (127 * 127)
			if diff := back - v; diff > 0.012*top/2+0.05*w || diff < -0.012*top/2-0.05*w {
				t.Errorf("%g comes back as %g", v, back)
			}
		}
	}
}

// FuzzAnalyse holds that sentences and words ascend, lie in the text, and give
// it back with the gaps between, that each sentence is a tree with one root,
// and that names lie in it and do not overlap.
func FuzzAnalyse(f *testing.F) {
	f.Add(sampleText[:300], 10, 20)
	f.Add("\xff\xfe “a’s. \u2029\n\n B!?", 0, 3)
	f.Add("A Title In Title Case Here\n\nHe said: 'no'.", 5, 1)
	f.Fuzz(func(t *testing.T, s string, from, to int) {
		var held []stemma.Span
		if 0 <= from && from < to && to <= len(s) {
			held = append(held, stemma.Span{Start: from, End: to})
		}
		d := Analyse(s, held)
		at := 0
		gap := func(to int) {
			for _, r := range strings.ToValidUTF8(s[at:to], " ") {
				if unicode.IsLetter(r) && len(held) == 0 {
					t.Fatalf("%q is in no word of %q", s[at:to], s)
				}
			}
		}
		for i := range d.Sentences {
			sen := &d.Sentences[i]
			roots := 0
			for k, w := range sen.Words {
				if w.Start < at || w.End > len(s) || w.Start >= w.End {
					t.Fatalf("word %d of %q: %v", k, s, w)
				}
				for _, h := range held {
					if w.Overlaps(h) {
						t.Fatalf("word %v stands in held %v", w.Span, h)
					}
				}
				gap(w.Start)
				at = w.End
				if w.Head < 0 {
					roots++
				}
				if w.Head == k || w.Head >= len(sen.Words) || w.Rel == "" || w.XPOS == "" || w.UPOS == "" || w.Lemma == "" {
					t.Fatalf("word %d of %q: %+v", k, s, w)
				}
				h := k
				for n := 0; h >= 0; n++ {
					if n > len(sen.Words) {
						t.Fatalf("a circle in %q", s)
					}
					h = sen.Words[h].Head
				}
			}
			if roots != 1 {
				t.Fatalf("%d roots in %q", roots, s)
			}
			last := 0
			for _, n := range sen.Names {
				if n.From < last || n.To <= n.From || n.To > len(sen.Words) {
					t.Fatalf("names %v of %q", sen.Names, s)
				}
				last = n.To
			}
		}
		gap(len(s))
	})
}
