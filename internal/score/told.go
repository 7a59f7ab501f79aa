package score

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/event"
	"github.com/stemma-news/stemma/internal/extract"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/quote"
)

// ToldLabel says what a reader found of one telling.
type ToldLabel struct {
	Set, Item string
	Sentence  string // what Sentence of Told gives
	Kind      string // PLOVER type
	Rule      string // part of speech and word
	// Grade is 0 where the sentence tells of no such event, 1 where it does
	// and a side or the status is wrong or missing, 2 where all is right.
	Grade int
}

// Told is a telling as the finder weighs it, with what labels know it by.
type Told struct {
	stemma.Telling
	Sentence string // a digest of the words of its sentence
	Signs    []string
	Kept     bool // likely enough to be told; Sure is set where it is
}

// key is what a telling and its label have in common.
func (t *Told) key() string { return t.Sentence + " " + t.Kind + " " + shortRule(t.By.Rule) }

func (l *ToldLabel) key() string { return l.Sentence + " " + l.Kind + " " + l.Rule }

// shortRule is a rule without the noun its frame asked for.
func shortRule(r string) string {
	f := strings.Fields(r)
	if f[0] == "the" {
		f[0] = "noun"
	}
	return f[0] + " " + f[1]
}

// ReadToldLabels reads the labels: set, item, sentence, type, rule, grade.
func ReadToldLabels(path string) ([]ToldLabel, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []ToldLabel
	for in := bufio.NewScanner(f); in.Scan(); {
		if strings.HasPrefix(in.Text(), "#") {
			continue
		}
		c := strings.Split(in.Text(), "\t")
		if len(c) != 6 || len(c[5]) != 1 || c[5][0] < '0' || c[5][0] > '2' {
			return nil, fmt.Errorf("read %s: %q is no label", path, in.Text())
		}
		out = append(out, ToldLabel{c[0], c[1], c[2], c[3], c[4], int(c[5][0] - '0')})
	}
	return out, nil
}

// ToldSets reads the articles of a set that labels name: "helsinki", "census"
// and "spotify" of stories/summit, "pages-2023", "tbaq" or "polnear" (train).
// Articles are in order of their names, the even ones tuned on.
func ToldSets(data, set string) ([]*stemma.Article, error) {
	var out []*stemma.Article
	switch set {
	case "pages-2023":
		pages, err := ReadingPages(data, set)
		if err != nil {
			return nil, err
		}
		for _, p := range pages {
			as, _ := extract.Read(&stemma.Capture{ID: "c", Page: p.Name, URL: p.URL}, p.HTML)
			a := &stemma.Article{}
			if len(as) > 0 {
				a = &as[0]
			}
			a.Page = p.Name
			out = append(out, a)
		}
	case "tbaq":
		docs, err := ReadTimeML(filepath.Join(data, "times", "TBAQ-cleaned"))
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			out = append(out, plainArticle(d.Name, d.Text))
		}
	case "polnear":
		files, err := ReadTarXZ(filepath.Join(data, "quotes", "polnear.tar.xz"))
		if err != nil {
			return nil, err
		}
		for _, t := range PolNeAR(files, "train") {
			out = append(out, plainArticle(t.Name, t.Text))
		}
	default:
		as, err := ReadSummit(data, set)
		if err != nil {
			return nil, err
		}
		for _, a := range as {
			n := *plainArticle(strings.TrimPrefix(a.ID, set+"/"), a.Text)
			n.Paragraphs = a.Paragraphs
			out = append(out, &n)
		}
	}
	return out, nil
}

func plainArticle(name, text string) *stemma.Article {
	a := NewArticle(name, "", strings.Split(text, "\n\n"))
	a.Source = []stemma.Source{{Span: stemma.Span{Start: 0, End: len(a.Text)}, Range: stemma.Range{Start: 0, End: len(a.Text)}}}
	return a
}

// AllTold are the tellings of an article, those that are left out too.
func AllTold(a *stemma.Article) []Told {
	d := lang.Analyse(a.Text, nil)
	m := entity.Find(a, d)
	q := quote.Find(a, d, m)
	var out []Told
	sure := map[string]float64{}
	for _, t := range event.FindEach(a, d, m, q, func(t *stemma.Telling, s stemma.Span, signs []string) {
		h := fnv.New32a()
		h.Write([]byte(strings.Join(strings.Fields(a.Text[s.Start:s.End]), " ")))
		out = append(out, Told{Telling: *t, Sentence: fmt.Sprintf("%08x", h.Sum32()), Signs: signs})
	}) {
		sure[t.ID] = t.Sure
	}
	for i := range out {
		out[i].Sure, out[i].Kept = sure[out[i].ID], sure[out[i].ID] > 0
	}
	return out
}

