// Command train learns from the even-numbered dumps of a data folder which
// lines are body, and writes the tables that package body embeds:
//
//	go run ./internal/dump/train -data DIR
//
// It is deterministic: the same data give the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/gold"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// folds is how many parts the pages are cut into, so that the second forest
// learns from what the first says of pages it has not seen.
const folds = 3

type sample struct {
	page   gold.Page
	p      *body.Page
	label  []float32
	weight []float32
	fold   int
	// cropped marks a second view of a page; it teaches and is not scored.
	cropped bool
}

func main() {
	data := flag.String("data", os.Getenv("STEMMA_DATA"), "the data folder")
	out := flag.String("out", "internal/dump/body", "where to write words.txt and model.bin")
	check := flag.Bool("check", false, "print the scores of the forests alone")
	keep := flag.Bool("keep", false, "learn nothing: check what is embedded")
	flag.Parse()
	pages, err := gold.Pages(*data)
	if err != nil {
		log.Fatal(err)
	}
	start := time.Now()
	var tune, report []*sample
	more, err := gold.News(*data)
	if err != nil {
		log.Fatal(err)
	}
	for i, g := range more {
		s := newSample(g)
		if i%2 == 1 {
			if *check {
				report = append(report, s)
			}
			continue
		}
		s.fold = i / 2 % folds
		for k := range s.weight { // another hand marked these, by other rules
			s.weight[k] *= 0.3
		}
		tune = append(tune, s)
	}
	for i, g := range pages {
		s := newSample(g)
		if i%2 == 0 {
			s.fold = i / 2 % folds
			tune = append(tune, s)
			if g, ok := crop(s, i/2); ok {
				c := newSample(g)
				c.fold, c.cropped = s.fold, true
				for k := range c.weight {
					c.weight[k] /= 2
				}
				tune = append(tune, c)
			}
		} else if *check {
			report = append(report, s)
		}
	}
	fmt.Printf("read %d pages in %v\n", len(tune), time.Since(start))
	if *keep {
		first, second := body.Model()
		score("even", tune, first, second, true)
		score("odd", report, first, second, true)
		score("odd, no words", report, first, second, false)
		return
	}
	table := lexicon(tune, -1)
	if err := os.WriteFile(filepath.Join(*out, "words.txt"), []byte(writeTable(table)), 0o644); err != nil {
		log.Fatal(err)
	}
	first, second := learn(tune, table)
	fmt.Printf("learned in %v\n", time.Since(start))
	b := second.Append(first.Append(nil))
	if err := os.WriteFile(filepath.Join(*out, "model.bin"), b, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("model.bin: %d bytes, words.txt: %d words\n", len(b), len(table))
	body.Weights(table)
	if *check {
		score("even", tune, first, second, true)
		score("odd", report, first, second, true)
		score("odd, no words", report, first, second, false)
	}
}

func newSample(g gold.Page) *sample {
	ls := line.Unwrap(g.Dump, line.Split(g.Dump))
	s := &sample{page: g, p: body.NewPage(ls)}
	parts := make([]string, len(ls))
	for i := range ls {
		parts[i] = ls[i].S
	}
	matched, total := gold.Align(parts, g.Body)
	want := len(gold.Words(g.Body))
	sum, got := 0, 0
	for i := range ls {
		y := float32(0)
		if total[i] > 0 {
			y = float32(matched[i]) / float32(total[i])
		}
		if y >= 0.5 {
			y = 1
		} else {
			y = 0
		}
		got += matched[i]
		sum += total[i]
		s.label = append(s.label, y)
		s.weight = append(s.weight, float32(total[i]))
	}
	// Each page counts the same, each line by its words: that is what the
	// metric counts. A page whose text is not in its dump teaches nothing.
	norm := float64(want) + 0.3*float64(max(0, sum-want))
	if g.Kind == "forum" { // there are few of them
		norm /= 2
	}
	for i := range s.weight {
		switch {
		case want == 0 || float64(got) < 0.6*float64(want):
			s.weight[i] = 0
		default:
			s.weight[i] = float32((math.Pow(float64(s.weight[i]), 0.75) + 0.3) / norm * 400)
		}
	}
	return s
}

// rows adds the lines of s that teach: of furniture far from any body every
// third, with three times its weight.
func (s *sample) rows(fs [][]float32, rows *[][]float32, label, weight *[]float32) {
	near := make([]int, len(fs)) // lines to the next body
	for i, d := 0, 99; i < len(fs); i++ {
		if d++; s.label[i] == 1 {
			d = 0
		}
		near[i] = d
	}
	for i, d := len(fs)-1, 99; i >= 0; i-- {
		if d++; s.label[i] == 1 {
			d = 0
		}
		near[i] = min(near[i], d)
	}
	for i, f := range fs {
		w := s.weight[i]
		if w == 0 {
			continue
		}
		if near[i] > 12 {
			if i%3 != 0 {
				continue
			}
			w *= 3
		}
		*rows = append(*rows, f)
		*label = append(*label, s.label[i])
		*weight = append(*weight, w)
	}
}

// learn fits the two forests. Every page is seen with the table of words
// learned from the other folds, and once more without any words.
func learn(tune []*sample, table map[string]float32) (first, second *body.Forest) {
	type view struct {
		s  *sample
		fs [][]float32
	}
	views := make([][]view, folds)
	for k := range folds {
		body.Weights(lexicon(tune, k))
		for i, s := range tune {
			if s.fold != k || len(s.p.Lines) == 0 {
				continue
			}
			views[k] = append(views[k], view{s, s.p.Features(true)})
			if i%3 == 0 && !s.cropped {
				views[k] = append(views[k], view{s, s.p.Features(false)})
			}
		}
	}
	body.Weights(table)
	gather := func(not int) (rows [][]float32, label, weight []float32) {
		for k, vs := range views {
			if k == not {
				continue
			}
			for _, v := range vs {
				v.s.rows(v.fs, &rows, &label, &weight)
			}
		}
		return
	}
	o := options{trees: 220, leaves: 20, rate: 0.07, rows: 0.5, columns: 0.25, least: 10, lambda: 8, base: -1, seed: 1}
	r, l, w := gather(-1)
	first = boost(r, l, w, o)
	var rows [][]float32
	var label, weight []float32
	for k := range folds {
		r, l, w := gather(k)
		f := boost(r, l, w, o)
		for _, v := range views[k] {
			ps := make([]float32, len(v.fs))
			for i, x := range v.fs {
				ps[i] = body.Chance(f.Score(x))
			}
			v.s.rows(v.s.p.After(v.fs, ps), &rows, &label, &weight)
		}
	}
	o.trees, o.seed = 160, 2
	second = boost(rows, label, weight, o)
	return first, second
}

func score(name string, ss []*sample, first, second *body.Forest, words bool) {
	chance := map[*sample][]float32{}
	for _, s := range ss {
		fs := s.p.Features(words)
		ps := make([]float32, len(fs))
		for i, x := range fs {
			ps[i] = body.Chance(first.Score(x))
		}
		for i, x := range s.p.After(fs, ps) {
			ps[i] = body.Chance(second.Score(x))
		}
		chance[s] = ps
	}
	for _, kind := range []string{"article", "forum", "news"} {
		for _, turn := range []float64{0, 0.3} {
			fmt.Printf("%-14s %-8s turn %.1f:", name, kind, turn)
			for _, cut := range []float64{0.3, 0.4, 0.5} {
				sum, n := 0.0, 0
				for _, s := range ss {
					if s.page.Kind != kind || s.cropped {
						continue
					}
					var b strings.Builder
					for i, in := range body.Decide(chance[s], cut, turn) {
						if in {
							b.WriteString(s.p.Lines[i].S)
							b.WriteByte('\n')
						}
					}
					sum += gold.F1(gold.Overlap(b.String(), s.page.Body))
					n++
				}
				fmt.Printf("  cut %.1f F1 %.4f", cut, sum/float64(n))
			}
			fmt.Println()
		}
	}
}
