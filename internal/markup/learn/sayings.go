package main

import (
	_ "embed"
	"fmt"
	"maps"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma/internal/markup"
)

// saying is what a word says: over sites, how many have it and the sum of the
// shares of body under it.
type saying struct {
	sites int
	body  float64
}

//go:embed furniture.txt
var furnitureFile string

// furniture is the words of furniture whose sayings are learned: no others, so
// that no name out of a page is.
var furniture = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(furnitureFile) {
		m[w] = true
	}
	return m
}()

// sayings are those of class words and of words of short blocks.
type sayings struct {
	class, word map[string]saying
	// By site: what it adds to each.
	bySite map[string]map[string]float64 // "class " + word -> share
}

// The fewest sites of which a word's saying is believed, and the least it must
// say.
const (
	leastClassSites = 6
	leastWordSites  = 6
	leastOdds       = 0.5
)

// count counts the sayings of pages with whole gold texts.
func count(pages []*page) *sayings {
	s := &sayings{map[string]saying{}, map[string]saying{}, map[string]map[string]float64{}}
	type tally struct{ body, all float64 }
	bySite := map[string]map[string]tally{}
	for _, p := range pages {
		if p.gold.Text == "" {
			continue
		}
		t := bySite[p.site]
		if t == nil {
			t = map[string]tally{}
			bySite[p.site] = t
		}
		add := func(k string, l label) {
			v := t[k]
			v.all += float64(l.weight)
			v.body += float64(l.weight * l.y)
			t[k] = v
		}
		for i, l := range p.labels {
			for _, w := range p.lab.ClassWords(i) {
				add("class "+w, l)
			}
			for _, w := range p.lab.BlockWords(i) {
				if !furniture[w] {
					continue
				}
				add("word "+w, label{l.y, 1})
			}
		}
	}
	for _, site := range slices.Sorted(maps.Keys(bySite)) { // in order: sums of floats depend on it
		t := bySite[site]
		own := map[string]float64{}
		for k, v := range t {
			f := v.body / v.all
			own[k] = f
			kind, w, _ := strings.Cut(k, " ")
			m := s.class
			if kind == "word" {
				m = s.word
			}
			x := m[w]
			m[w] = saying{x.sites + 1, x.body + f}
		}
		s.bySite[site] = own
	}
	return s
}

// odds is the log-odds of a saying, pulled towards none by two sites of each.
func (v saying) odds(leastSites int) float32 {
	o := math.Round(10*math.Log((v.body+1)/(float64(v.sites)-v.body+1))) / 10
	if v.sites < leastSites || math.Abs(o) < leastOdds {
		return 0
	}
	return float32(o)
}

func (s *sayings) all() markup.Knowledge {
	return markup.Knowledge{
		Class: func(w string) float32 { return s.class[w].odds(leastClassSites) },
		Word:  func(w string) float32 { return s.word[w].odds(leastWordSites) },
	}
}

// without is what is known without the site of p.
func (s *sayings) without(p *page) markup.Knowledge {
	own := s.bySite[p.site]
	less := func(v saying, k string, least int) float32 {
		if f, ok := own[k]; ok {
			v.sites--
			v.body -= f
		}
		return v.odds(least)
	}
	return markup.Knowledge{
		Class: func(w string) float32 { return less(s.class[w], "class "+w, leastClassSites) },
		Word:  func(w string) float32 { return less(s.word[w], "word "+w, leastWordSites) },
	}
}

// file lists the sayings that say something.
func (s *sayings) file(kind string) string {
	m, least := s.class, leastClassSites
	if kind == "word" {
		m, least = s.word, leastWordSites
	}
	var lines []string
	for w, v := range m {
		if o := v.odds(least); o != 0 {
			lines = append(lines, fmt.Sprintf("%s %.1f", w, o))
		}
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n") + "\n"
}
