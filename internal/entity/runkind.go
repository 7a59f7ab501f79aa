package entity

import (
	"strings"
	"unicode"

	"github.com/stemma-news/stemma"
)

// orgRun reports whether toks[i:j] names an organisation by its words.
func (f *finder) orgRun(toks []tok, i, j int) bool {
	if i >= j {
		return false
	}
	if i > 0 && j < len(toks) && quoteMark(toks[i-1].s) && quoteMark(toks[j].s) && j-i > 2 {
		return false // the name of a work: "Lines of the Valley"
	}
	if f.orgWord(toks[j-1].lower) || j-i > 1 && pressFirst[toks[i].lower] {
		return true
	}
	for k := i; k < j-1; k++ {
		if f.t.orgs[toks[k].lower] && (toks[k+1].lower == "of" || toks[k+1].lower == "for" || toks[k+1].lower == "on") {
			return true
		}
	}
	return false
}

// pressFirst are the words that begin the names of papers and stations.
var pressFirst = map[string]bool{"agence": true, "agencia": true, "agenzia": true, "canal": true, "channel": true, "correio": true, "correo": true, "diario": true, "diário": true, "folha": true, "gazeta": true, "gazette": true, "jornal": true, "journal": true, "periódico": true, "radio": true, "rádio": true, "televisión": true, "televisão": true, "tv": true}

// twoCapitals reports whether a word has a capital behind a small letter, as companies write
// themselves and people do not: "SportTrace", not "McRuiz" nor "DeLeon".
func twoCapitals(w string) bool {
	for i := 1; i < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' && w[i-1] >= 'a' && w[i-1] <= 'z' {
			return i > 3 && !strings.HasPrefix(w, "Fitz")
		}
	}
	return false
}

func quoteMark(s string) bool { return s == "\"" || s == "“" || s == "”" || s == "«" || s == "»" }

// vesselRole marks the name of a ship, which is no person, body or place.
const vesselRole = "vessel"

var vessels = set("barge\nboat\ncorvette\ncruiser\ndestroyer\ndinghy\nferry\nfreighter\nfrigate\nicebreaker\nliner\nschooner\nship\nsteamer\nsubmarine\ntanker\ntrawler\ntug\ntugboat\nvessel\nwarship\nyacht")

// prefixes stand before the names of ships.
var prefixes = set("HMAS\nHMCS\nHMS\nM/T\nM/V\nMT\nMV\nUSNS\nUSS")

// vessel reports whether toks[i] begins the name of a ship: behind "the ferry", `the
// tanker named the "` and the like, or with "MV".
func (f *finder) vessel(toks []tok, i int) bool {
	if prefixes[toks[i].s] && i+1 < len(toks) && toks[i+1].cap {
		return true
	}
	k := i - 1
	if k > 0 && quoteMark(toks[k].s) {
		k--
	}
	if k > 1 && toks[k].lower == "the" && (toks[k-1].lower == "named" || toks[k-1].lower == "called") {
		k--
	}
	if k > 1 && (toks[k].lower == "named" || toks[k].lower == "called") {
		if k--; toks[k].s == "," {
			k--
		}
	}
	w := strings.TrimSuffix(toks[i].lower, ".")
	return k >= 0 && !toks[k].cap && vessels[toks[k].lower] && f.t.names[toks[i].s].what == "" && !weekday(w) && !months[w] &&
		(!f.t.heads(w) && !f.t.titles[w] || i+1 < len(toks) && regal[w])
}

// regal are titles that are of a name which is one word: "Queen Ana".
var regal = set("dame\nduchess\nduke\nemir\nempress\nfather\nking\nlady\nlord\nmullah\npope\nprince\nprincess\nqueen\nsheikh\nsister\nsultan")

