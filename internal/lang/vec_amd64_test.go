package lang

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestWide holds that the wide loops give, bit by bit, what the plain ones do.
func TestWide(t *testing.T) {
	if !wide {
		t.Skip("this processor has no wide registers")
	}
	defer func() { wide = true }()
	rng := rand.New(rand.NewPCG(1, 1))
	for range 100 {
		n := 8 * (1 + rng.IntN(40))
		x, y := make([]float32, n), make([]float32, n)
		for i := range x {
			x[i], y[i] = float32(rng.NormFloat64()), float32(rng.NormFloat64())
		}
		m0 := slices.Clone(y)
		both := func(f func(y []float32) float32) {
			t.Helper()
			a, b := slices.Clone(y), slices.Clone(y)
			wide = true
			ra := f(a)
			wide = false
			rb := f(b)
			if ra != rb || !slices.Equal(a, b) {
				t.Fatalf("length %d: the loops differ", n)
			}
		}
		both(func(y []float32) float32 { axpy(1.7, x, y); return 0 })
		both(func(y []float32) float32 { addTo(x, y); return 0 })
		both(func(y []float32) float32 { return dot(x, y) })
		both(func(y []float32) float32 { sum(y, []*float32{&x[0], &m0[0], &x[0]}); return 0 })
		m, v := make([]float32, 5*n), make([]float32, 5)
		for i := range m {
			m[i], v[i%5] = float32(rng.NormFloat64()), float32(rng.NormFloat64())
		}
		both(func(y []float32) float32 { product(y, m, v); return 0 })
	}
}

// TestWideQuick holds it of the integers.
func TestWideQuick(t *testing.T) {
	if !wide {
		t.Skip("this processor has no wide registers")
	}
	defer func() { wide = true }()
	rng := rand.New(rand.NewPCG(2, 1))
	numbers := func(n, most int) []int16 {
		out := make([]int16, n)
		for i := range out {
			out[i] = int16(rng.IntN(2*most+1) - most)
		}
		return out
	}
	for round := range 100 {
		n := block * (1 + rng.IntN(10))
		x, y, z := numbers(n, 32767), numbers(n, 32767), numbers(n, 9000)
		dst, again := make([]int16, n), make([]int16, n)
		same := func(what string, f func(dst []int16)) {
			t.Helper()
			wide = true
			f(dst)
			wide = false
			f(again)
			if !slices.Equal(dst, again) {
				t.Fatalf("%s, length %d: the loops differ", what, n)
			}
		}
		rows := []*int16{&y[0], &z[0], &x[0]}[:round%4]
		table, at := slices.Concat(y, x, z), []int32{2, 0, 1, 2, 0}[:round%6]
		same("sums", func(dst []int16) { sums(dst, x, rows, table, at, 0) })
		same("sums", func(dst []int16) { sums(dst, z, rows, table, at, -32768) })
		m, v := numbers(n*Dims, 3000), (*[Dims]int16)(numbers(Dims, 8000))
		same("pairs", func(dst []int16) { pairs(dst, m, v) })
		w := numbers(n*8, 1000)
		wide = true
		a, b := make([]int32, 8), make([]int32, 8)
		dots(a, w, x)
		wide = false
		dots(b, w, x)
		if !slices.Equal(a, b) {
			t.Fatalf("dots, length %d: the loops differ", n)
		}
	}
}

// TestWideTables holds it of the linear models.
func TestWideTables(t *testing.T) {
	if !wide {
		t.Skip("this processor has no wide registers")
	}
	defer func() { wide = true }()
	e := loadEngine()
	rng := rand.New(rand.NewPCG(3, 1))
	var f feats
	for round := range 200 {
		f.h = f.h[:0]
		for range round {
			f.h = append(f.h, rng.Uint64())
		}
		for _, m := range []*sparse{e.x, e.label} {
			var a, b [maxClasses]int32
			wide = true
			m.score(&f, &a)
			wide = false
			m.score(&f, &b)
			if a != b {
				t.Fatalf("%d features: the loops differ", round)
			}
		}
		var a, b [4]int32
		wide = true
		e.move.score(&f, &a)
		wide = false
		e.move.score(&f, &b)
		if a != b {
			t.Fatalf("%d features: the loops differ", round)
		}
	}
}
