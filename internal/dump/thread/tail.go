package thread

import "github.com/stemma-news/stemma/internal/dump/line"

// tailed returns heads where who wrote, when and the number stand below the
// words, and the profile above: "ann" / "Member" / words / "ann, 3 May 2014" /
// "#2". The lines between two posts are then the tail of the one and the
// profile of the next, and were taken for one head. Heads of other pages are
// returned as they are.
func tailed(ls []line.Line, cs []Class, heads []Head) []Head {
	n := 0
	for _, h := range heads {
		if h.tail(ls, cs) {
			n++
		}
	}
	if n < 2 || n < len(heads)-1 || !heads[0].tail(ls, cs) {
		return heads
	}
	var out []Head
	first, last := heads[0].First, heads[0].First
	for i := first - 1; i >= 0 && i > first-60; i-- { // the profile above the first words
		if cs[i] == Value || cs[i].Known() {
			first, last = i, i+1
			break
		}
	}
	for _, h := range heads {
		out = append(out, Head{First: first, Last: last, Author: h.Author, AuthorLine: h.First, Number: h.Number, NumberLine: h.NumberLine, StampLine: h.First})
		first, last = h.First, h.Last
	}
	return append(out, Head{First: first, Last: last, AuthorLine: -1, NumberLine: -1, StampLine: -1, End: true})
}

// tail reports whether h begins with who wrote and when, has the number below,
// and then no more, or the name of another.
func (h *Head) tail(ls []line.Line, cs []Class) bool {
	if cs[h.First] != By || h.AuthorLine != h.First || h.NumberLine != h.First+1 {
		return false
	}
	return h.First+2 >= h.Last || cs[h.First+2] == Short && ls[h.First+2].S != h.Author
}
