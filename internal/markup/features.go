package markup

import (
	"bytes"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"
)

// stats is what is counted in the words of a block.
type stats struct {
	words, commas, stops, digits, upper int32
	first, last                         rune
}

// measure counts the words of a block. Scripts without spaces count a word for
// every twelve bytes, four letters.
func measure(s []byte) stats {
	var t stats
	if len(s) == 0 {
		return t
	}
	t.first, _ = utf8.DecodeRune(s)
	t.last, _ = utf8.DecodeLastRune(s)
	spaces, wide := int32(0), int32(0)
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == ' ' || c == '\n':
			spaces++
		case c == ',' || c == ';':
			t.commas++
		case c == '.' || c == '!' || c == '?':
			if i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n' || s[i+1] == '"' || s[i+1] >= utf8.RuneSelf {
				t.stops++
			}
		case '0' <= c && c <= '9':
			t.digits++
		case 'A' <= c && c <= 'Z':
			t.upper++
		case c >= 0xe0:
			r, n := utf8.DecodeRune(s[i:])
			switch {
			case r == '，' || r == '、' || r == '،' || r == '၊':
				t.commas++
			case r == '。' || r == '！' || r == '？' || r == '।' || r == '။' || r == '۔' || r == '።':
				t.stops++
			case r >= 0x0e00 && r < 0x1100 || r >= 0x1780 && r < 0x1800 || r >= 0x3040 && r < 0xa000:
				wide += int32(n)
			}
			i += n
			continue
		case c >= utf8.RuneSelf:
			_, n := utf8.DecodeRune(s[i:])
			i += n
			continue
		}
		i++
	}
	t.words = spaces + 1 + wide/12
	return t
}

// features is one page's table of features while it is filled.
type features struct {
	p     *page
	know  knowledge
	stats []stats
	// Sums over blocks before i: chars, linked, chars of prose, blocks of prose.
	chars, linked, prose, proses []int32
	boxes                        []int32      // the elements of blocks and those around them
	box                          []int32      // of each node its index among these, -1 of others
	class                        []classScore // of each box, with its ancestors'
	kinds                        []uint64     // of each box: its tag and its class
	best                         int32        // the element with most prose
	total                        int32
	h1, lastProse                int32   // block of the first h1, of the last prose; -1 if none
	before, after                []int32 // blocks to the nearest prose before and after
	heads                        []heading
	mates                        []int32
	mateChars                    []int32
	repeat                       []bool
	title                        map[string]bool
	// Runs of three words of the body, and of the summary, as the page's data
	// give them; nil where they give none.
	data, summary map[uint64]bool
}

// classScore is what the class words of an element and those around it say.
type classScore struct {
	own, near, sum, low, high float32
	n                         int32
	bits, around              int32 // of the element itself, of all around
	lists                     int32
	apart                     apart
}

// apart is what those elements around a block say that do not hold most of the
// prose: a class of the page's body element says nothing of one block of it.
type apart struct {
	sum, low, high float32
	bits, depth    int32
}

// knowledge is what a word of a class attribute, or of a short block, has been
// seen to say: the log-odds that the block is of the body.
type knowledge interface {
	class(word string) float32
	word(word string) float32
}

func (p *page) newFeatures(know knowledge) *features {
	n := len(p.blocks)
	f := &features{p: p, know: know, best: -1, h1: -1, lastProse: -1}
	p.feats = f
	f.stats = make([]stats, n)
	sums := make([]int32, 4*(n+1))
	f.chars, f.linked, f.prose, f.proses = sums[:n+1], sums[n+1:2*n+2], sums[2*n+2:3*n+3], sums[3*n+3:]
	for i := range p.blocks {
		b := &p.blocks[i]
		s := measure(p.of(b))
		f.stats[i] = s
		c := int32(b.text.len())
		f.chars[i+1] = f.chars[i] + c
		f.linked[i+1] = f.linked[i] + min(b.linked, c)
		f.prose[i+1], f.proses[i+1] = f.prose[i], f.proses[i]
		if isProse(s, c, b.linked) {
			f.prose[i+1] += c
			f.proses[i+1]++
			f.lastProse = int32(i)
		}
		if f.h1 < 0 && p.within(b.node, tagH1) {
			f.h1 = int32(i)
		}
	}
	f.total = f.chars[n]
	f.container()
	f.classes()
	f.distances()
	f.pair()
	f.said()
	f.title = map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(p.raw(p.title).S)) {
		f.title[w] = true
	}
	f.headings()
	return f
}

// isProse reports whether a block looks like a paragraph.
func isProse(s stats, chars, linked int32) bool {
	return chars >= 80 && linked*3 < chars && s.stops > 0
}

