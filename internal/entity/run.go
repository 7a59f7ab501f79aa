package entity

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// modifiers stand within a title or role before its noun.
var modifiers = map[string]bool{"deputy": true, "former": true, "acting": true, "interim": true, "visiting": true, "senior": true, "top": true, "chief": true, "first": true, "vice": true, "prime": true, "foreign": true, "defence": true, "defense": true, "interior": true, "finance": true, "health": true, "justice": true, "education": true, "energy": true, "oil": true, "trade": true, "economy": true, "agriculture": true, "environment": true, "transport": true, "labour": true, "labor": true, "culture": true, "information": true, "home": true, "external": true, "affairs": true, "security": true, "intelligence": true, "army": true, "navy": true, "police": true, "military": true, "junta": true, "opposition": true, "rebel": true, "party": true, "union": true, "state": true, "national": true, "federal": true, "regional": true, "provincial": true, "local": true, "permanent": true, "special": true, "executive": true, "general": true, "managing": true, "assistant": true, "presidential": true, "government": true, "human": true, "rights": true, "air": true, "field": true, "rear": true, "lieutenant": true, "major": true, "crown": true, "cabinet": true, "supreme": true, "honorary": true, "retired": true, "exiled": true, "ousted": true, "elected": true, "jailed": true, "veteran": true, "long-time": true, "longtime": true, "outgoing": true, "incoming": true, "caretaker": true, "civilian": true, "parliamentary": true, "de": true, "facto": true, "attorney": true, "district": true, "city": true, "village": true, "colonel": true, "brigadier": true, "research": true, "communications": true, "ministry": true, "council": true, "company": true, "bank": true, "central": true, "press": true, "additional": true, "election": true, "electoral": true, "financial": true, "joint": true, "medical": true, "operating": true, "resident": true, "scientific": true, "technical": true, "technology": true, "under": true, "lance": true, "warrant": true, "club": true, "team": true, "world": true, "independence": true, "political": true, "religious": true, "spiritual": true, "tribal": true, "trade-union": true, "spokesman": true, "main": true, "lead": true, "leading": true, "principal": true, "ranking": true, "associate": true, "station": true, "train": true, "high": true, "head": true}

// portfolios are what ministers and secretaries are of, besides modifiers:
// "Water and Sanitation Minister", "Minister of Hydraulics".
var portfolios = set("antiquities\narts\naviation\nchildren\nclimate\ncommerce\ncooperatives\ndevelopment\ndigital\neconomic\nequality\nfamily\nfisheries\nfood\nforestry\ngender\nheritage\nhousing\nhydraulics\nimmigration\nindustry\ninfrastructure\ninnovation\ninvestment\nirrigation\nlands\nlivestock\nmines\nmining\nnatural\nparks\npetroleum\nplanning\npower\nresearch\nresources\nroads\nrural\nsanitation\nscience\nsocial\nsport\nsports\ntelecommunications\ntourism\ntreasury\nurban\nveterans\nwar\nwater\nwelfare\nwomen\nyouth")

// heads reports whether w is the noun of a title or role.
func (t *tables) heads(w string) bool {
	return t.titles[w] || t.titles[w+"."] || t.roles[w] || strings.HasSuffix(w, "ologist") || strings.HasSuffix(w, "physicist")
}

// known returns the table's reading of the longest name at toks[i:j], and its
// end.
func (f *finder) known(toks []tok, i, j int) (known, int) {
	if i >= j || !toks[i].cap {
		return known{}, i
	}
	for n := min(j, i+f.t.longest); n > i; n-- {
		w := f.words(toks[i:n])
		if k, ok := f.t.names[w]; ok {
			if k.country == "GEO" && f.stateside() {
				return known{}, i
			}
			return k, n
		}
		// "MOSCOW", "MOSCOW." of a dateline
		if w = strings.TrimSuffix(w, "."); len(w) > 3 && w == strings.ToUpper(w) {
			if k, ok := f.t.names[w[:1]+strings.ToLower(w[1:])]; ok {
				return k, n
			}
		}
	}
	return known{}, i
}

// stateside reports, having looked once, whether Georgia is the state here.
func (f *finder) stateside() bool {
	if f.georgia == "" {
		f.georgia = "GEO"
		if stateside(f.a.Text) {
			f.georgia = "USA"
		}
	}
	return f.georgia == "USA"
}

func (f *finder) words(toks []tok) string {
	if len(toks) == 1 {
		return toks[0].s
	}
	return strings.Join(strings.Fields(f.a.Text[toks[0].Start:toks[len(toks)-1].End]), " ")
}

