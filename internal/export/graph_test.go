package export

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
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
	if err := WriteGraphML(&b, graphFamily); err != nil {
		t.Fatal(err)
	}
	var g graphML
	if err := xml.Unmarshal([]byte(b.String()), &g); err != nil {
		t.Fatal(err)
	}
	if len(g.Graph.Nodes) != 2 || len(g.Graph.Edges) != 1 || g.Graph.Nodes[0].Data[0].Value != `The "Herald" & Co` || g.Graph.Edges[0].Source != "h" {
		t.Errorf("read back %+v", g.Graph)
	}
}
