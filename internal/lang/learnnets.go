package lang

import (
	"math/rand/v2"
	"slices"
)

// The nets of the parser: as large as speed allows, and how they are learnt.
const (
	moveHidden = 256
	arcHidden  = 64
	netDrop    = 0.3   // share of the hidden layer left out at each look
	netBatch   = 24    // sentences
	netRate    = 0.002 // falls to a twentieth
	knownLeast = 3     // a word is known if it occurs so often
)

// learnNets learns the nets of transitions and of labels. While a tree is drawn
// its labels come from a model that has not seen the sentence.
func learnNets(ls *lessons, c Course) (move, arc *net) {
	label := labelFolds(ls, c)
	m := newMoveLearner(ls.all, moveHidden, arcHidden, len(ls.in.rel), c.Seed)
	m.net.drop, m.arc.drop = netDrop, netDrop
	rng := rand.New(rand.NewPCG(c.Seed, 29))
	w := worker{engine: &engine{in: ls.in}}
	var s state
	total, step := c.Nets*len(ls.all)/netBatch, 0
	for ep := range c.Nets {
		var wrong, moves, wrongArcs, arcs, n, k, at int
		explore := 0.9
		if ep == 0 {
			explore = 0
		}
		for _, i := range order(rng, len(ls.all)) {
			l := &ls.all[i]
			w.ts = l.ts
			a, b := m.sentence(&s, l, ls.in, rng, explore, func(head, dep int32) uint8 {
				return w.labelOf(&s, label[i/20%2], head, dep)
			})
			wrong, moves, n = wrong+a, moves+b, n+b
			if ep > 0 {
				a, b = m.labels(&s, l)
				wrongArcs, arcs, k = wrongArcs+a, arcs+b, k+b
			}
			if at++; at%netBatch != 0 {
				continue
			}
			rate := rateAt(step, total)
			m.net.step(rate, 1/float32(max(n, 1)))
			if ep > 0 {
				m.arc.step(rate, 1/float32(max(k, 1)))
			}
			n, k = 0, 0
			if step++; ep > 0 && step%20 == 0 {
				m.net.keep(0.04)
				m.arc.keep(0.04)
			}
		}
		m.net.keep(0.04)
		m.arc.keep(0.04)
		c.Log("nets, epoch %d: %.2f%% of transitions and %.2f%% of labels wrong", ep, 100*float64(wrong)/float64(max(moves, 1)), 100*float64(wrongArcs)/float64(max(arcs, 1)))
	}
	m.net.swap()
	m.arc.swap()
	return &m.net.net, &m.arc.net
}

// labelFolds learns labels on halves of the lessons: the k-th model has not seen
// those whose number over 20 is k, modulo 2.
func labelFolds(ls *lessons, c Course) [2]*sparse {
	var out [2]*sparse
	for k := range out {
		half := &lessons{in: ls.in}
		for i := range ls.all {
			if i/20%2 != k {
				half.all = append(half.all, ls.all[i])
			}
		}
		f := c
		f.Trees = min(c.Trees, 4)
		out[k] = readSparse(writeSparse([]*sparseLearner{learnTrees(half, f, c.Seed+6).label}, ls.in.rel, 300_000))
	}
	return out
}

const (
	tagHidden = 96
	tagEpochs = 6
)

// learnTagNet learns the net of XPOS tags.
func learnTagNet(ls *lessons, c Course) *net {
	l := newNetLearner(tagHidden, len(ls.in.x), tagPlaces, tagTotal, c.Seed)
	l.rare = true
	l.learnWords(ls.all, knownLeast)
	l.drop = netDrop
	rng := rand.New(rand.NewPCG(c.Seed, 37))
	var in netInput
	in.words = make([]int32, tagPlaces)
	var of []int32
	out, g := make([]float32, l.outs), make([]float32, l.outs)
	total, step := tagEpochs*len(ls.all)/netBatch, 0
	for ep := range tagEpochs {
		wrong, all, n, done := 0, 0, 0, 0
		for _, i := range order(rng, len(ls.all)) {
			lesson := &ls.all[i]
			ts := slices.Clone(lesson.ts)
			of = grow(of, len(ts))
			for k := range ts {
				of[k] = l.kindOf(&ts[k].look)
			}
			for k := range ts {
				in.rows = tagInput(ts, (*[tagPlaces]int32)(in.words), in.rows, k)
				for p, w := range in.words {
					if w >= 0 {
						in.words[p] = of[w]
					}
				}
				l.forward(&in, out)
				top := bestFloat(out)
				ts[k].x = uint8(top) + 1
				want := int(lesson.x[k]) - 1
				if want < 0 {
					continue
				}
				if top != want {
					wrong++
				}
				all++
				n++
				softmax(out, g)
				g[want]--
				l.backward(&in, g)
			}
			if done++; done%netBatch == 0 {
				l.step(rateAt(step, total), 1/float32(max(n, 1)))
				n = 0
				if step++; ep > 0 && step%20 == 0 {
					l.keep(0.04)
				}
			}
		}
		c.Log("net of tags, epoch %d: %.2f%% wrong", ep, 100*float64(wrong)/float64(max(all, 1)))
	}
	l.keep(0.04)
	l.swap()
	return &l.net
}

// rateAt is the rate of learning at a step: it rises quickly and falls slowly.
func rateAt(step, total int) float32 {
	if step < 200 {
		return float32(netRate * float64(step+1) / 200)
	}
	return float32(netRate * max(0.05, 1-0.95*float64(step)/float64(total)))
}
