package lang

import (
	"encoding/binary"
	"slices"
	"sync"
)

// Tags, sentences and names are told by the vectors of many more words than trees
// are: of the words of names in news every fifth is not among the 40,000 that have
// a vector of their own, and every eleventh not among these. They are packed: a
// vector is cut into parts, and for each part stands which of 256 is nearest to
// it (Jégou, Douze and Schmid 2011).
const (
	RareParts = 8
	rareWidth = Dims / RareParts
	// RareBits is how much of a word's key is kept: so few that one word in
	// 900 that has no vector is taken for one that has.
	RareBits = 28
)

// addVector adds to vec the vector of the word that has the key; that of a rare
// word only if rare says so.
func addVector(vec *[Dims]float32, key uint32, rare bool) {
	w := loadWords()
	i := w.index(key)
	switch {
	case i >= 0 && (i+1)*Dims <= len(w.vectors):
		for d, b := range w.vectors[i*Dims:][:Dims] {
			vec[d] += float32(int8(b)) * vectorScale
		}
	case rare:
		loadRare().add(vec, key)
	}
}

// rareWords are the words with packed vectors, in the order of their keys.
type rareWords struct {
	keys  []uint32
	parts []byte // of each word, which of the 256
	book  []byte // of each part, the 256
}

var loadRare = sync.OnceValue(func() *rareWords { return readRare(data("rare")) })

// readRare reads the number of words, the 256 of each part, the parts of each
// word, and how far the keys are apart.
func readRare(b []byte) *rareWords {
	const book = RareParts * 256 * rareWidth
	r := &rareWords{}
	if len(b) < 4+book {
		return r
	}
	r.keys, b = make([]uint32, binary.LittleEndian.Uint32(b)), b[4:]
	r.book, b = b[:book], b[book:]
	r.parts, b = b[:len(r.keys)*RareParts], b[len(r.keys)*RareParts:]
	key := uint32(0)
	for i := range r.keys {
		gap, n := binary.Uvarint(b)
		b = b[n:]
		key += uint32(gap)
		r.keys[i] = key
	}
	return r
}

// add adds to vec the vector of the word that has the key, if it is one of r.
func (r *rareWords) add(vec *[Dims]float32, key uint32) {
	i, ok := slices.BinarySearch(r.keys, key>>(32-RareBits))
	if !ok {
		return
	}
	for p, k := range r.parts[i*RareParts:][:RareParts] {
		for d, b := range r.book[(p*256+int(k))*rareWidth:][:rareWidth] {
			vec[p*rareWidth+d] += float32(int8(b)) * vectorScale
		}
	}
}
