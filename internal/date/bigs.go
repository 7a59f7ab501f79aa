package date

import (
	"fmt"
	"strings"
	"time"
)

// anchored wraps a meaning that needs the article's date.
func anchored(f meaning) meaning {
	return func(s *scene, n *node) (moment, bool) {
		if !s.known {
			return moment{}, false
		}
		m, ok := f(s, n)
		if m.how == "printed" {
			m.how = "counted from the article's date"
		}
		return m, ok
	}
}

// by wraps a meaning that needs the time spoken of before; where none is,
// "previous" and "the year before" lean on the article's date.
func by(grains string, f func(s *scene, n *node) moment) meaning {
	return func(s *scene, n *node) (moment, bool) {
		_, previous := n.one("PREVW")
		previous = previous || s.near == nil && n.arg == "-1"
		if previous && s.known && (s.near == nil || !strings.ContainsRune(grains, rune(s.near.grain))) {
			t := *s
			d := atDay(s.dct)
			t.near = &d
			return how(f(&t, n), "counted from the article's date"), true
		}
		if s.near == nil || !strings.ContainsRune(grains, rune(s.near.grain)) {
			return moment{}, false
		}
		return how(f(s, n), "counted from the time named before it"), true
	}
}

// bigs are the meanings larger than a day.
var bigs = map[string]meaning{
	"y":         func(s *scene, n *node) (moment, bool) { return atYear(n.num("YEAR"), s.loc), true },
	"yy":        func(s *scene, n *node) (moment, bool) { return atYear(s.fullYear(n.num("YY")), s.loc), true },
	"shiftyear": anchored(func(s *scene, n *node) (moment, bool) { return atYear(s.dct.Year()+n.argInt(), s.loc), true }),
	"nearyear":  by("dwmqsyh", func(s *scene, n *node) moment { return atYear(s.near.from.Year()+n.argInt(), s.loc) }),
	"nextyear": func(s *scene, n *node) (moment, bool) { // "over the next year" looks ahead from today
		if m, ok := meanings["nearyear"](s, n); ok {
			return m, ok
		}
		m := duration(amount{n: 1, unit: "Y"})
		if s.known {
			m.from, m.until, m.how = s.dct, s.dct.AddDate(1, 0, 1), "a length counted from the article's date"
		}
		return m, true
	},
	"nextmonth": func(s *scene, n *node) (moment, bool) { return s.goingOn(n, "nearmonth", amount{n: 1, unit: "M"}) },
	"nextweek":  func(s *scene, n *node) (moment, bool) { return s.goingOn(n, "nearweek", amount{n: 1, unit: "W"}) },
	"ad":        func(s *scene, n *node) (moment, bool) { y := n.num("NUM"); return atYear(y, s.loc), y > 0 && y < 2100 },
	"bc": func(_ *scene, n *node) (moment, bool) { // before the years a time.Time is printed with
		return moment{typ: "DATE", value: fmt.Sprintf("BC%04d", n.num("NUM")), how: "printed"}, true
	},
	"my": func(s *scene, n *node) (moment, bool) {
		if y := n.num("YEAR"); y > 0 {
			return atMonth(y, n.num("MONTH"), s.loc), true
		}
		return atMonth(s.fullYear(n.num("YY")), n.num("MONTH"), s.loc), true
	},
	"mrel": func(s *scene, n *node) (moment, bool) {
		y, ok := s.kid(n)
		if !ok {
			return moment{}, false
		}
		return how(atMonth(y.from.Year(), n.num("MONTH"), s.loc), y.how), true
	},
	"m": func(s *scene, n *node) (moment, bool) {
		if m, ok := s.lent(func(y int) (moment, bool) { return atMonth(y, n.num("MONTH"), s.loc), true }); ok {
			return m, ok
		}
		return s.month(n.num("MONTH")), s.known
	},
	"theyear": anchored(func(s *scene, n *node) (moment, bool) {
		if a := (amount{n: 1, unit: "Y"}); s.joint == "ended" || s.joint == "ending" {
			return s.ended(duration(a), a), true
		}
		return atYear(s.dct.Year(), s.loc), true
	}),
	"fiscalyear": anchored(func(s *scene, n *node) (moment, bool) {
		if s.joint == "ended" || s.joint == "ending" { // of the year it ends in
			a := amount{n: 1, unit: "Y"}
			m := s.ended(duration(a), a)
			m.typ, m.value = "DATE", s.near.until.AddDate(0, 0, -1).Format("2006")
			return m, true
		}
		return atYear(s.dct.Year(), s.loc), true
	}),
	"lastm": anchored(func(s *scene, n *node) (moment, bool) {
		y := s.dct.Year()
		if n.num("MONTH") >= int(s.dct.Month())-1 {
			y-- // the month just gone is "last month"
		}
		return atMonth(y, n.num("MONTH"), s.loc), true
	}),
	"nextm": anchored(func(s *scene, n *node) (moment, bool) {
		y := s.dct.Year()
		if n.num("MONTH") <= int(s.dct.Month()) {
			y++
		}
		return atMonth(y, n.num("MONTH"), s.loc), true
	}),
	"thism": anchored(func(s *scene, n *node) (moment, bool) { return atMonth(s.dct.Year(), n.num("MONTH"), s.loc), true }),
	"nearm": by("dwmqsy", func(s *scene, n *node) moment {
		m := atMonth(s.near.from.Year(), n.num("MONTH"), s.loc)
		if !m.from.After(s.near.from) {
			m = m.shift(12)
		}
		return m
	}),
	"thatm": func(s *scene, n *node) (moment, bool) { // of the year named before it
		if s.near != nil && strings.ContainsRune("dwmqsy", rune(s.near.grain)) {
			return how(atMonth(s.near.from.Year(), n.num("MONTH"), s.loc), "counted from the time named before it"), true
		}
		return s.month(n.num("MONTH")), s.known
	},
	"shiftmonth": anchored(func(s *scene, n *node) (moment, bool) {
		return atMonth(s.dct.Year(), int(s.dct.Month()), s.loc).shift(n.argInt()), true
	}),
	"nearmonth": by("dwm", func(s *scene, n *node) moment {
		return atMonth(s.near.from.Year(), int(s.near.from.Month()), s.loc).shift(n.argInt())
	}),
	"themonth": func(s *scene, n *node) (moment, bool) {
		if m, ok := meanings["nearmonth"](s, n); ok {
			return m, ok
		}
		return meanings["shiftmonth"](s, n)
	},
	"theweek": anchored(func(s *scene, n *node) (moment, bool) {
		if a := (amount{n: 1, unit: "W"}); s.joint == "ended" || s.joint == "ending" {
			return s.ended(duration(a), a), true
		}
		return atWeek(s.dct), true
	}),
	"shiftweek": anchored(func(s *scene, n *node) (moment, bool) { return atWeek(s.dct).shift(n.argInt()), true }),
	"nearweek":  by("dw", func(s *scene, n *node) moment { return atWeek(s.near.from).shift(n.argInt()) }),
	"weekof": func(s *scene, n *node) (moment, bool) {
		d, ok := s.kid(n)
		return how(atWeek(d.from), d.how), ok
	},
	"weekin": func(s *scene, n *node) (moment, bool) {
		m, ok := s.kid(n)
		if !ok {
			return moment{}, false
		}
		k := n.num("ORD")
		from, until := m.from.AddDate(0, 0, 7*(k-1)), m.from.AddDate(0, 0, 7*k)
		if n.arg != "" {
			from, until = m.until.AddDate(0, 0, -7), m.until
		} else if k < 1 || k > 4 {
			return moment{}, false
		}
		w := atWeek(from.AddDate(0, 0, 3))
		w.from, w.until, w.how = from, until, m.how
		return w, true
	},
	"nearweekend": by("dw", func(s *scene, n *node) moment { return atWeekend(s.near.from.AddDate(0, 0, 7*n.argInt())) }),
	"weekendof": func(s *scene, n *node) (moment, bool) {
		d, ok := s.kid(n)
		return how(atWeekend(d.from), d.how), ok
	},
	"weekend": anchored(func(s *scene, n *node) (moment, bool) {
		k := n.argInt()
		if d := s.dct.Weekday(); k == 0 && s.tense != "future" && (d >= time.Monday && d <= time.Thursday) {
			k = -1 // "over the weekend", told on a Monday
		}
		return atWeekend(s.dct.AddDate(0, 0, 7*k)), true
	}),
	"q": anchored(func(s *scene, n *node) (moment, bool) {
		q := n.num("ORD", "ORDN", "NUM")
		if q < 1 || q > 4 {
			return moment{}, false
		}
		return s.quarterNamed(q), true
	}),
	"qy": func(s *scene, n *node) (moment, bool) {
		q := n.num("ORD", "ORDN", "NUM")
		y, ok := s.kid(n)
		if !ok || q < 1 || q > 4 {
			return moment{}, false
		}
		return how(atQuarter(y.from.Year(), q, s.loc), y.how), true
	},
	"qlast": anchored(func(s *scene, n *node) (moment, bool) { // the last one over; "the previous quarter" after one named
		if _, ok := n.one("PREVW"); ok && s.near != nil && s.near.grain == 'q' {
			return how(s.near.shift(-1), "counted from the time named before it"), true
		}
		return s.quarter().shift(-1), true
	}),
	"qthis": anchored(func(s *scene, n *node) (moment, bool) {
		if s.near != nil && s.near.grain == 'q' {
			return *s.near, true
		}
		if s.near != nil && (s.joint == "ended" || s.joint == "ending") {
			return how(atQuarter(s.near.from.Year(), (int(s.near.from.Month())+2)/3, s.loc), s.near.how), true
		}
		return s.quarter().shift(-1), true
	}),
	"qyear": func(s *scene, n *node) (moment, bool) { // "the 1990 quarter", beside the quarter named before it
		if s.near != nil && (s.near.grain == 'q' || s.near.grain == 'h') {
			return how(s.near.back(s.near.from.Year()-n.num("YEAR")), "counted from the time named before it"), true
		}
		return atYear(n.num("YEAR"), s.loc), true
	},
	"q4": func(s *scene, n *node) (moment, bool) {
		y, ok := s.kid(n)
		return how(atQuarter(y.from.Year(), 4, s.loc), y.how), ok && y.grain == 'y'
	},
	"qmonth": anchored(func(s *scene, n *node) (moment, bool) { // the quarter that ends with that month
		m := s.month(n.num("MONTH"))
		return how(atQuarter(m.from.Year(), (int(m.from.Month())+2)/3, s.loc), m.how), true
	}),
	"qmonths": anchored(func(s *scene, n *node) (moment, bool) { // "the July-September quarter"
		var mo []int
		for _, t := range n.took {
			mo = append(mo, atoi(t.val))
		}
		if len(mo) != 2 || mo[1]%3 != 0 || mo[0] != mo[1]-2 {
			return moment{}, false
		}
		return s.quarterNamed(mo[1] / 3), true
	}),
	"qshift": anchored(func(s *scene, n *node) (moment, bool) { return s.quarter().shift(n.argInt()), true }),
	"qback": anchored(func(s *scene, n *node) (moment, bool) {
		if q := n.num("ORD"); q >= 1 && q <= 4 {
			return s.quarterNamed(q).back(1), true
		}
		if s.near != nil && s.near.stretch() && !s.near.told() {
			if n.arg == "q" && s.near.grain == 'd' { // "the quarter ended Sept. 30 ... the year-ago quarter"
				return atQuarter(s.near.from.Year(), (int(s.near.from.Month())+2)/3, s.loc).back(1), true
			}
			return s.near.back(1), true
		}
		if s.length != nil {
			return how(*s.length, "as long as the time named before it, a year earlier"), true
		}
		return s.quarter().shift(-5), true
	}),
	"half": func(s *scene, n *node) (moment, bool) {
		h := n.num("ORD")
		if h == 0 {
			h = 2
		}
		y, ok := s.kid(n)
		if !ok && s.known && h >= 1 && h <= 2 {
			m := atHalf(s.dct.Year(), h, s.loc)
			y, ok = atYear(s.dct.Year()+s.yearsOff(m), s.loc), true
		}
		if !ok || h > 2 || y.grain != 'y' {
			return moment{}, false
		}
		return how(atHalf(y.from.Year(), h, s.loc), y.how), true
	},
	"sy": func(s *scene, n *node) (moment, bool) {
		return atSeason(n.num("YEAR"), n.season(), s.loc), true
	},
	"srel": func(s *scene, n *node) (moment, bool) {
		y, ok := s.kid(n)
		if !ok {
			return moment{}, false
		}
		return how(atSeason(y.from.Year(), n.season(), s.loc), y.how), true
	},
	"slast": anchored(func(s *scene, n *node) (moment, bool) { return s.season(n.season(), -1), true }),
	"snext": anchored(func(s *scene, n *node) (moment, bool) { return s.season(n.season(), +1), true }),
	"sthis": anchored(func(s *scene, n *node) (moment, bool) { // "this winter", told by April, is the one before
		m := atSeason(s.dct.Year()-1, n.season(), s.loc)
		if s.dct.Before(m.until.AddDate(0, 1, 0)) {
			return m, true
		}
		m = atSeason(s.dct.Year(), n.season(), s.loc)
		switch {
		case s.tense == "future" && !s.dct.Before(m.until):
			return atSeason(s.dct.Year()+1, n.season(), s.loc), true
		case s.tense == "past" && m.from.Sub(s.dct) > 200*24*time.Hour:
			return atSeason(s.dct.Year()-1, n.season(), s.loc), true
		}
		return m, true
	}),
	"s": anchored(func(s *scene, n *node) (moment, bool) {
		if name := wordSeason(n); name != "" {
			last, m := atSeason(s.dct.Year()-1, name, s.loc), atSeason(s.dct.Year(), name, s.loc)
			if s.tense == "future" && !s.dct.Before(last.until) && (s.dct.Before(m.from) || !s.dct.Before(m.until)) {
				return s.season(name, +1), true
			}
			if s.dct.Before(last.until) || s.tense == "past" && m.from.Sub(s.dct) > 60*24*time.Hour {
				return last, true // "this winter", told in January
			}
			return m, true
		}
		return moment{}, false
	}),
	"dec":  func(s *scene, n *node) (moment, bool) { return atDecade(decadeYear(n), s.loc), true },
	"decn": anchored(func(s *scene, n *node) (moment, bool) { return atDecade(s.dct.Year(), s.loc), true }),
	"declast": anchored(func(s *scene, n *node) (moment, bool) {
		return atDecade(s.dct.Year()-10, s.loc), true
	}),
	"cent": func(s *scene, n *node) (moment, bool) {
		c := n.num("ORD", "ORDN")
		return atCentury(c, s.loc), c > 0 && c < 30
	},
	"centn": anchored(func(s *scene, n *node) (moment, bool) {
		return atCentury((s.dct.Year()-1)/100+1+n.argInt(), s.loc), true
	}),
}

