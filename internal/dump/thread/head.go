package thread

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// by are words before the name on a line that says who wrote and when.
var byWords = []string{"posted by ", "post by ", "by ", "started by ", "written by ", "comment by ", "submitted by ", "von ", "par ", "por ", "da ", "door ", "от ", "oleh ", "автор "}

// said are words after the name of one who posts a comment.
var saysWords = []string{" says:", " writes:", " posted:", " commented:", " dit :", " dit:", " sagt:", " dice:", " diz:", " schreibt:", " berkata:", " пишет:", " says", " commented"}

// onlyWords may stand beside a date on a line that is still only a date.
var onlyWords = map[string]bool{
	"posted": true, "post": true, "on": true, "at": true, "edited": true, "by": true, "updated": true, "published": true, "modified": true, "last": true,
	"asked": true, "answered": true, "created": true, "the": true, "date": true, "le": true, "à": true, "am": true, "um": true, "uhr": true, "el": true,
	"a": true, "las": true, "geschrieben": true, "veröffentlicht": true, "publié": true, "escrito": true, "publicado": true, "em": true, "às": true,
	"добавлено": true, "опубликовано": true, "отправлено": true, "в": true, "diposting": true, "pada": true, "发表于": true, "投稿日": true, "new": true,
	"reply": true, "ago": true, "commented": true, "replied": true, "sent": true, "time": true, "and": true, "since": true, "this": true, "was": true, "wrote": true,
}

// dated tells apart the lines with a printed date: one that is only a date, or
// one that says who wrote and when.
func dated(l *line.Line, s string) Class {
	low := strings.ToLower(s)
	if len(l.Stamps) == 0 {
		if l.Runes <= 60 && relativeDay(low) {
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
	nb, na := otherWords(before), otherWords(after)
	if nb+na == 0 {
		return Stamp
	}
	lb := strings.ToLower(strings.TrimLeft(before, block.Space))
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
	if nb <= 2 && na <= 2 && nb > 0 && (st.Ago || strings.Contains(lb, " on ") || strings.HasSuffix(lb, ",")) { // "ann 2 years ago", "ann on May 3, 2020"
		return By
	}
	return None
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
	// AuthorLine is the line the author stands on, -1 where none does.
	AuthorLine int
	Number     int
	NumberLine int
	// StampLine is the line with the post's date, -1 where none has.
	StampLine int
	// After is set where heads stand below their posts: "answered May 3, 2009".
	After bool
}

// Heads returns the heads of a dump: runs of lines of known classes, with an
// anchor among them and up to two others of few words between each two.
func Heads(ls []line.Line, cs []Class) []Head {
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
		for j := i + 1; j < len(ls) && j <= last+3; j++ {
			if cs[j] != Short && !cs[j].Known() {
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
			out = append(out, h)
		}
		i = last + 1
		if n := len(out); n > 0 {
			i = max(i, out[n-1].Last)
		}
	}
	return out
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
		return i
	}
	for i-1 >= lo && ls[i].Gap == 0 && cs[i-1] == Short && seen[ls[i-1].S] >= 3 { // other heads print it too
		i--
	}
	for j := i - 1; j >= max(lo, i-4); j-- {
		if cs[j] != Short || ls[j+1].Gap > 0 && j+1 < i {
			break
		}
		if ls[j].Gap > 0 || seen[ls[j].S] > 1 {
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
			low := strings.ToLower(ls[i].S)
			h.After = h.After || (strings.HasPrefix(low, "answered ") || strings.HasPrefix(low, "asked ")) && strings.Contains(low, " at ")
		case By:
			h.StampLine = i
		}
	}
	for i := h.First; i < h.Last && h.AuthorLine < 0; i++ {
		if n := authorOn(&ls[i], cs[i]); n != "" {
			h.Author, h.AuthorLine = n, i
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
		if cs[i] != Short || utf8.RuneCountInString(ls[i].S) < 2 || strings.HasPrefix(ls[i].S, "r/") || notNames[strings.ToLower(ls[i].S)] {
			continue
		}
		if n := nameScore(ls, cs, seen, i, h); n > best {
			best = n
			h.Author, h.AuthorLine = ls[i].S, i
		}
	}
}

// notNames are short lines above a post that no one is called.
var notNames = map[string]bool{"log in": true, "login": true, "sign in": true, "sign up": true, "register": true, "join": true, "menu": true, "search": true}

// nameBelow takes in the name below the date of a head that has none above: "3
// yr. ago" / "ann" / an empty line.
func (h *Head) nameBelow(ls []line.Line, cs []Class) {
	i := h.Last
	if h.AuthorLine >= 0 || h.StampLine != i-1 || cs[h.StampLine] != Stamp || i+1 >= len(ls) || cs[i] != Short || ls[i].Gap > 0 || ls[i+1].Gap == 0 || ls[i].Words > 3 || ls[i].Ends {
		return
	}
	h.Author, h.AuthorLine, h.Last = ls[i].S, i, i+1
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
