package score

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/extract"
	"github.com/stemma-news/stemma/internal/figure"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/quote"
	"github.com/stemma-news/stemma/internal/text"
)

// FigureLabel is one number of an article that a careful reader's ledger holds.
type FigureLabel struct {
	Set, Item string
	Kept      bool   // the article is kept to report on
	Sentence  string // a digest of the words of its sentence
	Value     string // as FigureValue gives it
	Open      bool   // a reader may hold it or not
	// Who is whose number it is, in any of the ways named, none where nobody is
	// said to claim it; Through who passes it on. Bound, What (words of which
	// one stands in what is counted) and When are judged in Whole labels only;
	// a "*" says that the reader leaves it open.
	Who               []string
	Through           string
	Whole             bool
	Bound, What, When string
}

// ReadFigureLabels reads the labels: set, item, sentence, value, claimant ("-"
// for none, "?" where it is open whether the number is one for a ledger), and in
// whole labels bound, what is counted and of when. A line with nothing behind
// its item, or "kept", says that the item was read.
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
		if len(c) != 2 && len(c) != 3 && len(c) != 5 && len(c) != 8 {
			return nil, fmt.Errorf("read %s: %q is no label", path, in.Text())
		}
		l := FigureLabel{Set: c[0], Item: c[1], Kept: len(c) == 3 && c[2] == "kept"}
		if len(c) >= 5 {
			l.Sentence, l.Value, l.Open = c[2], c[3], c[4] == "?"
			who, through, _ := strings.Cut(c[4], " < ")
			if l.Through = through; who != "-" && !l.Open {
				l.Who = strings.Split(who, "/")
			}
		}
		if len(c) == 8 {
			l.Whole, l.Bound, l.What, l.When = true, strings.Trim(c[5], "-"), c[6], strings.Trim(c[7], "-")
		}
		out = append(out, l)
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

// BlindFigureCard is the card of labels made without sight of the program, those
// of the articles tuned on apart from those of the kept ones: besides, it counts
// the bounds, what is counted, of when, and whom the number came through.
func BlindFigureCard(data string, labels []FigureLabel) (string, error) {
	of := map[string][]FigureLabel{}
	sets := map[string]bool{}
	for _, l := range labels {
		of[l.Set+" "+l.Item] = append(of[l.Set+" "+l.Item], l)
		sets[l.Set] = true
	}
	var parts [2]figureCount
	for _, set := range slices.Sorted(maps.Keys(sets)) {
		as, err := figureArticles(data, set, func(item string) bool { return of[set+" "+item] != nil })
		if err != nil {
			return "", err
		}
		for _, a := range as {
			ls := of[set+" "+a.Page]
			part := &parts[0]
			if ls[0].Kept {
				part = &parts[1]
			}
			part.add(countFigures(a, ls))
		}
	}
	var b strings.Builder
	b.WriteString("Figures of news pages against a ledger written by reading before the program was run on them.\n")
	for i, name := range []string{"tuned on", "kept"} {
		c := parts[i]
		fmt.Fprintf(&b, "%s: %d articles, %d labelled, %d found, %d too much; of those found\n", name, c.articles, c.labelled, c.found, c.spurious)
		for _, x := range []struct {
			name string
			r    rightOf
		}{{"claimant", rightOf{c.whoRight, c.who}}, {"through whom", c.through}, {"bound", c.bound}, {"what", c.what}, {"when", c.when}} {
			fmt.Fprintf(&b, "  %-14s right %4d of %4d\n", x.name, x.r.right, x.r.of)
		}
	}
	return b.String(), nil
}

