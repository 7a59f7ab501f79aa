package lang

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
)

// Course says how to learn.
type Course struct {
	Seed      uint64
	Seeds     int // how many runs are averaged
	Tags      int // epochs
	Trees     int // of the parser
	Nets      int // of its nets
	Rows      int // features kept of each parser
	Names     int // epochs of the names
	NamePairs int // weights kept of the names
	Log       func(format string, args ...any)
}

// lesson is a sentence to learn from.
type lesson struct {
	ts   []token // looks only; tags as predicted once they are
	x, u []uint8 // right tags, 1-based, 0 for one not learnt
	gold *gold
}

type lessons struct {
	in  *inventory
	all []lesson
}

// classes returns what occurs at least five times, sorted.
func classes(count map[string]int) []string {
	var out []string
	for c, n := range count {
		if n >= 5 && c != "_" {
			out = append(out, c)
		}
	}
	slices.Sort(out)
	return out
}

func prepare(trees []Tree, in *inventory) *lessons {
	if in == nil {
		x, u, r := map[string]int{}, map[string]int{}, map[string]int{}
		for _, t := range trees {
			for _, w := range t.Words {
				x[w.XPOS]++
				u[w.UPOS]++
				r[w.Rel]++
			}
		}
		in = newInventory(classes(x), classes(u), classes(r))
	}
	index := func(list []string, c string) uint8 {
		if i, ok := slices.BinarySearch(list, c); ok {
			return uint8(i) + 1
		}
		return 0
	}
	ls := &lessons{in: in}
	for i := range trees {
		t := &trees[i]
		n := len(t.Words)
		l := lesson{ts: make([]token, n), x: make([]uint8, n), u: make([]uint8, n)}
		head, label := make([]int32, n), make([]uint8, n)
		readLooks(l.ts, t.Text, t.Words)
		for k, w := range t.Words {
			l.x[k], l.u[k] = index(in.x, w.XPOS), index(in.u, w.UPOS)
			head[k] = int32(w.Head)
			if w.Head < 0 {
				head[k] = int32(n)
			}
			if label[k] = index(in.rel, w.Rel); label[k] == 0 {
				base, _, _ := strings.Cut(w.Rel, ":")
				label[k] = index(in.rel, base)
			}
		}
		l.gold = newGold(head, label)
		ls.all = append(ls.all, l)
	}
	return ls
}

func order(rng *rand.Rand, n int) []int { return rng.Perm(n) }

// treeRun is one run of learning to parse.
type treeRun struct {
	move         *quadLearner
	label, again *sparseLearner
}

func learnTrees(ls *lessons, c Course, seed uint64) *treeRun {
	rng := rand.New(rand.NewPCG(seed, 11))
	n := len(ls.in.rel)
	r := &treeRun{newQuadLearner(23), newSparseLearner(22, n), newSparseLearner(22, n)}
	var s state
	var f feats
	for ep := range c.Trees {
		wrong, moves := 0, 0
		for _, n := range order(rng, len(ls.all)) {
			w, m := r.sentence(&s, &f, &ls.all[n], ls.in, rng, ep)
			wrong, moves = wrong+w, moves+m
		}
		c.Log("run %d epoch %d: %.2f%% of transitions wrong", seed, ep, 100*float64(wrong)/float64(moves))
	}
	return r
}

// sentence learns from one sentence: it parses it, and corrects each transition
// that loses arcs. After the first epoch it mostly goes on as it would have, so
// that it learns to go on from its own errors.
func (r *treeRun) sentence(s *state, f *feats, l *lesson, in *inventory, rng *rand.Rand, ep int) (wrong, moves int) {
	s.reset(l.ts, in)
	var score [4]float32
	for !s.done() {
		var head, dep int32
		legal := s.legal()
		if legal == 0 {
			head, dep = s.settle()
		} else {
			cost := s.costs(l.gold, legal)
			t, good := -1, -1
			if legal&(legal-1) == 0 {
				for legal>>(t+1)&1 == 0 {
					t++
				}
				t++
			} else {
				s.transitionFeats(f)
				r.move.score(f.h, &score)
				least := 1 << 30
				for k := range 4 {
					if legal>>k&1 != 0 {
						least = min(least, cost[k])
					}
				}
				for k := range 4 {
					if legal>>k&1 == 0 {
						continue
					}
					if t < 0 || score[k] > score[t] {
						t = k
					}
					if cost[k] == least && (good < 0 || score[k] > score[good]) {
						good = k
					}
				}
				moves++
				r.move.t++
				if cost[t] > least {
					wrong++
					r.move.update(f.h, good, t)
					if ep == 0 || rng.IntN(10) == 0 {
						t = good
					}
				}
			}
			head, dep = s.take(t)
		}
		if dep >= 0 {
			s.attach(head, dep, r.learnLabel(r.label, s, f, l, in, head, dep), in)
		}
	}
	if ep >= 1 {
		for i := range l.ts {
			h := s.nodes[i].head
			s.nodes[i].label = r.learnLabel(r.again, s, f, l, in, h, int32(i))
		}
	}
	return wrong, moves
}

