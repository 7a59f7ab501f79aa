package score

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/stemma-news/stemma"
)

// Reading is what a reader made of a page.
type Reading struct {
	Title   string
	Text    string
	Authors []string
	Date    string // YYYY-MM-DD
}

// ReadingCard adds up how a reader did on the pages of a set.
type ReadingCard struct {
	Pages                 int
	WordF1, ShingleF1     float64 // sums over pages
	out, gold, both       int     // words
	titles, titlesRight   int
	authors, authorsRight int
	dates, datesRight     int
	tp, fp, fn            int // segments
	texts                 int
}

// Add scores one page.
func (c *ReadingCard) Add(p ReadingPage, r Reading) (f1 float64) {
	c.Pages++
	if p.Text != "" {
		c.texts++
		got, want := Words(r.Text), Words(p.Text)
		var both int
		f1, both = bagF1(got, want)
		c.WordF1 += f1
		c.out, c.gold, c.both = c.out+len(got), c.gold+len(want), c.both+both
		s, _ := bagF1(shingles(got), shingles(want))
		c.ShingleF1 += s
	}
	for _, s := range p.With {
		if strings.Contains(r.Text, s) {
			c.tp++
		} else {
			c.fn++
		}
	}
	for _, s := range p.Without {
		if strings.Contains(r.Text, s) {
			c.fp++
		}
	}
	if p.Title != "" {
		c.titles++
		if f, _ := bagF1(Words(r.Title), Words(p.Title)); f >= 0.9 {
			c.titlesRight++
		}
	}
	if len(p.Authors) > 0 {
		c.authors++
		if f, _ := bagF1(Words(strings.Join(r.Authors, " ")), Words(strings.Join(p.Authors, " "))); f >= 0.8 {
			c.authorsRight++
		}
	}
	if p.Date != "" {
		c.dates++
		if r.Date == p.Date {
			c.datesRight++
		}
	}
	return f1
}

// String is the card in one line.
func (c *ReadingCard) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%4d pages", c.Pages)
	if c.texts > 0 {
		n := float64(c.texts)
		fmt.Fprintf(&b, "  words F1 %.4f  shingles F1 %.4f  leaked %.3f  lost %.3f", c.WordF1/n, c.ShingleF1/n, 1-portion(c.both, c.out), 1-portion(c.both, c.gold))
	}
	if c.tp+c.fn > 0 {
		p, r := portion(c.tp, c.tp+c.fp), portion(c.tp, c.tp+c.fn)
		fmt.Fprintf(&b, "  segments F1 %.4f P %.3f R %.3f", 2*p*r/max(p+r, 1e-9), p, r)
	}
	for _, f := range []struct {
		name     string
		right, n int
	}{{"title", c.titlesRight, c.titles}, {"author", c.authorsRight, c.authors}, {"date", c.datesRight, c.dates}} {
		if f.n > 0 {
			fmt.Fprintf(&b, "  %s %.3f", f.name, portion(f.right, f.n))
		}
	}
	return b.String()
}

func portion(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// bagF1 is the F1 of two bags of words, and how many words they share. Two
// empty bags agree.
func bagF1(got, want []string) (f1 float64, both int) {
	if len(want) == 0 && len(got) == 0 {
		return 1, 0
	}
	n := make(map[string]int, len(want))
	for _, w := range want {
		n[w]++
	}
	for _, w := range got {
		if n[w] > 0 {
			n[w]--
			both++
		}
	}
	if both == 0 {
		return 0, 0
	}
	p, r := portion(both, len(got)), portion(both, len(want))
	return 2 * p * r / (p + r), both
}

// shingles are the runs of four words; of fewer words the one run there is.
func shingles(words []string) []string {
	if len(words) == 0 {
		return nil
	}
	if len(words) < 4 {
		return []string{strings.Join(words, " ")}
	}
	out := make([]string, 0, len(words)-3)
	for i := 0; i+4 <= len(words); i++ {
		out = append(out, strings.Join(words[i:i+4], " "))
	}
	return out
}

func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}

func readTSV(path string) ([]map[string]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	names := strings.Split(lines[0], "\t")
	var rows []map[string]string
	for _, l := range lines[1:] {
		row := map[string]string{}
		for i, v := range strings.Split(strings.TrimRight(l, "\r"), "\t") {
			if i < len(names) {
				row[names[i]] = v
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// ReadingOf is what a reader made of a page, of its articles: those that stand
// within another are part of it already, and what a post quotes of another post
// of the page is counted where it was posted.
func ReadingOf(articles []stemma.Article) Reading {
	var r Reading
	var texts []string
	own := map[string]bool{}
	for _, a := range articles {
		own[a.ID] = a.Within == ""
	}
	for _, a := range articles {
		if a.Within != "" {
			continue
		}
		texts = append(texts, lessCopies(&a, own))
		if r.Title == "" {
			r.Title = a.Title
		}
		if r.Authors == nil {
			r.Authors = a.Bylines
			if len(r.Authors) == 0 && a.Author != "" {
				r.Authors = []string{a.Author}
			}
		}
		if r.Date == "" && a.Published != nil {
			r.Date = a.Published.From.Format("2006-01-02")
		}
	}
	r.Text = strings.Join(texts, "\n\n")
	return r
}

// lessCopies is the text of an article without what it holds of the others
// named.
func lessCopies(a *stemma.Article, others map[string]bool) string {
	var b strings.Builder
	from := 0
	for _, h := range a.Holds {
		if others[h.Article] && h.Start >= from {
			b.WriteString(a.Text[from:h.Start])
			from = h.End
		}
	}
	b.WriteString(a.Text[from:])
	return strings.TrimSpace(b.String())
}
