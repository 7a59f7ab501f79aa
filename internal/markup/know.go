package markup

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// What the training command wrote: the two forests, and what the words of
// classes and of short blocks say, a word and its log-odds a line.
var (
	//go:embed model.bin
	modelFile []byte
	//go:embed classes.txt
	classesFile string
	//go:embed words.txt
	wordsFile string
)

// trained is the model in use.
type trained struct {
	one, two       *forest
	classes, words map[string]float32
}

func (t *trained) class(w string) float32 { return t.classes[w] }
func (t *trained) word(w string) float32  { return t.words[w] }

var model = sync.OnceValue(func() *trained {
	one, rest, err := decodeForest(modelFile)
	if err != nil {
		panic("internal error: model.bin: " + err.Error())
	}
	two, _, err := decodeForest(rest)
	if err != nil {
		panic("internal error: model.bin, second pass: " + err.Error())
	}
	return &trained{one, two, readSayings(classesFile), readSayings(wordsFile)}
})

func readSayings(file string) map[string]float32 {
	m := make(map[string]float32, strings.Count(file, "\n"))
	for line := range strings.Lines(file) {
		w, v, _ := strings.Cut(strings.TrimSpace(line), " ")
		if x, err := strconv.ParseFloat(v, 32); err == nil {
			m[w] = float32(x)
		}
	}
	return m
}

// keptRows is how many blocks a page of n bytes may have for their features to
// be kept from the first pass to the second, at some 700 bytes each. Of a page of
// more they are counted twice: they take more memory than the page.
func keptRows(n int) int { return max(3_000, n/700) }

// judge is how likely each block is of the body.
func (p *page) judge() []float32 {
	m := model()
	f := p.newFeatures(m)
	n := len(p.blocks)
	width := rowLen + secondLen
	kept := n <= keptRows(len(p.src))
	rows := make([]float32, 0, width)
	if kept {
		rows = make([]float32, 0, width*n)
	}
	// row is the features of block i, in the first pass and in the second.
	row := func(i int) []float32 {
		if kept {
			return rows[i*width : i*width : (i+1)*width]
		}
		return rows[:0]
	}
	first := make([]float32, n)
	for i := range first {
		first[i] = logistic(m.one.margin(p.row(f, row(i), i)))
	}
	s := p.newSecond(first)
	sure := make([]float32, n)
	for i := range sure {
		r := row(i)
		if kept {
			r = r[:rowLen]
		} else {
			r = p.row(f, r, i)
		}
		sure[i] = logistic(m.two.margin(s.row(r, i)))
	}
	agree(first, sure)
	return sure
}

// agree writes into second what is held of what both passes say: of the first,
// which knows less but stands on nothing that may be wrong, a fourth.
func agree(first, second []float32) {
	for i := range first {
		second[i] = (first[i] + 3*second[i]) / 4
	}
}
