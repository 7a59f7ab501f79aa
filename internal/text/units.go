package text

import (
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// Units appends to dst the words of s[from:to], one sentence, as [Words] tells
// them, and each mark between them by itself. A possessive 's is a unit of its
// own, and a full stop before a space or comma within the range belongs to its
// word:
//
//	"Gen. Ruiz's commander-in-chief left." -> Gen. Ruiz 's commander-in-chief left .
//
// Every byte that is no white space stands in exactly one unit.
func Units(dst []stemma.Span, s string, from, to int) []stemma.Span {
	at := from
	for _, w := range Words(s[from:to]) {
		w.Start, w.End = w.Start+from, w.End+from
		dst = marks(dst, s, at, w.Start)
		if n := possessive(s[w.Start:w.End]); n > 0 {
			dst = append(dst, stemma.Span{Start: w.Start, End: w.End - n})
			w.Start = w.End - n
		}
		at = w.End
		if at+1 < to && s[at] == '.' && (strings.IndexByte(" ,;-", s[at+1]) >= 0 || strings.Contains(s[w.Start:w.End], ".")) && strings.TrimSpace(s[at+1:to]) != "" {
			w.End++
			at++
		}
		dst = append(dst, w)
	}
	return marks(dst, s, at, to)
}

// possessive is the length of the 's at the end of w, 0 where there is none.
func possessive(w string) int {
	for _, p := range []string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(w, p) && len(w) > len(p) {
			return len(p)
		}
	}
	return 0
}

func marks(dst []stemma.Span, s string, i, j int) []stemma.Span {
	for i < j {
		r, n := utf8.DecodeRuneInString(s[i:j])
		if !space(r) {
			dst = append(dst, stemma.Span{Start: i, End: i + n})
		}
		i += n
	}
	return dst
}
