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
