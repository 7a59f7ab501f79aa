package lang

import (
	"encoding/binary"
	"math"
	"math/bits"
	"sync"
)

// engine holds the models. It does not change once it is made.
type engine struct {
	in     *inventory
	x, u   *sparse // tags
	move   *quad   // transitions
	label  *sparse // labels while the tree is drawn
	again  *sparse // labels once it stands
	tagNet *quick
	tagMix float32
	only   [maxClasses]uint8 // by XPOS: the UPOS it always has, 0 for one of several
	// allowed are the tags that well-known words have: sets of classes
	allowed map[uint32]uint64
	// nets that are added to move and again, and the weight of the linear models
	// beside them
	moveNet, arcNet *quick
	boundNet        *quick // of sentences' boundaries
	moveMix, arcMix float32
	branching       int // doubts gone after in each sentence
	lemma           *lemmas
	name            *sparse
	nameNets        []*quick
	nameMix         float32
	nameBias        float32
	// proper is, for each cluster of the middle level, how many of 100 of its
	// words are proper nouns.
	proper []byte
}

// newEngine reads the models of tags and trees; trees and nets may be empty.
func newEngine(tags, trees, nets []byte) (*engine, error) {
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
	e.tagMix = 4 * linearUnit
	if p, err := cutSections(tags, 7); err == nil {
		if e.tagNet, err = readQuick(p[4]); err != nil {
			return nil, err
		}
		if e.tagNet != nil {
			e.tagNet.rare = true
		}
		copy(e.only[:], p[5])
		e.allowed = make(map[uint32]uint64, len(p[6])/12)
		for b := p[6]; len(b) >= 12; b = b[12:] {
			e.allowed[binary.LittleEndian.Uint32(b)] = binary.LittleEndian.Uint64(b[4:])
		}
	}
	rel := []string{}
	if len(trees) > 0 {
		if p, err = cutSections(trees, 3); err != nil {
			return nil, err
		}
		e.move, e.label, e.again = readQuad(p[0]), readSparse(p[1]), readSparse(p[2])
		rel = e.label.classes
	}
	if len(nets) > 0 {
		if err := e.readNets(nets); err != nil {
			return nil, err
		}
	}
	e.in = newInventory(e.x.classes, e.u.classes, rel)
	return e, nil
}

// The linear models' scores are in units of their own; this brings them near
// the nets'.
const linearUnit = 1e-4

func (e *engine) readNets(b []byte) error {
	p, err := cutSections(b, 2)
	if err != nil {
		return err
	}
	if e.moveNet, err = readQuick(p[0]); err != nil {
		return err
	}
	if e.arcNet, err = readQuick(p[1]); err != nil {
		return err
	}
	m := b[len(b)-8:]
	e.moveMix = linearUnit * math.Float32frombits(binary.LittleEndian.Uint32(m))
	e.arcMix = linearUnit * math.Float32frombits(binary.LittleEndian.Uint32(m[4:]))
	e.branching = branching
	return nil
}

// readBounds reads the net of boundaries, whose vectors of words are those of
// the net of tags.
func (e *engine) readBounds(b []byte) error {
	n, err := readQuick(b)
	if err != nil || n == nil || e.tagNet == nil {
		return err
	}
	n.keys, n.word, n.ending, n.shape = e.tagNet.keys, e.tagNet.word, e.tagNet.ending, e.tagNet.shape
	n.rare, e.boundNet = true, n
	return nil
}

// readNames reads the models of names: a linear one, and nets that are added to
// it.
func (e *engine) readNames(b []byte) error {
	p, err := cutSections(b, 1)
	if err != nil {
		return err
	}
	e.name, e.nameMix, e.nameBias, e.nameNets = readSparse(p[0]), linearUnit, nameBias, nil
	for b = b[4+len(p[0]):]; len(b) > 0; b = b[4+len(p[0]):] {
		if p, err = cutSections(b, 1); err != nil {
			return err
		}
		n, err := readQuick(p[0])
		if err != nil {
			return err
		}
		if n != nil {
			n.rare = true
			e.nameNets = append(e.nameNets, n)
		}
	}
	return nil
}

// mixes packs the weights of the linear models beside the nets.
func mixes(move, arc float32) []byte {
	b := binary.LittleEndian.AppendUint32(nil, math.Float32bits(move))
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(arc))
}

