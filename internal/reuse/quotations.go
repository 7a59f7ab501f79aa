package reuse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// closers are the marks that close what each opening mark opens.
var closers = map[rune]string{
	'"': "\"”", '“': "”\"", '„': "“”\"", '«': "»", '»': "«", '‘': "’", '「': "」", '『': "』",
}

// doubled are marks that, set twice, stand for a double mark.
var doubled = map[rune]rune{'‘': '“', '’': '”', '`': '“', '\'': '"'}

// Quotations returns the spans of s in quotation marks, marks left out, in
// order and not nested. A mark that is not closed in its paragraph holds to
// the paragraph's end, as when the next one opens again; a closing mark
// without an opening one is passed over. Single marks count only as ‘ and ’
// with no letter after the closing one. The work is linear.
func Quotations(s string) []stemma.Span {
	var out []stemma.Span
	var closing string // what closes the open quotation, "" outside
	start := 0
	emit := func(end int) {
		if strings.TrimSpace(s[start:end]) != "" {
			out = append(out, stemma.Span{Start: start, End: end})
		}
		closing = ""
	}
	prev := ' '
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' && c != '\n' {
			prev = rune(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if u, ok := doubled[r]; ok && strings.HasPrefix(s[i+n:], s[i:i+n]) {
			r, n = u, 2*n
		}
		switch {
		case r == '\n':
			if closing != "" {
				emit(i)
			}
		case closing != "" && strings.ContainsRune(closing, r):
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			if r != '’' || !unicode.IsLetter(next) {
				emit(i)
			}
		case closing == "" && closers[r] != "":
			// »so« opens after a space; a mark right after a letter closes
			// what was never opened: 6" or «...» read from the middle.
			if !unicode.IsLetter(prev) && !unicode.IsDigit(prev) {
				closing, start = closers[r], i+n
			}
		}
		prev = r
		i += n
	}
	if closing != "" {
		emit(len(s))
	}
	return out
}
