package markup

import (
	"regexp"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump"
)

// held makes an article of its own of what post a reposts. paragraphs are those
// of the post; words that it quotes of other posts, at its head, are none of
// such an article.
func (r *reader) held(a *stemma.Article, q *post, paragraphs []block.Text) []stemma.Article {
	from := 0
	for _, h := range a.Holds {
		if from < len(a.Paragraphs) && a.Paragraphs[from].Start == h.Start {
			from++
		}
	}
	if len(paragraphs) != len(a.Paragraphs) {
		return nil
	}
	lines, n, first, end := dump.Hold(r.capture, a, paragraphs[from:], r.sentOn(q))
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

// The classes of Telegram's export: a message sent on from another channel, who
// sends, and one of several of the same sender, whose name stands once.
var sentOnMarks, senderMarks, joinedMarks = set("forwarded"), set("from_name"), set("joined")

// sentOn is the name of whom a message is sent on from, "" of one's own.
func (r *reader) sentOn(q *post) string {
	for e := q.node; e < r.nodes[q.node].end; e++ {
		if !r.hasMark(e, sentOnMarks) {
			continue
		}
		for f := e; f < r.nodes[e].end; f++ {
			if r.hasMark(f, senderMarks) && r.nodes[f].runs.len() > 0 {
				name, _, _ := strings.Cut(strings.TrimSpace(r.flat(r.nodes[f].runs)), "  ")
				return dayTail.ReplaceAllString(name, "")
			}
		}
	}
	return ""
}

// dayTail is the moment that Telegram prints behind the name of another channel.
var dayTail = regexp.MustCompile(`\s+\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}(:\d{2})?\s*$`)
