package score

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// NameCounts counts names: strictly (the same words, the same kind), by kind,
// and leniently (they overlap, and both are persons or both are not).
type NameCounts struct {
	Gold, Ours, Right  map[string]int // by kind; "" is all
	LenientP, LenientR int
}

// kinds of names that the sets mark, in the order of the scorecard.
var nameKinds = []string{lang.Person, lang.Place, lang.Organisation}

type marked struct {
	stemma.Span
	kind string
}

func namesOf(d *lang.Document) []marked {
	var out []marked
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for _, n := range s.Names {
			if n.Kind != lang.Nationality {
				out = append(out, marked{s.NameSpan(n), n.Kind})
			}
		}
	}
	return out
}

// Add counts our names of a document against the set's.
func (c *NameCounts) Add(gold, ours *lang.Document) {
	if c.Gold == nil {
		c.Gold, c.Ours, c.Right = map[string]int{}, map[string]int{}, map[string]int{}
	}
	g, o := namesOf(gold), namesOf(ours)
	meets := func(a marked, in []marked) bool {
		for _, b := range in {
			if a.Overlaps(b.Span) && (a.kind == lang.Person) == (b.kind == lang.Person) {
				return true
			}
		}
		return false
	}
	in := map[marked]bool{}
	for _, n := range g {
		in[n] = true
		c.Gold[n.kind]++
		c.Gold[""]++
		if meets(n, o) {
			c.LenientR++
		}
	}
	for _, n := range o {
		c.Ours[n.kind]++
		c.Ours[""]++
		if in[n] {
			c.Right[n.kind]++
			c.Right[""]++
		}
		if meets(n, g) {
			c.LenientP++
		}
	}
}

// F1 is the strict F1 of a kind of names, "" for all.
func (c *NameCounts) F1(kind string) float64 {
	return percentF1(c.Right[kind], c.Gold[kind], c.Ours[kind])
}

// Lenient is the lenient F1.
func (c *NameCounts) Lenient() float64 {
	p, r := float64(c.LenientP)/float64(max(1, c.Ours[""])), float64(c.LenientR)/float64(max(1, c.Gold[""]))
	if p+r == 0 {
		return 0
	}
	return 200 * p * r / (p + r)
}

// String is one line of the scorecard.
func (c *NameCounts) String() string {
	pc := func(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }
	var b strings.Builder
	fmt.Fprintf(&b, "%6d %6.1f %6.1f %6.1f", c.Gold[""], pc(c.Right[""], c.Ours[""]), pc(c.Right[""], c.Gold[""]), c.F1(""))
	for _, k := range nameKinds {
		fmt.Fprintf(&b, " %6.1f", c.F1(k))
	}
	fmt.Fprintf(&b, " %8.1f", c.Lenient())
	return b.String()
}

// ReadNameSet reads name.tsv of the folder language/names of dir.
func ReadNameSet(dir, name string) ([]lang.Tree, error) {
	f, err := os.Open(filepath.Join(dir, "language", "names", name+".tsv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return lang.ReadNames(f)
}

// ScoreNames marks the names of a set whose words are given. trees are the same
// sentences as a treebank has them, where there is one: they say where
// documents start, and hold the raw text, for the second count. Without them a
// document is twelve sentences and there is no second count. skipped counts
// sentences that the two write differently.
func ScoreNames(names, trees []lang.Tree) (given, raw NameCounts, skipped int) {
	for i := 0; i < len(names); {
		j := min(i+12, len(names))
		if trees != nil {
			for j = i + 1; j < len(names) && trees[j].Starts != 2; {
				j++
			}
		}
		gold := document(names[i:j])
		ours := bare(gold)
		lang.AnalyseWords(ours)
		given.Add(gold, ours)
		if trees != nil {
			g, n := onRaw(names[i:j], trees[i:j])
			skipped += n
			raw.Add(g, lang.Analyse(g.Text, nil))
		}
		i = j
	}
	return given, raw, skipped
}

// onRaw lays the names of sentences on the text of the same sentences of a
// treebank.
func onRaw(names, trees []lang.Tree) (*lang.Document, int) {
	skipped := 0
	var same []lang.Tree
	for i := range trees {
		t := trees[i]
		t.Names = nil
		at := map[int]int{} // by characters that are no space: the word that starts, or ends
		end := map[int]int{}
		n := 0
		for k := range t.Words {
			at[n] = k
			n += len(t.Form(k))
			end[n] = k + 1
		}
		m := 0
		starts, ends := map[int]int{}, map[int]int{}
		for k := range names[i].Words {
			starts[k] = m
			m += len(names[i].Form(k))
			ends[k+1] = m
		}
		ok := n == m
		for _, nm := range names[i].Names {
			from, ok1 := at[starts[nm.From]]
			to, ok2 := end[ends[nm.To]]
			ok = ok && ok1 && ok2
			t.Names = append(t.Names, lang.Name{From: from, To: to, Kind: nm.Kind})
		}
		if !ok {
			skipped++
			continue
		}
		same = append(same, t)
	}
	return document(same), skipped
}
