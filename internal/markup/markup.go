// Package markup reads the articles out of an HTML page.
//
// A page is cut into blocks: words that no edge of a block-level element
// divides, each byte of which leads back to the page. A model trained on
// pages that people have marked says of each block whether it is of the body;
// the articles are composed of those.
package markup

import (
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// Read returns the articles of an HTML page, in order of their slots, or why
// there are none. text is valid UTF-8 with the capture bytes behind it.
func Read(c *stemma.Capture, text block.Text) ([]stemma.Article, string) {
	p := parse(text.S)
	if p.over {
		return nil, "too many elements: a page is read up to 1,500,000"
	}
	p.fold()
	var paragraphs []block.Text
	for _, i := range p.body() {
		paragraphs = append(paragraphs, p.words(p.blocks[i].runs).Through(text))
	}
	if len(paragraphs) == 0 {
		return nil, ""
	}
	a := stemma.Article{Slot: "main", Kind: stemma.KindArticle}
	a.Title = p.raw(p.title).S
	block.Compose(&a, paragraphs)
	a.ID = stemma.NewArticleID(c.ID, a.Slot)
	return []stemma.Article{a}, ""
}

// body is the blocks of the element with most prose.
func (p *page) body() []int {
	points := make([]float64, len(p.nodes))
	best := int32(-1)
	for i := range p.blocks {
		b := &p.blocks[i]
		n := b.text.len()
		if n < 80 || int(b.linked)*3 > n || p.within(b.node, tagFooter, tagNav, tagAside) {
			continue
		}
		w := float64(n)
		for e, depth := p.nodes[b.node].parent, 0; e >= 0 && depth < 3; e, depth = p.nodes[e].parent, depth+1 {
			points[e] += w
			w /= 2
			if best < 0 || points[e] > points[best] {
				best = e
			}
		}
	}
	var out []int
	if best < 0 {
		return nil
	}
	at := p.nodes[best].blocks
	for i := at.from; i < at.to; i++ {
		b := &p.blocks[i]
		if int(b.linked)*2 <= b.text.len() && !p.within(b.node, tagFooter, tagNav, tagAside, tagForm, tagButton, tagFigcaption) {
			out = append(out, int(i))
		}
	}
	return out
}

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
