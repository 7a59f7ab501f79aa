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
	if m.bang && (w == "" || m.stops > 1) { // "as i do ? i dont know", "the BEST!!! and cheap"
		return true
	}
	if len(w) < 2 && !m.bang {
		return false
	}
	if n := len(w); !m.bang && n > 2 && (w[n-1] == ')' || digits(w[n-3:])) { // "303-555-0142. they were out"
		return true
	}
	for _, r := range w {
		if !unicode.IsLower(r) && r != '\'' && r != '’' {
			return false
		}
	}
	_, abbreviated := abbreviations[w]
	return w != "" && !abbreviated
}

// closings end a letter, with a comma before the name: "Best regards, Ann".
var closings = map[string]bool{
	"thanks": true, "many thanks": true, "thank you": true, "cheers": true, "best": true, "regards": true, "best regards": true, "kind regards": true,
	"kindest regards": true, "warm regards": true, "sincerely": true, "yours sincerely": true, "sincerely yours": true, "respectfully": true, "yours truly": true,
}

// apart tells of what ends a sentence without a mark: a face drawn with marks
// before a capital, an address before a capital or another, the greeting that
// opens a paragraph, the closing of a letter, the time stamp of a mail's head, a
// rule of marks. It ends at after, 0 if there is none at i; before is whether it
// is no part of what stands before it.
func apart(s string, start, i, to int, opens bool) (before bool, after int) {
	if s[i] == ',' && capital(s, i+1, to) && (closings[strings.ToLower(clip(s[start:i]))] || opens && greeting(clip(s[start:i]))) {
		return false, i + 1
	}
	switch s[i] {
	case ' ':
		if n := i - start; n < 16 && strings.HasSuffix(strings.ToLower(s[start:i]), "regards") && closings[strings.ToLower(s[start:i])] && capital(s, i, to) {
			return false, i
		}
	case ':': // "the following: 1. Bread"
		if strings.HasPrefix(s[i:to], ": 1. ") || strings.HasPrefix(s[i:to], ": 1) ") {
			return false, i + 1
		}
	case '*':
		if n := stars(s[i:to]); n > 1 && (i == start || space(rune(s[i-1]))) {
			return true, i + n
		}
	case '>':
		if capital(s, i+1, to) {
			return false, i + 1
		}
	case '@':
		if n := mailHost(s[i+1 : to]); n > 0 && i > start && plainByte(s[i-1]) && capital(s, i+1+n, to) {
			return false, i + 1 + n
		}
	}
	if i > start && !space(rune(s[i-1])) {
		return false, 0
	}
	switch b := s[i]; {
	case b == ':' || b == ';' || b == '=':
		if n := face(s, i, to); n > 0 && capital(s, i+n, to) {
			return false, i + n
		}
	case b == 'h':
		if n := webAddress(s[i:to]); n > 0 && (capital(s, i+n, to) || webAddress(s[skip(s, i+n, to):to]) > 0) {
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

// greeting reports whether s greets whom a letter is for: "Dear Ann", "Hi all".
func greeting(s string) bool {
	head, name, _ := strings.Cut(s, " ")
	switch head {
	case "Dear", "Hi", "Hello":
		return name != "" && strings.Count(name, " ") < 2
	}
	return false
}

// webAddress returns the length of the address at the start of s, 0 of none. It
// has no mark at its end.
func webAddress(s string) int {
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") {
		return 0
	}
	n := strings.IndexFunc(s, space)
	if n < 0 {
		n = len(s)
	}
	if !plainByte(s[n-1]) && s[n-1] != '/' {
		return 0
	}
	return n
}

// stars returns the length of the rule "* * *" at the start of s, 0 of none.
func stars(s string) int {
	n := 0
	for strings.HasPrefix(s[n:], "* ") {
		n += 2
	}
	switch {
	case n < 4:
		return 0
	case n < len(s) && s[n] == '*':
		return n + 1
	}
	return n - 1
}

// mailHost returns the length of the host at the start of s, which stands behind
// "@", 0 if none stands there by itself.
func mailHost(s string) int {
	n, dots := 0, 0
	for n < len(s) && (plainByte(s[n]) || s[n] == '.' || s[n] == '-') {
		if s[n] == '.' {
			dots++
		}
		n++
	}
	if dots == 0 || !plainByte(s[n-1]) || n < len(s) && !space(rune(s[n])) {
		return 0
	}
	return n
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

// Words that show that "its" or "your" before them is "it's" or "you're".
var (
	afterIts  = set("a an the not been really just gonna going getting kind too in on for from with between about because now also definitely simply like nothing all called easy impossible")
	afterYour = set("a an the not in on welcome going gonna")
)

// runTogether returns where to cut the run s[i:k] of a sentence s[from:to], 0
// for nowhere: "its the best" is "it s the best", "Lets go" "Let s go".
func runTogether(s string, from, i, k, to int) int {
	if k-i < 3 || k-i > 4 {
		return 0
	}
	switch strings.ToLower(s[i:k]) {
	case "its":
		if afterIts[nextWord(s, k, to)] {
			return 2
		}
	case "your":
		if afterYour[nextWord(s, k, to)] {
			return 3
		}
	case "lets":
		if i == from && nextWord(s, k, to) != "" {
			return 3
		}
	}
	return 0
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// nextWord is the word in lower case that stands a space behind k, "" if none.
func nextWord(s string, k, to int) string {
	i := k + 1
	if i >= to || s[k] != ' ' {
		return ""
	}
	for k = i; k < to && k < i+8 && 'a' <= s[k] && s[k] <= 'z'; k++ {
	}
	if k < to && wordRune(rune(s[k])) {
		return ""
	}
	return s[i:k]
}
