package reuse

import (
	"cmp"
	"math"
	"slices"
)

const (
	mostExact    = 11    // members up to which every set of texts under the head is tried
	mostSearched = 40    // members up to which sets are looked for beside those a tree gives
	mostSums     = 1e8   // additions spent on the sets of one family, and as many on their shares
	slight       = 9.0   // logarithm below the likeliest at which a set says nothing more
	oneCopy      = -1.25 // logarithm of how often all have the text somebody names from one page that took it
	unseenHead   = -0.6  // logarithm of how often there is an unseen head, against a seen root
)

// favours are how much likelier a copy is taken from the root than from another
// text of its age, as logarithms. What is so of a family is not known beforehand.
var favours = []float64{0, 1, 2}

// posterior is how likely each member has its text from each other one, or from
// the unseen head (the last), given all that is known, and is the root.
type posterior struct {
	arcs  [][]float64 // by parent and child
	roots []float64
}

// question is what is known of a family.
type question struct {
	n      int
	pages  [][]float64                 // the logarithm of the weight of an arc between members, without clocks
	head   func(under []int) float64   // of those from the head, together
	heads  func(under []int) []float64 // of each one from the head, if it read as these do
	clocks *clocks
	named  bool // somebody names the unseen head
	along  bool // but only in lines that go along with the text
}

// config is a set of members under the head, or a seen root, if texts are copied
// at one of paces.
type config struct {
	weight float64 // logarithm
	sum    float64 // of the forests
	under  []int
	seen   bool
	favour float64
	regime int
}

// asked is a question being answered.
type asked struct {
	*question
	regimes []int     // the paces that are likely enough
	priors  []float64 // by regime: one of paces
	woods   []*wood
	rates   [][][]float64
	into    [][]float64 // by regime, how often each member was open to be copied by the others
	shape   [][]float64 // by regime and members under the head: how likely so many are, over what is favoured
	found   []config
	most    float64
	known   map[string]float64
	counted float64 // additions so far
}

// answer sums over all trees of the family: all sets of members under an unseen
// head and all seen roots, all forests under them, all paces of copying. Of a
// large family the sets are looked for.
func (q *question) answer() *posterior {
	a := newAsked(q)
	a.seen()
	if q.n <= mostExact {
		a.every()
	} else {
		a.search()
	}
	return a.shares()
}

func newAsked(q *question) *asked {
	a := &asked{question: q, priors: q.clocks.priors(), most: math.Inf(-1), known: map[string]float64{}}
	a.woods, a.rates = make([]*wood, len(paces)), make([][][]float64, len(paces))
	a.into, a.shape = make([][]float64, len(paces)), make([][]float64, len(paces))
	for regime, p := range paces {
		if a.priors[regime] < leastPace {
			continue
		}
		g := q.clocks.rates(p)
		into := make([]float64, q.n)
		for i := range q.n {
			for j := range q.n {
				into[j] += g[i][j]
			}
		}
		a.regimes = append(a.regimes, regime)
		a.rates[regime], a.into[regime] = g, into
		a.shape[regime] = a.shapes(regime)
		a.woods[regime] = newWood(q.n, func(i, j int) float64 { return q.pages[i][j] + math.Log(g[i][j]) })
	}
	return a
}

// shapes is the logarithm of how likely the members' choices among all parents
// are, by the number of those that chose the head.
func (a *asked) shapes(regime int) []float64 {
	out := make([]float64, a.n+1)
	for k := range out {
		out[k] = math.Inf(-1)
	}
	for _, f := range favours {
		all := -math.Log(float64(len(favours)))
		for j := range a.n {
			all -= math.Log(a.into[regime][j] + math.Exp(f)*a.rates[regime][a.n][j])
		}
		for k := range out {
			z := all + float64(k)*f
			high := max(z, out[k])
			out[k] = high + math.Log(math.Exp(z-high)+math.Exp(out[k]-high))
		}
	}
	return out
}

// seen tries each member as the root, or as the only one that has its text from
// the head that somebody names.
func (a *asked) seen() {
	alone := make([]float64, a.n)
	if a.named && !a.along {
		for r := range a.n {
			alone[r] = a.head([]int{r}) + oneCopy
		}
	}
	for _, regime := range a.regimes {
		w := a.woods[regime]
		for _, r := range a.rootsOf(regime) {
			begins := math.Log(a.clocks.begins(r, paces[regime]) * a.priors[regime] / float64(len(favours)))
			for _, f := range favours {
				w.favour = math.Exp(f)
				c := config{weight: begins + alone[r], under: []int{r}, seen: true, favour: w.favour, regime: regime}
				for j := range a.n {
					if j != r {
						c.weight -= math.Log(a.into[regime][j] + (w.favour-1)*a.rates[regime][r][j])
					}
				}
				a.try(c)
			}
		}
	}
}

