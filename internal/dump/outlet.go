package dump

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/thread"
	directory "github.com/stemma-news/stemma/internal/outlet"
)

// naming is one place where a page may say whose page it is.
type naming struct {
	name, where, why string
	from, to         int
	weight           float64
}

// How much a place says about whose page it is: where the tables know the
// name, and where they do not. An agency holds the copyright of a text on many
// pages that are not its own, and a company that of many papers.
const (
	tailKnown, tailUnknown          = 5, 3
	mastKnown, mastUnknown          = 4, 1.6
	ownKnown, ownUnknown, ownAgency = 3.2, 2, 1.1
	itselfKnown, itselfUnknown      = 2.4, 1
	ownCompany, ownWriter           = 1.2, 0.8
	namedInDateline                 = 1.5
)

// outletOf finds the outlet of a page: after the title, at the top, in the line
// of copyright, where the page speaks of itself, in the dateline. Places that
// name the same weigh together: "Harbour Times" above the page and "© 2019
// Harbour Times" below it outweigh the "© AFP" between them.
func (r *reader) outletOf(a *stemma.Article, t heading, first, last int) {
	var found []naming
	add := func(raw, where, why string, from, to int, known, unknown float64) {
		name, ok := named(raw)
		if !ok {
			name, known = strings.Trim(raw, block.Space+".,|"), unknown
		}
		if name != "" {
			found = append(found, naming{name, where, why, from, to, known})
		}
	}
	if t.outlet != "" {
		add(t.outlet, "title", "stands after the title", t.outStart, t.outEnd, tailKnown, tailUnknown)
	}
	top := min(len(r.ls), first, 12)
	for i := 0; i < top; i++ {
		l := &r.ls[i]
		if name, ok := masthead(l.S); ok && i != t.line && !r.menuItem(i) {
			if _, isAgency := agency(l.S); isAgency && t.line >= 0 && i > t.line {
				continue // a byline
			}
			add(name, "line", "stands at the top of the page", l.Start, l.End, mastKnown, mastUnknown)
		} else if name, ok := agencyMast(l.S); ok && i < t.line {
			add(name, "line", "stands at the top of the page", l.Start, l.End, mastKnown, mastUnknown)
		}
	}
	mast := ""
	if i := r.unknownMast(min(top, max(t.line, 0))); i >= 0 {
		mast = r.ls[i].S
		if m := splitMast(mast); m != "" {
			mast = m
		}
		name := strings.TrimSuffix(mast, "(publ)")
		if house, country, ok := strings.Cut(name, ", "); ok && countries[strings.ToLower(country)] {
			name = house
		}
		if r.isRelease(len(r.ls)) { // the company, not its legal form
			name = cutWords(name, lawWords)
		}
		add(name, "line", "the first line of the page", r.ls[i].Start, r.ls[i].Start+len(name), 0, mastUnknown)
	}
	for i := 0; i < len(r.ls); i++ {
		if i >= first && i <= last || r.role[i] == block.Caption {
			continue
		}
		if name, at := copyright(r.ls[i].S); name != "" {
			known, unknown := float64(ownKnown), float64(ownUnknown)
			if ofCompany(r.ls[i].S[at:]) && papers(mast, name) {
				unknown = ownCompany
			}
			if o, _ := directory.Lookup(name); o.Resold() && strings.Contains(strings.ToLower(r.ls[i].S), "may not be published") {
				r.credit(a, o.Name, "notice", r.ls[i].Start+at, r.ls[i].Start+at+len(name), "holds the copyright, as its buyers must print")
				r.noted(a, i)
				continue
			}
			if _, isAgency := agency(name); isAgency {
				known = ownAgency
				if i > last && i <= last+8 && r.role[i] != block.Credit && !slices.Contains(a.Notices, r.ls[i].S) {
					r.noted(a, i)
				}
			}
			if slices.Contains(a.Bylines, name) { // a writer's own letter: its name stands above
				unknown = ownWriter
			}
			add(name, "line", "holds the copyright", r.ls[i].Start+at, r.ls[i].Start+at+len(name), known, unknown)
		}
	}
	for i := range r.ls {
		if name, at := speaksOfItself(r.ls[i].S); name != "" {
			add(name, "line", "the page speaks of itself", r.ls[i].Start+at, r.ls[i].Start+at+len(name), itselfKnown, itselfUnknown)
		}
	}
	for _, k := range a.Candidates {
		if k.Field == "outlet" && (k.Where == "dateline" || k.Where == "byline") {
			found = append(found, naming{name: k.Value, where: k.Where, why: k.Why, weight: namedInDateline})
		}
	}
	best := heaviest(found)
	for i, f := range found {
		if i == best {
			a.Outlet = r.inText(f.name)
		}
		r.candidate(a, "outlet", f.name, f.where, f.from, f.to, i == best, f.why)
	}
	if a.Outlet == "" { // an agency's own page names no one else, but a buyer's may name none either
		for _, k := range a.Candidates {
			if o, _ := directory.Lookup(k.Value); k.Field == "credit" && k.Where == "dateline" && !o.Resold() {
				a.Outlet = k.Value
				k.Field, k.Why = "outlet", "the dateline's agency, and the page names no other"
				a.Candidates = append(a.Candidates, k)
				break
			}
		}
	}
}

