package score

import (
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
)

// PostLabel is a post as a person marked it on its page.
type PostLabel struct {
	Page, Place string
	Kind        string // post; comment, under a question or an answer; more, where the labels of a page stop
	Author      string
	Number      string   // as printed, else "-"
	Time        string   // as printed, as 2006-01-02T15:04 or 2006-01-02 where the page prints the year
	Quotes      string   // head or end, where it begins or ends with an earlier post's words, else "-"
	First, Last []string // its first and last four words; more than one where either would be right
}

// PostLabels reads marked posts, of each page in a list of its own.
func PostLabels(path string) (map[string][]PostLabel, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	pages := map[string][]PostLabel{}
	for _, l := range strings.Split(string(b), "\n") {
		if f := strings.Split(l, "\t"); len(f) == 9 && !strings.HasPrefix(l, "#") {
			pages[f[0]] = append(pages[f[0]], PostLabel{f[0], f[1], f[2], f[3], f[4], f[5], f[6], strings.Split(f[7], " | "), strings.Split(f[8], " | ")})
		}
	}
	return pages, nil
}

// LabelCard adds up how marked posts were found.
type LabelCard struct {
	Posts, Begins, Ends, Whole, Authors int
	Matched                             int // found with a right beginning or a right end
	Numbered, Numbers                   int // of those matched: with a printed number, and with it right
	Dated, Days                         int // likewise of days
}

// PageCard adds up what was found on pages whose labels are whole.
type PageCard struct {
	Labels, Found, Matched int
}

// quoting is the line above a quotation that names whose words they are.
var quoting = regexp.MustCompile(`^(?i:Quote:?|(Quote:?\s*)?Originally posted by [^\n]{1,60}|[^\n]{0,60}\b(said|wrote):(\s*↑)?|[^\n]{1,40}:|[^\n]{1,30} · \d\d/\d\d/\d{4} \d\d:\d\d)\s*\n+`)

// LabelCards adds up the posts that do not begin or end with a quotation,
// those that do, the comments, and the pages whose labels are whole.
type LabelCards struct {
	Plain, Quoting, Comments LabelCard
	Whole                    PageCard
}

// Add scores a page and how much of what was found on it is labelled. A label is matched with the post of the reader
// that begins and ends as it does, else with one that begins so, else with one
// that ends so; where more do, with one of its author.
func (cards *LabelCards) Add(labels []PostLabel, articles []stemma.Article) {
	used := make([]bool, len(articles))
	stops, matched := false, 0
	for _, g := range labels {
		c := &cards.Plain
		switch {
		case g.Kind == "more":
			stops = true
			continue
		case g.Kind == "comment":
			c = &cards.Comments
		case g.Quotes != "-":
			c = &cards.Quoting
		}
		if c.add(g, articles, used) {
			matched++
		}
	}
	if stops {
		return
	}
	cards.Whole.Labels += len(labels)
	cards.Whole.Matched += matched
	for _, a := range articles {
		if a.Kind == stemma.KindPost {
			cards.Whole.Found++
		}
	}
}

func (c *LabelCard) add(g PostLabel, articles []stemma.Article, used []bool) bool {
	c.Posts++
	best, most := -1, 0
	for i, a := range articles {
		if used[i] || a.Kind != stemma.KindPost {
			continue
		}
		begins, ends := postEnds(a.Text, g)
		n := 0
		if begins {
			n += 4
		}
		if ends {
			n += 2
		}
		if n > 0 && strings.EqualFold(a.Author, g.Author) {
			n++
		}
		if n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		return false
	}
	used[best] = true
	a := articles[best]
	begins, ends := postEnds(a.Text, g)
	c.Matched++
	if begins {
		c.Begins++
	}
	if ends {
		c.Ends++
	}
	if begins && ends {
		c.Whole++
	}
	if strings.EqualFold(a.Author, g.Author) {
		c.Authors++
	}
	if g.Number != "-" {
		c.Numbered++
		if strconv.Itoa(a.Number) == g.Number {
			c.Numbers++
		}
	}
	if day, _, _ := strings.Cut(g.Time, "T"); len(day) == len("2006-01-02") && day[4] == '-' {
		c.Dated++
		if a.Published != nil && a.Published.From.Format("2006-01-02") == day {
			c.Days++
		}
	}
	return true
}

// postEnds reports whether a text begins and ends with the words of a label.
// Lines that name whose words a quotation at its head is may stand or not.
func postEnds(text string, g PostLabel) (begins, ends bool) {
	all := " " + strings.Join(Words(text), " ") + " "
	for _, last := range g.Last {
		ends = ends || strings.HasSuffix(all, " "+last+" ")
	}
	for {
		all = " " + strings.Join(Words(text), " ") + " "
		for _, first := range g.First {
			begins = begins || strings.HasPrefix(all, " "+first+" ")
		}
		line := quoting.FindString(text)
		if line == "" || begins {
			return begins, ends
		}
		text = text[len(line):]
	}
}