// try adds a configuration whose weight without its forests is known, if these
// can make it count.
func (a *asked) try(c config) {
	w := a.woods[c.regime]
	if c.weight+w.atMost(c.under) < a.most-slight {
		return
	}
	a.counted += math.Pow(float64(a.n), 3) / 3
	sum, ok := w.sum(c.under, c.seen)
	if !ok {
		return
	}
	c.sum = sum
	c.weight += sum
	a.most = max(a.most, c.weight)
	a.found = append(a.found, c)
}

// every tries each set of members under the head. One alone is as good as a
// root; of two nothing in them can show a head.
func (a *asked) every() {
	if a.n == 2 && !a.named {
		return
	}
	for set := 1; set < 1<<a.n; set++ {
		var under []int
		for i := range a.n {
			if set>>i&1 == 1 {
				under = append(under, i)
			}
		}
		for _, regime := range a.regimes {
			a.open(under, regime)
		}
	}
}

// open tries a set of members, in order, under the head.
func (a *asked) open(under []int, regime int) {
	if len(under) < 2 {
		return
	}
	key := keyOf(under)
	head, ok := a.known[key]
	if !ok {
		if head = a.head(under); !a.named || a.along {
			head += unseenHead
		}
		a.known[key] = head
	}
	c := config{weight: head + a.shape[regime][len(under)] + math.Log(a.priors[regime]), under: under, favour: 1, regime: regime}
	for _, u := range under {
		c.weight += math.Log(a.rates[regime][a.n][u])
	}
	a.woods[regime].favour = 1
	a.try(c)
}

func keyOf(under []int) string {
	b := make([]byte, len(under))
	for i, u := range under {
		b[i] = byte(u)
	}
	return string(b)
}

// shares adds up what has been found, the likeliest first.
func (a *asked) shares() *posterior {
	p := &posterior{roots: make([]float64, a.n)}
	for range a.n + 1 {
		p.arcs = append(p.arcs, make([]float64, a.n))
	}
	slices.SortStableFunc(a.found, func(x, y config) int { return cmp.Compare(y.weight, x.weight) })
	total, spent := 0.0, 0.0
	for i, c := range a.found {
		if c.weight < a.most-slight || i > 0 && spent > mostSums {
			break
		}
		spent += math.Pow(float64(a.n), 4) / 3
		x := math.Exp(c.weight - a.most)
		total += x
		for _, u := range c.under {
			if c.seen && !a.named {
				p.roots[u] += x
			} else {
				p.arcs[a.n][u] += x
			}
		}
		w := a.woods[c.regime]
		w.favour = c.favour
		w.shares(c.under, c.seen, x, c.sum, p.arcs)
	}
	for i := range p.arcs {
		for j := range p.arcs[i] {
			p.arcs[i][j] /= total
		}
	}
	for i := range p.roots {
		p.roots[i] /= total
	}
	return p
}

// tree returns the tree that is likely to have most arcs right, by parent of
// each child: the head is the last, -1 is that of a seen root. Only one of both
// is in it.
func (p *posterior) tree(named bool) []int {
	n := len(p.roots)
	var best []int
	most := math.Inf(-1)
	try := func(root int) {
		var arcs []arc
		for i := range n + 1 {
			for j := range n {
				likely := p.arcs[i][j]
				switch {
				case i == n && j == root:
					likely = p.roots[j]
				case i == n && root >= 0:
					likely = -float64(n + 1) // never
				case i == j || j == root:
					continue
				}
				arcs = append(arcs, arc{i, j, 1 - likely, len(arcs)})
			}
		}
		parents, sum := make([]int, n), 0.0
		for _, k := range arborescence(n+1, n, arcs) {
			parents[arcs[k].child] = arcs[k].parent
			sum += 1 - arcs[k].cost
		}
		if root >= 0 {
			parents[root] = -1
		}
		if sum > most {
			best, most = parents, sum
		}
	}
	if !named {
		for root, likely := range p.roots {
			if likely > 0 {
				try(root)
			}
		}
	}
	if named || best == nil || n > 2 {
		try(-1)
	}
	return best
}
