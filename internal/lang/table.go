package lang

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"unsafe"
)

// signed reads bytes as int8 without copying.
func signed(b []byte) []int8 {
	if len(b) == 0 {
		return nil
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(&b[0])), len(b))
}

// slots says which of 1<<logn slots hold weights, and the how-many-th they are.
type slots struct {
	shift uint // what is left of a hash shifted so is its slot
	words []slotWord
}

// slotWord covers 64 slots, in one place so that a look costs one miss.
type slotWord struct {
	bits uint64
	rank uint32 // set bits before
}

// readSlots reads what writeSlots wrote and returns the rest of b.
func readSlots(b []byte) (slots, []byte) {
	logn := uint(b[0])
	n := int(binary.LittleEndian.Uint32(b[1:]))
	b = b[5:]
	s := slots{shift: 64 - logn, words: table[slotWord](1 << logn / 64)}
	at, k, last := uint64(0), 0, uint64(len(s.words)-1)
	for range n {
		gap := uint64(b[k])
		if k++; gap >= 0x80 {
			var more int
			gap, more = binary.Uvarint(b[k-1:])
			k += more - 1
		}
		at += gap
		s.words[at>>6&last].bits |= 1 << (at & 63)
	}
	b = b[k:]
	count := uint32(0)
	for i := range s.words {
		s.words[i].rank = count
		count += uint32(bits.OnesCount64(s.words[i].bits))
	}
	return s, b
}

// rows returns the rows of those features that have one. It does not branch on
// whether a feature has a row, which no processor can foresee.
func (s *slots) rows(f *feats) []uint32 {
	f.row = grow(f.row, len(f.h)+1)
	if len(f.h) == 0 {
		return nil
	}
	if wide {
		return f.row[:rowsAVX(&f.row[0], &f.h[0], len(f.h), &s.words[0].bits, s.shift)]
	}
	out := f.row
	n := 0
	for _, h := range f.h {
		h >>= s.shift
		w := s.words[h>>6]
		out[n] = w.rank + uint32(bits.OnesCount64(w.bits&(1<<(h&63)-1)))
		n += int(w.bits >> (h & 63) & 1)
	}
	return out[:n]
}

func (s *slots) count() int {
	w := s.words[len(s.words)-1]
	return int(w.rank) + bits.OnesCount64(w.bits)
}

// companded turns a weight stored as int8 into an integer: the square of it,
// with its sign. Small weights keep their differences, as they need (a linear
// scale loses 7 points of LAS, this one 0.1).
var companded = func() (t [256]int32) {
	for i := range t {
		v := int32(int8(i))
		if t[i] = v * v; v < 0 {
			t[i] = -t[i]
		}
	}
	return t
}()

// compand is the inverse, for a weight w of a table whose greatest is top.
func compand(w, top float64) int8 {
	q := math.Round(127 * math.Sqrt(math.Abs(w)/top))
	return int8(math.Copysign(min(q, 127), w))
}

// quad is a linear model of four classes.
type quad struct {
	slots
	weights []byte // four int8 each
}

func readQuad(b []byte) *quad {
	q := &quad{}
	q.slots, b = readSlots(b)
	q.weights = table[byte](4 * q.count())
	copy(q.weights, b)
	return q
}

func (q *quad) score(f *feats, out *[4]int32) {
	rows := q.slots.rows(f)
	if wide && len(rows) > 0 {
		quadAVX(out, &q.weights[0], &rows[0], len(rows))
		return
	}
	var a, b, c, d int32
	for _, i := range rows {
		r := q.weights[4*i : 4*i+4 : 4*i+4]
		a += companded[r[0]]
		b += companded[r[1]]
		c += companded[r[2]]
		d += companded[r[3]]
	}
	*out = [4]int32{a, b, c, d}
}

// maxClasses bounds the classes of a sparse model.
const maxClasses = 64

// best returns the class of the greatest score, the first of equals.
func best(out []int32) int {
	m, top := 0, out[0]
	for i, v := range out {
		if v > top {
			m, top = i, v
		}
	}
	return m
}

// writeSlots writes which slots hold weights, as the gaps between their
// ascending numbers.
func writeSlots(b []byte, logn uint, set []uint32) []byte {
	b = append(b, byte(logn))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(set)))
	at := uint32(0)
	for _, s := range set {
		b = binary.AppendUvarint(b, uint64(s-at))
		at = s
	}
	return b
}

// sections joins the parts of a model file; cutSections takes them apart.
func sections(parts ...[]byte) []byte {
	var out []byte
	for _, p := range parts {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(p)))
		out = append(out, p...)
	}
	return out
}

func cutSections(b []byte, n int) ([][]byte, error) {
	var out [][]byte
	for range n {
		if len(b) < 4 || len(b)-4 < int(binary.LittleEndian.Uint32(b)) {
			return nil, fmt.Errorf("read model: %d of %d parts", len(out), n)
		}
		k := int(binary.LittleEndian.Uint32(b))
		out = append(out, b[4:4+k])
		b = b[4+k:]
	}
	return out, nil
}