var loadEngine = sync.OnceValue(func() *engine {
	tags, trees := data("tags"), data("trees")
	if len(tags) == 0 {
		return nil
	}
	e, err := newEngine(tags, trees, data("nets"))
	if err != nil {
		panic("internal error: embedded models: " + err.Error())
	}
	if b := data("bounds"); len(b) > 0 {
		if err := e.readBounds(b); err != nil {
			panic("internal error: embedded models: " + err.Error())
		}
	}
	if b := data("names"); len(b) > 0 {
		if err := e.readNames(b); err != nil {
			panic("internal error: embedded models: " + err.Error())
		}
	}
	return e
})

// worker is the memory of one analysis at a time.
type worker struct {
	*engine
	ts   []token
	st   state
	f    feats
	out  [maxClasses]int32
	nm   namer
	tu   netUse   // of tagNet
	mu   netUse   // of moveNet
	au   netUse   // of arcNet
	nu   []netUse // of nameNets
	br   branches
	seen seen
	// of the text's sentences
	bounds   bounder
	boundUse netUse
	// of a whole document
	all      []token
	class    []uint8
	labelled []metLabels   // what is known of its words
	known    [][]metLabels // of its sentences that were met, nil for the others
	words    []byte        // memory for a key
	evidence map[uint32]votes
	small    map[uint32]bool // words that stand in lower case
}

// tag fills the tags of the worker's tokens.
func (w *worker) tag() {
	w.tu.ready(len(w.ts))
	for i := range w.ts {
		if !w.ts[i].forced {
			w.ts[i].x = w.xpos(i)
		}
	}
	for i := range w.ts {
		if u := w.only[w.ts[i].x]; u > 0 {
			w.ts[i].u = u
			continue
		}
		w.f.uposFeats(w.ts, i)
		w.u.score(&w.f, &w.out)
		w.ts[i].u = uint8(best(w.out[:len(w.u.classes)])) + 1
	}
}

// sureMargin is by how much a net's best answer must lead for the linear model
// beside it not to be asked.
const sureMargin = 2.5

// xpos returns the tag of word i, 1-based. A well-known word has none but those
// it was seen with.
func (w *worker) xpos(i int) uint8 {
	var sum [maxClasses]float32
	set, known := w.allowed[w.ts[i].low]
	switch {
	case !known:
		set = 1<<len(w.x.classes) - 1
	case set&(set-1) == 0:
		return uint8(bits.TrailingZeros64(set)) + 1
	}
	if w.tagNet != nil {
		u := &w.tu
		u.words = grow(u.words, tagPlaces)
		u.rows = tagInput(w.ts, (*[tagPlaces]int32)(u.words), u.rows, i)
		u.look(w.tagNet, w.ts)
		top, second := -1, float32(-1e30)
		for s := set; s != 0; s &= s - 1 {
			k := bits.TrailingZeros64(s)
			sum[k] = u.output(w.tagNet, k)
			if top < 0 || sum[k] > sum[top] {
				if top >= 0 {
					second = sum[top]
				}
				top = k
			} else if sum[k] > second {
				second = sum[k]
			}
		}
		if sum[top]-second > sureMargin {
			return uint8(top) + 1
		}
	}
	w.f.xposFeats(w.ts, i)
	w.x.score(&w.f, &w.out)
	top := -1
	for s := set; s != 0; s &= s - 1 {
		k := bits.TrailingZeros64(s)
		sum[k] += float32(float32(w.out[k]) * w.tagMix)
		if top < 0 || sum[k] > sum[top] {
			top = k
		}
	}
	return uint8(top) + 1
}

// lead returns the class of the greatest score, and by how much it leads.
func lead(score []float32) (top int, by float32) {
	first, second := score[0], float32(-1e30)
	for k, v := range score[1:] {
		if v > first {
			top, first, second = k+1, v, first
		} else if v > second {
			second = v
		}
	}
	return top, first - second
}

// readLooks reads the looks of words of text into ts.
func readLooks(ts []token, text string, words []Word) {
	for i, w := range words {
		ts[i] = token{}
		ts[i].read(text[w.Start:w.End])
	}
	markInitial(ts)
}

// markInitial marks the words of a sentence that are its first: marks, and what has
// letters or digits.
func markInitial(ts []token) {
	for i := range ts {
		ts[i].initial = true
		if ts[i].wordy() {
			return
		}
	}
}
