package lang

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the signs of testdata/hard.txt")

// TestHard holds what the engine gives for hard sentences: what is right stays
// right, and a known failure that starts to pass is no longer one.
func TestHard(t *testing.T) {
	const path = "testdata/hard.txt"
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var d *Document
	lines := strings.Split(string(b), "\n")
	right, all := 0, 0
	for i, l := range lines {
		if s, ok := strings.CutPrefix(l, "= "); ok {
			d = Analyse(s, nil)
		}
		if !strings.HasPrefix(l, "+ ") && !strings.HasPrefix(l, "- ") {
			continue
		}
		claim, why, _ := strings.Cut(l[2:], " # ")
		holds := d.says(claim)
		all++
		if holds {
			right++
		}
		switch {
		case *update && holds:
			lines[i] = "+ " + claim
		case *update:
			if why == "" {
				why = "the parser reads it otherwise"
				if strings.HasPrefix(claim, "name ") {
					why = "the name is not seen, or is taken for another kind"
				}
			}
			lines[i] = "- " + claim + " # " + why
		case holds != (l[0] == '+'):
			t.Errorf("line %d: %s: holds is %v", i+1, l, holds)
		case !holds && why == "":
			t.Errorf("line %d: a known failure without a reason", i+1)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d of %d hold", right, all)
}

// says reports whether a claim holds: "told nsubj residents", or "name Anna
// Karlsson person".
func (d *Document) says(claim string) bool {
	f := strings.Fields(claim)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		word := func(k int) string { return d.Text[s.Words[k].Start:s.Words[k].End] }
		if f[0] == "name" {
			for _, n := range s.Names {
				sp := s.NameSpan(n)
				if d.Text[sp.Start:sp.End] == strings.Join(f[1:len(f)-1], " ") && n.Kind == f[len(f)-1] {
					return true
				}
			}
			continue
		}
		for k, w := range s.Words {
			if word(k) == f[2] && w.Rel == f[1] && w.Head >= 0 && word(w.Head) == f[0] {
				return true
			}
		}
	}
	return false
}