// container finds the element with most prose near its surface.
func (f *features) container() {
	p := f.p
	points := make([]float32, len(p.nodes))
	for i := range p.blocks {
		w := float32(f.prose[i+1] - f.prose[i])
		if w == 0 || p.within(p.blocks[i].node, tagFooter, tagNav, tagAside) {
			continue
		}
		for e, d := p.nodes[p.blocks[i].node].parent, 0; e >= 0 && d < 3; e, d = p.nodes[e].parent, d+1 {
			points[e] += w
			w /= 2
			if f.best < 0 || points[e] > points[f.best] {
				f.best = e
			}
		}
	}
}

// pair finds blocks that stand in elements of one make, and repeated texts.
func (f *features) pair() {
	p := f.p
	n := len(p.blocks)
	f.mates, f.mateChars, f.repeat = make([]int32, n), make([]int32, n), make([]bool, n)
	type group struct{ n, chars int32 }
	groups := map[uint64]group{}
	keys := p.makes()
	texts := map[uint64]bool{}
	for i, k := range keys {
		g := groups[k]
		groups[k] = group{g.n + 1, g.chars + int32(p.blocks[i].text.len())}
		if t := p.of(&p.blocks[i]); len(t) > 20 {
			k := xxh3.Hash(t)
			f.repeat[i] = texts[k]
			texts[k] = true
		}
	}
	for i, k := range keys {
		g := groups[k]
		f.mates[i], f.mateChars[i] = g.n, g.chars/g.n
	}
}

func logOf(n int32) float32 { return float32(math.Log1p(float64(max(n, 0)))) }

func ratio(a, b int32) float32 {
	if b <= 0 {
		return 0
	}
	return float32(a) / float32(b)
}

