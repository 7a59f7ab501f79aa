package reuse

import (
	"math"
	"slices"
)

// regime is one way in which the times of a family may have come about: its
// texts are copied at some pace, or its clocks go astray.
type regime struct {
	wood   *wood
	prior  float64                             // logarithm
	root   func(r int, favour float64) float64 // the logarithm of the weight of a seen root, without its forests
	head   func(under []int) float64           // of those that have their texts from the head
	lean   []float64                           // the logarithm of how likely the head is copied by each
	astray bool
}

// favours are how much likelier a copy is taken from the root than from another
// text of its age, as logarithms. What is so of a family is not known beforehand.
var favours = []float64{0, 1, 2}

// timed are the regimes under which a family's times are likely to be what they
// are: each page comes out so long after its parent. Clocks that go astray are
// one of them, to tell how likely that is.
func (q *question) timed() []regime {
	out := []regime{q.paced(pace{})}
	out[0].prior, out[0].astray = math.Log(clocksBad), true
	for _, p := range paces {
		r := q.paced(p)
		r.prior = math.Log((1 - clocksBad) / float64(len(paces)))
		out = append(out, r)
	}
	return out
}

// paced is the regime of one pace.
func (q *question) paced(p pace) regime {
	c, g := q.clocks, q.clocks.densities(p)
	unknown := 0.0 // a root of which no time is known may have come at any
	if !c.silent() {
		unknown = math.Log(c.window(p))
	}
	from := c.fromHead(p)
	chosen := make([]float64, q.n+1) // by the number of those under the head
	for k := range chosen {
		chosen[k] = math.Inf(-1)
		for _, f := range favours {
			chosen[k] = logSum(chosen[k], float64(k)*f-choices(q.n, q.n+1, f))
		}
	}
	return regime{
		wood: newWood(q.n, func(i, j int) float64 { return q.pages[i][j] + math.Log(g[i][j]) }),
		lean: from[len(from)/2],
		root: func(r int, favour float64) float64 {
			weight := -choices(q.n-1, q.n, favour)
			if !c.known[r] {
				weight += unknown
			}
			return weight
		},
		head: func(under []int) float64 { return chosen[len(under)] + c.headTime(p, from, under, unknown) },
	}
}

// choices is minus the logarithm of how likely so many copies take their texts
// from just those they do, of which one is favoured, whatever their age.
func choices(copies, texts int, favour float64) float64 {
	return float64(copies)*math.Log(float64(texts-1)+math.Exp(favour)) + math.Log(float64(len(favours)))
}

// headTime is the logarithm of how likely those under the head come out when
// they do, over all times the head may have had.
func (c *clocks) headTime(p pace, from [][]float64, under []int, unknown float64) float64 {
	if !slices.ContainsFunc(under, c.exact) {
		sum := unknown
		for _, u := range under {
			sum += from[0][u]
		}
		return sum
	}
	delay := p.median
	if p.median == 0 {
		delay = badDelay
	}
	total := math.Inf(-1)
	for k, row := range from {
		sum := math.Log(lags[k] * delay * math.Log(lagStep))
		for _, u := range under {
			sum += row[u]
		}
		total = logSum(total, sum)
	}
	return total
}

// astray is the regime of clocks that go astray: they say which of two pages is
// likelier to have come first, and nothing of how long after its parent a page
// came, as one wrong clock is all its copies' parent's.
func (q *question) astray() regime {
	g := q.clocks.rates()
	into, lean := make([]float64, q.n), make([]float64, q.n)
	for j := range q.n {
		for i := range q.n {
			into[j] += g[i][j]
		}
		lean[j] = math.Log(g[q.n][j])
	}
	chosen := make([]float64, q.n+1)
	for k := range chosen {
		chosen[k] = math.Inf(-1)
		for _, f := range favours {
			all := float64(k)*f - math.Log(float64(len(favours)))
			for j := range q.n {
				all -= math.Log(into[j] + math.Exp(f)*g[q.n][j])
			}
			chosen[k] = logSum(chosen[k], all)
		}
	}
	return regime{
		wood: newWood(q.n, func(i, j int) float64 { return q.pages[i][j] + math.Log(g[i][j]) }),
		lean: lean,
		root: func(r int, favour float64) float64 {
			weight := -math.Log(float64(q.n) * float64(len(favours)))
			for j := range q.n {
				if j != r {
					weight -= math.Log(into[j] + (math.Exp(favour)-1)*g[r][j])
				}
			}
			return weight
		},
		head: func(under []int) float64 {
			weight := chosen[len(under)] + astrayHead
			for _, u := range under {
				weight += lean[u]
			}
			return weight
		},
	}
}

// logSum is the logarithm of the sum of two numbers given by theirs.
func logSum(x, y float64) float64 {
	if x < y {
		x, y = y, x
	}
	if math.IsInf(x, -1) {
		return x
	}
	return x + math.Log1p(math.Exp(y-x))
}
