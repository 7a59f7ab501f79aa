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
	"slices"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// Anchor is what a time is resolved against.
type Anchor struct {
	// Article is the date of the article the words stand in, nil if not known.
	Article *stemma.Date
	// Why says how that date is known where the article has none of its own.
	Why string
	// Order is in which order the article writes a day in digits, where it is
	// known.
	Order Order
}

// Order is the order of day and month in digits.
type Order int

const (
	AnyOrder   Order = iota
	DayFirst         // 22/06/2021
	MonthFirst       // 06/22/2021
)

// orderOf is the order of an article's language, or of its outlet's country.
func orderOf(a *stemma.Article) Order {
	o, ok := outlet.Lookup(a.Outlet)
	switch {
	case a.Lang == "en-US", ok && (o.Country == "USA" || o.Country == "PHL"):
		return MonthFirst
	case ok, a.Lang != "" && !strings.HasPrefix(a.Lang, "en"):
		return DayFirst
	}
	return AnyOrder
}

// Find returns the time expressions of text within span, in order and apart
// from each other. For what one of them leans on, "two days later", it looks
// some way into the text before the span.
func Find(text string, span stemma.Span) []stemma.When {
	ready()
	if span.Start < 0 || span.End > len(text) || span.Start >= span.End {
		return nil
	}
	ts := lex(text, span.Start, span.End)
	m := newMatcher(times, ts)
	var out []stemma.When
	before := said{yearAt: -1, quarterAt: -1}
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
			w.Near = before.near(text, span.Start, ts, i, best.node)
		}
		if deictic(best.node) {
			if w.Near = spoken(text, m, i, best.end, out); w.Near == "" {
				w.Near = dateline(text)
			}
		}
		if words := beside(text, m, i, best, out); words != "" {
			w.Near = words
		} else if words := before.told.year(best.node, &w); words != "" {
			w.Near = words
		}
		before.see(best.node, &w, ts, i)
		out = append(out, w)
		i = best.end - 1
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
	if a.Why != "" && (m.until.Sub(m.from) > 24*time.Hour || m.from.Sub(a.Article.From).Abs() > manyDays*24*time.Hour) {
		return nil // "in March" may be of another year than the other pages
	}
	d := &stemma.Date{From: m.from, Until: m.until, Text: w.Text, How: m.how, Zone: "UTC"}
	if a.Article != nil && a.Article.Zone != "" {
		d.Zone = a.Article.Zone
	}
	if m.zone != "" {
		d.Zone = m.zone
	}
	if a.Why != "" {
		d.How += "; " + a.Why
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
	s := &scene{loc: time.UTC, tense: w.Tense, order: a.Order}
	if a.Article != nil {
		t := a.Article.From
		s.loc, s.known = t.Location(), true
		s.evening = t.Hour() >= 18 && a.Article.Until.Sub(t) < 20*time.Hour
		s.zoned = a.Article.Zone != "" && a.Article.Zone != "UTC"
		s.dct = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, s.loc)
	}
	ts := lex(w.Text, 0, len(w.Text))
	s.evening = s.evening || len(ts) > 0 && ts[0].word == "early" // "early Saturday" is never said a week later
	m := newMatcher(times, ts)
	ways := slices.DeleteFunc(slices.Clone(m.at(times.symbols["time"], 0)), func(found match) bool { return found.end != len(ts) })
	if w.Near != "" {
		words, by := joint(w.Near)
		m, ok := read(stemma.When{Text: words, Tense: "past"}, a)
		said := len(ways) > 0 && deictic(ways[0].node)                                 // "We will sail tomorrow," she said Friday
		if ok && w.Tense == "future" && !said && strings.HasPrefix(m.how, "weekday") { // "will come Friday and leave the next day"
			m, ok = read(stemma.When{Text: words, Tense: "future"}, a)
		}
		if ok && m.stretch() {
			s.near, s.joint = &m, by
		} else if ok && m.typ == "DURATION" {
			s.length = &m
		}
	}
	for _, found := range ways {
		if out, ok := s.mean(found.node); ok {
			return out, true
		}
	}
	return moment{}, false
}

// begins reports whether <time> can begin with token i.
func (m *matcher) begins(i int) bool { return m.ts[i].leads&m.g.symbols["time"].bit != 0 }

// best is the longest match at i that its surroundings allow.
func (m *matcher) best(i int) (match, bool) {
	m.forget(i)
	for _, found := range m.at(m.g.symbols["time"], i) {
		if m.allowed(i, found) {
			return found, true
		}
	}
	return match{}, false
}
