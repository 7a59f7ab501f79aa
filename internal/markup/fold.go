package markup

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// folder makes plain words of runs: entities decoded, runs of white space one
// space (or one line break, where the page breaks the line), invisible
// characters left out. With places set it keeps where each byte stands.
type folder struct {
	src    string
	out    []byte
	places bool
	most   int // of pieces, with places set; 0 for any number
	pieces []stemma.Source
	base   int // of out, where the text being folded begins
	// White space not yet written: its bytes in the page, and whether the
	// line breaks in it.
	space span
	br    bool
	have  bool
	edge  bool // a border of two links or buttons, which a page shows apart
}

// begin starts a new text at the end of out.
func (f *folder) begin() {
	f.base, f.have, f.br, f.edge = len(f.out), false, false, false
	f.pieces = nil
}

// add folds one run.
func (f *folder) add(r run) {
	if r.br {
		f.white(r.at)
		f.br = true
		return
	}
	s := f.src[:r.at.to]
	for i := int(r.at.from); i < len(s); {
		c := s[i]
		switch {
		case f.most > 0 && len(f.pieces) > f.most:
			return
		case isSpace(c):
			j := i + 1
			for j < len(s) && isSpace(s[j]) {
				j++
			}
			f.white(span{int32(i), int32(j)})
			i = j
		case c == '&':
			i = f.entity(s, i)
		case c < ' ' || c == 0x7f:
			i++
		case c == 0xc2 || c >= 0xe1 && c <= 0xe3 || c == 0xef:
			n := wideSpace(s[i:])
			switch {
			case n > 0:
				f.white(span{int32(i), int32(i + n)})
			case n < 0:
				n = -n // invisible
			default:
				_, n = utf8.DecodeRuneInString(s[i:])
				f.write(s[i:i+n], span{int32(i), int32(i + n)})
			}
			i += n
		default:
			j := i + 1
			for j < len(s) && plain[s[j]] {
				j++
			}
			f.write(s[i:j], span{int32(i), int32(j)})
			i = j
		}
	}
}

// plain are the bytes that stand for themselves wherever they stand.
var plain = func() (t [256]bool) {
	for c := range t {
		t[c] = c > ' ' && c != '&' && c != 0x7f && c != 0xc2 && (c < 0xe1 || c > 0xe3) && c != 0xef
	}
	return t
}()

// wideSpace is the length of the white space at the start of s that is not
// ASCII, or minus the length of a character that is not seen, or 0.
func wideSpace(s string) int {
	if len(s) < 2 {
		return 0
	}
	if s[0] == 0xc2 {
		switch s[1] {
		case 0xa0, 0x85:
			return 2
		case 0xad: // soft hyphen
			return -2
		}
		return 0
	}
	if len(s) < 3 {
		return 0
	}
	switch r, _ := utf8.DecodeRuneInString(s); {
	case r == '\u1680', '\u2000' <= r && r <= '\u200a', r == '\u2028', r == '\u2029', r == '\u202f', r == '\u205f', r == '\u3000':
		return 3
	case r == '\u200b', r == '\u200e', r == '\u200f', r == '\u2060', r == '\ufeff', '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069':
		return -3
	}
	return 0
}

// maxEntity is the longest name of a character looked up.
const maxEntity = 34

// entity folds the character reference at i, and returns the offset behind it.
func (f *folder) entity(s string, i int) int {
	j := i + 1
	if j < len(s) && s[j] == '#' {
		j++
	}
	for j < len(s) && j-i < maxEntity && (letter(s[j]) || '0' <= s[j] && s[j] <= '9') {
		j++
	}
	if j < len(s) && s[j] == ';' {
		j++
	}
	switch s[i:j] {
	case "&nbsp;", "&#160;", "&#xa0;", "&#xA0;":
		f.white(span{int32(i), int32(j)})
		return j
	case "&shy;":
		return j
	}
	made := html.UnescapeString(s[i:j])
	if made == s[i:j] {
		f.write(s[i:i+1], span{int32(i), int32(i + 1)})
		return i + 1
	}
	if n := wideSpace(made); n > 0 && n == len(made) || strings.Trim(made, block.Space) == "" {
		f.white(span{int32(i), int32(j)})
	} else if n >= 0 && made[0] >= ' ' {
		f.write(made, span{int32(i), int32(j)})
	}
	return j
}

// white notes white space of the page's bytes at.
func (f *folder) white(at span) {
	if !f.have {
		f.space, f.have = at, true
	} else if at.to > 0 {
		f.space.to = at.to
	}
}

