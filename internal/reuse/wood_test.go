package reuse

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// every sums over all forests by trying them one by one.
func every(n int, under []int, favour float64, weight func(i, j int) float64) (float64, [][]float64) {
	sum := 0.0
	arcs := make([][]float64, n)
	for i := range arcs {
		arcs[i] = make([]float64, n)
	}
	parent := make([]int, n)
	var try func(j int)
	try = func(j int) {
		if j < n {
			if slices.Contains(under, j) {
				try(j + 1)
				return
			}
			for i := range n {
				if parent[j] = i; i != j {
					try(j + 1)
				}
			}
			return
		}
		x := 1.0
		for j := range n {
			if slices.Contains(under, j) {
				continue
			}
			at := j
			for range n {
				if !slices.Contains(under, at) {
					at = parent[at]
				}
			}
			if !slices.Contains(under, at) {
				return // a circle
			}
			x *= weight(parent[j], j)
			if slices.Contains(under, parent[j]) {
				x *= favour
			}
		}
		sum += x
		for j := range n {
			if !slices.Contains(under, j) {
				arcs[parent[j]][j] += x
			}
		}
	}
	try(0)
	return sum, arcs
}

func TestForestsAreSummed(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		const n = 5
		var logs [n][n]float64
		for i := range n {
			for j := range n {
				logs[i][j] = 6 * (r.Float64() - 0.5)
			}
		}
		w := newWood(n, func(i, j int) float64 { return logs[i][j] })
		for _, c := range []struct {
			under []int
			seen  bool
		}{{[]int{2}, true}, {[]int{0}, false}, {[]int{1, 4}, false}, {[]int{0, 1, 2, 3, 4}, false}} {
			w.favour = 3
			favour := 1.0
			if c.seen {
				favour = 3
			}
			want, arcs := every(n, c.under, favour, func(i, j int) float64 { return math.Exp(logs[i][j]) })
			got, ok := w.sum(c.under, c.seen)
			if !ok || math.Abs(math.Exp(got)/want-1) > 1e-9 {
				t.Fatalf("under %v: sum %v, want %v", c.under, math.Exp(got), want)
			}
			if got > w.atMost(c.under)+1e-9 {
				t.Errorf("under %v: sum %v above its bound %v", c.under, got, w.atMost(c.under))
			}
			shares := make([][]float64, n)
			for i := range shares {
				shares[i] = make([]float64, n)
			}
			w.shares(c.under, c.seen, 1, got, shares)
			for i := range n {
				for j := range n {
					if math.Abs(shares[i][j]-arcs[i][j]/want) > 1e-9 {
						t.Fatalf("under %v: arc %d to %d in %v of the forests, want %v", c.under, i, j, shares[i][j], arcs[i][j]/want)
					}
				}
			}
		}
	}
}

// Two texts that are all but the same have arcs of weight one to each other and
// of next to nothing from anywhere else: their shares must still be right.
func TestForestsOfTwins(t *testing.T) {
	logs := [3][3]float64{{0, -50, -51}, {-60, 0, 0}, {-60, 0, 0}}
	w := newWood(3, func(i, j int) float64 { return logs[i][j] })
	sum, ok := w.sum([]int{0}, false)
	if !ok {
		t.Fatal("no forest")
	}
	shares := [][]float64{make([]float64, 3), make([]float64, 3), make([]float64, 3)}
	w.shares([]int{0}, false, 1, sum, shares)
	want := 1 / (1 + math.Exp(-1))
	if math.Abs(shares[0][1]-want) > 1e-9 || math.Abs(shares[2][1]-(1-want)) > 1e-9 {
		t.Errorf("shares into 1: %v from 0, %v from 2; want %v and %v", shares[0][1], shares[2][1], want, 1-want)
	}
}
