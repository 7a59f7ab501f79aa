package lang

import (
	"math/rand/v2"
	"strings"

	"github.com/stemma-news/stemma"
)

// How the net of boundaries is learnt.
const (
	boundHidden = 32
	boundEpochs = 5
	boundDrop   = 0.25
	boundBatch  = 256 // gaps
)

// rawText is a document of a treebank as it was written, and where its
// sentences begin.
type rawText struct {
	text   string
	starts map[int]bool
}

// rawTexts joins the sentences of documents, a blank line before a paragraph.
func rawTexts(trees []Tree) []rawText {
	var out []rawText
	var b strings.Builder
	starts := map[int]bool{}
	space := false
	for i := range trees {
		t := &trees[i]
		switch {
		case i > 0 && t.Starts == 2:
			out = append(out, rawText{b.String(), starts})
			b.Reset()
			starts = map[int]bool{}
		case t.Starts > 0 && b.Len() > 0:
			b.WriteString("\n\n")
		case space:
			b.WriteByte(' ')
		}
		starts[b.Len()] = true
		b.WriteString(t.Text)
		space = t.Space
	}
	return append(out, rawText{b.String(), starts})
}

// boundText is a text to learn boundaries from: want says of each word whether
// a sentence begins with it.
type boundText struct {
	bounder
	want []bool
}

func boundTexts(trees []Tree) (out []boundText, gaps int) {
	for _, r := range rawTexts(trees) {
		var x boundText
		x.read(r.text, []stemma.Span{{End: len(r.text)}})
		for i, w := range x.spans {
			starts := i == 0
			for at := w.Start; i > 0 && at > x.spans[i-1].Start; at-- {
				starts = starts || r.starts[at]
			}
			x.want = append(x.want, starts)
		}
		gaps += len(x.spans) - len(x.paras)
		out = append(out, x)
	}
	return out, gaps
}

// LearnBounds learns the net of boundaries. The vectors of words are those of
// the net of tags, from the model tags.
func LearnBounds(trees []Tree, tags []byte, c Course) ([]byte, error) {
	p, err := cutSections(tags, 5)
	if err != nil {
		return nil, err
	}
	base, err := readNet(p[4])
	if err != nil {
		return nil, err
	}
	l := &boundLearner{netLearner: newNetLearner(boundHidden, 2, boundPlaces, boundTotal, c.Seed)}
	l.keys, l.word, l.ending, l.shape = base.keys, base.word, base.ending, base.shape
	l.drop, l.fixed, l.rare = boundDrop, true, true
	l.in.words = make([]int32, boundPlaces)
	texts, gaps := boundTexts(trees)
	l.steps = boundEpochs * gaps / boundBatch
	rng := rand.New(rand.NewPCG(c.Seed, 37))
	for ep := range boundEpochs {
		l.average = ep > 0
		l.missed, l.wrong = 0, 0
		for _, k := range order(rng, len(texts)) {
			l.learn(&texts[k])
		}
		c.Log("net of boundaries, epoch %d: of %d gaps %d boundaries missed, %d wrong", ep, gaps, l.missed, l.wrong)
	}
	l.keep(0.04)
	l.swap()
	n := l.net
	n.keys, n.word, n.ending, n.shape = nil, nil, nil, nil
	return n.write(), nil
}

type boundLearner struct {
	*netLearner
	in                 netInput
	looks, done, steps int
	average            bool
	missed, wrong      int
}

// learn goes through a text, with sentences as the net cuts them.
func (l *boundLearner) learn(x *boundText) {
	var out, g [2]float32
	from := 0
	for _, to := range x.paras {
		x.enter(from, int(to))
		for i := from + 1; i < int(to); i++ {
			l.in.rows = x.input((*[boundPlaces]int32)(l.in.words), l.in.rows, i)
			for p, k := range l.in.words {
				if k >= 0 {
					l.in.words[p] = l.kindOf(&x.ts[k].look)
				}
			}
			l.forward(&l.in, out[:])
			cut := out[1] > out[0]
			softmax(out[:], g[:])
			g[b2u(x.want[i])]--
			l.backward(&l.in, g[:])
			l.missed += int(b2u(!cut && x.want[i]))
			l.wrong += int(b2u(cut && !x.want[i]))
			if cut {
				x.begin(i)
			} else {
				x.pass(i)
			}
			l.looked()
		}
		from = int(to)
	}
}

// looked counts a look, and ends the batch that it fills.
func (l *boundLearner) looked() {
	if l.looks++; l.looks < boundBatch {
		return
	}
	l.step(rateAt(l.done, l.steps), 1.0/boundBatch)
	l.looks = 0
	if l.done++; l.average && l.done%20 == 0 {
		l.keep(0.04)
	}
}
