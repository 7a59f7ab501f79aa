package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// letters are the letters that no accent is taken off.
var letters = strings.NewReplacer("’", "'", "ı", "i", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "ß", "ss")

// Plain writes s without accents, so that "Arıkan" and "Arikan", "Gökbel" and
// "Gokbel" are one.
func Plain(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return s
	}
	if t, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s); err == nil {
		s = t
	}
	return letters.Replace(s)
}
