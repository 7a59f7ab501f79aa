package lang

import (
	"fmt"
	"math"
	"slices"
)

// quick is a net in use. It is of integers: a row takes half the memory, and
// sums are the same in any order, so that parts of them can be kept.
type quick struct {
	hidden, outs, places int
	rare                 bool    // vectors of rare words are looked at too
	place                []int16 // for each place, block of the hidden layer and two dimensions, pairs
	row                  []int16
	bias                 []int16
	out                  []int16 // in whole fours of outputs
	outBias              []float32
	unit                 float32 // of an output
	keys                 []uint32
	word, ending, shape  packed
}

const (
	hiddenUnit = 1 << 10 // of the hidden layer, in one
	vecUnit    = 1 << 11
	placeUnit  = 1 << 12
	placeShift = 13 // from the product of the two units to the first
	block      = 32
)

// round16 rounds to even, as the addition of a number does that leaves no place
// behind the point.
func round16(v float64) int16 {
	const big = 3 << 51
	v = min(max(v, math.MinInt16), math.MaxInt16)
	return int16(math.Float64bits(float64(v + big)))
}

// readQuick reads a net for use; of nothing there is none.
func readQuick(b []byte) (*quick, error) {
	if len(b) == 0 {
		return nil, nil
	}
	n, t, err := readPacked(b)
	if err != nil {
		return nil, err
	}
	if n.hidden%block != 0 {
		return nil, fmt.Errorf("read net: a hidden layer of %d, not of whole %ds", n.hidden, block)
	}
	q := &quick{hidden: n.hidden, outs: n.outs, places: n.places, keys: n.keys, word: t[5], ending: t[6], shape: t[7]}
	q.row, q.bias = t[1].scaled(hiddenUnit), t[2].scaled(hiddenUnit)
	q.place = t[0].paired(n.hidden)
	for _, v := range t[4].bytes {
		q.outBias = append(q.outBias, t[4].value[v])
	}
	// The outputs are as fine as they can be with no sum over 32 bits.
	top, most := 1e-9, 1e-9
	for k := range n.outs {
		sum := 0.0
		for _, v := range t[3].bytes[k*n.hidden:][:n.hidden] {
			w := math.Abs(float64(t[3].value[v]))
			sum += w
			top = max(top, w)
		}
		most = max(most, sum)
	}
	bits := math.Floor(math.Log2(min((1<<31-1)/(most*math.MaxInt16)*0.99, math.MaxInt16/top)))
	q.unit = float32(math.Exp2(-bits) / hiddenUnit)
	fours := (n.outs + 3) &^ 3
	q.out = append(t[3].scaled(math.Exp2(bits)), make([]int16, (fours-n.outs)*n.hidden)...)
	return q, nil
}

// integers are what the bytes of p stand for, in units of 1/by.
func (p *packed) integers(by float64) (out [256]int16) {
	for i, v := range p.value {
		out[i] = round16(float64(v) * by)
	}
	return out
}

func (p *packed) scaled(by float64) []int16 {
	value := p.integers(by)
	out := table[int16](len(p.bytes))
	for i, v := range p.bytes {
		out[i] = value[v]
	}
	return out
}

// paired is the matrices of places in the order in which pairs reads them.
func (p *packed) paired(hidden int) []int16 {
	value := p.integers(placeUnit)
	out := table[int16](len(p.bytes))
	for from := 0; from < len(out); from += Dims * hidden {
		matrix, to := p.bytes[from:][:Dims*hidden], out[from:][:Dims*hidden]
		for j := 0; j < hidden; j += block {
			for d := 0; d < Dims; d += 2 {
				even, odd := matrix[d*hidden+j:][:block], matrix[(d+1)*hidden+j:][:block]
				dst := to[j*Dims+d*block:][:2*block]
				for k := range block {
					dst[2*k], dst[2*k+1] = value[even[k]], value[odd[k]]
				}
			}
		}
	}
	return out
}

// vector computes the vector of a word.
func (q *quick) vector(dst *[Dims]int16, t *look) {
	var vec [Dims]float32
	addVector(&vec, t.key, q.rare)
	if i, ok := slices.BinarySearch(q.keys, t.low); ok {
		q.word.add(&vec, i)
	}
	q.ending.add(&vec, int(t.suf3%endings))
	q.shape.add(&vec, int(t.shape%shapes))
	for d, v := range vec {
		dst[d] = round16(float64(v) * vecUnit)
	}
}

// add adds row i of a table of vectors.
func (p *packed) add(vec *[Dims]float32, i int) {
	for d, v := range p.bytes[i*Dims:][:Dims] {
		vec[d] += p.value[v]
	}
}

// netUse is the memory of a net in use.
type netUse struct {
	met met
	of  []int32 // the words of the sentence in met, 1-based; 0 for one not yet looked at
	// what is looked at: for each place the number of a word, -1 for none, and
	// rows
	words []int32
	rows  []int32
	terms []*int16
	h     []int16
	score []int32
	// sums of groups for the words of the sentence, and whether they are
	// computed
	parts     []int16
	have      []bool
	partTerms []*int16
	partRows  []int32
}

// ready readies u for a sentence of n words.
func (u *netUse) ready(n int) {
	u.met.ready(n)
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
		u.of[i] = u.met.number(q, &ts[i].look) + 1
	}
	s := &u.met.list[u.of[i]-1]
	if s.row[p] == 0 {
		s.row[p] = u.met.newRow(q) + 1
		pairs(u.met.at(q, s.row[p]-1), q.place[p*Dims*q.hidden:][:Dims*q.hidden], &s.vec)
	}
	return &u.met.at(q, s.row[p]-1)[0]
}

// look computes the hidden layer of what u.words and u.rows say.
func (u *netUse) look(q *quick, ts []token) {
	u.terms = u.terms[:0]
	for p, i := range u.words {
		if i >= 0 {
			u.terms = append(u.terms, u.wordAt(q, ts, i, p))
		}
	}
	u.sum(q)
}

// sum adds up the terms and rows to the hidden layer, and computes the outputs.
func (u *netUse) sum(q *quick) {
	u.h = grow(u.h, q.hidden)
	u.score = grow(u.score, len(q.out)/q.hidden)
	sums(u.h, q.bias, u.terms, q.row, u.rows, 0)
	dots(u.score, q.out, u.h)
}

// output returns the k-th output of the last look.
func (u *netUse) output(q *quick, k int) float32 {
	return float32(float32(u.score[k])*q.unit) + q.outBias[k]
}

// outputs are all outputs of the last look.
func (u *netUse) outputs(q *quick, score []float32) {
	bias, sums := q.outBias[:len(score)], u.score[:len(score)]
	for k := range score {
		score[k] = float32(float32(sums[k])*q.unit) + bias[k]
	}
}
