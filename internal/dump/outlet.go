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
	by               evidence
}

// outletOf finds the outlet of a page: what names it after the title, at the top, in
// lines of copyright, in its menus, in how it speaks of itself, in addresses, in the
// dateline. What all places say of one name is weighed together: see claims.
func (r *reader) outletOf(a *stemma.Article, t heading, first, last int) {
	found := r.namings(a, t, first, last)
	cs := r.claims(a, t, found)
	r.claimed = cs
	best := -1
	for i := range cs {
		if cs[i].score() > leastClaim && (best < 0 || cs[i].score() > cs[best].score()) {
			best = i
		}
	}
	if best >= 0 {
		a.Outlet = r.inText(cs[best].name)
	}
	for _, f := range found {
		r.candidate(a, "outlet", f.name, f.where, f.from, f.to, best >= 0 && slices.Contains(cs[best].forms, f), f.why)
	}
	if a.Outlet == "" { // an agency's own page names no one else, but a buyer's may name none either
		for _, k := range a.Candidates {
			if o, _ := directory.Lookup(k.Value); k.Field == "credit" && k.Where == "dateline" && !o.Resold() && k.Value != "Agencies" {
				a.Outlet = k.Value
				k.Field, k.Why = "outlet", "the dateline's agency, and the page names no other"
				a.Candidates = append(a.Candidates, k)
				break
			}
		}
	}
}

// namings are the places where a page may say whose page it is.
func (r *reader) namings(a *stemma.Article, t heading, first, last int) (found []naming) {
	add := func(raw, why string, from, to int, by evidence) {
		name, ok := named(raw)
		if !ok {
			name = strings.Trim(raw, block.Space+".,|•·:-–—")
		}
		if name != "" && len(found) < mostNamings {
			found = append(found, naming{name, "line", why, from, to, by})
		}
	}
	switch {
	case t.outlet != "":
		add(t.outlet, "stands after the title", t.outStart, t.outEnd, afterTitle)
	case t.line >= 0:
		if _, name, ok := splitTail(r.ls[t.line].S); ok {
			add(name, "may stand after the title", r.ls[t.line].End-len(name), r.ls[t.line].End, tailAlone)
		}
	}
	for k := range found {
		found[k].where = "title"
	}
	if r.own != nil {
		hosts(r.own.S, func(host string, at int, _ evidence) {
			add(host, "the page's own address", r.own.Start+at, r.own.Start+at+len(host), mail)
		})
	}
	top := min(len(r.ls), first, 12)
	for i := 0; i < top; i++ {
		l := &r.ls[i]
		if name, ok := masthead(l.S); ok && i != t.line && !r.menuItem(i) {
			if _, isAgency := agency(l.S); isAgency && t.line >= 0 && i > t.line {
				continue // a byline
			}
			add(name, "stands at the top of the page", l.Start, l.End, mastLine)
		} else if name, ok := agencyMast(l.S); ok && i < t.line {
			add(name, "stands at the top of the page", l.Start, l.End, mastLine)
		}
	}
	plain := r.alone()
	for i := max(0, t.line+1); t.line >= 0 && i <= min(t.line+3, first-1); i++ {
		if name := r.overDay(i, plain); name != "" {
			add(name, "stands alone with the day", r.ls[i].Start, r.ls[i].Start+len(name), mastLine)
		}
	}
	if i := r.unknownMast(min(top, max(t.line, 0))); i >= 0 && (len(found) == 0 || found[len(found)-1].from != r.ls[i].Start) {
		mast := r.ls[i].S
		if m := splitMast(mast); m != "" {
			mast = m
		}
		if name, _, ok := strings.Cut(mast, " - "); ok && squash(name) == r.holder() { // "Harbour Gazette - Print Version"
			mast = name
		}
		for j := i + 1; j < min(top, i+3) && r.ls[j].Gap == 0 && mast == strings.ToUpper(mast) && r.ls[j].S == strings.ToUpper(r.ls[j].S); j++ {
			// "EUROPEAN HARBOURS" / "JOINT MISSION", which the text has as one name
			if long := mast + " " + r.ls[j].S; strings.Contains(strings.ToLower(r.text.S[r.ls[first].Start:]), strings.ToLower(long)) {
				mast = long
				add(long, "stands alone", r.ls[i].Start, r.ls[j].End, lineAlone)
			}
		}
		name := strings.TrimSuffix(mast, "(publ)")
		if r.isRelease(len(r.ls)) { // the company, not its legal form
			name = cutWords(name, lawWords)
		}
		add(name, "the first line of the page", r.ls[i].Start, r.ls[i].Start+len(name), firstLine)
	}
	for i := range r.ls {
		l := &r.ls[i]
		if i >= first && i <= last || r.role[i] == block.Caption {
			continue
		}
		if name, at := copyright(l.S); name != "" {
			if _, isAgency := agency(name); isAgency && i > last && i <= last+8 && r.role[i] != block.Credit && !slices.Contains(a.Notices, l.S) {
				r.noted(a, i)
			}
			add(name, "holds the copyright", l.Start+at, l.Start+at+len(name), rights)
		}
		if l.Words <= 60 {
			ofItself(l.S, func(name string, at int, by evidence) {
				add(name, "the page speaks of itself", l.Start+at, l.Start+at+len(name), by)
			})
		}
		hosts(l.S, func(host string, at int, by evidence) {
			add(host, "an address on the page", l.Start+at, l.Start+at+len(host), by)
		})
		if l.Words <= 60 {
			for _, f := range directory.FindIn(l.S) {
				if f.Outlet.Kind != directory.Agency {
					add(f.Outlet.Name, "named on the page", l.Start+f.Start, l.Start+f.End, mention)
				}
			}
		}
		if i != t.line && (i < 40 || i+40 >= len(r.ls)) && l.Words <= 4 && l.Runes >= 4 && l.Runes <= 40 && !l.Ends && len(l.Stamps) == 0 && titled(l.S) && !body.Furniture(l.S) && !button(l.S) {
			add(l.S, "stands alone", l.Start, l.End, lineAlone)
		}
	}
	for _, k := range a.Candidates {
		if k.Field == "outlet" && (k.Where == "dateline" || k.Where == "byline") {
			found = append(found, naming{name: k.Value, where: k.Where, why: k.Why, by: inDateline})
		}
	}
	return found
}

