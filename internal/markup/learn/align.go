package main

import (
	"math"
	"strings"

	"github.com/stemma-news/stemma/internal/score"
)

// label is what a marked page says of a block: 1 body, 0 not; weight 0 where
// it does not say.
type label struct{ y, weight float32 }

// align marks the blocks of a page by its gold text. A long block is body where
// runs of three of its words stand in the gold; a short one where it stands
// there between the places of the long blocks around it. Each word of the gold
// is used once, so that of a text printed twice one copy is body.
func align(blocks []string, gold string) []label {
	words := score.Words(gold)
	at := map[string][]int{}
	for i := 0; i+3 <= len(words); i++ {
		k := strings.Join(words[i:i+3], " ")
		at[k] = append(at[k], i)
	}
	n := len(blocks)
	out := make([]label, n)
	own := make([][]string, n)
	used := make([]bool, len(words))
	place := make([]int, n)
	next := 0
	for i, b := range blocks {
		own[i] = score.Words(b)
		place[i] = -1
		w := own[i]
		if len(w) < 5 {
			continue
		}
		hit := make([]bool, len(w))
		var spots []int
		for j := 0; j+3 <= len(w); j++ {
			best := -1
			for _, k := range at[strings.Join(w[j:j+3], " ")] {
				if used[k] && used[k+1] && used[k+2] {
					continue
				}
				if best < 0 || abs(k-next) < abs(best-next) {
					best = k
				}
			}
			if best >= 0 {
				hit[j], hit[j+1], hit[j+2] = true, true, true
				spots = append(spots, best)
			}
		}
		good := 0
		for _, h := range hit {
			if h {
				good++
			}
		}
		if good*2 >= len(w) {
			out[i].y = 1
			for _, s := range spots {
				used[s], used[s+1], used[s+2] = true, true, true
			}
			place[i] = spots[0]
			next = spots[len(spots)-1] + 3
		}
	}
	shortOnes(out, own, words, place)
	total := float64(len(words) + 50)
	for i := range out {
		k := float64(len(own[i]))
		out[i].weight = float32(0.1 + min(8, 60*math.Pow(k, 0.9)/total))
		if k == 0 {
			out[i].weight = 0.02
		}
	}
	return out
}

// shortOnes marks blocks of up to four words by the gold between the places of
// the long blocks around them.
func shortOnes(out []label, own [][]string, words []string, place []int) {
	n := len(own)
	after := make([]int, n+1)
	after[n] = len(words)
	for i := n - 1; i >= 0; i-- {
		after[i] = after[i+1]
		if place[i] >= 0 {
			after[i] = place[i]
		}
	}
	from := 0
	started := false
	for i := range own {
		if place[i] >= 0 {
			from = place[i] + len(own[i]) - 2
			started = true
			continue
		}
		w := own[i]
		if len(w) == 0 || len(w) >= 5 {
			continue
		}
		lo := from
		if !started {
			lo = 0
		}
		hi := min(after[i+1]+1, len(words))
		if hi-lo > 200 { // gold far from any block: too loose to tell
			hi = lo + 60
		}
		for k := max(lo, 0); k+len(w) <= hi; k++ {
			if equal(words[k:k+len(w)], w) {
				out[i].y = 1
				from = k + len(w)
				break
			}
		}
	}
}

func equal(a, b []string) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// segments marks only the blocks that hold one of the stretches people marked.
func segments(blocks []string, with, without []string) []label {
	out := make([]label, len(blocks))
	for i, b := range blocks {
		for _, s := range with {
			if s = strings.Join(strings.Fields(s), " "); len(s) > 8 && strings.Contains(b, s) {
				out[i] = label{1, 1}
			}
		}
		for _, s := range without {
			if s = strings.Join(strings.Fields(s), " "); strings.Contains(b, s) && out[i].weight == 0 {
				out[i] = label{0, 1}
			}
		}
	}
	return out
}
