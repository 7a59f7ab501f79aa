package main

import (
	"math"

	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/gold"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// sample is a page that teaches.
type sample struct {
	page   gold.Page
	p      *body.Page
	label  []float32
	weight []float32
	fold   int
	// cropped marks a second view of a page; it teaches and is not scored.
	cropped bool
}

// load returns the even-numbered pages of both sets, and the odd dumps.
func load(data string) (tune, odd []*sample, err error) {
	add := func(s *sample, fold int, share float32) {
		s.fold = fold
		for k := range s.weight {
			s.weight[k] *= share
		}
		tune = append(tune, s)
	}
	news, err := gold.News(data)
	if err != nil {
		return nil, nil, err
	}
	for i := 0; i < len(news); i += 2 {
		add(newSample(news[i]), i/2%folds, 1)
	}
	pages, err := gold.Pages(data)
	if err != nil {
		return nil, nil, err
	}
	for i, g := range pages {
		s := newSample(g)
		if i%2 == 1 {
			odd = append(odd, s)
			continue
		}
		add(s, i/2%folds, 1)
		if g, ok := crop(s, i/2); ok {
			c := newSample(g)
			c.cropped = true
			add(c, i/2%folds, 0.5)
		}
	}
	return tune, odd, nil
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
		norm /= 4
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

// rows adds the lines of s that teach, with a share of their weight: of furniture
// far from any body every third, with three times its weight.
func (s *sample) rows(fs [][]float32, share float32, rows *[][]float32, label, weight *[]float32) {
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
		w := s.weight[i] * share
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
