package entity

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// offices are titles that can follow what they are of.
var offices = map[string]bool{"president": true, "premier": true, "governor": true, "mayor": true, "chancellor": true, "ambassador": true, "senator": true, "commissioner": true, "minister": true, "spokesman": true, "spokeswoman": true, "secretary-general": true, "chairman": true, "chairwoman": true, "archbishop": true, "secretary": true, "director": true, "sen.": true, "rep.": true, "gov.": true, "pres.": true, "amb.": true, "sen": true, "rep": true, "gov": true, "boss": true, "captain": true, "ceo": true, "cfo": true, "chair": true, "chairperson": true, "chief": true, "co-founder": true, "coach": true, "convener": true, "coo": true, "coordinator": true, "cto": true, "executive": true, "founder": true, "leader": true, "manager": true, "pm": true, "sheriff": true, "speaker": true, "spokesperson": true}

// corporate are offices that only companies and other bodies have.
var corporate = map[string]bool{"ceo": true, "cfo": true, "coo": true, "cto": true, "co-founder": true, "founder": true, "shareholders": true, "board": true, "customers": true, "users": true, "subsidiary": true, "stock": true, "shares": true}

// office returns where in the run toks[i:j] a title begins that follows the
// name of what it is of and stands before a person's name, i if none does:
// "Southern President | Ana Ruiz".
func (f *finder) office(toks []tok, i, j int) int {
	for k := i + 1; k < j-1; k++ {
		if w := toks[k].lower; (behind[w] || f.t.titles[w] && !offices[w] && !honours[strings.TrimSuffix(w, ".")]) && k+2 < j && !behind[toks[k+1].lower] && !offices[toks[k+1].lower] && f.named(toks, k+1, j) {
			for k > i+1 && (modifiers[toks[k-1].lower] || behind[toks[k-1].lower]) && !f.bodyOf(toks, i, k) {
				k--
			}
			return k
		}
		if !offices[toks[k].lower] || offices[toks[k+1].lower] || f.t.orgs[toks[j-1].lower] {
			continue
		}
		if end := k + 2; !joins[toks[k+1].lower] || toks[k+1].lower == "of" && end < j && f.ofEnd(toks, end, j) < j {
			for k > i+1 && modifiers[toks[k-1].lower] && !f.bodyOf(toks, i, k) {
				k--
			}
			return k
		}
	}
	return i
}

// behind are titles that follow what they are of, as "Attorney" of "Lima County
// District Attorney Ana Ruiz", and are words of many names too.
var behind = set("advocate\nattorney\nclerk\ncomptroller\ncontroller\ncouncillor\ncouncilman\ncouncilwoman\ncounsel\ndeputy\ndetective\ngeneral\ninspector\njudge\njustice\nofficer\nprincipal\nprofessor\nsgt.\ntreasurer\ntrooper")

// named reports whether toks[i:j] is a person's name, by the given name or the model.
func (f *finder) named(toks []tok, i, j int) bool {
	return j-i > 1 && j-i < 5 && !f.orgWord(toks[j-1].lower) && (given()[fold(toks[i].s)] != "" || f.marked[toks[i].Start] == stemma.Person || f.people[toks[j-1].s])
}

// bodyOf reports whether toks[i:j] is a body by its words: "Department of Rural
// Security", of which no secretary is called "Security Secretary".
func (f *finder) bodyOf(toks []tok, i, j int) bool {
	for k := i; k < j-2; k++ {
		if f.orgWord(toks[k].lower) && (toks[k+1].lower == "of" || toks[k+1].lower == "for") {
			return true
		}
	}
	return false
}

// commander reads a title that is of a country's body, "Commander-in-Chief of
// Ghana's Armed Forces Ana Ruiz", of which the run toks[i:j] holds the end.
func (f *finder) commander(toks []tok, i, cut *int, j int, m *stemma.Mention) {
	body := *i
	for k := *i; k < j-1; k++ {
		if f.orgWord(toks[k].lower) {
			body = k + 1
		}
	}
	own := f.ownStart(toks, *i)
	if body == *i || own < 3 || toks[own-1].lower != "of" || !f.t.heads(toks[own-2].lower) {
		return
	}
	at := own - 2
	for at > 0 && modifiers[toks[at-1].lower] {
		at--
	}
	m.Role, m.Kind = f.words(toks[at:body]), stemma.Person
	// the description found for the title alone is part of this mention
	for n := len(f.out) - 1; n >= 0 && f.out[n].Cite.Spans[0].Start >= toks[at].Start; n-- {
		f.out = f.out[:n]
	}
	*i, *cut = at, body
}

// postNominals are letters behind a name that are no part of it: "Ana Ruiz QC".
var postNominals = set("AO\nCBE\nEsq\nEsq.\nKBE\nKC\nM.D.\nMBE\nMD\nMEP\nMLA\nMP\nMSP\nOBE\nPC\nPh.D.\nPhD\nQC\nTD")

// peoples are those that bodies are called after: "Citizens' Assembly".
var peoples = set("children\ncitizens\nconsumers\ndoctors\ndrivers\nemployers\nfarmers\nfishermen\njournalists\nlawyers\nmen\nminers\nmothers\nnurses\npeasants\npeople\nseafarers\nsoldiers\nstudents\nteachers\ntraders\nveterans\nwomen\nworkers\nwriters\nyouth")