// figureArticles are those of a set that are wanted: of ToldSets, of the pages of
// a reading set, or of ECB+ ("33/585ecb": topic, place among all, happening).
func figureArticles(data, set string, want func(item string) bool) ([]*stemma.Article, error) {
	var out []*stemma.Article
	switch set {
	case "ecbplus":
		as, err := ReadJoined(filepath.Join(data, "stories", "ecbplus"))
		if err != nil {
			return nil, err
		}
		for i := range as {
			as[i].Page = fmt.Sprintf("%s/%d%s", as[i].Topic, i, as[i].Half)
			out = append(out, &as[i].Article)
		}
	case "pages-2023", "dates":
		pages, err := ReadingPages(data, set)
		if err != nil {
			return nil, err
		}
		for _, p := range pages {
			if !want(p.Name) {
				continue
			}
			if as, _ := extract.Read(&stemma.Capture{ID: "c", Page: p.Name, URL: p.URL}, p.HTML); len(as) > 0 {
				as[0].Page = p.Name
				out = append(out, &as[0])
			}
		}
	default:
		as, err := ToldSets(data, set)
		if err != nil {
			return nil, err
		}
		out = as
	}
	return slices.DeleteFunc(out, func(a *stemma.Article) bool { return !want(a.Page) }), nil
}

// rightOf is how many of those judged are right.
type rightOf struct{ right, of int }

func (r *rightOf) judge(right bool) {
	if r.of++; right {
		r.right++
	}
}

func (r *rightOf) add(o rightOf) { r.right, r.of = r.right+o.right, r.of+o.of }

type figureCount struct {
	articles, labelled, found, spurious, who, whoRight int
	through, bound, what, when                         rightOf
}

func (c *figureCount) add(o figureCount) {
	c.articles += o.articles
	c.labelled += o.labelled
	c.found += o.found
	c.spurious += o.spurious
	c.who += o.who
	c.whoRight += o.whoRight
	c.through.add(o.through)
	c.bound.add(o.bound)
	c.what.add(o.what)
	c.when.add(o.when)
}

func (c *figureCount) line(name string) string {
	return fmt.Sprintf("%-12s %8d %8d %8d %10.1f %10d %10d %10.1f\n", name, c.articles, c.labelled, c.found, 100*float64(c.found)/float64(max(1, c.labelled)), c.spurious, c.who, 100*float64(c.whoRight)/float64(max(1, c.who)))
}

func countFigures(a *stemma.Article, labels []FigureLabel) figureCount {
	d := lang.Analyse(a.Text, nil)
	m := entity.Find(a, d)
	return matchFigures(a, figure.Find(a, d, m, quote.Find(a, d, m)), labels)
}

func matchFigures(a *stemma.Article, figures []stemma.Figure, labels []FigureLabel) figureCount {
	figure.Resolve(stemma.NewScene([]*stemma.Article{a}), figures, nil)
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
			if used[i] = true; !l.Open {
				c.found++
				c.judge(a, &figures[i], &l)
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

// judge compares what is said of a found number.
func (c *figureCount) judge(a *stemma.Article, g *stemma.Figure, l *FigureLabel) {
	if who := g.AccordingTo; (who != "" || l.Who != nil) && !slices.Contains(l.Who, "*") {
		if c.who++; who != "" && slices.ContainsFunc(l.Who, func(w string) bool { return sameClaimant(who, w) }) {
			c.whoRight++
		}
	}
	if l.Through != "" {
		c.through.judge(slices.ContainsFunc(g.Chain, func(h stemma.Hop) bool { return sameClaimant(h.Who, l.Through) }))
	}
	if !l.Whole {
		return
	}
	c.bound.judge(g.Bound == l.Bound)
	what := strings.ToLower(g.What + " " + g.Unit + " " + g.Measure)
	if l.What != "*" {
		c.what.judge(slices.ContainsFunc(strings.Split(l.What, "/"), func(w string) bool { return strings.Contains(what, strings.ToLower(w)) }))
	}
	if l.When != "*" && (a.Published != nil || l.When != "") {
		when := ""
		if g.When != nil && (g.AsOf != nil || a.Published == nil) {
			when = a.Text[g.When.Start:g.When.End]
		}
		c.when.judge((when == "") == (l.When == "") && strings.Contains(when, l.When))
	}
}

// sameClaimant reports whether one of two claimants' words holds the other.
func sameClaimant(a, b string) bool {
	a, b = plain(a), plain(b)
	for _, w := range []string{"the ", "a ", "an "} {
		a, b = strings.TrimPrefix(a, w), strings.TrimPrefix(b, w)
	}
	return strings.Contains(a, b) || strings.Contains(b, a)
}
