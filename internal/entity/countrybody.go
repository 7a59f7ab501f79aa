package entity

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// bodyNamed is the one body or place that a name means in an article, else in its
// story, else anywhere.
func (p *placer) bodyNamed(name, article string) string {
	for _, scope := range []string{article, p.story[article], ""} {
		if l := p.names[scope+"\x00"+name]; len(l) == 1 {
			return l[0]
		} else if len(l) > 1 {
			return ""
		}
	}
	return ""
}

// inName reads the country off a body's own name: "Radio Nepal", "Government of
// Ghana", not "United Nations Mission in Ghana".
func (p *placer) inName(it *item) (code, why string) {
	w := strings.Fields(it.m.Name)
	if len(w) < 2 || abroad(it.name) || strings.Contains(it.name, "indian nation") || strings.Contains(it.name, "british columbia") {
		return "", ""
	}
	for i := range w {
		c := p.beginsCountry(w[i:])
		if c == "" {
			if kn := p.t.names[w[i]]; kn.what == "capital" && i > 0 && w[i-1] == "of" {
				c = kn.country
			}
		}
		if c != "" && code != "" && c != code {
			return "", ""
		}
		if c != "" {
			code = c
		}
	}
	return code, "its name"
}

// abroad reports whether a body by its name is of several countries, or works
// in one without being of it.
func abroad(name string) bool { return anyOf(name, abroadWords) }

var abroadWords = set("african\nagreement\nambassador\namerican\narab\nasian\ncis\ncommittee\nconsulate\ndelegation\nembassy\neu\neuropean\nforce\nfriends\nglobal\ninter\ninternational\nislamic\njoint\nmission\nnations\nnato\noperation\nregional\nsanctions\ntreaty\ntribunal\nun\nunion\nworld")

// besideBody reads "the Swedish shipping company Sol Lines" and "Sol Lines, a
// Swedish shipper,".
func (p *placer) besideBody(a *stemma.Article, it *item) (code, why string) {
	s := it.m.Cite.Spans[0]
	line := a.Text[max(0, s.Start-60):s.Start]
	if i := strings.LastIndexAny(line, "\n.;,"); i >= 0 {
		line = line[i+1:]
	}
	w := strings.Fields(line)
	n := len(w)
	if n > 1 && isBodyNoun(w[n-1]) {
		for h := n - 1; h > 0 && h > n-4; h-- {
			if c := p.endsCountry(w[:h]); c != "" {
				return c, strings.Join(w[h-1:], " ") + " " + it.m.Name
			}
			if w[h-1] != strings.ToLower(w[h-1]) {
				break
			}
		}
	}
	after, ok := strings.CutPrefix(a.Text[s.End:min(len(a.Text), s.End+80)], ", ")
	if !ok {
		return "", ""
	}
	after, _, ok = strings.Cut(after, ",")
	if w = strings.Fields(after); !ok || len(w) < 3 || w[0] != "a" && w[0] != "an" && w[0] != "the" {
		return "", ""
	}
	for k := 1; k < min(len(w)-1, 4); k++ {
		c := p.beginsCountry(w[k:])
		if kn := p.t.names[w[k]]; c == "" && kn.what == "capital" {
			c = kn.country
		} else if c == "" && upper(w[k]) {
			c = p.townIn(towns()[fold(w[k])], a.ID)
		}
		if c != "" && slices.ContainsFunc(w[k+1:], isBodyNoun) {
			return c, it.m.Name + ", " + after
		}
	}
	return "", ""
}

func isBodyNoun(w string) bool {
	return companyNouns[w] || kindNouns[w] || bodyNouns[w] || load().orgs[w]
}

// stateBody places a body that every state has, "Election Commission", in the one
// country its article speaks of.
func (p *placer) stateBody(it *item) (code, why string) {
	if it.kind != stemma.Organisation || it.m.Descriptive || p.seats[it.article] == "" || abroad(it.name) {
		return "", ""
	}
	last := lastWord(it.name)
	first, _, _ := strings.Cut(it.name, " ")
	switch {
	case isNational(first), last == "ministry", last == "police", last == "army", last == "navy", last == "parliament", last == "senate", last == "treasury",
		strings.Contains(it.name, "election commission"), strings.Contains(it.name, "electoral commission"), strings.HasPrefix(it.name, "ministry of "), strings.HasPrefix(it.name, "department of "),
		last == "court" && (strings.Contains(it.name, "supreme") || strings.Contains(it.name, "constitutional") || strings.Contains(it.name, "high")), it.name == "national assembly", it.name == "central bank", last == "party", slices.Contains(p.calledAs[p.root(it.cluster)], "party"):
		return p.seats[it.article], "the country its pages are about"
	}
	return "", ""
}

