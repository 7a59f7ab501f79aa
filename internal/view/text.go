package view

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Width is how wide text is set where nobody says: in columns.
const Width = 100

// printer sets plain text. Nothing in it depends on colour, and characters
// that steer a terminal never pass: pages are hostile input.
type printer struct {
	b     bytes.Buffer
	width int
	told  map[string]bool // sayings printed
}

func newPrinter(width int) *printer {
	if width <= 0 {
		width = Width
	}
	return &printer{width: max(width, 40), told: map[string]bool{}}
}

// clean is s without what steers a terminal (escapes, other control
// characters, marks that turn the direction of writing); white space becomes
// one space.
func clean(s string) string {
	s = strings.Map(func(c rune) rune {
		switch {
		case unicode.IsSpace(c):
			return ' '
		case unicode.IsControl(c), c >= 0x202a && c <= 0x202e, c >= 0x2066 && c <= 0x2069, c == 0x200e, c == 0x200f, c == 0x061c, c == unicode.ReplacementChar:
			return -1
		}
		return c
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// columns is how many columns s takes on a terminal: marks take none, the wide
// letters of East Asia two.
func columns(s string) int {
	n := 0
	for _, c := range s {
		switch {
		case unicode.Is(unicode.Mn, c) || unicode.Is(unicode.Me, c) || unicode.Is(unicode.Cf, c):
		case unicode.In(c, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) || c >= 0xff01 && c <= 0xff60:
			n += 2
		default:
			n++
		}
	}
	return n
}

// para sets words after first, further lines after rest, within the width.
// A single word longer than a line stands on one of its own.
func (p *printer) para(first, rest, words string) {
	line, room := first, false
	for _, w := range strings.Fields(clean(words)) {
		if room && columns(line)+1+columns(w) > p.width {
			fmt.Fprintln(&p.b, strings.TrimRight(line, " "))
			line, room = rest, false
		}
		if room {
			line += " "
		}
		line += w
		room = true
	}
	if room || strings.TrimSpace(first) != "" {
		fmt.Fprintln(&p.b, strings.TrimRight(line, " "))
	}
}

// in sets words at an indent.
func (p *printer) in(indent int, words string) {
	s := strings.Repeat(" ", indent)
	p.para(s, s, words)
}

// row sets a label in a column of n and words beside it.
func (p *printer) row(indent, n int, label, words string) {
	label = clean(label)
	pad := max(1, n-columns(label))
	s := strings.Repeat(" ", indent)
	p.para(s+label+strings.Repeat(" ", pad), s+strings.Repeat(" ", n), words)
}

// cut is s in at most n columns.
func cut(s string, n int) string {
	s = clean(s)
	if columns(s) <= n {
		return s
	}
	var b strings.Builder
	at := 0
	for _, c := range s {
		w := columns(string(c))
		if at+w > n-1 {
			break
		}
		at += w
		b.WriteRune(c)
	}
	t := b.String()
	if i := strings.LastIndexByte(t, ' '); i > len(t)*2/3 {
		t = t[:i]
	}
	return strings.TrimRight(t, " ,;:") + "…"
}

// tag is the beginning of an id, by which a line can be named to show, join, part
// and strike.
func tag(id string) string { return " [" + id[:min(len(id), 10)] + "]" }

// head sets a heading with an empty line above it.
func (p *printer) head(words string) {
	if p.b.Len() > 0 {
		p.gap()
	}
	indent := words[:len(words)-len(strings.TrimLeft(words, " "))]
	fmt.Fprintln(&p.b, indent+clean(words))
}

// title sets a title with a rule under it.
func (p *printer) title(words string) {
	p.head(cut(words, p.width))
	fmt.Fprintln(&p.b, strings.Repeat("=", min(p.width, columns(cut(words, p.width)))))
}

func (p *printer) gap() {
	if !bytes.HasSuffix(p.b.Bytes(), []byte("\n\n")) {
		fmt.Fprintln(&p.b)
	}
}

func (p *printer) to(w io.Writer) error {
	_, err := w.Write(p.b.Bytes())
	return err
}

// quoted puts a wording in marks, or names it as told in other words.
func quoted(text, kind string) string {
	if kind == "direct" {
		return "“" + strings.Trim(strings.TrimRight(clean(text), ","), `"“”`) + "”"
	}
	return strings.TrimRight(clean(text), ",")
}
