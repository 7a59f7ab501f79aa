package date

import (
	"fmt"
	"strings"
	"time"
)

// moment is what a time expression means: its TIMEX3 type and value, and the
// stretch of time where it has one.
type moment struct {
	typ         string // DATE, TIME, DURATION or SET
	value       string
	from, until time.Time // zero where it names no stretch
	grain       byte      // d day, w week, m month, q quarter, s season, y year, E decade, C century
	how         string
	zone        string // where the words tell it
}

func (m moment) stretch() bool { return !m.from.IsZero() }

// told reports whether m is a day named from the article's own: the day of the
// telling, mostly.
func (m moment) told() bool {
	return m.grain == 'd' && (strings.HasPrefix(m.how, "weekday") || m.how == "counted from the article's date")
}

func atDay(t time.Time) moment {
	return moment{typ: "DATE", value: t.Format("2006-01-02"), from: t, until: t.AddDate(0, 0, 1), grain: 'd', how: "printed"}
}

// makeDay is the day y-m-d, false where there is no such day.
func makeDay(y, m, d int, loc *time.Location) (moment, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, loc)
	if m < 1 || m > 12 || t.Day() != d || y < 1 || y > 9999 {
		return moment{}, false
	}
	return atDay(t), true
}

func atMonth(y, m int, loc *time.Location) moment {
	t := time.Date(y, time.Month(m), 1, 0, 0, 0, 0, loc)
	return moment{typ: "DATE", value: t.Format("2006-01"), from: t, until: t.AddDate(0, 1, 0), grain: 'm', how: "printed"}
}

func atYear(y int, loc *time.Location) moment {
	t := time.Date(y, 1, 1, 0, 0, 0, 0, loc)
	return moment{typ: "DATE", value: fmt.Sprintf("%04d", y), from: t, until: t.AddDate(1, 0, 0), grain: 'y', how: "printed"}
}

// atWeek is the week of t, Monday to Sunday, by its ISO number.
func atWeek(t time.Time) moment {
	t = t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
	y, w := t.ISOWeek()
	return moment{typ: "DATE", value: fmt.Sprintf("%d-W%02d", y, w), from: t, until: t.AddDate(0, 0, 7), grain: 'w', how: "printed"}
}

func atWeekend(t time.Time) moment {
	m := atWeek(t)
	m.value += "-WE"
	m.from = m.from.AddDate(0, 0, 5)
	return m
}

// atQuarter is quarter q of y, which may be under 1 or over 4.
func atQuarter(y, q int, loc *time.Location) moment {
	t := time.Date(y, time.Month(3*q-2), 1, 0, 0, 0, 0, loc)
	return moment{typ: "DATE", value: fmt.Sprintf("%d-Q%d", t.Year(), (int(t.Month())+2)/3), from: t, until: t.AddDate(0, 3, 0), grain: 'q', how: "printed"}
}

func atHalf(y, h int, loc *time.Location) moment {
	t := time.Date(y, time.Month(6*h-5), 1, 0, 0, 0, 0, loc)
	return moment{typ: "DATE", value: fmt.Sprintf("%d-H%d", y, h), from: t, until: t.AddDate(0, 6, 0), grain: 'h', how: "printed"}
}

// seasonMonth is the month a season of the northern year begins with; the
// winter of a year is the one that begins in it.
var seasonMonth = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

func atSeason(y int, s string, loc *time.Location) moment {
	t := time.Date(y, time.Month(seasonMonth[s]), 1, 0, 0, 0, 0, loc)
	return moment{typ: "DATE", value: fmt.Sprintf("%d-%s", y, s), from: t, until: t.AddDate(0, 3, 0), grain: 's', how: "printed"}
}

func atDecade(y int, loc *time.Location) moment {
	y -= y % 10
	t := time.Date(y, 1, 1, 0, 0, 0, 0, loc)
	return moment{typ: "DATE", value: fmt.Sprintf("%03d", y/10), from: t, until: t.AddDate(10, 0, 0), grain: 'E', how: "printed"}
}

// atCentury is the c-th century: 19 is 1801 to 1900.
func atCentury(c int, loc *time.Location) moment {
	t := time.Date((c-1)*100+1, 1, 1, 0, 0, 0, 0, loc)
	return moment{typ: "DATE", value: fmt.Sprintf("%02d", c-1), from: t, until: t.AddDate(100, 0, 0), grain: 'C', how: "printed"}
}

// shift is m moved by n of its own grains.
func (m moment) shift(n int) moment {
	loc := m.from.Location()
	switch m.grain {
	case 'd':
		return atDay(m.from.AddDate(0, 0, n))
	case 'w':
		return atWeek(m.from.AddDate(0, 0, 7*n))
	case 'm':
		t := m.from.AddDate(0, n, 0)
		return atMonth(t.Year(), int(t.Month()), loc)
	case 'q':
		return atQuarter(m.from.Year(), (int(m.from.Month())+2)/3+n, loc)
	case 's':
		return m
	case 'y':
		return atYear(m.from.Year()+n, loc)
	}
	return m
}

// back is m as it was n years before, of the same grain.
func (m moment) back(n int) moment {
	loc := m.from.Location()
	y := m.from.Year() - n
	switch m.grain {
	case 'd':
		return atDay(time.Date(y, m.from.Month(), m.from.Day(), 0, 0, 0, 0, loc))
	case 'm':
		return atMonth(y, int(m.from.Month()), loc)
	case 'q':
		return atQuarter(y, (int(m.from.Month())+2)/3, loc)
	case 'h':
		return atHalf(y, (int(m.from.Month())+5)/6, loc)
	case 'w':
		return atWeek(m.from.AddDate(-n, 0, 0))
	}
	return atYear(y, loc)
}

// easter is the Gregorian Easter Sunday of y, by the rule of Butcher (1876).
func easter(y int, loc *time.Location) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	day := (h + l - 7*m + 33*month + 19) % 32
	return time.Date(y, time.Month(month), day, 0, 0, 0, 0, loc)
}
