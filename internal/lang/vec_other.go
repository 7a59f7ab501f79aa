//go:build !amd64

package lang

// Elsewhere the plain loops do the same sums in the same order.
const wide = false

func axpyAVX(float32, *float32, *float32, int)    {}
func addAVX(*float32, *float32, int)              {}
func dotAVX(*float32, *float32, int, *[8]float32) {}
func sumAVX(*float32, **float32, int, int)        {}
func productAVX(_, _, _ *float32, _, _ int)       {}
