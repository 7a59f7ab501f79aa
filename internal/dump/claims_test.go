package dump

import (
	"slices"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestClaims reads whose page it is out of what stands around one article.
func TestClaims(t *testing.T) {
	story := "Harbour gates close for winter\n\nBy Ann Example\n4 May 2020\n\n" + strings.Repeat("The harbour master said on Monday that the northern gates would close until the spring, because of the ice.\n\n", 6)
	for _, c := range []struct{ above, below, want string }{
		{"Menu\nBoats\nTides\n", "Sign up for the Tidewater Post newsletter\nAbout Tidewater Post\nTidewater Post may earn a commission\n© 2020 Northern Media Group Ltd", "Tidewater Post"},
		{"", "Read more from our writers\n© 2020 Quayside Ledger. All rights reserved.", "Quayside Ledger"},
		{"", "Contact the newsroom: desk@quaysideledger.com\nFollow Quayside Ledger on Facebook", "Quayside Ledger"},
		{"Quayside Ledger\n\n", "", "Quayside Ledger"},
		{"", "Share\nPrint\nAbout us", ""},
	} {
		as := Read(&stemma.Capture{ID: "c"}, block.Verbatim(c.above+story+c.below, 0))
		if len(as) != 1 || as[0].Outlet != c.want {
			t.Errorf("above %q, below %q: %d articles, outlet %q, want %q", c.above, c.below, len(as), as[0].Outlet, c.want)
		}
	}
	names, rows := OutletRows(story + "© 2020 Quayside Ledger")
	if len(names) != 1 || len(rows[0]) != len(claimWeights) {
		t.Errorf("claims %q with %d weights for rows of %d", names, len(claimWeights), len(rows[0]))
	}
}

func TestOfItself(t *testing.T) {
	for s, want := range map[string]string{
		"Sign up for the Tidewater Post newsletter":             "Tidewater Post",
		"About the Tidewater Post":                              "Tidewater Post",
		"Ann Example is a reporter for Quayside Ledger.":        "Quayside Ledger",
		"It began with the coup. Tidewater editorial team":      "Tidewater",
		"Tom's Boats may earn a commission":                     "Tom's Boats",
		"Tidewater Post's newsroom can be reached by telephone": "Tidewater Post",
	} {
		var got []string
		ofItself(s, func(name string, _ int, _ evidence) {
			if !idle(name) {
				got = append(got, name)
			}
		})
		if !slices.Contains(got, want) {
			t.Errorf("%q names %q, want %q", s, got, want)
		}
	}
}
