package markup

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
)

// paragraphsOf are the words of a string of a page's data: HTML, HTML written as
// text ("&lt;p&gt;"), or lines.
func paragraphsOf(t block.Text, depth int) []block.Text {
	if isMarkup(t.S) {
		return markupWords(t)
	}
	var out []block.Text
	for from := 0; from < len(t.S); {
		to := len(t.S)
		if i := strings.IndexByte(t.S[from:], '\n'); i >= 0 {
			to = from + i
		}
		p := page{src: t.S}
		if w := p.raw(span{int32(from), int32(to)}).Through(t); w.S != "" {
			if depth == 0 && isMarkup(w.S) {
				out = append(out, paragraphsOf(w, 1)...)
			} else {
				out = append(out, w)
			}
		}
		from = to + 1
	}
	return out
}

// isMarkup reports whether s has tags: "<p>", "<br/>", "</a>".
func isMarkup(s string) bool {
	for i := 0; ; {
		j := strings.IndexByte(s[i:], '<')
		if j < 0 {
			return false
		}
		i += j + 1
		if i < len(s) && s[i] == '/' {
			i++
		}
		k := i
		for k < len(s) && k-i < 16 && (letter(s[k]) || isDigit(s[k])) {
			k++
		}
		if k > i && k < len(s) && (s[k] == '>' || s[k] == ' ' || s[k] == '/' || s[k] == '\n') {
			if t, ok := tagNames[lowered(s[i:k])]; ok && t != tagOther {
				return true
			}
		}
	}
}

// markupWords are the blocks of a piece of HTML, but for captions, buttons and
// what it hides.
func markupWords(t block.Text) []block.Text {
	p := parse(t.S)
	if p.over {
		return nil
	}
	p.fold()
	r := &reader{page: p, whole: t}
	var out []block.Text
	for i := range p.blocks {
		n := p.blocks[i].node
		if p.blocks[i].text.len() == 0 || p.within(n, tagFigcaption, tagButton, tagForm) || p.unseen(n) {
			continue
		}
		out = append(out, r.text(i))
	}
	return out
}

// unseen reports whether element n or one around it is hidden.
func (p *page) unseen(n int32) bool {
	for ; n >= 0; n = p.nodes[n].parent {
		if p.nodes[n].hidden {
			return true
		}
	}
	return false
}
