package export

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/view"
)

var graphFamily = stemma.Family{
	ID: "f1", Writer: "Reuters",
	Nodes: []stemma.FamilyNode{{ID: "a1", Article: "a1", Name: `The "Herald" & Co`}, {ID: "h", Name: "unseen Reuters text"}},
	Edges: []stemma.FamilyEdge{{Child: "a1", Parent: "h", Why: []string{"it is credited to Reuters"}, Sure: 0.9}},
}

func TestWriteDOT(t *testing.T) {
	var b strings.Builder
	if err := WriteDOT(&b, graphFamily); err != nil {
		t.Fatal(err)
	}
	want := `digraph "f1" {
  node [shape=box];
  "a1" [label="The \"Herald\" & Co"];
  "h" [label="unseen Reuters text", style=dashed];
  "h" -> "a1" [label="0.90", tooltip="it is credited to Reuters"];
}
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestWriteGraphML(t *testing.T) {
	var b strings.Builder
	if err := errors.Join(beginML(&b), elementML(&b, familyML(graphFamily)), rawML(&b, closeML)); err != nil {
		t.Fatal(err)
	}
	g := readGraphML(t, b.String())
	if len(g) != 1 || len(g[0].Nodes) != 2 || len(g[0].Edges) != 1 || g[0].Nodes[0].Data[0].Value != `The "Herald" & Co` || g[0].Edges[0].Source != "f1.h" {
		t.Errorf("read back %+v", g)
	}
}

func readGraphML(t *testing.T, s string) []graphML {
	t.Helper()
	var g struct {
		XMLName xml.Name  `xml:"graphml"`
		Keys    []keyML   `xml:"key"`
		Graphs  []graphML `xml:"graph"`
	}
	if err := xml.Unmarshal([]byte(s), &g); err != nil {
		t.Fatal(err)
	}
	if len(g.Keys) != len(keysML) {
		t.Errorf("%d keys are declared", len(g.Keys))
	}
	return g.Graphs
}

// TestWrite writes the trees of the invented record: of all families, of one
// by its id and by an article of it, and refuses what is none.
func TestWrite(t *testing.T) {
	m, _ := open(t)
	var families []stemma.Family
	err := m.Lines(t.Context(), "family", func(_ string, line []byte) error {
		var f stemma.Family
		if err := json.Unmarshal(line, &f); err != nil {
			return err
		}
		families = append(families, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	write := func(format string, ids ...string) (string, error) {
		f, err := Lookup(format)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		err = Write(t.Context(), &b, m, f, ids...)
		return b.String(), err
	}
	trees := 0
	for _, f := range families {
		if len(f.Nodes) > 1 {
			trees++
		}
		for _, id := range []string{f.ID, f.Articles[0]} {
			got, err := write("graphml", id, f.ID)
			if g := readGraphML(t, got); err != nil || len(g) != 1 || g[0].ID != f.ID || len(g[0].Nodes) != len(f.Nodes) || len(g[0].Edges) != len(f.Edges) {
				t.Errorf("graphml of %s: %+v, %v", id, g, err)
			}
			got, err = write("dot", id)
			if err != nil || strings.Count(got, " -> ") != len(f.Edges) {
				t.Errorf("dot of %s: %s, %v", id, got, err)
			}
		}
	}
	all, err := write("graphml")
	if g := readGraphML(t, all); err != nil || len(g) != trees || trees == 0 {
		t.Errorf("%d graphs of %d trees, %v", len(g), trees, err)
	}
	if all, err := write("dot"); err != nil || strings.Count(all, "digraph ") != trees {
		t.Errorf("of %d trees: %s, %v", trees, all, err)
	}
	for _, id := range []string{"f", families[0].ID + "x", "agency:norda"} {
		if got, err := write("dot", id); !errors.Is(err, view.ErrNotFound) || got != "" {
			t.Errorf("dot of %s: %q, %v", id, got, err)
		}
	}
	if _, err := write("jsonl", families[0].ID); !errors.Is(err, ErrFormat) {
		t.Errorf("jsonl of one family: %v", err)
	}
	if _, err := Lookup("tei"); !errors.Is(err, ErrFormat) {
		t.Errorf("tei: %v", err)
	}
}
