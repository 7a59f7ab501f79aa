package quote

import (
	"math"

	"github.com/stemma-news/stemma/internal/lang"
)

// near is how near two words are by their vectors, the square of the cosine
// where it is positive; 0 where either has none.
func near(a, b *term) float64 {
	if a.vector == nil || b.vector == nil {
		return 0
	}
	dot := 0
	v := b.vector[:len(a.vector)]
	for i, x := range a.vector {
		dot += int(x) * int(v[i])
	}
	if dot <= 0 {
		return 0
	}
	c := float64(dot) / (a.norm * b.norm)
	return c * c
}

func (t *term) embed() {
	v, ok := lang.Vector(t.word)
	if !ok {
		return
	}
	n := 0
	for _, x := range v {
		n += int(x) * int(x)
	}
	if n > 0 {
		t.vector, t.norm = v, math.Sqrt(float64(n))
	}
}

// rarity is how much a word tells by how rare it is, 0 to 2.
func rarity(w string) float64 {
	r := lang.Rank(w)
	if r == 0 {
		r = 80000
	}
	return 2 * math.Log(float64(r)+1) / math.Log(80001)
}
