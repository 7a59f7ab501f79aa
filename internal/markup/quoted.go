package markup

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// takeQuotes puts the words of earlier posts that a post quotes back into its
// text, in their place: they are copies within it, which quoted marks as such.
// Quotations of what no earlier post of the page says stay out where the model
// doubts them.
func (r *reader) takeQuotes(q *post, before []stemma.Article) {
	var taken []int
	kept := q.quotes[:0]
	for _, i := range q.quotes {
		if r.sayer(i, before) >= 0 {
			taken = append(taken, i)
		} else {
			kept = append(kept, i)
		}
	}
	q.quotes = kept
	if len(taken) > 0 {
		q.blocks = append(q.blocks, taken...)
		slices.Sort(q.blocks)
	}
}

// sayer is the earlier post whose words block i repeats, -1 where it is none.
func (r *reader) sayer(i int, before []stemma.Article) int {
	words := strings.TrimSpace(string(r.of(&r.blocks[i])))
	if len(words) <= 15 {
		return -1
	}
	return r.quotedFrom(words, before)
}

// quoted marks the paragraphs of a post that are quoted of an earlier one.
func (r *reader) quoted(a *stemma.Article, q *post, before []stemma.Article) {
	par := 0
	for _, i := range q.blocks {
		if par >= len(a.Paragraphs) {
			break
		}
		if r.quoteOf(r.blocks[i].node, q.bodyOf(r.page, i)) >= 0 {
			s := a.Paragraphs[par]
			words := strings.TrimSpace(a.Text[s.Start:s.End])
			if k := r.sayer(i, before); k >= 0 && strings.Contains(before[k].Text, words) {
				a.RepliesTo = stemma.Ref(before[k].ID)
				a.Holds = append(a.Holds, stemma.Held{Article: before[k].ID, Span: s})
			}
		}
		par++
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
		for _, k := range []key{keyClass, keyTestID} {
			if c, ok := r.attr(n, k); ok && strings.Contains(strings.ToLower(c), "quote") {
				return n
			}
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

// maxCompared is how many bytes of earlier posts are searched for quotations:
// far more than any thread of people has, so that time stays linear.
const maxCompared = 256 << 20

// quotedFrom is the last post before whose text holds words, -1 if none does.
func (r *reader) quotedFrom(words string, before []stemma.Article) int {
	for k := len(before) - 1; k >= 0 && r.compared < maxCompared; k-- {
		r.compared += len(before[k].Text)
		if before[k].Kind == stemma.KindPost && strings.Contains(before[k].Text, words) {
			return k
		}
	}
	return -1
}
