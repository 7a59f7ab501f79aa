package date

import (
	"strconv"
	"strings"
	"time"
)

// calendars are feasts and the months of other calendars. Thai years are
// turned (Buddhist era, 543 years ahead since 1941), Islamic dates within a day
// or so. Burmese dates and feasts of other moons are recognised and left
// without a stretch.
var calendars = map[string]meaning{
	"thai": func(s *scene, n *node) (moment, bool) {
		m, ok := makeDay(n.num("THAI")-543, n.num("MONTH"), n.num("DAY"), s.loc)
		return how(m, "year of the Buddhist era"), ok
	},
	"thaiy": func(s *scene, n *node) (moment, bool) {
		return how(atYear(n.num("THAI")-543, s.loc), "year of the Buddhist era"), true
	},
	"thaimy": func(s *scene, n *node) (moment, bool) {
		return how(atMonth(n.num("THAI")-543, n.num("MONTH"), s.loc), "year of the Buddhist era"), true
	},
	"hijri": func(s *scene, n *node) (moment, bool) {
		return s.hijri(n.num("NUM"), n.num("HIJRI"), n.num("DAY", "ORD"))
	},
	"hijriy": func(s *scene, n *node) (moment, bool) {
		y := n.num("NUM")
		from, ok := islamic(y, 1, 1, s.loc)
		until, ok2 := islamic(y+1, 1, 1, s.loc)
		return byMoon(from, until), ok && ok2
	},
	"hijrim":     func(s *scene, n *node) (moment, bool) { return s.hijri(n.num("NUM"), n.num("HIJRI"), 0) },
	"otherfeast": func(*scene, *node) (moment, bool) { return otherCalendar("moon's") },
	"burmesem":   func(*scene, *node) (moment, bool) { return otherCalendar("Burmese") },
	"feast": func(s *scene, n *node) (moment, bool) {
		if !s.known {
			return moment{}, false
		}
		var best moment
		found, bestGap := false, time.Duration(0)
		for _, y := range []int{s.dct.Year(), s.dct.Year() - 1, s.dct.Year() + 1} {
			m, ok := s.feast(n, y)
			gap := m.from.Sub(s.dct)
			if s.tense == "future" && gap < 0 {
				gap *= 25 // "She should know better, she said in a Labor Day interview"
			}
			if v, _ := n.one("FEAST"); v == "election" && y%2 == 1 {
				gap *= 4 // most are of even years
			}
			if gap = gap.Abs(); ok && (!found || gap < bestGap) {
				best, bestGap, found = m, gap, true
			}
		}
		if best.grain == 'd' {
			best.how = "the feast nearest to the article's date"
		}
		return best, found
	},
	"feasty": func(s *scene, n *node) (moment, bool) { return s.feast(n, n.num("YEAR")) },
	"feastrel": func(s *scene, n *node) (moment, bool) {
		y, ok := s.kid(n)
		if !ok {
			return moment{}, false
		}
		return s.feast(n, y.from.Year())
	},
	"feastlast": anchored(func(s *scene, n *node) (moment, bool) {
		m, ok := s.feast(n, s.dct.Year())
		if ok && !m.from.Before(s.dct) {
			m, ok = s.feast(n, s.dct.Year()-1)
		}
		return m, ok
	}),
	"feastnext": anchored(func(s *scene, n *node) (moment, bool) {
		m, ok := s.feast(n, s.dct.Year())
		if ok && !m.from.After(s.dct) {
			m, ok = s.feast(n, s.dct.Year()+1)
		}
		return m, ok
	}),
	"feastweek": anchored(func(s *scene, n *node) (moment, bool) {
		m, ok := meanings["feast"](s, n)
		return atWeek(m.from), ok
	}),
	"feastweekend": anchored(func(s *scene, n *node) (moment, bool) {
		m, ok := meanings["feast"](s, n)
		if ok && m.from.Weekday() == time.Monday { // it ends the weekend
			m = m.shift(-1)
		}
		return atWeekend(m.from), ok
	}),
}

func otherCalendar(name string) (moment, bool) {
	return moment{typ: "DATE", how: "a date of the " + name + " calendar"}, true
}

// feast is the day of a feast in year y. Its value in words.txt is a month and
// day ("12-25"), "easter" or "thanksgiving" with an offset, "month/weekday/n" for the n-th (or,
// -1, the last) weekday of a month, or a name for those of the United States
// that are neither.
func (s *scene) feast(n *node, y int) (moment, bool) {
	v, _ := n.one("FEAST")
	switch {
	case strings.HasPrefix(v, "thanksgiving"):
		off, _ := strconv.Atoi(strings.TrimPrefix(v, "thanksgiving"))
		return atDay(nth(y, 11, time.Thursday, 4, s.loc).AddDate(0, 0, off)), true
	case v == "supertuesday": // of years of a presidential election; later in March before 2000
		if y%4 != 0 || y == 2008 {
			return moment{}, false
		}
		if y < 2000 {
			return atDay(nth(y, 3, time.Tuesday, 2, s.loc)), true
		}
		return atDay(nth(y, 3, time.Tuesday, 1, s.loc)), true
	case v == "election":
		return atDay(nth(y, 11, time.Monday, 1, s.loc).AddDate(0, 0, 1)), true
	case strings.HasPrefix(v, "hijri-"): // may fall into a year twice, or begin it: the first is taken
		p := strings.Split(v, "-")
		for h := islamicYear(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)); h <= y; h++ {
			t, ok := islamic(h, atoi(p[1]), atoi(p[2]), s.loc)
			if !ok || t.Year() > y {
				break
			}
			if t.Year() == y {
				return byMoon(t, t.AddDate(0, 0, 1)), true
			}
		}
		return moment{}, false
	case v == "orthodox":
		return atDay(julianEaster(y, s.loc)), true
	case strings.HasPrefix(v, "easter"):
		off, _ := strconv.Atoi(strings.TrimPrefix(v, "easter"))
		return atDay(easter(y, s.loc).AddDate(0, 0, off)), true
	case strings.Contains(v, "/"):
		p := strings.Split(v, "/")
		return atDay(nth(y, atoi(p[0]), time.Weekday(atoi(p[1])), atoi(p[2]), s.loc)), true
	}
	m, d, _ := strings.Cut(v, "-")
	return makeDay(y, atoi(m), atoi(d), s.loc)
}

// nth is the n-th weekday w of a month, the last for n = -1.
func nth(y, month int, w time.Weekday, n int, loc *time.Location) time.Time {
	if n < 0 {
		last := time.Date(y, time.Month(month+1), 0, 0, 0, 0, 0, loc)
		return last.AddDate(0, 0, -(int(last.Weekday())-int(w)+7)%7)
	}
	first := time.Date(y, time.Month(month), 1, 0, 0, 0, 0, loc)
	return first.AddDate(0, 0, (int(w)-int(first.Weekday())+7)%7+7*(n-1))
}
