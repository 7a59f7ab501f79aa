package score

import (
	"regexp"
	"strings"

	"github.com/stemma-news/stemma"
)

// goldPost is a post as the gold text of a thread prints it.
type goldPost struct{ author, first string }

// dayLine is a line that is only a day, as the gold prints it between the
// author of a post and its words.
var dayLine = regexp.MustCompile(`^(Posted |on )?((Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}, \d{4}|\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4})\b.{0,14}$`)

// goldPosts are the posts of a gold text that prints the author and the day of
// each above its words; none of one that does not.
func goldPosts(text string) []goldPost {
	var lines []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	var out []goldPost
	for i := 0; i+2 < len(lines); i++ {
		if len(lines[i]) < 60 && dayLine.MatchString(lines[i+1]) {
			name, _, _ := strings.Cut(lines[i], " (")
			out = append(out, goldPost{strings.ToLower(name), firstWords(lines[i+2])})
		}
	}
	return out
}

func firstWords(s string) string {
	w := Words(s)
	return strings.Join(w[:min(3, len(w))], " ")
}

// PostCard adds up how posts were told apart.
type PostCard struct {
	Pages, Gold, Found, Begins, Authors int
}

// Add scores a page whose gold prints at least two posts: how many posts begin
// where the gold says, with the quotation at their head or after it, and of
// those how many have its author.
func (c *PostCard) Add(p ReadingPage, articles []stemma.Article) {
	gold := goldPosts(p.Text)
	if len(gold) < 2 {
		return
	}
	c.Pages++
	c.Gold += len(gold)
	used := make([]bool, len(articles))
	own := map[string]bool{}
	for _, a := range articles {
		own[a.ID] = a.Within == ""
		if a.Kind == stemma.KindPost {
			c.Found++
		}
	}
	for _, g := range gold {
		for i, a := range articles {
			if used[i] || a.Kind != stemma.KindPost || firstWords(a.Text) != g.first && firstWords(lessCopies(&a, own)) != g.first {
				continue
			}
			used[i] = true
			c.Begins++
			if strings.ToLower(a.Author) == g.author {
				c.Authors++
			}
			break
		}
	}
}
