package stemma

import "testing"

// TestSameThing holds what counts as one thing where two numbers are equal.
func TestSameThing(t *testing.T) {
	n, few := 35.0, 4.0
	dead := func(what string, n *float64) *Figure { return &Figure{Measure: "dead", What: what, Value: n} }
	money := func(what string) *Figure { return &Figure{Measure: "money", Unit: "€", What: what} }
	for _, c := range []struct {
		a, b *Figure
		want bool
	}{
		{dead("people dead", &n), dead("bodies", &n), true},
		{dead("dead", &n), dead("soldiers dead", &n), true},
		{dead("dead", &few), dead("soldiers dead", &few), false},
		{dead("local soldiers dead", &n), dead("Soldiers dead", &n), true},
		{dead("miners dead", &n), dead("soldiers dead", &n), false},
		{money("€"), money("fee"), true},
		{money("fine"), money("fee"), false},
	} {
		if got := c.a.SameThing(c.b); got != c.want || c.b.SameThing(c.a) != got {
			t.Errorf("%s and %s: got %v", c.a.What, c.b.What, got)
		}
	}
}
