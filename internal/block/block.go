// Package block holds words of a page together with the capture bytes behind
// each of them, and composes articles from them.
//
// Readers of text (dump) and of HTML (markup) both turn a page into blocks,
// give each a role, and compose articles out of the blocks of the body. No
// word can enter an article but through a [Text], so every character of every
// article leads back to the capture.
package block

import (
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// Role is what a block is on its page.
type Role string

// The roles. Body, and Caption where a page prints it among the body, are the
// article's words; Chrome is furniture that is none of the others.
const (
	Title      Role = "title"
	Standfirst Role = "standfirst"
	Byline     Role = "byline"
	Date       Role = "date"
	Dateline   Role = "dateline"
	Body       Role = "body"
	Caption    Role = "caption"
	Credit     Role = "credit"
	Notice     Role = "notice"
	Related    Role = "related"
	PostHead   Role = "post-head" // author, number and date of a post
	Form       Role = "form"
	Chrome     Role = "chrome"
)

// Text is words and where each byte of them stands in the capture. Its pieces
// are in order and do not overlap; a byte outside every piece (the blank line
// between two paragraphs) stands nowhere in the capture.
type Text struct {
	S      string
	Pieces []stemma.Source
}

// Verbatim is s as it stands in the capture at offset at.
func Verbatim(s string, at int) Text {
	if s == "" {
		return Text{}
	}
	return Text{S: s, Pieces: []stemma.Source{{
		Span:  stemma.Span{Start: 0, End: len(s)},
		Range: stemma.Range{Start: at, End: at + len(s)},
	}}}
}

// Folded is s as it was made from the capture bytes r: "&amp;" -> "&", a run
// of white space -> " ".
func Folded(s string, r stemma.Range) Text {
	if s == "" {
		return Text{}
	}
	return Text{S: s, Pieces: []stemma.Source{{Span: stemma.Span{Start: 0, End: len(s)}, Range: r}}}
}

// Append adds u's words after t's, joining pieces that follow each other in
// both. Adding many texts one by one is work for a [Builder].
func (t *Text) Append(u Text) {
	off := len(t.S)
	t.S += u.S
	t.Pieces = appendPieces(t.Pieces, u.Pieces, off)
}

// AppendString adds words that stand nowhere in the capture; only white space
// may.
func (t *Text) AppendString(space string) {
	if strings.TrimSpace(space) != "" {
		panic("internal error: words without a place in the capture: " + space)
	}
	t.S += space
}

// verbatim reports whether the bytes of a piece are those of the capture. A
// folded piece of the same length counts: cutting it is still right for bytes
// that were replaced one for one.
func verbatim(p stemma.Source) bool { return p.Span.Len() == p.Range.End-p.Range.Start }

// Slice returns bytes i to j of t. A folded piece that is cut keeps its whole
// range.
func (t Text) Slice(i, j int) Text {
	return Text{S: t.S[i:j], Pieces: t.cut(nil, i, j, 0)}
}

// Trim returns t without the white space around it.
func (t Text) Trim() Text {
	left := len(t.S) - len(strings.TrimLeft(t.S, Space))
	right := len(strings.TrimRight(t.S, Space))
	if left >= right {
		return Text{}
	}
	return t.Slice(left, right)
}

// Space is the white space of pages: ASCII's, and the no-break, zero-width and
// ideographic ones.
const Space = " \t\r\n\v\f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"

// Fold returns t with each run of white space made one space and none around.
func (t Text) Fold() Text {
	t = t.Trim()
	var out Builder
	done := 0 // bytes of t already written
	for i := 0; i < len(t.S); {
		n := spaceAt(t.S, i)
		if n == 0 {
			_, w := utf8.DecodeRuneInString(t.S[i:])
			i += w
			continue
		}
		j := i + n
		for j < len(t.S) {
			m := spaceAt(t.S, j)
			if m == 0 {
				break
			}
			j += m
		}
		if t.S[i:j] != " " {
			out.AppendSlice(t, done, i)
			if r, ok := t.rangeOf(i, j); ok {
				out.Append(Folded(" ", r))
			} else {
				out.AppendString(" ")
			}
			done = j
		}
		i = j
	}
	out.AppendSlice(t, done, len(t.S))
	return out.Text()
}

// spaceAt is the length of the character of white space at byte i of s, 0 if
// another character stands there.
func spaceAt(s string, i int) int {
	c := s[i]
	if c < utf8.RuneSelf {
		if c == ' ' || c >= '\t' && c <= '\r' {
			return 1
		}
		return 0
	}
	if c != 0xc2 && (c < 0xe1 || c > 0xef) {
		return 0
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if r != utf8.RuneError && strings.ContainsRune(Space, r) {
		return n
	}
	return 0
}

// rangeOf is the capture range from byte i to byte j of t.
func (t Text) rangeOf(i, j int) (stemma.Range, bool) {
	first, last, ok := t.within(i, j)
	if !ok {
		return stemma.Range{}, false
	}
	p, q := clip(t.Pieces[first], i, j), clip(t.Pieces[last], i, j)
	return stemma.Range{Start: p.Range.Start, End: q.Range.End}, true
}

// Range is the capture range from the first byte of t to its last; ok is false
// for a text that stands nowhere.
func (t Text) Range() (r stemma.Range, ok bool) { return t.rangeOf(0, len(t.S)) }

// Block is a stretch of a page with one role.
type Block struct {
	Text
	Role Role
}

// Compose fills a's Text, Paragraphs and Source with paragraphs, a blank line
// between each two. Paragraphs without words are left out.
func Compose(a *stemma.Article, paragraphs []Text) {
	var all Builder
	a.Paragraphs = nil
	for _, p := range paragraphs {
		if strings.Trim(p.S, Space) == "" {
			continue
		}
		if all.Len() > 0 {
			all.AppendString("\n\n")
		}
		start := all.Len()
		all.Append(p)
		a.Paragraphs = append(a.Paragraphs, stemma.Span{Start: start, End: all.Len()})
	}
	t := all.Text()
	a.Text, a.Source = t.S, t.Pieces
}
