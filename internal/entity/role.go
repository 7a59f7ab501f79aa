package entity

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// roleBefore returns the role in small letters before a name, and where it
// begins: "Ghana's [opposition leader] Ana Ruiz".
func (f *finder) roleBefore(toks []tok, i int) (string, int) {
	if i == 0 {
		return "", i
	}
	head := toks[i-1]
	if head.cap || head.lower == "count" || !f.t.heads(head.lower) || head.lower == "pm" && clockBefore(toks, i-1) {
		return f.roleOf(toks, i)
	}
	at := i - 1
	for at > 0 {
		w := toks[at-1]
		if !w.word || w.lower == "'s" || w.lower == "’s" {
			break
		}
		if k := f.t.names[w.s]; modifiers[w.lower] || f.t.orgs[w.lower] || f.t.heads(w.lower) || k.what == "adjective" || k.what == "country" || w.cap && (!w.first || acronym(w.s)) && !f.t.common[w.lower] || f.compound[w.Start] && !w.cap {
			at--
			continue
		}
		break
	}
	return f.trim(toks, at, i), at
}

// roleOf reads "the leader of the Ghanaian farmers' union Ana Ruiz" back from
// the name.
func (f *finder) roleOf(toks []tok, i int) (string, int) {
	if !f.t.orgs[toks[i-1].lower] || f.kindNoun(toks, i-1) {
		return "", i // of "the head of the shipping company Sol Lines" the company
	}
	for k := i - 2; k > 0 && k > i-9; k-- {
		w := toks[k]
		if !w.word {
			break
		}
		if w.lower == "of" && !toks[k-1].cap && f.t.roles[toks[k-1].lower] {
			at := k - 1
			for at > 0 && modifiers[toks[at-1].lower] {
				at--
			}
			return f.trim(toks, at, i), at
		}
	}
	return "", i
}

// kindNoun reports whether toks[i] is what a company or outlet named right after
// it is called: "the broadcaster Radio Sol", "shipping firm Sol Lines".
func (f *finder) kindNoun(toks []tok, i int) bool {
	return i >= 0 && !toks[i].cap && (companyNouns[toks[i].lower] || kindNouns[toks[i].lower]) && !f.t.heads(toks[i].lower)
}

var kindNouns = map[string]bool{"agency": true, "broadcaster": true, "coalition": true, "consortium": true, "group": true, "militia": true, "monitor": true, "movement": true, "network": true, "party": true, "union": true, "watchdog": true, "charity": true, "daily": true, "exporter": true, "foundation": true, "importer": true, "magazine": true, "newspaper": true, "outlet": true, "shipper": true, "startup": true, "station": true, "subsidiary": true, "supplier": true, "tabloid": true, "weekly": true, "website": true}

// trim is the words of a role without what stands before it.
func (f *finder) trim(toks []tok, i, j int) string {
	for i < j-1 && (f.t.names[toks[i].s].what != "" || toks[i].lower == "visiting" || toks[i].lower == "the") {
		i++
	}
	return f.words(toks[i:j])
}

// headAhead looks from toks[i] for the noun of a description in small letters:
// "defence minister" -> 2, 0 if there is none.
func (f *finder) headAhead(toks []tok, i int) int {
	end := 0
	for k := i; k < len(toks) && k < i+5; k++ {
		w := toks[k]
		if !w.word || w.cap && k > i && !modifiers[w.lower] && !f.t.heads(w.lower) && !f.t.orgs[w.lower] {
			break
		}
		if f.t.heads(w.lower) || f.t.orgs[w.lower] {
			end = k - i + 1
			continue
		}
		if !modifiers[w.lower] {
			break
		}
	}
	return end
}

// companyAhead looks from toks[i] for a noun that companies are called by, with
// up to three words of any kind in small letters before it: "[the] music
// streaming service", 0 if there is none.
func (f *finder) companyAhead(toks []tok, i int) int {
	for k := i; k < len(toks) && k < i+4 && toks[k].word && !toks[k].cap && !f.used[k] && !f.bounds[toks[k].Start]; k++ {
		if companyNouns[toks[k].lower] && (k+1 == len(toks) || !companyNouns[toks[k+1].lower]) {
			return k - i + 1
		}
	}
	return 0
}