func flag(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// What the elements around a block are.
const (
	inLI = 1 << iota
	inTable
	inQuote
	inFigure
	inForm
	inNav
	inHeader
	inFooter
	inAside
	inArticle
	inMain
	inSection
	inHeading
	inHidden
	inPre
	inDL
	inBodyProp
	inNoscript
	inPost    // by a class word: a post of a thread
	inComment // by a class word: a comment
	inProps   // past the last
)

// own is what an element itself adds to the bits of what stands in it.
func (f *features) own(n int32) int32 {
	p := f.p
	e := &p.nodes[n]
	bits := int32(tagBits[e.tag])
	if e.hidden {
		bits |= inHidden
	}
	if v, ok := p.attr(n, keyItemprop); ok && strings.Contains(v, "articleBody") {
		bits |= inBodyProp
	}
	return bits
}

// tagBits is what the element of a tag adds.
var tagBits = [tags]int{
	tagLI: inLI, tagTable: inTable, tagBlockquote: inQuote, tagFigure: inFigure, tagFigcaption: inFigure,
	tagForm: inForm, tagButton: inForm, tagLabel: inForm, tagFieldset: inForm, tagNav: inNav, tagMenu: inNav, tagHeader: inHeader, tagFooter: inFooter,
	tagAside: inAside, tagArticle: inArticle, tagMain: inMain, tagSection: inSection,
	tagH1: inHeading, tagH2: inHeading, tagH3: inHeading, tagH4: inHeading, tagH5: inHeading, tagH6: inHeading,
	tagPre: inPre, tagCode: inPre, tagDL: inDL, tagNoscript: inNoscript,
}

// apartBits are those told of a block a second time, of the elements around it
// alone that do not hold most of the prose.
var apartBits = [...]int32{inLI, inTable, inFigure, inForm, inHeader, inFooter, inAside, inArticle, inSection, inHidden, inComment, inQuote}

// rowLen is the number of features of a block in the first pass.
var rowLen = len((&page{}).row(nil, nil, 0))

// rows are the features of all blocks in the first pass.
func (p *page) rows(know knowledge) [][]float32 {
	f := p.newFeatures(know)
	flat := make([]float32, 0, rowLen*len(p.blocks))
	rows := make([][]float32, len(p.blocks))
	for i := range p.blocks {
		from := len(flat)
		flat = p.row(f, flat, i)
		rows[i] = flat[from:len(flat):len(flat)]
	}
	return rows
}

// row appends the features of block i. The order is the model's: a feature is
// added at the end of a group only together with a newly trained model.
func (p *page) row(f *features, out []float32, i int) []float32 {
	if f == nil { // only the length is asked for
		q := &page{src: "x", text: []byte("x"), blocks: []blk{{text: span{0, 1}, runs: span{0, 0}}}, nodes: []node{{parent: -1}}}
		f = q.newFeatures(nothing{})
		p, i = q, 0
	}
	b, s := &p.blocks[i], &f.stats[i]
	c := int32(b.text.len())
	n := int32(len(p.blocks))
	text := p.of(b)
	out = append(out, logOf(c), logOf(s.words), ratio(c, s.words), logOf(s.stops), ratio(s.stops*10, s.words), ratio(s.commas*10, s.words),
		ratio(s.digits, c), ratio(s.upper, c), ratio(b.linked, c), float32(b.links), ratio(b.bold, c),
		flag(s.last == '.' || s.last == '!' || s.last == '?' || s.last == '。' || s.last == '"' || s.last == '”' || s.last == '।' || s.last == '။'),
		flag(s.last == ':'), flag(unicode.IsUpper(s.first)), flag(unicode.IsLower(s.first)), flag(unicode.IsDigit(s.first)),
		flag(bytes.ContainsAny(text[:min(len(text), 120)], "|»›•©→")), flag(bytes.Contains(text[:min(len(text), 300)], []byte("@"))))
	low, high, sum, title := f.wordScores(text, s.words)
	out = append(out, low, high, sum, title, flag(f.repeat[i]), inSaid(f.data, text), inSaid(f.summary, text))
	e := &p.nodes[b.node]
	cs := f.classAt(b.node)
	bits, lists := cs.around, cs.lists
	for bit := int32(1); bit < inProps; bit <<= 1 {
		out = append(out, flag(bits&bit != 0))
	}
	out = append(out, tagKind(e.tag), float32(lists), float32(e.depth), cs.own, cs.near, cs.sum, cs.low, cs.high, float32(cs.n))
	// Where it stands.
	out = append(out, ratio(int32(i), n), ratio(f.chars[i], f.total), float32(int32(i)-f.h1), flag(f.h1 >= 0), logOf(n), logOf(f.total),
		ratio(f.prose[i], f.prose[n]), float32(min(f.lastProse-int32(i), 20)), ratio(f.prose[n], f.total), logOf(f.prose[n]), float32(p.threadSigns()))
	// The blocks around it.
	for _, d := range [...]int{-3, -2, -1, 1, 2, 3} {
		j := i + d
		if j < 0 || j >= int(n) {
			out = append(out, -1, -1, -1)
			continue
		}
		o := &p.blocks[j]
		out = append(out, logOf(int32(o.text.len())), ratio(o.linked, int32(o.text.len())), flag(p.nodes[o.node].parent == e.parent))
	}
	// The elements around it.
	up := b.node
	for d := 0; d < 4; d++ {
		if p.nodes[up].parent >= 0 {
			up = p.nodes[up].parent
		}
		at := p.nodes[up].blocks
		at.to = min(at.to, n)
		chars := f.chars[at.to] - f.chars[at.from]
		out = append(out, logOf(chars), ratio(f.linked[at.to]-f.linked[at.from], chars), logOf(f.proses[at.to]-f.proses[at.from]), ratio(f.prose[at.to]-f.prose[at.from], f.prose[n]))
	}
	out = append(out, logOf(f.mates[i]), logOf(f.mateChars[i]))
	out = cs.apart.row(out)
	out = append(out, float32(min(f.before[i], 20)), float32(min(f.after[i], 20)))
	out = f.headed(out, i)
	return f.near(out, b.node)
}

// near appends how a block stands to the element with most prose.
func (f *features) near(out []float32, n int32) []float32 {
	if f.best < 0 {
		return append(out, -1, -1, -1)
	}
	best := &f.p.nodes[f.best]
	if n >= f.best && n < best.end {
		return append(out, 1, float32(f.p.nodes[n].depth)-float32(best.depth), 0)
	}
	up := f.best
	for up >= 0 && !(n >= up && n < f.p.nodes[up].end) {
		up = f.p.nodes[up].parent
	}
	return append(out, 0, float32(best.depth)-float32(f.p.nodes[max(up, 0)].depth), flag(n > f.best))
}

// tagKind orders elements by how often they hold the body.
func tagKind(t tag) float32 {
	switch t {
	case tagP:
		return 5
	case tagH1, tagH2, tagH3, tagH4, tagH5, tagH6:
		return 4
	case tagBlockquote, tagPre, tagDD, tagDT:
		return 3
	case tagLI:
		return 2
	case tagTD, tagTH:
		return 1
	case tagDiv:
		return 0
	case tagCustom:
		return -1
	}
	return -2
}

// nothing is the knowledge of one who has seen no pages.
type nothing struct{}

func (nothing) class(string) float32 { return 0 }
func (nothing) word(string) float32  { return 0 }

// makes is for each block a key of the make of the elements around it: tags
// and classes of three.
func (p *page) makes() []uint64 {
	if p.keys != nil {
		return p.keys
	}
	memo := make(map[int32]uint64, len(p.blocks))
	p.keys = make([]uint64, len(p.blocks))
	for i := range p.blocks {
		e := p.blocks[i].node
		k, ok := memo[e]
		if !ok {
			for d, up := 0, e; d < 3 && up >= 0; d, up = d+1, p.nodes[up].parent {
				c, _ := p.attr(up, keyClass)
				k = k*0x9e3779b97f4a7c15 + xxh3.HashString(c) + uint64(p.nodes[up].tag) + 1
			}
			memo[e] = k
		}
		p.keys[i] = k
	}
	return p.keys
}

func logf(x float32) float32 { return float32(math.Log1p(float64(max(x, 0)))) }
