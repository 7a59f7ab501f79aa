package entity

import (
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// courtesies are titles that any man or woman may bear.
var courtesies = map[string]bool{"dr": true, "madam": true, "madame": true, "miss": true, "mr": true, "mrs": true, "ms": true}

// suits reports whether a surname printed with a role can stand for cluster c:
// of "Ruiz, the mayor," not the fire chief Ana Ruiz, where the story has
// another Ruiz who is mayor.
func (j *joiner) suits(it *item, c string) bool {
	role := roleKey(it.m.Role)
	scope := j.story[it.article]
	if role == "" || courtesies[role] || it.kind != stemma.Person || scope == "" {
		return true
	}
	mine, other := false, ""
	bearers := j.titled()[scope+"\x00"+it.name[strings.LastIndex(it.name, " ")+1:]]
	for _, o := range bearers[:min(len(bearers), mostBearers)] {
		for _, r := range strings.Split(o.m.Role, ", ") {
			if !fits(role, roleKey(r)) && !fits(role, bareRole(r)) {
				continue
			}
			if j.root(o.cluster) == j.root(c) {
				mine = true
			} else if !j.barred(it, o.cluster) {
				other = o.cluster
			}
		}
	}
	if mine || other == "" {
		return true
	}
	it.cluster = other
	return false
}

// titled are the places that give full names a role, by story and last word.
func (j *joiner) titled() map[string][]*item {
	if j.offices == nil {
		j.offices = map[string][]*item{}
		for _, o := range j.all {
			if s := j.story[o.article]; s != "" && o.m.Role != "" && !o.m.Descriptive && strings.HasPrefix(o.cluster, "person:") && strings.Contains(o.name, " ") {
				k := s + "\x00" + o.name[strings.LastIndex(o.name, " ")+1:]
				j.offices[k] = append(j.offices[k], o)
			}
		}
	}
	return j.offices
}

// bareRole is a role without what it is of: of "mayor of Lima" "mayor".
func bareRole(r string) string {
	h, _, _ := strings.Cut(fold(r), " of ")
	return roleKey(h)
}

// lastNamed resolves a surname that two of an article bear: to the one whose
// role it is printed with, else to the only one named before it, else to the one
// named in full in the sentence or paragraph just before, where no other bearer
// stands between.
func (j *joiner) lastNamed(it *item) string {
	at := it.m.Cite.Spans[0].Start
	role := roleKey(it.m.Role)
	sexed := roleSex(it.m.Role) != ""
	found, near, before := "", "", ""
	all := j.by[it.article]
	i := sort.Search(len(all), func(i int) bool { return all[i].m.Cite.Spans[0].Start >= at })
	for _, o := range all[max(0, i-4*mostBearers):min(len(all), i+4*mostBearers)] {
		s := o.m.Cite.Spans[0].Start
		if o.cluster == "" || o.kind != stemma.Person || o.m.Descriptive || j.shortFor(it.name, o.name) != 3 || sexed && j.barred(it, o.cluster) {
			continue
		}
		if role != "" && o.m.Role != "" && s != at {
			for _, r := range strings.Split(o.m.Role, ", ") {
				if fits(role, roleKey(r)) || fits(role, bareRole(r)) {
					if found != "" && found != j.root(o.cluster) {
						return ""
					}
					found = j.root(o.cluster)
				}
			}
		}
		if s < at {
			if r := j.root(o.cluster); before == "" {
				before = r
			} else if before != r {
				before = "-"
			}
			if at-s < 500 {
				near = j.root(o.cluster)
			}
		}
	}
	switch {
	case role != "":
		return found
	case before != "-":
		return before
	}
	return near
}
