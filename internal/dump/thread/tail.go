package thread

import (
	"strings"

	"github.com/stemma-news/stemma/internal/dump/line"
)

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

// leastUnder is how many posts have the time below their words, for the names
// above to be looked for; mostUnder how many lines above its time a first post
// begins at most.
const (
	leastUnder = 3
	mostUnder  = 40
)

// under returns the heads of a thread whose names stand above the words and whose
// times below, alone or among buttons: "ann" / words / "3h   Like   Reply". Their
// StampLine is below Last. Of others it returns none: there words stand below the
// last time, or none above the first.
func under(ls []line.Line, cs []Class) []Head {
	var ends []int
	for i := range ls {
		switch cs[i] {
		case Stamp:
			ends = append(ends, i)
		case Foot:
			if _, aging := buttonRow(strings.ToLower(ls[i].S)); aging {
				ends = append(ends, i)
			}
		}
	}
	if len(ends) < leastUnder || said(ls, ends[len(ends)-1]+1, len(ls)) >= 0 {
		return nil
	}
	names := firstLines(ls, cs, ends)
	down := map[int]int{} // how far the words stand below the name
	for k := 1; k < len(ends); k++ {
		if words := said(ls, names[k]+1, ends[k]); names[k] >= 0 && words >= 0 {
			down[words-names[k]]++
		}
	}
	far := 1
	for d, n := range down {
		if n > down[far] || n == down[far] && d < far {
			far = d
		}
	}
	words := false
	for i := ends[0] - 1; i >= far-1 && i > ends[0]-mostUnder; i-- { // the first post stands below menus
		at := i - far + 1
		one := said(ls, i, i+1) >= 0
		if words = words || one; words && !one && cs[at] == Short && nameable(ls[at].S) {
			names[0] = at
			break
		}
	}
	var out []Head
	who := map[string]bool{}
	worded := 0
	for k, at := range names {
		if at < 0 || at+1 >= ends[k] {
			continue
		}
		h := Head{First: at, Last: at + 1, Author: ls[at].S, AuthorLine: at, NumberLine: -1, StampLine: ends[k]}
		if words := said(ls, at+1, ends[k]); words >= 0 {
			h.Last = min(at+far, words)
			worded++
		}
		if cs[ends[k]-1] == Number {
			h.Number, _ = PostNumber(ls[ends[k]-1].S)
			h.NumberLine = ends[k] - 1
		}
		who[h.Author] = true
		out = append(out, h)
	}
	if names[0] < 0 || worded < leastUnder || len(out)*4 < len(ends)*3 || worded*2 < len(out) || len(who) < 2 {
		return nil
	}
	return out
}

// said is the first line from from to to that is a sentence or as long as one, -1
// of none.
func said(ls []line.Line, from, to int) int {
	for i := from; i < to; i++ {
		if ls[i].Ends && ls[i].Words >= 4 || ls[i].Words >= 12 {
			return i
		}
	}
	return -1
}

// firstLines returns for each of ends but the first the first line below the one
// before that is no button and may be a name, -1 where it may not. What stands
// below half of ends is a button.
func firstLines(ls []line.Line, cs []Class, ends []int) []int {
	below := map[string]int{}
	for _, end := range ends {
		for i := end + 1; i < len(ls) && i <= end+2; i++ {
			below[ls[i].S]++
		}
	}
	out := make([]int, len(ends))
	out[0] = -1
	for k := 1; k < len(ends); k++ {
		at := ends[k-1] + 1
		for at < ends[k] && (cs[at] == Foot || below[ls[at].S]*2 > len(ends)) {
			at++
		}
		if out[k] = -1; at < ends[k] && cs[at] == Short && nameable(ls[at].S) {
			out[k] = at
		}
	}
	return out
}
