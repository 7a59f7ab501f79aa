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
	s := slots{shift: 64 - logn, words: make([]slotWord, 1<<logn/64)}
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
	q.weights = b[:4*q.count()]
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

// sparse is a linear model of fewer than 64 classes: each row holds the few
// that have a weight.
type sparse struct {
	slots
	classes []string
	start   []uint32 // of each row, in pairs
	pairs   []uint32 // weight << 8 | class
	full    []int16  // the rows with many weights, maxClasses each
}

// inFull is the class that stands in the one pair of a row that is in full: its
// weight is the row's number there.
const inFull = maxClasses - 1

// manyPairs is how many weights make a row one in full.
const manyPairs = 8

func readSparse(b []byte) *sparse {
	s := &sparse{}
	n, short := int(b[0]&^shortCounts), b[0]&shortCounts != 0
	b = b[1:]
	for range n {
		k := int(b[0])
		s.classes = append(s.classes, string(b[1:1+k]))
		b = b[1+k:]
	}
	s.slots, b = readSlots(b)
	rows := s.count()
	counts, p := b[:min(rows, len(b))], b[min(rows, len(b)):]
	if short {
		counts, p = readCounts(b, rows)
	}
	total, full := 0, 0
	for _, n := range counts {
		if n <= manyPairs {
			total += int(n)
		} else {
			total++
			full++
		}
	}
	s.start, s.pairs, s.full = make([]uint32, rows+1), make([]uint32, total), make([]int16, full*maxClasses)
	at, full := 0, 0
	for i, n := range counts {
		s.start[i] = uint32(at)
		row := p[:2*int(n)]
		p = p[len(row):]
		if n <= manyPairs {
			for k := 1; k < len(row); k += 2 {
				s.pairs[at] = uint32(companded[row[k]])<<8 | uint32(row[k-1]&(maxClasses-1))
				at++
			}
			continue
		}
		for k := 1; k < len(row); k += 2 {
			s.full[full*maxClasses+int(row[k-1]&(maxClasses-1))] = int16(companded[row[k]])
		}
		s.pairs[at] = uint32(full)<<8 | inFull
		at++
		full++
	}
	s.start[rows] = uint32(at)
	return s
}

// shortCounts beside the number of classes says that how many weights a row has
// is written in four bits.
const shortCounts = 0x80

// readCounts reads what writeCounts wrote and returns the rest of b.
func readCounts(b []byte, rows int) (counts, rest []byte) {
	counts = make([]byte, rows)
	more := b[(rows+1)/2:]
	for i := range counts {
		n := b[i/2] >> (i & 1 * 4) & 15
		if n == 15 {
			n, more = more[0], more[1:]
		}
		counts[i] = n
	}
	return counts, more
}

// writeCounts appends counts in four bits each; one of 15 or more is 15 there
// and follows whole after all.
func writeCounts(b, counts []byte) []byte {
	var more []byte
	for i := 0; i < len(counts); i += 2 {
		pair := byte(0)
		for k, n := range counts[i:min(i+2, len(counts))] {
			if n >= 15 {
				more = append(more, n)
				n = 15
			}
			pair |= n << (4 * k)
		}
		b = append(b, pair)
	}
	return append(b, more...)
}

// score adds up the rows of f. First it only asks memory for all of them, with
// nothing to wait for: each lies where no cache has it.
func (s *sparse) score(f *feats, out *[maxClasses]int32) {
	*out = [maxClasses]int32{}
	rows := s.rows(f)
	if len(rows) == 0 {
		return
	}
	f.at, f.full = grow(f.at, len(rows)+1), grow(f.full, len(rows)+1)
	full := 0
	if wide {
		full = fewAVX(out, &rows[0], len(rows), &s.start[0], &s.pairs[0], &f.at[0], &f.full[0])
	} else {
		full = s.few(f, rows, out)
	}
	if full > 0 {
		addFull(out, s.full, f.full[:full])
	}
}

// few adds up the rows that are not in full, puts the numbers of those that are
// to f.full, and returns how many they are.
func (s *sparse) few(f *feats, rows []uint32, out *[maxClasses]int32) int {
	for k, i := range rows {
		f.at[k] = pairsAt{s.start[i], s.start[i+1]}
	}
	few, full := 0, 0
	for _, p := range f.at[:len(rows)] {
		v := s.pairs[p.from]
		f.at[few], f.full[full] = p, v>>8
		many := int((v&(maxClasses-1) + 1) >> 6)
		few += 1 - many
		full += many
	}
	for _, p := range f.at[:few] {
		for _, v := range s.pairs[p.from:p.to] {
			out[v&(maxClasses-1)] += int32(v) >> 8
		}
	}
	return full
}

// pairsAt is the range of a row's pairs.
type pairsAt struct{ from, to uint32 }

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
