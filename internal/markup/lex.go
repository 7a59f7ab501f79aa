package markup

import "strings"

// span is a range of bytes, or of indexes, half-open.
type span struct{ from, to int32 }

func (s span) len() int { return int(s.to - s.from) }

// attr is an attribute of an element; val is the raw value's bytes in the
// page, entities not decoded.
type attr struct {
	key key
	val span
}

// maxAttrs is how many attributes of one element are kept.
const maxAttrs = 16

// lexer cuts a page into tags and text. It follows the tokenizer of the HTML
// standard where that bears on words: comments, raw text, quoted attributes.
type lexer struct {
	s     string
	pos   int
	attrs []attr // of the tag just read
}

// What next found.
const (
	lexEnd = iota
	lexText
	lexOpen
	lexClose
)

// token is a tag or a stretch of text.
type token struct {
	kind int
	tag  tag
	at   span // its bytes
	name span // of a tag
	// self is set where the tag is written <name/>.
	self bool
}

// next returns the next token. Comments, doctypes and instructions are passed.
func (l *lexer) next() token {
	s := l.s
	start := l.pos
	for i := start; ; {
		if i >= len(s) {
			l.pos = len(s)
			return token{kind: lexEnd}
		}
		j := strings.IndexByte(s[i:], '<')
		if j < 0 || i+j+1 >= len(s) {
			l.pos = len(s)
			if start < len(s) {
				return token{kind: lexText, at: span{int32(start), int32(len(s))}}
			}
			return token{kind: lexEnd}
		}
		i += j
		c := s[i+1]
		comment := c == '!' || c == '?' || c == '/' && (i+2 >= len(s) || !letter(s[i+2]))
		if !comment && c != '/' && !letter(c) {
			i++
			continue // a lone "<" is text
		}
		if i > start {
			l.pos = i
			return token{kind: lexText, at: span{int32(start), int32(i)}}
		}
		if comment {
			i = l.passComment(i)
			start = i
			continue
		}
		t, ok := l.readTag(i)
		if !ok {
			l.pos = len(s)
			return token{kind: lexEnd}
		}
		return t
	}
}

// passComment returns the offset behind the comment, doctype or instruction
// at i; a comment without end takes the rest of the page.
func (l *lexer) passComment(i int) int {
	s := l.s
	if strings.HasPrefix(s[i:], "<!--") {
		if strings.HasPrefix(s[i+4:], ">") {
			return i + 5
		}
		if strings.HasPrefix(s[i+4:], "->") {
			return i + 6
		}
		j := strings.Index(s[i+4:], "-->")
		if k := strings.Index(s[i+4:i+4+max(j, 0)], "--!>"); k >= 0 {
			return i + 4 + k + 4
		}
		if j < 0 {
			return len(s)
		}
		return i + 4 + j + 3
	}
	if j := strings.IndexByte(s[i:], '>'); j >= 0 {
		return i + j + 1
	}
	return len(s)
}

// readTag reads the tag at i; ok is false where the page ends within it.
func (l *lexer) readTag(i int) (token, bool) {
	s := l.s
	t := token{kind: lexOpen}
	t.at.from = int32(i)
	i++
	if s[i] == '/' {
		t.kind = lexClose
		i++
	}
	var name [16]byte
	n, hyphen := 0, false
	t.name.from = int32(i)
	for ; i < len(s); i++ {
		c := s[i]
		if c == '>' || c == '/' || isSpace(c) {
			break
		}
		hyphen = hyphen || c == '-'
		if n < len(name) {
			name[n] = lower(c)
		}
		n++
	}
	t.name.to = int32(i)
	if n <= len(name) {
		t.tag = tagNames[string(name[:n])]
	}
	if t.tag == tagOther && hyphen {
		t.tag = tagCustom
	}
	l.attrs = l.attrs[:0]
	for {
		for i < len(s) && (isSpace(s[i]) || s[i] == '/') {
			t.self = s[i] == '/'
			i++
		}
		if i >= len(s) {
			return t, false
		}
		if s[i] == '>' {
			break
		}
		i = l.readAttr(i)
	}
	l.pos = i + 1
	t.at.to = int32(l.pos)
	return t, true
}

// readAttr reads the attribute at i and returns the offset behind it.
func (l *lexer) readAttr(i int) int {
	s := l.s
	var name [20]byte
	n := 0
	for from := i; i < len(s); i++ {
		c := s[i]
		if c == '>' || c == '/' || isSpace(c) || c == '=' && i > from {
			break
		}
		if n < len(name) {
			name[n] = lower(c)
		}
		n++
	}
	var k key
	if n <= len(name) {
		k = keyNames[string(name[:n])]
	}
	j := i
	for j < len(s) && isSpace(s[j]) {
		j++
	}
	val := span{int32(i), int32(i)}
	if j < len(s) && s[j] == '=' {
		j++
		for j < len(s) && isSpace(s[j]) {
			j++
		}
		i = j
		if i < len(s) && (s[i] == '"' || s[i] == '\'') {
			end := strings.IndexByte(s[i+1:], s[i])
			if end < 0 {
				return len(s)
			}
			val = span{int32(i + 1), int32(i + 1 + end)}
			i += end + 2
		} else {
			for i < len(s) && s[i] != '>' && !isSpace(s[i]) {
				i++
			}
			val = span{int32(j), int32(i)}
		}
	}
	if k != keyNone && len(l.attrs) < maxAttrs {
		l.attrs = append(l.attrs, attr{k, val})
	}
	return i
}

// raw returns the range of the raw text of element t, which begins here, and
// leaves the lexer at its end tag. Without one it is the rest of the page.
func (l *lexer) raw(t tag, name string) span {
	s := l.s
	start := l.pos
	if t == tagPlaintext {
		l.pos = len(s)
		return span{int32(start), int32(len(s))}
	}
	for i := start; ; {
		j := strings.Index(s[i:], "</")
		if j < 0 {
			l.pos = len(s)
			return span{int32(start), int32(len(s))}
		}
		i += j
		end := i + 2 + len(name)
		if end <= len(s) && strings.EqualFold(s[i+2:end], name) && (end == len(s) || s[end] == '>' || s[end] == '/' || isSpace(s[end])) {
			l.pos = i
			return span{int32(start), int32(i)}
		}
		i += 2
	}
}

func letter(c byte) bool  { c |= 0x20; return 'a' <= c && c <= 'z' }
func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}
