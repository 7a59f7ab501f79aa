package markup

import (
	"slices"
	"strings"

	"github.com/zeebo/xxh3"
)

// kindred are elements that share a class word: of them, how many hold some of
// the body, name a member, print a date, have a headline, hold what HTML has for
// stories; and how much of the body they hold.
type kindred struct {
	nodes                                 []int32
	within                                bool // some stand in others
	filled, named, dated, headed, stories int
	held                                  float64
}

const (
	// maxKinds is how many kinds of elements are read as posts, to take the best.
	maxKinds = 4
	// maxClassWords is how many words of a class are looked at.
	maxClassWords = 16
)

// byKinds finds the posts of a program that no table knows: elements of one
// class word that hold most of the page's body, and most of which name a member;
// of a thread of two posts, both of them and with a date. A number at the end of
// a word counts for nothing: "answer_item_3". Of several such words the one is
// taken that makes most posts, of as many the outer. With strict set nothing else
// says that the page is a thread.
func (r *reader) byKinds(strict bool) []*post {
	all, body := r.kinds()
	if len(all) == 0 {
		return nil
	}
	all = r.signs(all, body, strict)
	whole := body[len(r.blocks)]
	slices.SortStableFunc(all, func(a, b *kindred) int { return b.filled - a.filled })
	var best []*post
	most := 0
	for _, g := range all[:min(len(all), maxKinds)] {
		nodes, above := g.nodes, r.above(g.nodes)
		if strict && above*8 > whole {
			continue // an article and its comments
		}
		if above >= 40 {
			if n := r.opening(nodes[0]); n >= 0 {
				nodes = append([]int32{n}, nodes...)
			}
		}
		posts := r.postsAt(nodes, 0.4)
		if strict && len(posts)*10 < len(nodes)*8 {
			continue
		}
		if n := 3*len(posts) - len(nodes); len(posts) > 1 && n > most {
			best, most = posts, n
		}
	}
	return best
}

// thread reports whether the elements may be posts, on a page with so much body.
func (g *kindred) thread(strict bool, whole float64) bool {
	n := len(g.nodes)
	switch {
	case g.signed():
		return true
	case g.within:
		return false
	case strict:
		return n > 2 && g.named*10 >= n*9 && g.headed*3 < n && g.stories*3 < n && g.held >= 0.9*whole
	}
	return n > 2 && g.named*10 >= n*7 || n == 2 && g.named == 2 && g.dated == 2
}

// signed reports whether nearly all of the elements name a member and a day, as
// posts do, and few are headed as stories are. Of a few blocks of posts the
// model may think little.
func (g *kindred) signed() bool {
	n := len(g.nodes)
	if n == 2 {
		return g.named == 2 && g.dated == 2 && g.filled == 2 && g.headed == 0
	}
	return g.named*20 >= n*17 && g.dated*20 >= n*17 && g.filled > 1 && g.filled*4 >= n && g.headed*3 < n
}

// kinds are the groups of two or more elements of one class word that hold three
// fifths of the body, in page order: those that stand in no other of them, and
// where some do, all of them once more, as replies stand in what they reply to.
// body is how much of it stands before each block.
func (r *reader) kinds() (kept []*kindred, body []float64) {
	body = make([]float64, len(r.blocks)+1)
	for i := range r.blocks {
		body[i+1] = body[i]
		if r.sure[i] > r.cut {
			body[i+1] += float64(r.blocks[i].text.len())
		}
	}
	type kind struct{ tops, all kindred }
	groups := map[string]*kind{}
	var order []*kind
	for i := range r.nodes {
		n := &r.nodes[i]
		class, _ := r.attr(int32(i), keyClass)
		if _, by := r.attr(int32(i), keyAuthor); by && n.tag == tagCustom {
			class += " @author" // <x-comment author="lark">: some programs have no classes
		}
		if class == "" || len(class) > 300 || n.blocks.len() == 0 || tagDoes[n.tag]&isBlock == 0 {
			continue
		}
		held, words := body[n.blocks.to]-body[n.blocks.from], 0
		for w := range strings.FieldsSeq(class) {
			if words++; words > maxClassWords {
				break
			}
			w = strings.TrimRight(w, "0123456789")
			g := groups[w]
			if g == nil {
				g = &kind{all: kindred{within: true}}
				groups[w] = g
				order = append(order, g)
			}
			inside := len(g.tops.nodes) > 0 && int32(i) < r.nodes[g.tops.nodes[len(g.tops.nodes)-1]].end
			if inside && g.all.nodes == nil {
				g.all.nodes, g.all.filled = slices.Clone(g.tops.nodes), g.tops.filled
			}
			if inside || g.all.nodes != nil {
				g.all.add(int32(i), held)
			}
			if !inside {
				g.tops.add(int32(i), held)
				g.tops.held += held
			}
		}
	}
	whole := body[len(r.blocks)]
	for _, g := range order {
		if g.tops.held == 0 || g.tops.held*10 < whole*6 {
			continue
		}
		g.all.held = g.tops.held
		for _, k := range [...]*kindred{&g.tops, &g.all} {
			if n := len(kept); len(k.nodes) > 1 && (n == 0 || !slices.Equal(kept[n-1].nodes, k.nodes)) {
				kept = append(kept, k)
			}
		}
	}
	return kept, body
}

// add adds an element that holds so much of the body.
func (g *kindred) add(n int32, held float64) {
	g.nodes = append(g.nodes, n)
	if held > 0 {
		g.filled++
	}
}

// above is how many bytes of the body stand before the first of nodes and not
// again behind, as some programs print the opening post for machines first.
func (r *reader) above(nodes []int32) float64 {
	first := int(r.nodes[nodes[0]].blocks.from)
	if first == 0 || len(r.body) == 0 || r.body[0] >= first {
		return 0
	}
	again := map[uint64]bool{}
	for i := first; i < len(r.blocks); i++ {
		again[xxh3.Hash(r.of(&r.blocks[i]))] = true
	}
	n := 0
	for _, i := range r.body {
		if t := r.of(&r.blocks[i]); i < first && (len(t) < 20 || !again[xxh3.Hash(t)]) {
			n += len(t)
		}
	}
	return float64(n)
}

// opening is the element of a post that a program prints in another way than
// those that answer it, of which that at first is the first: the narrowest that
// holds most of the body above and names a member, -1 where none does.
func (r *reader) opening(first int32) int32 {
	const near = 12 // elements around the last block of the body above
	last, all := -1, 0
	for _, i := range r.body {
		if i < int(r.nodes[first].blocks.from) {
			last = i
			all += r.blocks[i].text.len()
		}
	}
	if last < 0 {
		return -1
	}
	e := r.blocks[last].node
	for d := 0; d < near && e > 0 && r.nodes[e].end <= first; d, e = d+1, r.nodes[e].parent {
		if r.bodyBytes(r.nodes[e].blocks)*10 >= float64(all)*8 && r.namesMember(e, r.nodes[e].end) {
			return e
		}
	}
	return -1
}
