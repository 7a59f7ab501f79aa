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
	if !single && m.unnamed(i, j) {
		return false // "a year before she left", "the week after the vote": nobody knows which
	}
	if titled(ts, i, j) {
		return false // "the Daily Kestrel", "Fund for a Better Future", "The Kestrel This Week"
	}
	if after == "old" || after == "-" && j+1 < len(ts) && (ts[j+1].word == "old" || ts[j+1].word == "olds") {
		return false // an age: "6-year-old", "52 years old"
	}
	if !m.yearMark(i) || after == "-" && (before == "the" || first.word == "the") && j+1 < len(ts) && (ts[j+1].word == "earlier" || ts[j+1].word == "ago" || ts[j+1].word == "to") {
		return false // "iPad'11"; the start of "the year-earlier", "the quarter-to-quarter"
	}
	if first.word == "that" && (only(found.node, "thatwday") || only(found.node, "thatm")) && !pointed[before] &&
		(after == "" || after[0] >= '0' || after == "'" || before == "just") {
		return false // "she said that Friday would do", "they did just that Friday night"
	}
	if _, ok := ts[j-1].sense("DECADE"); ok && len(ts[j-1].word) < 4 && !m.ages(i, j-1) {
		return false // "in his 20s"
	}
	if i > 1 && before == "of" && ofKind[ts[i-2].word] && only(found.node, "theyear", "theweek", "themonth") {
		return false // "at this time of the year", "the person of the year"
	}
	if u, ok := ts[j-1].sense("UNIT"); ok && (u == "TM" || u == "TS") && only(found.node, "past") {
		return false // "at the last minute"
	}
	if first.word == "last" && lasts[before] && only(found.node, "past", "pastref") {
		return false // "is expected to last three months"
	}
	if only(found.node, "dayth") && (before != "on" || after != "" && !apart(&ts[j]) && !determiners[after]) {
		return false // "on the 15th floor"
	}
	if after == "of" && only(found.node, "pastref") {
		return false // "the last days of the war"
	}
	if found.node.op == "same" && !m.lengthHere(i, found, before, after) {
		return false
	}
	if last := &ts[j-1]; !last.capital && j > i+1 {
		_, ok := last.sense("MONTH")
		if ok && (j == i+2 && (first.word == "this" || first.word == "last" || first.word == "next") || last.word == "may" || last.word == "march") {
			return false // "this march", "this year's may"
		}
	}
	if v, ok := first.sense("MONTH"); ok && single {
		if !first.capital {
			return false
		}
		if shortName(first) && !first.stopped {
			named := j < len(ts) && ts[j].capital && len(ts[j].senses) == 0 // "Jan Ruiz"
			return lead[before] && !named
		}
		if v == "5" || v == "3" || first.word == "sun" { // May, March
			if determiners[before] && j < len(ts) && !ts[j].capital && after != "on" {
				return true // "the March contract"
			}
			return lead[before] || before == "for" || after == "," && lead2[before]
		}
	}
	if _, ok := first.sense("YEAR"); ok && single && first.word[0] <= '9' {
		return m.yearHere(i, before, after)
	}
	if _, ok := first.sense("YEAR"); ok && single {
		return true
	}
	if w := first.word; single {
		if w == "daily" && i > 0 && ts[i-1].capital && j < len(ts) && ts[j].capital {
			return false // "the Party daily Kestrel"
		}
		switch w {
		case "current", "recent", "once", "daily", "weekly", "monthly", "annual", "yearly", "now":
			return w != "annual" || before == "an"
		case "soon", "shortly":
			return before != "as" && after != "as" && after != "after" && after != "before"
		case "summer", "winter", "overnight", "weekends":
			return true
		}
		if w == "today" && after == "'" && j+2 < len(ts) && ofTheAge[ts[j+2].word] {
			return false // "in today's world"
		}
		if _, ok := first.sense("UNITS"); ok {
			return bareUnits(before, after) && (before != "last" || i < 2 || !determiners[ts[i-2].word])
		}
		if _, ok := first.sense("FEAST"); ok {
			return first.capital
		}
		if _, ok := first.sense("MOONFEAST"); ok {
			return first.capital
		}
		if _, ok := first.sense("HIJRI"); ok {
			return first.capital && len(first.word) > 6
		}
		if _, ok := first.sense("BURMESE"); ok {
			return first.capital && before == "of"
		}
	}
	if _, ok := first.sense("WDAY"); ok && (!first.capital || nicknames[before] && ts[i-1].capital) {
		return false // "Bloody Sunday"
	}
	return true
}

