package mention

import (
	_ "embed"
	"encoding/binary"
	"math"
	"strings"
	"sync"

	"github.com/stemma-news/stemma/internal/lang"
)

// How likely a word is to mention an event is weighed by a logistic regression
// over signs, which are hashed to numbers, and over the vector of its lemma. The
// weights are learned by internal/event/train -mentions, from texts in which
// readers marked every mention.
//
//go:embed weights.bin
var weightsFile []byte

// Weights are those of each sign, in steps of Step, and of the vectors by part
// of speech.
type Weights struct {
	Step   float32
	Vector [parts][lang.Dims]float32
	Sign   [Signs]int8
}

// Signs is how many numbers signs are hashed to.
const Signs = 1 << signBits

const signBits = 17

var weights = sync.OnceValue(func() *Weights {
	b, err := lang.Unpack(weightsFile)
	w := &Weights{}
	if err == nil {
		_, err = binary.Decode(b, binary.LittleEndian, w)
	}
	if err != nil {
		panic("internal error: weights of event mentions: " + err.Error())
	}
	return w
})

// Pack writes weights as they are embedded.
func (w *Weights) Pack() ([]byte, error) {
	b, err := binary.Append(nil, binary.LittleEndian, w)
	if err != nil {
		return nil, err
	}
	return lang.Pack(b)
}

// Chance is how likely the word is to mention an event, 0 to 1.
func (w *Weights) Chance(c *Candidate) float64 {
	n := int32(0)
	for _, s := range c.Signs {
		n += int32(w.Sign[s])
	}
	z := float32(n) * w.Step
	if c.Vector != nil {
		v := &w.Vector[c.Part]
		for i, x := range c.Vector {
			z += v[i] * float32(x)
		}
	}
	return 1 / (1 + math.Exp(-float64(z)))
}

// Parts of speech, each weighed by vectors of its own.
const (
	verb = iota
	noun
	other
	parts
)

// Candidate is a word that may mention an event, with what it is weighed by,
// good until the next word is asked for.
type Candidate struct {
	Part   int
	Signs  []uint32
	Vector []int8 // of its lemma, nil where it has none
}

// kin are words that stand under one word in the tree, -1 for none.
type kin [relations]int16

const (
	subject = iota
	object
	det
	owner
	preposition
	auxiliary
	copula
	marker
	negation
	number
	modifier // "the visit of the envoy", and the words of its preposition
	compound
	particle
	clause
	adjective
	oblique
	relations
)

var relation = map[string]int{
	"nsubj": subject, "nsubj:pass": subject, "csubj": subject, "obj": object, "det": det, "nmod:poss": owner, "case": preposition, "aux": auxiliary, "aux:pass": auxiliary,
	"cop": copula, "mark": marker, "nummod": number, "nmod": modifier, "compound": compound, "compound:prt": particle, "xcomp": clause, "ccomp": clause, "amod": adjective, "obl": oblique,
}

// Reader reads sentences word by word.
type Reader struct {
	text string
	s    *lang.Sentence
	kin  []kin
	look []look
	c    Candidate
}

// look is a word in numbers.
type look struct{ lemma, upos, xpos, rel, low uint32 }

// Read takes a sentence of a text.
func (r *Reader) Read(text string, s *lang.Sentence) {
	r.text, r.s = text, s
	r.kin, r.look = r.kin[:0], r.look[:0]
	none := kin{}
	for i := range none {
		none[i] = -1
	}
	for i := range s.Words {
		w := &s.Words[i]
		r.kin = append(r.kin, none)
		r.look = append(r.look, look{hash(w.Lemma), hash(w.UPOS), hash(w.XPOS), hash(w.Rel), hash(text[w.Start:w.End])})
	}
	for i := range s.Words {
		w := &s.Words[i]
		if w.Head < 0 || w.Head >= len(s.Words) {
			continue
		}
		k, ok := relation[w.Rel]
		if w.Rel == "advmod" && (w.Lemma == "not" || w.Lemma == "never") {
			k, ok = negation, true
		}
		if at := &r.kin[w.Head]; ok && at[k] < 0 {
			at[k] = int16(i)
		}
	}
}

// hash is a number of a word in lower case.
func hash(s string) uint32 {
	h := uint32(2166136261) // FNV-1a
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// end is the number of the last n bytes of a word.
func end(s string, n int) uint32 { return hash(s[max(0, len(s)-n):]) }

// at is the look of word i, all 0 outside of the sentence.
func (r *Reader) at(i int) (l look) {
	if i >= 0 && i < len(r.look) {
		l = r.look[i]
	}
	return l
}

func (r *Reader) sign(template byte, a, b, c uint32) {
	h := (uint64(template) ^ uint64(a)<<8) * 0x9E3779B97F4A7C15
	h = (h ^ h>>29 ^ uint64(b)) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>32 ^ uint64(c)) * 0x9E3779B97F4A7C15
	r.c.Signs = append(r.c.Signs, uint32(h>>(64-signBits)))
}

// Candidate returns what word i is weighed by, nil for a word that mentions no
// event whatever stands about it.
func (r *Reader) Candidate(i int) *Candidate {
	w, k, me := &r.s.Words[i], &r.kin[i], &r.look[i]
	r.c = Candidate{Signs: r.c.Signs[:0]}
	switch w.UPOS {
	case "VERB":
		r.c.Part = verb
	case "NOUN":
		r.c.Part = noun
	case "ADJ", "AUX", "PROPN":
		if w.Rel == "aux" || w.Rel == "aux:pass" {
			return nil
		}
		r.c.Part = other
	default:
		return nil
	}
	r.c.Vector, _ = lang.Vector(strings.ToLower(w.Lemma))
	part, lemma, head := me.upos, me.lemma, r.at(w.Head)
	word := r.text[w.Start:w.End]
	r.sign(0, part, 0, 0)
	r.sign(1, part, lemma, 0)
	r.sign(2, me.xpos, me.rel, 0)
	r.sign(3, me.xpos, lemma, 0)
	r.sign(4, part, end(w.Lemma, 3), 0)
	r.sign(5, part, end(w.Lemma, 4), 0)
	r.sign(6, part, end(word, 3), 0)
	r.sign(7, part, me.rel, head.upos)
	r.sign(8, part, me.rel, head.lemma)
	r.sign(9, lemma, me.rel, head.lemma)
	r.sign(10, part, r.at(i-1).upos, r.at(i+1).upos)
	r.sign(11, part, r.at(i-1).lemma, 0)
	r.sign(12, part, r.at(i+1).lemma, 0)
	r.sign(13, lemma, me.rel, 0)
	for n, j := range k {
		under := r.at(int(j))
		t := byte(20 + 4*n)
		switch n {
		case subject, owner, number, modifier, clause, oblique:
			r.sign(t, part, under.upos, 0)
			if j >= 0 {
				r.sign(t+1, lemma, 0, 0)
			}
		default:
			r.sign(t, part, under.lemma, 0)
			if j >= 0 {
				r.sign(t+1, lemma, under.lemma, 0)
			}
		}
		if (n == modifier || n == oblique) && j >= 0 {
			r.sign(t+2, part, r.at(int(r.kin[j][preposition])).lemma, 0)
		}
	}
	return &r.c
}
