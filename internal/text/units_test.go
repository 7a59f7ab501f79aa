package text

import (
	"strings"
	"testing"
)

func TestUnits(t *testing.T) {
	s := "Gen. Ruiz's commander-in-chief (U.S.) left: \"Go.\""
	var got []string
	for _, u := range Units(nil, s, 0, len(s)) {
		got = append(got, s[u.Start:u.End])
	}
	if g := strings.Join(got, "|"); g != `Gen.|Ruiz|'s|commander-in-chief|(|U.S.|)|left|:|"|Go|.|"` {
		t.Errorf("got %s", g)
	}
}

// FuzzUnits: units lie in order in the range and leave only white space out.
func FuzzUnits(f *testing.F) {
	f.Add("a's b. \xff c...")
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, u := range Units(nil, s, 0, len(s)) {
			if u.Start < at || u.End > len(s) || u.Start >= u.End || strings.TrimFunc(s[at:u.Start], space) != "" {
				t.Fatalf("unit %v after %d of %q", u, at, s)
			}
			at = u.End
		}
	})
}
