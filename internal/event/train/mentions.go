package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"

	"github.com/stemma-news/stemma/internal/event/mention"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/score"
)

// wordExample is one word that may mention an event.
type wordExample struct {
	mention.Candidate
	right bool
	group int
	set   int
}

// markedSets are those learned from. Their ideas of a mention differ somewhat
// (TimeML marks fewer nouns), and what is learned stands between them.
var markedSets = []string{"tbaq", "meantime", "ecb"}

// runMentions learns which words mention an event.
func runMentions(data, root string, cross bool) error {
	all, gold, err := wordExamples(data)
	if err != nil {
		return err
	}
	if cross {
		for _, decay := range []float32{decayMentions} {
			validateMentions(all, gold, decay)
		}
		return nil
	}
	b, err := learnMentions(all, -1, decayMentions).Pack()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, "internal", "event", "mention", "weights.bin"), b, 0o644)
}

// decayMentions is how strongly weights are held to nothing, chosen by -cross.
const decayMentions = 0.003

// wordExamples are the candidates of the even articles, and how many mentions
// readers marked in each set.
func wordExamples(data string) (all []wordExample, gold [3]int, err error) {
	ms, err := score.ReadMarked(data)
	if err != nil {
		return nil, gold, err
	}
	for i := range ms {
		m := &ms[i]
		if m.Odd {
			continue
		}
		set := slices.Index(markedSets, m.Set)
		d := lang.Analyse(m.Text, nil)
		heads, lost := m.Heads(d)
		gold[set] += len(heads) + lost
		var r mention.Reader
		var last *lang.Sentence
		m.Words(d, func(s *lang.Sentence, i int) {
			if s != last {
				r.Read(m.Text, s)
				last = s
			}
			if c := r.Candidate(i); c != nil {
				e := wordExample{*c, heads[s.Words[i].Span], m.Group % 5, set}
				e.Signs = slices.Clone(e.Signs)
				all = append(all, e)
			}
		})
	}
	return all, gold, nil
}

// learnMentions fits weights to the examples but those of one group, by
// stochastic gradient ascent with a step for each weight of its own (AdaGrad).
func learnMentions(all []wordExample, without int, decay float32) *mention.Weights {
	type weight struct{ w, squares float32 }
	sign := make([]weight, mention.Signs)
	var vector [3][lang.Dims]weight
	order := make([]int, 0, len(all))
	for i := range all {
		if all[i].group != without {
			order = append(order, i)
		}
	}
	random := uint64(7)
	for epoch := range 4 {
		for i := len(order) - 1; i > 0; i-- {
			random = random*6364136223846793005 + 1442695040888963407
			j := int(random >> 33 % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		rate := 0.1 / (1 + 0.3*float32(epoch))
		for _, i := range order {
			e := &all[i]
			z := float32(0)
			for _, s := range e.Signs {
				z += sign[s].w
			}
			for k, x := range e.Vector {
				z += vector[e.Part][k].w * float32(x)
			}
			d := -1 / (1 + float32(math.Exp(-float64(z))))
			if e.right {
				d++
			}
			step := func(w *weight, g float32) {
				g -= decay * w.w
				w.squares += g * g
				w.w += rate * g / (1e-3 + float32(math.Sqrt(float64(w.squares))))
			}
			for _, s := range e.Signs {
				step(&sign[s], d)
			}
			for k, x := range e.Vector {
				v := &vector[e.Part][k]
				v.w *= 64 // in steps of one whose values are near 1
				step(v, d*float32(x)/64)
				v.w /= 64
			}
		}
	}
	out := &mention.Weights{}
	for _, w := range sign {
		out.Step = max(out.Step, w.w/127, -w.w/127)
	}
	for i, w := range sign {
		out.Sign[i] = int8(math.Round(float64(w.w / out.Step)))
	}
	for p := range vector {
		for k := range vector[p] {
			out.Vector[p][k] = vector[p][k].w
		}
	}
	return out
}

// validateMentions prints how well the chances tell mentions from other words,
// each fifth of the articles by what the others taught.
func validateMentions(all []wordExample, gold [3]int, decay float32) {
	var found, right [3][20]float64
	for g := range 5 {
		w := learnMentions(all, g, decay)
		for i := range all {
			e := &all[i]
			if e.group != g {
				continue
			}
			for c, p := 0, w.Chance(&e.Candidate); c < 20 && p >= float64(c)/20; c++ {
				found[e.set][c]++
				if e.right {
					right[e.set][c]++
				}
			}
		}
	}
	fmt.Printf("decay %g: precision/recall=F1\n", decay)
	for s, name := range markedSets {
		fmt.Printf("  %-9s", name)
		for c := 5; c < 13; c++ {
			p, r := 100*right[s][c]/found[s][c], 100*right[s][c]/float64(gold[s])
			fmt.Printf(" %.2f: %.1f/%.1f=%.1f", float64(c)/20, p, r, 2*p*r/(p+r))
		}
		fmt.Println()
	}
}
