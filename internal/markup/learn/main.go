// Command learn trains the model that says which blocks of a page are its
// body, from the even-numbered pages of the reading sets, and writes what the
// product embeds. It is deterministic: the same data make the same bytes.
//
//	go run ./internal/markup/learn -data DIR
//	go run ./internal/markup/learn -data DIR -days
package main

import (
	"flag"
	"fmt"
	"log"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/markup"
	"github.com/stemma-news/stemma/internal/score"
)

// page is a page of the training sets.
type page struct {
	gold   score.ReadingPage
	set    string
	site   string
	lab    *markup.Lab
	blocks []string
	labels []label
	first  [][]float32
	second [][]float32
	sure   []float32
}

// sets are those learned from.
var sets = []string{"wcxb-article", "wcxb-forum", "pages-2023", "trafilatura"}

func main() {
	data := flag.String("data", os.Getenv("STEMMA_DATA"), "folder of the measuring data")
	out := flag.String("out", "internal/markup", "folder to write to")
	dev := flag.Bool("dev", false, "train, and score by folds of the even pages and on the odd ones, without writing")
	last := flag.Bool("odd", false, "with -dev: score the odd pages too")
	days := flag.Bool("days", false, "train only what chooses among the dates of a page")
	flag.Parse()
	if *data == "" {
		log.Fatal("no measuring data: give its folder with -data")
	}
	if *days {
		f, err := learnDays(*data, *dev)
		if err != nil {
			log.Fatal(err)
		}
		if !*dev {
			if err := os.WriteFile(filepath.Join(*out, "days.bin"), f.Encode(), 0o644); err != nil {
				log.Fatal(err)
			}
		}
		return
	}
	train, err := load(*data, 0)
	if err != nil {
		log.Fatal(err)
	}
	m := fit(train, *dev, *last)
	if *dev {
		if !*last {
			return
		}
		odd, err := load(*data, 1)
		if err != nil {
			log.Fatal(err)
		}
		m.apply(odd)
		report("odd pages", odd)
		return
	}
	if err := os.WriteFile(filepath.Join(*out, "model.bin"), append(m.one.Encode(), m.two.Encode()...), 0o644); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*out, "classes.txt"), []byte(m.words.file("class")), 0o644); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*out, "words.txt"), []byte(m.words.file("word")), 0o644); err != nil {
		log.Fatal(err)
	}
}

// load reads the pages of the sets whose number is odd or even.
func load(dir string, odd int) ([]*page, error) {
	var out []*page
	for _, set := range sets {
		pages, err := score.ReadingPages(dir, set)
		if err != nil {
			return nil, err
		}
		for i, g := range pages {
			if i%2 != odd {
				continue
			}
			html := string(g.HTML)
			if !utf8.ValidString(html) {
				html = strings.ToValidUTF8(html, "\ufffd")
			}
			p := &page{gold: g, set: set, lab: markup.NewLab(html)}
			p.blocks = p.lab.Blocks()
			if g.Text != "" {
				p.labels = align(p.blocks, g.Text)
			} else {
				p.labels = segments(p.blocks, g.With, g.Without)
			}
			p.site = siteOf(g.URL)
			if p.site == "" {
				p.site = set + g.Name
			}
			out = append(out, p)
		}
	}
	return out, nil
}

func siteOf(u string) string {
	v, err := url.Parse(u)
	if err != nil {
		return ""
	}
	parts := strings.Split(v.Hostname(), ".")
	if n := len(parts); n > 2 {
		parts = parts[n-2:]
	}
	return strings.Join(parts, ".")
}

// model is what is learned.
type model struct {
	words    *sayings
	one, two markup.Forest
}

var (
	passOne = options{trees: 60, depth: 5, rate: 0.2, lambda: 4, least: 8}
	passTwo = options{trees: 60, depth: 5, rate: 0.15, lambda: 4, least: 10}
)

const folds = 4

