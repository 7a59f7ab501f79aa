package thread

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// heading takes buttons for a head's where the page prints them between a
// profile and the date of a post, not below its words: "120 posts · Joined
// 2015" / "Add to quote" / "#3 · May 14, 2020".
func heading(ls []line.Line, cs []Class) {
	type count struct{ all, above int }
	seen := map[string]count{}
	for i, c := range cs {
		if c != Foot {
			continue
		}
		n := seen[ls[i].S]
		n.all++
		if between(cs, i) {
			n.above++
		}
		seen[ls[i].S] = n
	}
	for i, c := range cs {
		if n := seen[ls[i].S]; c == Foot && n.above >= 2 && n.above*4 >= n.all*3 {
			cs[i] = Rank
		}
	}
}

// between reports whether a profile stands right above the buttons that line i
// is one of, and a date or number soon below.
func between(cs []Class, i int) bool {
	a := i - 1
	for a >= 0 && cs[a] == Foot && a > i-4 {
		a--
	}
	if a < 0 || cs[a] != Label && cs[a] != Rank && cs[a] != Value {
		return false
	}
	for z := i + 1; z < len(cs) && z <= i+4; z++ {
		switch c := cs[z]; {
		case c.Anchor():
			return true
		case c != Foot && c != Short:
			return false
		}
	}
	return false
}

// profiled reports whether low is a row of what profiles hold: "120 posts ·
// Joined 2015", "1,203 posts, read 2,044,120 times".
func profiled(low string) bool {
	ps := strings.FieldsFunc(low, func(r rune) bool { return r == '·' || r == '•' || r == '|' })
	if len(ps) < 2 {
		return false
	}
	for _, p := range ps {
		p = strings.Trim(p, block.Space)
		w, rest, _ := strings.Cut(p, " ")
		if !count(p) && !(labels[w] && strings.ContainsAny(rest, "0123456789")) {
			return false
		}
	}
	return true
}

// numberOn is the number of a post that stands beside its date: "#3 · May 14,
// 2020", "May 14, 2020 · #3", "May 14, 2020#3".
func numberOn(l *line.Line) int {
	if len(l.Stamps) == 0 {
		return 0
	}
	const apart = "·•|," + block.Space
	before, after := strings.TrimRight(l.S[:l.Stamps[0].Start], apart), strings.TrimLeft(l.S[l.Stamps[0].End:], apart)
	for _, s := range []string{before, after} {
		s, ok := strings.CutPrefix(s, "#")
		if !ok {
			continue
		}
		end := 0
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		if machine(s) { // the year of a date for machines follows
			end = max(0, end-4)
		}
		if n, ok := digits(s[:end]); ok {
			return n
		}
	}
	return 0
}

// machine reports whether s is digits and a date for machines, which some pages
// print with the one for readers: "22006-09-01T16:07+00:00" of the second post.
func machine(s string) bool {
	return strings.Count(s, "-") >= 2 && strings.Contains(s, "T") && strings.Trim(s, "0123456789-+:.TZ") == ""
}

// titled reports whether l may be the title of a thread: no sentence, but maybe a
// question.
func titled(l *line.Line) bool {
	return l.Words <= 24 && !l.Ends || l.Words <= 12 && strings.HasSuffix(l.S, "?") && !strings.ContainsAny(l.S[:len(l.S)-1], ".!?,")
}

// edited reports whether low says only that a post was changed: "Last edited by
// ann (2025-11-01 15:15:18)", "(edited 1 year ago)".
func edited(low string) bool {
	return strings.HasPrefix(low, "last edited by ") || strings.HasPrefix(low, "last edited: ") || strings.HasPrefix(low, "(edited ")
}

// row reports whether low is buttons side by side: "reply quote", "save  share".
func row(low string) bool {
	ws := strings.Fields(low)
	for _, w := range ws {
		if !feet[w] {
			return false
		}
	}
	return len(ws) >= 2 && len(ws) <= 6
}
