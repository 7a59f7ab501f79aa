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
	name := strings.Trim(h.Author, "*"+block.Space) // bold in Markdown
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
	if best == "" {
		best = r.rankBefore(name, heads)
	}
	return strings.TrimSpace(strings.TrimPrefix(name, best))
}

// rankBefore is what of name is a rank printed on one line with it, "Senior
// Member ann": words that are a rank on any forum; what stands before a name the
// page has elsewhere ("Last edited by ann"); or, where half the heads have ranks
// before their names, the first two of three words or more ("Night Owl ann_b",
// "Night Owl Ann Example").
func (r *reader) rankBefore(name string, heads []thread.Head) string {
	if k := thread.RankBefore(name); k > 0 {
		return name[:k]
	}
	ws := strings.Fields(name)
	if len(ws) < 2 {
		return ""
	}
	for k := 1; k < len(ws) && k <= 3; k++ {
		if rest := strings.Join(ws[k:], " "); r.mentioned(rest) {
			return strings.Join(ws[:k], " ")
		}
	}
	if len(ws) < 3 || len(ws) == 3 && strings.ToLower(ws[2]) != ws[2] {
		return ""
	}
	ranked, all := 0, 0
	for _, o := range heads {
		if o.AuthorLine < 0 || r.page.Classes[o.AuthorLine] != thread.Avatar {
			continue
		}
		if all++; thread.RankBefore(o.Author) > 0 {
			ranked++
		}
	}
	if ranked < 2 || ranked*2 < all {
		return ""
	}
	return strings.Join(ws[:2], " ")
}

// mentioned reports whether the page names name as one who wrote a post, on a
// line that quotes or says who changed one.
func (r *reader) mentioned(name string) bool {
	if r.named == nil {
		r.named = map[string]bool{}
		for i := range r.ls {
			s := r.ls[i].S
			if n, ok := thread.Quoted(s); ok && len(n) >= 3 {
				r.named[n] = true
			}
			if rest, ok := strings.CutPrefix(s, "Last edited by "); ok {
				n, _, _ := strings.Cut(rest, ";")
				n, _, _ = strings.Cut(n, " on ")
				n, _, _ = strings.Cut(n, " (")
				r.named[strings.TrimSpace(n)] = true
			}
		}
	}
	return r.named[name]
}

// guest is the word a head prints where the name of a member would stand.
func (r *reader) guest(h *thread.Head) string {
	for i := h.First; i < h.Last; i++ {
		switch strings.ToLower(r.ls[i].S) {
		case "guest", "unregistered", "anonymous", "deleted member", "deleted user", "gast", "invité", "invitado", "ospite", "convidado", "гость", "gość", "ziyaretçi", "tamu", "زائر", "游客", "ゲスト":
			h.AuthorLine = i
			return r.ls[i].S
		}
	}
	return ""
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
