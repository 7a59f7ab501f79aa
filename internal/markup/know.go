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

// judge is how likely each block is of the body.
func (p *page) judge() []float32 {
	m := model()
	rows := p.rows(m)
	return m.two.sure(p.again(rows, m.one.sure(rows)))
}
