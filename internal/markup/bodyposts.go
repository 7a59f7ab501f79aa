package markup

import "strings"

// byBodies finds posts by the elements of their words alone, for programs that
// print a post over several cells and mark none of them: each post is the
// widest element that holds one of those and no other, all of one depth.
func (r *reader) byBodies() []int32 {
	marked := map[string][]int32{}
	var order []string
	for i := range r.nodes {
		if r.nodes[i].blocks.len() == 0 && r.nodes[i].runs.len() == 0 {
			continue
		}
		class, ok := r.attr(int32(i), keyClass)
		if !ok || len(class) > 500 {
			continue
		}
		for w := range strings.FieldsSeq(class) {
			if w = lowered(w); bodyMarks[w] {
				if marked[w] == nil {
					order = append(order, w)
				}
				if k := len(marked[w]); k == 0 || int32(i) >= r.nodes[marked[w][k-1]].end {
					marked[w] = append(marked[w], int32(i))
				}
			}
		}
	}
	var best []int32
	most := 0.0
	for _, w := range order {
		held := 0.0
		for _, n := range marked[w] {
			held += r.runBytes(n)
		}
		if len(marked[w]) >= 2 && held > most {
			best, most = marked[w], held
		}
	}
	return r.widened(best)
}

// runBytes is how many bytes the runs of element n have.
func (r *reader) runBytes(n int32) float64 {
	at := r.nodes[n].runs
	sum := 0
	for i := at.from; i < at.to; i++ {
		sum += r.runs[i].at.len()
	}
	return float64(sum)
}

// widened are the widest elements around each of nodes that hold no other of
// them, cut back to the depth of the deepest.
func (r *reader) widened(nodes []int32) []int32 {
	if len(nodes) < 2 {
		return nil
	}
	out := make([]int32, len(nodes))
	depth := uint8(0)
	for k, n := range nodes {
		for up := r.nodes[n].parent; up > 0; up = r.nodes[up].parent {
			if k > 0 && up <= nodes[k-1] || k+1 < len(nodes) && r.nodes[up].end > nodes[k+1] {
				break
			}
			n = up
		}
		out[k] = n
		depth = max(depth, r.nodes[n].depth)
	}
	last := int32(-1)
	kept := out[:0]
	for k, n := range nodes {
		for r.nodes[n].depth > depth {
			n = r.nodes[n].parent
		}
		for up := r.nodes[n].parent; n != out[k] && up > 0 && r.nodes[up].depth >= depth; up = r.nodes[up].parent {
			n = up
		}
		if n > last && tagDoes[r.nodes[n].tag]&isBlock != 0 {
			kept = append(kept, n)
			last = n
		}
	}
	return kept
}
