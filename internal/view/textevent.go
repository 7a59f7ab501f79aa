package view

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// events sets the events in order of date; short of room, those that say most.
func (p *printer) events(all []*Event, indent, most int) {
	shown := all
	if most > 0 && len(all) > most {
		shown = weightiest(all, most)
	}
	for i, e := range shown {
		if most > 0 && i+1 < len(shown) && shown[i+1].Words == e.Words {
			again := *e // one sentence that tells of two: its words stand once, under both
			again.Words = ""
			e = &again
		}
		p.event(e, indent, most > 0)
	}
	if n := len(all) - len(shown); n > 0 {
		p.in(indent, more(n, "event"))
	}
}

// weightiest are the n events that most pages tell of, that are dated, that name
// who was in them and that are of PLOVER's kinds; in the order they had.
func weightiest(all []*Event, n int) []*Event {
	weight := func(e *Event) int {
		w := 2 * len(e.Tellings)
		if e.Date != nil {
			w += 3
		}
		if len(e.ActorNames) > 0 {
			w++
		}
		if len(e.RecipientNames) > 0 {
			w += 2
		}
		if e.Kind == "OTHER" {
			w -= 2
			if len(e.ActorNames)+len(e.RecipientNames) == 0 {
				w -= 2 // "the accident", told of in passing
			}
		}
		return w
	}
	at := make([]int, len(all))
	for i := range at {
		at[i] = i
	}
	sort.SliceStable(at, func(i, j int) bool { return weight(all[at[i]]) > weight(all[at[j]]) })
	at = at[:n]
	sort.Ints(at)
	out := make([]*Event, n)
	for i, k := range at {
		out[i] = all[k]
	}
	return out
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
		p.in(indent+label, "= "+l.Counts()+"; "+l.Named())
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

func (p *printer) ledgers(all []Ledger, indent, most int) {
	n := 0
	for _, l := range all {
		for _, c := range l.Claims {
			for _, e := range c.Entries {
				if n++; most > 0 && n > most {
					continue
				}
				p.entry(&c, &e, indent, most > 0)
			}
		}
	}
	if most > 0 && n > most {
		p.in(indent, more(n-most, "figure"))
	}
}

// entry sets one claimed number:
//
//	at least 14 people hurt, since 3 May 2024: according to the hospital
//	                (Coast Daily, The Lake Post)
func (p *printer) entry(c *Claim, e *Entry, indent int, short bool) {
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
	if c.Who != "" {
		words += ": according to " + c.Who
	} else {
		words += ": no claimant named"
	}
	var in []string
	for _, a := range e.At {
		if name := a.In.Name(); !slices.Contains(in, name) {
			in = append(in, name)
		}
	}
	words += " (" + strings.Join(in, "; ") + ")"
	if short && e.Standing.Whole != nil {
		words += " " + e.Standing.Ladder().Short()
	}
	s := strings.Repeat(" ", indent)
	p.para(s, s+"  ", words)
	if e.Standing.Whole != nil && !short {
		l := e.Standing.Ladder()
		p.in(indent+2, "= "+l.Counts()+"; "+l.Named())
	}
}
