package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/markup"
	"github.com/stemma-news/stemma/internal/score"
)

// dayPage is a page of which people say when it was published, and the days it
// gives.
type dayPage struct {
	gold score.ReadingPage
	set  string
	fold int
	days []markup.LabDay
	sure []float32
}

// dayOptions make many small trees: there are about nine hundred pages.
var dayOptions = options{trees: 800, depth: 2, rate: 0.025, lambda: 2, least: 2}

var daySets = []string{"dates", "wcxb-article", "pages-2023", "wcxb-forum"}

// learnDays trains what says which of a page's days is that of publication, on
// the even pages. With dev it scores unseen folds by site.
func learnDays(data string, dev bool) (markup.Forest, error) {
	var pages []*dayPage
	for _, set := range daySets {
		all, err := score.ReadingPages(data, set)
		if err != nil {
			return markup.Forest{}, err
		}
		for i, g := range all {
			if i%2 == 0 && g.Date != "" {
				pages = append(pages, newDayPage(g, set))
			}
		}
	}
	if dev {
		for k := range folds {
			f := fitDays(pages, func(p *dayPage) bool { return p.fold != k })
			for _, p := range pages {
				if p.fold == k {
					rows := make([][]float32, len(p.days))
					for i := range p.days {
						rows[i] = p.days[i].Row
					}
					p.sure = f.Sure(rows)
				}
			}
		}
		reportDays(pages)
	}
	return fitDays(pages, func(*dayPage) bool { return true }), nil
}

func newDayPage(g score.ReadingPage, set string) *dayPage {
	html := string(g.HTML)
	if !utf8.ValidString(html) {
		html = strings.ToValidUTF8(html, "\ufffd")
	}
	site := siteOf(g.URL)
	if site == "" {
		site = set + g.Name
	}
	return &dayPage{gold: g, set: set, fold: fold(&page{site: site}), days: markup.NewLab(html).Days(&stemma.Capture{ID: "c", Page: g.Name, URL: g.URL})}
}

// fitDays trains on pages that give the marked day at all. The day that the
// order of places takes counts as much as the right one, the others as much
// together.
func fitDays(pages []*dayPage, keep func(*dayPage) bool) markup.Forest {
	var x [][]float32
	var y, w []float32
	for _, p := range pages {
		given := false
		for _, d := range p.days {
			given = given || d.Day == p.gold.Date
		}
		if !given || !keep(p) {
			continue
		}
		for _, d := range p.days {
			label, weight := float32(0), 1/float32(len(p.days))
			if d.Day == p.gold.Date {
				label = 1
			}
			if label > 0 || d.Rule {
				weight = 1
			}
			x, y, w = append(x, d.Row), append(y, label), append(w, weight)
		}
	}
	return boost(x, y, w, dayOptions)
}

// reportDays scores the days taken, by how much likelier than that of the order
// of places a day must be.
func reportDays(pages []*dayPage) {
	for _, set := range daySets {
		line := fmt.Sprintf("  %-13s", set)
		for _, least := range []float32{2, 0, 0.08, 0.12, 0.16, 0.2, 0.3} {
			n, right := 0, 0
			for _, p := range pages {
				if p.set != set {
					continue
				}
				n++
				best, rule := -1, -1
				for i, d := range p.days {
					if best < 0 || p.sure[i] > p.sure[best] {
						best = i
					}
					if d.Rule {
						rule = i
					}
				}
				if best >= 0 && rule >= 0 && p.sure[best] < p.sure[rule]+least {
					best = rule
				}
				if best >= 0 && p.days[best].Day == p.gold.Date {
					right++
				}
			}
			line += fmt.Sprintf("  %4.2f: %.4f", least, float64(right)/float64(n))
		}
		fmt.Println(line)
	}
}
