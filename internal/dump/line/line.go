// Package line splits a dump into its lines and measures each: the features
// that tell a line of an article from furniture rest on these measures.
package line

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// Line is one line of a dump with words in it.
type Line struct {
	// Start and End are bytes of the text, without the white space around.
	Start, End int
	S          string
	// Indent is the number of bytes before the first word.
	Indent int
	// Gap is how many empty lines stand before it, at most 3.
	Gap int
	Shape
}

// Shape is what can be counted on a line.
type Shape struct {
	// Words counts words; scripts without spaces count two characters a word.
	Words int
	Runes int
	// Upper counts words that begin with a capital, Lower with a small letter
	// (or one of a script that has no capitals), Caps those all in capitals.
	Upper, Lower, Caps int
	Digits             int
	// Marks counts commas, stops and the like within the line.
	Marks int
	// Ends is set where the line ends as a sentence does.
	Ends bool
	// Stamps are the dates printed on a line of less than stampLine bytes.
	Stamps []when.Stamp
	// Wide is set for lines most of whose letters are of scripts without spaces.
	Wide bool
}

const (
	// maxLine is the longest line read as words: no paragraph has a megabyte.
	maxLine = 1 << 20
	// stampLine is the longest line looked at for a printed date.
	stampLine = 300
)

// MaxLines is the most lines a page has; Split returns none of a longer text.
const MaxLines = 200_000

// Split splits s at its line breaks. Lines of white space alone, and those too
// long to be a paragraph, are left out and counted in the gap of the next.
func Split(s string) []Line {
	out := make([]Line, 0, 1+len(s)/60)
	gap := 0
	for at := 0; at < len(s); {
		end, next := lineEnd(s, at)
		l := s[at:end]
		t := strings.TrimLeft(l, block.Space)
		indent := len(l) - len(t)
		t = strings.TrimRight(t, block.Space)
		if t == "" || len(t) > maxLine {
			gap = min(gap+1, 3)
		} else {
			out = append(out, Line{Start: at + indent, End: at + indent + len(t), S: t, Indent: indent, Gap: gap, Shape: measure(t)})
			gap = 0
			if len(out) > MaxLines {
				return nil
			}
		}
		at = next
	}
	return out
}

// lineEnd returns the end of the line at byte at, and the start of the next.
func lineEnd(s string, at int) (end, next int) {
	for i := at; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\n':
			return i, i + 1
		case c == '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case c == 0xE2 && (strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029")):
			return i, i + 3
		}
	}
	return len(s), len(s)
}

// sentence ends in any script, and what may close after them.
const (
	ends   = ".!?…。！？؟।။។።"
	closes = "\"'”’»)]」』）"
	inner  = ".,;:!?、。，；：！？؟،؛।။"
)

func measure(s string) Shape {
	var m Shape
	in := false // within a word
	wide, letters := 0, 0
	upper, allCaps, wordRunes := false, false, 0
	flush := func() {
		if !in {
			return
		}
		in = false
		m.Words++
		switch {
		case upper && allCaps && wordRunes > 1:
			m.Caps++
			m.Upper++
		case upper:
			m.Upper++
		default:
			m.Lower++
		}
	}
	for _, r := range s {
		m.Runes++
		switch {
		case r < 128 && (r >= 'a' && r <= 'z'), r >= 128 && unicode.IsLetter(r) && !unicode.IsUpper(r), unicode.IsMark(r):
			letters++
			if r > 0x0E00 && spaceless(r) {
				wide++
			}
			if !in {
				in, upper, allCaps, wordRunes = true, false, false, 0
			}
			allCaps = false
			wordRunes++
		case unicode.IsUpper(r):
			letters++
			if !in {
				in, upper, allCaps, wordRunes = true, true, true, 0
			}
			wordRunes++
		case unicode.IsDigit(r):
			m.Digits++
		case r == '\'' || r == '’' || r == '-':
		default:
			flush()
			if strings.ContainsRune(inner, r) {
				m.Marks++
			}
		}
	}
	flush()
	if wide*2 > letters {
		m.Wide = true
		m.Words += wide / 2
		m.Lower += wide / 2
	}
	t := strings.TrimRight(s, closes+block.Space)
	if r, _ := utf8.DecodeLastRuneInString(t); t != "" && strings.ContainsRune(ends, r) {
		m.Ends = true
	}
	if len(s) < stampLine {
		m.Stamps = when.Find(s)
	}
	return m
}

// spaceless reports whether r is of a script that puts no spaces between words.
func spaceless(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
