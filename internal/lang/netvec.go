package lang

import "unsafe"

// axpy adds a*x to y. The lengths are the same, and a multiple of eight.
func axpy(a float32, x, y []float32) {
	if wide {
		axpyAVX(a, &x[0], &y[0], len(x))
		return
	}
	y = y[:len(x)]
	for i, v := range x {
		y[i] += float32(a * v)
	}
}

func addTo(x, y []float32) {
	if wide {
		addAVX(&x[0], &y[0], len(x))
		return
	}
	y = y[:len(x)]
	for i, v := range x {
		y[i] += v
	}
}

func dot(x, y []float32) float32 {
	var s [8]float32
	if wide {
		dotAVX(&x[0], &y[0], len(x), &s)
	} else {
		y = y[:len(x)]
		for i, v := range x {
			s[i&7] += float32(v * y[i])
		}
	}
	return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]))
}

// sum adds rows to dst, one after the other.
func sum(dst []float32, rows []*float32) {
	if wide && len(rows) > 0 {
		sumAVX(&dst[0], &rows[0], len(rows), len(dst))
		return
	}
	for _, r := range rows {
		addTo(unsafe.Slice(r, len(dst)), dst)
	}
}

// product makes dst the product of vec and a matrix of as many rows.
func product(dst, matrix, vec []float32) {
	if wide {
		productAVX(&dst[0], &matrix[0], &vec[0], len(vec), len(dst))
		return
	}
	clear(dst)
	for d, x := range vec {
		axpy(x, matrix[d*len(dst):][:len(dst)], dst)
	}
}
