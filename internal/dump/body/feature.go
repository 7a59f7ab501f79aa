// Package body tells the lines of a dump that belong to the text of its
// articles or posts from furniture. A boosted forest weighs what a line and its
// neighbours look like. What is counted does not depend on a language; words
// known from furniture are one feature among many, and the forest was trained
// with and without them.
package body

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/dump/line"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// Page is a dump as the forest sees it.
type Page struct {
	Lines   []line.Line
	Classes []thread.Class
	Heads   []thread.Head
	lex     []lexical
}

// NewPage prepares a dump's lines.
func NewPage(ls []line.Line) *Page {
	cs := thread.Classes(ls)
	return &Page{Lines: ls, Classes: cs, Heads: thread.Heads(ls, cs)}
}

// Width is the number of features of a line.
const (
	Width = fixed + 6*len(offsets) + 8 + 12
	fixed = 46
)

var offsets = [6]int{-3, -2, -1, 1, 2, 3}

// counts are sums over the lines before each, for windows.
type counts struct {
	words, prose, lines, short, lexNeg []float64
}

// Features returns the features of every line. With words set
// false those that know words of some language are left 0, as they are for a
// language the lists do not know.
func (p *Page) Features(words bool) [][]float32 {
	n := len(p.Lines)
	if words {
		p.lex = lexicals(p.Lines)
	} else {
		p.lex = make([]lexical, n)
	}
	flat := make([]float32, n*Width)
	out := make([][]float32, n)
	for i := range out {
		out[i] = flat[i*Width : (i+1)*Width : (i+1)*Width]
	}
	c := p.sums()
	p.own(out)
	p.context(out, c)
	p.place(out, c)
	p.posts(out)
	return out
}

// prose is how much a line looks like running text: its words where it has
// ten or ends as a sentence does, else nothing.
func prose(l *line.Line) float64 {
	switch {
	case l.Words >= 12 && l.Lower*2 > l.Words, l.Ends && l.Words >= 6 && l.Lower*2 > l.Words:
		return float64(min(l.Words, 150))
	}
	return 0
}

func (p *Page) sums() counts {
	n := len(p.Lines)
	c := counts{make([]float64, n+1), make([]float64, n+1), make([]float64, n+1), make([]float64, n+1), make([]float64, n+1)}
	for i := range p.Lines {
		l := &p.Lines[i]
		c.words[i+1] = c.words[i] + float64(min(l.Words, 200))
		c.prose[i+1] = c.prose[i] + prose(l)
		c.lines[i+1] = c.lines[i]
		if prose(l) > 0 {
			c.lines[i+1]++
		}
		c.short[i+1] = c.short[i]
		if l.Words <= 5 && !l.Ends {
			c.short[i+1]++
		}
		c.lexNeg[i+1] = c.lexNeg[i] + float64(p.lex[i].mean)
	}
	return c
}

func share(a, b int) float32 {
	if b == 0 {
		return 0
	}
	return float32(a) / float32(b)
}

func (p *Page) own(out [][]float32) {
	n := len(p.Lines)
	same := map[string]int{}
	for i := range p.Lines {
		same[p.Lines[i].S]++
	}
	first := map[string]int{}
	for i := range p.Lines {
		l, f := &p.Lines[i], out[i]
		gapAfter := 3
		if i+1 < n {
			gapAfter = p.Lines[i+1].Gap
		}
		seenAt, seen := first[l.S]
		if !seen {
			first[l.S] = i
		} else {
			f[38] = float32(min(i-seenAt, 500))
		}
		head, tail := ends(l.S)
		vals := [...]float32{
			float32(min(l.Words, 150)), float32(min(l.Runes, 800)), flag(l.Ends), share(l.Marks, l.Words),
			share(l.Upper, l.Words), share(l.Lower, l.Words), share(l.Caps, l.Words), share(l.Digits, l.Runes),
			share(l.Runes, l.Words), float32(l.Gap), float32(gapAfter), flag(l.Indent > 0), head, tail,
			float32(len(l.Stamps)), flag(strings.ContainsAny(l.S, "@") || strings.Contains(l.S, "://")),
			flag(strings.ContainsRune(l.S, '©')), float32(strings.Count(l.S, "|") + strings.Count(l.S, "·") + strings.Count(l.S, "›") + strings.Count(l.S, "»")),
			float32(strings.Count(l.S, "\t")), float32(min(same[l.S], 20)), float32(p.Classes[i]),
			p.lex[i].mean, p.lex[i].low, p.lex[i].sum, flag(p.lex[i].known), float32(prose(l)), flag(l.Wide),
			float32(strings.Count(l.S, ",")), float32(strings.Count(l.S, ". ")), quotes(l.S), float32(min(l.Indent, 12)),
		}
		copy(f, vals[:])
	}
}

