package entity

import (
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// handleRole marks a name by which one writes on a network: "@anaruiz". Its Of
// is the name it is printed in brackets after.
const handleRole = "handle"

// handles marks the names of writers on networks that a sentence holds.
func (f *finder) handles(toks []tok) {
	for i := 0; i+1 < len(toks); i++ {
		if toks[i].s != "@" || toks[i+1].Start != toks[i].End || !toks[i+1].word || i > 0 && toks[i].Start == toks[i-1].End && toks[i-1].word {
			continue // "ana@ruiz"
		}
		end := toks[i+1].Start
		for end < len(f.a.Text) && handleByte(f.a.Text[end]) {
			end++
		}
		if end == toks[i+1].Start {
			continue
		}
		of := ""
		if i > 2 && toks[i-1].s == "(" {
			k := i - 1
			for k > 0 && toks[k-1].word && toks[k-1].cap && i-k < 6 {
				k--
			}
			if k < i-1 {
				of = f.words(toks[k : i-1])
			}
		}
		for k := i; k < len(toks) && toks[k].Start < end; k++ {
			f.used[k] = true
		}
		s := stemma.Span{Start: toks[i].Start, End: end}
		f.add(stemma.Mention{Name: f.a.Text[s.Start:s.End], Role: handleRole, Of: of}, s)
	}
}

func handleByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// letterKey is a name or handle without what is no letter of it.
func letterKey(s string) string {
	var b strings.Builder
	for _, r := range fold(s) {
		if r >= 'a' && r <= 'z' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// around are what handles add to a name: "@realanaruiz", "@senruiz" of one who
// is named so beside it.
var around = []string{"real", "the", "official", "iam"}

// writers ties handles to the persons they are of: to the one they are printed
// in brackets after, where the two share a word, in all articles; else to the
// only one whose name in full they spell.
func (j *joiner) writers() {
	var handles []*item
	for _, it := range j.all {
		if it.m.Role == handleRole {
			handles = append(handles, it)
		}
	}
	if len(handles) == 0 {
		return
	}
	of := map[string]string{} // by handle; "-" where two are told
	for _, it := range handles {
		if c := j.printedAfter(it); c != "" {
			sole(of, letterKey(it.name), j.root(c))
		}
	}
	spelt := map[string]string{}
	for _, c := range j.fulls[""] {
		k := letterKey(strings.TrimPrefix(c, "person:"))
		if p, _, _ := plainName(strings.TrimPrefix(c, "person:")); p != "" {
			k = letterKey(p)
		}
		sole(spelt, k, j.root(c))
	}
	for _, it := range handles {
		h := letterKey(it.name)
		c := of[h]
		if c == "" {
			c = spelt[h]
		}
		for _, x := range around {
			if c == "" {
				c = spelt[strings.TrimSuffix(strings.TrimPrefix(h, x), x)]
			}
		}
		if c != "" && c != "-" {
			it.cluster, it.kind = c, stemma.Person
		}
	}
}

// printedAfter is the person of the name a handle is printed in brackets after,
// where the handle holds a word of it.
func (j *joiner) printedAfter(it *item) string {
	if it.m.Of == "" {
		return ""
	}
	h := letterKey(it.name)
	items := j.by[it.article]
	at := it.m.Cite.Spans[0].Start
	n := sort.Search(len(items), func(n int) bool { return items[n].m.Cite.Spans[0].Start >= at })
	if n == 0 {
		return ""
	}
	o := items[n-1]
	end := o.m.Cite.Spans[len(o.m.Cite.Spans)-1].End
	if end+2 < at || o.kind != stemma.Person || o.cluster == "" || o.m.Descriptive {
		return ""
	}
	for _, w := range strings.Fields(o.name) {
		if w = letterKey(w); len(w) > 2 && strings.Contains(h, w) {
			return o.cluster
		}
	}
	return ""
}
