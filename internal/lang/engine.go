package lang

import (
	"sync"
)

// engine holds the models. It does not change once it is made.
type engine struct {
	in    *inventory
	x, u  *sparse // tags
	move  *quad   // transitions
	label *sparse // labels while the tree is drawn
	again *sparse // labels once it stands
	lemma *lemmas
	name  *sparse
	// proper is, for each cluster of the middle level, how many of 100 of its
	// words are proper nouns.
	proper []byte
}

// newEngine reads the models of tags and trees.
func newEngine(tags, trees []byte) (*engine, error) {
	p, err := cutSections(tags, 2)
	if err != nil {
		return nil, err
	}
	e := &engine{x: readSparse(p[0]), u: readSparse(p[1])}
	if p, err := cutSections(tags, 3); err == nil {
		e.lemma = readLemmas(p[2])
	}
	if p, err := cutSections(tags, 4); err == nil {
		e.proper = p[3]
	}
	rel := []string{}
	if len(trees) > 0 {
		if p, err = cutSections(trees, 3); err != nil {
			return nil, err
		}
		e.move, e.label, e.again = readQuad(p[0]), readSparse(p[1]), readSparse(p[2])
		rel = e.label.classes
	}
	e.in = newInventory(e.x.classes, e.u.classes, rel)
	return e, nil
}

var loadEngine = sync.OnceValue(func() *engine {
	tags, trees := data("tags"), data("trees")
	if len(tags) == 0 {
		return nil
	}
	e, err := newEngine(tags, trees)
	if err != nil {
		panic("internal error: embedded models: " + err.Error())
	}
	if b := data("names"); len(b) > 0 {
		e.name = readSparse(b)
	}
	return e
})

// worker is the memory of one analysis at a time.
type worker struct {
	*engine
	ts  []token
	st  state
	f   feats
	out [maxClasses]int32
	nm  namer
	// of a whole document
	all      []token
	class    []uint8
	evidence map[uint32]votes
	small    map[uint32]bool // words that stand in lower case
}

// tag fills the tags of the worker's tokens.
func (w *worker) tag() {
	for i := range w.ts {
		if w.ts[i].forced {
			continue
		}
		w.f.xposFeats(w.ts, i)
		w.x.score(&w.f, &w.out)
		w.ts[i].x = uint8(best(w.out[:len(w.x.classes)])) + 1
	}
	for i := range w.ts {
		w.f.uposFeats(w.ts, i)
		w.u.score(&w.f, &w.out)
		w.ts[i].u = uint8(best(w.out[:len(w.u.classes)])) + 1
	}
}

// parse draws the tree of the worker's tokens into its state.
func (w *worker) parse() {
	w.run(&w.st, w.ts, w.move, w.label)
	for i := range w.ts {
		h := w.st.nodes[i].head
		w.st.nodes[i].label = w.labelOf(&w.st, w.again, h, int32(i))
	}
}

// run parses ts with one model.
func (w *worker) run(s *state, ts []token, move *quad, label *sparse) {
	s.reset(ts, w.in)
	var score [4]int32
	for !s.done() {
		var head, dep int32
		legal := s.legal()
		switch legal {
		case 0:
			head, dep = s.settle()
		case 1 << shift:
			head, dep = s.take(shift)
		case 1 << reduce:
			head, dep = s.take(reduce)
		default:
			s.transitionFeats(&w.f)
			move.score(&w.f, &score)
			t := -1
			for k := range 4 {
				if legal>>k&1 != 0 && (t < 0 || score[k] > score[t]) {
					t = k
				}
			}
			head, dep = s.take(t)
		}
		if dep >= 0 {
			s.attach(head, dep, w.labelOf(s, label, head, dep), w.in)
		}
	}
}

func (w *worker) labelOf(s *state, m *sparse, head, dep int32) uint8 {
	if int(head) == len(w.ts) {
		return w.in.root
	}
	s.labelFeats(&w.f, head, dep)
	m.score(&w.f, &w.out)
	k := best(w.out[:len(m.classes)])
	if uint8(k+1) == w.in.root { // only the root's
		w.out[k] = -1 << 31
		k = best(w.out[:len(m.classes)])
	}
	return uint8(k) + 1
}

// readLooks reads the looks of words of text into ts.
func readLooks(ts []token, text string, words []Word) {
	first := true
	for i, w := range words {
		ts[i] = token{}
		form := text[w.Start:w.End]
		ts[i].read(form, first)
		if first && ts[i].wordy() {
			first = false
		}
	}
}
