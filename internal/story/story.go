// Package story groups articles that tell of one happening.
package story

import (
	"math"
	"sort"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/text"
)

// Version is raised when stories may come out differently.
// 1: the first. 2: blocking by rare words. 3: words of one article alone find
// nothing; groups compared only where two of their articles are alike. 4: rarity
// in the language, so that a small record is not all one measure of itself; a day
// a page was changed on is not when it was published. 5: the title that shares
// most with the others. 6: without accents; storylines.
const Version = "6"

// threshold is the likeness from which two groups of articles tell of one
// happening, chosen on the even topics of ECB+.
const threshold = 0.22

// matter is the likeness from which stories tell of one matter through time: at
// 0.10 and at 0.12 the stories of thirteen cases of pages on one matter each come
// out as thirteen storylines, at 0.08 two of them as one, at 0.14 some are parted.
const matter = 0.12

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
	for i := range groups {
		out = append(out, write(as, groups[i].members))
	}
	lines := storylines(groups)
	first := map[int]string{} // of each storyline, the least id
	for i, l := range lines {
		if id, ok := first[l]; !ok || out[i].ID < id {
			first[l] = out[i].ID
		}
	}
	for i, l := range lines {
		out[i].Storyline = first[l]
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

// title is the title whose words stand in most of the articles' titles, for how
// many it has: that which most bear, but not "World and Region" over two
// reports of ten. Of equals the earliest article's, then the first in order of
// bytes.
func title(as []*stemma.Article, g []int) string {
	first := map[string]time.Time{}
	with := map[string]int{} // articles with a word in their title
	for _, i := range g {
		a := as[i]
		if a.Title == "" {
			continue
		}
		for w := range tellingWords(a.Title) {
			with[w]++
		}
		if a.Published != nil && (first[a.Title].IsZero() || a.Published.From.Before(first[a.Title])) {
			first[a.Title] = a.Published.From
		} else if _, ok := first[a.Title]; !ok {
			first[a.Title] = time.Time{}
		}
	}
	best, most := "", -1.0
	for t, at := range first {
		shared := 0
		words := tellingWords(t)
		for w := range words {
			shared += with[w] - 1
		}
		s := float64(shared) / math.Sqrt(float64(max(1, len(words))))
		if s > most || s == most && (earlier(at, first[best]) || at.Equal(first[best]) && t < best) {
			best, most = t, s
		}
	}
	return best
}

// tellingWords are the stems of a title's words but the commonest.
func tellingWords(title string) map[string]bool {
	out := map[string]bool{}
	for _, w := range text.Words(title) {
		if k := stem(strings.ToLower(title[w.Start:w.End])); len(k) > 1 && !common[k] {
			out[k] = true
		}
	}
	return out
}

func earlier(a, b time.Time) bool { return !a.IsZero() && (b.IsZero() || a.Before(b)) }
