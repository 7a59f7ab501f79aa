package quote

import (
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// sharedRun is how many words in a row, quoted on both pages, show one utterance
// where a page does not say whose it is by name: `"...", a spokesman said`.
const sharedRun = 8

// mostSharers bounds how many quotes one run of words is looked up in.
const mostSharers = 100

// across joins quotations word for word of one story that groups by speaker keep
// apart, because a page tells the speaker by no name that answers to an entity.
// What two entities are said to have said stays apart: the pages contradict each
// other, or both said it.
func (j *joiner) across() {
	var of []int // quotes that are compared, in order of id
	for i := range j.quotes {
		q := &j.quotes[i]
		if len(j.pieces[i]) > 0 && q.Kind != stemma.Indirect && q.SpeakerText != "" {
			of = append(of, i)
		}
	}
	sort.Slice(of, func(a, b int) bool { return j.quotes[of[a]].ID < j.quotes[of[b]].ID })
	speaker := map[int]stemma.Ref{} // by root
	for _, i := range of {
		if s := j.quotes[i].Speaker; s != "" {
			speaker[j.root(i)] = s
		}
	}
	runs := map[string][]int{}
	for _, i := range of {
		scope := j.story[j.quotes[i].Article]
		if scope == "" {
			continue
		}
		tried := map[int]bool{}
		for _, p := range j.pieces[i] {
			plain := p.w.plain[:min(len(p.w.plain), mostRun)]
			for k := 0; k+sharedRun <= len(plain); k++ {
				key := scope + ":" + strings.Join(plain[k:k+sharedRun], " ")
				for _, o := range runs[key] {
					if tried[o] {
						continue
					}
					tried[o] = true
					a, b := j.root(i), j.root(o)
					s, t := speaker[a], speaker[b]
					if a == b || s != "" && t != "" || nested(&j.quotes[i], &j.quotes[o]) || !together(j.quotes[i].Date, j.quotes[o].Date) {
						continue
					}
					j.parent[max(a, b)] = min(a, b)
					if s == "" {
						s = t
					}
					speaker[min(a, b)] = s
				}
				if l := runs[key]; len(l) < mostSharers && (len(l) == 0 || l[len(l)-1] != i) {
					runs[key] = append(l, i)
				}
			}
		}
	}
}

// nested reports whether one of two quotes of an article stands in the other: what
// somebody is told of in a turn of a transcript is not what the turn says.
func nested(a, b *stemma.Quote) bool {
	if a.Article != b.Article {
		return false
	}
	for _, s := range a.Spans {
		for _, t := range b.Spans {
			if s.Overlaps(t) {
				return true
			}
		}
	}
	return false
}
