package date

import (
	"github.com/stemma-news/stemma"
)

// said are the times a text named before, as words, "" where it named none.
type said struct {
	// last is the one that others lean on, day and quarter the last of these.
	last, day, quarter string
	// months is a length that put an end to the quarter: "for the nine months".
	months   string
	quarters bool // a quarter was named
	// yearAt is the token of a bare year where it stands last, quarterAt that
	// of the quarter; -1 for none.
	yearAt, quarterAt int
	looked            bool // before the span
	told              printed
}

// near is the words of the time that n, at token i, leans on.
func (p *said) near(text string, from int, ts []token, i int, n *node) string {
	if n.op == "same" && only(n, "clock") && (i == 0 || ts[i-1].ends) && ts[i+n.end-n.start-1].ends {
		return "" // the hour over an entry of a day's log
	}
	if i > 0 && (ahead[ts[i-1].word] && only(n, "nextyear") || (ahead[ts[i-1].word] || ts[i-1].word == "in") && only(n, "nextmonth", "nextweek")) {
		return ""
	}
	if p.last == "" && !p.looked && needs(n) {
		p.last, p.looked = earlier(text, from), true
	}
	ofYear := p.yearAt >= 0 && together(ts, p.yearAt, i) && !together(ts, p.quarterAt, i) // "in 1988, up from a year earlier"
	switch {
	case p.day != "" && leansOnDay(n):
		return p.day
	case p.months != "" && only(n, "qback") && ts[i+n.end-n.start-1].word != "quarter":
		return p.months
	case p.quarter != "" && !ofYear && (yearBack(n) || only(n, "qlast", "qthis", "qyear")):
		return p.quarter
	}
	return p.last
}

// see takes note of the time w, at token i, that n reads.
func (p *said) see(n *node, w *stemma.When, ts []token, i int) {
	p.told.see(n, w)
	if w.Near != "" && deictic(n) {
		return // "tomorrow", said on another day
	}
	op := named(n)
	if namesDay[op] {
		p.day = w.Text
	}
	p.yearAt = -1
	switch op {
	case "":
		if p.quarters && months(n) {
			p.last, p.quarter, p.months = "", "", w.Text
		}
	case "y", "yy", "wday", "lastwday", "nextwday", "shiftday":
		p.last = w.Text
		if only(n, "y") {
			p.yearAt = i
		}
	case "q", "qy", "qlast", "qmonth", "q4":
		p.quarters = true
		if p.quarter != "" && compared(ts, i) {
			return
		}
		p.last, p.quarter, p.months, p.quarterAt = w.Text, w.Text, "", i
	default:
		p.last, p.quarter, p.months = w.Text, "", ""
	}
}

// beyond are the words after which a quarter is named to compare with it.
var beyond = map[string]bool{"after": true, "from": true, "since": true, "than": true, "versus": true}

// compared reports whether the quarter at token i is not the one that is told
// of: "After a flat | second quarter | sales rose 6% from a year ago".
func compared(ts []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3 && !stop(ts, k); k-- {
		if beyond[ts[k].word] || ts[k].word == "with" && k > 0 && ts[k-1].word == "compared" {
			return true
		}
	}
	return false
}

// ahead are the words after which "the next year" is a length.
var ahead = map[string]bool{"during": true, "for": true, "over": true, "through": true, "within": true}

// leans reports whether what n means may hang on the time spoken of before.
func leans(n *node) bool {
	switch n.op {
	case "nearday", "nearwday", "nearwdayb", "thatwday", "nearyear", "nextmonth", "nextweek", "nextyear", "thatm", "nearm", "nearmonth", "nearweek",
		"near", "qback", "qlast", "qthis", "q", "ago", "thispart", "nextpart", "nearpart", "nearweekend", "themonth", "theday", "qyear":
		return true
	case "clock": // but not "4 p.m. yesterday"
		for _, k := range n.kids {
			if k.op != "clock" && k.op != "none" {
				return leans(k)
			}
		}
		return true
	}
	for _, k := range n.kids {
		if leans(k) {
			return true
		}
	}
	return false
}

// leansOnDay reports whether what n means hangs on the day spoken of before,
// though a year or month may stand between.
func leansOnDay(n *node) bool {
	switch n.op {
	case "clock", "nearday", "nearpart", "nearwday", "nearwdayb", "nextpart", "thatwday", "thispart":
		return true
	}
	for _, k := range n.kids {
		if leansOnDay(k) {
			return true
		}
	}
	return false
}

// namesDay are the meanings named tells that name a day.
var namesDay = map[string]bool{"feast": true, "feasty": true, "lastwday": true, "md": true, "mdy": true, "nextwday": true, "shiftday": true,
	"wday": true, "ymd": true}

// named is the meaning by which n names a day, month or year that others may
// lean on, "" where it names none.
func named(n *node) string {
	switch n.op {
	case "md", "ymd", "mdy", "wday", "lastwday", "nextwday", "shiftday", "my", "mrel", "m", "lastm",
		"y", "yy", "half", "dec", "sy", "srel", "slast", "theyear", "fiscalyear", "qy", "q", "qlast", "qmonth", "q4", "feast", "feasty":
		return n.op
	}
	for _, k := range n.kids {
		if op := named(k); op != "" {
			return op
		}
	}
	return ""
}

// together reports whether tokens a and b are of one sentence, which is not
// looked for far.
func together(ts []token, a, b int) bool {
	if a < 0 || b-a > 2*reach {
		return false
	}
	for k := a; k < b; k++ {
		if stop(ts, k) {
			return false
		}
	}
	return true
}

// months reports whether n is a length of several months.
func months(n *node) bool {
	if !only(n, "amount") {
		return false
	}
	a, ok := length(n)
	return ok && a.unit == "M" && a.n > 3
}

// yearBack reports whether n compares with the year before: "a year ago", "a
// year earlier", "the year-earlier period". Of a quarter named before it is
// the same quarter, though a bare year may stand between.
func yearBack(n *node) bool {
	if n.op == "qback" {
		return true
	}
	if n.op == "ago" || n.op == "near" && n.arg != "1" {
		a, ok := length(n)
		return ok && a.unit == "Y" && a.n == 1 && !a.half
	}
	for _, k := range n.kids {
		if yearBack(k) {
			return true
		}
	}
	return false
}
