//go:build !amd64

package lang

// Elsewhere the plain loops do the same sums in the same order.
const wide = false

func axpyAVX(float32, *float32, *float32, int)                               {}
func addAVX(*float32, *float32, int)                                         {}
func dotAVX(*float32, *float32, int, *[8]float32)                            {}
func sumAVX(*float32, **float32, int, int)                                   {}
func productAVX(_, _, _ *float32, _, _ int)                                  {}
func sumsAVX(_, _ *int16, _ **int16, _ int, _ *int16, _ *int32, _, _, _ int) {}
func dotsAVX(_ *int32, _, _ *int16, _, _ int)                                {}
func pairsAVX(_, _, _ *int16, _, _ int)                                      {}
func rowsAVX(_ *uint32, _ *uint64, _ int, _ *uint64, _ uint) int {
	return 0
}
func quadAVX(_ *[4]int32, _ *byte, _ *uint32, _ int)           {}
func fullAVX(_ *[maxClasses]int32, _ *int16, _ *uint32, _ int) {}
func fewAVX(_ *[maxClasses]int32, _ *uint32, _ int, _, _ *uint32, _ *pairsAt, _ *uint32) int {
	return 0
}
