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
	graphML struct {
		XMLName xml.Name  `xml:"graphml"`
		XMLNS   string    `xml:"xmlns,attr"`
		Keys    []keyML   `xml:"key"`
		Graph   graphBody `xml:"graph"`
	}
	keyML struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	}
	graphBody struct {
		ID    string   `xml:"id,attr"`
		Kind  string   `xml:"edgedefault,attr"`
		Data  []dataML `xml:"data"`
		Nodes []nodeML `xml:"node"`
		Edges []edgeML `xml:"edge"`
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

// WriteGraphML writes the tree of a family as GraphML: nodes have a name and
// the id of their article, empty for an unseen text; edges lead from parent to
// child and have a sureness and reasons.
func WriteGraphML(w io.Writer, f stemma.Family) error {
	g := graphML{XMLNS: "http://graphml.graphdrawing.org/xmlns", Keys: []keyML{
		{"writer", "graph", "writer", "string"},
		{"name", "node", "name", "string"},
		{"article", "node", "article", "string"},
		{"sure", "edge", "sure", "double"},
		{"why", "edge", "why", "string"},
	}}
	g.Graph = graphBody{ID: f.ID, Kind: "directed", Data: []dataML{{"writer", f.Writer}}}
	for _, n := range f.Nodes {
		g.Graph.Nodes = append(g.Graph.Nodes, nodeML{n.ID, []dataML{{"name", n.Name}, {"article", string(n.Article)}}})
	}
	for _, e := range f.Edges {
		g.Graph.Edges = append(g.Graph.Edges, edgeML{e.Parent, e.Child, []dataML{{"sure", fmt.Sprintf("%.2f", e.Sure)}, {"why", strings.Join(e.Why, "; ")}}})
	}
	out, err := xml.MarshalIndent(g, "", "  ")
	if err != nil {
		return fmt.Errorf("write GraphML: %w", err)
	}
	if _, err := io.WriteString(w, xml.Header+string(out)+"\n"); err != nil {
		return fmt.Errorf("write GraphML: %w", err)
	}
	return nil
}
