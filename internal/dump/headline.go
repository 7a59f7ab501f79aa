package dump

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

//go:embed title.bin
var titleBin []byte

// titles is the forest that weighs which line of a page is its title.
var titles = sync.OnceValue(func() *body.Forest {
	f, _, err := body.ReadForest(titleBin)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return f
})

// UseTitles replaces the forest of titles, to measure another.
func UseTitles(f *body.Forest) { titles = func() *body.Forest { return f } }

// How many lines above the body are looked at for a title, and the share of
// all chances below which no line is taken for one. A line above the likeliest one that may
// stand over it is the title, if it is nearly as likely.
const (
	titleReach = 150
	leastShare = 0.1
	nearly     = 2
)

// TitleRows returns the lines of a dump that may be its title, and what the
// forest of titles sees of each: to train it.
func TitleRows(text string) (values []string, rows [][]float32) {
	r := newReader(&stemma.Capture{}, block.Verbatim(text, 0))
	if r == nil {
		return nil, nil
	}
	in, first := r.bodyOf(len(r.ls))
	if first < 0 {
		return nil, nil
	}
	hs, rows := r.headlines(r.said(in, first))
	for _, h := range hs {
		values = append(values, h.value)
	}
	return values, rows
}

// findTitle chooses the title among the lines above the middle of the body.
func (r *reader) findTitle(in []bool, first int) heading {
	b := r.said(in, first)
	hs, rows := r.headlines(b)
	scores := titles().Scores(rows)
	best, all := -1, 0.0
	for i, s := range scores {
		if r.opensTurn(hs[i].line, in) {
			scores[i] = float32(math.Inf(-1))
			continue
		}
		if best < 0 || s > scores[best] {
			best = i
		}
		all += math.Exp(float64(s))
	}
	if i := r.belowLabel(hs, scores, best, first); i >= 0 {
		best = i
	} else if best < 0 || math.Exp(float64(scores[best])) < leastShare*all {
		return heading{line: -1}
	}
	best = within(hs, scores, best)
	t := hs[best]
	if best > 0 && hs[best-1].line == t.line-1 && scores[best-1]+nearly > scores[best] {
		stop := strings.HasSuffix(t.value, ".") && !r.ls[t.line-1].Ends // a sentence below a line that is none
		if stop || r.standsOver(hs[best-1], t, b.words, b.seen) {
			t = hs[best-1]
		}
	}
	if i := r.headOf(t.line, b.end); i >= 0 && r.copiedPlain(b.in) && r.ls[i].S != t.value {
		t = heading{line: i, value: r.ls[i].S, start: r.ls[i].Start, end: r.ls[i].End, why: "stands over a sentence and the byline"}
	}
	if t.outlet == "" { // the same words elsewhere with the site's name
		for i := range r.ls {
			if s, name, ok := splitTail(r.ls[i].S); ok && i != t.line && squash(s) == squash(t.value) {
				t.outlet = name
				t.outEnd = r.ls[i].End
				t.outStart = r.ls[i].End - len(name)
				break
			}
		}
	}
	return t
}

// belowLabel is the likeliest heading between the line that says that the page is a
// press release and its text, where the one taken stands above that line, in
// the name of who gave it out; -1 of others.
func (r *reader) belowLabel(hs []heading, scores []float32, taken, first int) int {
	if taken < 0 {
		return -1
	}
	for i := first - 1; i > hs[taken].line; i-- {
		if l := &r.ls[i]; l.Words > 3 || !slices.Contains(releaseSigns, strings.ToLower(strings.Trim(l.S, block.Space+":*"))) {
			continue
		}
		best := -1
		for k := range hs {
			if l := &r.ls[hs[k].line]; hs[k].line > i && hs[k].line < first && l.Words >= 4 && len(l.Stamps) == 0 && (best < 0 || scores[k] > scores[best]) {
				best = k
			}
		}
		if best >= 0 {
			return best
		}
	}
	return -1
}

// opensTurn reports whether line i is the name above a turn of a debate, by the
// name in its brackets that stands above other turns: "The Minister (Ana Ruiz)".
func (r *reader) opensTurn(i int, in []bool) bool {
	_, name, ok := strings.Cut(r.ls[i].S, " (")
	if name = strings.TrimSuffix(name, ")"); !ok || len(name) < 6 || !strings.Contains(name, " ") {
		return false
	}
	for k := i + 1; k < len(in); k++ {
		if in[k] && r.ls[k].S == name {
			return true
		}
	}
	return false
}

