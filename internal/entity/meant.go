package entity

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// told is what all articles tell of who bears a cluster's names.
type told struct {
	sex    string // "he", "she", "?" where roles differ, "-" where two bear it
	office bool   // has held an office that administrations are called after
}

// tell fills j.told by the roles that full names are given, else by the given
// names, else by how those are spoken of who bear them.
func (j *joiner) tell() {
	j.told = map[string]*told{}
	for _, it := range j.all {
		if it.m.Descriptive || !strings.HasPrefix(it.cluster, "person:") {
			continue
		}
		c := j.root(it.cluster)
		t := j.told[c]
		if t == nil {
			t = &told{}
			j.told[c] = t
		}
		if it.m.Role == "" {
			continue
		}
		for _, r := range strings.Split(it.m.Role, ", ") {
			h, _, _ := strings.Cut(fold(r), " of ")
			w := strings.TrimSuffix(lastWord(h), ".")
			if s := sexOf(w); s != "" && t.sex == "" {
				t.sex = s
			} else if s != "" && t.sex != s {
				t.sex = "?"
			}
			switch w {
			case "president", "premier", "governor", "mayor", "chancellor", "minister", "king", "queen", "pope", "emperor":
				t.office = true
			}
		}
	}
	for c, t := range j.told {
		if w, _, ok := strings.Cut(strings.TrimPrefix(c, "person:"), " "); ok && given()[w] != "" && (t.sex == "" || t.sex == "?") {
			t.sex = given()[w]
		}
	}
	j.spokenOf()
}

// barred reports whether a short name cannot mean cluster c: "Mr. Ruiz" a
// woman, "Ms. Ruiz" a man, "the Ruiz years" one who held no office.
func (j *joiner) barred(it *item, c string) bool {
	t := j.told[j.root(c)]
	if t == nil {
		t = &told{}
	}
	if t.sex != "" && t.sex != "?" {
		if s := roleSex(it.m.Role); s != "" && s != t.sex {
			return true
		}
	}
	return !t.office && j.years(it)
}

// years reports whether a name stands for a time of office: "the Ruiz
// administration", "the Ruiz, Quispe and Addo governments".
func (j *joiner) years(it *item) bool {
	a := j.sc.ByID[it.article]
	if a == nil {
		return false
	}
	end := it.m.Cite.Spans[len(it.m.Cite.Spans)-1].End
	for n, w := range strings.Fields(a.Text[min(end, len(a.Text)):min(end+90, len(a.Text))]) {
		switch strings.TrimRight(w, ".,") {
		case "administration", "administrations", "presidency", "presidencies", "era", "years":
			return true
		case "and", "or":
			continue
		}
		if n > 8 || w != "," && (w[0] < 'A' || w[0] > 'Z') || strings.HasSuffix(w, ".") {
			return false
		}
	}
	return false
}

// ahead reports whether a short name stands before the first place at which its
// article names cluster c in full.
func (j *joiner) ahead(it *item, c string) bool {
	for n, o := range j.by[it.article] {
		if o == it || n == 2000 {
			return o == it
		}
		if o.cluster != "" && j.root(o.cluster) == j.root(c) && strings.Contains(o.name, " ") && o.kind == stemma.Person {
			return false
		}
	}
	return false
}