// generic reports whether a word with a capital is what a body is called that has been
// named: "the Court", "the Commission", but not "Congress".
func (f *finder) generic(w string) bool {
	return f.t.orgs[w] && !isNational(w) && !houses[w]
}

// houses are bodies of a state whose names are one word.
var houses = set("bundestag\ncabinet\ncongress\nduma\njunta\nknesset\nlegislature\npolitburo\nsenate")

// run reads the run of name words toks[i:j]: titles, the name, what it is of.
func (f *finder) run(toks []tok, i, j int) {
	if len(f.fleet) > 0 && f.fleet[f.words(toks[i:j])] {
		f.add(stemma.Mention{Name: f.words(toks[i:j]), Role: vesselRole}, stemma.Span{Start: toks[i].Start, End: toks[j-1].End})
		return
	}
	if j-i > 1 && epithets[toks[i].lower] && given()[fold(toks[i+1].s)] != "" {
		i++ // "Crooked Ana Ruiz"
	}
	if f.vessel(toks, i) {
		from := i
		if prefixes[toks[i].s] {
			i++
		}
		name := f.words(toks[i:j])
		f.fleet[name] = true
		f.add(stemma.Mention{Name: name, Role: vesselRole}, stemma.Span{Start: toks[from].Start, End: toks[j-1].End})
		return
	}
	of, country := f.possessor(toks, i)
	if j == i+1 && of == "" && f.generic(toks[i].lower) && !f.people[toks[i].s] {
		if i > 0 && toks[i-1].lower == "the" {
			s := stemma.Span{Start: toks[i-1].Start, End: toks[i].End}
			f.add(stemma.Mention{Name: f.a.Text[s.Start:s.End], Kind: stemma.Organisation, Role: toks[i].lower, Descriptive: true}, s)
		}
		return
	}
	start := i
	k, n := f.known(toks, i, j)
	if n > i && n < j && len(towns()[fold(f.words(toks[i:j]))]) > 0 {
		k, n = known{}, i // "British Columbia"
	}
	if n == i+1 && j == i+2 && k.what == "country" && given()[fold(toks[i].s)] != "" && f.marked[toks[i].Start] == stemma.Person {
		k, n = known{}, i // "Chad Ruiz"
	}
	if n == j {
		f.whole(toks, i, j, k)
		return
	}
	if n > i && (k.what == "adjective" || k.what == "country") {
		of, country, start = f.words(toks[i:n]), k.country, n
	}
	cut := f.titleEnd(toks, start, j)
	if cut > start && j-cut == 1 && f.t.orgs[toks[cut].lower] && toks[cut-1].lower != "of" {
		cut = start // "Justice Department": no judge of that name
	}
	own := f.ownOffice(toks, start, j) && f.orgRun(toks, start, j)
	if own {
		cut = start // "Attorney General's Office"
	}
	if cut == start+1 && toks[start].lower == "lady" && i > 0 && toks[i-1].lower == "the" {
		cut = start // a ship
	}
	if cut == j-1 && cut == start+1 && regal[toks[start].lower] && streets[toks[cut].lower] {
		f.add(stemma.Mention{Name: f.words(toks[start:j]), Kind: stemma.Place}, stemma.Span{Start: toks[start].Start, End: toks[cut].End})
		return // "King Road"
	}
	if cut == j { // a title alone: "the Minister of Defense", "Defence Minister"
		f.title(toks, i, j, f.words(toks[start:j]), of, country)
		return
	}
	m := stemma.Mention{Of: of, Country: country}
	from := cut
	if k.what == "country" && start == n && cut == n && j-n >= 2 && i > 1 && (toks[i-1].lower == "to" || toks[i-1].lower == "of") && f.t.heads(toks[i-2].lower) && !f.orgRun(toks, n, j) {
		// "ambassador to Ghana Ana Ruiz", "citizen of Peru Ana Ruiz"
		f.whole(toks, i, n, k)
		m.Kind, m.Role, m.Name = stemma.Person, f.words(toks[i-2:i-1]), f.words(toks[n:j])
		f.add(m, stemma.Span{Start: toks[n].Start, End: toks[j-1].End})
		return
	}
	if cut == start && !own {
		if at := f.office(toks, start, j); at > start { // "Volta Governor Ana Ruiz"
			if end := f.titleEnd(toks, at, j); end > at && end < j { // not where no title or no name is left
				if toks[at-1].lower == "of" { // "the Lake Party of Prime Minister Ana Ruiz"
					f.run(toks, i, at-1)
					f.run(toks, at, j)
					return
				}
				m.Of, m.Country, m.Kind = f.words(toks[i:at]), "", stemma.Person
				m.Role, m.Name = f.words(toks[at:end]), f.words(toks[end:j])
				f.add(m, stemma.Span{Start: toks[i].Start, End: toks[j-1].End})
				return
			}
		}
	}
	if cut > start {
		// roles are told apart by commas, so that those of one role have a hard space
		m.Role, from, m.Kind = strings.ReplaceAll(f.words(toks[start:cut]), ", ", ",\u00a0"), i, stemma.Person
	}
	if at := f.heldBy(toks, i, j); at > i {
		f.run(toks, i, at)
		m.Role, m.Of, m.Kind, m.Name = f.words(toks[i-3:i-2]), f.words(toks[i:at]), stemma.Person, f.words(toks[at:j])
		f.add(m, stemma.Span{Start: toks[at].Start, End: toks[j-1].End})
		return
	}
	if f.orgRun(toks, cut, j) && cut == start {
		m.Kind = stemma.Organisation
		m.Name = f.words(toks[start:j])
		if i > 1 && start == i && toks[i-2].cap && peoples[toks[i-2].lower] && strings.ContainsAny(toks[i-1].s, "'’") && !f.broken(toks, i-1) {
			i -= 2 // "Farmers' Union"
			m.Name = f.words(toks[i:j])
		}
		if n > i && !f.t.orgs[toks[n].lower] && m.Of != "" && !isNational(toks[start].lower) {
			// "Kenya Airways", "Russian Security Council": the country is of the name
			m.Name = f.words(toks[i:j])
		}
		f.add(m, stemma.Span{Start: toks[f.ownStart(toks, i)].Start, End: toks[j-1].End})
		f.acronym(toks, j, f.words(toks[i:j]))
		return
	}
	if m.Kind == "" && n > i && k.what == "adjective" && j-n > 1 && (f.marked[toks[n].Start] == stemma.Person || given()[fold(toks[n].s)] != "") && !f.orgWord(toks[j-1].lower) {
		m.Kind = stemma.Person // "the Peruvian Ana Ruiz"
	}
	if m.Kind == "" && n > i && k.what == "adjective" && f.told(toks, n, j) == stemma.Place {
		m.Kind, m.Name = stemma.Place, f.words(toks[n:j]) // "the Peruvian [Sorra] district"
	}
	if m.Kind == "" && n > i { // "Myanmar Navy", "South Sudan Tribune": the country is of the name
		m.Name = f.words(toks[i:j])
		cut, from = i, i
	}
	if m.Name == "" && m.Kind == "" && of != "" && start == i {
		f.commander(toks, &i, &cut, j, &m)
		from = i
	}
	if r, at := f.roleBefore(toks, i); r != "" && m.Name == "" {
		m.Kind = stemma.Person
		if from := f.roleStart(toks, at); from < at && toks[from].lower != "the" && toks[from].lower != "a" && toks[from].lower != "an" {
			m.Printed = f.words(toks[from:i]) // "his wife"
		}
		if m.Role == "" {
			m.Role = r
		} else {
			m.Role = r + ", " + m.Role
		}
		if o, c := f.possessor(toks, at); o != "" && m.Of == "" {
			m.Of, m.Country = o, c
		} else if k, _ := f.known(toks, at, i); k.what == "adjective" || k.what == "country" {
			m.Of, m.Country = CountryName(k.country), k.country
		}
		from = at
	}
	if m.Name == "" && m.Role == "" && cut == i && f.listed(toks, i, j) {
		m.Role, m.Kind = f.share.role, f.share.kind
		if m.Of == "" && m.Country == "" {
			m.Of, m.Country = f.share.of, f.share.country
		}
	}
	if m.Kind == stemma.Person && cut > start && m.Country == "" && m.Of == "" {
		m.Of, m.Country = f.ofColleague(toks, i, m.Role)
	}
	if m.Name == "" {
		m.Name = f.words(toks[cut:j])
		if j-cut > 2 && postNominals[toks[j-1].s] {
			m.Name, m.Kind = f.words(toks[cut:j-1]), stemma.Person
		}
	}
	if m.Kind == "" {
		m.Kind = f.kind(toks, cut, j)
	}
	last := j
	if (m.Kind == "" || m.Kind == stemma.Place || m.Kind == stemma.Person && given()[fold(toks[cut].s)] == "") && m.Role == "" && j < len(toks) && !toks[j].cap && facilities[toks[j].lower] && !f.broken(toks, j) && !f.people[toks[j-1].s] {
		// "the Wadi Sol dam"
		m.Kind, m.Name, last = stemma.Place, f.words(toks[cut:j+1]), j+1
		f.used[j] = true
	}
	if (m.Kind == "" || m.Kind == stemma.Person && given()[fold(toks[cut].s)] == "") && m.Role == "" && cut == i && f.kindNoun(toks, i-1) {
		m.Kind = stemma.Organisation // "the broadcaster Radio Sol"
	}
	if m.Kind == stemma.Person || m.Kind == "" {
		title := m.Role
		if m.Role == "" || cut > start && m.Of == "" && m.Country == "" { // "the commander, Gen. Ana Ruiz"
			f.appositionBefore(toks, i, &m)
		}
		if m.Role == title || title == "" {
			f.apposition(toks, j, &m)
		}
	}
	if m.Kind == stemma.Organisation && m.Role == "" && j-cut >= 2 && j-cut <= 4 && j < len(toks) && toks[j].s == "," {
		f.appositionBefore(toks, i, &m) // a name no model knows: "its secretary general, Ana Ruiz Mint, said"
	}
	if m.Kind == stemma.Person && m.Country == "" {
		m.Country = f.saidIn(toks, j, m.Role)
	}
	if m.Kind == stemma.Person && m.Country == "" && m.Role != "" && m.Role == strings.ToLower(m.Role) && ofState(m.Role) {
		m.Country = f.only(toks, from)
	}
	if m.Kind == stemma.Person && m.Country == "" && m.Of == "" {
		m.Of, m.Country = f.from(toks, j)
	}
	f.add(m, stemma.Span{Start: toks[from].Start, End: toks[last-1].End})
	f.acronym(toks, j, m.Name)
}

