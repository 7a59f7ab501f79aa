package main

import (
	"cmp"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/stemma-news/stemma/internal/lang"
)

const (
	rareSample = 20000 // words that the 256 of a part are chosen by
	rareRounds = 12
	rareWidth  = lang.Dims / lang.RareParts
)

// rare packs the vectors of words as lang reads them: each is cut into parts,
// and for each part stands which of 256 is nearest.
func rare(words []string, rows [][]int8) []byte {
	type entry struct {
		key uint32
		row []int8
	}
	var all []entry
	for i, w := range words {
		all = append(all, entry{lang.WordHash(w) >> (32 - lang.RareBits), rows[i]})
	}
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	all = slices.CompactFunc(all, func(a, b entry) bool { return a.key == b.key })
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(all)))
	codes := make([]byte, len(all)*lang.RareParts)
	rng := rand.New(rand.NewPCG(5, 6))
	for p := range lang.RareParts {
		book := choose(rows, p*rareWidth, rng)
		for _, v := range book {
			for _, x := range v {
				b = append(b, byte(int8(x)))
			}
		}
		for i, e := range all {
			codes[i*lang.RareParts+p] = byte(nearest(&book, e.row[p*rareWidth:][:rareWidth]))
		}
	}
	b = append(b, codes...)
	last := uint32(0)
	for _, e := range all {
		b = binary.AppendUvarint(b, uint64(e.key-last))
		last = e.key
	}
	return b
}

// choose returns 256 vectors near which those of rows lie in the dimensions
// from on (k-means over a sample).
func choose(rows [][]int8, from int, rng *rand.Rand) (book [256][rareWidth]float32) {
	n := min(rareSample, len(rows))
	sample := make([][]int8, n)
	for i := range sample {
		sample[i] = rows[i*len(rows)/n][from:][:rareWidth]
	}
	for i := range book {
		for d, v := range sample[rng.IntN(n)] {
			book[i][d] = float32(v)
		}
	}
	for range rareRounds {
		var sum [256][rareWidth]float32
		var count [256]float32
		for _, v := range sample {
			k := nearest(&book, v)
			count[k]++
			for d, x := range v {
				sum[k][d] += float32(x)
			}
		}
		for k, c := range count {
			for d := range book[k] {
				if c > 0 {
					book[k][d] = float32(math.Round(float64(sum[k][d] / c)))
				}
			}
		}
	}
	return book
}

// nearest returns which of book v is nearest to.
func nearest(book *[256][rareWidth]float32, v []int8) int {
	best, least := 0, float32(math.MaxFloat32)
	for k := range book {
		far := float32(0)
		for d, x := range v {
			e := float32(x) - book[k][d]
			far += e * e
		}
		if far < least {
			best, least = k, far
		}
	}
	return best
}
