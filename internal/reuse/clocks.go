package reuse

import "math"

// What clocks say of a family's tree.
const (
	clockStray = 0.004 // how often a text is copied before its time, or hours from nowhere, against its best age
	clocksBad  = 0.2   // how often a family's clocks go astray
	badScale   = 120.0 // by how many minutes they then go wrong
	leastPace  = 1e-4  // how likely a pace must be to be looked at
)

// pace is how soon the texts of a family are copied: most at an age of median
// minutes, others at ages whose logarithms spread by so much. The zero pace says
// that the clocks go astray.
type pace struct{ median, spread float64 }

// paces are those that are tried: a quarter of an hour to five days, in
// families that all hurry alike and in such as do not.
var paces = func() []pace {
	out := []pace{{}}
	for median := 15.0; median < 10000; median *= 2 {
		out = append(out, pace{median, 0.5}, pace{median, 2})
	}
	return out
}()

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

// rate is how often a text of an age is copied, against its best age.
func (p pace) rate(age float64) float64 {
	if p.median == 0 {
		return 1 / (1 + math.Exp(-age/badScale))
	}
	if age <= 0 {
		return clockStray
	}
	x := math.Log(age/p.median) / p.spread
	return clockStray + math.Exp(-x*x/2)
}

// width is the minutes that a text is copied in, were it always copied as often
// as at its best age.
func (p pace) width() float64 {
	return p.median * p.spread * math.Sqrt(2*math.Pi) * math.Exp(p.spread*p.spread/2)
}

// priors are how likely each of paces is by when the members came out, whatever
// their tree: soon after others, each, or not.
func (c *clocks) priors() []float64 {
	out := make([]float64, len(paces))
	most := math.Inf(-1)
	for k, p := range paces {
		if p.median != 0 {
			out[k] = c.arrivals(p)
			most = max(most, out[k])
		}
	}
	sum := 0.0
	for k, p := range paces {
		if p.median != 0 {
			out[k] = math.Exp(out[k] - most)
			sum += out[k]
		}
	}
	for k, p := range paces {
		if p.median == 0 {
			out[k] = clocksBad
		} else {
			out[k] *= (1 - clocksBad) / sum
		}
	}
	return out
}

// leastArrival is how likely, by the minute, a member comes out for which no
// earlier one is a reason.
const leastArrival = 1e-9

// arrivals is the logarithm of how likely members come out when they do, after
// the first, if each of those before may be copied.
func (c *clocks) arrivals(p pace) float64 {
	total := 0.0
	for j := range c.known {
		if !c.known[j] || c.at[j] <= c.first {
			continue
		}
		sum := leastArrival
		for i := range c.known {
			if age, ok := c.gap(i, j); ok && i != j && age > 0 {
				sum += p.rate(age) / p.width()
			}
		}
		total += math.Log(sum)
	}
	return total
}

// rates are how often each member (by place) was open to be copied by each
// other one, and the unseen head, which is the last: it came before the first
// of them by as long as a copy takes. Of times not known nothing is said.
func (c *clocks) rates(p pace) [][]float64 {
	n := len(c.known)
	out := make([][]float64, n+1)
	for i := range out {
		out[i] = make([]float64, n)
	}
	for j := range n {
		sum, known := 0.0, 0.0
		for i := range n {
			if age, ok := c.gap(i, j); ok && i != j {
				out[i][j] = p.rate(age)
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
		case p.median == 0:
			out[n][j] = 0.5
		default:
			out[n][j] = p.rate(c.at[j] - c.first + p.median)
		}
	}
	return out
}

// begins is how likely j is the root, by the clocks alone.
func (c *clocks) begins(j int, p pace) float64 {
	if p.median == 0 {
		return 1 / float64(len(c.known))
	}
	for i := range c.known {
		if age, ok := c.gap(i, j); ok && age > clockNoise.Minutes() {
			return clockStray
		}
	}
	return 1
}
