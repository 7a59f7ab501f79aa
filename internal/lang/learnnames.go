package lang

import (
	"bufio"
	"io"
	"math/rand/v2"
	"strings"

	"github.com/stemma-news/stemma"
)

// NameText is a document with its names marked, to learn or to score.
type NameText struct {
	Sentences []Tree // words and names only
	Weight    int    // how many times it counts in an epoch
	// Source is the set it is from. Sets differ in what they call a name, so
	// what is learnt is a part that all share and a part of each set; the
	// model is the shared part with that of source 0.
	Source int
}

// ReadNames reads sentences of one word and one IOB2 tag a line.
func ReadNames(r io.Reader) ([]Tree, error) {
	var out []Tree
	var t Tree
	var b strings.Builder
	flush := func() {
		if len(t.Words) > 0 {
			t.Text = b.String()
			t.End = len(t.Text)
			out = append(out, t)
		}
		t = Tree{}
		b.Reset()
	}
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		form, tag, ok := strings.Cut(sc.Text(), "\t")
		if !ok {
			flush()
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		at, i := b.Len(), len(t.Words)
		b.WriteString(form)
		t.Words = append(t.Words, Word{Span: stemma.Span{Start: at, End: b.Len()}, Head: -1})
		part, kind := isKind(tag)
		if kind < 0 {
			continue
		}
		name := kindNames[nameKinds[kind]]
		if n := len(t.Names); part == 'I' && n > 0 && t.Names[n-1].To == i && t.Names[n-1].Kind == name {
			t.Names[n-1].To++
		} else {
			t.Names = append(t.Names, Name{From: i, To: i + 1, Kind: name})
		}
	}
	flush()
	return out, sc.Err()
}

// nameLesson is a document to learn names from.
type nameLesson struct {
	ts     [][]token
	class  [][]uint8
	votes  map[uint32]votes // as a model that has not seen it gives them
	weight int
	source int
}

func nameLessons(texts []NameText, e *engine) []nameLesson {
	w := worker{engine: e}
	var out []nameLesson
	for _, text := range texts {
		l := nameLesson{weight: text.Weight, source: text.Source}
		for i := range text.Sentences {
			t := &text.Sentences[i]
			ts := make([]token, len(t.Words))
			readLooks(ts, t.Text, t.Words)
			w.ts = ts
			w.tag()
			l.ts = append(l.ts, ts)
			l.class = append(l.class, classesOf(t))
		}
		out = append(out, l)
	}
	return out
}

// classesOf returns the right classes of the words of t.
func classesOf(t *Tree) []uint8 {
	class := make([]uint8, len(t.Words))
	for _, n := range t.Names {
		// "Mr Jones" is a title and a name
		for n.Kind == Person && n.To-n.From > 1 && isTitleWord(t.Form(n.From)) {
			n.From++
		}
		for k, name := range nameKinds {
			if kindNames[name] == n.Kind {
				mark(class, n.From, n.To, k)
			}
		}
	}
	return class
}

// mark writes the classes of a name.
func mark(class []uint8, from, to, kind int) {
	for i := from; i < to; i++ {
		part := inside
		switch {
		case to-from == 1:
			part = unit
		case i == from:
			part = begin
		case i == to-1:
			part = last
		}
		class[i] = uint8(1 + 4*kind + part)
	}
}

// nameLearner is a linear model in parts: what all sources share, and what
// each has of its own (the feature augmentation of Daumé 2007). Parts are
// added, so that a model of one source costs no more than one of all.
type nameLearner struct {
	all *sparseLearner
	of  []*sparseLearner
	own [maxClasses]float32
}

// parts are those that make the model of a source.
func (l *nameLearner) parts(source int) []*sparseLearner {
	return []*sparseLearner{l.all, l.of[source]}
}

func sources(ls []nameLesson) int {
	n := 0
	for i := range ls {
		n = max(n, ls[i].source+1)
	}
	return n
}

