package dump

import (
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestAddress holds what the address on a text's first line tells.
func TestAddress(t *testing.T) {
	body := "\n\nFerry sinks off Norda\n\nSUND (Kestrel) - A ferry with 40 people aboard sank off Norda late on Monday, the coast guard said in a statement. It was bound for the islands.\n\n" +
		"Divers searched the hull through the night and found nobody, said Ann Lind, who leads the search. \"We go on,\" she told reporters at the port of Sund.\n"
	for _, c := range []struct{ first, outlet, canonical, day string }{
		{"https://www.latimes.com/world/la-fg-ferry-20190514-story.html", "Los Angeles Times", "https://www.latimes.com/world/la-fg-ferry-20190514-story.html", "2019-05-14"},
		{"<https://harbour.example/2019/05/14/ferry-sinks>", "", "https://harbour.example/2019/05/14/ferry-sinks", "2019-05-14"},
		{"https://harbour.example/ferry-20191314", "", "https://harbour.example/ferry-20191314", ""},
		{"By Ann Lind, see https://harbour.example/ferry", "", "", ""},
	} {
		as := Read(&stemma.Capture{ID: "c"}, block.Verbatim(c.first+body, 0))
		if len(as) != 1 {
			t.Fatalf("%s: %d articles", c.first, len(as))
		}
		day := ""
		if d := as[0].Published; d != nil {
			day = d.From.Format("2006-01-02")
		}
		if as[0].Outlet != c.outlet || as[0].Canonical != c.canonical || day != c.day {
			t.Errorf("%s: outlet %q, address %q, day %q", c.first, as[0].Outlet, as[0].Canonical, day)
		}
	}
}
