package thread

import (
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// A row is a line on which a program that saved a page as text put what stood
// side by side: cells apart by wide space or by marks. "ann   Moderator   Apr '19",
// "ann • 3d ago", "5   0   Reply   Share ›".

// apart are marks between the cells of a row.
var apart = []string{"  ", "\t", "·", "•", "|", "::", " - ", " – ", " — ", " »"}

// cells are the bytes of the cells of s, first and last of each.
func cells(s string) [][2]int {
	var out [][2]int
	add := func(from, to int) {
		if t := strings.Trim(s[from:to], block.Space); t != "" {
			from += strings.Index(s[from:to], t)
			out = append(out, [2]int{from, from + len(t)})
		}
	}
	at := 0
	for i := 0; i < len(s); {
		n := 0
		switch s[i] {
		case ' ', '\t', '|', ':', 0xC2, 0xE2: // with which all of them begin
			for _, m := range apart {
				if len(m) > n && strings.HasPrefix(s[i:], m) {
					n = len(m)
				}
			}
		}
		if n == 0 {
			i++
			continue
		}
		add(at, i)
		i += n
		at = i
	}
	add(at, len(s))
	return out
}

// mostCells is how many cells the row above a post has at most, longestRow its bytes.
const (
	mostCells  = 6
	longestRow = 200
)

// timeCell returns the bytes of a row that say when: a cell that is a date or an
// age and no more, the first after the name; or the end of a line of few words,
// "ann Apr '19", "ann 3h".
func timeCell(l *line.Line) (from, to int, ok bool) {
	if l.Ends && l.Words > 6 || l.Runes > 160 || len(l.Stamps) == 0 && l.Digits == 0 && l.Words > 6 {
		return 0, 0, false
	}
	cs := cells(l.S)
	if len(cs) > mostCells {
		return 0, 0, false
	}
	for _, c := range cs {
		if c[1]-c[0] < len(l.S) && timed(l, c[0], c[1]) {
			return c[0], c[1], true
		}
	}
	f := strings.Fields(l.S)
	for n := 1; n <= 2 && n < len(f) && len(f)-n <= mostName; n++ {
		from = strings.LastIndex(l.S, f[len(f)-n])
		if timed(l, from, len(l.S)) {
			return from, len(l.S), true
		}
	}
	return 0, 0, false
}

// timed reports whether bytes from to to of l are a date or age and no more.
func timed(l *line.Line, from, to int) bool {
	s := strings.TrimSpace(strings.TrimSuffix(strings.ToLower(l.S[from:to]), "(edited)"))
	if aged(s) || relativeDay(s) {
		return true
	}
	for _, st := range l.Stamps {
		if st.Start >= from && st.End <= to && st.Month+st.Count > 0 {
			return otherWords(l.S[from:st.Start])+otherWords(l.S[st.End:to]) == 0
		}
	}
	return false
}

// rowName is the name in front of the row s, "" where none may be.
func rowName(s string) string {
	for _, c := range cells(s) {
		n := strings.TrimLeft(s[c[0]:c[1]], "@")
		if i := strings.Index(n, " @"); i > 0 { // "Ann Example @ann"
			n = n[:i]
		}
		low := strings.ToLower(n)
		if _, ok := PostNumber(n); ok || count(low) || feet[low] || numberDot(n) {
			continue
		}
		if utf8.RuneCountInString(n) < 2 || len(strings.Fields(n)) > mostName || ranks[low] || label(low) || strings.HasSuffix(n, ":") {
			return ""
		}
		return strings.TrimPrefix(n, "u/")
	}
	return ""
}

// numberDot reports whether s is the number of a list: "12.".
func numberDot(s string) bool {
	n, ok := strings.CutSuffix(s, ".")
	_, isNumber := digits(n)
	return ok && isNumber
}

// profileRow reports whether s is a name and what a profile says of it, side by
// side: "ann   Senior Member   Join Date: Jan 2009   Posts: 120".
func profileRow(s string) bool {
	cs := cells(s)
	if len(s) > longestRow || len(cs) < 2 || rowName(s) == "" || rowName(s) != s[cs[0][0]:cs[0][1]] {
		return false
	}
	known := 0
	for _, c := range cs[1:] {
		low := strings.ToLower(s[c[0]:c[1]])
		w, rest, _ := strings.Cut(low, " ")
		switch {
		case ranks[low], strings.Contains(low, ":") && label(low), labels[w] && strings.ContainsAny(rest, "0123456789"):
			known++
		case count(low):
		default:
			return false
		}
	}
	return known > 0
}

// buttonRow reports whether low is a row of buttons, and what else stands beside
// them: counts, an age. "2   0   Reply   Share ›", "3h   Like   Reply".
func buttonRow(low string) (row, aging bool) {
	if len(low) > longestRow {
		return false, false
	}
	n := 0
	cs := cells(low)
	if len(cs) < 2 {
		return false, false
	}
	for _, c := range cs {
		p := strings.Trim(low[c[0]:c[1]], block.Space+"△▽▲▼⇧⇩›…")
		num, rest, two := strings.Cut(p, " ")
		_, isNumber := digits(num)
		switch {
		case p == "", isNumber && !two:
		case aged(p):
			aging = true
		case feet[p], isNumber && feet[rest]:
			n++
		default:
			return false, false
		}
	}
	return n > 0, aging
}

// answered is the name that stands beside that of who wrote, whom he answers:
// "ann   bob   Apr '19", "ann > bob • 4 years ago". It may be a rank.
func answered(s, author string) string {
	_, rest, _ := strings.Cut(s, author)
	if n := strings.TrimLeft(rest, block.Space); n == rest || strings.Trim(rest, block.Space) == "" {
		return ""
	}
	for _, m := range []string{">", "→", "▶", "➜", "↪"} {
		rest = strings.TrimPrefix(strings.TrimLeft(rest, block.Space), m)
	}
	if cs := cells(rest); len(cs) > 1 {
		return strings.TrimPrefix(rest[cs[0][0]:cs[0][1]], "@")
	}
	return ""
}

// laters are the words after the days that lie between two posts.
var laters = map[string]bool{"later": true, "später": true, "plus": true, "después": true, "depois": true, "dopo": true, "senare": true, "спустя": true, "później": true}

// DaysLater reads a line that says only how long after the post above the one
// below it was written: 18 of "18 days later", -1 of "2 months later", 0 of others.
func DaysLater(s string) int {
	if len(s) < 6 || len(s) > 40 || s[0] > '9' && s[0] != 'a' && s[0] != 'A' && s[0] != 'o' && s[0] != 'O' {
		return 0
	}
	f := strings.Fields(strings.ToLower(s))
	if len(f) < 3 || len(f) > 4 || !laters[f[2]] {
		return 0
	}
	n, ok := digits(f[0])
	switch {
	case !ok:
		if f[0] != "a" && f[0] != "one" {
			return 0
		}
		n = 1
	case n > 400:
		return 0
	}
	switch f[1] {
	case "day", "days", "tag", "tage", "jour", "jours", "día", "días", "dia", "dias", "giorno", "giorni", "dag", "dagar", "день", "дня", "дней", "dzień", "dni":
		return n
	}
	return -1
}
