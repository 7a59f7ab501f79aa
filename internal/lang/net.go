package lang

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// net is a small net of one hidden layer, which is a sum of rows that are
// looked up. A row is either that of a feature with few values (a tag, a label,
// a distance), or that of a word in one of its places: the product of the
// word's vector and the place's matrix. The outputs are added to those of a
// linear model.
//
// Its arithmetic rounds after each step, in an order of its own, so that every
// processor gives the same.
type net struct {
	hidden, outs, places int
	rare                 bool      // vectors of rare words are looked at too
	place                []float32 // places * Dims * hidden
	row                  []float32 // rows * hidden
	bias                 []float32 // hidden
	out                  []float32 // outs * hidden
	outBias              []float32
	word                 []float32 // of each known word, added to its vector
	ending, shape        []float32 // of each word's ending and shape, as well
	keys                 []uint32  // of the known words, ascending
}

const (
	endings = 2048
	shapes  = 256
)

// vectorScale brings the stored vectors of words to the size of weights.
const vectorScale = 1.0 / 96

// kind is a word as a net sees it.
type kind struct {
	vec                  [Dims]float32 // sum of its parts
	sum                  []float32     // places * hidden: its row in each place
	have                 uint32        // the places whose row is computed, as bits
	key                  uint32        // of its vector
	rare                 bool          // its vector is taken if it is a rare word's
	known, ending, shape int32
	used                 []bool    // in learning: the places it was seen in
	d                    []float32 // in learning: gradients of sum
}

// kinds holds the words that a net in learning has met: a word is read once.
type kinds struct {
	list []kind
	at   map[uint64]int32
}

func (ks *kinds) reset() {
	ks.list = ks.list[:0]
	if ks.at == nil {
		ks.at = map[uint64]int32{}
	}
	clear(ks.at)
}

// of returns the number of the kind that key stands for, and whether it is new:
// then it is to be filled.
func (ks *kinds) of(n *net, key uint64) (int32, bool) {
	if i, ok := ks.at[key]; ok {
		return i, false
	}
	i := len(ks.list)
	ks.at[key] = int32(i)
	if cap(ks.list) > i {
		ks.list = ks.list[:i+1]
	} else {
		ks.list = append(ks.list, kind{})
	}
	if k := &ks.list[i]; k.sum == nil {
		k.sum = make([]float32, n.places*n.hidden)
	}
	return int32(i), true
}

// kindKey tells words apart that a net may tell apart: "2011" and "2019" have
// one form but two vectors, "…" and "." one form but two shapes.
func (l *look) kindKey() uint64 { return mix(mix(uint64(l.form), l.key), l.shape) }

// read fills a kind with the parts of a word's vector.
func (n *net) read(k *kind, t *look) {
	k.key, k.rare, k.known = t.key, n.rare, -1
	if i, ok := slices.BinarySearch(n.keys, t.low); ok {
		k.known = int32(i)
	}
	k.ending, k.shape = int32(t.suf3%endings), int32(t.shape%shapes)
}

// fill computes a kind's vector from its parts.
func (n *net) fill(k *kind) {
	k.vec = [Dims]float32{}
	addVector(&k.vec, k.key, k.rare)
	if k.known >= 0 {
		addTo(n.word[int(k.known)*Dims:][:Dims], k.vec[:])
	}
	addTo(n.ending[int(k.ending)*Dims:][:Dims], k.vec[:])
	addTo(n.shape[int(k.shape)*Dims:][:Dims], k.vec[:])
	k.have = 0
}

// at readies a kind for place p.
func (n *net) at(k *kind, p int) {
	if k.have>>p&1 == 0 {
		k.have |= 1 << p
		product(k.sum[p*n.hidden:][:n.hidden], n.place[p*Dims*n.hidden:][:Dims*n.hidden], k.vec[:])
	}
}

// netInput is what a net looks at: for each place the number of a kind, -1 for
// none, and rows.
type netInput struct {
	words []int32
	rows  []int32
	h     []float32 // memory for the hidden layer
	sum   []*float32
}

// look computes the hidden layer.
func (n *net) look(ks *kinds, in *netInput) []float32 {
	in.h = grow(in.h, n.hidden)
	copy(in.h, n.bias)
	in.sum = in.sum[:0]
	for p, k := range in.words {
		if k >= 0 {
			in.sum = append(in.sum, &ks.list[k].sum[p*n.hidden:][:n.hidden][0])
		}
	}
	for _, r := range in.rows {
		in.sum = append(in.sum, &n.row[int(r)*n.hidden:][:n.hidden][0])
	}
	sum(in.h, in.sum)
	for i, v := range in.h {
		in.h[i] = max(v, 0)
	}
	return in.h
}

// output computes the k-th output.
func (n *net) output(h []float32, k int) float32 {
	return n.outBias[k] + dot(n.out[k*n.hidden:][:n.hidden], h)
}

// tables lists the weights in the order of the file.
func (n *net) tables() []*[]float32 {
	return []*[]float32{&n.place, &n.row, &n.bias, &n.out, &n.outBias, &n.word, &n.ending, &n.shape}
}

// write packs a net: its sizes, its words, and its weights as int8 by square
// root, each table in a scale of its own.
func (n *net) write() []byte {
	b := binary.LittleEndian.AppendUint32(nil, uint32(n.hidden))
	b = binary.LittleEndian.AppendUint32(b, uint32(n.outs))
	b = binary.LittleEndian.AppendUint32(b, uint32(n.places))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(n.keys)))
	for _, k := range n.keys {
		b = binary.LittleEndian.AppendUint32(b, k)
	}
	for _, t := range n.tables() {
		top := float32(1e-9)
		for _, v := range *t {
			top = max(top, max(v, -v))
		}
		b = binary.LittleEndian.AppendUint32(b, uint32(len(*t)))
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(top))
		for _, v := range *t {
			b = append(b, byte(compand(float64(v), float64(top))))
		}
	}
	return b
}

// packed is a table of weights as it is stored, and what its bytes stand for.
type packed struct {
	bytes []byte
	value [256]float32
}

// readPacked reads what write wrote: the net's sizes and words, and its tables.
func readPacked(b []byte) (*net, []packed, error) {
	short := fmt.Errorf("read net: %d bytes are too few", len(b))
	if len(b) < 16 {
		return nil, nil, short
	}
	u := func(i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }
	n := &net{hidden: u(0), outs: u(1), places: u(2), keys: make([]uint32, u(3))}
	if b = b[16:]; len(b) < 4*len(n.keys) {
		return nil, nil, short
	}
	for i := range n.keys {
		n.keys[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	b = b[4*len(n.keys):]
	tables := make([]packed, len(n.tables()))
	for i := range tables {
		if len(b) < 8 || len(b) < 8+u(0) {
			return nil, nil, short
		}
		t := &tables[i]
		size, scale := u(0), math.Float32frombits(binary.LittleEndian.Uint32(b[4:]))/(127*127)
		t.bytes = b[8 : 8+size]
		for q := range t.value {
			t.value[q] = float32(companded[q]) * scale
		}
		b = b[8+size:]
	}
	return n, tables, nil
}

// readNet reads a net as it is learnt; of nothing there is none.
func readNet(b []byte) (*net, error) {
	if len(b) == 0 {
		return nil, nil
	}
	n, tables, err := readPacked(b)
	if err != nil {
		return nil, err
	}
	for i, t := range n.tables() {
		*t = make([]float32, len(tables[i].bytes))
		for k, q := range tables[i].bytes {
			(*t)[k] = tables[i].value[q]
		}
	}
	return n, nil
}