// goingOn is "the next month" of what is past, which goes on from the time named
// before it, or else the length a that begins with the article's day.
func (s *scene) goingOn(n *node, near string, a amount) (moment, bool) {
	if s.tense == "past" {
		if m, ok := meanings[near](s, n); ok {
			return m, ok
		}
	}
	m := duration(a)
	if s.known {
		m.from, m.until, m.how = s.dct, a.from(s.dct, 1).AddDate(0, 0, 1), "a length counted from the article's date"
	}
	return m, true
}

// quarterNamed is the q-th quarter nearest to the article's date that fits the
// tense.
func (s *scene) quarterNamed(q int) moment {
	m := atQuarter(s.dct.Year(), q, s.loc)
	return m.shift(4 * s.yearsOff(m))
}

// yearsOff is by how many years m, a part of the article's year, is not the one
// meant: -1 where it is to come and what is told of it is not, 1 where it is
// long over and what is told of it is to come. What is expected of a quarter
// just over is its result.
func (s *scene) yearsOff(m moment) int {
	const day = 24 * time.Hour
	switch {
	case s.tense == "past" && m.from.After(s.dct), s.tense != "future" && m.from.Sub(s.dct) > 45*day:
		return -1
	case s.tense == "future" && s.dct.Sub(m.until) > 75*day:
		return 1
	}
	return 0
}

