package score

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stemma-news/stemma/internal/lang"
)

// What UDPipe 1.2 is published with, for EWT and GUM (UD 2): tags, UAS, LAS.
var udpipe = map[string]string{
	"EWT":      "        -      -   93.9      -   84.5   81.2",
	"EWT, raw": "        -      -      -      -   80.5   77.5",
	"GUM":      "        -      -      -      -   81.2   76.8",
}

func TestLang(t *testing.T) {
	dir := data(t)
	var b strings.Builder
	b.WriteString("Tags and trees: F1 in percent, as the CoNLL 2018 shared task counts; test parts, never learnt from.\n")
	b.WriteString("Words given: the treebank's sentences and words. Raw: from text. GUM is its free genres.\n\n")
	fmt.Fprintf(&b, "%-20s %9s %6s %6s %6s %6s %6s\n", "", "sentences", "words", "XPOS", "UPOS", "UAS", "LAS")
	trees := map[string][]lang.Tree{}
	for _, set := range [][2]string{{"EWT", "ewt-test"}, {"GUM", "gumfree-test"}, {"GUM news", "gumnews-test"}, {"PUD news", "pud-news"}, {"PUD wiki", "pud-wiki"}} {
		ts, err := ReadTreebank(dir, set[1])
		if err != nil {
			t.Fatal(err)
		}
		trees[set[0]] = ts
		given, raw := ScoreTrees(ts)
		for _, l := range []struct {
			name string
			c    TreeCounts
		}{{set[0], given}, {set[0] + ", raw", raw}} {
			fmt.Fprintf(&b, "%-20s %s\n", l.name, &l.c)
			if u, ok := udpipe[l.name]; ok {
				fmt.Fprintf(&b, "%-20s %s\n", "  UDPipe 1.2", u)
			}
		}
	}
	b.WriteString("\nNames: strict precision, recall and F1, F1 of each kind, lenient F1 (overlap; person or not).\n\n")
	fmt.Fprintf(&b, "%-20s %6s %6s %6s %6s %6s %6s %6s %8s\n", "", "names", "P", "R", "F1", "person", "place", "organ.", "lenient")
	for _, set := range [][3]string{{"EWT", "ewttest", ""}, {"GUM", "gumtest", "GUM"}, {"PUD news", "pudnews", "PUD news"}, {"PUD wiki", "pudwiki", "PUD wiki"}} {
		ns, err := ReadNameSet(dir, set[1])
		if err != nil {
			t.Fatal(err)
		}
		given, raw, skipped := ScoreNames(ns, trees[set[2]])
		fmt.Fprintf(&b, "%-20s %s\n", set[0], &given)
		if set[2] != "" {
			fmt.Fprintf(&b, "%-20s %s  (%d sentences apart)\n", set[0]+", raw", &raw, skipped)
		}
	}
	ns, err := ReadEntities(dir, "gumfree-test")
	if err != nil {
		t.Fatal(err)
	}
	given, raw, skipped := ScoreNames(ns, trees["GUM"])
	fmt.Fprintf(&b, "%-20s %s\n", "GUM, entities", &given)
	fmt.Fprintf(&b, "%-20s %s  (%d sentences apart)\n", "GUM, entities, raw", &raw, skipped)
	b.WriteString("\nGUM, entities: the names read from the entities of the treebank itself. The set GUM cuts long names (\"University of\", then the town)\n" +
		"and leaves out persons. The engine marks what EWT's set calls a name; GUM's, wikigold's and CrossNER's own ideas are learnt apart.\n")
	golden(t, "lang.txt", b.String())
}
