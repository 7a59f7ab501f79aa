package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// home settles the articles that speak of one country alone, as good as: what
// they say for it comes to six or more, and for no other to a fourth as much.
// A country named counts two, as does a place known to lie there; its dateline
// four, its outlet's country two; a town or body that only it has, one. So does a
// word of its own politics: pages of the USA do not say which country's "Sen. Ana
// Ruiz" and the Republicans are.
func (j *joiner) home() {
	j.codes, j.homes, j.seats = map[string]map[string]int{}, map[string]string{}, map[string]string{}
	for _, it := range j.all {
		code := it.m.Country
		if k, ok := strings.CutPrefix(it.m.Key, "country:"); ok {
			code = k
		} else if it.m.Key != "" {
			continue // outlets
		}
		if code != "" {
			if j.codes[it.article] == nil {
				j.codes[it.article] = map[string]int{}
			}
			j.codes[it.article][code]++
		}
	}
	votes := map[string]map[string]int{}
	vote := func(article, code string, n int) {
		if code == "" {
			return
		}
		if votes[article] == nil {
			votes[article] = map[string]int{}
		}
		votes[article][code] += n
	}
	for a, v := range j.codes {
		for c, n := range v {
			vote(a, c, 2*n)
		}
	}
	p := &placer{joiner: j}
	lies := map[string]string{} // where pages that say so have a place or body of this name, "-" where they differ
	at := func(it *item) string {
		switch it.kind {
		case stemma.Place:
			if c, _ := p.besidePlace(j.sc.ByID[it.article], it); c != "" {
				return c
			}
			return j.townIn(towns()[it.name], it.article)
		case stemma.Organisation:
			if c := nationalBodies()[it.m.Name]; c != "" {
				return c
			}
			if c, _ := p.inName(it); c != "" {
				return j.whichGeorgia(c, it.article)
			}
			c, _ := p.besideBody(j.sc.ByID[it.article], it)
			return j.whichGeorgia(c, it.article)
		}
		return ""
	}
	var named []*item
	for _, it := range j.all {
		if it.m.Key != "" || it.m.Country != "" || it.m.Descriptive || it.kind != stemma.Place && it.kind != stemma.Organisation {
			continue
		}
		named = append(named, it)
		if c, k := at(it), it.kind+it.name; c != "" && lies[k] == "" {
			lies[k] = c
		} else if c != "" && lies[k] != c {
			lies[k] = "-"
		}
	}
	for _, it := range named {
		c := at(it)
		if l := lies[it.kind+it.name]; c == "" && l != "-" {
			c = l
		}
		switch l := towns()[it.name]; {
		case it.kind == stemma.Organisation:
			vote(it.article, c, 1)
		case c != "":
			vote(it.article, c, 2)
		case len(l) == 1:
			vote(it.article, l[0], 1)
		}
	}
	for _, a := range j.sc.Articles {
		for _, w := range strings.Fields(a.Text) {
			if upper(w) {
				vote(a.ID, nationalBodies()[strings.Trim(w, ",;:()\"“”‘’'")], 1)
			}
		}
		vote(a.ID, j.dateline(a), 4)
		if o, ok := outlet.Lookup(a.Outlet); ok && !strings.HasPrefix(o.Key(), "agency:") {
			vote(a.ID, o.Country, 2)
		}
	}
	for a, v := range votes {
		best := unrivalled(v, 4)
		if v[best] < 6 {
			best = ""
		}
		j.homes[a] = best
		if d := j.dateline(j.sc.ByID[a]); d != "" && v[d] == v[top(v)] {
			j.seats[a] = d
		} else {
			j.seats[a] = best
		}
	}
}

