package body

import (
	"encoding/binary"
	"errors"
	"math"
)

// Forest is boosted regression trees; the sum of the leaves a line falls into
// is the log-odds of its being body.
type Forest struct {
	Base  float32
	Nodes []Node
	Roots []int32
}

// Node is a leaf with Value where Feature is -1; else lines whose feature is at
// most Value go to the next node, the others to Right.
type Node struct {
	Feature int16
	Value   float32
	Right   int32
}

// Scores returns the log-odds of each row of features. Every tree is gone
// through by all rows before the next: it is small, all of them together are
// not.
func (t *Forest) Scores(rows [][]float32) []float32 {
	out := make([]float32, len(rows))
	for k := range out {
		out[k] = t.Base
	}
	for _, r := range t.Roots {
		for k, f := range rows {
			i := r
			n := &t.Nodes[i]
			for n.Feature >= 0 {
				next := n.Right
				if f[n.Feature] <= n.Value {
					next = i + 1
				}
				i = next
				n = &t.Nodes[i]
			}
			out[k] += n.Value
		}
	}
	return out
}

// Chance turns log-odds into a probability.
func Chance(score float32) float32 { return float32(1 / (1 + math.Exp(-float64(score)))) }

// A forest is kept as: base, number of trees; for each tree its number of
// nodes, and for each node a byte of feature (255: leaf), the bits of the
// value's upper 16 (a bfloat16), and the distance to the right child.

// Append adds f's bytes to b. Values lose their lower 16 bits: Round does so
// beforehand, so that what was measured is what is kept.
func (t *Forest) Append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(t.Base))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(t.Roots)))
	for k, r := range t.Roots {
		end := int32(len(t.Nodes))
		if k+1 < len(t.Roots) {
			end = t.Roots[k+1]
		}
		b = binary.LittleEndian.AppendUint16(b, uint16(end-r))
		for i := r; i < end; i++ {
			n := t.Nodes[i]
			if n.Feature < 0 {
				b = append(b, 255)
			} else {
				b = append(b, byte(n.Feature))
			}
			b = binary.LittleEndian.AppendUint16(b, uint16(math.Float32bits(n.Value)>>16))
			if n.Feature >= 0 {
				b = append(b, byte(n.Right-i))
			}
		}
	}
	return b
}

// Round cuts v to what a kept forest holds.
func Round(v float32) float32 { return math.Float32frombits(math.Float32bits(v) &^ 0xffff) }

var errForest = errors.New("the embedded forest is damaged")

// ReadForest reads a forest and returns the bytes after it.
func ReadForest(b []byte) (*Forest, []byte, error) {
	if len(b) < 6 {
		return nil, nil, errForest
	}
	t := &Forest{Base: math.Float32frombits(binary.LittleEndian.Uint32(b))}
	trees := int(binary.LittleEndian.Uint16(b[4:]))
	b = b[6:]
	for range trees {
		if len(b) < 2 {
			return nil, nil, errForest
		}
		n := int(binary.LittleEndian.Uint16(b))
		b = b[2:]
		t.Roots = append(t.Roots, int32(len(t.Nodes)))
		for range n {
			if len(b) < 4 && (len(b) < 3 || b[0] != 255) {
				return nil, nil, errForest
			}
			node := Node{Feature: int16(b[0]), Value: math.Float32frombits(uint32(binary.LittleEndian.Uint16(b[1:])) << 16)}
			if b[0] == 255 {
				node.Feature = -1
				b = b[3:]
			} else {
				node.Right = int32(len(t.Nodes)) + int32(b[3])
				b = b[4:]
			}
			t.Nodes = append(t.Nodes, node)
		}
	}
	return t, b, nil
}
