package markup

import "strings"

// The limits of a page's tree.
const (
	// maxDepth is how deep elements are told apart; deeper ones count as part
	// of the element at that depth.
	maxDepth = 250
	// maxTree is how many bytes the tree of a page may take for each of its bytes,
	// of a shorter one than longPage for each of that: "<p>x" takes ninety times
	// what it is. Of 29 pages of one or two megabytes the one with most took 0.8.
	maxTree  = 8
	longPage = 1 << 20
	// What an element, an attribute, a stretch of text and a block take, with
	// what is counted of them later.
	nodeBytes, attrBytes, runBytes, blockBytes = 60, 12, 56, 240
)

// maxPosts is how many posts are made of a page of n bytes: one of the record
// takes some 4,000 bytes.
func maxPosts(n int) int { return 1_000 + n/2_000 }

// node is an element. Nodes stand in the order of their start tags, so that
// the descendants of node i are those from i+1 to end.
type node struct {
	parent int32
	end    int32
	open   span // its start tag's bytes
	attrs  span // indexes into page.attrs
	runs   span // indexes into page.runs: its words
	blocks span // indexes into page.blocks
	tag    tag
	hidden bool // by its own attributes
	depth  uint8
}

// run is a stretch of text in one element, or, with br set, a line break.
type run struct {
	at   span
	node int32
	br   bool
}

// blk is a block: words that no edge of a block-level element divides.
type blk struct {
	runs span
	node int32 // the innermost block-level element around it
	text span  // its folded words in page.text
	// Of text: bytes in links, in bold or emphasised words; number of links.
	linked, bold int32
	links        int32
}

// page is a parsed page.
type page struct {
	src    string
	nodes  []node
	attrs  []attr
	runs   []run
	blocks []blk
	text   []byte // the folded words of all blocks, one behind the other
	// What the head says, and data blocks.
	title   span
	ld      []span // application/ld+json
	metas   []int32
	links   []int32  // <link rel>
	over    bool     // its tree would take more than it may
	keys    []uint64 // of blocks: see makes
	threads int8     // see threadSigns; -1 where not yet looked
	feats   *features
}

// parser builds a page.
type parser struct {
	*page
	lex   lexer
	stack []int32
	open  [tags]int32 // open elements of each tag
	deep  int         // open elements beyond maxDepth
	under [tags]int32 // of them, those of each tag
	mute  int         // open elements whose words are none of the page's
	first int32       // first run of the block being read
	block int32       // its element
	words bool        // it has words
}

// parse reads a page into nodes, runs and blocks, in time linear in its length.
func parse(src string) *page {
	p := &parser{page: &page{src: src, threads: -1}, block: -1}
	p.lex.s = src
	most := maxTree * max(len(src), longPage)
	// Room for what there may be: slices that grow are there twice for a while.
	n := 16 + min(strings.Count(src, "<")-strings.Count(src, "</"), most/(nodeBytes+runBytes))
	p.nodes = make([]node, 0, n)
	p.attrs = make([]attr, 0, n/2)
	p.runs = make([]run, 0, n)
	p.push(tagHTML, span{}, nil) // the root: words before any tag have it around them
	for {
		t := p.lex.next()
		switch t.kind {
		case lexEnd:
			p.flush()
			for len(p.stack) > 0 {
				p.pop()
			}
			return p.page
		case lexText:
			p.addText(t.at)
		case lexOpen:
			p.start(t)
		case lexClose:
			p.finish(t.tag)
		}
		if nodeBytes*len(p.nodes)+attrBytes*len(p.attrs)+runBytes*len(p.runs)+blockBytes*len(p.blocks) > most {
			p.over = true
			p.lex.pos = len(src)
		}
	}
}

func (p *parser) addText(at span) {
	if p.mute > 0 {
		return
	}
	if p.words && !blank(p.src[at.from:at.to]) && p.otherFont() {
		p.flush()
	}
	if !p.words {
		if blank(p.src[at.from:at.to]) {
			if int(p.first) == len(p.runs) {
				return // white space before any words
			}
		} else {
			p.words = true
			p.block = p.blockElement()
		}
	}
	p.runs = append(p.runs, run{at: at, node: p.stack[len(p.stack)-1]})
}

// otherFont reports whether a line break was the last of the block being read and
// what comes stands in another font than what stood before it: pages laid out in
// tables set their headline, day and text in fonts of their own.
func (p *parser) otherFont() bool {
	if p.open[tagFont] == 0 {
		return false
	}
	broken := false
	for i := len(p.runs) - 1; i >= int(p.first); i-- {
		x := &p.runs[i]
		if x.br {
			broken = true
			continue
		}
		if blank(p.src[x.at.from:x.at.to]) {
			continue
		}
		was, is := p.font(x.node), p.font(p.stack[len(p.stack)-1])
		return broken && was >= 0 && is > was && !p.isOpen(was)
	}
	return false
}

