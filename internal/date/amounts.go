package date

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// amount is a length of time: n of unit; n is 0 where it is vague ("some").
type amount struct {
	n    int
	half bool
	dec  string // "2.7", where n is 2
	unit string // D W M Q Y E C L TH TM TS
}

// code is the TIMEX3 value of a length: P3D, PT2H, PXY.
func (a amount) code() string {
	n := strconv.Itoa(a.n)
	if a.n == 0 && !a.half {
		n = "X"
	}
	if a.dec != "" {
		n = a.dec
	}
	unit := a.unit
	switch unit {
	case "F":
		unit, n = "W", strconv.Itoa(2*max(1, a.n))
	case "WE":
		unit = "WE"
	case "E", "C", "L":
		if size := map[string]int{"E": 10, "C": 100, "L": 1000}[unit]; a.n > 0 {
			unit, n = "Y", strconv.Itoa(size*a.n)
			if a.half {
				return fmt.Sprintf("P%dY", size*a.n+size/2)
			}
		}
	}
	if a.half {
		less := map[string]string{"Y": "6M", "TH": "T30M", "M": "2W", "E": "5Y", "TM": "T30S", "D": "T12H", "C": "50Y", "L": "500Y"}[unit]
		if a.n == 0 {
			return "P" + less
		}
		if less == "" {
			return "P" + n + ".5" + unit
		}
		if strings.HasPrefix(unit, "T") {
			return "PT" + n + unit[1:] + strings.TrimPrefix(less, "T")
		}
		return "P" + n + unit + less
	}
	if strings.HasPrefix(unit, "T") {
		return "PT" + n + unit[1:]
	}
	return "P" + n + unit
}

// halves are the halves of units: months and days.
var halves = map[string][2]int{"Y": {6, 0}, "M": {0, 15}, "E": {60, 0}, "C": {600, 0}}

// from is t moved by way times the length.
func (a amount) from(t time.Time, way int) time.Time {
	if h, ok := halves[a.unit]; ok && a.half {
		t = t.AddDate(0, way*h[0], way*h[1])
	}
	n := way * a.n
	switch a.unit {
	case "D":
		return t.AddDate(0, 0, n)
	case "W":
		return t.AddDate(0, 0, 7*n)
	case "F":
		return t.AddDate(0, 0, 14*n)
	case "M":
		return t.AddDate(0, n, 0)
	case "Q":
		return t.AddDate(0, 3*n, 0)
	case "Y":
		return t.AddDate(n, 0, 0)
	case "E":
		return t.AddDate(10*n, 0, 0)
	case "C":
		return t.AddDate(100*n, 0, 0)
	case "TH":
		return t.Add(time.Duration(n) * time.Hour)
	}
	return t
}

// coarser are the grains too coarse to count a unit from.
var coarser = map[string]string{"D": "wmqhsyEC", "W": "mqhsyEC", "F": "mqhsyEC", "M": "yEC", "Q": "yEC", "Y": "EC"}

// years is how many years it lasts, 0 for shorter ones.
func (a amount) years() int {
	return a.n * map[string]int{"Y": 1, "E": 10, "C": 100, "L": 1000}[a.unit]
}

// grained is the day, week, month or year that t lies in: an amount counted in
// months tells no day.
func (a amount) grained(t time.Time, loc *time.Location) moment {
	switch a.unit {
	case "M":
		return atMonth(t.Year(), int(t.Month()), loc)
	case "W", "F":
		return atWeek(t)
	case "Q":
		return atQuarter(t.Year(), (int(t.Month())+2)/3, loc)
	case "Y":
		return atYear(t.Year(), loc)
	case "E", "C":
		return atDecade(t.Year(), loc)
	}
	return atDay(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, loc))
}

// length reads the amount within n.
func length(n *node) (amount, bool) {
	var a amount
	vague, count, found := false, 0, false
	parts, whole := 0, false
	var walk func(*node)
	walk = func(n *node) {
		if n.op == "same" && len(n.took) == 0 && len(n.kids) == 1 {
			walk(n.kids[0])
			return
		}
		for _, k := range n.kids { // the count stands before the unit it counts
			walk(k)
		}
		for _, t := range n.took {
			switch t.class {
			case "DEC":
				a.dec = t.val
				count, parts = atoi(t.val[:strings.IndexByte(t.val, '.')]), 1
			case "CARD", "HUND", "NUM", "BIGN", "HALFN", "COUPLE":
				if parts == 0 {
					count = atoi(t.val)
				}
				parts++
			case "VAGUE":
				vague = true
			case "UNIT", "UNITS":
				if !found {
					a.unit, found = t.val, true
					if t.class == "UNITS" && count == 0 {
						vague = true
					}
				}
			}
		}
		switch n.op {
		case "amounthalf":
			a.half, whole = true, true
		case "halfof":
			a.half = true
		case "quartercentury":
			a.unit, count, found = "Y", 25, true
		}
	}
	walk(n)
	a.n = count
	if count == 0 && !vague && !a.half {
		a.n = 1
	}
	if whole && a.n == 0 {
		a.n = 1
	}
	return a, found
}

