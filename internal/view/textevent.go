package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// events sets the events in order of date; short of room, those that are most
// of the story, the most first.
func (p *printer) events(all []*Event, m *matter, indent, most int) {
	shown := all
	if most > 0 {
		shown = m.weightiest(all, most)
	}
	for i, e := range shown {
		if most > 0 && i > 0 && shown[i-1].Words == e.Words {
			again := *e // one sentence that tells of two: its words stand once
			again.Words = ""
			e = &again
		}
		p.event(e, indent, most > 0)
	}
	if n := len(all) - len(shown); n > 0 {
		p.in(indent, more(n, "event"))
	}
}

// event sets one happening:
//
//	3 May 2024      meeting or talks: Ana Ruiz, Tomas Beck · Port Ellis
//	                “Ruiz met the harbour master on Friday”
//	                = 3 pages, 3 publishers, 2 texts; one source named: Norda
//
// short sets how it stands in brackets beside it.
func (p *printer) event(e *Event, indent int, short bool) {
	const label = 16
	words := e.KindWords
	if who := e.Who(); len(who) > 0 {
		n := len(who)
		if short {
			n = 5
		}
		words += ": " + few(who, n)
	}
	if e.Place != "" {
		words += " · " + e.Place
	}
	if e.Status != "" && e.Status != "happened" {
		words += " · " + strings.ToUpper(e.Status)
	}
	if len(e.ClaimedBy) > 0 && !(short && subset(e.ClaimedBy, e.Standing.Ladder().Sources)) {
		words += " · says " + few(e.ClaimedBy, 5)
	}
	if short && e.Standing.Whole != nil {
		words += " " + e.Standing.Ladder().Short()
	}
	p.row(indent, label, day(e.Date), words)
	if e.Words != "" {
		lines := 2
		if short {
			lines = 1
		}
		p.in(indent+label, cut(e.Words, lines*(p.width-indent-label)))
	}
	for _, c := range e.Contradictions {
		if short && (c.About == "actors" || c.About == "recipients") {
			continue // more often two names of one than a quarrel
		}
		var sides []string
		for _, v := range c.Sides {
			if len(v.Figures) > 0 {
				sides = append(sides, v.Value)
				continue
			}
			sides = append(sides, fmt.Sprintf("%s (%s)", v.Value, count(e.pages(v.Tellings), "page")))
		}
		p.in(indent+label, "! pages differ on "+c.About+": "+strings.Join(sides, " | "))
	}
	if e.Standing.Whole != nil && !short {
		l := e.Standing.Ladder()
		p.in(indent+label, "= "+l.Counts()+"; "+l.Named()+tag(e.ID))
	}
}

// subset reports whether all of a stand in b.
func subset(a, b []string) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// ledgers sets every figure; short of room, each number once, and of the
// measures that most pages count a few each.
func (p *printer) ledgers(all []Ledger, indent, most int) {
	if most > 0 {
		p.sums(all, indent, most)
		return
	}
	for _, l := range all {
		for _, c := range l.Claims {
			for _, e := range c.Entries {
				p.entry(&e, nonEmpty(c.Who), pagesOf(&e), indent, false)
			}
		}
	}
}

// mostOfOne is how many numbers of one measure stand before those of others.
const mostOfOne = 4

// sums sets each number once, first those of the measures of which most pages
// have one: tolls before prices.
func (p *printer) sums(all []Ledger, indent, most int) {
	type measure struct {
		sums []*sum
		most int
	}
	var ms []measure
	for _, l := range all {
		m := measure{sums: l.sums()}
		m.most = 2 * len(m.sums[0].on)
		switch {
		case l.Measure == "people dead":
			m.most += 3
		case strings.HasPrefix(l.Measure, "people "):
			m.most++
		}
		ms = append(ms, m)
	}
	slices.SortStableFunc(ms, func(a, b measure) int { return cmp.Compare(b.most, a.most) })
	var first, rest []*sum
	for _, m := range ms {
		for i, s := range m.sums {
			if i < mostOfOne && (i == 0 || len(s.on) > 1 || m.most > 4) {
				first = append(first, s)
			} else {
				rest = append(rest, s)
			}
		}
	}
	lines := append(first, rest...)
	for _, s := range lines[:min(most, len(lines))] {
		p.entry(&s.Entry, s.who, s.on, indent, true)
	}
	if n := len(lines) - most; n > 0 {
		p.in(indent, more(n, "figure"))
	}
}

func pagesOf(e *Entry) []string {
	var on []string
	for _, a := range e.At {
		if name := a.In.Name(); !slices.Contains(on, name) {
			on = append(on, name)
		}
	}
	return on
}

// entry sets one claimed number:
//
//	at least 14 people hurt, since 3 May 2024: according to the hospital
//	                (Coast Daily, The Lake Post)
func (p *printer) entry(e *Entry, who, on []string, indent int, short bool) {
	words := e.Claimed()
	if e.Place != "" {
		words += ", " + e.Place
	}
	if e.AsOf != nil {
		words += ", as of " + When(e.AsOf)
	}
	if e.Revises != "" {
		words += ", revised from " + e.Revises
	}
	most := len(on)
	if short {
		most = 3
	}
	if len(who) > 0 {
		words += ": according to " + few(who, most)
	} else {
		words += ": no claimant named"
	}
	words += " (" + strings.Join(on[:min(most, len(on))], "; ")
	if len(on) > most {
		words += fmt.Sprintf(" and %d more", len(on)-most)
	}
	words += ")"
	if l := e.Standing.Ladder(); short && e.Standing.Whole != nil {
		l.Sources = nil // they are named beside it
		words += " " + l.Short()
	}
	s := strings.Repeat(" ", indent)
	p.para(s, s+"  ", words)
	if e.Standing.Whole != nil && !short {
		l := e.Standing.Ladder()
		p.in(indent+2, "= "+l.Counts()+"; "+l.Named()+tag(e.At[0].ID))
	}
}
