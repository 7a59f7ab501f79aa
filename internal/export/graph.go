package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/stemma-news/stemma"
)

// WriteDOT writes the tree of a family in the DOT language of Graphviz: texts
// are boxes, unseen ones dashed, and each edge leads from parent to child with
// its sureness; the reasons stand in the tooltip.
func WriteDOT(w io.Writer, f stemma.Family) error {
	var b strings.Builder
	fmt.Fprintf(&b, "digraph %s {\n  node [shape=box];\n", quoteDOT(f.ID))
	for _, n := range f.Nodes {
		style := ""
		if n.Article == "" {
			style = ", style=dashed"
		}
		fmt.Fprintf(&b, "  %s [label=%s%s];\n", quoteDOT(n.ID), quoteDOT(n.Name), style)
	}
	for _, e := range f.Edges {
		fmt.Fprintf(&b, "  %s -> %s [label=\"%.2f\", tooltip=%s];\n", quoteDOT(e.Parent), quoteDOT(e.Child), e.Sure, quoteDOT(strings.Join(e.Why, "; ")))
	}
	b.WriteString("}\n")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write DOT: %w", err)
	}
	return nil
}

// quoteDOT makes a quoted string of DOT.
func quoteDOT(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\r", " ", "\n", `\n`).Replace(s) + `"`
}

// The elements of GraphML that a family needs.
type (
	keyML struct {
		XMLName xml.Name `xml:"key"`
		ID      string   `xml:"id,attr"`
		For     string   `xml:"for,attr"`
		Name    string   `xml:"attr.name,attr"`
		Type    string   `xml:"attr.type,attr"`
	}
	graphML struct {
		XMLName xml.Name `xml:"graph"`
		ID      string   `xml:"id,attr"`
		Kind    string   `xml:"edgedefault,attr"`
		Data    []dataML `xml:"data"`
		Nodes   []nodeML `xml:"node"`
		Edges   []edgeML `xml:"edge"`
	}
	nodeML struct {
		ID   string   `xml:"id,attr"`
		Data []dataML `xml:"data"`
	}
	edgeML struct {
		Source string   `xml:"source,attr"`
		Target string   `xml:"target,attr"`
		Data   []dataML `xml:"data"`
	}
	dataML struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	}
)

// keysML declare what is said of graphs, nodes and edges.
var keysML = []keyML{
	{ID: "writer", For: "graph", Name: "writer", Type: "string"},
	{ID: "name", For: "node", Name: "name", Type: "string"},
	{ID: "article", For: "node", Name: "article", Type: "string"},
	{ID: "sure", For: "edge", Name: "sure", Type: "double"},
	{ID: "why", For: "edge", Name: "why", Type: "string"},
}

const (
	openML  = xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n"
	closeML = "</graphml>\n"
)

// beginML opens a GraphML file of trees of families, one graph each: nodes have
// a name and the id of their article, empty for an unseen text; edges lead from
// parent to child and have a sureness (0 to 1) and reasons. The id of a node is
// the family's and its own, "f1.a1": one article may stand in several families,
// and ids of XML are of the whole file.
func beginML(w io.Writer) error {
	if err := rawML(w, openML); err != nil {
		return err
	}
	for _, k := range keysML {
		if err := elementML(w, k); err != nil {
			return err
		}
	}
	return nil
}

func elementML(w io.Writer, v any) error {
	out, err := xml.MarshalIndent(v, "  ", "  ")
	if err != nil {
		return fmt.Errorf("write GraphML: %w", err)
	}
	return rawML(w, string(out)+"\n")
}

func rawML(w io.Writer, s string) error {
	if _, err := io.WriteString(w, s); err != nil {
		return fmt.Errorf("write GraphML: %w", err)
	}
	return nil
}

func familyML(f stemma.Family) graphML {
	id := func(node string) string { return f.ID + "." + node }
	g := graphML{ID: f.ID, Kind: "directed", Data: []dataML{{"writer", f.Writer}}}
	for _, n := range f.Nodes {
		g.Nodes = append(g.Nodes, nodeML{id(n.ID), []dataML{{"name", n.Name}, {"article", string(n.Article)}}})
	}
	for _, e := range f.Edges {
		g.Edges = append(g.Edges, edgeML{id(e.Parent), id(e.Child), []dataML{{"sure", fmt.Sprintf("%.2f", e.Sure)}, {"why", strings.Join(e.Why, "; ")}}})
	}
	return g
}
