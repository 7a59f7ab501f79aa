package entity

import (
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// mostDossier is how many articles a dossier has at most: what more articles
// share is a field of news, not one matter.
const mostDossier = 60

// dossiers groups the articles that name two or more of the same people and
// bodies in full, or places no table has, all of few: the coverage of one matter over days, of which
// a story is one happening. Where a group grows past mostDossier its articles have
// none. So do the posts of one thread with what they hold.
func (j *joiner) dossiers() {
	j.dossier = map[string]string{}
	in := map[string][]string{} // articles by name
	seen := map[string]bool{}
	for _, it := range j.all {
		if it.m.Descriptive || it.m.Key != "" {
			continue
		}
		switch it.kind {
		case stemma.Person, stemma.Organisation:
			if !strings.Contains(it.name, " ") {
				continue
			}
		case stemma.Place: // a village no table has tells as much
			if len(it.name) < 5 || j.t.names[it.m.Name].what != "" || towns()[it.name] != nil {
				continue
			}
		default:
			continue
		}
		if k := it.name + "\x00" + it.article; !seen[k] {
			seen[k] = true
			in[it.name] = append(in[it.name], it.article)
		}
	}
	names := make([]string, 0, len(in))
	for n, as := range in {
		if len(as) > 1 && len(as) <= mostDossier/2 {
			names = append(names, n)
		}
	}
	sort.Strings(names)
	shared := map[[2]string]int{}
	parent := map[string]string{}
	size := map[string]int{}
	root := func(a string) string {
		for parent[a] != "" {
			a = parent[a]
		}
		return a
	}
	tie := func(a, b string) {
		if x, y := root(a), root(b); x != y {
			parent[max(x, y)] = min(x, y)
			size[min(x, y)] = max(size[x], 1) + max(size[y], 1)
		}
	}
	for _, n := range names {
		as := in[n]
		for i, a := range as {
			for _, b := range as[i+1:] {
				k := [2]string{min(a, b), max(a, b)}
				if shared[k]++; shared[k] != 2 {
					continue
				}
				tie(a, b)
			}
		}
	}
	thread := map[string]string{} // the first post or held article of each capture
	for _, a := range j.sc.Articles {
		if a.Kind != stemma.KindPost && a.Within == "" {
			continue
		}
		if first, ok := thread[a.Capture]; !ok {
			thread[a.Capture] = a.ID
		} else {
			tie(first, a.ID)
		}
	}
	for _, a := range j.sc.Articles {
		if r := root(a.ID); size[r] > 1 && size[r] <= mostDossier {
			j.dossier[a.ID] = "dossier " + r
		}
	}
}

// scopes are where a name of an article is looked up, one after the other: the
// article, its story, its dossier.
func (j *joiner) scopes(article string) []string {
	out := []string{article}
	if s := j.story[article]; s != "" {
		out = append(out, s)
	}
	if d := j.dossier[article]; d != "" {
		out = append(out, d)
	}
	return out
}
