package markup

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
)

// leaveColumns takes short lines out of the ends of the body of a page laid out
// in tables, where they stand outside of the cell or font that holds nearly all
// of it: menus, counters, buttons.
func (r *reader) leaveColumns() {
	if len(r.body) < 3 {
		return
	}
	text := r.textElement()
	if !r.within(text, tagTD, tagFont) {
		return
	}
	aside := func(i int) bool {
		s := strings.Trim(string(r.of(&r.blocks[i])), block.Space)
		e := r.around(i)
		if e >= text && e < r.nodes[text].end {
			return false
		}
		return len(s) < 80 && !sentence(s)
	}
	lo, hi := 0, len(r.body)
	for lo < hi && aside(r.body[lo]) {
		lo++
	}
	for hi > lo && aside(r.body[hi-1]) {
		hi--
	}
	if lo == hi {
		return
	}
	r.body = r.body[lo:hi]
	r.first = r.body[0]
}

// textElement is the innermost element, block-level or not, that holds four
// fifths of the body's prose.
func (r *reader) textElement() int32 {
	size := map[int32]int{}
	total := 0
	for _, i := range r.body {
		n := r.blocks[i].text.len()
		if n < 80 {
			continue
		}
		total += n
		for e := r.around(i); e >= 0; e = r.nodes[e].parent {
			size[e] += n
		}
	}
	best := int32(0)
	for e, n := range size {
		if n*5 >= total*4 && e > best { // a child stands behind its parent
			best = e
		}
	}
	return best
}

// around is the innermost element that holds all words of block i.
func (r *reader) around(i int) int32 {
	b := &r.blocks[i]
	e := int32(-1)
	for k := b.runs.from; k < b.runs.to; k++ {
		x := &r.runs[k]
		if x.br || blank(r.src[x.at.from:x.at.to]) {
			continue
		}
		if e < 0 {
			e = x.node
		}
		for e > 0 && (x.node < e || x.node >= r.nodes[e].end) {
			e = r.nodes[e].parent
		}
	}
	return max(e, 0)
}

// sentence reports whether a line ends as a sentence does.
func sentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’») ")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "。") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, ":")
}