// nicknames are the words that with a weekday name a day of its own.
var nicknames = map[string]bool{"black": true, "bloody": true, "blue": true, "giving": true, "orange": true, "red": true}

// titled reports whether tokens i to j are of a name, of which they are words
// as any others: capitalised within a sentence, beside a capitalised word or
// alone between quotation marks.
func titled(ts []token, i, j int) bool {
	quoted := i > 0 && (ts[i-1].word == "\"" || ts[i-1].word == "“")
	first := i == 0 || quoted || stop(ts, i-1)
	next := j < len(ts) && ts[j].capital
	alone := quoted && j < len(ts) && (ts[j].word == "\"" || ts[j].word == "”") // on “Today”
	if !alone && (first && (j == i+1 || !next) || headline(ts, i, j)) {
		return false
	}
	small := ts[i].word == "the" && j > i+1 && next // "the Daytime Awards"
	for k := i; k < j; k++ {
		if !ts[k].capital && (k > i || !small) || !common(&ts[k]) {
			return false
		}
	}
	return alone || next || ts[i-1].capital
}

// headline reports whether all longer words of the sentence near tokens i to j
// are capitalised.
func headline(ts []token, i, j int) bool {
	small := func(t *token) bool { return !t.capital && len(t.word) > 3 && t.word[0] >= 'a' && t.word[0] <= 'z' }
	for k := i - 1; k >= 0 && k >= i-10 && !stop(ts, k); k-- {
		if small(&ts[k]) {
			return false
		}
	}
	for k := j; k < len(ts) && k < j+10 && !stop(ts, k); k++ {
		if small(&ts[k]) {
			return false
		}
	}
	return true
}

// common reports whether t is a word of time that is written small, but in names.
func common(t *token) bool {
	for _, class := range []string{"FUTREF", "LASTW", "NEXTW", "NOWREF", "PASTREF", "PART", "SET", "UNIT", "UNITS"} {
		if _, ok := t.sense(class); ok {
			return true
		}
	}
	return t.word == "future" || t.word == "the" || t.word == "this" || t.word == "today"
}

// ages reports whether the short decade at token k, within a time from token i
// on, can be one of a century: "the 80s", not "in her late 20s" nor "20s".
func (m *matcher) ages(i, k int) bool {
	for b := k - 1; b >= 0 && b >= i-1; b-- {
		switch w := m.ts[b].word; {
		case w == "the", w == "'":
			return true
		case w != "-" && w != "early" && w != "mid" && w != "late":
			return false
		}
	}
	return false
}

// ofKind are the words that with "of the year" or "of the week" name a kind.
var ofKind = map[string]bool{"book": true, "coach": true, "day": true, "days": true, "man": true, "part": true, "person": true,
	"player": true, "team": true, "time": true, "times": true, "woman": true, "word": true}

// lasts are the words after which "last" is a verb.
var lasts = map[string]bool{"can": true, "could": true, "may": true, "might": true, "must": true, "not": true, "should": true,
	"to": true, "will": true, "would": true}

// unnamed reports whether tokens i to j are a length before or after what the
// next words tell, as no day is.
func (m *matcher) unnamed(i, j int) bool {
	ts := m.ts
	last := &ts[j-1]
	if last.word == "before" || last.word == "after" {
		_, ofDay := ts[j-2].sense("PART")
		ofDay = ofDay || ts[j-2].word == "day"
		beside := i > 1 && ts[i-1].word == "," && len(ts[i-2].senses) > 0 // "on Monday, the day before she left"
		return (!ofDay && last.word == "before" || beside) && j < len(ts) && !apart(&ts[j])
	}
	if _, part := last.sense("PART"); part && ts[i].word == "the" && j+1 < len(ts) {
		switch ts[j].word {
		case "after", "before", "of":
			return !apart(&ts[j+1])
		}
		return determiners[ts[j].word] && !within[ts[max(0, i-1)].word] // "the night the ship went down"
	}
	if _, unit := last.sense("UNIT"); !unit || j != i+2 || ts[i].word != "the" || j+1 >= len(ts) {
		return false
	}
	switch ts[j].word {
	case "after", "before", "following", "preceding":
		return !apart(&ts[j+1])
	}
	return false
}

// within are the words after which a part of a day is told by itself: "in the
// morning they left".
var within = map[string]bool{"all": true, "by": true, "during": true, "in": true, "into": true, "of": true, "through": true, "until": true}

// pointed are the words after which "that" points at a time.
var pointed = map[string]bool{"after": true, "before": true, "by": true, "during": true, "early": true, "from": true, "in": true,
	"late": true, "of": true, "on": true, "since": true, "until": true}

