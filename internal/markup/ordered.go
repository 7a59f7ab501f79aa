package markup

import (
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump"
)

// inOrder numbers the posts of a thread whose page prints no numbers and is its
// first, by their places on the page, as the reader of dumps does.
func (r *reader) inOrder(as []stemma.Article) {
	for i := range as {
		if as[i].Number > 0 {
			return
		}
	}
	for i := range r.blocks {
		if b := &r.blocks[i]; b.text.len() < 120 && dump.LaterPage(string(r.of(b))) {
			return
		}
	}
	for _, later := range []string{"page=", "start=", "/page/", "/page-", "offset="} {
		if strings.Contains(r.url(), later) {
			return
		}
	}
	n := 0
	for i := range as {
		if as[i].Kind == stemma.KindPost && as[i].Within == "" {
			n++
			as[i].Number = n
			as[i].Candidates = append(as[i].Candidates, stemma.Candidate{Field: "number", Value: strconv.Itoa(n), Where: "order", Chosen: true, Why: "the page prints no numbers; its place among the posts"})
		}
	}
}

// A block of quotation that no earlier post says holds a text from elsewhere
// where it is so many paragraphs of so many words.
const (
	repostedParagraphs = 2
	repostedWords      = 45
)

// reposted makes an article of a block of quotation in post a that nobody on
// the page wrote and that names no one, below words of the poster's that lead to
// it: "From the wires:".
func (r *reader) reposted(a *stemma.Article, q *post) []stemma.Article {
	if len(a.Paragraphs) != len(q.blocks) || len(a.Holds) > 0 {
		return nil
	}
	first, end, top := -1, -1, int32(-1)
	for k, i := range q.blocks {
		n := r.quoteOf(r.blocks[i].node, q.bodyOf(r.page, i))
		switch {
		case n < 0 || r.nodes[n].tag != tagBlockquote || end >= 0 && n != top:
			if end >= 0 && first >= 0 && n < 0 {
				continue
			}
			if n >= 0 {
				return nil
			}
		case end >= 0 && k > end:
			return nil
		default:
			if top < 0 {
				top, first = n, k
			}
			end = k + 1
		}
	}
	if first < 0 || end-first < repostedParagraphs {
		return nil
	}
	if p := a.Paragraphs[max(0, first-1)]; first == 0 || !strings.HasSuffix(a.Text[p.Start:p.End], ":") {
		return nil
	}
	s := stemma.Span{Start: a.Paragraphs[first].Start, End: a.Paragraphs[end-1].End}
	if len(strings.Fields(a.Text[s.Start:s.End])) < repostedWords {
		return nil
	}
	n := stemma.Article{Kind: stemma.KindArticle, Slot: a.Slot + "/1", Within: stemma.Ref(a.ID), Lang: a.Lang}
	n.By.Rule, n.Sure = "posts: block of quotation", 0.5
	block.Compose(&n, r.paragraphs(q.blocks[first:end]))
	if n.Text == "" {
		return nil
	}
	n.ID = stemma.NewArticleID(r.capture.ID, n.Slot)
	r.credits(&n)
	a.Holds = append(a.Holds, stemma.Held{Article: n.ID, Span: s})
	return []stemma.Article{n}
}
