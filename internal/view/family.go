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
		n := &Node{Name: name}
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

// Copy is words of one article that another repeats.
type Copy struct {
	stemma.Copy
	InA, InB Brief
}

// Copies returns what an article shares with others, most first.
func (r *Reader) Copies(ctx context.Context, article string) ([]Copy, error) {
	all, err := about[stemma.Copy](ctx, r.rec, "copy", article)
	if err != nil {
		return nil, err
	}
	out := make([]Copy, 0, len(all))
	for _, c := range all {
		v, err := r.copy(ctx, c)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	sort.SliceStable(out, func(i, j int) bool { return max(out[i].Same, out[i].SameA) > max(out[j].Same, out[j].SameA) })
	return out, nil
}

func (r *Reader) copy(ctx context.Context, c stemma.Copy) (Copy, error) {
	a, err := r.brief(ctx, c.A.Article)
	if err != nil {
		return Copy{}, err
	}
	b, err := r.brief(ctx, c.B.Article)
	return Copy{c, a, b}, err
}

// Sides is two articles laid side by side, words they share marked.
type Sides struct {
	A, B Side
	// From says where the shared passages come from: the record's copies, or
	// a comparison made for this view.
	From string
	Copy *Copy
}

// Side is one article in stretches: shared with the other side or its own.
type Side struct {
	Article    Brief
	Paragraphs [][]Stretch
	// Shared is the share of its words that stand in the other, 0 to 1.
	Shared float64
}

// Stretch is words of a text. Pair numbers the shared ones from 1: the n-th of
// one side answers the n-th of the other; 0 is the article's own, and -1 the
// white space between.
type Stretch struct {
	Text string
	Pair int
}

// leastShared is the fewest words in a row that Compare calls shared: shorter
// runs stand in any two texts of one happening.
const leastShared = 4

// Compare lays two articles side by side. Where the record knows their copy
// its passages are marked, else those found here word for word.
func (r *Reader) Compare(ctx context.Context, a, b string) (*Sides, error) {
	ta, err := r.article(ctx, a)
	if err != nil {
		return nil, err
	}
	tb, err := r.article(ctx, b)
	if err != nil {
		return nil, err
	}
	out := &Sides{From: "compared word for word"}
	inA, inB := Shared(ta.Text, tb.Text, leastShared)
	copies, err := r.Copies(ctx, a)
	if err != nil {
		return nil, err
	}
	for i, c := range copies {
		if c.A.Article == a && c.B.Article == b || c.A.Article == b && c.B.Article == a {
			out.Copy = &copies[i]
		}
	}
	if out.A, err = r.side(ctx, ta, inA); err != nil {
		return nil, err
	}
	out.B, err = r.side(ctx, tb, inB)
	return out, err
}

func (r *Reader) side(ctx context.Context, a *stemma.Article, shared []stemma.Span) (Side, error) {
	b, err := r.brief(ctx, a.ID)
	s := Side{Article: b}
	words, same := 0, 0
	for _, p := range a.Paragraphs {
		var para []Stretch
		at := p.Start
		own := func(end int) {
			if at < end {
				para = append(para, apart(a.Text[at:end])...)
				words += len(strings.Fields(a.Text[at:end]))
				at = end
			}
		}
		for i, sp := range shared {
			from, to := max(sp.Start, p.Start), min(sp.End, p.End)
			if from >= to || from < at {
				continue
			}
			own(from)
			para = append(para, Stretch{Text: a.Text[from:to], Pair: i + 1})
			n := len(strings.Fields(a.Text[from:to]))
			words, same, at = words+n, same+n, to
		}
		own(p.End)
		s.Paragraphs = append(s.Paragraphs, para)
	}
	if words > 0 {
		s.Shared = float64(same) / float64(words)
	}
	return s, err
}

// apart sets the white space around an article's own words apart from them.
func apart(s string) []Stretch {
	words := strings.TrimSpace(s)
	if words == "" {
		return []Stretch{{s, -1}}
	}
	i := strings.Index(s, words)
	out := []Stretch{{words, 0}}
	if i > 0 {
		out = append([]Stretch{{s[:i], -1}}, out...)
	}
	if rest := s[i+len(words):]; rest != "" {
		out = append(out, Stretch{rest, -1})
	}
	return out
}
