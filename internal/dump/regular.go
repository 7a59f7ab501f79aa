package dump

import (
	"strings"

	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// leastAlike is how many posts with heads alike make a thread regular; a line
// below signedCut is none of a post's own words; a remark has fewer than
// maxRemark lines.
const (
	leastAlike = 4
	signedCut  = 0.3
	maxRemark  = 12
)

// headKind is what a head is known by: the class of its date, and whether it has
// a number.
type headKind struct {
	class    thread.Class
	numbered bool
}

func (r *reader) kind(h thread.Head) headKind {
	k := headKind{numbered: h.Number > 0}
	if h.StampLine >= 0 {
		k.class = r.page.Classes[h.StampLine]
	}
	return k
}

// beat finds the kind of most of the heads with words below them, if so many
// are alike that little but words stands between them. It returns the posts
// without those of other kinds below the last of them: lists of other threads.
func (r *reader) beat(ps []post) []post {
	all, read := map[headKind]int{}, map[headKind]int{}
	words := 0
	for _, p := range ps {
		k := r.kind(p.head)
		if p.lo < p.hi {
			all[k]++
		}
		if r.reads(p) {
			words++
			read[k]++
		}
	}
	r.regular = false
	for _, p := range ps {
		k := r.kind(p.head)
		if n := read[k]; n >= leastAlike && n*2 > words && n*3 >= all[k] {
			r.regular, r.most = true, k
		}
	}
	if k, ok := r.counted(ps); ok {
		r.regular, r.most = true, k
	}
	end := len(ps)
	for r.regular && r.kind(ps[end-1].head) != r.most {
		end--
	}
	if end < len(ps) {
		ps = ps[:end]
		ps[end-1].hi = len(r.ls)
	}
	if len(ps) > leastRun && ps[0].author == "" && ps[0].head.Number == 0 && signed(ps[1:]) && !r.says(ps[0]) { // the page's own clock
		ps = ps[1:]
	}
	return ps
}

// counted returns the kind of the heads of ps where leastAlike of them count on
// by one, each with its date: no list of articles does.
func (r *reader) counted(ps []post) (headKind, bool) {
	n := 1
	for i := 1; i < len(ps); i++ {
		if ps[i].head.Number != ps[i-1].head.Number+1 || r.kind(ps[i].head) != r.kind(ps[i-1].head) || ps[i-1].head.Number == 0 || ps[i].head.StampLine < 0 {
			n = 0
		}
		if n++; n >= leastAlike {
			return r.kind(ps[i].head), true
		}
	}
	return headKind{}, false
}

// says reports whether a sentence stands in p.
func (r *reader) says(p post) bool {
	for i := p.lo; i < p.hi; i++ {
		if r.ls[i].Ends && r.ls[i].Words >= 4 {
			return true
		}
	}
	return false
}

// profiled reports whether most heads of ps say more of who wrote than the name:
// a rank, how many posts. Lists of other articles do not.
func (r *reader) profiled(ps []post) bool {
	n := 0
	for _, p := range ps {
		for i := p.head.First; i < p.head.Last; i++ {
			if c := r.page.Classes[i]; c.Known() && !c.Anchor() {
				n++
				break
			}
		}
	}
	return n*2 > len(ps)
}

// framed reports whether p stands between heads alike and begins with a line
// that is of no head or foot.
func (r *reader) framed(p post) bool {
	if !r.regular || r.kind(p.head) != r.most || p.hi >= len(r.ls) || p.lo >= p.hi || p.author == "" && p.head.NumberLine < 0 {
		return false
	}
	c := r.page.Classes[p.lo]
	return r.ls[p.lo].Words > 0 && !c.Known() && c != thread.Foot && !body.Furniture(r.ls[p.lo].S)
}

// feet returns the lines, digits folded, that most of ps have below their words:
// buttons. No words of a post stand below them.
func (r *reader) feet(ps []post) map[string]bool {
	n, below := map[string]int{}, map[string]int{}
	all := 0
	for _, p := range ps {
		if r.kind(p.head) != r.most {
			continue
		}
		all++
		seen := map[string]bool{}
		words := false
		var open []string
		for i := p.lo; i < p.hi; i++ {
			if r.chance[i] > postCut {
				words = true
				for _, s := range open {
					below[s]++
				}
				open = nil
			}
			s := folded(r.ls[i].S)
			if words && (r.page.Classes[i] == thread.Foot || r.page.Classes[i] == thread.Short && r.chance[i] < postCut) && !seen[s] {
				seen[s] = true
				n[s]++
				open = append(open, s)
			}
		}
	}
	out := map[string]bool{}
	for s, k := range n {
		if k*2 > all && below[s]*8 <= k {
			out[s] = true
		}
	}
	return out
}

// folded is s with its numbers made one.
func folded(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < '0' || c > '9':
			b = append(b, c)
		case len(b) == 0 || b[len(b)-1] != '9':
			b = append(b, '9')
		}
	}
	return string(b)
}