// font is the innermost font around node n, -1 of none.
func (p *parser) font(n int32) int32 {
	for ; n >= 0 && tagDoes[p.nodes[n].tag]&isBlock == 0; n = p.nodes[n].parent {
		if p.nodes[n].tag == tagFont {
			return n
		}
	}
	return -1
}

// isOpen reports whether node n is an open element.
func (p *parser) isOpen(n int32) bool {
	for i := len(p.stack) - 1; i >= 0 && p.stack[i] >= n; i-- {
		if p.stack[i] == n {
			return true
		}
	}
	return false
}

// blockElement is the innermost open block-level element.
func (p *parser) blockElement() int32 {
	for i := len(p.stack) - 1; i > 0; i-- {
		if tagDoes[p.nodes[p.stack[i]].tag]&isBlock != 0 {
			return p.stack[i]
		}
	}
	return p.stack[0]
}

// flush ends the block being read.
func (p *parser) flush() {
	if p.words {
		p.blocks = append(p.blocks, blk{runs: span{p.first, int32(len(p.runs))}, node: p.block})
		p.words = false
	}
	p.first = int32(len(p.runs))
}

func (p *parser) start(t token) {
	does := tagDoes[t.tag]
	if t.tag == tagBr {
		p.lineBreak(t.at)
		return
	}
	if t.tag == tagHTML || t.tag == tagBody || t.tag == tagHead {
		if p.open[t.tag] > 1 || t.tag != tagHTML && p.open[t.tag] > 0 {
			return
		}
	}
	if p.mute == 0 {
		p.implied(t.tag, does)
		if does&isBlock != 0 {
			p.flush()
		}
	}
	if does&isRaw != 0 {
		p.rawElement(t)
		return
	}
	if does&isVoid != 0 || t.self && t.tag == tagOther {
		p.void(t)
		return
	}
	p.push(t.tag, t.at, p.lex.attrs)
}

// rawElement reads an element whose content is text up to its end tag.
func (p *parser) rawElement(t token) {
	p.push(t.tag, t.at, p.lex.attrs)
	n := p.stack[len(p.stack)-1]
	name := p.src[t.name.from:t.name.to]
	in := p.lex.raw(t.tag, name)
	switch t.tag {
	case tagTitle:
		if p.title.len() == 0 && p.mute == 1 {
			p.title = in
		}
	case tagScript:
		if typ, ok := p.attr(n, keyType); ok && strings.Contains(typ, "ld+json") {
			p.ld = append(p.ld, in)
		}
	case tagPlaintext, tagXMP:
		p.addText(in)
	}
	if p.lex.pos < len(p.src) {
		p.finish(t.tag)
		p.lex.next() // its end tag
	}
}

func (p *parser) void(t token) {
	if t.tag == tagMeta || t.tag == tagLink || t.tag == tagHR && p.mute == 0 {
		deep := p.deep
		p.push(t.tag, t.at, p.lex.attrs)
		if p.deep > deep {
			p.deep = deep
			p.under[t.tag]--
			return
		}
		n := p.stack[len(p.stack)-1]
		if t.tag == tagMeta {
			p.metas = append(p.metas, n)
		} else if t.tag == tagLink {
			p.links = append(p.links, n)
		}
		p.pop()
	}
}

// lineBreak ends a line; two in a row end the block.
func (p *parser) lineBreak(at span) {
	if p.mute > 0 || !p.words {
		return
	}
	for i := len(p.runs) - 1; i >= int(p.first); i-- {
		if p.runs[i].br {
			p.flush()
			return
		}
		if !blank(p.src[p.runs[i].at.from:p.runs[i].at.to]) {
			break
		}
	}
	p.runs = append(p.runs, run{at: at, node: p.stack[len(p.stack)-1], br: true})
}

// implied closes the elements that the start of a t closes: a paragraph by a
// block, an item by the next item, a cell by the next cell.
func (p *parser) implied(t tag, does uint8) {
	if does&closesP != 0 && p.open[tagP] > 0 {
		p.closeWithin(tagP, func(n tag) bool { return tagDoes[n]&isScope != 0 })
	}
	switch t {
	case tagLI:
		p.closeWithin(tagLI, func(n tag) bool { return n == tagUL || n == tagOL || n == tagMenu || tagDoes[n]&isScope != 0 })
	case tagDD, tagDT:
		stop := func(n tag) bool { return n == tagDL || tagDoes[n]&isScope != 0 }
		p.closeWithin(tagDD, stop)
		p.closeWithin(tagDT, stop)
	case tagTD, tagTH:
		stop := func(n tag) bool { return n == tagTR || n == tagTable }
		p.closeWithin(tagTD, stop)
		p.closeWithin(tagTH, stop)
	case tagTR:
		p.closeWithin(tagTR, func(n tag) bool { return n == tagTable })
	case tagTbody, tagThead, tagTfoot:
		for _, s := range []tag{tagTbody, tagThead, tagTfoot} {
			p.closeWithin(s, func(n tag) bool { return n == tagTable })
		}
	case tagA:
		p.closeWithin(tagA, func(n tag) bool { return tagDoes[n]&isFormat == 0 })
	case tagBody:
		p.closeWithin(tagHead, func(n tag) bool { return n == tagBody })
	case tagH1, tagH2, tagH3, tagH4, tagH5, tagH6:
		if top := p.nodes[p.stack[len(p.stack)-1]].tag; tagDoes[top]&isHeading != 0 {
			p.finish(top)
		}
	}
}