func flag(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// ends says of what kind the first and last characters of a line are.
func ends(s string) (head, tail float32) {
	a, _ := utf8.DecodeRuneInString(s)
	z, _ := utf8.DecodeLastRuneInString(s)
	kind := func(r rune) float32 {
		switch {
		case unicode.IsUpper(r):
			return 1
		case unicode.IsLetter(r):
			return 2
		case unicode.IsDigit(r):
			return 3
		case strings.ContainsRune("-*•·–—►▪●", r):
			return 4
		case strings.ContainsRune("\"'“”‘’«»「」", r):
			return 5
		case strings.ContainsRune(".!?。！？", r):
			return 6
		case r == ':' || r == '：':
			return 7
		case r == ',' || r == ';':
			return 8
		case strings.ContainsRune("()[]{}", r):
			return 9
		case r > 0x2190:
			return 10
		}
		return 11
	}
	return kind(a), kind(z)
}

func quotes(s string) float32 {
	n := 0
	for _, q := range []string{"\"", "“", "”", "«", "»"} {
		n += strings.Count(s, q)
	}
	return float32(min(n, 8))
}

// context fills what stands around each line.
func (p *Page) context(out [][]float32, c counts) {
	n := len(p.Lines)
	for i := range p.Lines {
		f := out[i][fixed:]
		for k, o := range offsets {
			j := i + o
			if j < 0 || j >= n {
				f[k*6] = -1
				continue
			}
			l := &p.Lines[j]
			f[k*6], f[k*6+1], f[k*6+2] = float32(min(l.Words, 150)), flag(l.Ends), p.lex[j].mean
			f[k*6+3], f[k*6+4], f[k*6+5] = float32(p.Classes[j]), share(l.Upper, l.Words), float32(l.Gap)
		}
		f = f[6*len(offsets):]
		for k, w := range [4]int{5, 15, 40, 100} {
			a, b := max(0, i-w), min(n, i+w+1)
			f[2*k] = float32((c.prose[i] - c.prose[a]) / float64(w))
			f[2*k+1] = float32((c.prose[b] - c.prose[i+1]) / float64(w))
		}
		f = f[8:]
		a, b := max(0, i-8), min(n, i+9)
		f[0], f[1] = float32(c.short[i]-c.short[a]), float32(c.short[b]-c.short[i+1])
		f[2], f[3] = float32(c.lexNeg[i]-c.lexNeg[a]), float32(c.lexNeg[b]-c.lexNeg[i+1])
		total := math.Max(1, c.prose[n])
		f[4], f[5] = float32(c.prose[i]/total), float32(c.words[i]/math.Max(1, c.words[n]))
		f[6], f[7] = float32(math.Log1p(c.prose[n])), float32(c.prose[n]/math.Max(1, c.words[n]))
		f[8], f[9] = float32(math.Log1p(float64(n))), float32(c.lines[n])
		f[10] = float32(c.lines[n] / math.Max(1, float64(n)))
		f[11] = float32(i) / float32(n)
	}
}

// place fills how far the next and last lines of prose and of known furniture
// are, and how long the run of lines of few words is that a line stands in.
func (p *Page) place(out [][]float32, c counts) {
	n := len(p.Lines)
	since, sinceKnown, run := 99, 99, 0
	var last float32
	for i := range p.Lines {
		l, f := &p.Lines[i], out[i]
		f[31], f[32], f[33] = float32(min(since, 99)), last, float32(min(sinceKnown, 99))
		since++
		sinceKnown++
		if w := prose(l); w > 0 {
			since, last = 0, float32(w)
		}
		if p.lex[i].known {
			sinceKnown = 0
		}
		if l.Words <= 8 && !l.Ends {
			run++
		} else {
			run = 0
		}
		f[34] = float32(min(run, 40))
	}
	since, sinceKnown, run = 99, 99, 0
	for i := n - 1; i >= 0; i-- {
		l, f := &p.Lines[i], out[i]
		f[35], f[36] = float32(min(since, 99)), float32(min(sinceKnown, 99))
		since++
		sinceKnown++
		if prose(l) > 0 {
			since = 0
		}
		if p.lex[i].known {
			sinceKnown = 0
		}
		if l.Words <= 8 && !l.Ends {
			run++
		} else {
			run = 0
		}
		f[37] = float32(min(run, 40))
	}
}

// posts fills where a line stands in a thread.
func (p *Page) posts(out [][]float32) {
	numbered := 0
	for _, h := range p.Heads {
		if h.NumberLine >= 0 {
			numbered++
		}
	}
	h, foot, quote := 0, 99, 99
	for i := range p.Lines {
		f := out[i]
		for h < len(p.Heads) && p.Heads[h].Last <= i {
			h++
		}
		in := h < len(p.Heads) && p.Heads[h].First <= i
		f[39], f[40] = flag(in), 999
		if h > 0 {
			f[40] = float32(min(i-p.Heads[h-1].Last, 300))
			f[41] = float32(p.Heads[h-1].Last - p.Heads[h-1].First)
		}
		f[42] = 999
		if h < len(p.Heads) {
			f[42] = float32(min(p.Heads[h].First-i, 300))
		}
		f[43] = float32(min(len(p.Heads), 60))
		f[44] = float32(min(numbered, 60))
		f[45] = float32(min(foot, quote*2))
		foot++
		quote++
		switch p.Classes[i] {
		case thread.Foot:
			foot = 0
		case thread.Quote:
			quote = 0
		}
	}
}
