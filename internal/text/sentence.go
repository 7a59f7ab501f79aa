package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// Sentences returns the sentences of s in order, without the white space
// around them. A blank line always ends one; a single line break does not.
func Sentences(s string) []stemma.Span {
	return SentencesIn(nil, s, 0, len(s))
}

// SentencesIn appends the sentences of s[from:to] to dst.
func SentencesIn(dst []stemma.Span, s string, from, to int) []stemma.Span {
	for from < to {
		end, next := Paragraph(s, from, to)
		dst = sentencesOf(dst, s, from, end)
		from = next
	}
	return dst
}

// Paragraph returns the end of the paragraph that starts at i, and where the
// next one starts: after a line break, blanks and another line break.
func Paragraph(s string, i, to int) (end, next int) {
	for k := i; k < to; k++ {
		if s[k] == '\f' {
			return k, k + 1
		}
		if strings.HasPrefix(s[k:to], "\u2029") {
			return k, k + len("\u2029")
		}
		if s[k] != '\n' {
			continue
		}
		m := k + 1
		for m < to && (s[m] == ' ' || s[m] == '\t' || s[m] == '\r') {
			m++
		}
		if m < to && s[m] == '\n' {
			return k, m + 1
		}
		k = m - 1
	}
	return to, to
}

func sentencesOf(dst []stemma.Span, s string, from, to int) []stemma.Span {
	start := skip(s, from, to)
	top := start
	for i := start; i < to; {
		r, n := utf8.DecodeRuneInString(s[i:to])
		if !terminator(r) {
			if before, after := apart(s, start, i, to, start == top); after > i {
				if before {
					dst = add(dst, s, start, i)
					start = i
				}
				dst = add(dst, s, start, after)
				start = skip(s, after, to)
				i = start
				continue
			}
			i += n
			continue
		}
		m := mark{s: s, start: start, at: i, to: to}
		m.read()
		i = m.after
		if m.next < to && !m.ends() {
			continue
		}
		dst = append(dst, stemma.Span{Start: start, End: m.after})
		start = m.next
		i = start
	}
	return add(dst, s, start, to)
}

// add appends s[start:end] without the white space at its end, if something is
// left.
func add(dst []stemma.Span, s string, start, end int) []stemma.Span {
	for end > start {
		r, n := utf8.DecodeLastRuneInString(s[start:end])
		if !space(r) {
			break
		}
		end -= n
	}
	if end > start {
		dst = append(dst, stemma.Span{Start: start, End: end})
	}
	return dst
}

func terminator(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '։', '؟', '।', '۔':
		return true
	}
	return false
}

func skip(s string, i, to int) int {
	for i < to {
		r, n := utf8.DecodeRuneInString(s[i:to])
		if !space(r) {
			break
		}
		i += n
	}
	return i
}

// mark is a place where a sentence may end.
type mark struct {
	s              string
	start, at, to  int  // of the sentence; of the mark; of the paragraph's end
	after, next    int  // end of the mark with what closes behind it; start of what follows
	stops          int  // how many runes the mark has
	bang, ellipsis bool // "!" or "?" in it; "..." or "…"
	quoted         bool // a closing quotation mark stands behind it
	gap            bool // white space stands behind it
}

func (m *mark) read() {
	i := m.at
	for i < m.to {
		r, n := utf8.DecodeRuneInString(m.s[i:m.to])
		if !terminator(r) {
			break
		}
		m.stops++
		m.bang = m.bang || r != '.' && r != '…'
		m.ellipsis = m.ellipsis || r == '…' || r == '.' && m.stops > 1
		i += n
	}
	for i < m.to {
		r, n := utf8.DecodeRuneInString(m.s[i:m.to])
		if !closer(r) {
			break
		}
		m.quoted = m.quoted || r != ')' && r != ']'
		i += n
	}
	m.after = i
	m.next = skip(m.s, i, m.to)
	m.gap = m.next > i
}

func closer(r rune) bool {
	switch r {
	case '"', '\'', '”', '’', '»', '›', ')', ']', '“':
		return true
	}
	return false
}

func opener(r rune) bool {
	switch r {
	case '"', '\'', '“', '‘', '«', '‹', '(', '[', '„', '”', '’', '‚', '`':
		return true
	}
	return false
}

// ends reports whether the mark ends its sentence. Something follows it in the
// paragraph.
func (m *mark) ends() bool {
	k := m.next
	var r rune
	for k < m.to {
		var n int
		r, n = utf8.DecodeRuneInString(m.s[k:m.to])
		if !opener(r) {
			break
		}
		k += n
	}
	word := m.wordAt(k)
	if !m.gap {
		return m.glued(word)
	}
	if unicode.IsLower(r) {
		return m.careless()
	}
	if r == ',' || r == ';' || r == ':' || r == ')' || r == ']' || terminator(r) { // "the local . . . politics"
		return false
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return m.bang || m.ellipsis || !m.abbreviated(word, r)
	}
	switch {
	case m.bang:
		// "Why now?" Karlsson asked.
		return !(m.quoted && m.tag(k))
	case m.ellipsis:
		return unicode.IsUpper(r) && word != "I" || unicode.IsDigit(r) && m.quoted
	}
	return !m.abbreviated(word, r)
}

