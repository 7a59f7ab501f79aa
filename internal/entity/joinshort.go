package entity

import (
	"strings"

	"github.com/stemma-news/stemma"
)

func (j *joiner) full(article, cluster string) {
	for _, k := range append(j.scopes(article), "") {
		if in := k + "\x00" + cluster; !j.isFull[in] {
			j.isFull[in] = true
			j.fulls[k] = append(j.fulls[k], cluster)
		}
	}
}

func (j *joiner) root(c string) string {
	for j.parent[c] != "" {
		c = j.parent[c]
	}
	return c
}

// union joins two clusters under the smaller.
func (j *joiner) union(a, b string) {
	a, b = j.root(a), j.root(b)
	if a != b {
		j.parent[max(a, b)] = min(a, b)
	}
}

// shorts ties a name of one word, or the end of a longer one, to the one full
// name it can be short for: in the article, else in the story. "Ruiz" of an
// article with two Ruizes is neither.
func (j *joiner) shorts() {
	men := map[string]bool{} // by article and by story
	for _, it := range j.all {
		if roleSex(it.m.Role) == "he" {
			men[it.article+"\x00"+it.name] = true
			men[j.story[it.article]+"\x00"+it.name] = true
		}
	}
	for _, it := range j.all {
		if it.cluster != "" || it.m.Descriptive || it.kind != stemma.Person && it.kind != "" || it.m.Role == handleRole {
			continue
		}
		for _, scope := range j.scopes(it.article) {
			if c, n := j.longer(it, scope); n == 1 && j.suits(it, c) {
				if o := j.commonly(it); o != "" && o != j.root(c) && scope == it.article && j.ahead(it, c) && !j.barred(it, o) {
					c = o
				}
				it.cluster = c
				break
			} else if it.cluster != "" {
				break
			} else if n > 1 {
				if it.cluster = j.lastNamed(it); it.cluster == "" && scope != it.article {
					it.cluster = j.oneTitled(it, scope)
				}
				break
			}
		}
		if it.cluster == "" && it.kind == "" && strings.Contains(it.name, " ") && len(j.kinds[it.name]) == 0 {
			continue
		}
		if it.cluster == "" {
			if c := j.commonly(it); c != "" && !j.barred(it, c) && j.suits(it, c) {
				it.cluster = c
			}
		}
		if it.cluster == "" && it.kind == stemma.Person {
			scope := j.story[it.article]
			if scope == "" {
				scope = it.article
			}
			it.cluster = "person:" + it.name + "\x00" + scope
			if roleSex(it.m.Role) == "she" && men[scope+"\x00"+it.name] { // "Mr. Ruiz" and "Ms. Ruiz"
				it.cluster += "\x00she"
			}
		}
	}
}

// longer returns the one cluster of scope that it can be short for, and how many
// there are. A name's end is shortened to before its beginning, and that
// before its middle.
func (j *joiner) longer(it *item, scope string) (string, int) {
	var found [4]string
	var n [4]int
	for _, c := range j.bearing(it.name, scope) {
		if n[3] > 1 {
			break
		}
		k := j.shortFor(it.name, strings.TrimPrefix(c, "person:"))
		if k == 0 || j.barred(it, c) {
			continue
		}
		if r := j.root(c); r != found[k] {
			found[k] = r
			n[k]++
		}
	}
	for k := 3; k > 0; k-- {
		if n[k] > 0 {
			return found[k], n[k]
		}
	}
	return "", 0
}

// mostBearers is how many names one word of them is looked for in.
const mostBearers = 500

// bearing lists the full names of scope that name can be short for, as far as
// its words tell: no more than mostBearers.
func (j *joiner) bearing(name, scope string) []string {
	if j.byWord == nil {
		j.byWord = map[string][]string{}
		for s, cs := range j.fulls {
			for _, c := range cs {
				n := strings.TrimPrefix(c, "person:")
				seen := map[string]bool{}
				put := func(w string) {
					if k := s + "\x00" + w; !seen[w] && len(j.byWord[k]) < mostBearers {
						seen[w] = true
						j.byWord[k] = append(j.byWord[k], c)
					}
				}
				for i, w := range strings.Fields(n) {
					put(w)
					put(w[strings.LastIndexByte(w, '-')+1:])
					put("~" + j.bones(w))
					if i == 0 {
						put("^" + w)
					}
				}
			}
		}
	}
	last := name[strings.LastIndexByte(name, ' ')+1:]
	out := j.byWord[scope+"\x00"+last]
	if last != name {
		return out
	}
	if l := j.byWord[scope+"\x00~"+j.bones(name)]; len(l) > 0 {
		out = append(out[:len(out):len(out)], l...)
	}
	if f := formal()[name]; f != "" {
		out = append(out[:len(out):len(out)], j.byWord[scope+"\x00^"+f]...)
	}
	return out
}

// bones is the skeleton of a word, worked out once.
func (j *joiner) bones(w string) string {
	b, ok := j.skeletons[w]
	if !ok {
		b = skeleton(w)
		j.skeletons[w] = b
	}
	return b
}

// shortFor tells how well name can be short for full, 0 if it cannot: "kyaw"
// and "thura kyaw" 3, "soe" 2 and "thura" 1 for "soe thura kyaw". "ana maria"
// is not short for "ana maria ruiz", who may be her daughter.
func (j *joiner) shortFor(name, full string) int {
	if name == full || strings.HasSuffix(full, " "+name) {
		return 3
	}
	if k := len(full) - len(name) - 1; k > 0 && full[k] == '-' && strings.HasSuffix(full, name) {
		if p := full[strings.LastIndex(full[:k], " ")+1 : k]; len(p) < 4 && (p[0] == 'a' || p == "el" || p == "bin" || p == "ibn") {
			return 3 // "Masri" of "Adel al-Masri"
		}
	}
	if strings.Contains(name, " ") {
		return 0
	}
	w := strings.Fields(full)
	if formal()[name] == w[0] {
		return 2 // "Bob" of "Robert Quispe"
	}
	for i := range w {
		if w[i] == name || len(name) > 4 && j.bones(w[i]) == j.bones(name) {
			switch i {
			case len(w) - 1:
				return 3
			case 0:
				return 2
			}
			return 1
		}
	}
	return 0
}
