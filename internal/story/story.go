// Package story groups articles that tell of one happening.
package story

import (
	"sort"
	"time"

	"github.com/stemma-news/stemma"
)

// Version is raised when stories may come out differently.
// 1: the first. 2: blocking by rare words. 3: words of one article alone find
// nothing; groups compared only where two of their articles are alike. 4: rarity
// in the language, so that a small record is not all one measure of itself; a day
// a page was changed on is not when it was published.
const Version = "4"

// threshold is the likeness from which two groups of articles tell of one
// happening, chosen on the even topics of ECB+.
const threshold = 0.22

// days is the span over which likeness fades: at days apart it is halved.
const days = 21.0

// loose is the part of the threshold from which a page of which there is little to
// tell joins a group.
const loose = 0.8

// Group returns the stories of sc.Articles, in order of their ids. Every
// article of kind article stands in one. It does not depend on the order in
// which articles come.
func Group(sc *stemma.Scene) []stemma.Story {
	var as []*stemma.Article
	for _, a := range sc.Articles {
		if a.Kind == stemma.KindArticle {
			as = append(as, a)
		}
	}
	groups := cluster(as, vectors(as))
	out := make([]stemma.Story, 0, len(groups))
	for _, g := range groups {
		out = append(out, write(as, g))
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// write makes a story of the articles at g.
func write(as []*stemma.Article, g []int) stemma.Story {
	s := stemma.Story{Type: "story", Derived: stemma.Derived{By: stemma.By{Stage: "story", Version: Version, Rule: "words and names in common, near in time"}, Sure: 0.8, Since: 1}}
	for _, i := range g {
		s.Articles = append(s.Articles, as[i].ID)
	}
	sort.Strings(s.Articles)
	s.ID = stemma.JoinedID(stemma.StoryID, s.Articles)
	s.Title = title(as, g)
	return s
}

// title is the title most articles bear; of equals the earliest article's,
// then the first in order of bytes.
func title(as []*stemma.Article, g []int) string {
	n := map[string]int{}
	first := map[string]time.Time{}
	for _, i := range g {
		a := as[i]
		if a.Title == "" {
			continue
		}
		n[a.Title]++
		if a.Published != nil && (first[a.Title].IsZero() || a.Published.From.Before(first[a.Title])) {
			first[a.Title] = a.Published.From
		}
	}
	best := ""
	for t := range n {
		switch {
		case best == "" || n[t] > n[best]:
			best = t
		case n[t] == n[best] && earlier(first[t], first[best]):
			best = t
		case n[t] == n[best] && first[t].Equal(first[best]) && t < best:
			best = t
		}
	}
	return best
}

func earlier(a, b time.Time) bool { return !a.IsZero() && (b.IsZero() || a.Before(b)) }