// from reads where one is from behind his or her name: "Ana Ruiz of Peru", "Ana Ruiz
// (Peru)".
func (f *finder) from(toks []tok, j int) (of, country string) {
	if j+2 >= len(toks) || toks[j].lower != "of" && toks[j].s != "(" {
		return "", ""
	}
	k, n := f.known(toks, j+1, len(toks))
	if k.what != "country" || n >= len(toks) || (toks[j].s == "(") != (toks[n].s == ")") || toks[n].cap && toks[n].word || ownSign(toks[n]) {
		return "", ""
	}
	return f.words(toks[j+1 : n]), k.country
}

// honours are titles that no body or place stands before.
var honours = set("ayatollah\nbaroness\ncomrade\ncount\ndame\ndaw\ndr\nduchess\nduke\nfather\nh.e\nhon\nimam\nking\nlady\nlord\nmadam\nmadame\nmessrs\nmiss\nmonsieur\nmr\nmrs\nms\nmullah\npope\nprince\nprincess\nprof\nqueen\nrev\nsheikh\nsir\nsultan\nu\nven")

// only is the one country a sentence names, where it does so before unit at and in no
// quotation: "Ghana was calm after the army freed opposition leader Ana Ruiz."
func (f *finder) only(toks []tok, at int) string {
	code, quoted := "", false
	for i := 0; i < len(toks); i++ {
		if quoteMark(toks[i].s) {
			quoted = !quoted
		}
		if !toks[i].cap || quoted {
			continue
		}
		k, n := f.known(toks, i, len(toks))
		if n == i {
			continue
		}
		if k.what == "country" || k.what == "adjective" {
			if i > at || code != "" && code != k.country {
				return ""
			}
			code = k.country
		}
		i = n - 1
	}
	return code
}