// apposition reads the role after a name: "Ana Ruiz, the head of X, ...".
func (f *finder) apposition(toks []tok, j int, m *stemma.Mention) {
	if j+2 >= len(toks) || toks[j].s != "," {
		return
	}
	k := j + 1
	article := false
	switch toks[k].lower {
	case "the", "a", "an", "his", "her", "its", "their":
		article = true
		k++
	case "who":
		return
	}
	if kn, n := f.known(toks, k, min(k+f.t.longest, len(toks))); kn.what == "adjective" && n < len(toks) && (toks[n].s == "," || toks[n].s == ".") && m.Country == "" && (article || len(toks[k-1].s) == 1) {
		m.Kind, m.Of, m.Country = stemma.Person, CountryName(kn.country), kn.country // "Ana Ruiz, a Peruvian,"
		return
	}
	end, head, cut := k, -1, 0
	for ; end < len(toks) && end < k+16; end++ {
		w := toks[end]
		if w.s == "," || w.s == "." || w.s == ";" || w.s == ")" || w.s == "\"" || w.s == "”" {
			break
		}
		if f.finite[w.Start] {
			return // "Mr. Ruiz, her father had said,"
		}
		switch w.lower {
		case "and":
			if end+1 < len(toks) && opensRole[toks[end+1].lower] && toks[k-1].lower != "a" && toks[k-1].lower != "an" {
				return // "Ana Ruiz, her client and a driver, ..."
			}
		case "who", "whose", "which", "that", "when", "where": // "a district officer [who retired in 2023]"
			if head < 0 {
				return
			}
			for end < len(toks) && end < k+30 && toks[end].s != "," && toks[end].s != "." && toks[end].s != ";" {
				end++
			}
			cut = w.Start
		}
		if cut > 0 {
			break
		}
		if head < 0 && f.t.heads(w.lower) {
			head = end
			// "head of X", "expert on X" go on to the comma
		} else if head >= 0 && end == head+1 && f.t.heads(w.lower) {
			head = end
		}
		if sayers[w.lower] && !article {
			return
		}
	}
	if head < 0 || end >= len(toks) || head-k > 6 || toks[end].s == "\"" {
		return
	}
	if own := f.ownedBy(toks, k, head); own > k && m.Role == "" && m.Of == "" { // "Ana Ruiz, Norda's chief executive,"
		if _, c := f.possessor(toks, own); c == "" && (toks[end].s == "," || toks[end].s == ".") {
			m.Kind, m.Of, m.Role, m.Printed = stemma.Person, f.words(toks[k:own-1]), f.words(toks[own:end]), f.words(toks[j+1:end])
			return
		}
	}
	if head+1 < end && toks[head+1].cap && (!article || f.marked[toks[head+1].Start] == stemma.Person || given()[fold(toks[head+1].s)] != "") {
		return // "Ana Ruiz, General Quispe and ...", "Ana Ruiz, her client Juan Quispe and ..."
	}
	if !article && !modifiers[toks[k].lower] && !f.t.heads(toks[k].lower) && f.t.names[toks[k].s].what == "" {
		return
	}
	if toks[end].s != "," && toks[end].s != "." {
		return
	}
	if !article && toks[end].s == "," && end+2 < len(toks) && toks[j-1].End < toks[end].Start && f.announced(toks, end+1) {
		return // "Minister of Health, Ana Ruiz, Commander of the Navy, Adm. Juan Quispe, ..."
	}
	m.Kind = stemma.Person
	if m.Role != "" && (m.Of != "" || m.Country != "") {
		return
	}
	for cut > 0 && end > k && toks[end-1].Start >= cut {
		end--
	}
	m.Printed = f.words(toks[j+1 : end])
	title := m.Role
	if o, c := f.possessor(toks, k+2); o != "" {
		m.Of, m.Country, k = o, c, k+2
	} else if kn, n := f.known(toks, k, head+1); kn.what == "country" || kn.what == "adjective" {
		m.Of, m.Country, k = f.words(toks[k:n]), kn.country, n
		if n < end && (toks[n].lower == "'s" || toks[n].lower == "’s") {
			k++
		}
	}
	if k < end {
		m.Role = f.words(toks[k:end])
		if title != "" {
			m.Role += ", " + title
		}
	}
}

// announced reports whether a person with a rank stands at toks[i], whose office is
// what stands before the comma.
func (f *finder) announced(toks []tok, i int) bool {
	end := f.titleEnd(toks, i, min(i+5, len(toks)))
	return end > i && end+1 < len(toks) && toks[end].cap && toks[end+1].cap && honoured(toks[end-1].lower)
}

// honoured reports whether a title is a rank or courtesy, which follows an office: "the
// Commander of the Navy, [Vice Admiral] Ana Ruiz".
func honoured(w string) bool {
	w = strings.TrimSuffix(w, ".")
	return honours[w] || !offices[w] && load().titles[w] && !load().roles[w] || w == "admiral" || w == "general" || w == "colonel" || w == "captain"
}

