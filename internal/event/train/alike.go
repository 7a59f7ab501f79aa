package main

import (
	"fmt"
	"path/filepath"

	"github.com/stemma-news/stemma/internal/score"
)

// shrinkAlike is shrink for pairs.
const shrinkAlike = 3.0

// mostOfTopic is how many pairs of one topic count in full: of topics with more
// each counts less.
const mostOfTopic = 300

// runAlike learns which tellings are of one happening.
func runAlike(data, root string, cross bool) error {
	as, err := score.ReadJoined(filepath.Join(data, "stories", "ecbplus"))
	if err != nil {
		return err
	}
	var even []score.JoinedArticle
	for _, a := range as {
		if !a.Odd {
			even = append(even, a)
		}
	}
	pairs := score.TellingPairs(even)
	n, place := map[string]int{}, map[string]int{}
	for _, p := range pairs {
		if _, ok := place[p.Topic]; !ok {
			place[p.Topic] = len(place)
		}
		n[p.Topic]++
	}
	var all []example
	for _, p := range pairs {
		all = append(all, example{signs: p.Signs, right: p.Same, weight: min(1, mostOfTopic/float64(n[p.Topic])), group: place[p.Topic] % 5})
	}
	if !cross {
		return write(filepath.Join(root, "internal", "event", "alike.txt"), "alike.go", learn(all, shrinkAlike))
	}
	for g := range 5 {
		var rest []example
		for _, e := range all {
			if e.group != g {
				rest = append(rest, e)
			}
		}
		w := learn(rest, shrinkAlike)
		for i := range all {
			if e := &all[i]; e.group == g {
				e.odds = odds(w, e.signs)
			}
		}
	}
	for _, cut := range []float64{0, 0.5, 1, 1.5, 2} {
		right, got, same := 0.0, 0.0, 0.0
		for _, e := range all {
			if e.right {
				same += e.weight
			}
			if e.odds >= cut {
				got += e.weight
				if e.right {
					right += e.weight
				}
			}
		}
		fmt.Printf("odds of %.1f: %.0f%% right, %.0f%% kept\n", cut, 100*right/got, 100*right/same)
	}
	return nil
}
