package thread

import (
	"strings"
	"unicode"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// by are words before the name on a line that says who wrote and when.
var byWords = []string{"posted by ", "post by ", "by ", "started by ", "written by ", "comment by ", "submitted by ", "von ", "par ", "por ", "da ", "door ", "от ", "oleh ", "автор "}

// said are words after the name of one who posts a comment.
var saysWords = []string{" says:", " writes:", " posted:", " commented:", " dit :", " dit:", " sagt:", " dice:", " diz:", " schreibt:", " berkata:", " пишет:", " says", " commented"}

// nowWords begin a line that says what day it is for whoever reads the board, or
// when he was there before.
var nowWords = []string{"it is currently", "it is now", "the time now is", "current time", "current date", "last visit", "your last visit", "you last visited", "aktuelle zeit", "es ist jetzt", "letzter besuch", "nous sommes le", "dernière visite", "fecha actual", "es el", "última visita", "data atual", "la data di oggi", "oggi è", "het is nu", "сейчас", "текущее время", "obecny czas", "dzisiaj jest"}

// onlyWords may stand beside a date on a line that is still only a date.
var onlyWords = map[string]bool{
	"posted": true, "post": true, "on": true, "at": true, "edited": true, "by": true, "updated": true, "published": true, "modified": true, "last": true,
	"asked": true, "answered": true, "created": true, "the": true, "date": true, "le": true, "à": true, "am": true, "um": true, "uhr": true, "el": true,
	"a": true, "las": true, "geschrieben": true, "veröffentlicht": true, "publié": true, "escrito": true, "publicado": true, "em": true, "às": true,
	"добавлено": true, "опубликовано": true, "отправлено": true, "в": true, "diposting": true, "pada": true, "发表于": true, "投稿日": true, "new": true,
	"reply": true, "ago": true, "old": true, "over": true, "almost": true, "about": true, "originally": true, "yr": true, "yrs": true, "mo": true, "只看该作者": true, "commented": true, "replied": true, "sent": true, "time": true, "and": true, "since": true, "submitted": true, "this": true, "was": true, "wrote": true,
}

// dated tells apart the lines with a printed date: one that is only a date, or
// one that says who wrote and when.
func dated(l *line.Line, s string) Class {
	low := strings.ToLower(s)
	if len(l.Stamps) == 0 {
		if l.Runes <= 60 && relativeDay(low) || aged(low) {
			return Stamp
		}
		if l.Runes <= 60 && !l.Wide {
			for _, w := range saysWords[:len(saysWords)-2] {
				if n, ok := strings.CutSuffix(low, w); ok && n != "" && len(strings.Fields(n)) <= 4 {
					return By
				}
			}
		}
		return None
	}
	st := l.Stamps[0]
	if st.Day == 0 && !st.Ago {
		return None
	}
	off := len(l.S) - len(s)
	before, after := l.S[min(off, st.Start):st.Start], l.S[l.Stamps[len(l.Stamps)-1].End:]
	if strings.ContainsAny(low, ".!?") && l.Words > 14 {
		return None
	}
	if n := l.Stamps[len(l.Stamps)-1].End; n < len(l.S) && strings.IndexByte(l.S[n:], '(') == 0 { // "(金) 10:33"
		after = after[strings.IndexByte(after, ')')+1:]
	}
	lb := strings.ToLower(strings.Trim(before, block.Space))
	for _, w := range nowWords {
		if strings.HasPrefix(lb, w) {
			return None
		}
	}
	after = cutTail(after)
	nb, na := otherWords(before), otherWords(after)
	if nb+na == 0 {
		return Stamp
	}
	for _, w := range byWords {
		if strings.HasPrefix(lb, w) && nb <= 6 && na <= 6 {
			return By
		}
	}
	if strings.ContainsAny(before, "»•·|—–") && nb <= 5 && na <= 4 {
		return By
	}
	if nb <= 4 && na <= 2 && l.Words <= 12 && nb > 0 && st.HasTime { // "ann May 3, 2020, 4:55pm 2"
		return By
	}
	if nb <= 2 && na <= 2 && nb > 0 && (st.Ago || strings.Contains(lb, " on ") || strings.HasSuffix(lb, " on") || strings.HasSuffix(lb, ",") || strings.HasSuffix(lb, " commented")) { // "ann 2 years ago", "ann on May 3, 2020"
		return By
	}
	return None
}

// tails follow the date of a post and say where it stands, not more: "Jun 14,
// 2024 10:33 AM in response to ann", "3 hours ago | parent | on: The old bridge".
var tails = []string{" in response to ", " (in response to ", " post subject:", " subject:", " | ", " · ", " • "}

// cutTail cuts after, what follows the date of a line, before a tail.
func cutTail(after string) string {
	if strings.HasPrefix(after, "#") && machine(after[1:]) {
		return ""
	}
	low := strings.ToLower(after)
	for _, t := range tails {
		if i := strings.Index(low, t); i >= 0 && len(low) == len(after) && i <= 3 {
			return after[:i]
		}
	}
	return after
}

// aged reads a line that is an age and no more: "2y", "3 mo", "a year ago".
func aged(low string) bool {
	if w, ok := strings.CutPrefix(low, "last "); ok {
		return w == "year" || w == "month" || w == "week"
	}
	n := strings.TrimLeft(low, "0123456789")
	if len(n) == len(low) || len(low)-len(n) > 2 {
		return low == "a year ago" || low == "a month ago" || low == "a day ago" || low == "an hour ago"
	}
	switch strings.TrimSpace(n) {
	case "y", "yr", "mo", "d", "h", "hr", "w", "wk", "min":
		return true
	}
	return false
}

// otherWords counts the words of s that do not belong to a date.
func otherWords(s string) int {
	n := 0
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '_' }) {
		if !onlyWords[w] {
			n++
		}
	}
	return n
}

