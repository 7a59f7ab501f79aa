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
	unseenHead   = 0.0   // logarithm of how often there is an unseen head, against a seen root
	astrayHead   = -0.6  // more of that, where clocks go astray and cannot show it
	rarely       = 0.001 // how likely something is that need not be looked into
)

// posterior is how likely each member has its text from each other one, or from
// the unseen head (the last), given all that is known, and is the root.
type posterior struct {
	arcs   [][]float64 // by parent and child
	roots  []float64
	astray float64 // how likely the clocks go astray; what is so then is not in arcs and roots
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
	regime int // its place among those of what is asked
}

// asked is a question being answered.
type asked struct {
	*question
	regimes []regime
	found   []config
	most    float64
	known   map[string]float64
	counted float64 // additions so far
}

// answer sums over all trees of the family: all sets of members under an unseen
// head and all seen roots, all forests under them, all paces of copying. Of a
// large family the sets are looked for.
func (q *question) answer() *posterior {
	p := q.answerBy(q.timed())
	if p.astray > rarely {
		p.mix(q.answerBy([]regime{q.astray()}))
	}
	return p
}

// answerBy is the answer if one of some regimes holds.
func (q *question) answerBy(regimes []regime) *posterior {
	a := &asked{question: q, regimes: regimes, most: math.Inf(-1), known: map[string]float64{}}
	a.seen()
	if q.n <= mostExact {
		a.every()
	} else {
		a.search()
	}
	return a.shares()
}

// mix adds what is so if the clocks go astray.
func (p *posterior) mix(astray *posterior) {
	for i := range p.arcs {
		for j := range p.arcs[i] {
			p.arcs[i][j] += p.astray * astray.arcs[i][j]
		}
	}
	for i := range p.roots {
		p.roots[i] += p.astray * astray.roots[i]
	}
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
	for k := range a.regimes {
		g := &a.regimes[k]
		for _, r := range a.rootsOf(k) {
			for _, f := range favours {
				g.wood.favour = math.Exp(f)
				a.try(config{weight: g.prior + g.root(r, f) + alone[r], under: []int{r}, seen: true, favour: g.wood.favour, regime: k})
			}
		}
	}
}

// try adds a configuration whose weight without its forests is known, if these
// can make it count.
func (a *asked) try(c config) {
	w := a.regimes[c.regime].wood
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
		for k := range a.regimes {
			a.open(under, k)
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
	g := &a.regimes[regime]
	g.wood.favour = 1
	a.try(config{weight: g.prior + g.head(under) + head, under: under, favour: 1, regime: regime})
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
		if a.regimes[c.regime].astray {
			p.astray += x
			continue
		}
		for _, u := range c.under {
			if c.seen && !a.named {
				p.roots[u] += x
			} else {
				p.arcs[a.n][u] += x
			}
		}
		w := a.regimes[c.regime].wood
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
	p.astray /= total
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
