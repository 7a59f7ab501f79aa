package date

import (
	"strconv"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// Local returns the date of an article by the clock it goes by: that of the
// zone it prints, or, where a moment is printed in UTC, that of its outlet's.
//
//	23:30 UTC of the 22nd at an outlet in +09:00 -> half past eight of the 23rd
//
// A day printed without a time is the outlet's day already, and so is a time
// printed without a zone: they stay as they are.
func Local(a *stemma.Article) *stemma.Date {
	ready()
	d := a.Published
	if d == nil || d.Until.Sub(d.From) >= 20*time.Hour {
		return d
	}
	if _, off := d.From.Zone(); off != 0 {
		return d // read with its own clock
	}
	c := *d
	if loc := printedZone(d.Zone); loc != nil {
		c.From, c.Until = d.From.In(loc), d.Until.In(loc)
		return &c
	}
	if d.Zone != "UTC" || !saysUTC(d.Text) {
		return d
	}
	o, ok := outlet.Lookup(a.Outlet)
	if !ok {
		return d
	}
	loc, several := o.Zone()
	if loc == nil {
		return d
	}
	c.From, c.Until, c.Zone = d.From.In(loc), d.Until.In(loc), loc.String()
	c.How = "printed in UTC; the day is that of the outlet's zone"
	if several {
		c.How += ", of several in its country"
	}
	return &c
}

// printedZone is the zone of a printed name or offset: "wib", "utc +7",
// "UTC-03:30"; nil for UTC itself and for what is not known.
func printedZone(s string) *time.Location {
	s = strings.ToLower(s)
	if i := strings.IndexAny(s, "+-"); i >= 0 {
		h, m, _ := strings.Cut(s[i+1:], ":")
		n, err := strconv.Atoi(h)
		if err != nil || n < 0 {
			return nil
		}
		if len(h) > 2 {
			n = n/100*60 + n%100
		} else {
			n = n*60 + atoi(m)
		}
		if n == 0 || n > 14*60 {
			return nil
		}
		if s[i] == '-' {
			n = -n
		}
		return time.FixedZone(s, n*60)
	}
	for _, t := range lexicon[s] {
		if t.class == "ZONE" && t.val != "0" {
			return time.FixedZone(s, atoi(t.val)*60)
		}
	}
	return nil
}

// saysUTC reports whether the words of a date name UTC, and do not only leave
// the zone out.
func saysUTC(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, w := range []string{"utc", "gmt", "+00:00", "+0000", "+00"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	n := len(s)
	return n > 1 && s[n-1] == 'z' && digit(s[n-2])
}

// inZone is the day of a clock time told with its zone: "2330 GMT Tuesday" is
// of Tuesday in that zone. Where no day is told it is the one on which that
// clock time lies in the article's day, if the article's own zone is known.
func (s *scene) inZone(d moment, clock string, minutes int, told bool) moment {
	_, own := d.from.Zone()
	if own == minutes*60 {
		return d
	}
	loc := time.UTC
	if minutes != 0 {
		loc = time.FixedZone("", minutes*60)
	}
	h, m, _ := strings.Cut(clock, ":")
	at := func(off int) time.Time {
		return time.Date(d.from.Year(), d.from.Month(), d.from.Day()+off, atoi(h), atoi(m), 0, 0, loc)
	}
	off := 0
	for _, o := range []int{0, -1, 1} {
		if t := at(o); !told && s.zoned && !t.Before(d.from) && t.Before(d.until) {
			off = o
		}
	}
	if !s.zoned && !told {
		return d
	}
	t := at(off)
	d.from = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, loc)
	d.until, d.zone = d.from.AddDate(0, 0, 1), zoneName(minutes)
	return d
}

// zoneName is "UTC", "UTC+09:00".
func zoneName(minutes int) string {
	if minutes == 0 {
		return "UTC"
	}
	return "UTC" + time.Unix(0, 0).In(time.FixedZone("", minutes*60)).Format("-07:00")
}
