package score

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/reuse"
)

// traditionSize is the number of texts of a tradition, traditionCount of
// traditions under each set of signs, by half.
const (
	traditionSize  = 9
	traditionCount = 40
)

func TestTraditions(t *testing.T) {
	dir := data(t)
	articles, err := ReadSummit(dir, "helsinki")
	if err != nil {
		t.Fatal(err)
	}
	var seeds [][]string
	for _, a := range articles {
		var ps []string
		for _, p := range a.Paragraphs {
			// A dateline of the seed would name another writer than the tradition's.
			if p.Len() > 120 && p.Len() < 1200 && !strings.Contains(a.Text[p.Start:p.End], ") — ") && !strings.Contains(a.Text[p.Start:p.End], "(AP)") && !strings.Contains(a.Text[p.Start:p.End], "(Reuters)") {
				ps = append(ps, a.Text[p.Start:p.End])
			}
		}
		if len(ps) >= 8 && len(ps) <= 30 {
			seeds = append(seeds, ps)
		}
	}
	var b strings.Builder
	b.WriteString("Trees of generated traditions, found again. Seeds are articles of stories/summit; odd ones report.\n\n")
	for _, signs := range []struct {
		name string
		Signs
		least float64
	}{
		{"credits and clean times", Signs{true, true}, 0.90},
		{"credits, clocks off or silent", Signs{true, false}, 0.90},
		{"no credits, clean times", Signs{false, true}, 0.90},
		{"no credits, clocks off or silent", Signs{false, false}, 0.70},
	} {
		for half, name := range []string{"tuning", "reporting"} {
			var seen, unseen treeScore
			for n := range traditionCount {
				k := 2*n + half
				tr := NewTradition(k, seeds[k%len(seeds)], traditionSize, signs.Signs)
				sc := stemma.NewScene(tr.Articles)
				sc.Copies = reuse.Compare(sc.Articles, nil)
				if tr.Writer == "" {
					seen.add(tr, reuse.Families(sc))
				} else {
					unseen.add(tr, reuse.Families(sc))
				}
			}
			fmt.Fprintf(&b, "%s, %s\n  root among the pages: %s\n  root unseen: %s\n", signs.name, name, seen.String(), unseen.String())
			all := seen
			if signs.Credits {
				all.join(unseen)
			}
			if got := ratio(all.right, all.edges); half == 1 && got < signs.least {
				t.Errorf("%s: parent right %.3f, want %.2f", signs.name, got, signs.least)
			}
			all = seen
			all.join(unseen)
			if bad := ratio(all.misstated, all.edges); half == 1 && bad > 0.01 {
				t.Errorf("%s: wrong origin stated %.4f, want 0.01 at most", signs.name, bad)
			}
		}
	}
	b.WriteString("\nAn unseen root that no page names cannot be told from its first printing where most pages descend from that one: such rows are reported and not held to a floor.\n")
	golden(t, "traditions.txt", b.String())
}