// learnNames learns from the lessons that pick takes; with says whether
// evidence is used (in half of the rounds).
func learnNames(ls []nameLesson, in *inventory, pick func(int) bool, with bool, epochs int, seed uint64) *nameLearner {
	l := &nameLearner{all: newSparseLearner(22, len(nameClasses()))}
	for range sources(ls) {
		l.of = append(l.of, newSparseLearner(22, len(nameClasses())))
	}
	rng := rand.New(rand.NewPCG(seed, 17))
	var rounds []int
	for i, lesson := range ls {
		for range lesson.weight {
			rounds = append(rounds, i)
		}
	}
	var n namer
	var f feats
	var out [maxClasses]float32
	var masked []token
	for range epochs {
		for _, r := range order(rng, len(rounds)) {
			doc := rounds[r]
			if !pick(doc) {
				continue
			}
			var ev map[uint32]votes
			if with && rng.IntN(3) > 0 {
				ev = ls[doc].votes
			}
			for s, ts := range ls[doc].ts {
				masked = append(masked[:0], ts...)
				mask(masked, ls[doc].class[s], rng)
				n.reset(masked, ev)
				l.sentence(&n, &f, &out, ls[doc].class[s], in, ls[doc].source)
			}
		}
	}
	for _, of := range l.of {
		of.t = l.all.t
	}
	return l
}

// mask makes some words of names unknown ones, so that what stands around a
// name is learnt and not only what is named: most names of news are new.
func mask(ts []token, class []uint8, rng *rand.Rand) {
	for i := range ts {
		if class[i] == 0 || !ts[i].caps || rng.IntN(20) >= 3 {
			continue
		}
		t := &ts[i]
		t.form, t.low = rng.Uint32(), rng.Uint32()
		t.clu, t.key = 0, 0
		t.pre3, t.suf4, t.suf3 = 0, 0, 0
	}
}

func (l *nameLearner) sentence(n *namer, f *feats, out *[maxClasses]float32, want []uint8, in *inventory, source int) {
	prev := uint8(0)
	of := l.of[source]
	for i := range n.ts {
		// a missed lower-case name is left out: it would be missed again
		if !n.mayBe(i, in.nnp, in.nnps) {
			prev = 0
			continue
		}
		n.feats(f, i)
		l.all.score(f.h, out)
		of.score(f.h, &l.own)
		for c := range l.all.n {
			out[c] += l.own[c]
		}
		top, good := -1, -1
		for c := range l.all.n {
			if !follows(prev, uint8(c), i+1 < len(n.ts)) {
				continue
			}
			if top < 0 || out[c] > out[top] {
				top = c
			}
		}
		good = int(want[i])
		if !follows(prev, uint8(good), i+1 < len(n.ts)) {
			good = -1 // the way to the right class is lost: go on
		}
		l.all.t++
		if good >= 0 && good != top {
			of.t = l.all.t
			l.all.update(f.h, good, top)
			of.update(f.h, good, top)
		}
		prev = uint8(top)
		n.class[i] = prev
	}
}

// foldBias is the bias of the models that mark the texts learnt from: linear
// ones, which have no nets beside them and pass over more.
const foldBias = 2

// LearnNames learns the names model from texts, with the tagger of tags.
func LearnNames(texts []NameText, tags []byte, c Course) ([]byte, error) {
	e, err := newEngine(tags, nil, nil)
	if err != nil {
		return nil, err
	}
	ls := nameLessons(texts, e)
	const folds = 3
	for k := range folds {
		l := learnNames(ls, e.in, func(n int) bool { return n%folds != k }, false, max(c.Names/2, 1), c.Seed)
		for s := range l.of {
			fold := *e
			fold.nameMix, fold.nameBias = linearUnit, foldBias
			fold.name = readSparse(writeSparse(l.parts(s), nameClasses(), 2_000_000))
			w := worker{engine: &fold}
			for n := range ls {
				if n%folds == k && ls[n].source == s {
					w.vote(&ls[n])
				}
			}
		}
	}
	c.Log("names of the training text predicted")
	return nameModel(ls, e.in, c), nil
}

// nameModel learns and packs the linear model and the nets.
func nameModel(ls []nameLesson, in *inventory, c Course) []byte {
	var runs []*sparseLearner
	for i := range max(c.Seeds, 1) {
		l := learnNames(ls, in, func(int) bool { return true }, true, c.Names, c.Seed+uint64(i))
		runs = append(runs, l.parts(0)...)
	}
	parts := [][]byte{writeSparse(runs, nameClasses(), c.NamePairs)}
	for i := range nameNets {
		parts = append(parts, learnNameNet(ls, in, c, c.Seed+uint64(i)).write())
	}
	return sections(parts...)
}

// vote fills the lesson's votes with what the worker's model makes of each
// sentence alone.
func (w *worker) vote(l *nameLesson) {
	l.votes = map[uint32]votes{}
	for _, ts := range l.ts {
		w.names(ts, nil)
		gather(l.votes, ts, w.nm.class)
	}
}