// closeWithin closes the innermost open t, if no element that stops the
// search stands within it.
func (p *parser) closeWithin(t tag, stop func(tag) bool) {
	if p.open[t] == 0 || p.deep > 0 {
		return
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		n := p.nodes[p.stack[i]].tag
		if n == t {
			if tagDoes[t]&isBlock != 0 {
				p.flush()
			}
			p.popTo(i)
			return
		}
		if stop(n) {
			return
		}
	}
}

// finish closes the innermost open t and all within it. The end of an element
// that only says how words look closes no block; the end of one that is not
// open is passed.
func (p *parser) finish(t tag) {
	if p.deep > 0 && tagDoes[t]&isVoid == 0 {
		if p.under[t] > 0 || p.open[t] == 0 {
			p.under[t] = max(0, p.under[t]-1)
			p.deep--
			return
		}
		p.deep, p.under = 0, [tags]int32{} // it closes all that is deeper
	}
	if t == tagHTML || t == tagBody || tagDoes[t]&isVoid != 0 {
		if t == tagBr {
			p.lineBreak(span{})
		}
		return
	}
	if p.open[t] == 0 {
		if t == tagP && p.mute == 0 {
			p.flush()
		}
		return
	}
	does := tagDoes[t]
	for i := len(p.stack) - 1; i > 0; i-- {
		n := p.nodes[p.stack[i]].tag
		if n == t {
			if does&isBlock != 0 && p.mute == 0 {
				p.flush()
			}
			p.popTo(i)
			return
		}
		if does&isFormat != 0 && tagDoes[n]&isFormat == 0 {
			return
		}
		if (n == tagTD || n == tagTH) && t != tagTable && t != tagTR && t != tagTbody && t != tagThead && t != tagTfoot {
			return // a stray end tag in a cell closes nothing outside it
		}
	}
}

func (p *parser) popTo(i int) {
	for len(p.stack) > i {
		p.pop()
	}
}

func (p *parser) push(t tag, at span, attrs []attr) {
	if len(p.stack) >= maxDepth {
		p.deep++
		p.under[t]++
		return
	}
	parent := int32(-1)
	if n := len(p.stack); n > 0 {
		parent = p.stack[n-1]
	}
	n := node{parent: parent, open: at, tag: t, depth: uint8(len(p.stack)), runs: span{from: int32(len(p.runs))}, blocks: span{from: int32(len(p.blocks))}}
	n.attrs.from = int32(len(p.attrs))
	p.attrs = append(p.attrs, attrs...)
	n.attrs.to = int32(len(p.attrs))
	n.hidden = p.hides(attrs)
	p.stack = append(p.stack, int32(len(p.nodes)))
	p.nodes = append(p.nodes, n)
	p.open[t]++
	if tagDoes[t]&isMute != 0 {
		p.mute++
	}
}

func (p *parser) pop() {
	i := p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
	n := &p.nodes[i]
	n.end, n.runs.to, n.blocks.to = int32(len(p.nodes)), int32(len(p.runs)), int32(len(p.blocks))
	p.open[n.tag]--
	if tagDoes[n.tag]&isMute != 0 {
		p.mute--
	}
}

// hides reports whether attributes say that an element is not shown.
func (p *parser) hides(attrs []attr) bool {
	for _, a := range attrs {
		v := p.src[a.val.from:a.val.to]
		switch a.key {
		case keyHidden:
			return v != "until-found"
		case keyStyle:
			if i := strings.Index(v, "display"); i >= 0 {
				v = strings.TrimLeft(v[i+7:], ": ")
				if strings.HasPrefix(v, "none") {
					return true
				}
			}
		}
	}
	return false
}

// attr is the raw value of an attribute of node n.
func (p *page) attr(n int32, k key) (string, bool) {
	a, ok := p.attrAt(n, k)
	return p.src[a.from:a.to], ok
}

func (p *page) attrAt(n int32, k key) (span, bool) {
	at := p.nodes[n].attrs
	for _, a := range p.attrs[at.from:at.to] {
		if a.key == k {
			return a.val, true
		}
	}
	return span{}, false
}

func blank(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isSpace(s[i]) {
			return false
		}
	}
	return true
}
