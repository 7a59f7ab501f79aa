package lang

import (
	"math"
	"math/rand/v2"
	"slices"
)

// netLearner learns a net.
type netLearner struct {
	net
	kinds  kinds // words of the batch
	params []*param
	t      int
	rng    *rand.Rand
	drop   float32
	fixed  bool // vectors of words are not learnt
	mask   []float32
	dh     []float32
}

// param is a table of weights with what its optimiser knows of it (Adam, and
// the running mean that is kept in the end). Rows are touched, or all are.
type param struct {
	w       []float32
	g, m, v []float32
	mean    []float32
	width   int
	dirty   []bool
	touched []int32
}

func newParam(w *[]float32, n, width int, scale float64, rng *rand.Rand) *param {
	*w = make([]float32, n)
	if scale > 0 {
		for i := range *w {
			(*w)[i] = float32(rng.NormFloat64() * scale)
		}
	}
	p := &param{w: *w, width: width}
	p.g, p.m, p.v = make([]float32, n), make([]float32, n), make([]float32, n)
	p.dirty = make([]bool, n/width)
	return p
}

func (p *param) grad(row int32) []float32 {
	if !p.dirty[row] {
		p.dirty[row] = true
		p.touched = append(p.touched, row)
	}
	return p.g[int(row)*p.width:][:p.width]
}

func newNetLearner(hidden, outs, places, rows int, seed uint64) *netLearner {
	rng := rand.New(rand.NewPCG(seed, 23))
	l := &netLearner{net: net{hidden: hidden, outs: outs, places: places}, rng: rng}
	l.mask, l.dh = make([]float32, hidden), make([]float32, hidden)
	l.kinds.reset()
	l.params = []*param{
		newParam(&l.place, places*Dims*hidden, hidden, 0.05, rng),
		newParam(&l.row, rows*hidden, hidden, 0.05, rng),
		newParam(&l.bias, hidden, hidden, 0, rng),
		newParam(&l.out, outs*hidden, hidden, 0.1, rng),
		newParam(&l.outBias, outs, outs, 0, rng),
	}
	for i := range l.bias {
		l.bias[i] = 0.2
	}
	return l
}

// learnWords makes the words that occur at least least times known.
func (l *netLearner) learnWords(ls []lesson, least int) {
	count := map[uint32]int{}
	for i := range ls {
		for k := range ls[i].ts {
			count[ls[i].ts[k].low]++
		}
	}
	var keys []uint32
	for k, n := range count {
		if n >= least {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	l.keys = keys
	l.params = append(l.params,
		newParam(&l.word, len(keys)*Dims, Dims, 0, l.rng),
		newParam(&l.ending, endings*Dims, Dims, 0.05, l.rng),
		newParam(&l.shape, shapes*Dims, Dims, 0.05, l.rng))
}

// rareHidden is in how many of ten cases the vector of a rare word is not seen in
// learning, so that what has none can be told by how it looks.
const rareHidden = 3

// kindOf returns the kind of a word, whose rows are computed when it first
// occurs in the batch; words of one form are one there. Sometimes a known word
// is taken for an unknown one.
func (l *netLearner) kindOf(t *look) int32 {
	i, fresh := l.kinds.of(&l.net, uint64(t.form))
	if !fresh {
		return i
	}
	k := &l.kinds.list[i]
	if k.d == nil {
		k.d, k.used = make([]float32, l.places*l.hidden), make([]bool, l.places)
	}
	clear(k.d)
	clear(k.used)
	l.read(k, t)
	if l.drop > 0 && l.rng.IntN(10) == 0 {
		k.known = -1
	}
	if k.rare && l.rng.IntN(10) < rareHidden {
		k.rare = false
	}
	l.fill(k)
	for p := range l.places {
		l.at(k, p)
	}
	return i
}

// forward computes the hidden layer and the outputs.
func (l *netLearner) forward(in *netInput, out []float32) {
	h := l.look(&l.kinds, in)
	if l.drop > 0 {
		s := 1 / (1 - l.drop)
		for i := range h {
			l.mask[i] = s
			if l.rng.Float32() < l.drop {
				l.mask[i] = 0
			}
			h[i] *= l.mask[i]
		}
	}
	for k := range out {
		out[k] = l.output(h, k)
	}
}

// backward takes the gradients of the outputs.
func (l *netLearner) backward(in *netInput, g []float32) {
	h, dh := in.h, l.dh
	clear(dh)
	for k, v := range g {
		if v == 0 {
			continue
		}
		axpy(v, h, l.params[3].grad(int32(k)))
		l.params[4].grad(0)[k] += v
		axpy(v, l.out[k*l.hidden:][:l.hidden], dh)
	}
	for i, v := range h {
		if v <= 0 {
			dh[i] = 0
		} else if l.drop > 0 {
			dh[i] *= l.mask[i]
		}
	}
	addTo(dh, l.params[2].grad(0))
	for p, k := range in.words {
		if k >= 0 {
			l.kinds.list[k].used[p] = true
			addTo(dh, l.kinds.list[k].d[p*l.hidden:][:l.hidden])
		}
	}
	for _, r := range in.rows {
		addTo(dh, l.params[1].grad(r))
	}
}

// step ends a batch: the gradients of the words' rows go to what made them,
// and the weights move.
func (l *netLearner) step(rate, scale float32) {
	for i := range l.kinds.list {
		k := &l.kinds.list[i]
		var dv [Dims]float32
		any := false
		for p := range l.places {
			if !k.used[p] {
				continue
			}
			any = true
			dc := k.d[p*l.hidden:][:l.hidden]
			for d, x := range k.vec {
				at := p*Dims + d
				axpy(x, dc, l.params[0].grad(int32(at)))
				dv[d] += dot(dc, l.place[at*l.hidden:][:l.hidden])
			}
		}
		if !any {
			continue
		}
		if l.fixed {
			continue
		}
		if k.known >= 0 {
			addTo(dv[:], l.params[5].grad(k.known))
		}
		addTo(dv[:], l.params[6].grad(k.ending))
		addTo(dv[:], l.params[7].grad(k.shape))
	}
	l.kinds.reset()
	l.t++
	const b1, b2 = 0.9, 0.998
	c1 := float32(1 - math.Pow(b1, float64(l.t)))
	c2 := float32(1 - math.Pow(b2, float64(l.t)))
	for _, p := range l.params {
		for _, r := range p.touched {
			p.dirty[r] = false
			from := int(r) * p.width
			w, g, m, v := p.w[from:][:p.width], p.g[from:][:p.width], p.m[from:][:p.width], p.v[from:][:p.width]
			for i, x := range g {
				x *= scale
				m[i] += (1 - b1) * (x - m[i])
				v[i] += (1 - b2) * (x*x - v[i])
				w[i] -= rate * (m[i] / c1) / (float32(math.Sqrt(float64(v[i]/c2))) + 1e-6)
				g[i] = 0
			}
		}
		p.touched = p.touched[:0]
	}
}

// keep moves the running mean of the weights towards them.
func (l *netLearner) keep(share float32) {
	for _, p := range l.params {
		if p.mean == nil {
			p.mean = slices.Clone(p.w)
			continue
		}
		for i, w := range p.w {
			p.mean[i] += share * (w - p.mean[i])
		}
	}
}

// swap exchanges the weights and their running mean.
func (l *netLearner) swap() {
	for _, p := range l.params {
		for i, w := range p.w {
			p.w[i], p.mean[i] = p.mean[i], w
		}
	}
}
