package date

// allowed tells a time from words that only look like one, by the words around
// the tokens i to found.end:
//
//	"may" the modal, "march" the verb, "a second man", "3,000" the number
func (m *matcher) allowed(i int, found match) bool {
	ts, j := m.ts, found.end
	first := &ts[i]
	before, after := "", ""
	if i > 0 {
		before = ts[i-1].word
	}
	if j < len(ts) {
		after = ts[j].word
	}
	single := j == i+1
	if after == "old" || after == "-" && j+1 < len(ts) && (ts[j+1].word == "old" || ts[j+1].word == "olds") {
		return false // an age: "6-year-old", "52 years old"
	}
	if found.node.op == "same" && !m.lengthHere(i, found, before, after) {
		return false
	}
	if v, ok := first.sense("MONTH"); ok && single {
		if !first.capital {
			return false
		}
		if shortName(first) && !first.stopped {
			return lead[before]
		}
		if v == "5" || v == "3" || first.word == "sun" { // May, March
			return lead[before] || after == "," && lead2[before]
		}
	}
	if _, ok := first.sense("YEAR"); ok && single && first.word[0] <= '9' {
		return m.yearHere(i, before, after)
	}
	if _, ok := first.sense("YEAR"); ok && single {
		return true
	}
	if w := first.word; single {
		switch w {
		case "current", "recent", "once", "daily", "weekly", "monthly", "annual", "yearly", "now":
			return w != "annual" || before == "an"
		case "soon", "shortly":
			return before != "as" && after != "as" && after != "after" && after != "before"
		case "summer", "winter", "overnight":
			return true
		}
		if _, ok := first.sense("UNITS"); ok {
			return bareUnits(before, after)
		}
		if _, ok := first.sense("FEAST"); ok {
			return first.capital
		}
		if _, ok := first.sense("HIJRI"); ok {
			return first.capital && len(first.word) > 6
		}
		if _, ok := first.sense("BURMESE"); ok {
			return first.capital && before == "of"
		}
	}
	if _, ok := first.sense("WDAY"); ok && !first.capital {
		return false
	}
	return true
}

// lead are the words a bare month stands after.
var lead = map[string]bool{"in": true, "of": true, "since": true, "until": true, "by": true, "from": true,
	"during": true, "through": true, "to": true, "till": true, "before": true, "after": true, "between": true, "and": true}

var lead2 = map[string]bool{"in": true, "of": true}

// yearHere tells a bare year from a number of four digits.
func (m *matcher) yearHere(i int, before, after string) bool {
	switch before {
	case "$", "£", "€", "no", "#", "flight", "room", "about", "around", "nearly", "almost", "over", "some", "least", "than", "to":
		if before == "to" || before == "about" || before == "around" {
			break
		}
		return false
	}
	if len(after) > 3 && after[len(after)-1] == 's' && after != "was" && after != "previous" {
		return false // "1500 people" is told below; "1500 soldiers"
	}
	switch after {
	case "people", "men", "women", "percent", "%", "km", "miles", "meters", "metres", "feet", "dead", "million", "children":
		return false
	}
	n := atoi(m.ts[i].word)
	return n >= 1500 && n <= 2100
}

// bareUnits tells lengths without a number, "for years", from other plurals.
func bareUnits(before, after string) bool {
	switch before {
	case "for", "in", "within", "after", "over", "through", "of":
		return after != "of" || before == "for"
	}
	return false
}

// lengthHere tells a length of time from a rate ("$2 a year"), a title ("60
// Minutes") and a fraction ("a quarter", "a second").
func (m *matcher) lengthHere(i int, found match, before, after string) bool {
	ts := m.ts
	last := &ts[found.end-1]
	unit, one := last.sense("UNIT")
	if _, many := last.sense("UNITS"); !one && !many {
		return true
	}
	if last.capital && !ts[i].capital || many2(ts, i, found.end) {
		return false
	}
	if !one || found.end != i+2 || ts[i].word != "a" && ts[i].word != "an" {
		return true
	}
	if unit == "Q" || unit == "TS" || unit == "WE" {
		return false
	}
	return measured[before] || after == "ago" || after == "or"
}

// many2 reports whether a length is all in capitals' case: "60 Minutes".
func many2(ts []token, i, j int) bool {
	return j-i == 2 && ts[i].word[0] <= '9' && ts[j-1].capital
}

// measured are the words a length "a year" stands after; after a number or a
// noun it is a rate.
var measured = map[string]bool{"for": true, "in": true, "over": true, "within": true, "after": true, "than": true,
	"about": true, "nearly": true, "almost": true, "as": true, "least": true, "of": true, "by": true, "barely": true,
	"just": true, "lasted": true, "last": true, "spent": true, "take": true, "took": true, "takes": true, "every": true,
	"during": true, "through": true, "and": true, ",": true, "only": true, "once": false}
