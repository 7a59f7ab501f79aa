package score

import (
	"os"
	"regexp"
	"strings"

	"github.com/stemma-news/stemma"
)

// PostLabel is a post as a person marked it on its page.
type PostLabel struct {
	Page, Number, Author string
	First, Last          string // its first and last four words
}

// PostLabels reads marked posts, of each page in a list of its own.
func PostLabels(path string) (map[string][]PostLabel, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	pages := map[string][]PostLabel{}
	for _, l := range strings.Split(string(b), "\n") {
		if f := strings.Split(l, "\t"); len(f) == 5 && !strings.HasPrefix(l, "#") {
			pages[f[0]] = append(pages[f[0]], PostLabel{f[0], f[1], f[2], f[3], f[4]})
		}
	}
	return pages, nil
}

// LabelCard adds up how marked posts were found.
type LabelCard struct {
	Posts, Begins, Ends, Whole, Authors, Places int
}

// said is the line above a quotation that names whose words they are.
var said = regexp.MustCompile(`^[^\n]{0,60}(said|wrote):\n+`)

// Add scores a page: a post of the reader is matched with a marked one, in
// order, by its first words, else by its last.
func (c *LabelCard) Add(labels []PostLabel, articles []stemma.Article) {
	used := make([]bool, len(articles))
	for at, g := range labels {
		c.Posts++
		best, most := -1, 0
		for i, a := range articles {
			if used[i] || a.Kind != stemma.KindPost {
				continue
			}
			begins, ends := postEnds(a.Text, g)
			n := 0
			if begins {
				n += 2
			}
			if ends {
				n++
			}
			if n > most {
				best, most = i, n
			}
		}
		if best < 0 {
			continue
		}
		used[best] = true
		begins, ends := postEnds(articles[best].Text, g)
		if begins {
			c.Begins++
		}
		if ends {
			c.Ends++
		}
		if begins && ends {
			c.Whole++
		}
		if strings.EqualFold(articles[best].Author, g.Author) {
			c.Authors++
		}
		if best == at {
			c.Places++
		}
	}
}

// postEnds reports whether a text begins and ends with the words of a label.
func postEnds(text string, g PostLabel) (begins, ends bool) {
	all := Words(text)
	w := Words(said.ReplaceAllString(text, ""))
	first, last := Words(g.First), Words(g.Last)
	begins = len(w) >= len(first) && strings.Join(w[:len(first)], " ") == strings.Join(first, " ") ||
		len(all) >= len(first) && strings.Join(all[:len(first)], " ") == strings.Join(first, " ")
	ends = len(all) >= len(last) && strings.Join(all[len(all)-len(last):], " ") == strings.Join(last, " ")
	return begins, ends
}
