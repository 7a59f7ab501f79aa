package entity

import "github.com/stemma-news/stemma"

// correct applies what a person decided: joined names are one, parted ones two.
func (j *joiner) correct() {
	for _, c := range j.sc.Corrections {
		if c.Verb != "join" && c.Verb != "part" || len(c.Operands) < 2 {
			continue
		}
		var of []*item
		for _, op := range c.Operands {
			if it := j.at(op); it != nil && it.cluster != "" {
				of = append(of, it)
			}
		}
		for n := 1; n < len(of); n++ {
			if c.Verb == "join" {
				j.union(of[0].cluster, of[n].cluster)
			} else if j.root(of[0].cluster) == j.root(of[n].cluster) {
				j.part(of[0], of[n], c.ID)
			}
		}
	}
}

// part takes the mentions that are written as b, and not as a, out of their
// cluster; where both are written alike, those of b's article.
func (j *joiner) part(a, b *item, id string) {
	from := j.root(b.cluster)
	for _, it := range j.all {
		if it.cluster != "" && j.root(it.cluster) == from && it.name == b.name && (a.name != b.name || it.article == b.article) {
			it.cluster = "parted:" + id + ":" + b.name
		}
	}
}

// at returns the mention an operand stands on.
func (j *joiner) at(op stemma.Operand) *item {
	if op.Of != "entity" && op.Of != "" {
		return nil
	}
	for _, a := range j.sc.Articles {
		if a.Capture != op.Capture {
			continue
		}
		for _, it := range j.by[a.ID] {
			for _, r := range a.Ranges(it.m.Cite.Spans) {
				for _, o := range op.Spans {
					if r.Start < o.End && o.Start < r.End {
						return it
					}
				}
			}
		}
	}
	return nil
}
