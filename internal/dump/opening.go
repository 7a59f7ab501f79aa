package dump

import (
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// leastOpening is how many words that read as text above the first head are
// a question of their own; of more stretches than mostOpenings none is one, they
// are a list.
const (
	leastOpening = 15
	mostOpenings = 3
)

// opened returns ps with the post above them where one is: a question whose
// date stands below it, or nowhere. What the page prints again below its first
// head is a preview, not another post.
func (r *reader) opened(ps []post) []post {
	first := ps[0].head.First
	if !r.regular && len(ps) < 3 || ps[0].lo < first || ps[0].head.Number > 0 {
		return ps
	}
	again := map[string]bool{}
	for i := first; i < len(r.ls); i++ {
		again[r.ls[i].S] = true
	}
	in := body.Decide(r.chance[:first], openCut, turn)
	lo, hi, words, runs := -1, -1, 0, 0
	broken := true // whether a line of a head or foot stands since the last of the run
	for i, ok := range in {
		if c := r.page.Classes[i]; c == thread.Foot || c.Known() {
			broken = true
		}
		if !ok || again[r.ls[i].S] || body.Furniture(r.ls[i].S) {
			continue
		}
		if broken || i-hi > 4 {
			lo, words, broken = i, 0, false
			runs++
		}
		hi = i + 1
		words += r.ls[i].Words
	}
	if words < leastOpening || first-hi > 12 || runs > mostOpenings {
		return ps
	}
	p := post{head: thread.Head{First: lo, Last: lo, AuthorLine: -1, NumberLine: -1, StampLine: -1}, lo: lo, hi: hi}
	return append([]post{p}, ps...)
}

// question is the line below which a page's first words may stand, where heads
// stand below their posts: below "Asked 2 years ago" and "Viewed 120 times".
func (r *reader) question(heads []thread.Head) int {
	from := 0
	if len(heads) == 0 {
		return 0
	}
	for i := 0; i < heads[0].First; i++ {
		if thread.Asked(r.ls[i].S) {
			from = i + 1
		}
	}
	for from > 0 && from < heads[0].First && r.page.Classes[from] == thread.Count { // the votes
		from++
	}
	return from
}