// recurring counts in how many of ps each line stands, by what by makes of it.
func (r *reader) recurring(ps []post, by func(string) string) map[string]int {
	n := map[string]int{}
	for _, p := range ps {
		seen := map[string]bool{}
		for i := p.lo; i < p.hi; i++ {
			if s := by(r.ls[i].S); !seen[s] {
				seen[s] = true
				n[s]++
			}
		}
	}
	return n
}

// signatures marks the lines with which two posts or more end alike: what their
// writer has below all he writes, under words of his own. Words that another
// post quotes stand above that one's own and are none.
func (r *reader) signatures(ps []post) {
	n := r.recurring(ps, func(s string) string { return s })
	tails := make([]int, len(ps))
	ends := map[string]int{} // posts that a line is among the last of
	for k, p := range ps {
		tails[k] = r.tail(p, n)
		seen := map[string]bool{}
		for i := tails[k]; i < p.hi; i++ {
			if s := r.ls[i].S; !seen[s] {
				seen[s] = true
				ends[s]++
			}
		}
	}
	for k, p := range ps {
		for i := tails[k]; i < p.hi; i++ {
			if ends[r.ls[i].S] >= 2 {
				r.aside[i] = true
			}
		}
	}
}

// tail is the first of the last lines of p that all stand in other posts too, n
// says in how many; the end of p where no others stand above them.
func (r *reader) tail(p post, n map[string]int) int {
	from := p.hi
	for i := p.hi - 1; i >= p.lo; i-- {
		s := r.ls[i].S
		switch c := r.page.Classes[i]; {
		case n[s] >= 2:
			from = i
		case c == thread.Foot || c.Known() || body.Furniture(s) || r.chance[i] < signedCut:
		default:
			return from
		}
	}
	return p.hi
}

// remarked marks the lines of a remark on an answer, whose head h stands below
// it among heads that end answers: "Is that so?" / "– ann" / "Commented May 14,
// 2019 at 12:10".
func (r *reader) remarked(h thread.Head) {
	says := false
	for i := h.First; i < min(h.Last+1, len(r.ls)); i++ {
		says = says || strings.HasPrefix(r.ls[i].S, "Commented ") || strings.HasPrefix(r.ls[i].S, "– ")
	}
	for i := h.First - 1; says && i >= 0 && i > h.First-maxRemark; i-- {
		if c := r.page.Classes[i]; c.Known() || c == thread.Foot || body.Furniture(r.ls[i].S) {
			return
		}
		r.aside[i] = true
	}
}

// reads reports whether a line of p reads as text.
func (r *reader) reads(p post) bool {
	for i := p.lo; i < p.hi; i++ {
		if r.chance[i] > postCut && r.ls[i].Words > 0 && !body.Furniture(r.ls[i].S) && r.page.Classes[i] != thread.Foot {
			return true
		}
	}
	return false
}
