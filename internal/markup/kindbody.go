package markup

import "strings"

// bodyKind is the class word of the elements that hold the words of posts of a
// program that no table knows: nearly all of the posts have one, but perhaps the
// first, together they hold nearly all of what is body in these, and of kinds
// that do, least else; of those with as much it is the inner. It is "" where there is none.
func (r *reader) bodyKind(posts []*post) string {
	type kind struct {
		posts    int
		in       *post // the last with one
		end      int32 // of the last
		held, of int   // bytes of body, and of all
		want     int   // bytes of body in the posts with one
	}
	sure, all := make([]int, len(r.blocks)+1), make([]int, len(r.blocks)+1)
	for i := range r.blocks {
		n := r.blocks[i].text.len()
		sure[i+1], all[i+1] = sure[i], all[i]+n
		if r.sure[i] > likely {
			sure[i+1] += n
		}
	}
	kinds := map[string]*kind{}
	var order []string
	for _, q := range posts {
		at := r.nodes[q.node].blocks
		want := sure[at.to] - sure[at.from]
		for _, in := range q.inner {
			want -= sure[r.nodes[in].blocks.to] - sure[r.nodes[in].blocks.from]
		}
		inner := q.inner
		for e := q.node + 1; e < r.nodes[q.node].end; e++ {
			if len(inner) > 0 && e == inner[0] {
				e, inner = r.nodes[e].end-1, inner[1:]
				continue
			}
			n := &r.nodes[e]
			class, _ := r.attr(e, keyClass)
			if class == "" || len(class) > 300 || n.blocks.len() == 0 || tagDoes[n.tag]&isBlock == 0 {
				continue
			}
			words := 0
			for w := range strings.FieldsSeq(class) {
				if words++; words > maxClassWords {
					break
				}
				k := kinds[w]
				if k == nil {
					k = &kind{}
					kinds[w] = k
					order = append(order, w)
				}
				if e < k.end {
					continue
				}
				k.end = n.end
				if k.in != q {
					k.in = q
					k.posts++
					k.want += want
				}
				k.held += sure[n.blocks.to] - sure[n.blocks.from]
				k.of += all[n.blocks.to] - all[n.blocks.from]
			}
		}
	}
	best := ""
	for _, w := range order {
		if k := kinds[w]; (k.posts*20 >= len(posts)*17 || k.posts == len(posts)-1) && k.held*20 >= k.want*17 && k.held > 0 && (best == "" || k.of <= kinds[best].of) {
			best = w
		}
	}
	return best
}

// hasClass reports whether w is a class of element n.
func (r *reader) hasClass(n int32, w string) bool {
	class, _ := r.attr(n, keyClass)
	for c := range strings.FieldsSeq(class) {
		if c == w {
			return true
		}
	}
	return false
}
