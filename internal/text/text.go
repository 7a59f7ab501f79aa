// Package text breaks a text into sentences, words and shingles, and keeps
// every byte offset.
package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// Words returns the words of s: runs of letters, digits and marks, with
// apostrophes, hyphens and full stops between letters or digits kept inside.
// Punctuation is left out.
func Words(s string) []stemma.Span {
	var out []stemma.Span
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		j := i + n
		for j < len(s) {
			r, n := utf8.DecodeRuneInString(s[j:])
			if wordRune(r) {
				j += n
				continue
			}
			if m := joiner(r); m {
				if r2, _ := utf8.DecodeRuneInString(s[j+n:]); wordRune(r2) {
					j += n
					continue
				}
			}
			break
		}
		out = append(out, stemma.Span{Start: i, End: j})
		i = j
	}
	return out
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func joiner(r rune) bool {
	switch r {
	case '\'', '’', '-', '.', ',', '‑':
		return true
	}
	return false
}
