package markup

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// quoted finds the blocks a post quotes and the post they are from.
func (r *reader) quoted(a *stemma.Article, q *post, before []stemma.Article) {
	par := 0
	for _, i := range q.blocks {
		if par >= len(a.Paragraphs) {
			break
		}
		if r.quoteOf(r.blocks[i].node, q.bodyOf(r.page, i)) >= 0 {
			s := a.Paragraphs[par]
			words := strings.TrimSpace(a.Text[s.Start:s.End])
			if k := quotedFrom(words, before); k >= 0 && len(words) > 15 {
				a.RepliesTo = stemma.Ref(before[k].ID)
				a.Holds = append(a.Holds, stemma.Held{Article: before[k].ID, Span: s})
			}
		}
		par++
	}
	for _, i := range q.quotes {
		if words := strings.TrimSpace(string(r.of(&r.blocks[i]))); a.RepliesTo == "" && len(words) > 15 {
			if k := quotedFrom(words, before); k >= 0 {
				a.RepliesTo = stemma.Ref(before[k].ID)
			}
		}
	}
}

// bodyOf is the element of the post's words that holds block i, the post's own
// where none does.
func (q *post) bodyOf(p *page, i int) int32 {
	for _, b := range q.bodies {
		if at := p.nodes[b].blocks; int32(i) >= at.from && int32(i) < at.to {
			return b
		}
	}
	return q.node
}

// quoteOf is the element around n, within the post at top, that quotes.
func (r *reader) quoteOf(n, top int32) int32 {
	for ; n > top; n = r.nodes[n].parent {
		if r.nodes[n].tag == tagBlockquote {
			return n
		}
		if c, ok := r.attr(n, keyClass); ok && strings.Contains(strings.ToLower(c), "quote") {
			return n
		}
		if at := r.nodes[n].blocks; at.to < r.nodes[top].blocks.to && at.len() > 1 && quoteLabel(string(r.of(&r.blocks[at.from]))) {
			return n
		}
	}
	return -1
}

// quoteLabel reports whether a line says that a quoted post follows, on pages
// that mark it by nothing else: "Quote:", "Originally Posted by lark".
func quoteLabel(s string) bool {
	s = strings.ToLower(strings.Trim(s, block.Space))
	return s == "quote:" || s == "quote" || s == "zitat:" || s == "citation:" || s == "cita:" || len(s) < 80 && strings.HasPrefix(s, "originally posted by")
}

// quotedFrom is the last post before whose text holds words, -1 if none does.
func quotedFrom(words string, before []stemma.Article) int {
	for k := len(before) - 1; k >= 0; k-- {
		if before[k].Kind == stemma.KindPost && strings.Contains(before[k].Text, words) {
			return k
		}
	}
	return -1
}