// relativeDay reads "Yesterday at 10:15", "today, 4:05 pm".
func relativeDay(low string) bool {
	for _, w := range []string{"yesterday", "today", "gestern", "heute", "hier", "aujourd'hui", "ayer", "hoy", "вчера", "сегодня", "kemarin", "昨天", "今天"} {
		if rest, ok := strings.CutPrefix(low, w); ok {
			return rest == "" || strings.ContainsAny(rest, "0123456789") && len(rest) < 24
		}
	}
	return false
}

// Head is the head of a post: lines First to Last, the latter not included.
type Head struct {
	First, Last int
	Author      string
	// To is whom the head says the post answers, "" where it does not: "ann > bob".
	To string
	// AuthorLine is the line the author stands on, -1 where none does.
	AuthorLine int
	Number     int
	NumberLine int
	// StampLine is the line with the post's date, -1 where none has. It stands
	// below the words where it is not above Last.
	StampLine int
	// After is set where heads stand below their posts: "answered May 3, 2009".
	After bool
	// End is set on the lines below the last post of a page whose heads are
	// tailed: no post follows.
	End bool
}

// leastClosed is how many heads tell which line ends them.
const leastClosed = 4

// Heads returns the heads of a dump: runs of lines of known classes, with an
// anchor among them and up to two others of few words between each two.
func Heads(ls []line.Line, cs []Class) []Head {
	out := runs(ls, cs, None)
	if c := closing(cs, out); c != None {
		out = runs(ls, cs, c)
	}
	if hs := under(ls, cs); hs != nil {
		return hs
	}
	out = tailed(ls, cs, out)
	sign(ls, cs, out)
	return out
}

