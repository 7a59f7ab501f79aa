package entity

import (
	"regexp"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// authors adds those who wrote the articles and whom no text names: of bylines and of
// notices ("(Reporting by Ana Ruiz in Lima; Editing by Juan Quispe)"). Their cites
// are bytes of the capture.
func (j *joiner) authors(entities []stemma.Entity, of map[string]int) []stemma.Entity {
	for _, a := range j.sc.Articles {
		for _, k := range a.Candidates {
			if !k.Chosen || k.Range.End <= k.Range.Start || k.Field != "byline" && k.Field != "notice" {
				continue
			}
			for _, name := range writers(k.Field, k.Value) {
				if fold(name) == fold(a.Outlet) {
					continue
				}
				c := "person:" + fold(name)
				n, ok := of[j.root(c)]
				if !ok {
					n, of[c] = len(entities), len(entities)
					entities = append(entities, stemma.Entity{Type: "entity", ID: stemma.JoinedID(stemma.EntityID, []string{c}), Name: name, Kind: stemma.Person,
						Derived: stemma.Derived{By: stemma.By{Stage: "entity", Version: Version, Rule: "byline"}, Sure: 0.8, Since: 1}})
				}
				e := &entities[n]
				cite := stemma.Cite{Article: a.ID, Exact: k.Value, Capture: []stemma.Range{k.Range}}
				e.Cites = append(e.Cites, cite)
				r := slices.IndexFunc(e.Roles, func(r stemma.Role) bool { return r.Role == "author" && r.Of == a.Outlet })
				if r < 0 {
					r = len(e.Roles)
					e.Roles = append(e.Roles, stemma.Role{Role: "author", Of: a.Outlet})
				}
				e.Roles[r].Cites = append(e.Roles[r].Cites, cite)
				hold(&e.Roles[r], a.Published)
			}
		}
	}
	return entities
}

// credited are those a notice names behind what they did.
var credited = regexp.MustCompile(`(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Ww]ritten|[Tt]ranslated|[Tt]ranslation) by ([^;)(.]+)|[Ww]ith files from (?:\S+['’]s )?([^;)(.]+)`)

// writers are the persons of a byline or notice.
func writers(field, value string) (out []string) {
	var parts []string
	if field == "byline" {
		parts = append(parts, value)
	}
	for _, m := range credited.FindAllStringSubmatch(value, -1) {
		if field == "notice" {
			parts = append(parts, m[1]+m[2])
		}
	}
	for _, p := range parts {
		for _, n := range strings.FieldsFunc(strings.NewReplacer(" and ", ",", " & ", ",", " | ", ",", " · ", ",").Replace(p), func(r rune) bool { return r == ',' }) {
			n, _, _ = strings.Cut(n, " in ")
			n = clean(strings.TrimPrefix(strings.TrimPrefix(clean(n), "By "), "by "))
			if writer(n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// writer reports whether a byline is the name of a person: "Ana Ruiz", not "Staff
// Reporter" nor "Lima Post".
func writer(n string) bool {
	w := strings.Fields(n)
	if _, paper := outlet.Lookup(n); paper || len(w) < 2 || len(w) > 4 || w[0] == "The" || strings.ContainsAny(n, "0123456789@/:") {
		return false
	}
	t := load()
	for i, x := range w {
		l := strings.Trim(strings.ToLower(x), ".")
		if !upper(x) && (i == 0 || i == len(w)-1 || !joins[l]) || t.roles[l] || t.orgs[l] || desks[l] || t.names[x].what != "" && given()[l] == "" || len(x) > 2 && acronym(x) {
			return false
		}
	}
	return true
}

// desks are words of bylines that name nobody.
var desks = set("admin\nagencies\ndaily\ndesk\ndrafting\neditorial\nguest\nherald\nmagazine\nmail\nmedia\nmonitoring\nnews\nnewsroom\nonline\npost\npress\nrelease\nreview\nstaff\nteam\ntelegraph\ntimes\ntribune\nwire")
