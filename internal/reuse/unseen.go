package reuse

import "math"

// head is the logarithm of how likely some members have their texts from one
// unseen text, over all it may have read: in each place what any of them reads.
// Cost: the places, times the members.
func (d *descent) head(under []int) float64 {
	changes := make([]float64, d.s.n)
	each := math.Exp(d.edits(d.mean+1) - d.edits(d.mean)) // one change more
	total := 0.0
	var v votes
	for _, r := range d.s.reads {
		if !v.count(r, under) {
			continue
		}
		sum := 0.0
		for i := range v.n {
			v.share[i] = math.Pow(each, float64(v.most-v.held[i]))
			sum += v.share[i]
		}
		total += math.Log(sum)
		for _, m := range under {
			for i := range v.n {
				if r[m] != lacks && r[m] != v.reading[i] {
					changes[m] += v.share[i] / sum
				}
			}
		}
	}
	has := d.headHas(under)
	for _, m := range under {
		total += d.edits(changes[m]) - d.passages(has, m)
	}
	return total
}

// heads is the logarithm of how likely each member has its text from an unseen
// one that read as most of some members do.
func (d *descent) heads(under []int) []float64 {
	out, changes := make([]float64, d.s.n), make([]float64, d.s.n)
	var v votes
	for _, r := range d.s.reads {
		v.count(r, under)
		for i := range v.n {
			if v.held[i] < v.most {
				continue
			}
			for m := range r {
				if r[m] != lacks && r[m] != v.reading[i] {
					changes[m]++
				}
			}
			break
		}
	}
	has := d.headHas(under)
	for m := range out {
		out[m] = d.edits(changes[m]) - d.passages(has, m)
	}
	return out
}

// votes are the readings of a place and how many members have each.
type votes struct {
	n       int // readings
	most    int // members of the commonest
	reading [mostReadings]int32
	held    [mostReadings]int
	share   [mostReadings]float64
}

// mostReadings bounds the readings told apart in one place.
const mostReadings = 8

// count reports whether some of the members read differently.
func (v *votes) count(reads []int32, members []int) bool {
	v.n, v.most = 0, 0
	for _, m := range members {
		r := reads[m]
		if r == lacks {
			continue
		}
		i := 0
		for i < v.n && v.reading[i] != r {
			i++
		}
		switch {
		case i == mostReadings:
			i--
		case i == v.n:
			v.reading[i], v.held[i] = r, 0
			v.n++
		}
		v.held[i]++
		v.most = max(v.most, v.held[i])
	}
	return v.n > 1
}

// headHas returns which blocks the unseen text of some members is likely to
// have had: what two of them have, as nobody hits on the same words twice, and
// what one has if no other goes on behind it. A short stretch may be put in
// twice.
func (d *descent) headHas(under []int) func(block int) bool {
	has := make([]bool, len(d.s.blocks))
	for k := range d.s.blocks {
		b := &d.s.blocks[k]
		have, without := 0, 0
		for _, m := range under {
			switch {
			case b.has[m]:
				have++
			case b.beside || d.last[m] > k:
				without++
			}
		}
		switch {
		case have == 0:
		case b.short(d.s.n):
			has[k] = float64(without)*innerCut <= float64(have)*ownGain
		default:
			has[k] = have > 1 || without == 0
		}
	}
	return func(k int) bool { return has[k] }
}
