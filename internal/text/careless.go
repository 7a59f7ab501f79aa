package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences of those who write without capitals, or without full stops: mail,
// comments, forum posts.

// careless reports whether the mark ends its sentence although a word in lower
// case follows: it stands behind an ordinary word, and closes no quotation.
// "i will call them tonight. they are never late"
func (m *mark) careless() bool {
	if m.quoted || m.ellipsis || m.stops > 1 && !m.bang {
		return false
	}
	w := m.wordBefore()
	if len(w) < 2 && !m.bang {
		return false
	}
	for _, r := range w {
		if !unicode.IsLower(r) && r != '\'' && r != '’' {
			return false
		}
	}
	_, abbreviated := abbreviations[w]
	return w != "" && !abbreviated
}

// apart tells of what ends a sentence without a mark: a face drawn with marks
// before a capital, the time stamp of a mail's head, a rule of marks. It ends at
// after, 0 if there is none at i; before is whether it is no part of what
// stands before it.
func apart(s string, start, i, to int) (before bool, after int) {
	if i > start && !space(rune(s[i-1])) {
		return false, 0
	}
	switch b := s[i]; {
	case b == ':' || b == ';' || b == '=':
		if n := face(s, i, to); n > 0 && capital(s, i+n, to) {
			return false, i + n
		}
	case digit(b):
		if n := stamp(s[i:to]); n > 0 {
			prev := strings.TrimRightFunc(s[max(start, i-8):i], space)
			return !strings.HasSuffix(prev, " on") && !strings.HasSuffix(prev, " at"), i + n
		}
	}
	if strings.IndexByte("=_*~-", s[i]) >= 0 {
		k := i
		for k < to && s[k] == s[i] {
			k++
		}
		if k-i >= 8 && (k == to || space(rune(s[k]))) {
			return true, k
		}
	}
	return false, 0
}

// capital reports whether a word with a capital follows at i after a space.
func capital(s string, i, to int) bool {
	k := skip(s, i, to)
	r, _ := utf8.DecodeRuneInString(s[k:to])
	return k > i && unicode.IsUpper(r)
}

// stamp returns the length of a date and time of day at the start of s, as the
// heads of mails have them: "10/08/1999 08:52 AM".
func stamp(s string) int {
	i := 0
	for _, part := range []struct {
		least, most int
		end         string
	}{{1, 2, "/"}, {1, 2, "/"}, {2, 4, " "}, {1, 2, ":"}, {2, 2, ":"}} {
		n := 0
		for i < len(s) && n < part.most && digit(s[i]) {
			i++
			n++
		}
		if n < part.least || i >= len(s) {
			return 0
		}
		if s[i:i+1] != part.end {
			if part.end == ":" && n == 2 { // no seconds
				break
			}
			return 0
		}
		i++
	}
	for i < len(s) && digit(s[i]) {
		i++
	}
	if !strings.HasPrefix(s[i:], " AM") && !strings.HasPrefix(s[i:], " PM") {
		return 0
	}
	return i + 3
}