// ownedBy is where the words begin after "Norda's" at toks[k], k if there is none.
func (f *finder) ownedBy(toks []tok, k, head int) int {
	for n := k; n < head && n < k+4 && toks[n].cap; n++ {
		if ownSign(toks[n+1]) {
			return n + 2
		}
	}
	return k
}

// opensRole are words that a role in small letters begins behind.
var opensRole = map[string]bool{"the": true, "its": true, "his": true, "her": true, "their": true, "a": true, "an": true}

// traders are roles that firms have too: "the operator, Sol Shipping, said".
var traders = map[string]bool{"founder": true, "manager": true, "operator": true, "organiser": true, "organizer": true, "owner": true, "opponent": true, "partner": true, "producer": true, "publisher": true, "regulator": true, "rival": true, "supporter": true, "consultant": true, "member": true}

// firms are the traders that hardly ever are persons.
var firms = set("operator\nproducer\npublisher\nregulator")

// appositionBefore reads "the head of X, Ana Ruiz," and "Ghana's military
// leader, Ana Ruiz,".
func (f *finder) appositionBefore(toks []tok, i int, m *stemma.Mention) {
	if i < 3 || toks[i-1].s != "," {
		return
	}
	for k := i - 2; k >= 0 && k > i-12; k-- {
		w := toks[k]
		if k > 2 && w.s == ")" && toks[k-2].s == "(" { // "the president of the Lakes Union (LU), Ana Ruiz,"
			k -= 2
			continue
		}
		if !w.word && w.s != "'" && w.s != "’" {
			return
		}
		if !f.t.heads(w.lower) {
			continue
		}
		ends := k == i-2
		if !ends {
			switch toks[k+1].lower {
			case "of", "at", "for", "to", "in", "on", "with":
			default:
				continue
			}
		}
		at := k
		for at > 0 && (modifiers[toks[at-1].lower] || f.t.orgs[toks[at-1].lower] || f.t.names[toks[at-1].s].what == "adjective") {
			at--
		}
		for n := at; n > 0 && at-n < 4; n-- { // "Ghana's [energy and water] minister"
			if w := toks[n-1]; opensRole[w.lower] || ownSign(w) {
				at = n
				break
			} else if !w.word || w.first || f.finite[w.Start] {
				break
			}
		}
		if at == 0 || !opensRole[toks[at-1].lower] && !ownSign(toks[at-1]) && !(w.cap && !ends && m.Role != "" && !f.endsPerson(toks[i-2].End)) {
			return
		}
		if traders[w.lower] && (m.Kind == stemma.Organisation || firms[w.lower] && given()[fold(toks[i].s)] == "" && m.Role == "") {
			m.Kind = stemma.Organisation
			return
		}
		if o, c := f.possessor(toks, at); o != "" {
			m.Of, m.Country = o, c
		} else if kn, n := f.known(toks, at, k+1); kn.what != "" {
			m.Of, m.Country, at = CountryName(kn.country), kn.country, n
		}
		m.Printed = f.words(toks[f.roleStart(toks, at) : i-1])
		title := m.Role
		m.Role, m.Kind = f.words(toks[at:i-1]), stemma.Person
		if title != "" {
			m.Role += ", " + title
		}
		return
	}
}

// endsPerson reports whether the name found last is a person's and ends at end.
func (f *finder) endsPerson(end int) bool {
	n := len(f.out) - 1
	return n >= 0 && f.out[n].Kind == stemma.Person && !f.out[n].Descriptive && f.out[n].Cite.Spans[0].End == end
}

// roleStart is where the words begin that open a role at toks[at]: "[The dam's]
// chief engineer", "[a] district officer".
func (f *finder) roleStart(toks []tok, at int) int {
	if at == 0 {
		return at
	}
	if k := at - 1; opensRole[toks[k].lower] {
		return k
	} else if k < 1 || !ownSign(toks[k]) {
		return at
	}
	k := at - 2
	for k > 0 && at-k < 6 && toks[k-1].word && !f.bounds[toks[k-1].Start] && (toks[k-1].cap == toks[k].cap || !toks[k-1].cap) && !ownSign(toks[k-1]) {
		k--
	}
	if k > 0 && opensRole[toks[k-1].lower] {
		k--
	}
	return k
}

var pronouns = map[string]bool{"he": true, "she": true}