// saidIn is the country whose capital a spokesman of a state speaks in: "foreign
// ministry spokesman Ana Ruiz said in [Accra]".
func (f *finder) saidIn(toks []tok, j int, role string) string {
	if !strings.HasPrefix(lastWord(strings.ToLower(role)), "spokes") || !ofState(role) || j+2 >= len(toks) || !sayers[toks[j].lower] || toks[j+1].lower != "in" {
		return ""
	}
	k, _ := f.known(toks, j+2, len(toks))
	if k.what != "capital" {
		return ""
	}
	return k.country
}

var nationals = set("agriculture\nair\narmed\narmy\ncentral\ndefence\ndefense\neconomy\neducation\nenergy\nfinance\nforeign\ngovernment\nhealth\ninterior\njustice\nmilitary\nministry\nnational\nnavy\nparliament\npolice\nsupreme\ntrade\ntreasury")

func isNational(w string) bool { return nationals[w] }

// ownStart takes the possessor before toks[i] into the span of a name:
// "Russia's Defence Ministry".
func (f *finder) ownStart(toks []tok, i int) int {
	if o, _ := f.possessor(toks, i); o != "" && i >= 2 {
		for k := i - 2; k >= 0 && k >= i-5; k-- {
			if f.words(toks[k:i-1]) == o {
				return k
			}
		}
	}
	return i
}

