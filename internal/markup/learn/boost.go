package main

import (
	"math"
	"sort"

	"github.com/stemma-news/stemma/internal/markup"
)

// options of the boosting.
type options struct {
	trees, depth int
	rate         float64
	lambda       float64 // shrinks leaves
	least        float64 // smallest sum of second derivatives on a side
}

const bins = 64

// boost fits a forest to rows with labels y and weights w by gradient boosting
// of the logistic loss, with thresholds out of 64 bins a feature (Friedman
// 2001; the second-order leaves of Chen and Guestrin 2016). It is
// deterministic.
func boost(rows [][]float32, y, w []float32, o options) markup.Forest {
	n, m := len(rows), len(rows[0])
	cuts := make([][]float32, m)
	binned := make([][]uint8, m)
	for f := range m {
		cuts[f] = cutsOf(rows, f)
		binned[f] = make([]uint8, n)
		for i, r := range rows {
			binned[f][i] = uint8(sort.Search(len(cuts[f]), func(k int) bool { return r[f] <= cuts[f][k] }))
		}
	}
	var pos, all float64
	for i := range y {
		pos += float64(y[i] * w[i])
		all += float64(w[i])
	}
	forest := markup.Forest{Depth: o.depth, Bias: float32(math.Log(pos / (all - pos)))}
	margin := make([]float64, n)
	for i := range margin {
		margin[i] = float64(forest.Bias)
	}
	grad, hess := make([]float32, n), make([]float32, n)
	node := make([]int32, n)
	for round := range o.trees {
		for i := range margin {
			p := 1 / (1 + math.Exp(-margin[i]))
			grad[i] = float32(p-float64(y[i])) * w[i]
			hess[i] = float32(p*(1-p)) * w[i]
			node[i] = 0
			if !drawn(uint64(round), uint64(i), 6) { // this tree does not learn from the row
				grad[i], hess[i] = 0, 0
			}
		}
		t := grow(binned, cuts, grad, hess, node, round, o)
		for i := range margin {
			margin[i] += float64(t.Leaf[node[i]])
		}
		forest.Trees = append(forest.Trees, t)
	}
	return forest
}

// drawn reports, for tenths of all pairs, whether a pair is drawn: the same
// ones at every run.
func drawn(a, b uint64, tenths uint64) bool {
	x := a*0x9e3779b97f4a7c15 ^ b*0xc2b2ae3d27d4eb4f
	x ^= x >> 29
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 32
	return x%10 < tenths
}

type sum struct{ g, h float64 }

// grow makes one tree level by level; node[i] ends as the leaf of row i.
func grow(binned [][]uint8, cuts [][]float32, grad, hess []float32, node []int32, round int, o options) markup.Tree {
	inner := 1<<o.depth - 1
	t := markup.Tree{Feature: make([]uint16, inner), Above: make([]float32, inner), Leaf: make([]float32, inner+1)}
	for level := range o.depth {
		width := 1 << level
		base := width - 1
		type split struct {
			gain    float64
			feature int
			bin     int
		}
		best := make([]split, width)
		for k := range best {
			best[k].feature = -1
		}
		hist := make([]sum, width*(bins+1))
		for f := range binned {
			if len(cuts[f]) == 0 || !drawn(uint64(round)+1<<32, uint64(f), 5) {
				continue
			}
			clear(hist)
			b := binned[f]
			for i, k := range node {
				h := &hist[int(k)*(bins+1)+int(b[i])]
				h.g += float64(grad[i])
				h.h += float64(hess[i])
			}
			for k := range width {
				h := hist[k*(bins+1) : (k+1)*(bins+1)]
				var all, left sum
				for _, s := range h {
					all.g += s.g
					all.h += s.h
				}
				whole := all.g * all.g / (all.h + o.lambda)
				for c := range cuts[f] {
					left.g += h[c].g
					left.h += h[c].h
					right := sum{all.g - left.g, all.h - left.h}
					if left.h < o.least || right.h < o.least {
						continue
					}
					gain := left.g*left.g/(left.h+o.lambda) + right.g*right.g/(right.h+o.lambda) - whole
					if gain > best[k].gain+1e-9 {
						best[k] = split{gain, f, c}
					}
				}
			}
		}
		for k, s := range best {
			if s.feature >= 0 {
				t.Feature[base+k], t.Above[base+k] = uint16(s.feature), cuts[s.feature][s.bin]
			} else { // all rows go left
				t.Above[base+k] = math.MaxFloat32
			}
		}
		for i, k := range node {
			s := best[k]
			node[i] = 2 * k
			if s.feature >= 0 && int(binned[s.feature][i]) > s.bin {
				node[i]++
			}
		}
	}
	leaves := make([]sum, inner+1)
	for i, k := range node {
		leaves[k].g += float64(grad[i])
		leaves[k].h += float64(hess[i])
	}
	for k, s := range leaves {
		t.Leaf[k] = float32(max(-7, min(7, -o.rate*s.g/(s.h+o.lambda))))
	}
	return t
}

// cutsOf are up to 63 thresholds of a feature, at even steps of its values.
func cutsOf(rows [][]float32, f int) []float32 {
	step := max(1, len(rows)/20000)
	var v []float32
	for i := 0; i < len(rows); i += step {
		v = append(v, rows[i][f])
	}
	sort.Slice(v, func(i, j int) bool { return v[i] < v[j] })
	var cuts []float32
	for k := 1; k < bins; k++ {
		c := v[k*(len(v)-1)/bins]
		if len(cuts) == 0 || c > cuts[len(cuts)-1] {
			cuts = append(cuts, c)
		}
	}
	if len(cuts) > 0 && cuts[len(cuts)-1] >= v[len(v)-1] {
		cuts = cuts[:len(cuts)-1]
	}
	return cuts
}