// inText is name as the page prints it elsewhere, where it stands in capitals:
// "HARBOUR SHIPPING" -> "Harbour Shipping".
func (r *reader) inText(name string) string {
	if name != strings.ToUpper(name) || !strings.Contains(name, " ") || !isASCII(name) {
		return name
	}
	low := strings.ToLower(name)
	for i := range r.ls {
		s := r.ls[i].S
		if k := strings.Index(strings.ToLower(s), low); k >= 0 && k+len(name) <= len(s) && isASCII(s[:k]) {
			if p := s[k : k+len(name)]; p != name && titled(p) && strings.ToLower(p) != p {
				return p
			}
		}
	}
	return name
}

// heaviest is the first naming of the name that weighs most, -1 of none. A name
// counts once for each kind of place it stands in.
func heaviest(found []naming) int {
	sum := map[string]float64{}
	counted := map[string]bool{}
	for _, f := range found {
		if k := companyKey(f.name); !counted[k+"\n"+f.why] {
			counted[k+"\n"+f.why] = true
			sum[k] += f.weight
		}
	}
	best := -1
	for i, f := range found {
		if best < 0 || sum[companyKey(f.name)] > sum[companyKey(found[best].name)] {
			best = i
		}
	}
	for i := best + 1; best >= 0 && i < len(found); i++ { // "THE CAPITAL LEDGER" is printed better elsewhere
		if b := found[best].name; b == strings.ToUpper(b) && found[i].name != b && squash(found[i].name) == squash(b) {
			best = i
		}
	}
	return best
}

// Words that end the name of a company and not of its paper. Those of the law
// are never printed in a masthead.
var (
	lawWords     = []string{"limited", "ltd", "inc", "incorporated", "llc", "l.l.c", "plc", "corp", "gmbh", "ag", "s.a", "sa", "s.l", "s.p.a", "spa", "s.r.l", "b.v", "bv", "pty", "pvt", "co", "a.ş", "sp. z o.o", "oy", "oyj", "ab", "kg", "kgaa", "asa", "a/s", "aps", "nv", "n.v", "sarl", "s.à r.l", "pte", "bhd", "tbk", "jsc", "pjsc", "ojsc", "d.o.o", "dac", "clg", "llp", "pbc", "se", "s.a.s", "sas", "k.k", "kft", "zrt", "a.s", "s.r.o", "uab", "sia", "oü", "ehf", "lda", "ltda", "c.v", "sdn", "berhad", "fze", "a.d", "d.d", "eood", "ood"}
	companyWords = []string{"media", "group", "company", "corporation", "publishing", "publications", "publishers", "newspapers", "holdings", "digital", "network", "networks", "verlag", "medien", "communications", "interactive"}
)

