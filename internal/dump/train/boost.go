package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/stemma-news/stemma/internal/dump/body"
)

// bins is how many steps of a feature's values a split may stand between.
const bins = 64

// options of a forest.
type options struct {
	trees, leaves int
	rate          float64
	rows, columns float64 // the shares each tree sees
	least, lambda float64 // least weight of a leaf, shrinkage of its value
	base          float64
	seed          uint64
	// groups, where set, is for each row the group it is of, rising: one row of
	// a group is to be chosen, and its chance is a share.
	groups []int32
}

// binned is a table of features as steps between cuts.
type binned struct {
	cuts  [][]float32
	width int
	steps []uint8 // by row, then feature
}

func bin(rows [][]float32) *binned {
	width := len(rows[0])
	b := &binned{cuts: make([][]float32, width), width: width, steps: make([]uint8, width*len(rows))}
	step := max(1, len(rows)/20000)
	for f := range width {
		var v []float32
		for i := 0; i < len(rows); i += step {
			v = append(v, rows[i][f])
		}
		slices.Sort(v)
		var cuts []float32
		for k := 1; k < bins; k++ {
			c := body.Round(v[k*(len(v)-1)/bins])
			if len(cuts) == 0 || c > cuts[len(cuts)-1] {
				cuts = append(cuts, c)
			}
		}
		uniq := slices.Compact(v)
		if len(uniq) < bins {
			cuts = cuts[:0]
			for _, u := range uniq[:len(uniq)-1] {
				if c := body.Round(u); len(cuts) == 0 || c > cuts[len(cuts)-1] {
					cuts = append(cuts, c)
				}
			}
		}
		b.cuts[f] = cuts
	}
	for i, r := range rows {
		at := b.steps[i*width : (i+1)*width]
		for f, x := range r {
			lo, hi := 0, len(b.cuts[f])
			for lo < hi {
				if m := (lo + hi) / 2; x <= b.cuts[f][m] {
					hi = m
				} else {
					lo = m + 1
				}
			}
			at[f] = uint8(lo)
		}
	}
	return b
}

// slope is the first and second derivative of the loss, of a row or a sum.
type slope struct{ g, h float64 }

type leaf struct {
	rows []int32
	slope
	sums    []slope // by column taken, then step
	gain    float64
	feature int
	cut     int
	// left and right are set once it is split.
	left, right *leaf
}

// boost fits a forest to labels (0 to 1) with weights, by second-order
// boosting of the logistic loss.
func boost(rows [][]float32, label, weight []float32, o options) *body.Forest {
	b := bin(rows)
	rng := rand.New(rand.NewPCG(o.seed, 7))
	score := make([]float64, len(rows))
	for i := range score {
		score[i] = o.base
	}
	out := &body.Forest{Base: body.Round(float32(o.base))}
	d := make([]slope, len(rows))
	for range o.trees {
		var in []int32
		chance := chances(score, o.groups)
		for i := range rows {
			if rng.Float64() >= o.rows {
				continue
			}
			p := chance[i]
			w := float64(weight[i])
			d[i] = slope{w * (p - float64(label[i])), w * max(p*(1-p), 1e-6)}
			in = append(in, int32(i))
		}
		var cols []int
		for f := range b.cuts {
			if rng.Float64() < o.columns && len(b.cuts[f]) > 0 {
				cols = append(cols, f)
			}
		}
		root := grow(b, d, in, cols, o)
		emit(out, b, root, o)
		for i := range rows {
			score[i] += value(b, root, i, o)
		}
	}
	return out
}

// chances turns log-odds into probabilities: of each row alone, or as shares of
// its group.
func chances(score []float64, groups []int32) []float64 {
	out := make([]float64, len(score))
	if groups == nil {
		for i, x := range score {
			out[i] = 1 / (1 + math.Exp(-x))
		}
		return out
	}
	for lo := 0; lo < len(score); {
		hi, sum := lo, 0.0
		for ; hi < len(score) && groups[hi] == groups[lo]; hi++ {
			out[hi] = math.Exp(score[hi])
			sum += out[hi]
		}
		for ; lo < hi; lo++ {
			out[lo] /= sum
		}
	}
	return out
}

