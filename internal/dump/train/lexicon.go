package main

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"github.com/stemma-news/stemma/internal/dump/body"
)

// lexicon counts on how many pages, fold not left out, each word stands in body
// and in furniture.
func lexicon(tune []*sample, not int) map[string]float32 {
	in, out := map[string]int{}, map[string]int{}
	for _, s := range tune {
		if s.fold == not {
			continue
		}
		seenIn, seenOut := map[string]bool{}, map[string]bool{}
		for i := range s.p.Lines {
			if s.weight[i] == 0 || s.cropped {
				continue
			}
			seen := seenOut
			if s.label[i] == 1 {
				seen = seenIn
			}
			for _, w := range body.LexWords(s.p.Lines[i].S) {
				seen[w] = true
			}
		}
		for w := range seenIn {
			in[w]++
		}
		for w := range seenOut {
			out[w]++
		}
	}
	table := map[string]float32{}
	for w, n := range out {
		if v := math.Log((float64(in[w]) + 2) / (float64(n) + 2)); n+in[w] >= 12 && math.Abs(v) > 0.5 {
			table[w] = float32(math.Round(v*100)) / 100
		}
	}
	for w, n := range in {
		if out[w] == 0 && n >= 12 {
			table[w] = float32(math.Round(math.Log((float64(n)+2)/2)*100)) / 100
		}
	}
	return table
}

func writeTable(m map[string]float32) string {
	ws := make([]string, 0, len(m))
	for w := range m {
		ws = append(ws, w)
	}
	sort.Strings(ws)
	var b strings.Builder
	for _, w := range ws {
		fmt.Fprintf(&b, "%s\t%d\n", w, int(math.Round(float64(m[w])*100)))
	}
	return b.String()
}
