package date

import "time"

// epoch is 1 Muharram of the year 1 by the civil tables: 16 July 622 of the
// Julian calendar, 19 July of ours carried back.
var epoch = time.Date(622, 7, 19, 0, 0, 0, 0, time.UTC)

// islamic is the day y-m-d of the Islamic calendar by its civil tables (leap
// years by the cycle of thirty), false where it has no such day. Where the moon
// is watched for, months begin up to a day sooner or later.
func islamic(y, m, d int, loc *time.Location) (time.Time, bool) {
	if y < 1 || y > 1700 || m < 1 || m > 12 || d < 1 || d > 30 {
		return time.Time{}, false
	}
	n := d - 1 + (59*(m-1)+1)/2 + (y-1)*354 + (3+11*y)/30
	t := epoch.AddDate(0, 0, n)
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, loc), true
}

// islamicYear is the year of the Islamic calendar that a day lies in, by the
// same tables.
func islamicYear(t time.Time) int {
	days := int(t.Sub(epoch).Hours() / 24)
	y := days*30/10631 + 1
	for {
		next, ok := islamic(y+1, 1, 1, t.Location())
		if !ok || t.Before(next) {
			return y
		}
		y++
	}
}

// byMoon is a stretch of the Islamic calendar, a day wider at both ends.
func byMoon(from, until time.Time) moment {
	return moment{typ: "DATE", from: from.AddDate(0, 0, -1), until: until.AddDate(0, 0, 1), grain: 'r',
		how: "by the tables of the Islamic calendar, with a day either way"}
}

// hijri is a day (d > 0) or month of the Islamic calendar; without a year the
// one nearest to the article's date, or the coming one in the future.
func (s *scene) hijri(y, m, d int) (moment, bool) {
	at := func(y int) (moment, bool) {
		from, ok := islamic(y, m, max(1, d), s.loc)
		if !ok {
			return moment{}, false
		}
		until := from.AddDate(0, 0, 1)
		if d == 0 {
			if until, ok = islamic(y+m/12, m%12+1, 1, s.loc); !ok {
				return moment{}, false
			}
		}
		return byMoon(from, until), true
	}
	if y > 0 {
		return at(y)
	}
	if !s.known {
		return moment{}, false
	}
	var best moment
	found := false
	now := islamicYear(s.dct)
	for _, y := range []int{now, now - 1, now + 1} {
		c, ok := at(y)
		if !ok || s.tense == "future" && c.until.Before(s.dct) || s.tense == "past" && c.from.After(s.dct) {
			continue
		}
		if !found || c.from.Sub(s.dct).Abs() < best.from.Sub(s.dct).Abs() {
			best, found = c, true
		}
	}
	return best, found
}

// julianEaster is the Easter Sunday of the Orthodox churches in y, as a day of
// our calendar, by the rule of Meeus; right from 1900 to 2099.
func julianEaster(y int, loc *time.Location) time.Time {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	return time.Date(y, time.Month(n/31), n%31+1+13, 0, 0, 0, 0, loc)
}
