package entity

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// item is a mention on its way to a cluster. A cluster is a string: the key of
// a known body, or a kind of name and the name.
type item struct {
	m       *stemma.Mention
	article string
	name    string // folded
	kind    string // settled by all the places that name it
	cluster string // "" while not known
}

// holding is a role a cluster is said to have in one article.
type holding struct {
	cluster, role, country, of, article string
}

type joiner struct {
	sc        *stemma.Scene
	t         *tables
	all       []*item
	by        map[string][]*item // by article, in order of place
	story     map[string]string  // by article
	kinds     map[string]map[string]int
	parent    map[string]string   // union of clusters
	fulls     map[string][]string // by article, by story, and of all: each once
	isFull    map[string]bool
	byWord    map[string][]string       // full names by scope and word, made when first asked for
	skeletons map[string]string         // by word
	holdings  map[string][]holding      // by article, by story, and by body
	short2    map[string]string         // acronyms: article and name -> full name
	known     map[string]map[string]int // articles by surname, or first name and a blank, and cluster
	told      map[string]*told          // by cluster
	offices   map[string][]*item        // by story and surname, made when first asked for
	countries map[string]string         // of bodies, by article and by story and name, "-" for several; made when first asked for
	business  map[string]bool           // clusters that are companies, made when first asked for
	belong    map[string]belongs        // countries by cluster
	dossier   map[string]string         // by article
	called    map[*item][]calling       // what pages call bodies
	calledAs  map[string][]string       // nouns of them by cluster
	codes     map[string]map[string]int // how often each article speaks of each country
	own       map[string]string         // the only country an article speaks of by itself
	homes     map[string]string         // the only country an article speaks of, as good as
	seats     map[string]string         // the country it is dated from, else its only one
	byNoun    map[string]string         // bodies by scope, country and noun, "-" for several; made when first asked for
	printed   map[string]string         // countries printed with persons, made when first asked for
}

// Join joins the mentions of all articles into entities, and fills sc.Links
// and sc.Entities. mentions is by article id. Full names meet everywhere; short
// ones and descriptions are resolved within their article, then its story.
func Join(sc *stemma.Scene, mentions map[string][]stemma.Mention) []stemma.Entity {
	j := &joiner{sc: sc, t: load(), by: map[string][]*item{}, story: map[string]string{}, kinds: map[string]map[string]int{},
		parent: map[string]string{}, fulls: map[string][]string{}, isFull: map[string]bool{}, skeletons: map[string]string{}, holdings: map[string][]holding{}, short2: map[string]string{}}
	for _, s := range sc.Stories {
		for _, a := range s.Articles {
			if j.story[a] == "" {
				j.story[a] = s.ID
			}
		}
	}
	for _, a := range sc.Articles {
		for i := range mentions[a.ID] {
			m := &mentions[a.ID][i]
			it := &item{m: m, article: a.ID, name: fold(m.Name)}
			j.all = append(j.all, it)
			j.by[a.ID] = append(j.by[a.ID], it)
		}
	}
	j.callBodies()
	j.vote()
	j.dossiers()
	j.named()
	j.variants()
	j.respelled()
	j.initials()
	j.acronyms()
	j.reworded()
	j.trimmed()
	j.tell()
	j.shorts()
	j.writers()
	j.hold()
	j.gatherCalled()
	j.home()
	j.described()
	j.correct()
	j.belong = j.countriesOf()
	return j.entities()
}

