package score

import "testing"

// TestDumps holds testdata/scores/dumps.txt.
func TestDumps(t *testing.T) {
	dir := data(t)
	card, err := Dumps(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "dumps.txt", card)
}
