package thread

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// read fills h's author, number and date from its lines.
func (h *Head) read(ls []line.Line, cs []Class, seen map[string]int) {
	h.AuthorLine, h.StampLine, h.NumberLine = -1, -1, -1
	for i := h.First; i < h.Last; i++ {
		switch cs[i] {
		case Number:
			s := strings.TrimLeft(ls[i].S, "•·-*|"+block.Space)
			h.Number, _ = PostNumber(s)
			h.NumberLine = i
		case Stamp:
			h.StampLine = i // the last: dates of joining stand above
			if n := numberOn(&ls[i]); n > 0 && h.NumberLine < 0 {
				h.Number, h.NumberLine = n, i
			}
			low := strings.ToLower(ls[i].S)
			h.After = h.After || (strings.HasPrefix(low, "answered ") || strings.HasPrefix(low, "asked ")) && strings.Contains(low, " at ")
		case By:
			h.StampLine = i
		}
	}
	for i := h.First; i < h.Last && h.AuthorLine < 0; i++ {
		if n := strings.TrimPrefix(authorOn(&ls[i], cs[i]), "@"); n != "" {
			h.Author, h.AuthorLine = n, i
			if cs[i] == By {
				h.To = answered(ls[i].S, n)
			}
			if cs[i] == By && h.Number == 0 {
				h.Number = trailing(&ls[i])
				h.NumberLine = i
			}
		}
	}
	if h.AuthorLine >= 0 {
		return
	}
	best := 0
	for i := h.First; i < h.Last; i++ {
		if cs[i] != Short || !nameable(ls[i].S) {
			continue
		}
		if n := nameScore(ls, cs, seen, i, h); n > best {
			best = n
			h.Author, h.AuthorLine = strings.TrimPrefix(ls[i].S, "@"), i
		}
	}
}

// notNames are short lines above a post that no one is called.
var notNames = map[string]bool{"log in": true, "login": true, "sign in": true, "sign up": true, "register": true, "join": true, "menu": true, "search": true, "author message": true, "author": true, "back to top": true, "op": true, "cancel": true, "post": true, "by": true, "by:": true, "posted by": true, "written by": true, "sort by": true, "oldest first": true, "newest first": true}

// nameBelow takes in the name below the date of a head that has none above: "3
// yr. ago" / "ann" / an empty line.
func (h *Head) nameBelow(ls []line.Line, cs []Class) {
	i := h.Last
	if h.AuthorLine >= 0 || h.StampLine != i-1 || cs[h.StampLine] != Stamp || i+1 >= len(ls) || cs[i] != Short || ls[i].Gap > 0 || ls[i+1].Gap == 0 || ls[i].Words > 3 || ls[i].Ends {
		return
	}
	h.Author, h.AuthorLine, h.Last = ls[i].S, i, i+1
}

// nameAbove takes in the name and rank that stand above an empty line, where
// the head's profile begins below it and names no one.
func (h *Head) nameAbove(ls []line.Line, cs []Class, heads []Head) {
	i, lo := h.First, 0
	if n := len(heads); n > 0 {
		lo = heads[n-1].Last
	}
	if h.AuthorLine >= 0 || cs[i] != Label || ls[i].Gap != 1 {
		return
	}
	for i > lo && i > h.First-3 && cs[i-1] == Short && (i == h.First || ls[i].Gap == 0) && !notNames[strings.ToLower(ls[i-1].S)] {
		i--
	}
	if i < h.First {
		h.Author, h.AuthorLine, h.First = ls[i].S, i, i
	}
}

// nameScore says how likely line i of a head is the name: below the avatar's
// letter, above a rank or profile, printed with other posts too; the first of
// equals.
func nameScore(ls []line.Line, cs []Class, seen map[string]int, i int, h *Head) int {
	n := 1
	if i > h.First && cs[i-1] == Avatar && strings.HasPrefix(strings.ToLower(ls[i].S), strings.ToLower(ls[i-1].S)) {
		n += 4
	}
	if i+1 < h.Last && (cs[i+1] == Rank || cs[i+1] == Label || cs[i+1] == Count) {
		n += 2
	}
	if i+1 < h.Last && cs[i+1] == Short && i+2 < h.Last && cs[i+2].Known() {
		n++
	}
	if seen[ls[i].S] > 1 {
		n++
	}
	return n
}

// trailing is the number at the end of a line after its date: "ann May 3,
// 2020, 4:55pm 2" -> 2.
func trailing(l *line.Line) int {
	if len(l.Stamps) == 0 {
		return 0
	}
	n, _ := digits(strings.Trim(l.S[l.Stamps[len(l.Stamps)-1].End:], block.Space+"#"))
	return n
}
