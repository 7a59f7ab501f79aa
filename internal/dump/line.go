package dump

import (
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
)

// line is one line of a dump with words in it.
type line struct {
	// start and end are bytes of the text, without the white space around.
	start, end int
	s          string
	// indent is the number of columns before the first word.
	indent int
	// gap is how many empty lines stand before it, at most 3.
	gap int
}

// maxLine is the longest line read as words: no paragraph has a megabyte.
const maxLine = 1 << 20

// lines splits s at its line breaks. Lines of white space alone, and those too
// long to be a paragraph, are left out and counted in the gap of the next.
func lines(s string) []line {
	out := make([]line, 0, 1+len(s)/60)
	gap := 0
	for at := 0; at < len(s); {
		n := strings.IndexAny(s[at:], "\n\r\u2028\u2029")
		end, next := len(s), len(s)
		if n >= 0 {
			end = at + n
			_, w := utf8.DecodeRuneInString(s[end:])
			next = end + w
			if strings.HasPrefix(s[end:], "\r\n") {
				next = end + 2
			}
		}
		l := s[at:end]
		t := strings.TrimLeft(l, block.Space)
		indent := len(l) - len(t)
		t = strings.TrimRight(t, block.Space)
		if t == "" || len(t) > maxLine {
			gap = min(gap+1, 3)
		} else {
			out = append(out, line{start: at + indent, end: at + indent + len(t), s: t, indent: indent, gap: gap})
			gap = 0
		}
		at = next
	}
	return out
}