// vote settles the kind of each name from all the places that tell it. What fewer
// than a third of the places take for a person or place, "Republicans", is none. What
// has a chief executive is a body, whatever else it seems to be, unless some
// person has it for a last name.
func (j *joiner) vote() {
	vote := func(name, kind string, n int) {
		bump(j.kinds, name, kind, n)
	}
	surnames := map[string]int{}
	seen := map[string]int{}
	for _, it := range j.all {
		if !it.m.Descriptive {
			seen[it.name]++
		}
	}
	for _, it := range j.all {
		if it.m.Kind == stemma.Person && strings.Contains(it.name, " ") && !it.m.Descriptive {
			surnames[lastWord(it.name)]++
		}
		if it.m.Role == "" && !it.m.Descriptive && it.m.Key == "" && it.m.Country == "" {
			switch n := 3; {
			case it.m.Kind == stemma.Person && strings.Contains(it.name, " "):
			case j.calledCompany(it):
				vote(it.name, stemma.Organisation, n)
			case j.calledPlace(it):
				vote(it.name, stemma.Place, n)
			}
		}
		if n := legalForm(it.name); n != it.name && it.m.Kind == stemma.Organisation {
			vote(n, stemma.Organisation, 3)
		}
		for _, c := range j.called[it] {
			if bodyNouns[c.noun] && it.m.Role == "" && given()[firstWord(it.name)] == "" {
				vote(it.name, stemma.Organisation, 5) // "the Verde party"
			}
		}
		if it.m.Kind == "" || it.m.Descriptive {
			continue
		}
		n := 1
		if it.m.Role != "" {
			n = 3
		}
		vote(it.name, it.m.Kind, n)
		if w := lastWord(it.name); it.m.Kind == stemma.Place && facilities[w] && w != it.name {
			bare := strings.TrimSuffix(it.name, " "+w) // "the Volta"
			vote(bare, stemma.Place, seen[bare])
		}
	}
	for name := range j.led() {
		if surnames[name] == 0 {
			vote(name, stemma.Organisation, len(j.all))
		}
	}
	weak := map[string]bool{} // "Republicans", of whom one mention in ten looks like a person's
	for name, n := range j.kinds {
		for _, k := range []string{stemma.Person, stemma.Place} {
			if n[k] > 0 && n[k]*3 < seen[name] && (k == stemma.Person || towns()[name] == nil) {
				delete(n, k)
				if len(n) == 0 {
					weak[name] = surnames[name]*10 < seen[name]
				}
			}
		}
	}
	papers := map[string]bool{} // that the articles are of
	for _, a := range j.sc.Articles {
		papers[fold(a.Outlet)] = strings.Contains(fold(a.Outlet), " ")
	}
	shorts := j.shortOfBodies()
	ships := map[string]bool{}
	for _, it := range j.all {
		ships[it.name] = ships[it.name] || it.m.Role == vesselRole
	}
	for _, it := range j.all {
		if ships[it.name] && it.m.Key == "" && !it.m.Descriptive {
			it.kind, it.cluster = "", vesselRole+":"+it.name
			continue
		}
		if it.kind = it.m.Kind; it.m.Descriptive || it.m.Key != "" {
			continue
		}
		if papers[it.name] && it.m.Role == "" {
			it.kind = stemma.Organisation
			continue
		}
		if it.m.Kind == stemma.Person && it.m.Role != "" && surnames[it.name] > 0 && j.t.names[it.m.Name].what != "" {
			continue // "Minister Chad"
		}
		if n := j.kinds[it.name]; shorts[it.article+"\x00"+it.name] && n[stemma.Place] == 0 {
			it.kind = stemma.Organisation
			continue
		}
		best := 0
		n := j.kinds[it.name]
		if gone, ok := weak[it.name]; gone || it.m.Role == "" && it.kind == stemma.Person && weak[lastWord(it.name)] { // "Senate Republicans"
			it.kind = noName
		} else if ok {
			it.kind = ""
		}
		for _, k := range []string{stemma.Person, stemma.Organisation, stemma.Place} {
			if n[k] > best && it.kind != noName {
				best, it.kind = n[k], k
			}
		}
	}
}

// calledPlace reports whether a name goes on with what places are called: "Kumasi, a
// town in the hills".
func (j *joiner) calledPlace(it *item) bool {
	a := j.sc.ByID[it.article]
	return a != nil && !strings.HasSuffix(it.name, "ly") && placeNouns[apposed(a, it.m.Cite.Spans[len(it.m.Cite.Spans)-1].End)]
}

// noName is the kind of words with capitals that name nobody.
const noName = "no name"

// shortOfBodies are the words, by article, that a body of the article or its story
// begins with, "Norda" of "Norda Lines", and nobody has in his or her name.
func (j *joiner) shortOfBodies() map[string]bool {
	persons := map[string]bool{}
	begins := map[string]bool{} // by article and by story
	for _, it := range j.all {
		if it.m.Descriptive || !strings.Contains(it.name, " ") {
			continue
		}
		switch it.m.Kind {
		case stemma.Person:
			for _, w := range strings.Fields(it.name) {
				persons[w] = true
			}
		case stemma.Organisation:
			if w := firstWord(it.name); len(w) > 3 && !j.t.common[w] && !j.t.orgs[w] && !modifiers[w] && !portfolios[w] && !adjectival(w) && j.t.names[firstWord(it.m.Name)].what == "" && it.m.Key == "" {
				begins[it.article+"\x00"+w] = true
				begins[j.story[it.article]+"\x00"+w] = j.story[it.article] != ""
			}
		}
	}
	out := map[string]bool{}
	for _, it := range j.all {
		if it.m.Descriptive || it.m.Key != "" || it.m.Kind == stemma.Place || strings.Contains(it.name, " ") || persons[it.name] {
			continue
		}
		if begins[it.article+"\x00"+it.name] || begins[j.story[it.article]+"\x00"+it.name] {
			out[it.article+"\x00"+it.name] = true
		}
	}
	return out
}