// grow grows a tree best leaf first.
func grow(b *binned, d []slope, in []int32, cols []int, o options) *leaf {
	root := &leaf{rows: in}
	root.count(b, d, cols)
	root.best(b, cols, o)
	open := []*leaf{root}
	for n := 1; n < o.leaves; n++ {
		k := -1
		for i, l := range open {
			if l.gain > 1e-9 && (k < 0 || l.gain > open[k].gain) {
				k = i
			}
		}
		if k < 0 {
			break
		}
		l := open[k]
		l.split(b, d, cols)
		l.left.best(b, cols, o)
		l.right.best(b, cols, o)
		open[k] = l.left
		open = append(open, l.right)
	}
	return root
}

// split shares the rows of l between two leaves. The rows of the smaller are
// counted, and the sums of the larger are what is left.
func (l *leaf) split(b *binned, d []slope, cols []int) {
	l.left, l.right = &leaf{}, &leaf{}
	for _, i := range l.rows {
		side := l.right
		if int(b.steps[int(i)*b.width+l.feature]) <= l.cut {
			side = l.left
		}
		side.rows = append(side.rows, i)
	}
	small, large := l.left, l.right
	if len(small.rows) > len(large.rows) {
		small, large = large, small
	}
	small.count(b, d, cols)
	large.slope = slope{l.g - small.g, l.h - small.h}
	large.sums = l.sums
	for k, s := range small.sums {
		large.sums[k].g -= s.g
		large.sums[k].h -= s.h
	}
	l.rows, l.sums = nil, nil
}

// count sums the slopes of l's rows.
func (l *leaf) count(b *binned, d []slope, cols []int) {
	l.sums = make([]slope, len(cols)*bins)
	for _, i := range l.rows {
		x := d[i]
		l.g += x.g
		l.h += x.h
		at := b.steps[int(i)*b.width : (int(i)+1)*b.width]
		for k, f := range cols {
			s := &l.sums[k*bins+int(at[f])]
			s.g += x.g
			s.h += x.h
		}
	}
}

// best finds the best split of l.
func (l *leaf) best(b *binned, cols []int, o options) {
	score := func(g, h float64) float64 { return g * g / (h + o.lambda) }
	whole := score(l.g, l.h)
	if l.h < 2*o.least {
		return
	}
	for k, f := range cols {
		var lg, lh float64
		for c := range b.cuts[f] {
			s := l.sums[k*bins+c]
			lg += s.g
			lh += s.h
			if lh < o.least || l.h-lh < o.least {
				continue
			}
			if gain := score(lg, lh) + score(l.g-lg, l.h-lh) - whole; gain > l.gain {
				l.gain, l.feature, l.cut = gain, f, c
			}
		}
	}
}

func (l *leaf) worth(o options) float64 {
	return float64(body.Round(float32(-o.rate * l.g / (l.h + o.lambda))))
}

func value(b *binned, l *leaf, row int, o options) float64 {
	for l.left != nil {
		if int(b.steps[row*b.width+l.feature]) <= l.cut {
			l = l.left
		} else {
			l = l.right
		}
	}
	return l.worth(o)
}

// emit writes the tree of l to a forest, left child next to its parent.
func emit(out *body.Forest, b *binned, l *leaf, o options) {
	out.Roots = append(out.Roots, int32(len(out.Nodes)))
	var put func(*leaf)
	put = func(l *leaf) {
		at := len(out.Nodes)
		if l.left == nil {
			out.Nodes = append(out.Nodes, body.Node{Feature: -1, Value: float32(l.worth(o))})
			return
		}
		out.Nodes = append(out.Nodes, body.Node{Feature: int16(l.feature), Value: b.cuts[l.feature][l.cut]})
		put(l.left)
		out.Nodes[at].Right = int32(len(out.Nodes))
		put(l.right)
	}
	put(l)
}
