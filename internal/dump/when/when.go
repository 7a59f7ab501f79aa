// Package when reads the dates that pages print beside their articles: "26 Mar
// 2021 15:28", "Wed, June 23, 2021", "3 hours ago", in the languages whose
// months stand in its tables. Times that running text speaks of belong to
// another room.
package when

import (
	"time"
	"unicode/utf8"
)

// Stamp is one printed date. Parts that are not printed are zero; Weekday is
// -1 where none is printed, 0 for Sunday.
type Stamp struct {
	// Start and End are bytes of the string it was read from, half-open.
	Start, End       int
	Year, Month, Day int
	Weekday          int
	Hour, Minute     int
	HasTime          bool
	// Zone is the printed zone, "" where none is; Offset its minutes east.
	Zone   string
	Offset int
	// Ago is set for "3 hours ago", which only the capture's time can resolve.
	Ago bool
	// Count and Unit are of such a one: so many units, and the seconds of one;
	// a month counts 30 days, a year 365.
	Count, Unit int
	// Swapped is set where day and month could be read the other way round.
	Swapped bool
}

// Before returns the stretch of time in which "3 hours ago" lies for one who
// reads it at now: programs cut off what is less than a unit, so it is the
// hour that ends three hours before now.
func (s Stamp) Before(now time.Time) (from, until time.Time) {
	switch s.Unit {
	case units["year"]:
		return now.AddDate(-s.Count-1, 0, 0), now.AddDate(-s.Count, 0, 0)
	case units["month"]:
		return now.AddDate(0, -s.Count-1, 0), now.AddDate(0, -s.Count, 0)
	}
	unit := time.Duration(s.Unit) * time.Second
	until = now.Add(-time.Duration(s.Count) * unit)
	return until.Add(-unit), until
}

// Whole reports whether s names one day.
func (s Stamp) Whole() bool { return s.Year > 0 && s.Month > 0 && s.Day > 0 }

// Range returns the stretch of time s names: a minute where a time is printed,
// else a day. Without a printed zone it is a day of UTC.
func (s Stamp) Range() (from, until time.Time, zone string) {
	zone, loc := "UTC", time.UTC
	if s.Zone != "" && s.Zone != "utc" && s.Zone != "gmt" && s.Zone != "z" {
		zone, loc = s.Zone, time.FixedZone(s.Zone, s.Offset*60)
	}
	if !s.HasTime {
		from = time.Date(s.Year, time.Month(s.Month), s.Day, 0, 0, 0, 0, loc)
		return from, from.AddDate(0, 0, 1), zone
	}
	from = time.Date(s.Year, time.Month(s.Month), s.Day, s.Hour, s.Minute, 0, 0, loc)
	return from, from.Add(time.Minute), zone
}

// FirstYear and LastYear bound the years a page without one may be of.
const (
	FirstYear = 1995
	LastYear  = 2035
)

// Years returns the days on which weekday was the month's day, first to last.
func Years(month, day, weekday int) []time.Time {
	var out []time.Time
	for y := FirstYear; y <= LastYear; y++ {
		t := time.Date(y, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		if t.Day() == day && int(t.Weekday()) == weekday {
			out = append(out, t)
		}
	}
	return out
}

// Find returns the dates printed in s, in order, without overlap.
func Find(s string) []Stamp {
	if !dated(s) {
		return nil
	}
	return find(tokens(s))
}

// dated reports whether a date may be printed in s: whether it has a digit.
func dated(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' || s[i] >= 0xD9 && i+1 < len(s) && (s[i] == 0xD9 || s[i] == 0xDB || s[i] == 0xE0) {
			return true
		}
	}
	return false
}

func find(ts []token) []Stamp {
	var out []Stamp
	lo := 0 // the first token after the last stamp
	for i := 0; i < len(ts); {
		st, n := dateAt(ts, i)
		if n == 0 {
			if st, n = agoAt(ts, i); n == 0 {
				i++
				continue
			}
			st.Start, st.End = ts[i].start, ts[i+n-1].end
			st.Weekday = -1
			out = append(out, st)
			i += n
			lo = i
			continue
		}
		first, last := i, i+n-1
		st.Weekday = -1
		first = weekdayBefore(ts, first, lo, &st)
		if j, ok := timeBefore(ts, first, lo, &st); ok {
			first = j
		} else if j, ok := timeAfter(ts, last, &st); ok {
			last = j
		}
		if st.Weekday < 0 && last+1 < len(ts) { // 23 June 2021 (Wed), 2021年6月23日 星期三
			j := last + 1
			if ts[j].kind == mark && j+1 < len(ts) {
				j++
			}
			if d, ok := weekday(ts[j]); ok && len(ts[j].s) > 2 {
				st.Weekday, last = d, j
			}
		}
		st.Start, st.End = ts[first].start, ts[last].end
		if st.Swapped && st.Weekday >= 0 && st.Whole() {
			if t := time.Date(st.Year, time.Month(st.Month), st.Day, 0, 0, 0, 0, time.UTC); int(t.Weekday()) != st.Weekday {
				st.Month, st.Day = st.Day, st.Month
			}
		} else if st.Swapped && inAmerica(st.Zone) && isMark(ts, i+1, "/") && ts[i].n != st.Month {
			st.Month, st.Day = st.Day, st.Month // 06/01/2018 02:57 pm ET
		}
		if _, ok := halves[st.Zone]; ok && st.Whole() && summer(time.Date(st.Year, time.Month(st.Month), st.Day, st.Hour, 0, 0, 0, time.UTC)) {
			st.Offset += 60
		}
		out = append(out, st)
		i = last + 1
		lo = i
	}
	return out
}

// Weekday is the day of the week w names, 0 for Sunday: "Tuesday", "martes". A
// short form ("Tue", "Sun", "do") is also a word of its own and names none.
func Weekday(w string) (day int, ok bool) {
	ts := tokens(w)
	if len(ts) != 1 || utf8.RuneCountInString(w) < 5 {
		return 0, false
	}
	return weekday(ts[0])
}
