package view

import (
	"fmt"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

// When says a date in words as exact as it is and not more: "22 June 2021",
// "22-24 June 2021", "June 2021", "2021", "26 March 2021, 15:28". A date that
// is not known is "date not known". Days are those of the date's own zone.
func When(d *stemma.Date) string {
	if d == nil || d.From.IsZero() {
		return "date not known"
	}
	from, until := d.From, d.Until
	length := until.Sub(from)
	last := until.Add(-time.Nanosecond)
	switch {
	case length < 0:
		return from.Format("2 January 2006")
	case length < 12*time.Hour && from.Day() == last.Day() || length == 0:
		return from.Format("2 January 2006, 15:04")
	case length <= 25*time.Hour:
		return from.Format("2 January 2006")
	case from.Day() == 1 && until.Day() == 1 && from.AddDate(1, 0, 0).Equal(until) && from.Month() == time.January:
		return from.Format("2006")
	case from.Day() == 1 && from.AddDate(0, 1, 0).Equal(until):
		return from.Format("January 2006")
	case from.Year() != last.Year():
		return from.Format("2 January 2006") + " to " + last.Format("2 January 2006")
	case from.Month() != last.Month():
		return from.Format("2 January") + " to " + last.Format("2 January 2006")
	}
	return fmt.Sprintf("%d-%s", from.Day(), last.Format("2 January 2006"))
}

// Rough reports whether a date is less exact than a day, or not known.
func Rough(d *stemma.Date) bool {
	return d == nil || d.From.IsZero() || d.Until.Sub(d.From) > 25*time.Hour
}

// Doubt says in a few words why a date is not to be taken as printed, "" where
// the page prints it and it is exact to the day: "between these days", "year
// settled by sibling pages".
func Doubt(d *stemma.Date) string {
	switch {
	case d == nil || d.From.IsZero():
		return ""
	case d.How == "" || strings.HasPrefix(d.How, "printed"):
		if Rough(d) {
			return "no day given"
		}
		return ""
	case Rough(d):
		return "no exact day: " + d.How
	}
	return d.How
}

// day is a short date for narrow columns: "22 Jun 2021", "Jun 2021", "2021",
// "22-24 Jun 2021", "?".
func day(d *stemma.Date) string {
	if d == nil || d.From.IsZero() {
		return "?"
	}
	s := When(d)
	if i := strings.IndexByte(s, ','); i >= 0 {
		s = s[:i]
	}
	words := strings.Fields(s)
	for i, w := range words {
		if _, err := time.Parse("January", w); err == nil && len(w) > 3 {
			words[i] = w[:3]
		}
	}
	return strings.Join(words, " ")
}

// before orders dates: earlier first, of one beginning the more exact first,
// those not known last.
func before(a, b *stemma.Date) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	if c := a.From.Compare(b.From); c != 0 {
		return c
	}
	return a.Until.Compare(b.Until)
}
