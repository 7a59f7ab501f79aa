// Package story groups articles that tell of one happening.
package story

import (
	"math"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/text"
)

// threshold is the likeness from which two groups of articles tell of one
// happening, chosen on the even topics of ECB+.
const threshold = 0.20

// days is the span over which likeness fades: at days apart it is halved.
const days = 14.0

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
	s := stemma.Story{Type: "story", Derived: stemma.Derived{By: stemma.By{Stage: "story", Version: "2", Rule: "words and names in common, near in time"}, Sure: 0.8, Since: 1}}
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

// vector is the weighted words of an article, in order of the words' numbers.
type vector struct {
	ids []int32
	w   []float64
}

// vectors are the words of each article and, as words of their own, its names
// and numbers, so that the dot product of two is their likeness.
func vectors(as []*stemma.Article) []vector {
	out, names := weighed(as, false), weighed(as, true)
	most := int32(0)
	for i := range out {
		if n := len(out[i].ids); n > 0 {
			most = max(most, out[i].ids[n-1]+1)
		}
	}
	for i := range out {
		v := &out[i]
		for k := range v.w {
			v.w[k] *= math.Sqrt(1 - nameShare)
		}
		for k, id := range names[i].ids {
			v.ids = append(v.ids, most+id)
			v.w = append(v.w, names[i].w[k]*math.Sqrt(nameShare))
		}
	}
	return out
}

// weighed weighs the words of each article, or its names and numbers alone, by
// how rare they are. Words of the title count three times, capitalised ones
// twice.
func weighed(as []*stemma.Article, namesOnly bool) []vector {
	num := map[string]int32{}
	var df []float64
	tf := make([]map[int32]float64, len(as))
	for i, a := range as {
		tf[i] = map[int32]float64{}
		count := func(s string, weight float64) {
			for _, w := range text.Words(s) {
				raw := s[w.Start:w.End]
				k := stem(strings.ToLower(raw))
				if len(k) < 2 || common[k] {
					continue
				}
				if first := raw[0] >= 'A' && raw[0] <= 'Z' || raw[0] >= '0' && raw[0] <= '9'; namesOnly && !first {
					continue
				}
				id, ok := num[k]
				if !ok {
					id = int32(len(df))
					num[k] = id
					df = append(df, 0)
				}
				x := weight
				if raw[0] >= 'A' && raw[0] <= 'Z' {
					x *= capital
				}
				tf[i][id] += x
			}
		}
		count(a.Title, titleWeight)
		count(a.Text, 1)
		for id := range tf[i] {
			df[id]++
		}
	}
	out := make([]vector, len(as))
	for i := range as {
		v := &out[i]
		for id := range tf[i] {
			v.ids = append(v.ids, id)
		}
		sort.Slice(v.ids, func(a, b int) bool { return v.ids[a] < v.ids[b] })
		sum := 0.0
		for _, id := range v.ids {
			x := (1 + math.Log(tf[i][id])) * math.Pow(math.Log(1+float64(len(as)+1)/(df[id]+0.5)), rarity)
			if df[id] < 2 { // a word of one article alone tells little, the less the more articles there are
				x *= 20 / float64(20+len(as))
			}
			if tf[i][id] < 1 {
				x = 0
			}
			v.w = append(v.w, x)
			sum += x * x
		}
		if sum > 0 {
			sum = math.Sqrt(sum)
			for k := range v.w {
				v.w[k] /= sum
			}
		}
	}
	return out
}

// The weights, chosen on the even topics of ECB+: nameShare is how much of the
// likeness is that of names and numbers alone.
const (
	nameShare   = 0.3
	titleWeight = 3.0
	capital     = 2.0
	rarity      = 1.5
)

// stem takes the commonest endings off.
func stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	for _, e := range []string{"ing", "ed", "es", "s"} {
		if len(w) > len(e)+3 && strings.HasSuffix(w, e) {
			return w[:len(w)-len(e)]
		}
	}
	return w
}

var common = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("the of to and a in that is was for on with as by at from it his he has had be an are have not its which this their who were been but they will would said say after also more her she one than or about up into out when over last year no if can could there all new two we you i him them what so some other first most only before") {
		out[w] = true
	}
	return out
}()

func dot(a, b vector) float64 {
	s := 0.0
	if len(a.ids) > len(b.ids) {
		a, b = b, a
	}
	if len(b.ids) > 8*len(a.ids) { // one article against a large group
		j := 0
		for i, id := range a.ids {
			k, ok := slices.BinarySearch(b.ids[j:], id)
			if j += k; ok {
				s += a.w[i] * b.w[j]
			}
		}
		return s
	}
	for i, j := 0, 0; i < len(a.ids) && j < len(b.ids); {
		switch {
		case a.ids[i] == b.ids[j]:
			s += a.w[i] * b.w[j]
			i, j = i+1, j+1
		case a.ids[i] < b.ids[j]:
			i++
		default:
			j++
		}
	}
	return s
}