// stateside reports whether a text that names Georgia means the state of the USA: where
// it names others of its states or its politics, and nothing of the Caucasus.
func stateside(text string) bool {
	for _, w := range []string{"Tbilisi", "Abkhazia", "Ossetia", "Azerbaijan", "Armenia", "Caucasus", "Ukraine", "Saakashvili", "Moldova"} {
		if strings.Contains(text, w) {
			return false
		}
	}
	for _, w := range []string{"Atlanta", "Alabama", "Arizona", "California", "Carolina", "Colorado", "Florida", "Iowa", "Kentucky", "Michigan", "Nevada", "New York", "Ohio", "Pennsylvania", "Republican", "Savannah", "Tennessee", "Texas", "Virginia", "Wisconsin", "Ga."} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// whichGeorgia is the USA for Georgia in a page that means the state.
func (j *joiner) whichGeorgia(code, article string) string {
	if a := j.sc.ByID[article]; code == "GEO" && a != nil && stateside(a.Text) {
		return "USA"
	}
	return code
}

// dateline is the country of the place an article is dated from.
func (j *joiner) dateline(a *stemma.Article) string {
	if a.Place == "" {
		return ""
	}
	name, _, _ := strings.Cut(a.Place, ",")
	for _, n := range []string{a.Place, name, capitalised(name)} {
		if k, ok := j.t.names[n]; ok && k.country != "" {
			return k.country
		}
	}
	if l := towns()[fold(name)]; len(l) == 1 {
		return l[0]
	}
	return ""
}

// capitalised writes a name in capitals as names are: "SAO PAULO" as "Sao Paulo".
func capitalised(s string) string {
	w := strings.Fields(s)
	for i := range w {
		_, n := utf8.DecodeRuneInString(w[i])
		w[i] = strings.ToUpper(w[i][:n]) + strings.ToLower(w[i][n:])
	}
	return strings.Join(w, " ")
}

// civic are nouns of bodies that pages of one country name without it, as it has
// them all over.
var civic = set("association\nauthority\nboard\nbureau\nclinic\ncollege\ncommission\ncommittee\ncouncil\ncourt\ndepartment\ndirectorate\nfederation\nhospital\ninstitute\noffice\nprison\nschool\nuniversity")

// civicBody places "Teaching Hospital" and "University of the Lakes" in the one
// country that its article speaks of.
func (p *placer) civicBody(it *item) (code, why string) {
	home := p.homes[it.article]
	if it.kind != stemma.Organisation || it.m.Descriptive || it.m.Key != "" || home == "" || !strings.Contains(it.name, " ") || abroad(homely.Replace(it.name)) {
		return "", ""
	}
	head, of, _ := strings.Cut(it.name, " of ")
	head, _, _ = strings.Cut(head, " for ")
	if !civic[lastWord(head)] {
		return "", ""
	}
	if l := towns()[strings.TrimPrefix(of, "the ")]; len(l) > 0 && !slices.Contains(l, home) {
		return "", ""
	}
	for _, w := range strings.Fields(it.name) {
		if l := towns()[w]; len(l) > 0 && !slices.Contains(l, home) {
			return "", ""
		}
	}
	return home, "the only country its pages speak of"
}

// atHome gives whom a page names with a role, and none says to be from elsewhere,
// the one country it speaks of: "resident Ana Ruiz", "Mayor Juan Quispe".
func (p *placer) atHome(it *item) (code, why string) {
	home := p.homes[it.article]
	if it.kind != stemma.Person || it.m.Role == "" || home == "" || it.m.Country != "" || it.m.Role == handleRole || p.away[p.root(it.cluster)] || p.roves[p.root(it.cluster)] {
		return "", ""
	}
	return home, "named with a role in pages that speak of one country: " + it.m.Role
}

// placeAtHome gives a place that no table knows the one country that its article speaks
// of, "the village of Sorra", where it is no sea and no part of the world.
func (p *placer) placeAtHome(it *item) (code, why string) {
	home := p.homes[it.article]
	if it.kind != stemma.Place || it.m.Descriptive || it.m.Key != "" || home == "" || len(towns()[it.name]) > 0 || abroad(it.name) {
		return "", ""
	}
	for _, w := range strings.FieldsFunc(it.m.Name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if k := p.t.names[w]; wide[strings.ToLower(w)] || k.country != "" && k.country != home {
			return "", ""
		}
	}
	return home, "in pages that speak of one country"
}

// wide are words of places that are in no one country.
var wide = set("africa\nalps\namericas\narctic\nasia\nbalkans\ncaribbean\ncaucasus\ncontinent\nearth\nequator\neurope\ngalaxy\ngaza\nglobe\ngulf\nheaven\nhemisphere\nhimalayas\ninternet\njupiter\nmars\nmediterranean\nmideast\nocean\npacific\npole\nsahara\nsahel\nsea\nsoviet\nsun\nwest bank\nworld\nyugoslavia")

// fromElsewhere settles which persons any page gives a role of another country or of
// several, "chief observer of the European Union", and which one that tells
// nothing of where they are from, "the singer".
func (p *placer) fromElsewhere() {
	for _, it := range p.all {
		if it.kind == stemma.Person && it.m.Role != "" && it.cluster != "" && !it.m.Descriptive {
			c := p.root(it.cluster)
			away, roves := p.foreign(it)
			p.away[c] = p.away[c] || away
			p.roves[c] = p.roves[c] || roves
		}
	}
}

// homely takes out words that make a body one of several countries, and a role not.
var homely = strings.NewReplacer("american", "", "committee", "", "joint", "", "regional", "", "task force", "", "union", "")

func (p *placer) foreign(it *item) (away, roves bool) {
	home := p.homes[it.article]
	if home == "" {
		home = p.seats[it.article]
	}
	said := it.m.Role + " " + it.m.Of + " " + it.m.Printed
	away = abroad(homely.Replace(fold(said))) || strings.Contains(strings.ToLower(said), "high commissioner")
	for _, w := range strings.Fields(said) {
		w = strings.Trim(w, ".,;'’")
		roves = roves || roving[strings.ToLower(w)]
		if home == "" {
			continue
		}
		k, l := p.t.names[w], towns()[fold(w)]
		if k.country != "" && k.country != home || upper(w) && len(l) > 0 && !slices.Contains(l, home) {
			away = true
		}
	}
	return away, roves
}

// roving are roles of people whom pages ask or tell of wherever they are from.
var roving = set("academic\nactor\nactress\nambassador\nanalyst\nartist\nastronaut\naunt\nauthor\nbackpacker\nblogger\nboxer\nbrother\nceo\nchef\nchoreographer\nco-founder\ncoach\ncolumnist\ncomedian\ncommentator\ncomposer\ncorrespondent\ncounterpart\ncousin\ncricketer\ncritic\ncyclist\ndancer\ndaughter\ndefender\ndelegate\ndiplomat\ndr\ndrummer\neconomist\nemperor\nenvoy\nex-husband\nex-wife\nexecutive\nexpert\nfather\nfellow\nfilmmaker\nfootballer\nforeign\nforward\nfounder\nfriend\ngoalie\ngoalkeeper\ngolfer\ngranddaughter\ngrandfather\ngrandmother\ngrandson\nguitarist\nhistorian\nhusband\nimmigrant\ninvestor\nking\nmidfielder\nmigrant\nmissionary\nmother\nmusician\nnephew\nniece\nnovelist\nobserver\nphilosopher\npianist\nplayer\nplaywright\npoet\npope\nprince\nprof\nprofessor\nquarterback\nqueen\nracer\nrapper\nreferee\nrefugee\nresearcher\nrival\nscholar\nscientist\nsinger\nsister\nskier\nson\nstepfather\nstepmother\nstrategist\nstriker\nswimmer\nteammate\ntourist\ntrainer\numpire\nuncle\nviolinist\nwidow\nwidower\nwife\nwinger\nwrestler\nwriter")
