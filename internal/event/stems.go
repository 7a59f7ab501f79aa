package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/text"
)

// sentenceAt is the sentence of an article that holds a byte.
func sentenceAt(a *stemma.Article, at int) stemma.Span {
	p := stemma.Span{Start: 0, End: len(a.Text)}
	if i, ok := slices.BinarySearchFunc(a.Paragraphs, at, func(s stemma.Span, at int) int {
		switch {
		case s.End <= at:
			return -1
		case s.Start > at:
			return 1
		}
		return 0
	}); ok {
		p = a.Paragraphs[i]
	}
	var buf [24]stemma.Span
	for _, s := range text.SentencesIn(buf[:0], a.Text, p.Start, p.End) {
		if s.End > at {
			return s
		}
	}
	return p
}

// stems adds to out the words of s that say something, by a hash of their
// beginnings, so that the forms of a word are one: "arrested", "arrests".
func stems(out []uint32, s string) []uint32 {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += n
			continue
		}
		hash, k, first := uint32(2166136261), 0, i // FNV-1a
		for i < len(s) {
			r, n := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				break
			}
			if k < stemLetters {
				hash = (hash ^ uint32(unicode.ToLower(r))) * 16777619
			}
			i += n
			k++
		}
		w := s[first:i]
		if k < 3 && (w[0] < '0' || w[0] > '9') || k < 8 && empty[strings.ToLower(w)] {
			continue
		}
		out = append(out, hash)
	}
	return out
}

const stemLetters = 6

// empty are words that say nothing of what a sentence tells.
var empty = set("the and for with from that this these those was were are has had have been being his her its their them they who which what when where while will would could should may might not but also after before into over about than then there here said says say told according one two three")
