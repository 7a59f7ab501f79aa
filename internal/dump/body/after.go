package body

import "math"

// After adds to each line's features what the first forest thought of it and
// its neighbours: ps are its probabilities.
func (p *Page) After(fs [][]float32, ps []float32) [][]float32 {
	n := len(fs)
	flat := make([]float32, n*Width2)
	mass, words, hot := make([]float64, n+1), make([]float64, n+1), make([]float64, n+1)
	for i := range fs {
		w := float64(min(p.Lines[i].Words, 150)) + 1
		mass[i+1] = mass[i] + w*float64(ps[i])
		words[i+1] = words[i] + w
		hot[i+1] = hot[i]
		if ps[i] > 0.5 {
			hot[i+1] += w
		}
	}
	total := math.Max(1, mass[n])
	out := make([][]float32, n)
	sinceHot, sinceCold := 99, 0
	for i := range fs {
		out[i] = flat[i*Width2 : (i+1)*Width2 : (i+1)*Width2]
		copy(out[i], fs[i])
		f := out[i][Width:]
		f[0] = ps[i]
		for k := 1; k <= 4; k++ {
			if i-k >= 0 {
				f[2*k-1] = ps[i-k]
			}
			if i+k < n {
				f[2*k] = ps[i+k]
			}
		}
		for k, w := range [4]int{5, 12, 30, 80} {
			a, b := max(0, i-w), min(n, i+w+1)
			f[9+2*k] = float32((mass[i] - mass[a]) / math.Max(1, words[i]-words[a]))
			f[10+2*k] = float32((mass[b] - mass[i+1]) / math.Max(1, words[b]-words[i+1]))
		}
		f[17], f[18] = float32(mass[i]/total), float32(mass[i+1]/total)
		f[19], f[20] = float32(math.Log1p(total)), float32(total/math.Max(1, words[n]))
		f[21] = float32(hot[n] / math.Max(1, words[n]))
		f[22], f[23] = float32(min(sinceHot, 99)), float32(min(sinceCold, 99))
		if ps[i] > 0.5 {
			sinceHot, sinceCold = 0, sinceCold+1
		} else {
			sinceHot, sinceCold = sinceHot+1, 0
		}
	}
	sinceHot, sinceCold = 99, 0
	for i := n - 1; i >= 0; i-- {
		f := out[i][Width:]
		f[24], f[25] = float32(min(sinceHot, 99)), float32(min(sinceCold, 99))
		if ps[i] > 0.5 {
			sinceHot, sinceCold = 0, sinceCold+1
		} else {
			sinceHot, sinceCold = sinceHot+1, 0
		}
	}
	return out
}
