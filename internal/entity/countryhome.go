package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// home settles the articles that speak of one country alone, as good as: what
// they say for it comes to six or more, and for no other to a fourth as much.
// A country named counts two, as does a place known to lie there; its dateline
// four, its outlet's country two; a town or body that only it has, one. So does a
// word of its own politics: pages of the USA do not say which country's "Sen. Ana
// Ruiz" and the Republicans are. For persons and bodies a page that names its
// dossier's one country most is about that one too.
func (j *joiner) home() {
	j.codes, j.own, j.homes, j.seats = map[string]map[string]int{}, map[string]string{}, map[string]string{}, map[string]string{}
	for _, it := range j.all {
		code := it.m.Country
		if k, ok := strings.CutPrefix(it.m.Key, "country:"); ok {
			code = k
		} else if it.m.Key != "" {
			continue // outlets
		}
		if code != "" {
			bump(j.codes, it.article, code, 1)
		}
	}
	votes := map[string]map[string]int{}
	vote := func(article, code string, n int) {
		if code == "" {
			return
		}
		bump(votes, article, code, n)
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
		if c := at(it); c != "" {
			sole(lies, it.kind+it.name, c)
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
	one := j.storyHome(votes)
	for a, v := range votes {
		best := unrivalled(v, 4)
		if v[best] < 6 {
			best = ""
		}
		j.own[a] = best
		if c := one[a]; best == "" && c != "" && unrivalled(v, 1) == c {
			best = c
		}
		j.homes[a] = best
		if d := j.dateline(j.sc.ByID[a]); d != "" && v[d] == v[top(v)] {
			j.seats[a] = d
		} else {
			j.seats[a] = j.own[a]
		}
	}
}

// storyHome is, by article, the one country that the pages of its dossier speak of
// when taken together.
func (j *joiner) storyHome(votes map[string]map[string]int) map[string]string {
	sum := map[string]map[string]int{}
	for a, v := range votes {
		d := j.dossier[a]
		if d == "" {
			continue
		}
		if sum[d] == nil {
			sum[d] = map[string]int{}
		}
		for c, n := range v {
			sum[d][c] += n
		}
	}
	out := map[string]string{}
	for a, d := range j.dossier {
		if c := unrivalled(sum[d], 4); sum[d][c] >= 12 {
			out[a] = c
		}
	}
	return out
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
var civic = set("academy\nassociation\nauthority\nbarracks\nbattalion\nboard\nbrigade\nbureau\ncentre\nchamber\nchurch\nclinic\nclub\ncollege\ncommission\ncommittee\nconstabulary\ncongress\ncouncil\ncourt\ndepartment\ndirectorate\ndivision\nfederation\nhospital\ninstitute\nmonastery\nmosque\noffice\nparish\nparty\npolice\nprecinct\nprison\nschool\nseminary\nsheriff\nsociety\ntemple\nunion\nunit\nuniversity")

// ours are words that pages put before what a body is called, if it is of their own
// country: "the state broadcaster Radio Sol".
var ours = set("community\ngoverning\nlocal\nmunicipal\nnational\nopposition\nprivate\nprovincial\npublic\nregional\nruling\nstate")

// civicBody places "Teaching Hospital", "University of the Lakes", "Radio Sol" and "the
// opposition Verde party" in the one country that its article speaks of.
func (p *placer) civicBody(it *item) (code, why string) {
	home := p.homes[it.article]
	if it.kind != stemma.Organisation || it.m.Descriptive || it.m.Key != "" || home == "" {
		return "", ""
	}
	for _, c := range p.called[it] {
		for _, w := range strings.Fields(strings.ToLower(c.phrase)) {
			if ours[w] {
				return home, "called so in pages that speak of one country: " + c.phrase
			}
		}
	}
	if !strings.Contains(it.name, " ") || abroad(homely.Replace(it.name)) {
		return "", ""
	}
	words := strings.Fields(it.name)
	for i := range words {
		for n := len(words); n > i; n-- {
			l := towns()[strings.Join(words[i:n], " ")]
			if len(l) > 0 && !slices.Contains(l, home) {
				return "", ""
			} else if len(l) == 1 && i == 0 {
				return home, "named after a place there"
			}
		}
	}
	head, _, _ := strings.Cut(it.name, " of ")
	head, _, _ = strings.Cut(head, " for ")
	if !civic[lastWord(head)] && !pressFirst[words[0]] {
		return "", ""
	}
	return home, "the only country its pages speak of"
}

// atHome gives whom a page names with a role, and none says to be from elsewhere,
// the one country it speaks of: "resident Ana Ruiz", "Mayor Juan Quispe".
func (p *placer) atHome(it *item) (code, why string) {
	home := p.homes[it.article]
	if it.kind != stemma.Person || it.m.Role == "" || home == "" || it.m.Country != "" || it.m.Role == handleRole || learned[strings.TrimSuffix(strings.ToLower(it.m.Role), ".")] || p.away[p.root(it.cluster)] || p.roves[p.root(it.cluster)] {
		return "", ""
	}
	if _, from, ok := strings.Cut(it.m.Role, " from "); ok && upper(from) {
		return "", "" // "nun from Sorra", and nobody knows where that is
	}
	return home, "named with a role in pages that speak of one country: " + it.m.Role
}

// atWork gives whom a page names without a role the one country it speaks of, where the
// same sentence tells of its courts, its police or its hospitals, or the name goes on
// with an age.
func (p *placer) atWork(it *item) (code, why string) {
	home := p.own[it.article]
	if it.kind != stemma.Person || home == "" || it.m.Descriptive || it.m.Role != "" || !strings.Contains(it.name, " ") || p.away[p.root(it.cluster)] || p.roves[p.root(it.cluster)] {
		return "", ""
	}
	a := p.sc.ByID[it.article]
	s := it.m.Cite.Spans[0]
	from, to := max(0, s.Start-200), min(len(a.Text), s.End+200)
	if i := strings.LastIndexAny(a.Text[from:s.Start], "\n.?!"); i >= 0 {
		from += i + 1
	}
	if i := strings.IndexAny(a.Text[s.End:to], "\n.?!"); i >= 0 {
		to = s.End + i
	}
	if w := a.Text[s.End:to]; len(w) > 4 && w[0] == ',' && w[2] >= '1' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9' && (w[4] == ',' || w[4] == ' ') {
		return home, "in pages that speak of one country: " + it.m.Name + w[:4]
	}
	for _, w := range strings.FieldsFunc(a.Text[from:to], func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		if lived[w] || strings.HasSuffix(w, "-year-old") {
			return home, "in pages that speak of one country: " + w
		}
	}
	return "", ""
}

// lived are words of what befalls people where they live.
var lived = set("abducted\narraigned\narrest\narrested\nburial\nburied\ncharged\nconvicted\ncustody\ndetained\ndetention\nfuneral\ngunned\nhospital\ninjured\njail\njailed\nkilled\nkilling\nlawsuit\nmorgue\nneighbor\nneighbors\nneighbour\nneighbours\npolice\nprison\nprosecutors\nresident\nresidents\nsentenced\nshot\nstabbed\nsued\nsuspect\nsuspects\ntestified\ntrial\nvictim\nvictims\nvillage\nvillagers\nwitness\nwounded")

// learned are titles that tell nothing of where one is from: pages ask doctors of anywhere.
var learned = set("dr\nprof\nprofessor")

// placeAtHome gives a place that no table knows the one country that its article speaks
// of, "the village of Sorra", where it is no sea and no part of the world.
func (p *placer) placeAtHome(it *item) (code, why string) {
	home := p.own[it.article]
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
		if p.t.orgs[strings.ToLower(w)] {
			l = nil // the "Union" of a name
		}
		if k.country != "" && k.country != home || upper(w) && len(l) > 0 && !slices.Contains(l, home) {
			away = true
		}
	}
	return away, roves
}

// roving are roles of people whom pages ask or tell of wherever they are from.
var roving = set("academic\nactor\nactress\nambassador\nanalyst\nartist\nastronaut\nauthor\nbackpacker\nblogger\nboxer\nceo\nchef\nchoreographer\nco-founder\ncoach\ncolumnist\ncomedian\ncommentator\ncomposer\ncorrespondent\ncounterpart\ncricketer\ncritic\ncyclist\ndancer\ndefender\ndelegate\ndiplomat\ndrummer\neconomist\nemperor\nenvoy\nexecutive\nexpert\nfellow\nfilmmaker\nfootballer\nforeign\nforward\nfounder\nfriend\ngoalie\ngoalkeeper\ngolfer\nguitarist\nhistorian\nimmigrant\ninvestor\nking\nmidfielder\nmigrant\nmissionary\nmusician\nnovelist\nobserver\nphilosopher\npianist\nplayer\nplaywright\npoet\npope\nprince\nprofessor\nquarterback\nqueen\nracer\nrapper\nreferee\nrefugee\nresearcher\nrival\nscholar\nscientist\nsinger\nskier\nstrategist\nstriker\nswimmer\nteammate\ntourist\ntrainer\numpire\nviolinist\nwinger\nwrestler\nwriter")
