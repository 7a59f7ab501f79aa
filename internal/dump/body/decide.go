package body

import (
	_ "embed"
	"math"
	"sync"

	"github.com/stemma-news/stemma/internal/dump/thread"
)

//go:embed model.bin
var modelBin []byte

// forest is the embedded model.
var forest = sync.OnceValue(func() *Forest {
	f, _, err := ReadForest(modelBin)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return f
})

// Use replaces the forest, to measure another.
func Use(f *Forest) { forest = func() *Forest { return f } }

// chunk is how many lines are weighed together. A page with more is weighed in
// parts, so that memory stays bounded.
const chunk = 20_000

// Chances returns for each line of p the probability of its being body.
func (p *Page) Chances() []float32 {
	if len(p.Lines) <= chunk {
		return p.chances()
	}
	var out []float32
	for lo := 0; lo < len(p.Lines); lo += chunk {
		hi := min(lo+chunk, len(p.Lines))
		part := &Page{Lines: p.Lines[lo:hi], Classes: p.Classes[lo:hi]}
		part.Heads = thread.Heads(part.Lines, part.Classes)
		out = append(out, part.chances()...)
	}
	return out
}

func (p *Page) chances() []float32 {
	ps := forest().Scores(p.Features(true))
	for i, s := range ps {
		ps[i] = Chance(s)
	}
	return ps
}

// Cut returns the chance from which taking a line raises the word F1 that is to
// be expected of the page: half of the best that can be. A page of whose lines
// little is known is so read more widely than one whose body stands out.
func (p *Page) Cut(ps []float32) float64 {
	total := 1e-9
	for i := range ps {
		total += float64(ps[i]) * float64(p.Lines[i].Words)
	}
	f := 1.0
	for range 8 {
		hit, got := 0.0, 0.0
		for i := range ps {
			if w := float64(p.Lines[i].Words); float64(ps[i]) > f/2 {
				hit += float64(ps[i]) * w
				got += w
			}
		}
		f = 2 * hit / (got + total)
	}
	return max(leastCut, f/2)
}

// leastCut bounds how widely a page is read.
const leastCut = 0.1

// Decide chooses the likeliest run of lines of body and of furniture, where
// each change between the two costs turn, in log-odds; cut is the chance at
// which a line alone is as likely the one as the other.
func Decide(ps []float32, cut, turn float64) []bool {
	n := len(ps)
	back := make([][2]bool, n) // whether the best way to (line, state) came from body
	shift := math.Log(cut / (1 - cut))
	var off, on float64
	for i, p := range ps {
		q := math.Min(math.Max(float64(p), 1e-4), 1-1e-4)
		odds := math.Log(q/(1-q)) - shift
		if i > 0 {
			back[i] = [2]bool{on-turn > off, on >= off-turn}
			off, on = math.Max(off, on-turn), math.Max(on, off-turn)
		}
		on += odds
	}
	out := make([]bool, n)
	state := on > off
	for i := n - 1; i >= 0; i-- {
		out[i] = state
		if state {
			state = back[i][1]
		} else {
			state = back[i][0]
		}
	}
	return out
}
