package thread

import (
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// leastSigned is how many heads tell by what they share what is no name;
// farAbove is how many lines above the rest of a head its name is looked for.
const (
	leastSigned = 3
	farAbove    = 5
)

// sign mends the names of heads by what the heads have in common: where most
// print a line ("Distinguished", "Log in to reply") it is no name, and another
// that changes from head to head is; words at the ends of most names are of none
// ("Comment 3 ann", "ann added a comment"); the first head, which stands below
// menus, has its name where the others have theirs.
func sign(ls []line.Line, cs []Class, heads []Head) {
	if len(heads) < leastSigned {
		return
	}
	if !told(heads) {
		signAbove(ls, cs, heads)
	}
	n := map[string]int{} // heads that print a line of few words
	for _, h := range heads {
		var ss []string
		for i := h.First; i < h.Last; i++ {
			if cs[i] == Short {
				ss = append(ss, ls[i].S)
			}
		}
		for s := range distinct(ss) {
			n[s]++
		}
	}
	for k := range heads {
		if h := &heads[k]; h.AuthorLine >= 0 && cs[h.AuthorLine] == Short && n[h.Author]*2 > len(heads) && n[h.Author] >= leastSigned {
			h.rename(ls, cs, n)
		}
	}
	strip(ls, cs, heads, n)
	heads[0].alike(ls, cs, heads[1:])
}

// told reports whether most heads have names, which are not one and the same.
func told(heads []Head) bool {
	n, named := map[string]int{}, 0
	for _, h := range heads {
		if h.AuthorLine >= 0 {
			named++
			n[h.Author]++
		}
	}
	for _, k := range n {
		if k*4 > len(heads)*3 {
			return false
		}
	}
	return named*2 >= len(heads)
}

// signAbove takes for the names the lines that stand as many lines above each
// head and change most, where no words stand between: "ann" / "Lyricist" / "12
// replies" / "5 years ago".
func signAbove(ls []line.Line, cs []Class, heads []Head) {
	best, most := 0, leastSigned-1
	for k := 1; k <= farAbove; k++ {
		names := map[string]bool{}
		n, lo := 0, 0
		for _, h := range heads {
			if i := h.First - k; i >= lo && cs[i] == Short && nameable(ls[i].S) {
				n++
				names[ls[i].S] = true
			}
			lo = h.Last
		}
		if n*4 >= len(heads)*3 && len(names) >= most {
			best, most = k, len(names)
		}
	}
	lo := 0
	for k := range heads {
		h := &heads[k]
		if i := h.First - best; best > 0 && i >= lo && cs[i] == Short && nameable(ls[i].S) {
			h.Author, h.AuthorLine, h.First = ls[i].S, i, i
		}
		lo = h.Last
	}
}

// rename gives h the first of its lines of few words that only half as many
// heads print as the one it has, n says how many.
func (h *Head) rename(ls []line.Line, cs []Class, n map[string]int) {
	for i := h.First; i < h.Last; i++ {
		if cs[i] == Short && i != h.AuthorLine && nameable(ls[i].S) && n[ls[i].S]*2 <= max(n[h.Author], leastSigned) {
			h.Author, h.AuthorLine = ls[i].S, i
			return
		}
	}
}

// strip cuts the words that most names have off their ends. A name of nothing
// else is none.
func strip(ls []line.Line, cs []Class, heads []Head, n map[string]int) {
	words, named := map[string]int{}, 0
	for _, h := range heads {
		if h.AuthorLine >= 0 {
			named++
			for w := range distinct(fixed(h.Author)) {
				words[w]++
			}
		}
	}
	common := func(w string) bool {
		k := words[strings.Join(fixed(w), " ")]
		return k >= leastSigned && k*4 >= named*3
	}
	for k := range heads {
		h := &heads[k]
		if h.AuthorLine < 0 {
			continue
		}
		ws := strings.Fields(h.Author)
		lo, hi := 0, len(ws)
		for lo < hi && common(ws[lo]) {
			lo++
		}
		for hi > lo && common(ws[hi-1]) {
			hi--
		}
		if lo == hi {
			h.rename(ls, cs, n)
		} else if hi-lo < len(ws) {
			from := strings.Index(h.Author, ws[lo])
			to := max(from, strings.LastIndex(h.Author, ws[hi-1])) + len(ws[hi-1])
			h.Author = strings.Trim(h.Author[from:min(to, len(h.Author))], block.Space+":：,|·•")
		}
	}
}

// alike gives h the name that stands as far above its last line as in most of
// the others, below what was taken for it.
func (h *Head) alike(ls []line.Line, cs []Class, others []Head) {
	n := map[int]int{}
	for _, o := range others {
		if o.AuthorLine >= 0 && cs[o.AuthorLine] == Short {
			n[o.Last-o.AuthorLine]++
		}
	}
	for d, k := range n {
		if i := h.Last - d; k*4 >= len(others)*3 && i >= h.First && i > h.AuthorLine && cs[i] == Short && nameable(ls[i].S) {
			h.Author, h.AuthorLine = ls[i].S, i
		}
	}
}

func distinct(ss []string) map[string]bool {
	m := map[string]bool{}
	for _, s := range ss {
		m[s] = true
	}
	return m
}

// nameable reports whether a line of few words in a head may be a name.
func nameable(s string) bool {
	return utf8.RuneCountInString(s) >= 2 && !strings.HasPrefix(s, "r/") && !notNames[strings.ToLower(s)] && !strings.HasPrefix(s, "Re: ") && !strings.HasSuffix(s, "?") && !strings.HasPrefix(s, "Showing ") && !strings.HasPrefix(s, "Viewing ") &&
		!strings.Contains(s, "  ") && !strings.HasSuffix(strings.ToLower(s), " comments") // a row of a menu; "27 comments"
}
