package reuse

import "math"

// What clocks say of a family's tree.
const (
	clockStray = 0.01   // how often, of a family whose clocks go right, a text is copied before its time or much later than others
	strayOver  = 2000.0 // in so many minutes
	clocksBad  = 0.2    // how often a family's clocks go astray
	badDelay   = 120.0  // by how many minutes a page's clock is then after that of its parent
	badScale   = 180.0  // give or take
	badTurn    = 120.0  // by how many minutes an earlier page is the likelier parent then
)

// pace is how soon the texts of a family are copied: most at an age of median
// minutes, others at ages whose logarithms spread by so much. The zero pace says
// that the clocks go astray.
type pace struct{ median, spread float64 }

// paces are those that are tried: a quarter of an hour to five days, in
// families that all hurry alike and in such as do not.
var paces = func() []pace {
	var out []pace
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

// window is in how many minutes a family's pages come out, where nothing more is
// known of one.
func (c *clocks) window(p pace) float64 {
	last := c.first
	for i, known := range c.known {
		if known {
			last = max(last, c.at[i])
		}
	}
	return last - c.first + p.width()
}

// silent reports whether no member's time is known.
func (c *clocks) silent() bool { return math.IsInf(c.first, 1) }

// exact reports whether more than the day of j is known.
func (c *clocks) exact(j int) bool { return c.known[j] && c.until[j] == c.from[j] }

// density is how likely, by the minute, a copy's clock is by age after that of
// its parent.
func (p pace) density(age float64) float64 {
	const stray = clockStray / strayOver
	switch {
	case p.median == 0:
		e := math.Exp(-math.Abs(age-badDelay) / badScale)
		return stray + e/(1+e)/(1+e)/badScale
	case age <= 0:
		return stray
	}
	x := math.Log(age/p.median) / p.spread
	return stray + math.Exp(-x*x/2)/p.width()
}

// width is the minutes that a text would be copied in, were it always copied as
// often as at its best age.
func (p pace) width() float64 {
	if p.median == 0 {
		return 4 * badScale
	}
	return p.median * p.spread * math.Sqrt(2*math.Pi) * math.Exp(p.spread*p.spread/2)
}

// densities are how likely, by parent and child, the child comes out when it
// does. Of a time that is not known nothing is said.
func (c *clocks) densities(p pace) [][]float64 {
	n := len(c.known)
	out := make([][]float64, n)
	usual := 1 / c.window(p)
	for i := range out {
		out[i] = make([]float64, n)
		for j := range n {
			age, ok := c.gap(i, j)
			switch {
			case !c.known[j]:
				out[i][j] = 1
			case ok:
				out[i][j] = p.density(age)
			default:
				out[i][j] = usual
			}
		}
	}
	return out
}

// lags are by how much the unseen head may have come before the first page, as
// shares of the usual age at which texts are copied, each lagStep times the one
// before it.
var lags = []float64{0.2, 0.34, 0.58, 1, 1.7, 2.9}

const lagStep = 1.7

// fromHead are, by lag, the logarithms of how likely each member comes out when
// it does if it has its text from the head.
func (c *clocks) fromHead(p pace) [][]float64 {
	usual, delay := -math.Log(c.window(p)), p.median
	if p.median == 0 {
		delay = badDelay
	}
	var out [][]float64
	for _, l := range lags {
		row := make([]float64, len(c.known))
		for j := range row {
			switch {
			case c.exact(j):
				row[j] = math.Log(p.density(c.at[j] - c.first + l*delay))
			case c.known[j]:
				row[j] = usual
			}
		}
		out = append(out, row)
	}
	return out
}

// rates are how likely it is, where clocks go astray, that each member (by
// place) was there to be copied by each other one, and the unseen head, which is
// the last.
func (c *clocks) rates() [][]float64 {
	n := len(c.known)
	out := make([][]float64, n+1)
	for i := range out {
		out[i] = make([]float64, n)
	}
	for j := range n {
		sum, known := 0.0, 0.0
		for i := range n {
			if age, ok := c.gap(i, j); ok && i != j {
				out[i][j] = 1 / (1 + math.Exp(-age/badTurn))
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
		if out[n][j] = 0.5; !c.known[j] {
			out[n][j] = usual
		}
	}
	return out
}
