// Package date finds the times a text speaks of and resolves them.
//
// The grammar stands in rules.txt: symbols, patterns over classes of words,
// and a meaning for each. Its values are those of TIMEX3 (TimeML 1.2.1), its
// stretches of time half-open. Finding looks at one text alone and records the
// tense of the clause; resolving needs the date of the article besides.
//
// That a bare weekday is most often the last one on or before the day of the
// article was measured on GUM news (25 of 27).
package date

import (
	"time"

	"github.com/stemma-news/stemma"
)

// Anchor is what a time is resolved against.
type Anchor struct {
	// Article is the date of the article the words stand in, nil if not known.
	Article *stemma.Date
}

// Find returns the time expressions of text within span, in order and apart
// from each other.
func Find(text string, span stemma.Span) []stemma.When {
	ready()
	if span.Start < 0 || span.End > len(text) || span.Start >= span.End {
		return nil
	}
	ts := lex(text, span.Start, span.End)
	m := &matcher{g: times, ts: ts, memo: map[memoKey][]match{}}
	var out []stemma.When
	near, quarter := "", ""
	for i := 0; i < len(ts); i++ {
		if !m.begins(i) {
			continue
		}
		best, ok := m.best(i)
		if !ok {
			continue
		}
		w := stemma.When{
			Span:  stemma.Span{Start: ts[i].start, End: ts[best.end-1].end},
			Tense: tense(ts, i, best.end),
		}
		w.Text = text[w.Start:w.End]
		if leans(best.node) {
			w.Near = near
			if quarter != "" && yearBack(best.node) {
				w.Near = quarter
			}
		}
		if words := beside(text, m, i, best, out); words != "" {
			w.Near = words
		}
		switch op := named(best.node); op {
		case "":
		case "y", "wday", "lastwday", "nextwday", "shiftday":
			near = w.Text
		case "q", "qy", "qlast", "qmonth", "q4":
			near, quarter = w.Text, w.Text
		default:
			near, quarter = w.Text, ""
		}
		out = append(out, w)
		i = best.end - 1
		clear(m.memo)
	}
	return out
}

// Resolve returns the stretch of time w speaks of, nil where it cannot be told:
// a length, a vague "recently", or a day whose year nobody knows.
func Resolve(w stemma.When, a Anchor) *stemma.Date {
	ready()
	m, ok := read(w, a)
	if !ok || !m.stretch() {
		return nil
	}
	d := &stemma.Date{From: m.from, Until: m.until, Text: w.Text, How: m.how, Zone: "UTC"}
	if a.Article != nil && a.Article.Zone != "" {
		d.Zone = a.Article.Zone
	}
	return d
}

// Value returns the TIMEX3 value of w: "2021-06-22", "P2D", "PRESENT_REF"; ""
// where it cannot be told.
func Value(w stemma.When, a Anchor) string {
	ready()
	m, _ := read(w, a)
	return m.value
}

// read works out what w means against a.
func read(w stemma.When, a Anchor) (moment, bool) {
	s := &scene{loc: time.UTC, tense: w.Tense}
	if a.Article != nil {
		t := a.Article.From
		s.loc, s.known = t.Location(), true
		s.dct = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, s.loc)
	}
	if w.Near != "" {
		words, by := joint(w.Near)
		if m, ok := read(stemma.When{Text: words, Tense: "past"}, a); ok && m.stretch() {
			s.near, s.joint = &m, by
		}
	}
	ts := lex(w.Text, 0, len(w.Text))
	m := &matcher{g: times, ts: ts, memo: map[memoKey][]match{}}
	for _, found := range m.at("time", 0) {
		if found.end != len(ts) {
			continue
		}
		if out, ok := s.mean(found.node); ok {
			return out, true
		}
	}
	return moment{}, false
}

// begins reports whether <time> can begin with token i.
func (m *matcher) begins(i int) bool {
	s := m.g.symbols["time"]
	t := &m.ts[i]
	if len(s.byWord[t.word]) > 0 {
		return true
	}
	for _, se := range t.senses {
		if len(s.byClass[se.class]) > 0 {
			return true
		}
	}
	return false
}

// best is the longest match at i that its surroundings allow.
func (m *matcher) best(i int) (match, bool) {
	for _, found := range m.at("time", i) {
		if m.allowed(i, found) {
			return found, true
		}
	}
	return match{}, false
}

// leans reports whether what n means may hang on the time spoken of before.
func leans(n *node) bool {
	switch n.op {
	case "nearday", "nearwday", "nearwdayb", "nearyear", "nearm", "nearmonth", "nearweek",
		"near", "qback", "qthis", "q", "ago", "thispart", "nextpart", "nearpart", "clock", "nearweekend", "themonth", "theday", "qyear":
		return true
	}
	for _, k := range n.kids {
		if leans(k) {
			return true
		}
	}
	return false
}

// named is the meaning by which n names a day, month or year that others may
// lean on, "" where it names none.
func named(n *node) string {
	switch n.op {
	case "md", "ymd", "mdy", "wday", "lastwday", "nextwday", "shiftday", "my", "mrel", "m", "lastm",
		"y", "qy", "q", "qlast", "qmonth", "q4", "feast":
		return n.op
	}
	for _, k := range n.kids {
		if op := named(k); op != "" {
			return op
		}
	}
	return ""
}

// yearBack reports whether n compares with the year before: "a year ago", "a
// year earlier", "the year-earlier period". Of a quarter named before it is
// the same quarter, though a bare year may stand between.
func yearBack(n *node) bool {
	if n.op == "qback" {
		return true
	}
	if n.op == "ago" || n.op == "near" && n.arg == "-1" {
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
