package line

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
)

// The widths a mailer or a terminal breaks lines at.
const (
	minWidth = 40
	maxWidth = 100
)

// Unwrap joins lines that were broken at a width. A dump was where most of its
// lines that another follows are so long that the first word of the next would
// not have fitted. Other dumps are returned as they are.
func Unwrap(text string, ls []Line) []Line {
	width := wrapWidth(ls)
	if width == 0 {
		return ls
	}
	out := make([]Line, 0, len(ls))
	for i := 0; i < len(ls); i++ {
		l := ls[i]
		j := i
		for j+1 < len(ls) && joins(&ls[j], &ls[j+1], width) {
			j++
		}
		if j > i {
			l.End = ls[j].End
			l.S = strings.Join(strings.FieldsFunc(text[l.Start:l.End], func(r rune) bool { return strings.ContainsRune(block.Space, r) }), " ")
			l.Shape = measure(l.S)
		}
		out = append(out, l)
		i = j
	}
	return out
}

// wrapWidth is the width a dump was wrapped at, 0 where it was not. One line in
// twenty may be longer: an address, a line put in by hand.
func wrapWidth(ls []Line) int {
	var widths []int
	for i := range ls {
		if !strings.Contains(ls[i].S, "://") {
			widths = append(widths, ls[i].Runes)
		}
	}
	slices.SortFunc(widths, func(a, b int) int { return b - a })
	for i, w := range widths[:(len(widths)+19)/20] {
		if w < minWidth {
			break
		}
		if w <= maxWidth && (i == 0 || w < widths[i-1]) && wrapped(ls, w) {
			return w
		}
	}
	return 0
}

// wrapped reports whether most lines that another follows are so long that its
// first word would not have fitted in width.
func wrapped(ls []Line, width int) bool {
	full, followed := 0, 0
	for i := 0; i+1 < len(ls); i++ {
		if ls[i+1].Gap > 0 || ls[i].Words < 4 || ls[i].Runes > width {
			continue
		}
		followed++
		if joins(&ls[i], &ls[i+1], width) {
			full++
		}
	}
	return full >= 6 && full*3 >= followed*2
}

// joins reports whether b goes on with the paragraph of a.
func joins(a, b *Line, width int) bool {
	if b.Gap > 0 || b.Indent > a.Indent+1 || a.Runes > width {
		return false
	}
	first, n := utf8.DecodeRuneInString(b.S)
	if strings.ContainsRune("-*•>#|=_", first) && (len(b.S) == n || b.S[n] == ' ' || b.S[n] == byte(first)) {
		return false
	}
	if unicode.IsDigit(first) && strings.IndexAny(b.S, ".)") == strings.IndexFunc(b.S, func(r rune) bool { return !unicode.IsDigit(r) }) {
		return false // a numbered list
	}
	w := b.S
	if i := strings.IndexAny(w, " \t"); i >= 0 {
		w = w[:i]
	}
	return a.Runes+1+utf8.RuneCountInString(w) > width-4
}
