package dump

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
)

// What stands at the top of a page and is no title.

// masthead reports whether line i is the name of whose page it is, though no
// table knows it: it holds the page's copyright, is a web host with what edition
// it is of, or is a company's full name, "Harbour Shipping plc (publ)".
func (r *reader) masthead(i int) bool {
	l := &r.ls[i]
	if l.Words > 7 || l.Runes > 70 || l.Ends && !strings.HasSuffix(l.S, ".") {
		return false
	}
	s := strings.Trim(l.S, block.Space)
	if t := strings.TrimSuffix(s, "(publ)"); titled(s) && i < 4 {
		t = strings.TrimRight(t, block.Space+".")
		if k := strings.LastIndexByte(t, ' '); k > 0 && cutWords(t, lawWords) == strings.TrimRight(t[:k], block.Space+".,&") && strings.ToLower(t[k+1:]) != t[k+1:] {
			return true
		}
	}
	first, _, _ := strings.Cut(s, " ")
	if name, end, ok := strings.Cut(first, "."); ok && i < 4 && len(name) >= 4 && len(end) >= 2 && strings.ToUpper(name) == name && isASCII(first) && strings.Contains(s, " | ") {
		return true
	}
	return i < 12 && r.holder() != "" && squash(s) == r.holder()
}

// noTitle reports whether line i is a name, a motto above the menu, a row of a
// menu or of a list of news: no title, whatever speaks for it.
func (r *reader) noTitle(i, first int) bool {
	l := &r.ls[i]
	if r.masthead(i) || aged(l.S) || menuRow(l.S) || bulleted(l.S) || interfaceLine(l.S) {
		return true
	}
	if d, ok := readDateline(l.S); ok && d.place != "" && l.Ends && l.Words > 14 {
		return true
	}
	return i == 1 && l.Words <= 8 && l.Gap == 0 && r.menuBelow(i, min(first, 3))
}

// holder is the name in the last line of copyright, as squash has it.
func (r *reader) holder() string {
	if r.held == nil {
		k := ""
		for i := len(r.ls) - 1; i >= max(0, len(r.ls)-60) && k == ""; i-- {
			if name, _ := copyright(r.ls[i].S); name != "" {
				k = squash(name)
			}
		}
		r.held = &k
	}
	return *r.held
}

// menuBelow reports whether a row of a menu stands between lines i and j.
func (r *reader) menuBelow(i, j int) bool {
	for k := i + 1; k < min(j, i+5); k++ {
		s := r.ls[k].S
		if isSection(s) && !strings.Contains(s, " > ") && !strings.Contains(s, "›") || strings.Count(s, "   ") >= 2 || body.Furniture(s) {
			return true
		}
	}
	return false
}

// menuRow reports whether s is a row of a menu: three names or more of few
// words each.
func menuRow(s string) bool {
	for _, m := range []string{" / ", " | ", " > ", " › ", " » ", " • ", " · ", "   ", "\t"} {
		n := 0
		for _, p := range strings.Split(s, m) {
			if p = strings.Trim(p, block.Space); p == "" {
				continue
			}
			if len(strings.Fields(p)) > 4 {
				n = 0
				break
			}
			n++
		}
		if n >= 3 {
			return true
		}
	}
	return false
}

// aged reports whether s is a row of a list of news: "9h ago Bridge closed",
// "12 min ago".
func aged(s string) bool {
	n := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if n == 0 || n > 2 {
		return false
	}
	t := strings.TrimLeft(strings.ToLower(s[n:]), " ")
	for _, u := range []string{"h ago", "hr ago", "hrs ago", "hour ago", "hours ago", "m ago", "min ago", "mins ago", "minute ago", "minutes ago", "d ago", "day ago", "days ago"} {
		if strings.HasPrefix(t, u) {
			return true
		}
	}
	return false
}