// overDay is what line i, below a title, calls a paper with the day on the same
// line or the next: "Freight Weekly" / "30 May 2023", "TIME, December 20, 2015".
// Names of people stand there too: a name no table knows is one word, on a page
// without menus, or has one that papers are called by.
func (r *reader) overDay(i int, plain bool) string {
	l := &r.ls[i]
	s := l.S
	switch {
	case len(l.Stamps) > 0 && l.Stamps[0].Start > 2:
		s = s[:l.Stamps[0].Start]
	case len(l.Stamps) > 0 || i+1 >= len(r.ls) || len(r.ls[i+1].Stamps) == 0 || r.ls[i+1].Words > 8:
		return ""
	}
	s = strings.TrimRight(s, block.Space+",|·•–—-")
	ws := strings.Fields(s)
	if len(ws) == 0 || len(ws) > 5 || l.Ends || !titled(s) || strings.ContainsAny(s, "0123456789:;?!\"“”/@|()") || placeSet[strings.ToLower(s)] || idle(s) || body.Furniture(s) || prefixed(s, bylines) != "" || prefixed(s, notNames) != "" {
		return ""
	}
	if _, ok := agency(s); ok {
		return ""
	}
	if _, ok := named(s); ok {
		return s
	}
	last := strings.ToLower(ws[len(ws)-1])
	switch {
	case len(ws) == 1 && plain && len(l.Stamps) == 0 && len(s) >= 4 && !slugs[last] && !dateWords[last]:
	case len(ws) > 1 && last != "team" && last != "staff" && (paperWords[last] || slices.Contains(companyWords, last) || ws[0] == "The" || acronym(ws[0]) && len(ws[0]) > 2):
	default:
		return ""
	}
	return s
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

// Words that end the name of a company and not of its paper. Those of the law
// are never printed in a masthead.
var (
	lawWords     = []string{"limited", "ltd", "inc", "incorporated", "llc", "l.l.c", "plc", "corp", "gmbh", "ag", "s.a", "sa", "s.l", "s.p.a", "spa", "s.r.l", "b.v", "bv", "pty", "pvt", "co", "a.ş", "sp. z o.o", "oy", "oyj", "ab", "kg", "kgaa", "asa", "a/s", "aps", "nv", "n.v", "sarl", "s.à r.l", "pte", "bhd", "tbk", "jsc", "pjsc", "ojsc", "d.o.o", "dac", "clg", "llp", "pbc", "se", "s.a.s", "sas", "k.k", "kft", "zrt", "a.s", "s.r.o", "uab", "sia", "oü", "ehf", "lda", "ltda", "c.v", "sdn", "berhad", "fze", "a.d", "d.d", "eood", "ood"}
	companyWords = []string{"media", "group", "company", "corporation", "publishing", "publications", "publishers", "newspapers", "holdings", "digital", "network", "networks", "verlag", "medien", "communications", "interactive"}
)

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
