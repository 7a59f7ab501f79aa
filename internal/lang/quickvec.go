package lang

import (
	"math"
	"unsafe"
)

// sums makes dst the sum of start, of terms and of rows of a table; what exceeds
// 16 bits stays at their edge, and what is below least becomes it.
func sums(dst, start []int16, terms []*int16, table []int16, rows []int32, least int16) {
	if wide {
		sumsAVX(&dst[0], &start[0], unsafe.SliceData(terms), len(terms), unsafe.SliceData(table), unsafe.SliceData(rows), len(rows), len(dst), int(least))
		return
	}
	copy(dst, start)
	add := func(row []int16) {
		for i, v := range row {
			dst[i] = int16(min(max(int32(dst[i])+int32(v), math.MinInt16), math.MaxInt16))
		}
	}
	for _, t := range terms {
		add(unsafe.Slice(t, len(dst)))
	}
	for _, r := range rows {
		add(table[int(r)*len(dst):][:len(dst)])
	}
	for i, v := range dst {
		dst[i] = max(v, least)
	}
}

// dots makes dst the products of as many vectors with h.
func dots(dst []int32, vectors, h []int16) {
	if wide {
		dotsAVX(&dst[0], &vectors[0], &h[0], len(dst), len(h))
		return
	}
	for k := range dst {
		sum := int32(0)
		for i, v := range vectors[k*len(h):][:len(h)] {
			sum += int32(v) * int32(h[i])
		}
		dst[k] = sum
	}
}

// pairs makes dst the product of a matrix, in pairs of dimensions, and vec.
func pairs(dst, matrix []int16, vec *[Dims]int16) {
	if wide {
		pairsAVX(&dst[0], &matrix[0], &vec[0], Dims/2, len(dst))
		return
	}
	for j := range dst {
		sum := int32(1 << (placeShift - 1))
		for d := 0; d < Dims; d += 2 {
			at := (j/block*Dims+d)*block + j%block*2
			sum += int32(matrix[at])*int32(vec[d]) + int32(matrix[at+1])*int32(vec[d+1])
		}
		dst[j] = int16(min(max(sum>>placeShift, math.MinInt16), math.MaxInt16))
	}
}

// addFull adds rows of full to out.
func addFull(out *[maxClasses]int32, full []int16, rows []uint32) {
	if wide {
		fullAVX(out, &full[0], &rows[0], len(rows))
		return
	}
	for _, r := range rows {
		for c, v := range full[int(r)*maxClasses:][:maxClasses] {
			out[c] += int32(v)
		}
	}
}
