package dump

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// A first post of so many words, so many times as long as the answers on the
// mean, is an article, whatever its head looks like.
const (
	fullArticle = 400
	farLonger   = 10
)

// comments reports whether the first of ps is an article and the others are
// comments on it: the first is far longer, and its head of another kind; or
// longer still, and no head shows a profile as those of forums do.
func (r *reader) comments(ps []post) bool {
	if len(ps) < 2 || ps[0].head.After {
		return false
	}
	first, rest, alike := r.words(ps[0]), 0, 0
	for _, p := range ps[1:] {
		rest += r.words(p)
	}
	longer := first >= enoughToSay && first*(len(ps)-1) >= 4*rest
	if ps[0].lo < ps[0].head.First { // heads stand below their posts
		return longer
	}
	if r.far(ps) && !r.profiled(ps) {
		return true
	}
	if r.regular && r.kind(ps[0].head) == r.most && r.profiled(ps) {
		return false
	}
	for i, p := range ps[1:] {
		if r.shape(p.head) == r.shape(ps[0].head) {
			alike++
		}
		if p.head.NumberLine >= 0 && ps[0].head.NumberLine >= 0 && i > 0 {
			return false
		}
	}
	return longer && alike*2 < len(ps)
}

// far reports whether the first of ps is so long, and the answers are so short,
// that they are remarks on an article.
func (r *reader) far(ps []post) bool {
	rest := 0
	for _, p := range ps[1:] {
		rest += r.words(p)
	}
	first := r.words(ps[0])
	return first >= fullArticle && first*(len(ps)-1) >= farLonger*rest
}

// words counts the words of the lines of p that read as text.
func (r *reader) words(p post) int {
	n := 0
	for i := p.lo; i < p.hi; i++ {
		if r.chance[i] > cut {
			n += r.ls[i].Words
		}
	}
	return n
}

// shape is what a head looks like: of which class its anchor is, and whether a
// profile stands in it.
func (r *reader) shape(h thread.Head) [3]int {
	s := [3]int{0, 0, h.Last - h.First}
	if h.StampLine >= 0 {
		s[0] = int(r.page.Classes[h.StampLine])
	}
	for i := h.First; i < h.Last; i++ {
		if c := r.page.Classes[i]; c == thread.Label || c == thread.Avatar || c == thread.Rank {
			s[1] = 1
		}
	}
	return s
}

// signed reports whether most posts say who wrote them.
func signed(ps []post) bool {
	n := 0
	for _, p := range ps {
		if p.author != "" {
			n++
		}
	}
	return n*2 > len(ps)
}

// author is the name of h without the rank some forums print before it:
// "Harbour Regular ann" where "Harbour Regular" stands alone in another head.
func (r *reader) author(h thread.Head, alone map[string]bool, heads []thread.Head) string {
	name := strings.Trim(h.Author, block.Space)
	if h.AuthorLine < 0 || r.page.Classes[h.AuthorLine] != thread.Avatar {
		return name
	}
	best := ""
	for i := 0; i < len(name); i++ {
		if name[i] == ' ' && alone[name[:i]] {
			best = name[:i]
		}
	}
	if best == "" && len(heads) < 500 { // two heads of different names that begin alike
		for _, o := range heads {
			if o.AuthorLine == h.AuthorLine || o.AuthorLine < 0 || o.Author == h.Author {
				continue
			}
			if k := strings.LastIndexByte(common(name, o.Author), ' '); k > len(best) && strings.Contains(name[:k], " ") {
				best = name[:k]
			}
		}
	}
	return strings.TrimSpace(strings.TrimPrefix(name, best))
}

func common(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

// signedBelow is the name below a line "answered May 3, 2009 at 21:22".
func (r *reader) signedBelow(h *thread.Head) string {
	for i := h.StampLine + 1; i < min(len(r.ls), h.StampLine+3); i++ {
		if c := r.page.Classes[i]; c == thread.Short || c == thread.None && r.ls[i].Words <= 4 {
			h.AuthorLine = i
			return r.ls[i].S
		}
	}
	return ""
}