// ofCompany reports whether a line of copyright goes on with the name of a
// company, not of a paper: "Harbour Media Group Ltd.", "Harbour News & Media
// Limited".
func ofCompany(s string) bool {
	for _, stop := range []string{". All", "|", " – ", " or its", " and its", ", "} {
		s, _, _ = strings.Cut(s, stop)
	}
	name := cutWords(strings.TrimRight(s, "0123456789-– ."), lawWords)
	return cutWords(name, companyWords) != name
}

// papers reports whether mast, the first line of a page, reads as the name of a
// paper that company may own: it shares a word with it, or papers are called so.
func papers(mast, company string) bool {
	for _, w := range strings.Fields(strings.ToLower(mast)) {
		if len(w) > 3 && strings.Contains(" "+strings.ToLower(company)+" ", " "+w+" ") || paperWords[w] {
			return true
		}
	}
	return false
}

// paperWords are words papers and stations are called by.
var paperWords = map[string]bool{"times": true, "post": true, "herald": true, "tribune": true, "gazette": true, "courier": true, "chronicle": true, "daily": true, "weekly": true, "ledger": true, "journal": true, "observer": true, "mail": true, "telegraph": true, "star": true, "sun": true, "mirror": true, "echo": true, "argus": true, "examiner": true, "independent": true, "guardian": true, "express": true, "standard": true, "globe": true, "sentinel": true, "record": true, "bulletin": true, "dispatch": true, "despatch": true, "inquirer": true, "enquirer": true, "advertiser": true, "monitor": true, "register": true, "review": true, "reporter": true, "press": true, "news": true, "newspaper": true, "reader": true, "leader": true, "citizen": true, "nation": true, "today": true, "zeitung": true, "tagblatt": true, "anzeiger": true, "nachrichten": true, "presse": true, "diario": true, "gaceta": true, "jornal": true, "folha": true, "correio": true, "corriere": true, "gazzetta": true, "giornale": true, "dagblad": true, "dagbladet": true, "tidende": true, "posten": true, "tribuna": true, "radio": true, "tv": true}

// cutWords cuts words of the list off the end of a name of several words.
func cutWords(s string, words []string) string {
	for {
		s = strings.TrimRight(s, block.Space+".,&")
		k := strings.LastIndexByte(s, ' ')
		if k <= 0 || !slices.Contains(words, strings.ToLower(strings.Trim(s[k+1:], ".,"))) {
			return s
		}
		s = s[:k]
	}
}

// companyKey is the name of a paper out of that of its company: "Harbour Times
// Media Ltd." and "Harbour Times" have the same.
func companyKey(s string) string {
	return squash(cutWords(cutWords(cutWords(s, lawWords), companyWords), lawWords))
}

// unknownMast is the line at the top of the page that reads as a masthead no
// table knows, -1 for none: the first of its lines but for those of menus, if
// it is a name of two words or more.
func (r *reader) unknownMast(top int) int {
	for i := 0; i < min(top, 4); i++ {
		l := &r.ls[i]
		switch {
		case l.Words == 0, body.Furniture(l.S), r.page.Classes[i] == thread.Foot, isDateOnly(l.S, len(l.Stamps)), interfaceLine(l.S):
			continue
		case button(l.S):
			return -1
		case i == 0 && splitMast(l.S) != "":
			return i
		case l.Words == 1 && l.Runes >= 5 && !l.Ends && len(l.Stamps) == 0 && titled(l.S) && r.holder() != "" && strings.HasPrefix(r.holder(), squash(l.S)):
			return i // "Weserbote", and "© Weserbote Verlag" below
		case l.Words <= 12 && !l.Ends && titled(l.S) && prefixed(l.S, offices) != "":
			return i
		case l.Words > 6 || l.Runes > 48 || l.Ends || isSection(l.S) || len(l.Stamps) > 0 || !titled(l.S):
			return -1
		}
		if name, _ := utf8.DecodeRuneInString(l.S); !unicode.IsLetter(name) || l.Words < 2 && !l.Wide || strings.ContainsAny(l.S, ":;?!@/") {
			return -1
		}
		if _, isAgency := agency(l.S); isAgency || placeSet[strings.ToLower(l.S)] {
			return -1
		}
		return i
	}
	return -1
}

