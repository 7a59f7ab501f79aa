package markup

import (
	"unicode"
	"unicode/utf8"
)

// wordScores is the lowest, highest and mean of what the words of a short
// block say, and the share of its words that stand in the page's title.
func (f *features) wordScores(text []byte, words int32) (low, high, mean, title float32) {
	if words > 25 {
		text = text[:min(len(text), 60)]
	}
	var n, in float32
	eachWord(text, func(w string) {
		s := f.know.word(w)
		low, high = min(low, s), max(high, s)
		mean += s
		n++
		if f.title[w] {
			in++
		}
	})
	if n > 0 {
		mean /= n
		in /= n
	}
	return low, high, mean, in
}

// eachWord calls f with the words of a text in lower case.
func eachWord(text []byte, f func(string)) {
	var buf [40]byte
	n := 0
	for i := 0; i <= len(text); {
		r, w := rune(' '), 1
		if i < len(text) {
			if r = rune(text[i]); r >= utf8.RuneSelf {
				r, w = utf8.DecodeRune(text[i:])
				r = unicode.ToLower(r)
			} else if 'A' <= r && r <= 'Z' {
				r |= 0x20
			}
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= utf8.RuneSelf && unicode.IsLetter(r) || r == '\'':
			if n+utf8.UTFMax <= len(buf) {
				n += utf8.EncodeRune(buf[n:], r)
			}
		case n > 0:
			f(string(buf[:n]))
			n = 0
		}
		i += w
	}
}