// apart reports whether t begins no noun or clause that a "before" could open:
// it is a mark, or a word that opens one by itself.
func apart(t *token) bool {
	switch t.word {
	case "and", "as", "at", "because", "but", "by", "for", "from", "in", "on", "or", "to", "when", "while", "with":
		return true
	}
	c := t.word[0]
	return c < '0' || c > '9' && c < 'a'
}

// yearMark reports whether token i is no apostrophe, or one that can begin a
// year: not "'60 Minutes" within quotation marks of two, nor "Fair'11".
func (m *matcher) yearMark(i int) bool {
	t := &m.ts[i]
	if t.word != "'" || i == 0 || m.ts[i-1].end < t.start {
		return true
	}
	p := m.ts[i-1].word
	return p != "'" && (p[0] < 'a' || p[0] > 'z')
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
		if before == "than" && i > 1 && thanYear[m.ts[i-2].word] {
			break // "in 2020 rather than 2018"
		}
		return false
	}
	for k := i + 1; k < len(m.ts) && k < i+4 && m.ts[k].capital && !m.ts[k-1].ends && m.ts[k].word != "the"; k++ {
		if k > i+1 && streets[m.ts[k].word] {
			return false // "1600 Pennsylvania Avenue"
		}
	}
	n := atoi(m.ts[i].word)
	ours := n > 1950 && n < 2030 && n%100 != 0 && m.ts[i].end-m.ts[i].start == 4
	if len(after) > 3 && after[len(after)-1] == 's' && after != "was" && after != "previous" && !m.ts[i+1].capital && !yearly[before] && !ours {
		return false // "1500 people" is told below; "1500 soldiers", but "the 1996 and 2008 elections"
	}
	switch after {
	case "people", "men", "women", "percent", "%", "km", "miles", "meters", "metres", "feet", "dead", "million", "children":
		return false
	}
	return n >= 1500 && n <= 2100
}

// ofTheAge are the words before which "today's" is not of the day but of the age.
var ofTheAge = map[string]bool{"age": true, "america": true, "children": true, "consumers": true, "dollars": true, "economy": true,
	"era": true, "families": true, "generation": true, "kids": true, "society": true, "standards": true, "technology": true,
	"teenagers": true, "terms": true, "women": true, "workers": true, "world": true, "young": true, "youth": true}

// thanYear are the words between which and a year "than" may stand.
var thanYear = map[string]bool{"earlier": true, "later": true, "other": true, "rather": true, "sooner": true}

// streets are the words that end an address.
var streets = map[string]bool{"ave": true, "avenue": true, "blvd": true, "boulevard": true, "drive": true, "lane": true, "road": true,
	"st": true, "street": true}

// yearly are the words after which a number of four digits is a year, though a
// plural follows: "the 1996 elections".
var yearly = map[string]bool{"during": true, "in": true, "its": true, "our": true, "'": true, "s": true, "since": true, "the": true, "their": true}

// bareUnits tells lengths without a number, "for years", from other plurals.
func bareUnits(before, after string) bool {
	switch before {
	case "for", "in", "within", "after", "over", "through":
		return after != "of" || before == "for"
	case "take", "taken", "takes", "taking", "took", "last", "lasted", "spend", "spending", "spent", "until", "waited":
		return true
	}
	return after == "before" || after == "after"
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
	if only(found.node, "cent") {
		return true // "the 17th Century"
	}
	if last.capital && !ts[i].capital || many2(ts, i, found.end) {
		return false
	}
	if _, year := ts[i].sense("YEAR"); year && one && found.end == i+2 {
		return false // "the Cup of 2018 day by day"
	}
	if unit == "Q" && found.end > i+1 && ts[found.end-2].word == "a" {
		return false // "more than a quarter of the vote"
	}
	if !one || found.end != i+2 || ts[i].word != "a" && ts[i].word != "an" {
		return true
	}
	if unit == "TS" || unit == "WE" {
		return false
	}
	return measured[before] || after == "ago" || after == "or" || after == "after" || after == "before" || rate(ts, i)
}

// rate reports whether a number stands just before token i, or up to two
// words further on: "15 a year", "four flights a week".
func rate(ts []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3 && !stop(ts, k) && ts[k].word != ","; k-- {
		if _, ok := ts[k].sense("NUM"); ok || cardinal(&ts[k]) {
			return true
		}
		if ts[k].capital {
			return false
		}
	}
	return false
}

func cardinal(t *token) bool { _, ok := t.sense("CARD"); return ok }

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
