package markup

import "sort"

// threshold is the probability above which a block is taken for body: the one
// that makes most of the F1 that is to be expected, where each block's bytes
// are body with its probability. On a page read without doubt it is near a
// half; where all of a page is in doubt, lower (Lewis 1995; half the best F1,
// Lipton et al. 2014).
func (r *reader) threshold() float32 {
	order := make([]int, 0, len(r.sure))
	var all float64
	for i, s := range r.sure {
		if n := r.blocks[i].text.len(); n > 0 {
			all += float64(s) * float64(n)
			if s > 0.05 {
				order = append(order, i)
			}
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return r.sure[order[a]] > r.sure[order[b]] })
	var both, taken, best float64
	for _, i := range order {
		n := float64(r.blocks[i].text.len())
		both += n * float64(r.sure[i])
		taken += n
		best = max(best, 2*both/(taken+all))
	}
	return float32(best) / 2
}
