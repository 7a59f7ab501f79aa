package origin

import "testing"

// TestShort holds which words for a teller mean the page's own outlet.
func TestShort(t *testing.T) {
	for _, c := range []struct {
		who, outlet string
		want        bool
	}{
		{"the Courier", "The Lake Courier", true},
		{"the Lake Courier", "The Lake Courier", true},
		{"Courier", "The Lake Courier", false}, // may be a name
		{"the Cour", "The Lake Courier", false},
		{"the Herald", "The Lake Courier", false},
	} {
		if got := short(c.who, c.outlet); got != c.want {
			t.Errorf("%q on a page of %q: %v", c.who, c.outlet, got)
		}
	}
	if Key("The Union’s mission") != Key("the Union's mission") {
		t.Error("apostrophes tell names apart")
	}
}