// MatchedTold is a label and the telling it is of.
type MatchedTold struct {
	Label   *ToldLabel
	Told    *Told  // nil where no such telling is found any more
	All     []Told // every telling of its article
	Article int    // place of its article in its set
	Odd     bool   // its article reports
}

// MatchTold finds the tellings of labels.
func MatchTold(data string, labels []ToldLabel) ([]MatchedTold, error) {
	bySet := map[string]map[string][]int{}
	for i, l := range labels {
		if bySet[l.Set] == nil {
			bySet[l.Set] = map[string][]int{}
		}
		bySet[l.Set][l.Item] = append(bySet[l.Set][l.Item], i)
	}
	out := make([]MatchedTold, len(labels))
	for set, items := range bySet {
		as, err := ToldSets(data, set)
		if err != nil {
			return nil, err
		}
		for n, a := range as {
			if len(items[a.Page]) == 0 {
				continue
			}
			told := map[string]*Told{}
			all := AllTold(a)
			for k := range all {
				told[all[k].key()] = &all[k]
			}
			for _, i := range items[a.Page] {
				out[i] = MatchedTold{&labels[i], told[labels[i].key()], all, n, n%2 == 1}
			}
		}
	}
	return out, nil
}

// ToldCard says how many of the tellings that labels judge are still told, and
// how many of these are right, by half and set; then, by half, how sure the
// program is of what it tells. What a change newly tells has no label and is
// not counted.
func ToldCard(matched []MatchedTold) string {
	type count struct{ all, allRight, told, right, whole int }
	type bin struct {
		n, right int
		sure     float64
	}
	counts := map[string]*count{}
	bins := map[string]*[3]bin{}
	for _, m := range matched {
		half := "even, tuned on"
		if m.Odd {
			half = "odd, reported"
		}
		for _, k := range []string{half, half + " " + m.Label.Set} {
			if counts[k] == nil {
				counts[k] = &count{}
			}
			c := counts[k]
			c.all++
			if m.Label.Grade > 0 {
				c.allRight++
			}
			if m.Told == nil || !m.Told.Kept {
				continue
			}
			c.told++
			if m.Label.Grade > 0 {
				c.right++
			}
			if m.Label.Grade > 1 {
				c.whole++
			}
		}
		if m.Told == nil || !m.Told.Kept {
			continue
		}
		if bins[half] == nil {
			bins[half] = &[3]bin{}
		}
		b := &bins[half][sureBin(m.Told.Sure)]
		b.n++
		b.sure += m.Told.Sure
		if m.Label.Grade > 0 {
			b.right++
		}
	}
	var b strings.Builder
	b.WriteString("What is told, judged by readers over sentences of news and other pages: right is what has the right type, whole what has sides and status right too; before is what a frame alone tells.\n")
	fmt.Fprintf(&b, "%-28s %7s %12s %6s %11s %11s %12s\n", "part", "judged", "right before", "told", "right now", "whole now", "right kept")
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		c := counts[k]
		p := func(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }
		fmt.Fprintf(&b, "%-28s %7d %12.1f %6d %11.1f %11.1f %12.1f\n", k, c.all, p(c.allRight, c.all), c.told, p(c.right, c.told), p(c.whole, c.told), p(c.right, c.allRight))
	}
	b.WriteString("\nHow sure the program is of what it tells (the mean of sure, of 100) and how much of that is right.\n")
	fmt.Fprintf(&b, "%-16s %-14s %6s %10s %6s\n", "part", "sure", "told", "mean sure", "right")
	for _, k := range slices.Sorted(maps.Keys(bins)) {
		for i, c := range bins[k] {
			n := float64(max(1, c.n))
			fmt.Fprintf(&b, "%-16s %-14s %6d %10.1f %6.1f\n", k, sureBins[i], c.n, 100*c.sure/n, 100*float64(c.right)/n)
		}
	}
	return b.String()
}

var sureBins = [3]string{"below 0.5", "0.5 to 0.75", "0.75 and over"}

// sureBin is the place in sureBins of a chance.
func sureBin(sure float64) int {
	switch {
	case sure < 0.5:
		return 0
	case sure < 0.75:
		return 1
	}
	return 2
}
