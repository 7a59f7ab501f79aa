package dump

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// heldBylines reads who wrote h, and for whom, between its title and its text:
// "By Ann Example" / "Harbour News, Bergen".
func (r *reader) heldBylines(n *stemma.Article, in []bool, h *held) {
	if h.title < 0 {
		return
	}
	for i := h.title + 1; i < h.first; i++ {
		l := &r.ls[i]
		if r.page != nil && r.role[i] == block.PostHead {
			continue
		}
		if r.saysWho(i) {
			in[i] = false
			r.role[i] = block.Byline
			r.names(n, len(prefixed(l.S, bylines)), len(l.S), i)
			continue
		}
		if name, place, ok := strings.Cut(l.S, ", "); ok && r.nearByline(i) && l.Words <= 8 && !l.Ends && titled(name) && r.isPlace(place, h.first) {
			in[i] = false
			r.role[i] = block.Byline
			if n.Outlet == "" {
				n.Outlet = name
			}
			n.Place = place
			r.candidate(n, "outlet", name, "byline", l.Start, l.Start+len(name), n.Outlet == name, "stands below the writer's name")
			r.candidate(n, "place", place, "byline", l.End-len(place), l.End, true, "stands after the name of the house")
		}
	}
}

// heldDates finds the date of the article h of post a: printed between its title
// and body, else in its dateline.
func (r *reader) heldDates(a, n *stemma.Article, h *held) {
	l := &r.ls[h.first]
	d, ok := readDateline(l.S)
	if !ok || d.stamp == nil || d.stamp.Ago || a.Published == nil {
		return
	}
	st := *d.stamp
	if st.Year == 0 { // the last such day before the post
		st.Year = a.Published.From.Year()
		if from, _, _ := st.Range(); from.After(a.Published.Until) {
			st.Year--
		}
	}
	if st.Whole() && exists(st) {
		text := l.S[st.Start:st.End]
		n.Published = dateOf(st, text)
		if d.stamp.Year == 0 {
			n.Published.How = "printed without a year; that of the post it stands in"
		}
		r.candidate(n, "published", text, "dateline", l.Start+st.Start, l.Start+st.End, true, "the day of the dateline")
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
