// Command train learns from tellings that readers judged how likely a telling
// is, from those they joined which are one happening, and from words they marked
// which mention an event.
//
//	go run ./internal/event/train -data DIR
//	go run ./internal/event/train -data DIR -alike
//	go run ./internal/event/train -data DIR -mentions
//
// It reads testdata/labels/told.tsv and the articles it names, and writes
// internal/event/weights.txt; with -alike it reads the even topics of ECB+ and
// writes internal/event/alike.txt; with -mentions the even articles of TBAQ,
// MEANTIME and ECB+ and writes internal/event/mention/weights.bin. Same data, same bytes. With -cross it only
// prints how well the labels of a fifth of the articles, or topics, are told by
// those of the rest.
package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/stemma-news/stemma/internal/event"
	"github.com/stemma-news/stemma/internal/score"
)

// example is one labelled telling.
type example struct {
	signs  []string
	right  bool
	weight float64
	group  int        // the fifth its article is in; -1 taught to all
	others [][]string // the signs of the other tellings of its page
	odds   float64    // by what the other groups taught
}

func main() {
	data := flag.String("data", os.Getenv("STEMMA_DATA"), "folder of measuring data")
	root := flag.String("root", ".", "folder of the repository")
	cross := flag.Bool("cross", false, "print the figures of cross-validation and write nothing")
	alike := flag.Bool("alike", false, "learn which tellings are of one happening")
	mentions := flag.Bool("mentions", false, "learn which words mention an event")
	flag.Parse()
	learn := run
	switch {
	case *alike:
		learn = runAlike
	case *mentions:
		learn = runMentions
	}
	if err := learn(*data, *root, *cross); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(data, root string, cross bool) error {
	labels, err := score.ReadToldLabels(filepath.Join(root, "testdata", "labels", "told.tsv"))
	if err != nil {
		return err
	}
	matched, err := score.MatchTold(data, labels)
	if err != nil {
		return err
	}
	var all []example
	for _, m := range matched {
		if m.Odd || m.Told == nil {
			continue
		}
		var others [][]string
		for k := range m.All {
			if &m.All[k] != m.Told && !strings.HasPrefix(m.All[k].Signs[0], "open ") {
				others = append(others, m.All[k].Signs)
			}
		}
		all = append(all, example{signs: m.Told.Signs, right: m.Label.Grade > 0, weight: 1, group: m.Article % 5, others: others})
	}
	deeds, err := score.ReadDeeds(filepath.Join(root, "testdata", "labels", "deeds.txt"))
	if err != nil {
		return err
	}
	for _, d := range deeds {
		for _, t := range score.AllTold(score.OneSentence(d.Text)) {
			if t.Kind == d.Kind {
				all = append(all, example{signs: t.Signs, right: true, weight: ownWeight, group: -1})
				break
			}
		}
	}
	if cross {
		return validate(all)
	}
	return write(filepath.Join(root, "internal", "event", "weights.txt"), "weigh.go", learn(all, shrink))
}

// shrink is how strongly weights are held to nothing (half the inverse variance
// of their prior), chosen by -cross.
const shrink = 6.0

// ownWeight is what a sentence of our own counts beside one of the press: they
// keep the ways of wire reports that the labels show too few of.
const ownWeight = 0.25

// learn fits the weights by gradient ascent with a step for each sign of its
// own (AdaGrad), long enough that order says nothing.
func learn(all []example, shrink float64) map[string]float64 {
	w, sq := map[string]float64{}, map[string]float64{}
	for range 400 {
		grad := map[string]float64{}
		for _, e := range all {
			p := 1 / (1 + math.Exp(-odds(w, e.signs)))
			d := -p
			if e.right {
				d = 1 - p
			}
			d *= e.weight
			grad[""] += d
			for _, s := range e.signs {
				grad[s] += d
			}
		}
		for _, s := range sorted(grad) {
			g := grad[s]
			if s != "" {
				g -= shrink * w[s]
			}
			sq[s] += g * g
			w[s] += 0.2 * g / (1e-6 + math.Sqrt(sq[s]))
		}
	}
	return w
}

func odds(w map[string]float64, signs []string) float64 {
	z := w[""]
	for _, s := range signs {
		z += w[s]
	}
	return z
}

// validate prints for several priors how well the chances tell right from
// wrong, each fifth by what the others taught.
func validate(all []example) error {
	for _, shrink := range []float64{4, 6, 8} {
		loss, n := 0.0, 0
		kept, right := map[float64]int{}, map[float64]int{}
		for g := range 5 {
			var rest []example
			for _, e := range all {
				if e.group != g {
					rest = append(rest, e)
				}
			}
			w := learn(rest, shrink)
			for _, e := range all {
				if e.group != g {
					continue
				}
				others := 0.0
				for _, o := range e.others {
					others += odds(w, o)
				}
				p := event.Chance(odds(w, e.signs), others, float64(len(e.others)))
				for _, cut := range cuts {
					if p >= cut {
						kept[cut]++
						if e.right {
							right[cut]++
						}
					}
				}
				if n++; !e.right {
					p = 1 - p
				}
				loss -= math.Log(max(p, 0.005))
			}
		}
		fmt.Printf("shrink %.0f: loss %.3f", shrink, loss/float64(n))
		for _, cut := range cuts {
			fmt.Printf("  %.2f: %.0f%% right, %.0f%% kept", cut, 100*float64(right[cut])/float64(kept[cut]), 100*float64(right[cut])/float64(right[0]))
		}
		fmt.Println()
	}
	return nil
}

var cuts = []float64{0, 0.2, event.Least, 0.4, 0.5, 0.6}

func write(path, of string, w map[string]float64) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# Weights of the signs of %s, learned by internal/event/train. Sorted.\n", of)
	for _, s := range sorted(w) {
		if s == "" || math.Abs(w[s]) >= 0.02 {
			fmt.Fprintf(&b, "%s\t%.2f\n", s, w[s])
		}
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

func sorted(m map[string]float64) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