// possessor returns the country before a possessive at toks[i]: "Russia's".
func (f *finder) possessor(toks []tok, i int) (of, code string) {
	if i < 2 || toks[i-1].lower != "'s" && toks[i-1].lower != "’s" && toks[i-1].s != "'" && toks[i-1].s != "’" {
		return "", ""
	}
	for k := max(0, i-5); k < i-1; k++ {
		if n, ok := f.t.names[f.words(toks[k:i-1])]; ok && n.what == "country" {
			return f.words(toks[k : i-1]), n.country
		}
	}
	return "", ""
}

// whole adds a run that is a name of the table.
func (f *finder) whole(toks []tok, i, j int, k known) {
	s := stemma.Span{Start: toks[i].Start, End: toks[j-1].End}
	if s.End < len(f.a.Text) && f.a.Text[s.End] == '$' {
		return // "US$40"
	}
	m := stemma.Mention{Name: f.words(toks[i:j]), Country: k.country}
	switch k.what {
	case "country":
		m.Kind, m.Key = stemma.Place, "country:"+k.country
	case "adjective":
		if j < len(toks) && f.headAhead(toks, j) > 0 {
			return // "the Russian defence minister" is read as one description
		}
		m.Kind, m.Key, m.Descriptive, m.Role = stemma.Place, "country:"+k.country, true, "nationality"
	case "capital":
		m.Kind = stemma.Place
	case "seat", "body":
		m.Kind = stemma.Organisation
	}
	f.add(m, s)
}

// titleEnd returns the end of the titles toks[i:j] begins with, i if none.
func (f *finder) titleEnd(toks []tok, i, j int) int {
	end := i
	for k := i; k < j; k++ {
		w := strings.TrimSuffix(toks[k].lower, ".")
		switch {
		case (kin[w] || trades[w]) && toks[k].cap: // of a headline, or a surname: "Singer"
			return end
		case w == "u" && toks[k].s != "U": // "U. S. Ruiz"
			return end
		case w == "pm" && clockBefore(toks, k): // "at 9:30 PM ET"
			return end
		case f.t.heads(w) || f.t.titles[toks[k].lower]:
			end = k + 1
		case k > i && (w == "u.s" || toks[k].s == "US") && k+2 < j && f.t.heads(strings.TrimSuffix(toks[k+1].lower, ".")): // "Assistant U.S. Attorney"
		case modifiers[w] || portfolios[w] || joins[w] && k > i:
			if end > i && (w == "of" || w == "for" && (offices[toks[end-1].lower] || f.orgWord(toks[j-1].lower))) { // "Commander-in-Chief of the Armed Forces Ana Ruiz"
				return f.ofEnd(toks, k+1, j)
			}
		default:
			return end
		}
	}
	return end
}

// clockBefore reports whether toks[i] is of a clock that stands before it: "PM" and
// "EDT" of "at 9:30 PM EDT".
func clockBefore(toks []tok, i int) bool {
	w := toks[i].lower
	half := w == "am" || w == "pm"
	if i > 0 && !half && zones[w] {
		i--
		half = toks[i].lower == "am" || toks[i].lower == "pm" || toks[i].s == "."
		if c := toks[i].s[len(toks[i].s)-1]; c >= '0' && c <= '9' {
			return true
		}
	}
	if !half || i == 0 {
		return false
	}
	c := toks[i-1].s[len(toks[i-1].s)-1]
	return c >= '0' && c <= '9' || strings.HasSuffix(toks[i-1].lower, ".m")
}

// zones are names of times of the day all over the world.
var zones = set("aest\nakdt\nakst\nbst\ncdt\ncest\ncet\ncst\nedt\neest\neet\nest\net\ngmt\nist\njst\nmdt\nmst\npdt\npst\npt\nsgt\nutc")

