package origin

import (
	"sort"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
)

func TestKindsAreSorted(t *testing.T) {
	var lines []string
	for _, l := range strings.Split(strings.TrimSpace(kindsFile), "\n") {
		if l[0] != '#' {
			lines = append(lines, l)
		}
	}
	if !sort.StringsAreSorted(lines) {
		t.Error("kinds.txt is not sorted")
	}
}

// TestCompleter holds how chains are closed to the page. A hop is written with
// how it is known where no words name it.
func TestCompleter(t *testing.T) {
	print := stemma.Candidate{Field: "outlet", Value: "Le Monde", Range: stemma.Range{Start: 3, End: 11}}
	arts := []*stemma.Article{
		{ID: "a1", Kind: "article", Outlet: "The Guardian", Credits: []string{"Reuters"}},
		{ID: "a2", Kind: "article", Outlet: "Le Monde", Within: "p1", Candidates: []stemma.Candidate{print}},
		{ID: "a3", Kind: "article", Outlet: "Interfax", Credits: []string{"Interfax"}},
		{ID: "a4", Kind: "article", Outlet: "El Pais"},
		{ID: "p1", Kind: "post", Author: "seagull"},
	}
	sc := stemma.NewScene(arts)
	sc.Families = []stemma.Family{{ID: "f1", Articles: []string{"a1", "a2"}, Writer: "Reuters"}, {ID: "f2", Articles: []string{"a3"}, Writer: "Interfax"}, {ID: "f3", Articles: []string{"a4"}}}
	for _, c := range []struct{ article, read, want string }{
		{"a1", "Ana Ruiz,RIA", "Ana Ruiz,RIA,Reuters credit,The Guardian credit"},
		{"a2", "Ana Ruiz,RIA", "Ana Ruiz,RIA,Reuters copy,Le Monde credit,seagull credit"},
		{"a3", "Bo Lind,Defence Ministry", "Bo Lind,Defence Ministry,Interfax credit"},
		{"a3", "Bo Lind,the Interfax news agency", "Bo Lind,the Interfax news agency"},
		{"a4", "", "El Pais credit"},
		{"p1", "", "seagull credit"},
	} {
		var chain []stemma.Hop
		for _, w := range strings.Split(c.read, ",") {
			if w != "" {
				chain = append(chain, stemma.Hop{Who: w, How: stemma.HowRead})
			}
		}
		var got []string
		for _, h := range Completer(sc)(c.article, chain, 0) {
			s := h.Who
			if h.How != stemma.HowRead {
				s += " " + h.How
			}
			if h.Who == "Le Monde" && (len(h.Cites) != 1 || h.Cites[0].Capture[0] != print.Range) {
				t.Errorf("%s: the outlet is not cited where the page prints it", c.article)
			}
			got = append(got, s)
		}
		if g := strings.Join(got, ","); g != c.want {
			t.Errorf("%s: %s, want %s", c.article, g, c.want)
		}
	}
}
