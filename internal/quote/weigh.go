package quote

import (
	"math"
	"slices"
)

// features are the likenesses of two wordings that [alike] weighs.
type features [7]float64

// weights are learnt by logistic regression from pairs of translations of one
// line against pairs of neighbouring lines (docs/decisions/061-sayings.md).
var weights = features{-5.94, 3.05, 4.29, 0.95, 6.88, 2.46, -4.50}

func compare(a, b *wording) features {
	var l *likes
	return weighed(a, b, l.covered(a, b), l.covered(b, a))
}

// weighed is compare where it is known how far each is covered by the other.
func weighed(a, b *wording, x, y float64) features {
	f := features{1, 0, min(x, y), max(x, y), stems(a, b), chars(a, b), 0}
	if x+y > 0 {
		f[1] = 2 * x * y / (x + y)
	}
	f[6] = math.Abs(math.Log(float64(len(a.plain)+1) / float64(len(b.plain)+1)))
	return f
}

// stems is the share of the weight of both that their common stems have.
func stems(a, b *wording) float64 {
	left := make([]float64, len(a.terms)) // of each stem of a, where it stands first
	for i, t := range a.terms {
		left[slices.Index(a.stems, a.stems[i])] += t.weight
	}
	both := 0.0
	for k, t := range b.terms {
		if i := slices.Index(a.stems, b.stems[k]); i >= 0 {
			w := min(left[i], t.weight)
			both += w
			left[i] -= w
		}
	}
	if u := a.total + b.total - both; u > 0 {
		return both / u
	}
	return 0
}

// chars is the cosine of the letter triples of two wordings, each by the
// weight of its word.
func chars(a, b *wording) float64 {
	x, y := a.letters(), b.letters()
	var xx, yy, dot float64
	for _, g := range x {
		xx += g.weight * g.weight
	}
	for _, g := range y {
		yy += g.weight * g.weight
	}
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].gram < y[j].gram:
			i++
		case x[i].gram > y[j].gram:
			j++
		default:
			dot += x[i].weight * y[j].weight
			i++
			j++
		}
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return dot / math.Sqrt(xx*yy)
}

type triple struct {
	gram   uint32
	weight float64
}

// letters are the letter triples of a wording in order, each once.
func (w *wording) letters() []triple {
	if w.triples == nil {
		w.triples = triples(w.terms)
	}
	return w.triples
}

func triples(terms []*term) []triple {
	all := []triple{}
	for _, t := range terms {
		for _, g := range t.grams {
			all = append(all, triple{g, t.weight})
		}
	}
	slices.SortStableFunc(all, func(a, b triple) int { return int(a.gram) - int(b.gram) })
	out := all[:0]
	for _, t := range all {
		if n := len(out); n > 0 && out[n-1].gram == t.gram {
			out[n-1].weight += t.weight
		} else {
			out = append(out, t)
		}
	}
	return out
}

// alike is how far two wordings say the same, 0 to 1.
func alike(a, b *wording) float64 { return chance(compare(a, b)) }

func chance(f features) float64 {
	s := 0.0
	for i, w := range weights {
		s += w * f[i]
	}
	return 1 / (1 + math.Exp(-s))
}