// ofEnd returns the end of what a title is of, from i within toks[:j].
func (f *finder) ofEnd(toks []tok, i, j int) int {
	end := i // "Minister of Foreign Affairs Ana Ruiz"
	field := func(k int) bool { return k < j && field(toks[k]) }
	for end < j && (field(end) || end > i && (joins[toks[end].lower] || toks[end].s == ",") && field(end+1)) {
		end++
	}
	if end > i && end < j && toks[end].cap && !f.orgWord(toks[end].lower) {
		return end
	}
	end = j
	for k := i; k < j; k++ {
		if f.t.orgs[toks[k].lower] {
			end = k + 1
		}
	}
	if end < j && !toks[end].cap && joins[toks[end].lower] { // "Secretary of the Ministry of Health Ana Ruiz"
		for end++; field(end) || end < j && joins[toks[end].lower] && !toks[end].cap; end++ {
		}
		if end < j && !field(end-1) {
			end = j
		}
	}
	if end == j {
		if _, n := f.known(toks, i, j); n > i && n < j {
			return n // "President of Ghana Kofi Addo"
		}
	}
	return end
}

// kin are role nouns that are no titles.
var kin = set("aunt\nbrother\ncousin\ndaughter\nfather\nfriend\ngrandfather\ngrandmother\nhusband\nmother\nneighbor\nneighbour\nnephew\nniece\nsister\nson\nuncle\nwidow\nwidower\nwife")

// trades are role nouns that are surnames where they have a capital.
var trades = set("alderman\nbarman\nbarrister\nbillionaire\nboatman\nbowler\nboxer\ncarpenter\ncleaner\ncollector\ncontractor\ncourier\ncraftsman\ndancer\ndefendant\ndefender\ndesigner\ndetainee\ndissident\ndoorman\ndriver\nforeman\ngardener\nhairdresser\nhandyman\nhawker\nheadman\nherder\nherdsman\nhorseman\nhostage\nhousewife\ninmate\nintern\njanitor\njuror\nkeeper\nlandlady\nlandlord\nlandowner\nlineman\nmachinist\nmarksman\nmaster\nmechanic\nmedic\nmilitant\nmonk\nmotorist\nnurse\nparishioner\npassenger\npensioner\nplaintiff\nplayer\nplumber\npoet\npriest\nprotester\npupil\nrefugee\nrescuer\nretiree\nsailor\nshepherd\nshopper\nsinger\nskater\nskipper\nspectator\nteenager\ntenant\ntourist\ntrader\ntradesman\ntrainee\ntrucker\ntutor\nvendor\nvictim\nvillager\nwaiter\nwatchman\nwelder\nwinger\nworkman")

// spaced takes out the space that some pages leave before an apostrophe.
var spaced = strings.NewReplacer(" 's ", "'s ", " ’s ", "’s ")

func ownSign(t tok) bool { return t.lower == "'s" || t.lower == "’s" }

// title adds a description by capitalised title alone.
func (f *finder) title(toks []tok, i, j int, role, of, country string) {
	from := i
	if j-i == 1 && of == "" && f.people[toks[i].s] && (i == 0 || toks[i-1].lower != "the") {
		f.add(stemma.Mention{Name: toks[i].s, Kind: stemma.Person}, toks[i].Span) // the surname "King"
		return
	}
	if i > 0 && toks[i-1].lower == "the" {
		from = i - 1
	} else if s := f.ownStart(toks, i); s < i {
		from = s
	} else if n := len(f.out) - 1; i > 1 && n >= 0 && ownSign(toks[i-1]) && of == "" { // "Norda's CEO"
		if o := f.out[n]; len(o.Cite.Spans) == 1 && o.Cite.Spans[0].End == toks[i-2].End && !o.Descriptive && o.Kind != stemma.Place && (o.Kind != stemma.Person || corporate[toks[j-1].lower]) {
			of = o.Name
			for from = i - 2; from > 0 && toks[from].Start > o.Cite.Spans[0].Start; {
				from--
			}
		}
	}
	s := stemma.Span{Start: toks[from].Start, End: toks[j-1].End}
	m := stemma.Mention{Name: spaced.Replace(f.a.Text[s.Start:s.End]), Kind: stemma.Person, Role: role, Of: of, Country: country, Descriptive: true}
	// "Russia's Defence Minister, Ana Ruiz, said": the name follows and carries the role
	if j+1 < len(toks) && toks[j].s == "," && f.name(toks, j+1) && !f.t.common[toks[j+1].lower] {
		return
	}
	f.add(m, s)
}
