package view

import (
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/stemma-news/stemma"
)

// marks tells what each byte of a stretch of a capture is.
type marks struct {
	from, until int
	of          []mark
	lit         []stemma.Range
}

type mark struct {
	stemma.Range
	Piece
}

func newMarks(from, until int) *marks { return &marks{from: from, until: until} }

// clip is r within the stretch; ok is false where nothing of it is.
func (m *marks) clip(r stemma.Range) (stemma.Range, bool) {
	r.Start, r.End = max(r.Start, m.from), min(r.End, m.until)
	return r, r.Start < r.End
}

func (m *marks) put(r stemma.Range, p Piece) {
	if r, ok := m.clip(r); ok {
		m.of = append(m.of, mark{r, p})
	}
}

func (m *marks) light(r stemma.Range) {
	if r, ok := m.clip(r); ok {
		m.lit = append(m.lit, r)
	}
}

// pieces cuts the stretch where a mark begins or ends. Of marks on the same
// bytes an article within another wins, as it is put later and is shorter.
func (m *marks) pieces(body []byte, decode func([]byte) string) []Piece {
	cuts := []int{m.from, m.until}
	for _, k := range m.of {
		cuts = append(cuts, k.Start, k.End)
	}
	for _, l := range m.lit {
		cuts = append(cuts, l.Start, l.End)
	}
	sort.Ints(cuts)
	sort.SliceStable(m.of, func(i, j int) bool { return m.of[i].Start < m.of[j].Start })
	sort.Slice(m.lit, func(i, j int) bool { return m.lit[i].Start < m.lit[j].Start })
	var out []Piece
	var open []mark
	next, l, first := 0, 0, true
	for i := 1; i < len(cuts); i++ {
		a, b := cuts[i-1], cuts[i]
		if a == b {
			continue
		}
		live := open[:0]
		for _, k := range open {
			if k.End > a {
				live = append(live, k)
			}
		}
		open = live
		for next < len(m.of) && m.of[next].Start <= a {
			open = append(open, m.of[next])
			next++
		}
		var p Piece
		for _, k := range open {
			if k.Article != "" {
				p.Article = k.Article
			}
			if k.Field != "" {
				p.Field = k.Field
			}
		}
		for l < len(m.lit) && m.lit[l].End <= a {
			l++
		}
		p.Lit = l < len(m.lit) && m.lit[l].Start <= a
		if n := len(out); n > 0 && out[n-1].like(p) {
			out[n-1].Text += decode(body[a:b])
			continue
		}
		p.First = p.Lit && first
		first = first && !p.Lit
		p.Text = decode(body[a:b])
		out = append(out, p)
	}
	return out
}

func (p Piece) like(q Piece) bool {
	return p.Article == q.Article && p.Field == q.Field && p.Lit == q.Lit
}

// decoder returns what makes bytes of a capture readable. A payload that is
// not UTF-8 is read in the charset its label, its own words or its bytes tell.
// Control characters but line breaks and tabs become blanks.
func decoder(body []byte, c *stemma.Capture) func([]byte) string {
	plain := func(b []byte) string { return visible(strings.ToValidUTF8(string(b), "\ufffd")) }
	if utf8.Valid(body) {
		return plain
	}
	media := c.Media
	if c.Charset != "" {
		media += "; charset=" + c.Charset
	}
	enc, name, _ := charset.DetermineEncoding(body[:min(len(body), 4096)], media)
	if name == "utf-8" || enc == nil {
		return plain
	}
	return func(b []byte) string {
		s, err := enc.NewDecoder().Bytes(b)
		if err != nil {
			return plain(b)
		}
		return visible(string(s))
	}
}

func visible(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t':
			return c
		case c == '\r':
			return -1
		case c < ' ' || c == 0x7f:
			return ' '
		}
		return c
	}, s)
}
