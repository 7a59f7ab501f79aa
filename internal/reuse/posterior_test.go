package reuse

import (
	"math"
	"testing"
)

// The search of a large family finds what trying every set does.
func TestSearchFindsTheHead(t *testing.T) {
	const n = 9
	reads := make([][]int32, 0, 40)
	place := func(changed ...int) {
		r := make([]int32, n)
		for m := range r {
			r[m] = 1
		}
		for _, m := range changed {
			r[m] = 2
		}
		reads = append(reads, r)
	}
	// 0, 1, 2, 3 each have four changes of their own; 4 and 5 have those of 0,
	// 6 those of 1, 7 and 8 those of 2; each has two more.
	below := map[int][]int{0: {0, 4, 5}, 1: {1, 6}, 2: {2, 7, 8}, 3: {3}}
	for m := range 4 {
		for range 4 {
			place(below[m]...)
		}
	}
	for m := 4; m < n; m++ {
		place(m)
		place(m)
	}
	has := make([]bool, n)
	own := make([]int, n)
	for m := range has {
		has[m], own[m] = true, 400
	}
	s := &sites{n: n, reads: reads, blocks: []block{{has: has, words: 400, holds: n}}, own: own}
	ask := func(search bool) *posterior {
		d := newDescent(s)
		none := &clocks{known: make([]bool, n), at: make([]float64, n), from: make([]float64, n), until: make([]float64, n), first: math.Inf(1)}
		q := &question{n: n, pages: d.pages, head: d.head, heads: d.heads, clocks: none}
		a := &asked{question: q, regimes: []regime{q.astray()}, most: math.Inf(-1), known: map[string]float64{}}
		a.seen()
		if search {
			a.search()
		} else {
			a.every()
		}
		return a.shares()
	}
	want := []int{n, n, n, n, 0, 0, 1, 2, 2}
	for _, search := range []bool{false, true} {
		p := ask(search)
		for j, i := range p.tree(false) {
			if i != want[j] {
				t.Errorf("search %v: %d has its text from %d, want %d", search, j, i, want[j])
			}
		}
		for j := range n {
			sum := p.roots[j]
			for i := range n + 1 {
				sum += p.arcs[i][j]
			}
			if math.Abs(sum-1) > 1e-6 {
				t.Errorf("search %v: the parents of %d sum to %v", search, j, sum)
			}
		}
	}
}