// told is what the words right beside a name say it is, whatever it looks like: "the
// village of [Sorra]", "[Sorra] district", "Lima-based [Sol]", "the company, [Sol],".
func (f *finder) told(toks []tok, i, j int) string {
	person := given()[fold(toks[i].s)] != "" && (j-i > 1 || f.people[toks[i].s])
	if j < len(toks) && !toks[j].cap && placesBehind[toks[j].lower] && !person && !f.broken(toks, j) && !adjectival(toks[i].lower) && !(j-i == 1 && f.loose[toks[i].Start]) && f.inside[toks[i].s] > 0 {
		return stemma.Place
	}
	if j-i > 2 && gulfs[toks[i].lower] && toks[i+1].lower == "of" {
		return stemma.Place
	}
	if i > 1 && toks[i-1].lower == "of" && !toks[i-2].cap && placeNouns[toks[i-2].lower] && toks[i-2].lower != "state" {
		return stemma.Place
	}
	if i > 0 && j-i < 4 && !person && (strings.HasSuffix(toks[i-1].lower, "-based") || strings.HasSuffix(toks[i-1].lower, "-listed") || strings.HasSuffix(toks[i-1].lower, "-owned")) {
		return stemma.Organisation
	}
	if i > 0 && j-i == 1 && !person && (toks[i-1].lower == "founded" || toks[i-1].lower == "co-founded" || toks[i-1].lower == "acquired") {
		return stemma.Organisation
	}
	if i > 1 && toks[i-1].s == "," && !toks[i-2].cap && companyNouns[toks[i-2].lower] && !person && j < len(toks) && toks[j].s == "," {
		return stemma.Organisation
	}
	return ""
}

// placesBehind are what a place is called behind its name.
var placesBehind = set("borough\ncounty\ndistrict\nisland\nislands\nmunicipality\nneighborhood\nneighbourhood\npeninsula\nprefecture\nprovince\nregion\nsuburb\ntown\nvillage")

// streets are last words of the names of places that begin as those of persons may.
var streets = set("avenue\nbay\nboulevard\nbridge\ncity\ncounty\ncove\ncreek\ndrive\nharbour\nhighway\nhill\nisland\nislands\nlane\npark\npoint\nroad\nsound\nsquare\nstreet")

// kind tells what a bare name is, "" where the page does not say here.
func (f *finder) kind(toks []tok, i, j int) string {
	if j+1 < len(toks) && (toks[j].lower == "'s" || toks[j].lower == "’s") && corporate[toks[j+1].lower] {
		return stemma.Organisation // "Norda's CEO"
	}
	if k := f.told(toks, i, j); k != "" {
		return k
	}
	if j-i == 1 && f.marked[toks[i].Start] == stemma.Person && twoCapitals(toks[i].s) {
		return stemma.Organisation
	}
	if w, ok := strings.CutSuffix(toks[j-1].lower, "s"); ok && j-i > 1 && f.t.roles[w] && given()[fold(toks[i].s)] == "" && (f.marked[toks[i].Start] == "" || f.marked[toks[i].Start] == stemma.Person) {
		return "" // "Disaster Management Officers"
	}
	if k := f.marked[toks[i].Start]; k != "" && k != "nationality" && (k != stemma.Person || i == 0 || toks[i-1].lower != "the") {
		return k // "the Ana Ruiz" sank, or was released, but is no person
	}
	if j-i == 1 && acronym(toks[i].s) {
		if f.dateline(toks, i, j) {
			return stemma.Place
		}
		return stemma.Organisation
	}
	if j < len(toks) {
		if sayers[toks[j].lower] && j-i <= 4 && (j-i > 1 || f.inside[toks[i].s] > 0) && !f.t.common[toks[i].lower] {
			return stemma.Person
		}
		if toks[j].s == "," && j+2 < len(toks) && toks[j+2].s == "," && len(toks[j+1].s) <= 3 && toks[j+1].s[0] >= '1' && toks[j+1].s[0] <= '9' {
			return stemma.Person // "Ana Ruiz, 41, ..."
		}
	}
	if i > 0 && j-i >= 2 && sayers[toks[i-1].lower] && (j >= len(toks) || !toks[j].word) {
		return stemma.Person // `", said Ana Ruiz.`
	}
	if i > 0 && j-i == 1 {
		switch toks[i-1].lower {
		case "in", "near", "from", "at":
			return stemma.Place
		}
	}
	if j-i == 2 || j-i == 3 {
		if w := fold(toks[i].s); (given()[w] != "" || formal()[w] != "") && !acronym(toks[j-1].s) && !f.t.common[toks[j-1].lower] {
			return stemma.Person // by the given name
		}
	}
	return ""
}

