package lang

import (
	"math"
	"slices"
)

// What follows learns the models; only the train command calls it.

// quadLearner is an averaged perceptron of four classes over hashed slots.
type quadLearner struct {
	logn uint
	w, u [][4]float32
	t    float32
}

func newQuadLearner(logn uint) *quadLearner {
	return &quadLearner{logn: logn, w: make([][4]float32, 1<<logn), u: make([][4]float32, 1<<logn), t: 1}
}

func (l *quadLearner) score(feats []uint64, out *[4]float32) {
	*out = [4]float32{}
	for _, h := range feats {
		r := &l.w[h>>(64-l.logn)]
		out[0] += r[0]
		out[1] += r[1]
		out[2] += r[2]
		out[3] += r[3]
	}
}

func (l *quadLearner) update(feats []uint64, good, bad int) {
	for _, h := range feats {
		r, u := &l.w[h>>(64-l.logn)], &l.u[h>>(64-l.logn)]
		r[good]++
		u[good] += l.t
		r[bad]--
		u[bad] -= l.t
	}
}

// average adds the mean of the weights over time to sum.
func (l *quadLearner) average(sum [][4]float32) {
	for i := range l.w {
		for c := range 4 {
			sum[i][c] += l.w[i][c] - l.u[i][c]/l.t
		}
	}
}

// writeQuad packs the rows of greatest weight, at most keep.
func writeQuad(sum [][4]float32, logn uint, keep int) []byte {
	top := 0.0
	size := func(r [4]float32) float64 {
		return math.Abs(float64(r[0])) + math.Abs(float64(r[1])) + math.Abs(float64(r[2])) + math.Abs(float64(r[3]))
	}
	var sizes []float64
	for _, r := range sum {
		for _, v := range r {
			top = max(top, math.Abs(float64(v)))
		}
		if s := size(r); s > 0 {
			sizes = append(sizes, s)
		}
	}
	least := 0.0
	if len(sizes) > keep {
		slices.Sort(sizes)
		least = sizes[len(sizes)-keep]
	}
	var set []uint32
	var rows []byte
	for i, r := range sum {
		if s := size(r); s == 0 || s < least {
			continue
		}
		var q [4]byte
		for c, v := range r {
			q[c] = byte(compand(float64(v), top))
		}
		if q != [4]byte{} {
			set = append(set, uint32(i))
			rows = append(rows, q[:]...)
		}
	}
	return append(writeSlots(nil, logn, set), rows...)
}

// sparseLearner is an averaged perceptron of many classes over hashed slots; a
// slot gets its row when it is first updated.
type sparseLearner struct {
	logn uint
	n    int // classes
	row  []int32
	w, u []float32
	t    float32
}

func newSparseLearner(logn uint, classes int) *sparseLearner {
	return &sparseLearner{logn: logn, n: classes, row: make([]int32, 1<<logn), t: 1}
}

func (l *sparseLearner) score(feats []uint64, out *[maxClasses]float32) {
	o := out[:l.n]
	clear(o)
	for _, h := range feats {
		k := int(l.row[h>>(64-l.logn)])
		if k == 0 {
			continue
		}
		w := l.w[(k-1)*l.n:][:len(o)]
		for i, v := range w {
			o[i] += v
		}
	}
}

func (l *sparseLearner) update(feats []uint64, good, bad int) {
	for _, h := range feats {
		p := &l.row[h>>(64-l.logn)]
		if *p == 0 {
			*p = int32(len(l.w)/l.n) + 1
			l.w = append(l.w, make([]float32, l.n)...)
			l.u = append(l.u, make([]float32, l.n)...)
		}
		k := (int(*p) - 1) * l.n
		l.w[k+good]++
		l.u[k+good] += l.t
		l.w[k+bad]--
		l.u[k+bad] -= l.t
	}
}

// writeSparse packs the average of learners, with the least weights left out so
// that at most keep pairs remain.
func writeSparse(ls []*sparseLearner, classes []string, keep int) []byte {
	type weight struct {
		slot  uint32
		class uint8
		v     float32
	}
	var ws []weight
	l0 := ls[0]
	sum := make([]float32, l0.n)
	top := 0.0
	for s := range l0.row {
		clear(sum)
		any := false
		for _, l := range ls {
			if k := int(l.row[s]); k > 0 {
				any = true
				for c := range sum {
					sum[c] += l.w[(k-1)*l.n+c] - l.u[(k-1)*l.n+c]/l.t
				}
			}
		}
		if !any {
			continue
		}
		for c, v := range sum {
			if v > 1e-3 || v < -1e-3 {
				ws = append(ws, weight{uint32(s), uint8(c), v})
				top = max(top, math.Abs(float64(v)))
			}
		}
	}
	least := 0.0
	if len(ws) > keep {
		sizes := make([]float64, len(ws))
		for i, w := range ws {
			sizes[i] = math.Abs(float64(w.v))
		}
		slices.Sort(sizes)
		least = sizes[len(ws)-keep]
	}
	var set []uint32
	var counts, pairs []byte
	for _, w := range ws {
		q := compand(float64(w.v), top)
		if q == 0 || math.Abs(float64(w.v)) < least {
			continue
		}
		if n := len(set); n == 0 || set[n-1] != w.slot {
			set = append(set, w.slot)
			counts = append(counts, 0)
		}
		counts[len(counts)-1]++
		pairs = append(pairs, w.class, byte(q))
	}
	b := []byte{byte(len(classes)) | shortCounts}
	for _, c := range classes {
		b = append(b, byte(len(c)))
		b = append(b, c...)
	}
	b = writeSlots(b, l0.logn, set)
	b = writeCounts(b, counts)
	return append(b, pairs...)
}

func bestFloat(out []float32) int {
	m := 0
	for i, v := range out {
		if v > out[m] {
			m = i
		}
	}
	return m
}
