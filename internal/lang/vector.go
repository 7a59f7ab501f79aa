package lang

import (
	"embed"
	"encoding/binary"
	"io/fs"
	"sort"
	"strings"
	"sync"
)

//go:embed data
var dataFiles embed.FS

// data reads an embedded file, which is packed and cut into parts: name.0,
// name.1, ...
func data(name string) []byte {
	names, err := fs.Glob(dataFiles, "data/"+name+".*")
	if err != nil {
		panic("internal error: " + err.Error())
	}
	sort.Slice(names, func(i, j int) bool {
		if len(names[i]) != len(names[j]) {
			return len(names[i]) < len(names[j])
		}
		return names[i] < names[j]
	})
	var out []byte
	for _, n := range names {
		if strings.Contains(strings.TrimPrefix(n, "data/"+name), ".txt") {
			continue
		}
		b, err := dataFiles.ReadFile(n)
		if err != nil {
			panic("internal error: " + err.Error())
		}
		out = append(out, b...)
	}
	if len(out) == 0 {
		return nil
	}
	out, err = Unpack(out)
	if err != nil {
		panic("internal error: embedded models: " + err.Error())
	}
	return out
}

// Dims is the number of dimensions of a [Vector].
const Dims = 48

// words is the table of known words: their clusters, and of the first of them
// the vectors. The order is that of falling frequency in news and web text.
type words struct {
	slot    []uint32 // open addressing: 1 + index of the word, by its hash
	hash    []uint32
	clu     []uint16
	vectors []byte
}

var loadWords = sync.OnceValue(makeWords)

func makeWords() *words {
	b := data("words")
	if len(b) < 8 {
		return &words{slot: make([]uint32, 1)}
	}
	n, v := int(binary.LittleEndian.Uint32(b)), int(binary.LittleEndian.Uint32(b[4:]))
	b = b[8:]
	w := &words{slot: table[uint32](1 << 18), hash: table[uint32](n), clu: make([]uint16, n)}
	for i := range w.hash {
		h := binary.LittleEndian.Uint32(b[4*i:])
		w.hash[i] = h
		w.clu[i] = binary.LittleEndian.Uint16(b[4*n+2*i:])
		k := h >> 14
		for w.slot[k] != 0 {
			k = (k + 1) & (1<<18 - 1)
		}
		w.slot[k] = uint32(i + 1)
	}
	w.vectors = b[6*n : 6*n+v*Dims]
	return w
}

func (w *words) index(h uint32) int {
	if len(w.slot) < 1<<18 {
		return -1
	}
	for k := h >> 14; ; k = (k + 1) & (1<<18 - 1) {
		i := int(w.slot[k]) - 1
		if i < 0 || w.hash[i] == h {
			return i
		}
	}
}

func cluster(h uint32) uint32 {
	w := loadWords()
	if i := w.index(h); i >= 0 {
		return uint32(w.clu[i]) + 1
	}
	return 0
}

// Vector returns the vector of a word, whatever its case: [Dims] dimensions of
// GloVe 6B (public domain, PDDL), without the two strongest principal
// components and reduced to the next 48, scaled to int8. Vectors of one another
// are compared by cosine. The slice must not be changed. About 40,000 words
// have one; the words are told apart by a hash of 32 bits, so that one unknown
// word in 50,000 is taken for a known one.
func Vector(word string) ([]int8, bool) {
	w := loadWords()
	i := w.index(wordHash(word))
	if i < 0 || (i+1)*Dims > len(w.vectors) {
		return nil, false
	}
	return signed(w.vectors[i*Dims : (i+1)*Dims]), true
}

// Rank returns how frequent a word is: 1 for the most frequent of about 80,000
// words, 0 for one that is not among them.
func Rank(word string) int {
	return loadWords().index(wordHash(word)) + 1
}

// WordHash is the key of a word in the embedded table; the command that makes
// the table writes it.
func WordHash(word string) uint32 { return wordHash(word) }
