package lang

import (
	"slices"
	"testing"
)

// TestMet holds that words let go of are read again as they were, and that
// those that come often stay.
func TestMet(t *testing.T) {
	q := loadEngine().tagNet
	u := &netUse{}
	row := func(n int, often bool) []int16 {
		ts := []token{{look: look{form: uint32(n), key: uint32(n) * 7919, low: uint32(n)}}}
		for range 1 + 2*b2u(often) {
			u.ready(1)
			u.wordAt(q, ts, 0, 1)
		}
		return slices.Clone(u.met.at(q, u.met.list[u.of[0]-1].row[1]-1))
	}
	var want [][]int16
	for round := range 3 {
		for n := range maxMet * 3 / 2 {
			got := row(n, n < 100)
			if round == 0 {
				want = append(want, got)
			} else if !slices.Equal(got, want[n]) {
				t.Fatalf("round %d: word %d is read otherwise", round, n)
			}
		}
		if n := len(u.met.index); n > maxMet || n != len(u.met.list)-len(u.met.gone) || int(u.met.next) > maxMet {
			t.Fatalf("%d words held, %d of them gone, %d rows", len(u.met.list), len(u.met.gone), u.met.next)
		}
		if i := slices.IndexFunc(u.met.list, func(w metWord) bool { return w.key == (&look{form: 5, key: 5 * 7919}).kindKey() }); i < 0 {
			t.Error("a word that came often is gone")
		}
	}
}
