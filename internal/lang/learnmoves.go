package lang

import (
	"math"
	"math/rand/v2"
)

// moveLearner learns the net of transitions.
type moveLearner struct {
	net, arc *netLearner
	at       [movePlaces]int32
	arcAt    [arcPlaces]int32
	in, ain  netInput
	kind     []int32
	arcKind  []int32
	out, og  []float32
}

func newMoveLearner(ls []lesson, hidden, arcHidden, labels int, seed uint64) *moveLearner {
	m := &moveLearner{net: newNetLearner(hidden, 4, movePlaces, moveTotal, seed), arc: newNetLearner(arcHidden, labels, arcPlaces, arcTotal, seed+100)}
	m.net.learnWords(ls, 3)
	m.arc.learnWords(ls, 3)
	m.in.words, m.ain.words = make([]int32, movePlaces), make([]int32, arcPlaces)
	m.out, m.og = make([]float32, labels), make([]float32, labels)
	return m
}

func (m *moveLearner) lookArc(s *state, head, dep int32) {
	m.ain.rows = s.arcInput(&m.arcAt, m.ain.rows, head, dep)
	for p, i := range m.arcAt {
		m.ain.words[p] = -1
		if i >= 0 {
			m.ain.words[p] = m.arcKind[i]
		}
	}
}

// labels learns the labels of the right arcs of a tree.
func (m *moveLearner) labels(s *state, l *lesson) (wrong, arcs int) {
	m.arcKind = m.arcKind[:0]
	for i := range l.ts {
		m.arcKind = append(m.arcKind, m.arc.kindOf(&l.ts[i].look))
	}
	for dep := range l.ts {
		head, want := s.nodes[dep].head, int(l.gold.label[dep])-1
		if int(head) == len(l.ts) || head != l.gold.head[dep] || want < 0 {
			continue
		}
		m.lookArc(s, head, int32(dep))
		m.arc.forward(&m.ain, m.out)
		if bestFloat(m.out) != want {
			wrong++
		}
		arcs++
		softmax(m.out, m.og)
		m.og[want]--
		m.arc.backward(&m.ain, m.og)
	}
	return wrong, arcs
}

// softmax writes the shares of scores to p.
func softmax(score, p []float32) {
	top := score[bestFloat(score)]
	sum := 0.0
	for i, v := range score {
		e := math.Exp(float64(v - top))
		p[i] = float32(e)
		sum += e
	}
	for i := range p {
		p[i] = float32(float64(p[i]) / sum)
	}
}

func (m *moveLearner) look(s *state) {
	m.in.rows = s.moveInput(&m.at, m.in.rows)
	for p, i := range m.at {
		m.in.words[p] = -1
		if i >= 0 {
			m.in.words[p] = m.kind[i]
		}
	}
}

// sentence learns from one sentence and returns how many transitions were
// wrong. label draws the labels.
func (m *moveLearner) sentence(s *state, l *lesson, in *inventory, rng *rand.Rand, explore float64, label func(head, dep int32) uint8) (wrong, moves int) {
	m.kind = m.kind[:0]
	for i := range l.ts {
		m.kind = append(m.kind, m.net.kindOf(&l.ts[i].look))
	}
	s.reset(l.ts, in)
	var score, g [4]float32
	for !s.done() {
		legal := s.legal()
		head, dep, ok := s.forced(legal)
		if !ok {
			cost := s.costs(l.gold, legal)
			m.look(s)
			m.net.forward(&m.in, score[:])
			least, t, good := 1<<30, -1, -1
			top := float32(-1e30)
			for k := range 4 {
				if legal>>k&1 != 0 {
					least = min(least, cost[k])
					top = max(top, score[k])
				}
			}
			var sum, right float64
			var p [4]float64
			for k := range 4 {
				if legal>>k&1 == 0 {
					continue
				}
				p[k] = math.Exp(float64(score[k] - top))
				sum += p[k]
				if t < 0 || score[k] > score[t] {
					t = k
				}
				if cost[k] == least {
					right += p[k]
					if good < 0 || score[k] > score[good] {
						good = k
					}
				}
			}
			right = max(right, 1e-12)
			for k := range 4 {
				g[k] = 0
				if legal>>k&1 == 0 {
					continue
				}
				g[k] = float32(p[k] / sum)
				if cost[k] == least {
					g[k] -= float32(p[k] / right)
				}
			}
			m.net.backward(&m.in, g[:])
			moves++
			if cost[t] > least {
				wrong++
				if rng.Float64() >= explore {
					t = good
				}
			}
			head, dep = s.take(t)
		}
		if dep >= 0 {
			s.attach(head, dep, label(head, dep), in)
		}
	}
	return wrong, moves
}
