package dump

import (
	"strings"
	"unicode"

	"github.com/stemma-news/stemma/internal/block"
)

// signOffs end a dispatch; initials may follow.
var signOffs = []string{"(end)", "(ends)", "-ends-", "- ends -", "-end-", "- end -", "--end--", "–ends–", "ends", "end", "-30-", "- 30 -", "###", "# # #", "(fin)", "-fin-", "- fin -", "(ende)", "(конец)", "(tamat)", "(انتهى)", "（完）", "(完)"}

// signOff reports whether s ends a dispatch, with the initials of those who
// wrote and checked it: "(END) RMC/MVB", "-ENDS-", "ab/cd", "jt/rs/ek".
func signOff(s string) bool {
	s = strings.Trim(s, block.Space)
	if s == "" || len(s) > 40 {
		return false
	}
	low := strings.ToLower(s)
	for _, p := range signOffs {
		if rest, ok := strings.CutPrefix(low, p); ok && ends(low, p) && initials(rest, 0) {
			return true
		}
	}
	return initials(s, 1)
}

// initials reports whether s is nothing but groups of two to four letters,
// with at least least slashes between them.
func initials(s string, least int) bool {
	s = strings.Trim(s, block.Space+"./()[]-")
	if s == "" {
		return least == 0
	}
	groups := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == ' ' || r == '-' })
	if strings.Count(s, "/") < least || len(groups) > 5 {
		return false
	}
	for _, g := range groups {
		if len(g) < 2 || len(g) > 4 || strings.ContainsFunc(g, func(r rune) bool { return !unicode.IsLetter(r) }) {
			return false
		}
	}
	return true
}