// adjectival reports whether a word is an adjective by its end: of "the Democratic
// party" nobody is called Democratic.
func adjectival(w string) bool {
	switch w {
	case "conservative", "european", "green", "labor", "labour", "liberal", "progressive", "soviet":
		return true
	}
	for _, end := range []string{"ic", "ican", "ish", "ese", "ist", "-language", "-based", "-led", "-owned", "-backed", "-wing"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return load().names[strings.ToUpper(w[:1])+w[1:]].what == "adjective"
}

// bodyNouns are nouns that say what the name before them is.
var bodyNouns = set("airline\nbank\ncoalition\nguerrillas\nmilitia\nmovement\nnewspaper\nparty\nrebels\nunion")

// facilities are nouns that make a place of the name before them.
var facilities = set("airfield\nairport\nbridge\ncanal\ndam\nlake\nmine\npipeline\nprison\nrefinery\nreservoir\nriver\nstadium\nstrait\nvalley\nvolcano")

// ofState reports whether a role is held in a state, whose country a sentence
// tells: "opposition leader", not "captain".
func ofState(role string) bool {
	head, _, _ := strings.Cut(fold(role), " of ")
	head, _, _ = strings.Cut(head, " for ")
	switch w := lastWord(head); w {
	case "minister", "premier", "lawmaker", "legislator", "congressman", "congresswoman", "ambassador", "consul", "governor", "pm", "dictator", "strongman":
		return true
	case "leader", "chief", "head", "commander", "spokesman", "spokeswoman", "spokesperson", "president", "commissioner", "secretary", "official", "officer", "judge", "prosecutor", "politician", "general":
		for _, x := range strings.Fields(head) {
			switch x {
			case "air", "army", "cabinet", "chief", "civilian", "detained", "district", "elected", "election", "exiled", "facto", "foreign", "government", "interim", "joint", "junta", "military", "ministry", "navy", "opposition", "ousted", "police", "rebel", "state", "supreme", "transitional":
				return x != "chief" || w == "judge" || w == "commissioner" || w == "secretary"
			}
		}
		return head == "president"
	}
	return false
}

// dateline reports whether the capitals at toks[i] are a place printed so
// before a report: "KUMASI (AFP)", "KUMASI - ", or one that stands elsewhere in
// small letters.
func (f *finder) dateline(toks []tok, i, j int) bool {
	if len(toks[i].s) < 4 {
		return false
	}
	if strings.EqualFold(f.words(toks[i:j]), f.a.Place) {
		return true
	}
	if f.inside[toks[i].s[:1]+toks[i].lower[1:]] > 0 {
		return true
	}
	if i > 0 {
		return false
	}
	if j == len(toks) {
		return len(toks[i].s) > 5
	}
	switch toks[j].s {
	case "(", "-", "–", "—", "--", "/":
		return true
	}
	return false
}

var sayers = map[string]bool{"said": true, "says": true, "told": true, "added": true, "noted": true, "explained": true, "who": true, "wrote": true, "tweeted": true, "thanked": true, "argued": true, "admitted": true, "warned": true, "insisted": true}

func acronym(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsUpper(r) && r != '-' && r != '.' {
			return false
		}
		n++
	}
	return n >= 2 && n <= 8
}

// acronym adds the short name in brackets after a name: "(LU)", "(LU EOM)".
func (f *finder) acronym(toks []tok, j int, full string) {
	if len(f.out) == 0 || j >= len(toks) || toks[j].s != "(" {
		return
	}
	k := j + 1
	for k < len(toks) && k < j+3 && acronym(toks[k].s) && !f.used[k] {
		k++
	}
	if l := &f.out[len(f.out)-1]; k == j+1 && l.Role == "" && !l.Descriptive && !strings.Contains(full, " ") {
		for k < len(toks) && k < j+8 && toks[k].word {
			k++
		}
		if k < len(toks) && toks[k].s == ")" && k-j > 2 && toks[j+1].cap && toks[k-1].cap && f.orgRun(toks, j+1, k) { // "Enamar (Lakes Shipping Company)"
			l.Kind, l.Role, l.Of = stemma.Organisation, "acronym", f.words(toks[j+1:k])
		}
		return
	}
	if k == j+1 || k >= len(toks) || toks[k].s != ")" || partySeat(toks, j+1) || k > j+2 && toks[k-1].End-toks[j+1].Start > 8 {
		return
	}
	if l := f.out[len(f.out)-1]; l.Kind == stemma.Person && !strings.EqualFold(firstLetters(strings.ToLower(full), small), toks[j+1].s) {
		return // "Ana Ruiz (PRC)", of that party
	}
	for n := j + 1; n < k; n++ {
		f.used[n] = true
	}
	f.out[len(f.out)-1].Kind = stemma.Organisation
	f.add(stemma.Mention{Name: f.words(toks[j+1 : k]), Kind: stemma.Organisation, Role: "acronym", Of: full}, stemma.Span{Start: toks[j+1].Start, End: toks[k-1].End})
}