// within returns the likeliest heading whose words the best one has, with a
// trail of sections or the name of the site around them: "News > Town > Talks
// fail" and "Talks fail".
func within(hs []heading, scores []float32, best int) int {
	out := best
	for i, h := range hs {
		if i > best && len(h.value) >= 20 && len(h.value)+3 < len(hs[best].value) && strings.Contains(hs[best].value, h.value) && scores[i]+4 > scores[best] && (out == best || scores[i] > scores[out]) {
			out = i
		}
	}
	return out
}

// said is what the body and the lines above it say, to hold titles against.
type said struct {
	in         []bool
	first, end int             // of the body, and where titles are no longer looked for
	mass       int             // words of the body
	words      map[string]bool // of its beginning, and their stems
	often      map[string]float64
	most       float64
	seen       map[string]int // how often short lines stand there, squashed
	meta       []bool         // the lines that say who or when
}

func (r *reader) said(in []bool, first int) *said {
	b := &said{in: in, first: first, words: map[string]bool{}, often: map[string]float64{}, most: 1, seen: map[string]int{}}
	for i := range in {
		if in[i] {
			b.mass += r.ls[i].Words
		}
	}
	middle, mass := first, 0
	for i := first; i < len(r.ls); i++ {
		if !in[i] {
			continue
		}
		if mass += r.ls[i].Words; mass*5 <= b.mass*2 {
			middle = i
		}
		if mass < 3000 {
			for _, w := range body.LexWords(r.ls[i].S) {
				k := stem(w)
				if len(b.words) < 600 {
					b.words[w], b.words[k] = true, true
				}
				if b.often[k]++; len(w) > 4 {
					b.most = max(b.most, b.often[k])
				}
			}
		}
	}
	b.end = min(len(r.ls), max(first, middle)+4)
	for i := range b.end { // a list of contents repeats headings of the body
		if r.ls[i].Words <= 40 && (i < first+4 || !in[i]) {
			b.seen[squash(r.ls[i].S)]++
		}
	}
	for i := first + 4; i < len(r.ls); i++ {
		if r.ls[i].Words > 40 {
			continue
		}
		if k := squash(r.ls[i].S); b.seen[k] == 1 {
			b.seen[k] = 0
		}
	}
	b.end = min(len(r.ls), max(first+4, middle))
	b.meta = make([]bool, len(r.ls))
	for i := max(0, first-titleReach); i < min(len(r.ls), b.end+metaReach); i++ {
		b.meta[i] = r.metaLine(i)
	}
	return b
}

// far stands for a distance that was not found within reach; a line that says
// who or when is looked for among the metaReach lines below.
const (
	far       = 40
	metaReach = 14
)

// headlines returns the lines that may be the title, with what is seen of each.
func (r *reader) headlines(b *said) (hs []heading, rows [][]float32) {
	in, first := b.in, b.first
	above := 0       // words of the body above
	sinceMeta := far // lines since one that says who or when
	printed := map[string]bool{}
	long := 0 // lines of four words and more so far
	for i := range b.end {
		if i >= first-titleReach && r.mayHead(i) && !r.tells(i, b) && !r.noTitle(i, first) {
			if r.ls[i].Words >= 4 {
				long++
			}
			t, rules := r.titleScore(i, first, in, b.words, b.seen)
			row := r.lineRow(i, t)
			row = r.aroundRow(row, i, b)
			row = append(row, flag(b.meta[i]), float32(sinceMeta), float32(long), float32(rules), float32(above)/float32(max(1, b.mass)), flag(printed[squash(t.value)]))
			row = r.bodyRow(row, i, t, b)
			hs, rows = append(hs, t), append(rows, row)
			printed[squash(t.value)] = true
		}
		if sinceMeta = min(far, sinceMeta+1); b.meta[i] {
			sinceMeta = 0
		}
		if in[i] {
			above += r.ls[i].Words
		}
	}
	return hs, against(rows)
}

// mayHead reports whether line i may be a title at all.
func (r *reader) mayHead(i int) bool {
	l := &r.ls[i]
	c := r.page.Classes[i]
	return l.Words > 0 && l.Words <= 45 && (c == thread.By || !c.Known()) && !body.Furniture(l.S) && !strings.Contains(l.S, "://") && prefixed(l.S, sources) == ""
}

// tells reports whether line i is a sentence of the body that the page prints
// once, and no title. The first may be one, if it is not long.
func (r *reader) tells(i int, b *said) bool {
	l := &r.ls[i]
	if b.seen[squash(l.S)] > 1 {
		return false
	}
	// 'The bridge would be "closed until spring."': headlines have no stop within quotation marks
	return b.in[i] && l.Ends && (l.Words > 25 || i > b.first && l.Words >= 8) || l.Words >= 10 && (strings.HasSuffix(l.S, ".”") || strings.HasSuffix(l.S, ".\""))
}