// duration is a length alone: it has a value and no stretch.
func duration(a amount) moment {
	return moment{typ: "DURATION", value: a.code(), how: "a length of time"}
}

// amounts are the meanings that count.
var amounts = map[string]meaning{
	"amount":         func(s *scene, n *node) (moment, bool) { return s.lengthOf(n) },
	"amountdec":      func(s *scene, n *node) (moment, bool) { return s.lengthOf(n) },
	"amounthalf":     func(s *scene, n *node) (moment, bool) { return s.lengthOf(n) },
	"halfof":         func(s *scene, n *node) (moment, bool) { return s.lengthOf(n) },
	"quartercentury": func(s *scene, n *node) (moment, bool) { return s.lengthOf(n) },
	"ago": anchored(func(s *scene, n *node) (moment, bool) {
		a, ok := length(n)
		if !ok {
			return moment{}, false
		}
		if a.n == 0 && !a.half {
			return moment{typ: "DATE", value: "PAST_REF", how: "not told"}, true
		}
		if s.near != nil && s.near.grain == 'q' && a.unit == "Y" && a.n == 1 {
			return s.near.back(1), true
		}
		if strings.HasPrefix(a.unit, "T") && a.n <= 12 { // "two hours ago"
			return how(atDay(s.dct), "the article's date"), true
		}
		if s.dct.Year()-a.years() < 1 { // "10,000 years ago"
			return moment{typ: "DATE", value: fmt.Sprintf("BC%04d", 1+a.years()-s.dct.Year()), how: "counted from the article's date"}, true
		}
		return a.grained(a.from(s.dct, -1), s.loc), true
	}),
	"agovague": func(s *scene, n *node) (moment, bool) {
		return moment{typ: "DATE", value: "PAST_REF", how: "not told"}, true
	},
	"agoclock": anchored(func(s *scene, n *node) (moment, bool) {
		a, ok := length(n.kids[1])
		h, ok2 := n.kids[0].clock()
		if !ok || !ok2 {
			return moment{}, false
		}
		d := a.grained(a.from(s.dct, -1), s.loc)
		d.value, d.typ = d.from.Format("2006-01-02")+"T"+h, "TIME"
		return d, true
	}),
	"near": func(s *scene, n *node) (moment, bool) {
		a, ok := length(n)
		if !ok {
			return moment{}, false
		}
		if a.n == 0 && !a.half { // "a few days later"
			return duration(a), true
		}
		if strings.HasPrefix(a.unit, "T") && (s.near == nil || s.near.grain == 'd') {
			m := duration(a) // "20 minutes later" tells no other day
			if s.near != nil {
				m.from, m.until, m.grain = s.near.from, s.near.until, 'd'
			}
			return m, true
		}
		way := atoi(n.arg)
		if n.arg == "before" { // "a day before the vote": of no day but that
			way = -1
		}
		if s.near == nil && s.known && way < 0 { // "up from 3 million a year earlier"
			return how(a.grained(a.from(s.dct, -1), s.loc), "counted from the article's date"), true
		}
		if s.near == nil || !s.near.stretch() {
			return moment{}, false
		}
		if strings.ContainsRune(coarser[a.unit], rune(s.near.grain)) { // "in 1990 ... two days later": of no day it names
			if s.known && n.arg == "-1" {
				return how(a.grained(a.from(s.dct, -1), s.loc), "counted from the article's date"), true
			}
			return duration(a), true
		}
		if a.half && a.unit == "Y" && strings.ContainsRune("dm", rune(s.near.grain)) { // "two and a half years later"
			t := a.from(s.near.from, way)
			return how(atMonth(t.Year(), int(t.Month()), s.loc), "counted from the time named before it"), true
		}
		if a.unit == "Y" && strings.HasPrefix(s.near.how, "weekday") {
			return how(atYear(s.near.from.Year()+way*a.n, s.loc), "counted from the time named before it"), true
		}
		if a.unit == "Y" {
			return how(s.near.back(-way*a.n), "counted from the time named before it"), true
		}
		if s.near.grain != 'd' {
			return how(a.grained(a.from(s.near.from, way), s.loc), "counted from the time named before it"), true
		}
		t := a.from(s.near.from, way)
		if a.unit == "M" {
			return how(atMonth(t.Year(), int(t.Month()), s.loc), "counted from the time named before it"), true
		}
		return how(atDay(t), "counted from the day named before it"), true
	},
	"nearvague": func(s *scene, n *node) (moment, bool) { // "hours later": nobody knows how many
		a, ok := length(n)
		return duration(amount{unit: a.unit}), ok
	},
	"hence": anchored(func(s *scene, n *node) (moment, bool) {
		a, ok := length(n)
		if !ok {
			return moment{}, false
		}
		if a.n == 0 {
			return moment{typ: "DATE", value: "FUTURE_REF", how: "not told"}, true
		}
		return a.grained(a.from(s.dct, 1), s.loc), true
	}),
	"past": func(s *scene, n *node) (moment, bool) { return s.toward(n, -1) },
	"next": func(s *scene, n *node) (moment, bool) { return s.toward(n, +1) },
	"recent": func(_ *scene, n *node) (moment, bool) {
		a, ok := length(n)
		if a.unit == "Y" || !ok {
			return vagueRef("PAST_REF")
		}
		return duration(amount{unit: a.unit}), true
	},
	"pastref": func(*scene, *node) (moment, bool) { return vagueRef("PAST_REF") },
	"futref":  func(*scene, *node) (moment, bool) { return vagueRef("FUTURE_REF") },
	// justref is an adjective: it names no day an event could have
	"justref": func(_ *scene, n *node) (moment, bool) { return vagueRef(n.arg) },
	"ref": func(s *scene, n *node) (moment, bool) {
		m, ok := vagueRef(n.arg)
		if n.arg == "PRESENT_REF" && s.known {
			m.from, m.until, m.how = s.dct, s.dct.AddDate(0, 0, 1), "the article's date"
		}
		return m, ok
	},
	"set": func(s *scene, n *node) (moment, bool) {
		v, ok := n.one("SET")
		return often(v), ok
	},
	"setof": func(s *scene, n *node) (moment, bool) {
		a, ok := length(n)
		return often(a.code()), ok
	},
	"setonce": func(_ *scene, n *node) (moment, bool) { // "three times a week"
		u, ok := n.one("UNIT")
		return often(amount{n: 1, unit: u}.code()), ok
	},
	"setweekend": func(*scene, *node) (moment, bool) { return often("XXXX-WXX-WE"), true },
	"setother": func(_ *scene, n *node) (moment, bool) { // "every other day"
		a, ok := length(n)
		a.n = 2
		return often(a.code()), ok
	},
	"setpart": func(*scene, *node) (moment, bool) { return often("P1D"), true },
	"setday": func(s *scene, n *node) (moment, bool) {
		v, ok := n.one("WDAY")
		if !ok {
			v, ok = n.one("WDAYS")
		}
		d := fmt.Sprintf("XXXX-WXX-%d", (atoi(v)+6)%7+1)
		if p, ok := n.one("PARTS"); ok {
			d += "T" + p
		}
		return often(d), ok
	},
	"setmonthly": func(*scene, *node) (moment, bool) { return often("P1M"), true },
	"setmday": func(_ *scene, n *node) (moment, bool) {
		return often(fmt.Sprintf("XXXX-%02d-%02d", n.num("MONTH"), n.num("DAY"))), true
	},
	"setmonth": func(s *scene, n *node) (moment, bool) {
		return often(fmt.Sprintf("XXXX-%02d", n.num("MONTH"))), true
	},
	"setseason": func(s *scene, n *node) (moment, bool) { return often("XXXX-" + n.season()), true },
	"setfeast":  func(s *scene, n *node) (moment, bool) { return often("P1Y"), true },
}

func vagueRef(v string) (moment, bool) {
	return moment{typ: "DATE", value: v, how: "not told"}, true
}

func often(v string) moment { return moment{typ: "SET", value: v, how: "again and again"} }

func (s *scene) lengthOf(n *node) (moment, bool) {
	a, ok := length(n)
	return s.ended(duration(a), a), ok
}

// toward is "the past two months", "the next three years": a length that ends
// or begins at the article's date.
func (s *scene) toward(n *node, way int) (moment, bool) {
	a, ok := length(n)
	if !ok {
		return moment{}, false
	}
	m := duration(a)
	if s.known && a.n > 0 {
		m.how = "a length counted from the article's date"
		if way < 0 {
			m.from, m.until = a.from(s.dct, -1), s.dct.AddDate(0, 0, 1)
		} else {
			m.from, m.until = s.dct, a.from(s.dct, 1).AddDate(0, 0, 1)
		}
	}
	return m, true
}
