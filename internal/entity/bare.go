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
	if d := j.dossier[it.article]; scope == "" {
		scope = d
	}
	if role == "" || courtesies[role] || it.kind != stemma.Person || scope == "" {
		return true
	}
	mine, other := false, ""
	bearers := j.titled()[scope+"\x00"+lastWord(it.name)]
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
			for _, s := range j.scopes(o.article)[1:] {
				if o.m.Role != "" && !o.m.Descriptive && strings.HasPrefix(o.cluster, "person:") && strings.Contains(o.name, " ") {
					k := s + "\x00" + lastWord(o.name)
					j.offices[k] = append(j.offices[k], o)
				}
			}
		}
	}
	return j.offices
}

// oneTitled is the one of several bearers of a surname in a story or dossier who
// is given the role it is printed with, "Capt. Ruiz" the captain, where each of
// the others is given one too.
func (j *joiner) oneTitled(it *item, scope string) string {
	role := roleKey(it.m.Role)
	if role == "" || courtesies[strings.TrimSuffix(role, ".")] {
		return ""
	}
	roles := map[string]bool{} // by bearer: whether the role fits
	last := lastWord(it.name)
	for _, o := range j.titled()[scope+"\x00"+last] {
		c := j.root(o.cluster)
		for _, r := range strings.Split(o.m.Role, ", ") {
			if k := roleKey(r); !courtesies[strings.TrimSuffix(k, ".")] {
				roles[c] = roles[c] || (fits(role, k) || fits(role, bareRole(r))) && !j.barred(it, c)
			}
		}
	}
	found := ""
	for _, c := range j.bearing(it.name, scope) {
		if j.shortFor(it.name, strings.TrimPrefix(c, "person:")) == 0 {
			continue
		}
		c = j.root(c)
		fit, titled := roles[c]
		switch {
		case !titled, fit && found != "" && found != c:
			return ""
		case fit:
			found = c
		}
	}
	return found
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
