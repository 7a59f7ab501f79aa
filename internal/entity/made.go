package entity

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// entity makes the entity of one cluster: its most common full name, its other
// names, its roles.
func (j *joiner) entity(cluster string, items []*item) stemma.Entity {
	e := stemma.Entity{Type: "entity", Derived: stemma.Derived{By: stemma.By{Stage: "entity", Version: Version, Rule: "name"}, Sure: 0.8, Since: 1}}
	var ids []string
	names, countries, kinds := map[string]int{}, map[string]int{}, map[string]int{}
	also := map[string]bool{}
	roles := map[string]*stemma.Role{}
	written := map[string]map[string]int{} // how pages write each role
	for _, it := range items {
		m := it.m
		ids = append(ids, m.ID)
		e.Cites = append(e.Cites, m.Cite)
		if m.Country != "" && !m.Descriptive {
			countries[m.Country]++
		}
		kinds[it.kind]++
		also[clean(m.Cite.Exact)] = !pronouns[strings.ToLower(m.Cite.Exact)]
		if !m.Descriptive {
			n := m.Name
			if it.kind == stemma.Organisation && m.Country != "" && m.Key == "" {
				n = strings.NewReplacer("the ", "", "The ", "").Replace(clean(m.Cite.Exact))
			}
			if r := m.Role[strings.LastIndexByte(m.Role, ' ')+1:]; it.kind == stemma.Person && r != "" && !strings.Contains(n, " ") && upper(r) && regal[strings.ToLower(r)] && strings.HasSuffix(m.Cite.Exact, r+" "+n) {
				n = r + " " + n // "Queen Ana"
			}
			names[clean(n)]++
			also[clean(m.Name)] = true
		}
		j.rolesOf(it, also, roles, written)
		if it.kind == stemma.Organisation {
			for _, c := range j.called[it] {
				also[clean(c.phrase)] = c.phrase != ""
			}
		}
	}
	e.Name = best(names)
	if e.Name == "" {
		e.Name = best(count(also))
	}
	e.Kind, e.Country = top(kinds), top(countries)
	if e.Kind == stemma.Place {
		e.Name = capital(e.Name)
	}
	if t := j.told[cluster]; t != nil && (t.sex == "he" || t.sex == "she") {
		e.Pronoun = t.sex
	}
	if b := j.belong[cluster]; e.Country == "" && b.code != "" {
		e.Country, e.CountryWhy = b.code, b.why
	}
	switch {
	case strings.HasPrefix(cluster, "country:"):
		e.ID = cluster
		e.Country = strings.TrimPrefix(cluster, "country:")
		e.Name, e.Kind = CountryName(e.Country), stemma.Place
		e.By.Rule, e.Sure = "table", 0.95
	case strings.HasPrefix(cluster, "agency:") || strings.HasPrefix(cluster, "outlet:"):
		e.ID = cluster
		_, slug, _ := strings.Cut(cluster, ":")
		if o, ok := outlet.BySlug(slug); ok {
			e.Name, e.Country, e.Kind = o.Name, o.Country, stemma.Organisation
			for _, n := range o.Also {
				also[n] = true
			}
		}
		e.By.Rule, e.Sure = "table", 0.95
	default:
		e.ID = stemma.JoinedID(stemma.EntityID, ids)
	}
	if p := strings.Split(cluster, ":"); len(p) == 3 && p[0] == "organisation" && len(p[1]) == 3 {
		e.Country = p[1]
		if len(names) == 0 || lastWord(p[2]) == "ministry" && !strings.Contains(e.Name, CountryName(p[1])) && !strings.Contains(e.Name, ofCountry(j.t.countries[p[1]])) {
			// "the junta", by descriptions alone; "Interior Ministry", one of many
			e.Name = ofCountry(j.t.countries[p[1]]) + " " + p[2]
		}
	}
	for n, ok := range also {
		if ok && n != e.Name && n != "" {
			e.Also = append(e.Also, n)
		}
	}
	sort.Strings(e.Also)
	for k, r := range roles {
		r.Role = mostWritten(written[k])
		e.Roles = append(e.Roles, *r)
	}
	sort.Slice(e.Roles, func(i, k int) bool {
		return e.Roles[i].Role < e.Roles[k].Role || e.Roles[i].Role == e.Roles[k].Role && e.Roles[i].Of < e.Roles[k].Of
	})
	return e
}

// ofCountry is what is set before a body to say whose it is: "Ghanaian", the
// country's name where its adjective is made otherwise.
func ofCountry(c country) string {
	for _, a := range c.adjectives {
		if len(a) > 4 && len(c.name) > 4 && a[:4] == c.name[:4] && !strings.Contains(a, " ") {
			return a
		}
	}
	return c.name
}

