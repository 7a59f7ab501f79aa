package view

import (
	"context"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// Family is articles that descend from one text, with their tree.
type Family struct {
	ID      string
	Writer  string
	Members []Brief // in order of their dates
	// Tree is the roots of the tree: a text that descends from none.
	Tree []*Node
	// Pages is the number of captures the members stand on.
	Pages int
}

// Node is a text of a family's tree.
type Node struct {
	Name string
	// Article is nil for a text nobody here has seen.
	Article  *Brief
	Why      []string // why it descends from the node above
	Sure     float64  // how sure that is, 0 to 1
	Children []*Node
}

// Title names a family: its writer, else its first member.
func (f *Family) Title() string {
	switch {
	case f.Writer != "" && len(f.Members) == 1 && f.Members[0].Publisher == f.Writer:
		return f.Writer
	case f.Writer != "":
		return f.Writer + " text"
	case len(f.Members) > 0:
		return f.Members[0].Publisher + ", writer not known"
	}
	return "writer not known"
}

// Family returns the family of an id, or the first one of the article of an id.
func (r *Reader) Family(ctx context.Context, id string) (*Family, error) {
	f, err := get[stemma.Family](ctx, r.rec, "family", id)
	if err != nil {
		fs, ferr := r.familiesOf(ctx, id)
		if ferr != nil || len(fs) == 0 {
			return nil, err
		}
		f = &fs[0]
	}
	return r.family(ctx, f)
}

func (r *Reader) family(ctx context.Context, f *stemma.Family) (*Family, error) {
	members, err := r.briefsOf(ctx, f.Articles)
	if err != nil {
		return nil, err
	}
	byDate(members)
	out := &Family{ID: f.ID, Writer: f.Writer, Members: members}
	captures := map[string]bool{}
	for _, m := range members {
		captures[m.Capture] = true
	}
	out.Pages = len(captures)
	out.Tree, err = r.tree(ctx, f)
	return out, err
}

// tree hangs the nodes of a family under one another. A node with two parents
// hangs under the surer one and says so; one whose parents form a ring is a
// root. Members the tree leaves out are roots.
func (r *Reader) tree(ctx context.Context, f *stemma.Family) ([]*Node, error) {
	nodes, placed := map[string]*Node{}, map[string]bool{}
	var ids []string
	add := func(id, name, article string) error {
		n := &Node{Name: strings.TrimSuffix(strings.TrimPrefix(name, "unseen "), " text")}
		if n.Name == "text" { // nobody is named as its writer
			n.Name = "a text"
		}
		if article != "" {
			b, err := r.brief(ctx, article)
			if err != nil {
				return err
			}
			n.Article, n.Name = &b, b.Name()
			placed[article] = true
		}
		nodes[id] = n
		ids = append(ids, id)
		return nil
	}
	for _, n := range f.Nodes {
		if err := add(n.ID, n.Name, string(n.Article)); err != nil {
			return nil, err
		}
	}
	for _, a := range f.Articles {
		if !placed[a] {
			if err := add(a, "", a); err != nil {
				return nil, err
			}
		}
	}
	parent := map[string]string{}
	edges := append([]stemma.FamilyEdge(nil), f.Edges...)
	sort.SliceStable(edges, func(i, j int) bool { return edges[i].Sure > edges[j].Sure })
	for _, e := range edges {
		c, p := nodes[e.Child], nodes[e.Parent]
		if c == nil || p == nil || rings(parent, e.Parent, e.Child) {
			continue
		}
		if _, has := parent[e.Child]; has {
			c.Why = append(c.Why, "may also descend from "+p.Name+": "+strings.Join(e.Why, "; "))
			continue
		}
		parent[e.Child] = e.Parent
		c.Why, c.Sure = append([]string(nil), e.Why...), e.Sure
		p.Children = append(p.Children, c)
	}
	var roots []*Node
	for _, id := range ids {
		if _, has := parent[id]; !has {
			roots = append(roots, nodes[id])
		}
	}
	for _, n := range nodes {
		nodeOrder(n.Children)
	}
	nodeOrder(roots)
	return roots, nil
}

func nodeOrder(ns []*Node) {
	sort.SliceStable(ns, func(i, j int) bool {
		var a, b *stemma.Date
		if ns[i].Article != nil {
			a = ns[i].Article.Published
		}
		if ns[j].Article != nil {
			b = ns[j].Article.Published
		}
		if c := before(a, b); c != 0 {
			return c < 0
		}
		return ns[i].Name < ns[j].Name
	})
}

// rings reports whether hanging child under node would close a ring.
func rings(parent map[string]string, node, child string) bool {
	for node != child {
		p, ok := parent[node]
		if !ok {
			return false
		}
		node = p
	}
	return true
}

func byDate(bs []Brief) {
	sort.SliceStable(bs, func(i, j int) bool {
		if c := before(bs[i].Published, bs[j].Published); c != 0 {
			return c < 0
		}
		if bs[i].Page != bs[j].Page {
			return bs[i].Page < bs[j].Page
		}
		return bs[i].ID < bs[j].ID
	})
}