// member gives a person the country of the body he or she is said to be of.
func (p *placer) member(it *item) (code, why string) {
	if it.kind != stemma.Person || it.m.Role == "" {
		return "", ""
	}
	of := ""
	switch {
	case it.m.Of != "" && it.m.Country == "":
		of = p.bodyNamed(fold(it.m.Of), it.article)
	case strings.HasPrefix(strings.ToLower(it.m.Printed), "its "):
		of = p.lastBody(it)
	default:
		of = p.namedIn(it)
	}
	if b := p.of[of]; of != "" && b.code != "" {
		return b.code, "of a body there: " + it.m.Role
	}
	return "", ""
}

// namedIn is the body or place whose name stands behind a preposition in a role, or
// the person: "mayor of [Sorra] and Lindero", "lawyer for [Ana Ruiz]".
func (p *placer) namedIn(it *item) string {
	for _, w := range []string{" of ", " for ", " at ", " in ", " from "} {
		_, b, ok := strings.Cut(it.m.Role, w)
		if !ok || p.sent(it.m.Role) {
			continue
		}
		b, _, _ = strings.Cut(strings.TrimPrefix(b, "the "), ", ")
		name := strings.Fields(b)
		for n := len(name); n > 0; n-- {
			if !upper(name[0]) || n < len(name) && upper(name[n]) {
				continue // not a part of a name
			}
			if c := p.bodyNamed(fold(strings.Join(name[:n], " ")), it.article); c != "" {
				return c
			}
		}
	}
	return ""
}

// near gives who works for a person, or is of a family, that person's country: "a
// lawyer for Ana Ruiz", "Ana Ruiz's husband".
func (p *placer) near(it *item) (code, why string) {
	if it.kind != stemma.Person || it.m.Role == "" || it.m.Country != "" {
		return "", ""
	}
	name := it.m.Of
	for _, w := range []string{" for ", " of "} {
		if _, b, ok := strings.Cut(it.m.Role, w); ok && name == "" {
			name, _, _ = strings.Cut(b, ", ")
		}
	}
	if i := strings.IndexAny(it.m.Printed, "'’"); i > 0 && name == "" {
		name = it.m.Printed[:i] // "Ana Ruiz's wife"
	}
	role, _, _ := strings.Cut(strings.ToLower(it.m.Role), " for ")
	role, _, _ = strings.Cut(role, " of ")
	if !closeTo[lastWord(role)] {
		return "", ""
	}
	first, _, _ := strings.Cut(strings.ToLower(it.m.Printed), " ")
	name = fold(name)
	his := name == "" && (first == "his" || first == "her")
	found := ""
	for _, o := range p.by[it.article] {
		if o.kind != stemma.Person || o.cluster == "" || o.m.Descriptive || !his && o.name != name && lastWord(o.name) != name {
			continue
		}
		switch c := p.root(o.cluster); {
		case c == p.root(it.cluster):
			if his {
				return p.of[found].code, "of one there: " + it.m.Printed
			}
		case !his && found != "" && found != c:
			return "", ""
		default:
			found = c
		}
	}
	if his || found == "" {
		return "", ""
	}
	return p.of[found].code, "of one there: " + it.m.Role
}

// closeTo are roles of those who are mostly of the country of whom they are close to.
var closeTo = set("aide\nassistant\nattorney\nbrother\nchauffeur\ncousin\ndaughter\nfather\nhusband\nlawyer\nmother\nnephew\nniece\nsecretary\nsister\nson\nspokesman\nspokesperson\nspokeswoman\nuncle\nwidow\nwife")

// sent reports whether a role is about a place or held there for somebody else:
// "ambassador in Lima", "author of a book on Lima".
func (p *placer) sent(role string) bool { return anyOf(strings.ToLower(role), sentWords) }

var sentWords = set("ambassador\nattaché\nauthor\nconsul\ncorrespondent\ndiplomat\nembassy\nenvoy\nexpert\nmission\nrepresentative\ntroops\nvisiting")

// lastBody is the body named last before a person of whom a page says "its
// president", within 300 bytes.
func (p *placer) lastBody(it *item) string {
	at := it.m.Cite.Spans[0].Start
	found := ""
	for _, o := range p.by[it.article] {
		s := o.m.Cite.Spans[0].Start
		if s >= at {
			break
		}
		if at-s <= 300 && o.kind == stemma.Organisation && o.cluster != "" {
			found = p.root(o.cluster)
		}
	}
	return found
}

// stateOffice gives who holds an office of state the one country the article
// speaks of.
func (p *placer) stateOffice(it *item) (code, why string) {
	home := p.seats[it.article]
	if it.kind != stemma.Person || it.m.Role == "" || home == "" || it.m.Country != "" || p.away[p.root(it.cluster)] {
		return "", ""
	}
	if it.m.Of != "" && p.bodyNamed(fold(it.m.Of), it.article) != "" || strings.HasPrefix(strings.ToLower(it.m.Printed), "its ") {
		return "", "" // "its president", of a union
	}
	for _, r := range strings.Split(it.m.Role, ", ") {
		if ofState(r) && !abroad(fold(r)) && !strings.HasPrefix(r, "president of") && !strings.HasPrefix(r, "President of") {
			return home, "an office of the country its pages are about: " + r
		}
	}
	return "", ""
}
