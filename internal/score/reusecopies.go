package score

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/reuse"
)

// PairLabel is what a person said of two articles; see testdata/labels.
type PairLabel struct {
	A, B, Label, Head string
}

// ReuseLabels are the answers on stories/summit.
type ReuseLabels struct {
	Pairs    []PairLabel
	Families map[string][]string // members by name of the family
}

// ReadReuseLabels reads testdata/labels/summit.tsv.
func ReadReuseLabels(path string) (*ReuseLabels, error) {
	body, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read labels: %w", err)
	}
	l := &ReuseLabels{Families: map[string][]string{}}
	for n, line := range strings.Split(strings.TrimSpace(string(body)), "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 9 {
			return nil, fmt.Errorf("read labels: line %d has %d fields, want 9", n+1, len(f))
		}
		switch f[0] {
		case "pair":
			l.Pairs = append(l.Pairs, PairLabel{f[1], f[4], f[7], f[8]})
		case "family":
			l.Families[f[4]] = append(l.Families[f[4]], f[1])
		default:
			return nil, fmt.Errorf("read labels: line %d is a %q", n+1, f[0])
		}
	}
	return l, nil
}

// tally counts answers, for precision and recall.
type tally struct{ hit, extra, lost int }

func (t *tally) add(want, got bool) {
	switch {
	case want && got:
		t.hit++
	case got:
		t.extra++
	case want:
		t.lost++
	}
}

func (t tally) String() string {
	p, r := ratio(t.hit, t.hit+t.extra), ratio(t.hit, t.hit+t.lost)
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f (%d right, %d too many, %d missed)", p, r, f1(p, r), t.hit, t.extra, t.lost)
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// isCopy reports whether a relation, of a label or of reuse, says that
// reporting was copied.
func isCopy(relation string) bool {
	switch relation {
	case "same-text", "part", reuse.Whole, reuse.RoundUp, reuse.Repost:
		return true
	}
	return false
}

// Copies scores the copies and families of sc, which holds all articles of
// the labels, and writes the card: pairs told copied or not, relations, pairs
// of articles in one family, and each miss.
func Copies(sc *stemma.Scene, l *ReuseLabels) string {
	var b strings.Builder
	found := map[[2]string]string{}
	for _, c := range sc.Copies {
		found[pairOf(c.A.Article, c.B.Article)] = c.Relation
	}
	var pairs tally
	same := 0
	var misses []string
	for _, p := range l.Pairs {
		got := found[pairOf(p.A, p.B)]
		pairs.add(isCopy(p.Label), isCopy(got))
		if kindOf(got) == kindOf(p.Label) {
			same++
		}
		if isCopy(got) != isCopy(p.Label) {
			misses = append(misses, fmt.Sprintf("  %s %s: a person says %s, found %s", p.A, p.B, p.Label, orNothing(got)))
		}
	}
	fmt.Fprintf(&b, "labelled pairs, copied or not: %s\n", pairs)
	fmt.Fprintf(&b, "labelled pairs, relation the same: %d of %d\n", same, len(l.Pairs))
	slices.Sort(misses)
	for _, m := range misses {
		fmt.Fprintln(&b, m)
	}
	fams, falses := familyPairs(sc, l)
	fmt.Fprintf(&b, "labelled families, pairs in one family: %s\n", fams)
	for _, m := range falses {
		fmt.Fprintln(&b, m)
	}
	return b.String()
}

func orNothing(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}

// kindOf makes one of the names that labels and relations have for a thing.
func kindOf(relation string) string {
	switch relation {
	case "same-text", "part", reuse.Whole, reuse.Repost:
		return "copied" // where whole ends and part begins is no matter of reading
	case "", "unrelated", reuse.Boilerplate:
		return "none"
	}
	return relation
}

func pairOf(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// familyPairs compares which labelled articles stand in one family, and lists
// false merges and splits.
func familyPairs(sc *stemma.Scene, l *ReuseLabels) (tally, []string) {
	want, got := map[[2]string]bool{}, map[[2]string]bool{}
	labelled := map[string]bool{}
	for _, members := range l.Families {
		together(members, want)
		for _, m := range members {
			labelled[m] = true
		}
	}
	for _, f := range sc.Families {
		var members []string
		for _, a := range f.Articles {
			if labelled[a] {
				members = append(members, a)
			}
		}
		together(members, got)
	}
	var t tally
	var list []string
	for p := range got {
		if !want[p] {
			list = append(list, fmt.Sprintf("  false merge: %s %s", p[0], p[1]))
		}
		t.add(want[p], true)
	}
	for p := range want {
		if !got[p] {
			list = append(list, fmt.Sprintf("  split: %s %s", p[0], p[1]))
			t.add(true, false)
		}
	}
	slices.Sort(list)
	return t, list
}

func together(members []string, in map[[2]string]bool) {
	for i, a := range members {
		for _, b := range members[i+1:] {
			if a != b {
				in[pairOf(a, b)] = true
			}
		}
	}
}
