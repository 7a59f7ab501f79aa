package lang

import "golang.org/x/sys/cpu"

// wide says that the processor adds and multiplies eight numbers at once. The
// wide loops give, bit by bit, what the plain ones do.
var wide = cpu.X86.HasAVX2 && cpu.X86.HasBMI2 && cpu.X86.HasPOPCNT

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

//go:noescape
func sumsAVX(dst, start *int16, terms **int16, n int, table *int16, rows *int32, m, width, least int)

//go:noescape
func dotsAVX(dst *int32, vectors, h *int16, n, width int)

//go:noescape
func pairsAVX(dst, matrix, vec *int16, n, width int)

//go:noescape
func rowsAVX(dst *uint32, h *uint64, n int, words *uint64, shift uint) int

//go:noescape
func quadAVX(out *[4]int32, weights *byte, rows *uint32, n int)

//go:noescape
func fullAVX(out *[maxClasses]int32, full *int16, rows *uint32, n int)

//go:noescape
func fewAVX(out *[maxClasses]int32, rows *uint32, n int, start, pairs *uint32, at *pairsAt, full *uint32) int