// write adds words made from the page's bytes at, and white space before them.
func (f *folder) write(s string, at span) {
	if len(f.out) > f.base {
		switch {
		case f.have && f.br:
			f.put("\n", f.space)
		case f.have:
			f.put(" ", f.space)
		case f.edge:
			f.out = append(f.out, ' ')
		}
	}
	f.have, f.br, f.edge = false, false, false
	f.put(s, at)
}

func (f *folder) put(s string, at span) {
	from := len(f.out) - f.base
	f.out = append(f.out, s...)
	if !f.places {
		return
	}
	p := stemma.Source{Span: stemma.Span{Start: from, End: from + len(s)}, Range: stemma.Range{Start: int(at.from), End: int(at.to)}}
	if n := len(f.pieces); n > 0 && len(s) == at.len() {
		l := &f.pieces[n-1]
		if l.Span.Len() == l.Range.End-l.Range.Start && l.Span.End == from && l.Range.End == p.Range.Start {
			l.Span.End, l.Range.End = p.Span.End, p.Range.End
			return
		}
	}
	f.pieces = append(f.pieces, p)
}

// addRuns folds a stretch of runs.
func (f *folder) addRuns(p *page, at span) {
	for i := at.from; i < at.to; i++ {
		f.addRun(p, i, i > at.from)
	}
}

// addRun folds a run, noting where it and the one before it are two links.
func (f *folder) addRun(p *page, i int32, after bool) {
	r := p.runs[i]
	if after && !r.br {
		before := p.runs[i-1]
		if before.node != r.node && p.src[r.at.from-1] == '>' && seenApart(p.nodes[before.node].tag) && seenApart(p.nodes[r.node].tag) {
			f.edge = true
		}
	}
	f.add(r)
}

// seenApart reports whether two elements of tag t side by side are seen as two.
func seenApart(t tag) bool { return t == tagA || t == tagTime || t == tagLabel }

// fold makes the words of all blocks.
func (p *page) fold() {
	f := folder{src: p.src, out: make([]byte, 0, len(p.src)/8)}
	for i := range p.blocks {
		b := &p.blocks[i]
		f.begin()
		for k := b.runs.from; k < b.runs.to; k++ {
			from := len(f.out)
			f.addRun(p, k, k > b.runs.from)
			p.count(b, p.runs[k], len(f.out)-from)
		}
		b.text = span{int32(f.base), int32(len(f.out))}
	}
	p.text = f.out
}

// count adds n bytes of words of run r to what b is made of.
func (p *page) count(b *blk, r run, n int) {
	if n == 0 || r.br {
		return
	}
	last := int32(-1)
	for e := r.node; e >= 0; e = p.nodes[e].parent {
		switch p.nodes[e].tag {
		case tagA:
			b.linked += int32(n)
			last = e
		case tagB, tagStrong, tagEm, tagI:
			b.bold += int32(n)
		}
		if e == b.node {
			// A whole block within a link: <a><h3>...</h3></a>.
			for ; last < 0 && e >= 0 && p.nodes[b.node].depth-p.nodes[e].depth < 6; e = p.nodes[e].parent {
				if p.nodes[e].tag == tagA {
					b.linked += int32(n)
					last = e
				}
			}
			break
		}
	}
	if last >= 0 {
		b.links++
	}
}

// words is the text of runs, and the bytes of the page behind it, of hardly more
// than so many pieces.
func (p *page) words(at span, most int) block.Text {
	f := folder{src: p.src, places: true, most: most}
	f.begin()
	f.addRuns(p, at)
	return block.Text{S: string(f.out), Pieces: f.pieces}
}

// flat is the text of runs alone.
func (p *page) flat(at span) string {
	f := folder{src: p.src}
	f.begin()
	f.addRuns(p, at)
	return string(f.out)
}

// raw is the text of raw bytes of the page that may hold entities: a title, an
// attribute's value.
func (p *page) raw(at span) block.Text {
	f := folder{src: p.src, places: true}
	f.begin()
	f.add(run{at: at})
	return block.Text{S: string(f.out), Pieces: f.pieces}
}

// of is the folded text of a block.
func (p *page) of(b *blk) []byte { return p.text[b.text.from:b.text.to] }

// within reports whether node n is or stands in one of some tags.
func (p *page) within(n int32, any ...tag) bool {
	for ; n >= 0; n = p.nodes[n].parent {
		for _, t := range any {
			if p.nodes[n].tag == t {
				return true
			}
		}
	}
	return false
}