// fit trains on pages. The second pass learns from what first passes that have
// not seen a page's site say of it.
func fit(pages []*page, verbose, lastToo bool) *model {
	m := &model{words: count(pages)}
	for _, p := range pages {
		p.first = p.lab.First(m.words.without(p))
	}
	for k := range folds {
		f := boostPages(passOne, pages, func(p *page) bool { return fold(p) != k }, func(p *page) [][]float32 { return p.first })
		for _, p := range pages {
			if fold(p) == k {
				p.sure = f.Sure(p.first)
				p.second = p.lab.Second(p.first, p.sure)
			}
		}
	}
	doubt(pages)
	if verbose {
		report("first pass, unseen folds of even pages", pages)
		for k := range folds {
			f := boostPages(passTwo, pages, func(p *page) bool { return fold(p) != k }, func(p *page) [][]float32 { return p.second })
			for _, p := range pages {
				if fold(p) == k {
					second := f.Sure(p.second)
					p.lab.Agree(p.sure, second)
					p.sure = second
				}
			}
		}
		report("both passes, unseen folds of even pages", pages)
		reportRead("read with it", pages)
	}
	if verbose && !lastToo {
		return m
	}
	all := func(*page) bool { return true }
	m.one = boostPages(passOne, pages, all, func(p *page) [][]float32 { return p.first })
	m.two = boostPages(passTwo, pages, all, func(p *page) [][]float32 { return p.second })
	return m
}

// doubt takes weight from labels that a model which has not seen the page's site
// is quite sure against: some marked texts stop long before the article does,
// or hold what no rule would.
func doubt(pages []*page) {
	for _, p := range pages {
		for i := range p.labels {
			l := &p.labels[i]
			if off := p.sure[i] - l.y; off > 0.85 || off < -0.95 {
				l.weight *= 0.2
			}
		}
	}
}

// apply reads pages that the model has not seen.
func (m *model) apply(pages []*page) {
	k := m.words.all()
	for _, p := range pages {
		p.first = p.lab.First(k)
		one := m.one.Sure(p.first)
		p.sure = m.two.Sure(p.lab.Second(p.first, one))
		p.lab.Agree(one, p.sure)
	}
}

// fold is a number of a page's site, the same for all pages of a site.
func fold(p *page) int {
	h := uint32(2166136261)
	for i := range len(p.site) {
		h = (h ^ uint32(p.site[i])) * 16777619
	}
	return int(h>>8) % folds
}

func boostPages(o options, pages []*page, keep func(*page) bool, rows func(*page) [][]float32) markup.Forest {
	var x [][]float32
	var y, w []float32
	for _, p := range pages {
		if !keep(p) {
			continue
		}
		for i, r := range rows(p) {
			if l := p.labels[i]; l.weight > 0 {
				x, y, w = append(x, r), append(y, l.y), append(w, l.weight)
			}
		}
	}
	return boost(x, y, w, o)
}

// report scores the blocks a model is sure of, at some thresholds, beside the
// best that could be had of these blocks.
func report(title string, pages []*page) {
	fmt.Println(title)
	for _, set := range sets {
		line := fmt.Sprintf("  %-13s", set)
		for _, t := range []float32{-1, 0.3, 0.4, 0.5, 0.6} {
			var c score.ReadingCard
			for _, p := range pages {
				if p.set != set {
					continue
				}
				var text []string
				for i, b := range p.blocks {
					if t >= 0 && p.sure[i] > t || t < 0 && p.labels[i].y > 0 {
						text = append(text, b)
					}
				}
				c.Add(p.gold, score.Reading{Text: strings.Join(text, "\n")})
			}
			s := c.String()
			if i := strings.Index(s, "words F1"); i >= 0 && set != "trafilatura" {
				s = s[i+9 : i+15]
			} else if i := strings.Index(s, "segments F1"); i >= 0 {
				s = s[i+12 : i+18]
			}
			line += fmt.Sprintf("  %4.1f: %s", t, s)
		}
		fmt.Println(line)
	}
}

// reportRead scores pages read whole, as the product would with what a model
// says of their blocks: posts told apart, headlines left out.
func reportRead(title string, pages []*page) {
	fmt.Println(title)
	for _, set := range sets {
		var c score.ReadingCard
		for _, p := range pages {
			if p.set == set {
				c.Add(p.gold, score.ReadingOf(p.lab.Read(&stemma.Capture{ID: "c", Page: p.gold.Name, URL: p.gold.URL}, p.sure)))
			}
		}
		fmt.Printf("  %-13s %s\n", set, c.String())
	}
}