// lineRow is what is seen on line i, taken for heading t.
func (r *reader) lineRow(i int, t heading) []float32 {
	l, s := &r.ls[i], t.value
	w := float32(max(1, l.Words))
	mean, low := body.Lexical(s)
	row := append(make([]float32, 0, 64),
		float32(l.Words), float32(l.Runes), flag(l.Ends), flag(strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")), flag(strings.HasSuffix(s, ":")),
		float32(l.Upper)/w, float32(l.Caps)/w, float32(l.Digits)/float32(max(1, l.Runes)), float32(l.Gap), mean, low, float32(min(len(l.Stamps), 2)),
		flag(t.outlet != ""), flag(isRelated(s)), flag(isSection(s)), counted(s))
	_, known := named(s)
	p := prefixed(s, bylines)
	_, credit := photoCredit(s)
	return append(row, flag(known), flag(p != "" && personal(s[min(len(s), len(p)):])), flag(credit != "" || photographic(s)))
}

// counted is 1 where s begins with a number, 2 where as a heading of a list
// does: "3. Rinse the beans".
func counted(s string) float32 {
	rest := strings.TrimLeft(s, "0123456789")
	switch {
	case rest == s:
		return 0
	case rest != "" && strings.IndexByte(".):", rest[0]) >= 0:
		return 2
	}
	return 1
}

// aroundRow adds what stands around line i.
func (r *reader) aroundRow(row []float32, i int, b *said) []float32 {
	n := len(r.ls)
	for _, j := range [4]int{i - 2, i - 1, i + 1, i + 2} {
		if j < 0 || j >= n {
			row = append(row, -1, -1, -1, -1)
			continue
		}
		row = append(row, float32(min(r.ls[j].Words, 60)), flag(r.ls[j].Ends), float32(r.page.Classes[j]), r.chance[j])
	}
	gap := 3
	if i+1 < n {
		gap = r.ls[i+1].Gap
	}
	soon, meta := float32(0), far // the likeliest body soon below, and the next line that says who or when
	for j := i + 1; j < min(n, i+metaReach); j++ {
		if j < i+6 {
			soon = max(soon, r.chance[j])
		}
		if b.meta[j] {
			meta = min(meta, j-i)
		}
	}
	up, down := 0, 0 // lines of a list of headlines
	middling := func(j int) bool { return j >= 0 && j < n && r.ls[j].Words >= 4 && r.ls[j].Words <= 20 }
	for up < 20 && middling(i-1-up) {
		up++
	}
	for down < 20 && middling(i+1+down) {
		down++
	}
	return append(row, float32(gap), soon, float32(meta), float32(up), float32(down), float32(min(i, 300)), float32(i)/float32(n))
}

// bodyRow adds how line i, taken for heading t, stands to the body, and to what
// the page says again.
func (r *reader) bodyRow(row []float32, i int, t heading, b *said) []float32 {
	l, s := &r.ls[i], t.value
	next, words := far+20, 0
	if j := firstTrue(b.in, i+1, len(b.in)); j >= 0 {
		next, words = min(next, j-i), min(100, r.ls[j].Words)
	}
	same, n, often := 0.0, 0.0, 0.0
	for _, w := range body.LexWords(s) {
		if len(w) > 3 || w[0] >= 128 {
			n++
			if b.words[w] || b.words[stem(w)] {
				same++
			}
			often += math.Log1p(b.often[stem(w)]) / math.Log1p(b.most)
		}
	}
	within := 0 // longer lines nearby that say it: a trail of sections, a caption
	for j := max(0, i-6); j < min(len(r.ls), i+25) && l.Runes >= 15; j++ {
		if j != i && len(r.ls[j].S) > len(s)+3 && strings.Contains(r.ls[j].S, s) {
			within++
		}
	}
	return append(row, r.chance[i], flag(b.in[i]), float32(max(-far, min(far, i-b.first))), float32(next), float32(words),
		float32(same/max(1, n)), float32(often/max(1, n)), float32(often), float32(n), float32(b.seen[squash(s)]-1), float32(within))
}

// The places in a row of what the rules say, and of how often the body has the
// words of the line.
const (
	rulesAt = 19 + 16 + 7 + 3
	oftenAt = rulesAt + 3 + 7
)

// against adds how far each row stands behind the best of its page.
func against(rows [][]float32) [][]float32 {
	rules, often := float32(-9), float32(-9)
	for _, f := range rows {
		rules, often = max(rules, f[rulesAt]), max(often, f[oftenAt])
	}
	for k, f := range rows {
		rows[k] = append(f, rules-f[rulesAt], often-f[oftenAt], float32(len(rows)))
	}
	return rows
}

func flag(b bool) float32 {
	if b {
		return 1
	}
	return 0
}
