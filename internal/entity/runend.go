package entity

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// runEnd returns the end of the run of name words at i.
func (f *finder) runEnd(toks []tok, i int) int {
	j := i + 1
	for j < len(toks) {
		if f.broken(toks, j) || weekday(toks[j].lower) && !f.orgDay(toks, j) || monthDay(toks, j) {
			break // "met Ruiz Monday", "sailed to Norda May 4"
		}
		if n := f.nickname(toks, i, j); n > j { // `Ana "Doc" Ruiz`
			j = n
			continue
		}
		if f.name(toks, j) && !toks[j].first {
			j++
			continue
		}
		if n := f.ownBody(toks, j); n > j {
			j = n
			continue
		}
		if n := f.fields(toks, i, j); n > j {
			j = n
			continue
		}
		if j+2 < len(toks) && toks[j].lower == "to" && f.orgWord(toks[j-1].lower) && toks[j+1].cap && toks[j+1].word && f.t.names[toks[j+1].s].what == "" && toks[j+2].cap && toks[j+2].word {
			j += 3 // "Campaign to Protect Lakes"
			continue
		}
		k := j
		for k < len(toks) && k-j < 3 && joins[toks[k].lower] && !toks[k].cap {
			k++
		}
		if k == j || k >= len(toks) || !f.name(toks, k) {
			break
		}
		if !f.bridges(toks, i, j, k) {
			break
		}
		j = k + 1
	}
	return j
}

// ownBody returns the end of a body's name that goes on behind an apostrophe at
// toks[j]: "Railway Workers[' Union]", "People['s Renewal Congress]", "Chief Public
// Prosecutor['s Office]"; j if none does.
func (f *finder) ownBody(toks []tok, j int) int {
	if j+1 >= len(toks) || !ownSign(toks[j]) && toks[j].s != "'" && toks[j].s != "’" || toks[j].Start != toks[j-1].End || !toks[j+1].cap || f.broken(toks, j+1) {
		return j
	}
	if w := toks[j+1].lower; (w == "office" || w == "department") && toks[j-1].cap && (f.t.heads(toks[j-1].lower) || toks[j-1].lower == "general") {
		return j + 2
	}
	if w := toks[j-1].lower; peoples[w] || f.t.roles[strings.TrimSuffix(w, "s")] && strings.HasSuffix(w, "s") {
		for k := j + 1; k < len(toks) && k < j+4 && toks[k].cap && toks[k].word; k++ {
			if f.orgWord(toks[k].lower) {
				return k + 1
			}
		}
	}
	return j
}

// ownOffice reports whether toks[i:j] goes on as the office of who is named before it:
// "['s Office] of Lindero".
func (f *finder) ownOffice(toks []tok, i, j int) bool {
	for ; i+1 < j; i++ {
		if f.ownBody(toks, i) > i {
			return true
		}
	}
	return false
}

// fields returns the end of what a ministry or minister is of that goes on behind a
// comma at toks[j]: "Ministry of Health[, Labour and Welfare]"; j if none does.
func (f *finder) fields(toks []tok, i, j int) int {
	if toks[j].s != "," || !field(toks[j-1]) {
		return j
	}
	of := false
	for k := i; k < j; k++ {
		of = of || toks[k].lower == "of" || toks[k].lower == "for"
	}
	for k := j + 1; of && k < len(toks) && k < j+9; k++ {
		switch w := toks[k]; {
		case w.cap && field(w):
		case w.s == ",":
		case w.lower == "and" || w.s == "&":
			if k+1 < len(toks) && toks[k+1].cap && field(toks[k+1]) {
				for k += 2; k < len(toks) && toks[k].cap && field(toks[k]); k++ {
				}
				return k
			}
			return j
		default:
			return j
		}
	}
	return j
}

// field reports whether a word can be of what a ministry is of: "Rural Development".
func field(t tok) bool { return portfolios[t.lower] || modifiers[t.lower] }

// orgDay reports whether the weekday toks[j] is of a name: "Norda Sunday Times",
// "Black Friday".
func (f *finder) orgDay(toks []tok, j int) bool {
	return !f.people[toks[j-1].s] && (j+1 < len(toks) && toks[j+1].cap && toks[j+1].word || toks[j-1].first || f.t.names[toks[j-1].s].what == "")
}

// monthDay reports whether toks[j] is a month and a day or year behind it: "May 4".
func monthDay(toks []tok, j int) bool {
	return j+1 < len(toks) && months[toks[j].lower] && toks[j+1].s[0] >= '0' && toks[j+1].s[0] <= '9'
}

var months = set("january\nfebruary\nmarch\napril\nmay\njune\njuly\naugust\nseptember\noctober\nnovember\ndecember\njan\nfeb\nmar\napr\njun\njul\naug\nsept\nsep\noct\nnov\ndec\njan.\nfeb.\naug.\nsept.\noct.\nnov.\ndec.")