// glued reports whether a mark without a space behind it ends a sentence:
// "the talks.The" does, "example.com" and "3.5" do not.
func (m *mark) glued(next string) bool {
	if m.ellipsis && !m.bang && next != "" && unicode.IsUpper(first(next)) { // "an hour...We left"
		prev := m.wordBefore()
		return len(prev) > 1 && strings.ToLower(prev) == prev
	}
	if m.stops != 1 || !starters[next] || len(next) < 2 {
		return false
	}
	prev := m.wordBefore()
	if len(prev) < 3 || !unicode.IsUpper(rune(next[0])) {
		return false
	}
	for _, r := range prev {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// wordAt returns the run of letters and digits at i.
func (m *mark) wordAt(i int) string {
	k := i
	for k < m.to && k < i+32 {
		r, n := utf8.DecodeRuneInString(m.s[k:m.to])
		if !wordRune(r) {
			break
		}
		k += n
	}
	return m.s[i:k]
}

// wordBefore returns what stands before the mark, back to white space, a
// bracket or a quotation mark, at most 24 bytes.
func (m *mark) wordBefore() string {
	k := m.at
	for k > m.start {
		r, n := utf8.DecodeLastRuneInString(m.s[m.start:k])
		if space(r) || opener(r) || r == '-' || r == '–' || r == '—' || r == '/' {
			break
		}
		if k -= n; m.at-k > 24 {
			return ""
		}
	}
	return m.s[k:m.at]
}

// abbreviated reports whether the full stop belongs to an abbreviation, an
// initial or a number of a list, so that the sentence goes on with next, whose
// first rune is r.
func (m *mark) abbreviated(next string, r rune) bool {
	w := m.wordBefore()
	if w == "" {
		return false
	}
	starter := starters[next]
	if m.at-len(w) == m.start && len(w) <= 3 && (digits(w) || len(w) == 1) { // "1. Open the box", "A. Smith"
		return true
	}
	if m.dateline(next) {
		return true
	}
	if m.quoted {
		return false
	}
	if _, n := utf8.DecodeRuneInString(w); n == len(w) && unicode.IsUpper(first(w)) { // John F. Kennedy
		return !starter || next == "A"
	}
	if dotted(w) {
		low := strings.ToLower(w)
		if low == "a.m" || low == "p.m" { // "at 5 p.m. EST", but "at 5 p.m. Troops"
			return len(next) <= 4 && next == strings.ToUpper(next) && next != "A" && next != "I"
		}
		return !starter && unicode.IsLetter(r)
	}
	k, ok := abbreviations[strings.ToLower(clip(w))]
	if !ok {
		return false
	}
	if k.kind != 't' && len(w) > 2 && w == strings.ToUpper(w) { // "5 p.m. EST. Troops": EST is not "est."
		return false
	}
	switch k.kind {
	case 't': // Gen. Min
		return unicode.IsUpper(r)
	case 'n': // No. 4
		return unicode.IsDigit(r) || !k.word && !starter
	case 'm': // Sept. 4, "in Sept. Troops"
		return unicode.IsDigit(r)
	case 'o': // "vs. Spain"
		return !starter
	}
	// a company's, "Acme Corp. The"; "Acme Co. Chairman Li"
	return !starter && unicode.IsUpper(r) && !k.word
}

func first(w string) rune {
	r, _ := utf8.DecodeRuneInString(w)
	return r
}

func digits(w string) bool {
	for i := 0; i < len(w); i++ {
		if !digit(w[i]) {
			return false
		}
	}
	return true
}

// dateline reports whether the mark closes the town of a dateline:
// "OSLO. May 3 (NTB) - Rain fell".
func (m *mark) dateline(next string) bool {
	if !months[next] || m.at-m.start > 40 {
		return false
	}
	for _, r := range m.s[m.start:m.at] {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// tag reports whether a tag of speech stands at k: a name of up to four
// capitalised words and a verb of saying: "Anna Karlsson asked".
func (m *mark) tag(k int) bool {
	for n := 0; n < 5 && k < m.to; n++ {
		w := m.wordAt(k)
		if w == "" {
			return false
		}
		if n > 0 && sayings[w] {
			return true
		}
		if !unicode.IsUpper(first(w)) || starters[w] && n == 0 && w != "The" {
			return false
		}
		k = skip(m.s, k+len(w), m.to)
		if k < m.to && m.s[k] == '.' { // an initial or a title
			k = skip(m.s, k+1, m.to)
		}
	}
	return false
}
