package markup

import (
	"strings"

	"github.com/stemma-news/stemma/internal/dump/when"
)

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

// byKinds finds the posts of a program that no table knows: elements of one
// class word, beside each other, that hold most of the page's body, and most of
// which name a member; of a thread of two posts, both of them and with a date.
// Of several such words the one with most elements is taken; of two as many the
// outer. A number at the end of a word counts for nothing: "answer_item_3". With
// strict set three must be of one kind, nine in ten with a member's name, and
// few with a headline or of the kind that HTML has for stories.
func (r *reader) byKinds(strict bool) []int32 {
	body := make([]float64, len(r.blocks)+1)
	for i := range r.blocks {
		body[i+1] = body[i]
		if r.sure[i] > r.cut {
			body[i+1] += float64(r.blocks[i].text.len())
		}
	}
	named, headed := r.signed()
	if strict && named[len(r.nodes)] < 3 {
		return nil
	}
	dated := make([]int32, len(r.blocks)+1)
	if !strict {
		dated = r.stamped()
	}
	groups := map[string]*kindred{}
	var order []string
	for i := range r.nodes {
		n := &r.nodes[i]
		class, _ := r.attr(int32(i), keyClass)
		if class == "" || len(class) > 300 || n.blocks.len() == 0 || tagDoes[n.tag]&isBlock == 0 {
			continue
		}
		for w := range strings.FieldsSeq(class) {
			w = strings.TrimRight(w, "0123456789")
			g := groups[w]
			if g == nil {
				g = &kindred{}
				groups[w] = g
				order = append(order, w)
			}
			if m := len(g.nodes); m > 0 && int32(i) < r.nodes[g.nodes[m-1]].end {
				continue
			}
			g.nodes = append(g.nodes, int32(i))
			g.held += body[n.blocks.to] - body[n.blocks.from]
			if named[n.end] > named[i] {
				g.named++
			}
			if dated[n.blocks.to] > dated[n.blocks.from] {
				g.dated++
			}
			if headed[n.end] > headed[i] {
				g.headed++
			}
		}
	}
	var best []int32
	for _, w := range order {
		g := groups[w]
		n := len(g.nodes)
		thread := n > 2 && g.named*10 >= n*7 || n == 2 && g.named == 2 && g.dated == 2
		if strict {
			thread = n > 2 && g.named*10 >= n*9 && g.headed*3 < n
		}
		if thread && n > len(best) && g.held*10 >= body[len(r.blocks)]*6 && g.held > 0 {
			best = g.nodes
		}
	}
	return best
}

// kindred are elements that share a class word: how many of them name a member,
// print a date, have a headline, and how much of the body they hold.
type kindred struct {
	nodes                []int32
	named, dated, headed int
	held                 float64
}

// signed counts, before each element, those that name a member and the
// headlines.
func (r *reader) signed() (named, headed []int32) {
	named, headed = make([]int32, len(r.nodes)+1), make([]int32, len(r.nodes)+1)
	for i := range r.nodes {
		n := &r.nodes[i]
		named[i+1], headed[i+1] = named[i], headed[i]
		if n.tag == tagH1 || n.tag == tagH2 || n.tag == tagH3 || n.tag == tagArticle {
			headed[i+1]++
		}
		if r.hasMark(int32(i), authorMarks) || n.tag == tagA && r.profileLink(int32(i)) {
			named[i+1]++
		}
	}
	return named, headed
}

// stamped counts, before each block, those that print a date or hold a time.
func (r *reader) stamped() []int32 {
	dated := make([]int32, len(r.blocks)+1)
	times := make([]bool, len(r.blocks)+1)
	for i := range r.nodes {
		if n := &r.nodes[i]; n.tag == tagTime {
			times[n.blocks.from] = true
		}
	}
	for i := range r.blocks {
		dated[i+1] = dated[i]
		if times[i] || r.blocks[i].text.len() < 200 && len(when.Find(string(r.of(&r.blocks[i])))) > 0 {
			dated[i+1]++
		}
	}
	return dated
}
