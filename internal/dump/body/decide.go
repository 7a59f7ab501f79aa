package body

import (
	_ "embed"
	"sync"
)

//go:embed model.bin
var modelBin []byte

// model holds the two forests.
var model = sync.OnceValue(func() [2]*Forest {
	var m [2]*Forest
	b := modelBin
	for i := range m {
		var err error
		if m[i], b, err = ReadForest(b); err != nil {
			panic("internal error: " + err.Error())
		}
	}
	return m
})

// Chances returns for each line of p the probability of its being body.
func (p *Page) Chances() []float32 {
	m := model()
	fs := p.Features(true)
	ps := make([]float32, len(fs))
	for i, f := range fs {
		ps[i] = Chance(m[0].Score(f))
	}
	for i, f := range p.After(fs, ps) {
		ps[i] = Chance(m[1].Score(f))
	}
	return ps
}
