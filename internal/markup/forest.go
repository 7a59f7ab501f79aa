package markup

import (
	"encoding/binary"
	"errors"
	"math"
)

// forest is a sum of decision trees, made by gradient boosting. Each tree is
// whole: depth levels, 2^depth leaves; a row goes right where its feature is
// above the threshold.
type forest struct {
	depth int
	bias  float32
	trees []tree
}

type tree struct {
	feature []uint16  // 2^depth - 1, in the order of a heap
	above   []float32 // thresholds
	leaf    []float32 // 2^depth
}

// margin is the log-odds of a row.
func (f *forest) margin(row []float32) float32 {
	sum := f.bias
	for t := range f.trees {
		tr := &f.trees[t]
		i := 0
		for i < len(tr.feature) {
			next := 2*i + 1
			if row[tr.feature[i]] > tr.above[i] {
				next++
			}
			i = next
		}
		sum += tr.leaf[i-len(tr.feature)]
	}
	return sum
}

// sure is the probability of each row.
func (f *forest) sure(rows [][]float32) []float32 {
	out := make([]float32, len(rows))
	for i, r := range rows {
		out[i] = logistic(f.margin(r))
	}
	return out
}

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

// encode writes a forest: depth, count, bias; of each tree the features, the
// thresholds and the leaves, little-endian.
func (f *forest) encode() []byte {
	b := []byte{byte(f.depth)}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(f.trees)))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f.bias))
	for _, t := range f.trees {
		for i := range t.feature {
			b = append(b, byte(t.feature[i]))
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(t.above[i]))
		}
		for _, l := range t.leaf {
			b = binary.LittleEndian.AppendUint16(b, uint16(int16(math.Round(float64(l)*4096))))
		}
	}
	return b
}

var errForest = errors.New("not a forest")

// decodeForest reads what encode wrote, and returns the bytes behind it.
func decodeForest(b []byte) (*forest, []byte, error) {
	if len(b) < 7 || b[0] > 12 {
		return nil, nil, errForest
	}
	f := &forest{depth: int(b[0]), bias: math.Float32frombits(binary.LittleEndian.Uint32(b[3:]))}
	n := int(binary.LittleEndian.Uint16(b[1:]))
	inner, leaves := 1<<f.depth-1, 1<<f.depth
	b = b[7:]
	if len(b) < n*(inner*5+leaves*2) {
		return nil, nil, errForest
	}
	for range n {
		t := tree{make([]uint16, inner), make([]float32, inner), make([]float32, leaves)}
		for i := range inner {
			t.feature[i] = uint16(b[0])
			t.above[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[1:]))
			b = b[5:]
		}
		for i := range leaves {
			t.leaf[i] = float32(int16(binary.LittleEndian.Uint16(b))) / 4096
			b = b[2:]
		}
		f.trees = append(f.trees, t)
	}
	return f, b, nil
}