func (r *treeRun) learnLabel(m *sparseLearner, s *state, f *feats, l *lesson, in *inventory, head, dep int32) uint8 {
	if int(head) == len(l.ts) {
		return in.root
	}
	var out [maxClasses]float32
	s.labelFeats(f, head, dep)
	m.score(f.h, &out)
	g := bestFloat(out[:m.n])
	if l.gold.head[dep] == head {
		m.t++
		if want := int(l.gold.label[dep]) - 1; want >= 0 && want != g {
			m.update(f.h, want, g)
		}
	}
	return uint8(g) + 1
}

// parserModel packs the mean of runs: transitions, labels, and the labels of
// the second look.
func parserModel(runs []*treeRun, rel []string, rows int) (move, label, again []byte) {
	sum := make([][4]float32, 1<<runs[0].move.logn)
	var ls, as []*sparseLearner
	for _, r := range runs {
		r.move.average(sum)
		ls, as = append(ls, r.label), append(as, r.again)
	}
	return writeQuad(sum, runs[0].move.logn, rows), writeSparse(ls, rel, 300_000), writeSparse(as, rel, 400_000)
}

// LearnTrees learns the linear models of the parser from trees.
func LearnTrees(trees []Tree, c Course) []byte {
	ls := prepare(trees, nil)
	ls.jackknife(5, c)
	c.Log("tags of the training text predicted")
	runs := make([]*treeRun, c.Seeds)
	var wg sync.WaitGroup
	for i := range runs {
		wg.Go(func() { runs[i] = learnTrees(ls, c, c.Seed+uint64(i)) })
	}
	wg.Wait()
	move, label, again := parserModel(runs, ls.in.rel, c.Rows)
	return sections(move, label, again)
}

// LearnNets learns the nets of the parser from trees. The weight of the linear
// models beside them is what does best on dev, with the tags of the model tags.
func LearnNets(trees []Tree, dev map[string][]Tree, tags, linear []byte, c Course) ([]byte, error) {
	ls := prepare(trees, nil)
	ls.jackknife(5, c)
	c.Log("tags of the training text predicted")
	move, arc := learnNets(ls, c)
	return weighNets(sections(move.write(), arc.write()), dev, tags, linear, c)
}

func weighNets(packed []byte, dev map[string][]Tree, tags, linear []byte, c Course) (nets []byte, err error) {
	best := -1.0
	for _, m := range []float32{0.6, 1, 1.5, 2} {
		try := append(packed[:len(packed):len(packed)], mixes(m, m)...)
		e, err := newEngine(tags, linear, try)
		if err != nil {
			return nil, err
		}
		sum := 0.0
		for _, name := range slices.Sorted(maps.Keys(dev)) {
			las, line := e.score(dev[name])
			sum += las
			c.Log("linear models at %g: %s: %s", m, name, line)
		}
		if sum > best {
			best, nets = sum, try
		}
	}
	return nets, nil
}

// score parses trees and compares.
func (e *engine) score(trees []Tree) (labelled float64, line string) {
	w := worker{engine: e}
	var n, x, u, uas, las int
	for i := range trees {
		t := &trees[i]
		w.ts = grow(w.ts, len(t.Words))
		readLooks(w.ts, t.Text, t.Words)
		w.tag()
		w.parse()
		for k, g := range t.Words {
			n++
			if e.in.x[w.ts[k].x-1] == g.XPOS {
				x++
			}
			if e.in.u[w.ts[k].u-1] == g.UPOS {
				u++
			}
			nd := w.st.nodes[k]
			h := int(nd.head)
			if h == len(t.Words) {
				h = -1
			}
			if h == g.Head {
				uas++
				if e.in.rel[nd.label-1] == g.Rel {
					las++
				}
			}
		}
	}
	p := func(k int) float64 { return 100 * float64(k) / float64(n) }
	return p(las), fmt.Sprintf("%d words XPOS %.2f UPOS %.2f UAS %.2f LAS %.2f", n, p(x), p(u), p(uas), p(las))
}
