package score

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"os"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/figure"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/quote"
	"github.com/stemma-news/stemma/internal/text"
)

// FigureLabel is one number of an article that a careful reader's ledger holds.
type FigureLabel struct {
	Set, Item string
	Sentence  string // a digest of the words of its sentence
	Value     string // as FigureValue gives it
	Who       string // whose number the sentence says it is, "" where it does not
	Open      bool   // a reader may hold it or not
}

// ReadFigureLabels reads the labels: set, item, sentence, value, claimant ("-"
// for none, "?" where it is open whether the number is one for a ledger). A line
// with nothing behind its item says that the item was read.
func ReadFigureLabels(path string) ([]FigureLabel, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []FigureLabel
	for in := bufio.NewScanner(f); in.Scan(); {
		if strings.HasPrefix(in.Text(), "#") {
			continue
		}
		c := strings.Split(in.Text(), "\t")
		switch len(c) {
		case 2:
			out = append(out, FigureLabel{Set: c[0], Item: c[1]})
		case 5:
			l := FigureLabel{Set: c[0], Item: c[1], Sentence: c[2], Value: c[3], Who: c[4], Open: c[4] == "?"}
			if l.Who == "-" || l.Open {
				l.Who = ""
			}
			out = append(out, l)
		default:
			return nil, fmt.Errorf("read %s: %q is no label", path, in.Text())
		}
	}
	return out, nil
}

// FigureValue is the number of a figure in digits, two with a hyphen for a
// range, or its words.
func FigureValue(g *stemma.Figure) string {
	digits := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	switch {
	case g.Value != nil:
		return digits(*g.Value)
	case g.Low != nil && g.High != nil:
		return digits(*g.Low) + "-" + digits(*g.High)
	}
	return g.Words
}

// digest is the FNV-1a of words joined by single blanks.
func digest(words string) string {
	h := fnv.New32a()
	h.Write([]byte(strings.Join(strings.Fields(words), " ")))
	return fmt.Sprintf("%08x", h.Sum32())
}

// FigureCard counts, over the articles that labels name, the labelled numbers
// that are found, what is found too much, and whose numbers they are said to be
// where the label or the program names somebody. Articles are in order of set
// and name; every second one stands apart, for a look at how far a change holds.
func FigureCard(data string, labels []FigureLabel) (string, error) {
	of := map[string][]FigureLabel{}
	sets := map[string]bool{}
	for _, l := range labels {
		of[l.Set+" "+l.Item] = append(of[l.Set+" "+l.Item], l)
		sets[l.Set] = true
	}
	var b strings.Builder
	b.WriteString("Figures of news pages against one reader's ledger; even-numbered articles, tuned on.\n")
	fmt.Fprintf(&b, "%-12s %8s %8s %8s %10s %10s %10s %10s\n", "part", "articles", "labelled", "found", "recall", "too much", "claimants", "right")
	var total figureCount
	var halves [2]figureCount
	for _, set := range []string{"helsinki", "pages-2023", "polnear", "tbaq"} {
		if !sets[set] {
			continue
		}
		as, err := ToldSets(data, set)
		if err != nil {
			return "", err
		}
		var c figureCount
		for _, a := range as {
			if ls := of[set+" "+a.Page]; ls != nil {
				n := countFigures(a, ls)
				halves[total.articles%2].add(n)
				c.add(n)
				total.add(n)
			}
		}
		b.WriteString(c.line(set))
	}
	b.WriteString(halves[0].line("first half"))
	b.WriteString(halves[1].line("second half"))
	b.WriteString(total.line("all"))
	return b.String(), nil
}

type figureCount struct{ articles, labelled, found, spurious, who, whoRight int }

func (c *figureCount) add(o figureCount) {
	c.articles += o.articles
	c.labelled += o.labelled
	c.found += o.found
	c.spurious += o.spurious
	c.who += o.who
	c.whoRight += o.whoRight
}

func (c *figureCount) line(name string) string {
	return fmt.Sprintf("%-12s %8d %8d %8d %10.1f %10d %10d %10.1f\n", name, c.articles, c.labelled, c.found, 100*float64(c.found)/float64(max(1, c.labelled)), c.spurious, c.who, 100*float64(c.whoRight)/float64(max(1, c.who)))
}

func countFigures(a *stemma.Article, labels []FigureLabel) figureCount {
	d := lang.Analyse(a.Text, nil)
	m := entity.Find(a, d)
	figures := figure.Find(a, d, m, quote.Find(a, d, m))
	sentence := make([]string, len(figures))
	for _, s := range text.SentencesIn(nil, a.Text, 0, len(a.Text)) {
		for i := range figures {
			if at := figures[i].Cites[0].Spans[0].Start; s.Start <= at && at < s.End {
				sentence[i] = digest(a.Text[s.Start:s.End])
			}
		}
	}
	c := figureCount{articles: 1}
	used := make([]bool, len(figures))
	for _, l := range labels {
		if l.Sentence == "" {
			continue
		}
		if !l.Open {
			c.labelled++
		}
		for i := range figures {
			if used[i] || sentence[i] != l.Sentence || FigureValue(&figures[i]) != l.Value {
				continue
			}
			used[i] = true
			if l.Open {
				break
			}
			c.found++
			if who := figures[i].AccordingTo; who != "" || l.Who != "" {
				c.who++
				if who != "" && l.Who != "" && sameClaimant(who, l.Who) {
					c.whoRight++
				}
			}
			break
		}
	}
	for _, u := range used {
		if !u {
			c.spurious++
		}
	}
	return c
}

// sameClaimant reports whether one of two claimants' words holds the other.
func sameClaimant(a, b string) bool {
	a, b = plain(a), plain(b)
	for _, w := range []string{"the ", "a ", "an "} {
		a, b = strings.TrimPrefix(a, w), strings.TrimPrefix(b, w)
	}
	return strings.Contains(a, b) || strings.Contains(b, a)
}
