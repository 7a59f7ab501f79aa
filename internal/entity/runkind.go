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

// kind tells what a bare name is, "" where the page does not say here.
func (f *finder) kind(toks []tok, i, j int) string {
	if j+1 < len(toks) && (toks[j].lower == "'s" || toks[j].lower == "’s") && corporate[toks[j+1].lower] {
		return stemma.Organisation // "Norda's CEO"
	}
	if j-i == 1 && f.marked[toks[i].Start] == stemma.Person && twoCapitals(toks[i].s) {
		return stemma.Organisation
	}
	if k := f.marked[toks[i].Start]; k != "" && k != "nationality" && (k != stemma.Person || i == 0 || toks[i-1].lower != "the") {
		return k // "the Ana Ruiz" sank, or was released, but is no person
	}
	if f.called(toks, i, j) {
		return stemma.Organisation
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

// called reports whether a noun for bodies stands right behind a name that an
// article opens: "the Verde party", "the ruling Verde (Green Land) party".
func (f *finder) called(toks []tok, i, j int) bool {
	if i == 0 || toks[i-1].cap || !toks[i-1].word || given()[fold(toks[i].s)] != "" || j-i == 1 && (f.loose[toks[i].Start] || adjectival(toks[i].lower)) {
		return false
	}
	k := j
	if k < len(toks) && toks[k].s == "(" {
		for k < len(toks) && k < j+8 && toks[k].s != ")" {
			k++
		}
		k++
	}
	if k >= len(toks) || toks[k].cap || !bodyNouns[toks[k].lower] {
		return false
	}
	switch toks[i-1].lower {
	case "the", "ruling", "opposition", "governing", "rebel", "armed", "islamist", "rival":
		return true
	}
	return false
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
	k := j + 1
	for k < len(toks) && k < j+3 && acronym(toks[k].s) && !f.used[k] {
		k++
	}
	if k == j+1 || k >= len(toks) || toks[j].s != "(" || toks[k].s != ")" || partySeat(toks, j+1) || k > j+2 && toks[k-1].End-toks[j+1].Start > 8 {
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
