package score

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

// events compares each expected event with the record's event of its kind
// that shares most of its tellings, date, actors and place; one of a kind that
// PLOVER has no type for with that of any.
func (c *comparison) events() {
	s := c.card.section("events")
	taken := map[*stemma.Event]bool{}
	for _, want := range c.e.Events {
		var best *stemma.Event
		most := 3 // a shared telling and a date or an actor beside it
		for _, e := range c.rec.events {
			if n := c.likeness(want, e); !taken[e] && (e.Kind == want.Kind || want.Kind == "") && n > most {
				best, most = e, n
			}
		}
		if best == nil {
			s.add(want.ID, missed, "")
			continue
		}
		taken[best] = true
		s.add(want.ID, found, "")
		c.eventIs(s, want, best)
	}
}

func (c *comparison) likeness(want ExpectEvent, e *stemma.Event) int {
	n := 0
	told := c.toldIn(e)
	for _, d := range want.ToldIn {
		if slices.Contains(told, d) {
			n += 2
		}
	}
	if n == 0 {
		return 0
	}
	if want.Date != "" && e.Date != nil && covers(e.Date, want.Date) {
		n += 2
	}
	for _, a := range want.Actors {
		if c.hasActor(e, a) {
			n += 3
		}
	}
	if want.Place != "" && sameName([]string{e.Place}, want.Place) {
		n++
	}
	for _, k := range want.Countries {
		if slices.Contains(e.Countries, k) {
			n++
		}
	}
	return n
}

func (c *comparison) toldIn(e *stemma.Event) []string {
	var out []string
	for _, id := range e.Tellings {
		if t := c.rec.tellings[id]; t != nil {
			out = append(out, c.name[t.Article])
		}
	}
	sort.Strings(out)
	return slices.Compact(out)
}

func (c *comparison) hasActor(e *stemma.Event, want string) bool {
	for i, id := range append(slices.Clone(e.Actors), e.Recipients...) {
		var words []string
		if i < len(e.Actors) {
			if i < len(e.ActorNames) {
				words = append(words, e.ActorNames[i])
			}
		} else if j := i - len(e.Actors); j < len(e.RecipientNames) {
			words = append(words, e.RecipientNames[j])
		}
		if sameName(c.rec.names(stemma.Ref(id), words...), want) {
			return true
		}
	}
	return false
}

func (c *comparison) eventIs(s *section, want ExpectEvent, e *stemma.Event) {
	for _, a := range want.Actors {
		s.is(want.ID+"/actor-"+strings.ReplaceAll(a, " ", "-"), c.hasActor(e, a), strings.Join(append(slices.Clone(e.ActorNames), e.RecipientNames...), " | "))
	}
	for _, k := range want.Countries {
		s.is(want.ID+"/country-"+k, slices.Contains(e.Countries, k), strings.Join(e.Countries, " "))
	}
	if want.Date != "" {
		s.is(want.ID+"/date", covers(e.Date, want.Date), show(e.Date))
	}
	if want.Place != "" {
		s.is(want.ID+"/place", sameName([]string{e.Place}, want.Place), e.Place)
	}
	told := c.toldIn(e)
	for _, d := range want.ToldIn {
		s.is(want.ID+"/told-in-"+d, slices.Contains(told, d), "")
	}
	for _, d := range told {
		if !slices.Contains(want.ToldIn, d) {
			s.add(want.ID+"/told-in-"+d, spurious, "")
		}
	}
	if want.ClaimedBy != "" {
		s.is(want.ID+"/claimed_by", sameName(c.claimants(e), want.ClaimedBy), strings.Join(e.ClaimedBy, " | "))
	}
	c.standingIs(s, want, e)
}

// claimants are all the names of those who claim e.
func (c *comparison) claimants(e *stemma.Event) []string {
	out := slices.Clone(e.ClaimedBy)
	for _, by := range e.ClaimedBy {
		out = append(out, c.rec.names(stemma.Ref(by))...)
	}
	return out
}

