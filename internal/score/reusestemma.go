package score

import (
	"fmt"
	"slices"

	"github.com/stemma-news/stemma"
)

// treeScore counts how the trees of traditions were found again.
type treeScore struct {
	trees, whole      int     // traditions, and those found as one family
	edges, right      int     // articles with a parent, and those given it
	tied              int     // articles whose parent has a twin: nobody can tell them apart
	tellable          float64 // articles with a parent, each shared out among it and its twins
	heads, headsRight int     // roots and unseen heads
	stated, misstated int     // edges stated with high confidence, and those that name a wrong page
	second, secondHit int     // second parents
	sign              float64
}

// highly is the sureness from which an origin counts as stated.
const highly = 0.8

// join adds the counts of t.
func (s *treeScore) join(t treeScore) {
	s.trees, s.whole, s.edges, s.right = s.trees+t.trees, s.whole+t.whole, s.edges+t.edges, s.right+t.right
	s.heads, s.headsRight, s.stated, s.misstated = s.heads+t.heads, s.headsRight+t.headsRight, s.stated+t.stated, s.misstated+t.misstated
	s.second, s.secondHit, s.sign = s.second+t.second, s.secondHit+t.secondHit, s.sign+t.sign
	s.tied, s.tellable = s.tied+t.tied, s.tellable+t.tellable
}

// add scores the families found in one tradition.
func (s *treeScore) add(t *Tradition, families []stemma.Family) {
	s.trees++
	if len(families) == 1 {
		s.whole++
	}
	found := map[string][]stemma.FamilyEdge{}
	unseen := map[string]bool{}
	for _, f := range families {
		for _, n := range f.Nodes {
			if n.Article == "" {
				unseen[n.ID] = true
			}
		}
		for _, e := range f.Edges {
			if unseen[e.Parent] || slices.ContainsFunc(f.Nodes, func(n stemma.FamilyNode) bool { return n.ID == e.Parent && n.Article == "" }) {
				e.Parent = Unseen
			}
			found[e.Child] = append(found[e.Child], e)
		}
	}
	for _, a := range t.Articles {
		want, got := t.Parents[a.ID], found[a.ID]
		if len(want) == 0 {
			s.heads++
			if len(got) == 0 {
				s.headsRight++
			}
		} else {
			s.edges++
			if t.Twins[a.ID] > 0 {
				s.tied++
			}
			s.tellable += 1 / float64(1+t.Twins[a.ID])
			if len(got) > 0 && slices.Contains(want, got[0].Parent) {
				s.right++
			}
			if want[0] == Unseen {
				s.heads++
				if len(got) > 0 && got[0].Parent == Unseen {
					s.headsRight++
				}
			}
		}
		if len(want) == 2 {
			s.second++
			if len(got) == 2 && slices.Contains(want, got[1].Parent) && slices.Contains(want, got[0].Parent) {
				s.secondHit++
			}
		}
		for _, e := range got {
			if e.Sure >= highly && e.Parent != Unseen {
				s.stated++
				if !slices.Contains(want, e.Parent) {
					s.misstated++
				}
			}
		}
	}
	s.sign += signDistance(t, found)
}

// signDistance is the average sign similarity of Roos and Heikkilä (2009): over
// all triples, whether the found tree agrees with the true one on which of two
// texts is nearer to a third, from 0 to 1.
func signDistance(t *Tradition, found map[string][]stemma.FamilyEdge) float64 {
	n := len(t.Articles)
	trueParent, gotParent := map[string]string{}, map[string]string{}
	for _, a := range t.Articles {
		if p := t.Parents[a.ID]; len(p) > 0 {
			trueParent[a.ID] = p[0]
		}
		if e := found[a.ID]; len(e) > 0 {
			gotParent[a.ID] = e[0].Parent
		}
	}
	sum, count := 0.0, 0
	for i := range n {
		for j := range n {
			for k := j + 1; k < n; k++ {
				if i == j || i == k {
					continue
				}
				a, b, c := t.Articles[i].ID, t.Articles[j].ID, t.Articles[k].ID
				x := sign(steps(trueParent, a, b) - steps(trueParent, a, c))
				y := sign(steps(gotParent, a, b) - steps(gotParent, a, c))
				sum += 1 - float64(max(x-y, y-x))/2
				count++
			}
		}
	}
	if count == 0 {
		return 1
	}
	return sum / float64(count)
}

func sign(n int) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}

// steps is the length of the way between two nodes of a tree, by parents; a
// large number where they do not hang together.
func steps(parent map[string]string, a, b string) int {
	up := map[string]int{}
	for n := 0; a != "" && n < 100; n++ {
		up[a] = n
		a = parent[a]
	}
	for n := 0; b != "" && n < 100; n++ {
		if m, ok := up[b]; ok {
			return n + m
		}
		b = parent[b]
	}
	return 1000
}

func (s *treeScore) String() string {
	return fmt.Sprintf("%d traditions, %d found as one family; parent right %.3f (%d of %d; %d have a twin of the parent, best possible %.3f);\n    head right %.3f (%d of %d); second parent found %d of %d; average sign similarity %.3f; wrong origin stated with high confidence %.4f (%d of %d edges; %d stated)",
		s.trees, s.whole, ratio(s.right, s.edges), s.right, s.edges, s.tied, s.tellable/float64(max(1, s.edges)), ratio(s.headsRight, s.heads), s.headsRight, s.heads, s.secondHit, s.second, s.sign/float64(max(1, s.trees)), ratio(s.misstated, s.edges), s.misstated, s.edges, s.stated)
}