// led are the names, folded, of what has a chief executive or founder on some
// page: "Norda CEO Ana Ruiz".
func (j *joiner) led() map[string]bool {
	led := map[string]bool{}
	for _, it := range j.all {
		if it.m.Of != "" && it.m.Country == "" && (corporate[lastWord(strings.ToLower(it.m.Role))] || strings.Contains(strings.ToLower(it.m.Role), "general secretary")) {
			led[fold(it.m.Of)] = true
		}
	}
	return led
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// named gives clusters to known bodies, to full names of persons, and to the
// names of organisations and places.
func (j *joiner) named() {
	heading := j.headings()
	keys := map[string]string{} // of outlets by name
	for _, it := range j.all {
		m := it.m
		switch {
		case m.Key != "":
			it.cluster = m.Key
			if !m.Descriptive && it.kind == stemma.Organisation {
				keys[it.name] = m.Key
			}
		case m.Descriptive || it.cluster != "":
		case heading[it.name]:
			it.kind = noName
		case it.kind == stemma.Organisation && m.Role == "acronym":
			for _, s := range j.scopes(it.article) {
				j.short2[s+"\x00"+it.name] = fold(m.Of)
			}
		case it.kind == stemma.Person && strings.Contains(it.name, " "):
			it.cluster = "person:" + it.name
			j.full(it.article, it.cluster)
		}
	}
	for _, it := range j.all {
		if it.cluster != "" || it.m.Descriptive || it.kind != stemma.Organisation && it.kind != stemma.Place {
			continue
		}
		name := it.name
		for _, s := range j.scopes(it.article) {
			if f, ok := j.short2[s+"\x00"+it.name]; ok {
				name = f
				break
			}
		}
		if k := keys[name]; k != "" && name != it.name {
			it.cluster = k
			continue
		}
		it.cluster = j.body(it, name)
	}
	j.shortBodies()
	j.waters()
}

// waters joins a river, lake or dam with its bare name in the same article, story
// or dossier, where no table knows a town or country of that name: "the Volta" and
// "the Volta river".
func (j *joiner) waters() {
	bare := map[string]bool{} // by scope and name
	for _, it := range j.all {
		if it.kind == stemma.Place && it.cluster == "place:"+it.name && !it.m.Descriptive && towns()[it.name] == nil && j.t.names[it.m.Name].what == "" {
			for _, s := range j.scopes(it.article) {
				bare[s+"\x00"+it.name] = true
			}
		}
	}
	for _, it := range j.all {
		if it.kind != stemma.Place || it.cluster != "place:"+it.name {
			continue
		}
		i := strings.LastIndexByte(it.name, ' ')
		if i < 0 {
			continue
		}
		switch it.name[i+1:] {
		case "dam", "lake", "river":
		default:
			continue
		}
		for _, s := range j.scopes(it.article) {
			if bare[s+"\x00"+it.name[:i]] {
				j.union(it.cluster, "place:"+it.name[:i])
				break
			}
		}
	}
}

// body is the cluster of an organisation or place. A ministry, court or army
// is one of its country's; where the place does not say which, the article or
// its story does.
func (j *joiner) body(it *item, name string) string {
	if it.kind == stemma.Place {
		return "place:" + name
	}
	name = legalForm(bodyName(name))
	first := strings.Fields(name + " x")[0]
	if !isNational(first) && lastWord(name) != "ministry" {
		return "organisation:" + name
	}
	code := it.m.Country
	if code == "" {
		code = j.countryOf(it, name)
	}
	return "organisation:" + code + ":" + name
}

// bodyName writes the name of a ministry so that its forms meet: "Department of
// Justice" and "Justice Department".
func bodyName(name string) string {
	if of, ok := strings.CutPrefix(name, "department of "); ok {
		return of + " department"
	}
	for _, p := range []string{"ministry of ", "ministry for "} {
		if of, ok := strings.CutPrefix(name, p); ok {
			name = strings.TrimPrefix(of, "the ") + " ministry"
		}
	}
	switch name {
	case "foreign affairs ministry", "external affairs ministry":
		return "foreign ministry"
	case "internal affairs ministry":
		return "interior ministry"
	}
	return name
}

var forms = set("a.ş\nab\nag\nas\nasa\naş\nbhd\nbv\nco\ncorp\ncorporation\ngmbh\ninc\nincorporated\njsc\nlimited\nllc\nllp\nltd\nnv\nojsc\noy\noyj\nplc\npte\npty\nsa\nsdn\nspa\nsrl")

// legalForm leaves the form of a company out of its name: "Norda Lines Pte. Ltd.".
func legalForm(name string) string {
	for {
		i := strings.LastIndexByte(name, ' ')
		if i <= 0 {
			return name
		}
		if !forms[strings.TrimSuffix(name[i+1:], ".")] {
			return name
		}
		name = strings.TrimSuffix(name[:i], ",")
	}
}

// countryOf is the one country an article, or else its story, gives a body.
func (j *joiner) countryOf(it *item, name string) string {
	if j.countries == nil {
		j.countries = map[string]string{}
		for _, o := range j.all {
			if o.m.Country == "" || o.kind != stemma.Organisation {
				continue
			}
			for _, scope := range j.scopes(o.article) {
				for _, n := range []string{bodyName(o.name), fold(o.m.Role)} {
					sole(j.countries, scope+"\x00"+n, o.m.Country)
				}
			}
		}
	}
	for _, scope := range j.scopes(it.article) {
		if c := j.countries[scope+"\x00"+name]; c != "" {
			return strings.TrimPrefix(c, "-")
		}
	}
	return ""
}