// descriptions adds the mentions by role or body alone.
func (f *finder) descriptions(toks []tok) {
	from := len(f.out) // names of earlier sentences stand before
	for from > 0 && len(toks) > 0 && f.out[from-1].Cite.Spans[0].Start >= toks[0].Start {
		from--
	}
	for i := 0; i < len(toks); i++ {
		if n := f.officer(toks, i, f.out[from:]); n > 0 {
			i += n
			continue
		}
		if f.used[i] && f.t.names[toks[i].s].what == "" {
			continue
		}
		if pronouns[toks[i].lower] {
			f.add(stemma.Mention{Name: toks[i].s, Kind: stemma.Person, Role: toks[i].lower, Descriptive: true}, toks[i].Span)
			continue
		}
		j := i
		det := toks[i].lower
		if det == "the" {
			j++
		}
		var of, code string
		if kn, n := f.known(toks, j, min(j+f.t.longest, len(toks))); kn.what == "adjective" || kn.what == "country" {
			of, code, j = f.words(toks[j:n]), kn.country, n
			if kn.what == "country" {
				if j < len(toks) && (toks[j].lower == "'s" || toks[j].lower == "’s") {
					j++
				} else if det != "the" {
					continue
				}
			}
		}
		if j == i || j >= len(toks) || f.used[j] {
			continue
		}
		n := f.headAhead(toks, j)
		if n == 0 && det == "the" {
			n = f.companyAhead(toks, j)
		}
		if n == 0 || f.used[j+n-1] {
			continue
		}
		// "the junta leader Ana Ruiz" is read with the name
		if j+n < len(toks) && f.used[j+n] && toks[j+n].cap && toks[j+n-1].End+1 >= toks[j+n].Start {
			continue
		}
		f.description(toks, i, j, j+n, of, code)
		i = j + n - 1
	}
}

// officer adds "Norda's chief executive" where toks[i] is its "'s" and one of
// names ends before it, and returns how many words follow.
func (f *finder) officer(toks []tok, i int, names []stemma.Mention) int {
	if i == 0 || !f.used[i-1] || !ownSign(toks[i]) {
		return 0
	}
	n := f.headAhead(toks, i+1)
	if n == 0 || f.used[i+n] || !f.t.heads(toks[i+n].lower) || i+n+1 < len(toks) && f.used[i+n+1] && toks[i+n+1].cap {
		return 0
	}
	for _, o := range names {
		if s := o.Cite.Spans[0]; len(o.Cite.Spans) == 1 && s.End == toks[i-1].End && (!o.Descriptive || o.Kind == stemma.Organisation) && o.Kind != stemma.Place && (o.Kind != stemma.Person || corporate[toks[i+n].lower]) {
			m := stemma.Mention{Kind: stemma.Person, Of: strings.TrimPrefix(strings.TrimPrefix(o.Name, "the "), "The "), Role: f.words(toks[i+1 : i+n+1]), Descriptive: true}
			s.End = toks[i+n].End
			m.Name = spaced.Replace(f.a.Text[s.Start:s.End])
			for k := i; k <= i+n; k++ {
				f.used[k] = true
			}
			f.add(m, s)
			return n
		}
	}
	return 0
}

func (f *finder) description(toks []tok, i, j, end int, of, code string) {
	head := toks[end-1].lower
	if i > 0 && i == j { // no determiner
		return
	}
	if strings.HasSuffix(head, "s") && !f.t.orgs[head] {
		return
	}
	// "the head of the mission": the role goes on
	if end+1 < len(toks) && toks[end].lower == "of" && f.t.heads(head) {
		k := end + 1
		if toks[k].lower == "the" {
			k++
		}
		if kn, n := f.known(toks, k, len(toks)); n > k && (kn.what == "country" || kn.what == "adjective") {
			if n < len(toks) && f.t.orgs[toks[n].lower] {
				n++
			}
			if of == "" {
				of, code = CountryName(kn.country), kn.country
			}
			end = n
		}
	}
	// "the head of the arms exporter X, Ana Ruiz" is read with the name
	for k := end; k+1 < len(toks) && k < end+8 && toks[end].lower == "of"; k++ {
		if toks[k].s == "," && f.used[k+1] {
			return
		}
	}
	if f.t.orgs[head] && national[head] && code == "" && end+1 < len(toks) && toks[end].lower == "in" { // "the interior ministry in Accra"
		if kn, _ := f.known(toks, end+1, len(toks)); kn.what == "capital" {
			code = kn.country
		}
	}
	s := stemma.Span{Start: toks[i].Start, End: toks[end-1].End}
	m := stemma.Mention{Name: f.a.Text[s.Start:s.End], Of: of, Country: code, Descriptive: true}
	if f.t.heads(head) {
		m.Kind, m.Role = stemma.Person, f.words(toks[j:end])
	} else {
		m.Kind, m.Role = stemma.Organisation, f.words(toks[j:end])
	}
	for k := i; k < end; k++ {
		f.used[k] = true
	}
	f.add(m, s)
}
