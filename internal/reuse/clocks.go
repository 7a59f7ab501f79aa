package reuse

import "math"

// What clocks say of a family's tree.
const (
	clockStray = 0.004 // how often a text is copied before its time, or hours from nowhere, against its best age
	clockTail  = 1.5   // with what power of its age a text is copied less often
	clocksBad  = 0.2   // how often a family's clocks go astray
	badScale   = 120.0 // by how many minutes they then go wrong
)

// medians are the ages, in minutes, at which texts are copied most that are
// tried; 0: the clocks go astray.
var medians = []float64{0, 30, 120, 480, 1920, 7680}

// prior is how likely the ages are one of medians.
func prior(median float64) float64 {
	if median == 0 {
		return clocksBad
	}
	return (1 - clocksBad) / float64(len(medians)-1)
}

// clocks are the times at which the members of a family were published.
type clocks struct {
	known       []bool
	at          []float64 // minutes
	from, until []float64 // of those of whom only the day is known
	first       float64   // the earliest
}

func newClocks(members []member) *clocks {
	c := &clocks{first: math.Inf(1)}
	for _, m := range members {
		known, at, from, until := false, 0.0, 0.0, 0.0
		if d := m.a.Published; d != nil && !d.From.IsZero() {
			const unix = 60 // seconds to minutes
			known, from = true, float64(d.From.Unix())/unix
			until = max(from, float64(d.Until.Unix())/unix)
			at = from
			if until-from > unix {
				at = (from + until) / 2
			} else {
				until = from
			}
			c.first = min(c.first, at)
		}
		c.known, c.at, c.from, c.until = append(c.known, known), append(c.at, at), append(c.from, from), append(c.until, until)
	}
	return c
}

// gap is how many minutes after i j was published; false where nobody knows, or
// both may be of one day.
func (c *clocks) gap(i, j int) (float64, bool) {
	if !c.known[i] || !c.known[j] {
		return 0, false
	}
	if (c.until[i] > c.from[i] || c.until[j] > c.from[j]) && c.from[j] < c.until[i] && c.from[i] < c.until[j] {
		return 0, false
	}
	return c.at[j] - c.at[i], true
}

// rate is how often a text of an age is copied, against its other ages.
func rate(age, median float64) float64 {
	if median == 0 {
		return 1 / (1 + math.Exp(-age/badScale))
	}
	x := max(0, age/median)
	return clockStray + x*x/(1+x*x)*math.Pow(1+x, -clockTail)
}

// rates are how often each member (by place) was open to be copied by each
// other one, and the unseen head, which is the last: it came before the first
// of them by as long as a copy takes. Of times not known nothing is said.
func (c *clocks) rates(median float64) [][]float64 {
	n := len(c.known)
	out := make([][]float64, n+1)
	for i := range out {
		out[i] = make([]float64, n)
	}
	for j := range n {
		sum, known := 0.0, 0.0
		for i := range n {
			if age, ok := c.gap(i, j); ok && i != j {
				out[i][j] = rate(age, median)
				sum, known = sum+out[i][j], known+1
			}
		}
		usual := 0.5
		if known > 0 {
			usual = sum / known
		}
		for i := range n {
			if _, ok := c.gap(i, j); !ok && i != j {
				out[i][j] = usual
			}
		}
		switch {
		case !c.known[j]:
			out[n][j] = usual
		case median == 0:
			out[n][j] = 0.5
		default:
			out[n][j] = rate(c.at[j]-c.first+median, median)
		}
	}
	return out
}

// begins is how likely j is the root, by the clocks alone.
func (c *clocks) begins(j int, median float64) float64 {
	if median == 0 {
		return 1 / float64(len(c.known))
	}
	for i := range c.known {
		if age, ok := c.gap(i, j); ok && age > clockNoise.Minutes() {
			return clockStray
		}
	}
	return 1
}
