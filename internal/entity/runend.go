package entity

import "github.com/stemma-news/stemma"

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
		if j+1 < len(toks) && (toks[j].s == "'" || toks[j].s == "’") && toks[j].Start == toks[j-1].End && peoples[toks[j-1].lower] && toks[j+1].cap && f.orgWord(toks[j+1].lower) && !f.broken(toks, j+1) {
			j += 2 // "Railway Workers' Union"
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

func weekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

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
	case "the", "on", "y", "e":
		return w == "y" && k == j+1
	case "of", "for":
		for n := i; n < j; n++ {
			if f.orgWord(toks[n].lower) {
				return true
			}
		}
		// "Minister of Health", not "Senator Ana Ruiz of Lima"
		last := toks[j-1].lower
		return f.t.roles[last] || f.t.titles[last]
	case "and", "&":
		if w == "&" {
			return true
		}
		if k > j+1 || acronym(toks[k].s) {
			return false // "the Bank of Ghana and the IMF"
		}
		if j == i+1 && k+1 < len(toks) && toks[k+1].cap && f.marked[toks[i].Start] != stemma.Person {
			field := func(t tok) bool { return portfolios[t.lower] || modifiers[t.lower] }
			switch toks[k+1].lower {
			case "minister", "secretary", "ministry", "department":
				if field(toks[i]) && field(toks[k]) {
					return true // "Water and Sanitation Minister Ana Ruiz"
				}
			}
		}
		if k+1 < len(toks) && toks[k+1].cap && f.orgWord(toks[k+1].lower) && f.plainRun(toks, i, j) && !f.t.titles[toks[k].lower] && f.t.names[toks[k].s].what == "" && f.marked[toks[k].Start] != stemma.Person {
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
