package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// Words returns the words of s: runs of letters, digits and marks, with
// apostrophes, hyphens and full stops between letters or digits kept inside,
// and commas between digits ("1,200"). Punctuation is left out.
func Words(s string) []stemma.Span {
	var out []stemma.Span
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		j := i + n
		last := r
		for j < len(s) {
			r, n := utf8.DecodeRuneInString(s[j:])
			if wordRune(r) {
				j += n
				last = r
				continue
			}
			if !joiner(r) {
				break
			}
			next, _ := utf8.DecodeRuneInString(s[j+n:])
			if !wordRune(next) || r == ',' && !(unicode.IsDigit(last) && unicode.IsDigit(next)) {
				break
			}
			j += n
		}
		out = append(out, stemma.Span{Start: i, End: j})
		i = j
	}
	return out
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func joiner(r rune) bool {
	switch r {
	case '\'', '’', '-', '.', ',', '‑':
		return true
	}
	return false
}

// space reports whether r stands between words: white space, and the runes
// that print nothing (byte order mark, zero width space, soft hyphen's kin).
func space(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	switch r {
	case '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsSpace(r)
}
