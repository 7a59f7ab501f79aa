package lang

import (
	"fmt"
	"math"
	"unsafe"
)

// quick is a net in use. It is of integers: a row takes half the memory, and
// sums are the same in any order, so that parts of them can be kept.
type quick struct {
	*net          // vectors of words
	place []int16 // for each place, block of the hidden layer and two dimensions, pairs
	row   []int16
	bias  []int16
	out   []int16
	unit  float32 // of an output
	outs4 int     // outputs, in whole fours
}

const (
	hiddenUnit = 1 << 10 // of the hidden layer, in one
	vecUnit    = 1 << 11
	placeUnit  = 1 << 12
	placeShift = 13 // from the product of the two units to the first
	block      = 32
)

func round16(v float64) int16 {
	return int16(min(max(math.RoundToEven(v), math.MinInt16), math.MaxInt16))
}

// quicken makes a net ready for use; nil gives nil. The net keeps what makes
// the vectors of words.
func quicken(n *net) *quick {
	if n == nil {
		return nil
	}
	q := &quick{outs4: (n.outs + 3) &^ 3}
	scaled := func(w []float32, by float64) []int16 {
		out := make([]int16, len(w))
		for i, v := range w {
			out[i] = round16(float64(v) * by)
		}
		return out
	}
	q.row, q.bias = scaled(n.row, hiddenUnit), scaled(n.bias, hiddenUnit)
	q.place = make([]int16, len(n.place))
	for i, v := range n.place {
		p, d, j := i/(Dims*n.hidden), i/n.hidden%Dims, i%n.hidden
		q.place[((p*n.hidden/block+j/block)*Dims/2+d/2)*2*block+j%block*2+d%2] = round16(float64(v) * placeUnit)
	}
	// The outputs are as fine as they can be with no sum over 32 bits.
	top, most := 1e-9, 1e-9
	for k := range n.outs {
		sum := 0.0
		for _, v := range n.out[k*n.hidden:][:n.hidden] {
			sum += math.Abs(float64(v))
			top = max(top, math.Abs(float64(v)))
		}
		most = max(most, sum)
	}
	bits := math.Floor(math.Log2(min((1<<31-1)/(most*math.MaxInt16)*0.99, math.MaxInt16/top)))
	q.unit = float32(math.Exp2(-bits) / hiddenUnit)
	q.out = append(scaled(n.out, math.Exp2(bits)), make([]int16, (q.outs4-n.outs)*n.hidden)...)
	q.net = &net{hidden: n.hidden, outs: n.outs, places: n.places, outBias: n.outBias, word: n.word, ending: n.ending, shape: n.shape, keys: n.keys}
	return q
}

// seen is a word as a net in use sees it.
type seen struct {
	vec  [Dims]int16
	sum  []int16 // places * hidden: its row in each place
	have uint32  // the places whose row is computed, as bits
}

// maxSeen bounds the words a net holds between sentences.
const maxSeen = 2048

// netUse is the memory of a net in use: the words met, and those of the
// sentence in hand.
type netUse struct {
	list []seen
	at   map[uint64]int32
	of   []int32 // by number in the sentence, 1-based; 0 for one not yet looked at
	k    kind
	// what is looked at: for each place the number of a word, -1 for none, and
	// rows
	words []int32
	rows  []int32
	terms []*int16
	h     []int16
	score []int32
	// sums of moveGroups for the words of the sentence, and whether they are
	// computed
	parts  []int16
	have   []bool
	inPart []*int16
}

// ready readies u for a sentence of n words.
func (u *netUse) ready(n int) {
	if len(u.list)+n > maxSeen || u.at == nil {
		if u.at == nil {
			u.at = map[uint64]int32{}
		}
		u.list = u.list[:0]
		clear(u.at)
	}
	u.of = grow(u.of, n)
	clear(u.of)
}

// readyMove readies u for a sentence of n words, and for groups.
func (u *netUse) readyMove(q *quick, n int) {
	u.ready(n)
	n++ // the root
	u.parts, u.have = grow(u.parts, n*moveGroups*q.hidden), grow(u.have, n*moveGroups)
	clear(u.have)
}

// wordAt returns the row of word i of the sentence in place p.
func (u *netUse) wordAt(q *quick, ts []token, i int32, p int) *int16 {
	if u.of[i] == 0 {
		u.of[i] = u.meet(q, &ts[i].look) + 1
	}
	s := &u.list[u.of[i]-1]
	if s.have>>p&1 == 0 {
		s.have |= 1 << p
		pairs(s.sum[p*q.hidden:][:q.hidden], q.place[p*Dims*q.hidden:][:Dims*q.hidden], &s.vec)
	}
	return &s.sum[p*q.hidden]
}

// meet returns the number of a word among those met.
func (u *netUse) meet(q *quick, t *look) int32 {
	key := t.kindKey()
	if i, ok := u.at[key]; ok {
		return i
	}
	i := len(u.list)
	u.at[key] = int32(i)
	if cap(u.list) > i {
		u.list = u.list[:i+1]
	} else {
		u.list = append(u.list, seen{})
	}
	s := &u.list[i]
	if len(s.sum) != q.places*q.hidden {
		s.sum = make([]int16, q.places*q.hidden)
	}
	s.have = 0
	q.read(&u.k, t)
	q.fill(&u.k)
	for d, v := range u.k.vec {
		s.vec[d] = round16(float64(v) * vecUnit)
	}
	return int32(i)
}

// rowAt returns a row of a feature.
func (q *quick) rowAt(r int32) *int16 {
	return (*int16)(unsafe.Add(unsafe.Pointer(&q.row[0]), int(r)*q.hidden*2))
}

// look computes the hidden layer of what u.words and u.rows say.
func (u *netUse) look(q *quick, ts []token) {
	u.terms = u.terms[:0]
	for p, i := range u.words {
		if i >= 0 {
			u.terms = append(u.terms, u.wordAt(q, ts, i, p))
		}
	}
	for _, r := range u.rows {
		u.terms = append(u.terms, q.rowAt(r))
	}
	u.sum(q)
}

// sum adds up the terms to the hidden layer, and computes the outputs.
func (u *netUse) sum(q *quick) {
	u.h = grow(u.h, q.hidden)
	u.score = grow(u.score, q.outs4)
	sums(u.h, q.bias, u.terms, 0)
	dots(u.score, q.out, u.h)
}

// output returns the k-th output of the last look.
func (u *netUse) output(q *quick, k int) float32 {
	return float32(float32(u.score[k])*q.unit) + q.outBias[k]
}

// readQuick reads a net for use.
func readQuick(b []byte) (*quick, error) {
	n, err := readNet(b)
	if err == nil && n != nil && n.hidden%block != 0 {
		err = fmt.Errorf("read net: a hidden layer of %d, not of whole %ds", n.hidden, block)
	}
	if err != nil {
		return nil, err
	}
	return quicken(n), nil
}