// rolesOf adds the roles a mention gives, and the names they make: of
// "junta leader, Senior General" "junta leader" and "Senior General Ana Ruiz".
func (j *joiner) rolesOf(it *item, also map[string]bool, roles map[string]*stemma.Role, written map[string]map[string]int) {
	m := it.m
	if m.Role == "" || it.kind != stemma.Person || pronouns[m.Role] || m.Role == handleRole {
		return
	}
	parts := strings.Split(m.Role, ", ")
	if m.Printed != "" {
		also[clean(m.Printed)] = true
	}
	for i, r := range parts {
		if courtesies[strings.TrimSuffix(strings.ToLower(r), ".")] {
			if strings.HasSuffix(m.Cite.Exact, r+" "+m.Name) {
				also[clean(r+" "+m.Name)] = true
			}
			continue
		}
		if !m.Descriptive {
			also[clean(r)] = true
			if m.Of != "" && m.Of != CountryName(m.Country) {
				also[clean(m.Of+" "+r)] = true
			}
			if i == len(parts)-1 && strings.HasSuffix(m.Cite.Exact, r+" "+m.Name) {
				also[clean(r+" "+m.Name)] = true
			}
		}
		of := m.Of
		if m.Country != "" {
			of = CountryName(m.Country)
		}
		k := fold(r) + "\x00" + of
		bump(written, k, clean(r), 1)
		if roles[k] == nil {
			roles[k] = &stemma.Role{Of: of}
		}
		roles[k].Cites = append(roles[k].Cites, m.Cite)
		if a := j.sc.ByID[it.article]; a != nil {
			hold(roles[k], a.Published)
		}
	}
}

// hold widens the time over which pages give a role by a day.
func hold(r *stemma.Role, day *stemma.Date) {
	if day == nil {
		return
	}
	d := *day
	if r.From == nil || d.From.Before(r.From.From) {
		r.From = &d
	}
	if r.Until == nil || d.Until.After(r.Until.Until) {
		r.Until = &d
	}
}

// mostWritten is the writing most places have, of two the one with fewer
// capitals.
func mostWritten(n map[string]int) string {
	out := ""
	for s, k := range n {
		if out == "" || k > n[out] || k == n[out] && s > out {
			out = s
		}
	}
	return out
}

func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

func count(m map[string]bool) map[string]int {
	n := map[string]int{}
	for k, ok := range m {
		if ok {
			n[k] = 1
		}
	}
	return n
}

// best is the name printed most often among those with most words said more
// than a quarter as often; ties go to the longer, then the smaller.
func best(n map[string]int) string {
	out := ""
	full := false
	for s := range n {
		full = full || strings.Contains(s, " ")
	}
	score := func(s string) int {
		w := 0 // words, without initials
		for _, x := range strings.Fields(s) {
			if len(strings.TrimSuffix(x, ".")) > 1 {
				w++
			}
		}
		w = min(max(w, 1), 4)
		v := n[s] * w * w
		if c := capital(s); full && w == 1 || c != s && n[c] > 0 { // "LIMA" of datelines
			v = 0
		}
		// of two spellings of one name the one whose end stands alone too
		if i := strings.LastIndex(s, " "); i > 0 && n[s[i+1:]] > 0 {
			v++
		}
		if strings.Contains(s, "'s ") || strings.Contains(s, "’s ") {
			v = v/2 + 1
		}
		return v
	}
	for s := range n {
		if out == "" || score(s) > score(out) || score(s) == score(out) && (len(s) > len(out) || len(s) == len(out) && s < out) {
			out = s
		}
	}
	return out
}

// capital writes a word of four capitals or more as names are: "LIMA" as "Lima".
func capital(s string) string {
	if len(s) < 4 || s != strings.ToUpper(s) || strings.ContainsAny(s, " .-0123456789") {
		return s
	}
	_, n := utf8.DecodeRuneInString(s)
	return s[:n] + strings.ToLower(s[n:])
}

// bump adds n to a count of counts.
func bump(m map[string]map[string]int, k, of string, n int) {
	if m[k] == nil {
		m[k] = map[string]int{}
	}
	m[k][of] += n
}

// mark enters a word in a set of sets.
func mark(m map[string]map[string]bool, k, of string) {
	if m[k] == nil {
		m[k] = map[string]bool{}
	}
	m[k][of] = true
}

// sole enters the one value of a key, "-" where there are several.
func sole(m map[string]string, k, v string) {
	if old := m[k]; old == "" {
		m[k] = v
	} else if old != v {
		m[k] = "-"
	}
}

func top(n map[string]int) string {
	out := ""
	for s := range n {
		if s != "" && (out == "" || n[s] > n[out] || n[s] == n[out] && s < out) {
			out = s
		}
	}
	return out
}

// unrivalled is top of n, "" where another has more than one in so many of its
// votes.
func unrivalled(n map[string]int, oneIn int) string {
	best := top(n)
	for s, votes := range n {
		if s != best && votes*oneIn > n[best] {
			return ""
		}
	}
	return best
}