// button reports whether s is what a page asks its reader to do: "Toggle Side
// Panel", "SubscribeSign in".
func button(s string) bool {
	return prefixed(s, buttons) != ""
}

var buttons = []string{"skip ", "toggle ", "open menu", "open navigation", "open main", "open in app", "close menu", "select ", "sign in", "sign up", "subscribesign", "subscribe ", "request ", "log in", "login ", "register ", "focus reset", "start here", "get started", "get a ", "go to ", "back to ", "jump to ", "ver en ", "zum ", "aller au ", "ir al ", "ir para ", "switch ", "free shipping", "free delivery"}

// menuItem reports whether line i is one word in a menu, words above and below
// it, though a paper has that name: "News" / "People" / "Reviews". In capitals it
// is a name.
func (r *reader) menuItem(i int) bool {
	if i < 3 || i+1 >= len(r.ls) || r.ls[i].Words != 1 || r.ls[i].S == strings.ToUpper(r.ls[i].S) || strings.Contains(r.ls[i].S, ".") {
		return false
	}
	for _, j := range []int{i - 2, i - 1, i + 1} {
		if l := &r.ls[j]; l.Words == 0 || l.Words > 2 || l.Ends {
			return false
		}
	}
	return true
}

// offices begin the names of those who print their own statements.
var offices = []string{"ministry of ", "the ministry of ", "department of ", "office of the ", "embassy of ", "government of ", "the government of ", "presidency of ", "permanent mission of ", "directorate ", "ministère ", "ministerio ", "ministério ", "bundesministerium ", "municipality of ", "national police "}

// splitMast is the name before the motto of a first line: "Arctic Ledger |
// Science and ports" -> "Arctic Ledger".
func splitMast(s string) string {
	name, motto, ok := strings.Cut(s, " | ")
	n := len(strings.Fields(name))
	if !ok || n < 2 || n > 4 || !titled(name) || strings.ContainsAny(s, "0123456789:?!@/") || strings.Contains(motto, " | ") || len(strings.Fields(motto)) > 8 || body.Furniture(name) {
		return ""
	}
	return name
}

func isDateOnly(s string, stamps int) bool { return stamps > 0 && len(strings.Fields(s)) <= 6 }

// isSection reports whether s is a path of sections or a row of a menu: "World
// / Americas", "Home > News", "News | Sport | Weather".
func isSection(s string) bool {
	if len(s) > 160 {
		return false
	}
	for _, m := range []string{" / ", " | ", " > ", "›", "»", " • ", " · ", "\t", " :: "} {
		n := strings.Count(s, m)
		if n > 1 || n == 1 && len(strings.Fields(s)) <= 7 {
			return true
		}
	}
	return false
}

// houses are the words for an agency in what agencies are called.
var houses = []string{"agency", "agencia", "agência", "agence", "agentur", "agenzia", "ajansı", "агентство", "وكالة", "通信社", "通讯社"}

// agencyMast is the agency a masthead begins with: "ANDINA Peru News Agency",
// "TASS: Russian News Agency".
func agencyMast(s string) (string, bool) {
	if len(s) > 60 || len(strings.Fields(s)) > 7 || contains(s, houses) == "" {
		return "", false
	}
	for _, f := range directory.FindIn(s) {
		if f.Outlet.Kind == directory.Agency && f.Start == 0 {
			return f.Outlet.Name, true
		}
	}
	first, _, _ := strings.Cut(s, " ") // a name that is too short to be found in a text
	return agency(first)
}
