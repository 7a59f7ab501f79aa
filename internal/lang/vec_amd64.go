package lang

import "golang.org/x/sys/cpu"

// wide says that the processor adds and multiplies eight numbers at once. The
// wide loops give, bit by bit, what the plain ones do.
var wide = cpu.X86.HasAVX2

//go:noescape
func axpyAVX(a float32, x, y *float32, n int)

//go:noescape
func addAVX(x, y *float32, n int)

//go:noescape
func dotAVX(x, y *float32, n int, sum *[8]float32)

//go:noescape
func sumAVX(dst *float32, rows **float32, n, width int)

//go:noescape
func productAVX(dst, matrix, vec *float32, n, width int)
