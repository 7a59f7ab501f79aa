package markup

import (
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump"
)

// held makes an article of its own of what post a reposts. paragraphs are those
// of the post; words that it quotes of other posts, at its head, are none of
// such an article.
func (r *reader) held(a *stemma.Article, paragraphs []block.Text) []stemma.Article {
	from := 0
	for _, h := range a.Holds {
		if from < len(a.Paragraphs) && a.Paragraphs[from].Start == h.Start {
			from++
		}
	}
	if len(paragraphs) != len(a.Paragraphs) {
		return nil
	}
	lines, n, first, end := dump.Hold(r.capture, a, paragraphs[from:])
	if n == nil {
		return nil
	}
	all := append(paragraphs[:from:from], lines...)
	block.Compose(a, all)
	if len(a.Paragraphs) != len(all) {
		return nil
	}
	n.By.Rule = "posts: held article"
	a.Holds = append(a.Holds, stemma.Held{Article: n.ID, Span: stemma.Span{Start: a.Paragraphs[from+first].Start, End: a.Paragraphs[from+end-1].End}})
	return []stemma.Article{*n}
}
