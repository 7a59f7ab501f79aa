package main

import (
	"strings"

	"github.com/stemma-news/stemma/internal/dump"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/gold"
)

// choice is the lines of a page that may be its title, and which of them are.
type choice struct {
	rows  [][]float32
	label []float32
	fold  int
}

// choices returns those of the tuning pages whose title is among their lines,
// cropped ones too: people copy less than a whole page.
// Every page is read by what the other folds taught: bodies that are known too
// well would teach to lean on them.
func choices(tune []*sample, others [folds]taught) []choice {
	var out []choice
	for k := range folds {
		others[k].use()
		for _, s := range tune {
			if s.fold != k || s.page.Kind == "forum" || s.page.Title == "" {
				continue
			}
			values, rows := dump.TitleRows(s.page.Dump)
			c := choice{rows: rows, label: make([]float32, len(rows)), fold: k}
			right := float32(0)
			for i, v := range values {
				if isTitle(s.page.Title, v) {
					c.label[i] = 1
					right++
				}
			}
			if right == 0 {
				continue
			}
			for i := range c.label {
				c.label[i] /= right
			}
			out = append(out, c)
		}
	}
	return out
}

// isTitle reports whether a line is the title, with some words more or less.
func isTitle(want, got string) bool {
	w, g := strings.Join(gold.Words(want), " "), strings.Join(gold.Words(got), " ")
	return g != "" && (strings.Contains(w, g) || strings.Contains(g, w)) && len(g)*2 > len(w) && len(g) < 2*len(w)+20
}

// fitTitles learns the forest of titles from all folds but one.
func fitTitles(cs []choice, not int) *body.Forest {
	o := options{trees: 150, leaves: 8, rate: 0.07, rows: 0.6, columns: 0.25, least: 1, lambda: 4, base: -3}
	var rows [][]float32
	var label, weight []float32
	for k, c := range cs {
		if c.fold == not {
			continue
		}
		for i, r := range c.rows {
			rows, label, weight = append(rows, r), append(label, c.label[i]), append(weight, 1)
			o.groups = append(o.groups, int32(k))
		}
	}
	var fs []*body.Forest
	for seed := range bags {
		o.seed = uint64(seed + 1)
		fs = append(fs, boost(rows, label, weight, o))
	}
	return mean(fs)
}