// closing is the class of anchor that ends half of the heads that have one of it,
// a single one: what follows such a line is words, however few, and not of the
// head. None where there is none.
func closing(cs []Class, heads []Head) Class {
	var all, last [Short + 1]int
	for _, h := range heads {
		var n [Short + 1]int
		for i := h.First; i < h.Last; i++ {
			if n[cs[i]]++; n[cs[i]] == 1 {
				all[cs[i]]++
			}
		}
		if c := cs[h.Last-1]; n[c] == 1 {
			last[c]++
		}
	}
	for _, c := range []Class{Number, Stamp, By} {
		if last[c] >= leastClosed && last[c]*2 >= all[c] {
			return c
		}
	}
	return None
}

// runs returns the heads of a dump that end where a line of class end stands,
// if it is not None.
func runs(ls []line.Line, cs []Class, end Class) []Head {
	var out []Head
	seen := map[string]int{} // short lines, to find names
	for i := range ls {
		if cs[i] == Short {
			seen[ls[i].S]++
		}
	}
	for i := 0; i < len(ls); {
		if !cs[i].Known() {
			i++
			continue
		}
		last, anchor := i, cs[i].Anchor()
		for j := i + 1; j < len(ls) && j <= last+3 && (end == None || cs[last] != end); j++ {
			if cs[j] != Short && !cs[j].Known() && !retitles(ls[j].S) {
				break
			}
			if cs[j].Known() || seen[ls[j].S] >= 3 {
				if anchorSplits(ls, cs, i, j) {
					break
				}
				last = j
				anchor = anchor || cs[j].Anchor()
			}
		}
		if anchor {
			h := Head{First: back(ls, cs, seen, i, out), Last: last + 1}
			h.read(ls, cs, seen)
			h.nameBelow(ls, cs)
			h.nameAbove(ls, cs, out)
			out = append(out, h)
		}
		i = last + 1
		if n := len(out); n > 0 {
			i = max(i, out[n-1].Last)
		}
	}
	return out
}

// retitles reports whether s is the thread's title as an answer prints it: "Re:
// The old bridge", "3. Re: The old bridge".
func retitles(s string) bool {
	if i := strings.Index(s, ". "); i > 0 && i < 5 && strings.Trim(s[:i], "0123456789") == "" {
		s = s[i+2:]
	}
	return strings.HasPrefix(s, "Re: ") && len(s) < 140
}

// anchorSplits reports whether line j begins another head than the run from i:
// a second number or a second line of By after an empty line.
func anchorSplits(ls []line.Line, cs []Class, i, j int) bool {
	if cs[j] != Number && cs[j] != By {
		return false
	}
	for k := i; k < j; k++ {
		if cs[k] == cs[j] {
			return true
		}
	}
	return false
}

// back takes in the lines of few words above a run: the name, a rank. It stops
// at the first line below an empty one, and takes one line where none is.
func back(ls []line.Line, cs []Class, seen map[string]int, i int, heads []Head) int {
	lo := 0
	if n := len(heads); n > 0 {
		lo = heads[n-1].Last
	}
	if ls[i].Gap > 0 && !cs[i].Anchor() {
		return i
	}
	if cs[i] == By {
		if n := strings.TrimPrefix(ls[max(i-1, 0)].S, "@"); i > lo && cs[i-1] == Short && ls[i].Gap == 0 && strings.Contains(ls[i].S, n) { // the name alone above it
			return i - 1
		}
		return i
	}
	for i-1 >= lo && ls[i].Gap == 0 && cs[i-1] == Short && seen[ls[i-1].S] >= 3 { // other heads print it too
		i--
	}
	for j := i - 1; j >= max(lo, i-4); j-- {
		if cs[j] != Short || ls[j+1].Gap > 0 && j+1 < i {
			break
		}
		if ls[j].Gap > 0 || seen[ls[j].S] > 1 || j > lo && cs[j-1] == Foot {
			for j-1 >= max(lo, i-4) && ls[j].Gap == 0 && ls[j-1].S == ls[j].S {
				j--
			}
			return j
		}
	}
	if i-1 >= lo && cs[i-1] == Short && ls[i].Gap == 0 {
		return i - 1
	}
	return i
}