var weekdays = set("friday\nmonday\nsaturday\nsunday\nthursday\ntuesday\nwednesday")

func weekday(w string) bool { return weekdays[w] }

// nickname returns the end of a name that goes on after one word in quotation
// marks at toks[j], j if none does.
func (f *finder) nickname(toks []tok, i, j int) int {
	if j+3 < len(toks) && quoteMark(toks[j].s) && toks[j+1].cap && quoteMark(toks[j+2].s) && toks[j+3].cap && toks[j+3].word &&
		toks[j].Start > toks[j-1].End && toks[j].End == toks[j+1].Start && toks[j+3].Start > toks[j+2].End && !f.t.common[toks[j+3].lower] {
		return j + 4
	}
	return j
}

// bridges reports whether the small words j..k tie the names before and after
// into one: "Ministry of Defence", "Bank of Ghana", "Ursula von der Leyen";
// "Kenya and Uganda" and "Ruiz of Spain" are two names.
func (f *finder) bridges(toks []tok, i, j, k int) bool {
	w := toks[j].lower
	switch w {
	case "the", "y", "e":
		return w == "y" && k == j+1
	case "on": // "Commission on Human Rights"
		return k == j+1 && panels[toks[j-1].lower] && toks[j-1].cap && !weekday(toks[k].lower) && !months[toks[k].lower]
	case "of", "for":
		for n := i; n < j; n++ {
			if f.orgWord(toks[n].lower) {
				return true
			}
		}
		last := toks[j-1].lower
		if gulfs[last] && w == "of" && toks[j-1].cap {
			return true // "Port of Lima"
		}
		// "Minister of Health", not "Senator Ana Ruiz of Lima"
		return f.t.roles[last] || f.t.titles[last]
	case "and", "&":
		if w == "&" {
			return given()[fold(toks[i].s)] == "" || given()[fold(toks[k].s)] == "" // not "Ana Ruiz & Juan Quispe"
		}
		if k > j+1 || acronym(toks[k].s) {
			return false // "the Bank of Ghana and the IMF"
		}
		if j == i+1 && field(toks[i]) && f.marked[toks[i].Start] != stemma.Person {
			n := k
			for n+1 < len(toks) && n < k+3 && toks[n].cap && field(toks[n]) {
				n++
			}
			switch toks[n].lower {
			case "minister", "secretary", "ministry", "department":
				if n > k && toks[n].cap {
					return true // "Water and Natural Resources Minister Ana Ruiz"
				}
			}
		}
		if n := f.orgAhead(toks, k); (n == 1 || n > 1 && f.marked[toks[k].Start] == "") && f.plainRun(toks, i, j) && !f.t.titles[toks[k].lower] && f.t.names[toks[k].s].what == "" && f.marked[toks[k].Start] != stemma.Person {
			return true // "Truth and Reconciliation Commission"
		}
		// "Ministry of Trade and Industry"
		for n := i; n < j; n++ {
			if toks[n].lower == "of" || toks[n].lower == "for" {
				return f.t.names[toks[k].s].what == "" && !f.t.titles[toks[k].lower]
			}
		}
		return false
	}
	return true
}

// gulfs are what a place is called before what it is of.
var gulfs = set("bay\ngulf\nisle\nport\nsea\nstrait\nstraits")

// panels are bodies that are called after what they are on.
var panels = set("commission\ncommittee\nconference\ncouncil\ndirectorate\nforum\npanel\nsubcommittee")

// orgAhead is how many words with capitals stand before the noun of a body behind
// toks[k], 0 if there is none: 2 for "[Emergency Management] Authority".
func (f *finder) orgAhead(toks []tok, k int) int {
	for n := k + 1; n < len(toks) && n < k+4 && toks[n].cap && toks[n].word && f.marked[toks[n].Start] != stemma.Person; n++ {
		if f.orgWord(toks[n].lower) {
			return n - k
		}
	}
	return 0
}

// plainRun reports whether toks[i:j], of three words at most, can begin the name of
// a body that goes on with "and": none is a person's, a title or a body itself.
func (f *finder) plainRun(toks []tok, i, j int) bool {
	if j-i > 3 || toks[i].first && f.marked[toks[i].Start] == "" && j-i == 1 {
		return false
	}
	for n := i; n < j; n++ {
		w := toks[n]
		if f.marked[w.Start] == stemma.Person || f.people[w.s] || f.t.heads(w.lower) || f.orgWord(w.lower) || acronym(w.s) || given()[fold(w.s)] != "" || n == j-1 && f.t.names[w.s].what != "" {
			return false
		}
	}
	return true
}

var joins = map[string]bool{"of": true, "the": true, "for": true, "and": true, "de": true, "da": true, "do": true, "dos": true, "del": true, "della": true, "di": true, "la": true, "le": true, "el": true, "al": true, "bin": true, "bint": true, "ibn": true, "van": true, "von": true, "der": true, "den": true, "ter": true, "on": true, "&": true, "ul": true, "e": true, "y": true, "du": true}
