package dump

import (
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// Hold finds the article that post a holds, given the paragraphs of the post,
// as the reader of dumps finds one; it is what readers of markup ask. Where the
// page says from whom the post is sent on, all of it is an article of theirs. It
// returns the paragraphs of the post without the article's title and the lines
// that name its source, and which of them, from first to end, are the
// article's; held is nil where the post holds none, and a is not changed.
func Hold(c *stemma.Capture, a *stemma.Article, paragraphs []block.Text, from string) (lines []block.Text, held *stemma.Article, first, end int) {
	var b block.Builder
	for _, p := range paragraphs {
		b.Append(p)
		b.AppendString("\n\n")
	}
	r := &reader{c: c, text: b.Text()}
	r.ls = line.Split(r.text.S)
	in := make([]bool, len(r.ls))
	for i := range in {
		in[i] = r.ls[i].Words > 0
	}
	h := r.repost(in, post{hi: len(r.ls)}, nil, &readPosts{})
	if h == nil && from != "" && len(r.ls) > 0 {
		h = sentOn(0, len(r.ls))
	}
	if h == nil {
		return nil, nil, 0, 0
	}
	r.page = body.NewPage(r.ls)
	r.chance = make([]float32, len(r.ls))
	r.role = make([]block.Role, len(r.ls))
	for i := range r.role {
		r.chance[i], r.role[i] = 1, block.Chrome
	}
	if held = r.holdArticle(a, in, h); held == nil || held.Text == "" {
		return nil, nil, 0, 0
	}
	if from != "" {
		held.Outlet = from
	}
	lines = r.paragraphs(in, 0, h.first)
	first = len(lines)
	lines = append(lines, r.paragraphs(in, h.first, h.end)...)
	end = len(lines)
	return append(lines, r.paragraphs(in, h.end, len(in))...), held, first, end
}

// sentOn is all of lines i to j as an article sent on from elsewhere.
func sentOn(i, j int) *held {
	return &held{title: -1, first: i, end: j, why: []string{"sent on from elsewhere"}}
}
