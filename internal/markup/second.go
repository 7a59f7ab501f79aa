package markup

// again are the features of all blocks in the second pass: those of the first,
// and what the first pass thinks of the blocks around each.
func (p *page) again(rows [][]float32, first []float32) [][]float32 {
	s := p.newSecond(first)
	out := make([][]float32, len(rows))
	if len(rows) == 0 {
		return out
	}
	width := len(rows[0]) + secondLen
	flat := make([]float32, 0, width*len(rows))
	for i := range rows {
		from := len(flat)
		flat = append(flat, rows[i]...)
		flat = s.row(flat, i)
		out[i] = flat[from:len(flat):len(flat)]
	}
	return out
}

// secondLen is the number of features the second pass adds.
const secondLen = 1 + 8 + 10 + 4 + 4 + len(apartBits) + 4 + 3 + 1

type second struct {
	p     *page
	first []float32
	// Sums over blocks before i, weighed by bytes: what the first pass takes
	// for body, and all.
	body, all []float32
	// The nearest block before and after that is body, as far as block i.
	before, after []int32
	best          int32 // the element that holds most body and least else
	mates         map[uint64][2]float32
	keys          []uint64
	apart         []apart // of each box, from best
	mean          float32
}

func (p *page) newSecond(first []float32) *second {
	n := len(p.blocks)
	s := &second{p: p, first: first, body: make([]float32, n+1), all: make([]float32, n+1), before: make([]int32, n), after: make([]int32, n)}
	last := int32(-1000)
	for i := range p.blocks {
		c := float32(p.blocks[i].text.len())
		s.all[i+1] = s.all[i] + c
		s.body[i+1] = s.body[i] + c*first[i]
		s.before[i] = int32(i) - last
		if first[i] > 0.5 {
			last = int32(i)
		}
	}
	last = int32(n) + 1000
	for i := n - 1; i >= 0; i-- {
		s.after[i] = last - int32(i)
		if first[i] > 0.5 {
			last = int32(i)
		}
	}
	if n > 0 && s.all[n] > 0 {
		s.mean = s.body[n] / s.all[n]
	}
	s.best = -1
	var most float32
	for i := range p.nodes {
		at := p.nodes[i].blocks
		if at.to > int32(n) || at.len() == 0 {
			continue
		}
		// Bytes of body within, less those of furniture within.
		body, all := s.body[at.to]-s.body[at.from], s.all[at.to]-s.all[at.from]
		if score := 2*body - all; s.best < 0 || score >= most {
			most, s.best = score, int32(i)
		}
	}
	s.apart = p.feats.apartFrom(s.best)
	s.keys = p.makes()
	s.mates = map[uint64][2]float32{}
	for i, k := range s.keys {
		m := s.mates[k]
		c := float32(p.blocks[i].text.len())
		s.mates[k] = [2]float32{m[0] + c*first[i], m[1] + c}
	}
	return s
}

func (s *second) share(at span) float32 {
	all := s.all[at.to] - s.all[at.from]
	if all == 0 {
		return 0
	}
	return (s.body[at.to] - s.body[at.from]) / all
}

func (s *second) row(out []float32, i int) []float32 {
	p, n := s.p, len(s.first)
	out = append(out, s.first[i])
	for _, d := range [...]int{-4, -3, -2, -1, 1, 2, 3, 4} {
		if j := i + d; j >= 0 && j < n {
			out = append(out, s.first[j])
		} else {
			out = append(out, -1)
		}
	}
	up := p.blocks[i].node
	for d := 0; d < 5; d++ {
		at := p.nodes[up].blocks
		out = append(out, s.share(at), (s.body[at.to]-s.body[at.from])/(s.body[n]+1))
		if p.nodes[up].parent >= 0 {
			up = p.nodes[up].parent
		}
	}
	m := s.mates[s.keys[i]]
	// Windows of five and fifteen blocks around.
	near := span{int32(max(0, i-5)), int32(min(n, i+6))}
	wide := span{int32(max(0, i-15)), int32(min(n, i+16))}
	out = append(out, m[0]/max(m[1], 1), s.mean, s.share(near), s.share(wide))
	out = append(out, float32(min(s.before[i], 50)), float32(min(s.after[i], 50)), s.body[i]/(s.body[n]+1), (s.body[n]-s.body[i+1])/(s.body[n]+1))
	e := p.blocks[i].node
	out = s.apart[p.feats.box[e]].row(out)
	if s.best < 0 {
		return append(out, 0, 0, 0, 0)
	}
	best := &p.nodes[s.best]
	inside := e >= s.best && e < best.end
	up = s.best
	for up >= 0 && !(e >= up && e < p.nodes[up].end) {
		up = p.nodes[up].parent
	}
	return append(out, flag(inside), float32(best.depth)-float32(p.nodes[max(up, 0)].depth), s.share(best.blocks), logf(s.body[n]))
}