func (c *comparison) standingIs(s *section, want ExpectEvent, e *stemma.Event) {
	if want.Standing == nil {
		return
	}
	st := c.rec.standings[e.ID]
	if st == nil {
		s.add(want.ID+"/standing", missed, "")
		return
	}
	if w := want.Standing; w.URLs > 0 {
		s.is(want.ID+"/standing/urls", st.URLs == w.URLs, st.URLs)
		s.is(want.ID+"/standing/families", st.Families == w.Families, st.Families)
	}
	var names []string
	for _, x := range st.Sources {
		names = append(names, x.Name)
	}
	for _, n := range want.Standing.Sources {
		s.is(want.ID+"/standing/source-"+n, sameName(names, n), strings.Join(names, " | "))
	}
	for _, n := range want.Standing.FirstHand {
		s.is(want.ID+"/standing/first-hand-"+strings.ReplaceAll(n, " ", "-"), sameName(st.FirstHand, n), strings.Join(st.FirstHand, " | "))
	}
}

// figures compares each expected number with the record's of the same article.
func (c *comparison) figures() {
	s := c.card.section("figures")
	for _, want := range c.e.Figures {
		for _, in := range want.In {
			key := strings.ReplaceAll(want.What, " ", "-") + "/" + in
			f := c.figure(want, in)
			if f == nil {
				s.add(key, missed, "")
				continue
			}
			s.add(key, found, "")
			if want.Bound != "" {
				s.is(key+"/bound", f.Bound == want.Bound, f.Bound)
			}
			if want.AccordingTo != "" {
				s.is(key+"/according_to", sameName([]string{f.AccordingTo}, want.AccordingTo), f.AccordingTo)
			}
			if want.AsOfFrom != "" {
				ok := f.AsOf != nil && strings.HasPrefix(f.AsOf.From.Format(time.RFC3339), want.AsOfFrom)
				s.is(key+"/as_of_from", ok, show(f.AsOf))
			}
		}
	}
}

func (c *comparison) figure(want ExpectFigure, in string) *stemma.Figure {
	a := c.doc[in]
	for _, f := range c.rec.figures {
		if a == nil || f.Article != a.ID {
			continue
		}
		if want.Value != nil && f.Value != nil && *f.Value == *want.Value || want.ValueWords != "" && plain(f.Words) == want.ValueWords {
			return f
		}
	}
	return nil
}

// entities compares names, and that no two expected ones became one.
func (c *comparison) entities() {
	s := c.card.section("entities")
	by := map[*stemma.Entity]string{}
	for _, want := range c.e.Entities {
		e := c.entity(want.Name)
		if e == nil {
			s.add(want.Name, missed, "")
			continue
		}
		s.add(want.Name, found, "")
		if other := by[e]; other != "" {
			s.add(want.Name+"/apart", wrong, "one with "+other)
		}
		by[e] = want.Name
		s.is(want.Name+"/kind", e.Kind == want.Kind, e.Kind)
		if want.Country != "" {
			s.is(want.Name+"/country", e.Country == want.Country, e.Country)
		}
		for _, n := range want.Also {
			s.is(want.Name+"/also-"+strings.ReplaceAll(n, " ", "-"), sameName(append(e.Also, e.Name), n), strings.Join(e.Also, " | "))
		}
	}
}

func (c *comparison) entity(name string) *stemma.Entity {
	var ids []string
	for id := range c.rec.entities {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, exact := range []bool{true, false} {
		for _, id := range ids {
			e := c.rec.entities[id]
			if plain(e.Name) == plain(name) || !exact && slices.ContainsFunc(e.Also, func(n string) bool { return plain(n) == plain(name) }) {
				return e
			}
		}
	}
	return nil
}

// covers reports whether d holds the day, month, year or inclusive range of
// days that want writes. A record that knows only the month of a day does not
// cover it; one that gives "on or before" a day, up to a week, does.
func covers(d *stemma.Date, want string) bool {
	if d == nil {
		return false
	}
	first, last, ok := strings.Cut(want, "/")
	if !ok {
		last = first
	}
	from, unit := parseDay(first)
	until, _ := parseDay(last)
	switch unit {
	case "year":
		until = until.AddDate(1, 0, 0)
	case "month":
		until = until.AddDate(0, 1, 0)
	default:
		until = until.AddDate(0, 0, 1)
	}
	return d.From.Before(until) && from.Before(d.Until) && d.Until.Sub(d.From) <= until.Sub(from)+7*24*time.Hour
}

func parseDay(s string) (time.Time, string) {
	for layout, unit := range map[string]string{"2006-01-02": "day", "2006-01": "month", "2006": "year"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, unit
		}
	}
	return time.Time{}, ""
}

func show(d *stemma.Date) string {
	if d == nil {
		return ""
	}
	return fmt.Sprintf("%s to %s (%s)", d.From.Format("2006-01-02T15:04"), d.Until.Format("2006-01-02T15:04"), d.How)
}