func (s *scene) quarter() moment {
	return atQuarter(s.dct.Year(), (int(s.dct.Month())+2)/3, s.loc)
}

// month is the month of that name nearest to the article's date; the last one
// in the past, the coming one in the future.
func (s *scene) month(mo int) moment {
	m := atMonth(s.dct.Year(), mo, s.loc)
	switch now := int(s.dct.Month()); {
	case s.tense == "future" && mo < now:
		return m.shift(12)
	case s.tense == "future":
		return m
	case s.tense == "" && now-mo > 6:
		return m.shift(12)
	case mo > now && (mo-now <= 2 || s.tense != "past" && mo-now <= 6):
		return m // "last May" would be said of one eleven months gone
	case mo > now:
		return m.shift(-12)
	}
	return m
}

func (n *node) season() string { v, _ := n.one("SEASON"); return v }

// wordSeason is the season a node names by class, or as the bare words
// "summer" and "winter".
func wordSeason(n *node) string {
	if v := n.season(); v != "" {
		return v
	}
	return n.arg
}

// season is the last one of that name that has begun before the date, or the
// next to begin.
func (s *scene) season(name string, way int) moment {
	m := atSeason(s.dct.Year(), name, s.loc)
	if way < 0 {
		for m.until.After(s.dct) {
			m = atSeason(m.from.Year()-1, name, s.loc)
		}
		return m
	}
	for !m.from.After(s.dct) {
		m = atSeason(m.from.Year()+1, name, s.loc)
	}
	return m
}

func decadeYear(n *node) int {
	v, ok := n.one("DECADE")
	if !ok {
		for _, c := range []string{"TENS", "TENTH", "DECW"} {
			if v, ok = n.one(c); ok {
				break
			}
		}
	}
	y := atoi(v)
	if len(v) <= 2 {
		y = 1900 + y
	}
	return y
}
