// Package dump reads the articles out of a text file copied from a page: lines
// without markup are told apart into title, byline, body, furniture and posts.
package dump

import (
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// MaxBytes is the longest text that Read takes for a page. Of a longer one it
// returns nothing, and the caller says so in a skip.
const MaxBytes = 32 << 20

// Read returns the articles of a text dump, in order of their slots. text is
// valid UTF-8 with the capture bytes behind it. It returns none where there
// are no words to read, and of a text longer than MaxBytes.
func Read(c *stemma.Capture, text block.Text) []stemma.Article {
	if len(text.S) > MaxBytes {
		return nil
	}
	ls := lines(text.S)
	first, last, most := 0, 0, 0
	for i := 0; i < len(ls); { // the longest run of long lines
		j, n := i, 0
		for j < len(ls) && len(ls[j].s) > 80 {
			n += len(ls[j].s)
			j++
		}
		if n > most {
			first, last, most = i, j, n
		}
		i = max(j, i+1)
	}
	if most == 0 {
		return nil
	}
	a := stemma.Article{
		Type: "article", Capture: c.ID, Page: c.Page, Kind: stemma.KindArticle,
		Slot: "main", ID: stemma.NewArticleID(c.ID, "main"),
		Derived: stemma.Derived{By: stemma.By{Stage: "extract", Version: "1", Rule: "dump"}, Sure: 0.3},
	}
	var body []block.Text
	for _, l := range ls[first:last] {
		body = append(body, text.Slice(l.start, l.end).Fold())
	}
	block.Compose(&a, body)
	return []stemma.Article{a}
}
