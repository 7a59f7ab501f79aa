package lang

import (
	"bytes"
	"testing"
)

// TestCounts holds that counts in four bits come back, and what follows them.
func TestCounts(t *testing.T) {
	for _, counts := range [][]byte{nil, {1}, {3, 14}, {15, 2, 200}, {0, 1, 2, 255, 15, 14, 7}} {
		got, rest := readCounts(append(writeCounts(nil, counts), "rest"...), len(counts))
		if !bytes.Equal(got, counts) || string(rest) != "rest" {
			t.Errorf("%v comes back as %v, with %q", counts, got, rest)
		}
	}
}
