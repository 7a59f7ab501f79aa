package dump

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// heldCaptions takes the captions among the lines of h out.
func (r *reader) heldCaptions(n *stemma.Article, inner, in []bool, h *held) {
	t := heading{line: h.title}
	if h.title >= 0 {
		t.value = r.ls[h.title].S
	}
	for i := h.first; i < h.end; i++ {
		if inner[i] {
			r.caption(n, inner, i, t, i < h.first+2)
		}
	}
}

// heldDates finds the date printed between title and body of h.
func (r *reader) heldDates(n *stemma.Article, h *held) {
	lo := h.title
	if lo < 0 {
		lo = h.first - 3
	}
	for i := max(0, lo); i < h.first; i++ {
		for _, st := range r.ls[i].Stamps {
			if st.Whole() && exists(st) && r.ls[i].Words < 14 && r.role[i] != block.PostHead {
				text := r.ls[i].S[st.Start:st.End]
				n.Published = dateOf(st, text)
				r.candidate(n, "published", text, "line", r.ls[i].Start+st.Start, r.ls[i].Start+st.End, true, "printed above the text")
				return
			}
		}
	}
}

// hostOf is the host of the first web address of s.
func hostOf(s string) string {
	i := strings.Index(s, "://")
	if i < 0 {
		return ""
	}
	h := s[i+3:]
	if j := strings.IndexAny(h, "/ ?#"); j >= 0 {
		h = h[:j]
	}
	return strings.ToLower(h)
}
