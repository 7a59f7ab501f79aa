package markup

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
)

// paragraph is one of a text that data keep, and whether it is quoted there from
// another post.
type paragraph struct {
	block.Text
	quote bool
}

// paragraphsOf are the words of a string of a page's data: HTML, HTML written as
// text ("&lt;p&gt;"), or lines.
func paragraphsOf(t block.Text, depth int) []paragraph {
	if isMarkup(t.S) {
		return markupWords(t)
	}
	var out []paragraph
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
				out = append(out, paragraph{Text: w})
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
func markupWords(t block.Text) []paragraph {
	p := parse(t.S)
	if p.over {
		return nil
	}
	p.fold()
	r := &reader{page: p, whole: t}
	var out []paragraph
	for i := range p.blocks {
		n := p.blocks[i].node
		if p.blocks[i].text.len() == 0 || p.within(n, tagFigcaption, tagButton, tagForm) || p.unseen(n) {
			continue
		}
		w := r.text(i)
		quote := r.inQuote(n)
		if quote && len(w.S) < 80 && (strings.HasSuffix(w.S, ":") || quoteLabel(w.S)) {
			continue // "lark:" above what lark wrote
		}
		out = append(out, paragraph{w, quote})
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

// inQuote reports whether element n stands in one whose class says that it quotes
// a post; a bare blockquote may quote anything.
func (r *reader) inQuote(n int32) bool {
	for ; n > 0; n = r.nodes[n].parent {
		if c, ok := r.attr(n, keyClass); ok && strings.Contains(strings.ToLower(c), "quote") {
			return true
		}
	}
	return false
}
