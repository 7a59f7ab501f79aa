package date

import (
	"fmt"
	"strings"
	"time"
)

// parts are the meanings smaller than a day. TimeBank gives most of them the
// day as value and type; the stretch is the day's.
var parts = map[string]meaning{
	"partof": func(s *scene, n *node) (moment, bool) {
		d, ok := s.kid(n)
		if !ok || d.grain != 'd' {
			return moment{}, false
		}
		if n.arg != "" {
			return inDay(d, n.arg), true
		}
		return inDay(d, n.part()), true
	},
	"lastnight": anchored(func(s *scene, n *node) (moment, bool) {
		return inDay(s.today().shift(-1), "NI"), true
	}),
	"tonight": anchored(func(s *scene, n *node) (moment, bool) {
		return inDay(s.today(), "NI"), true
	}),
	"thispart": anchored(func(s *scene, n *node) (moment, bool) {
		return inDay(s.today(), n.part()), true
	}),
	"nearpart": by("d", func(s *scene, n *node) moment { return inDay(s.near.shift(n.argInt()), n.part()) }),
	"theday": anchored(func(s *scene, n *node) (moment, bool) {
		if s.near != nil && s.near.grain == 'd' {
			return *s.near, true
		}
		return how(atDay(s.dct), "the article's date"), true
	}),
	"nextpart": by("d", func(s *scene, n *node) moment { return inDay(s.near.shift(1), n.part()) }),
	"clock": func(s *scene, n *node) (moment, bool) {
		d, minutes, zoned := moment{}, 0, false
		for _, k := range n.kids {
			if v, ok := k.one("ZONE"); ok {
				minutes, zoned = atoi(v), true
			}
			if k.op == "clock" || k.op == "none" { // an hour tells no day
				continue
			}
			if m, ok := s.mean(k); ok && m.grain == 'd' {
				d = m
			}
		}
		told := d.stretch()
		if !told {
			if !s.known {
				return moment{}, false
			}
			d = how(atDay(s.dct), "the article's date")
			if s.near != nil && s.near.grain == 'd' {
				d = *s.near
			}
		}
		h, ok := n.clock()
		if !ok {
			return moment{}, false
		}
		if zoned {
			d = s.inZone(d, h, minutes, told)
		}
		d.value = d.from.Format("2006-01-02") + "T" + h
		d.typ = "TIME"
		return d, true
	},
}

func (n *node) part() string {
	v, ok := n.one("PART")
	if !ok {
		v, _ = n.one("MIDPART")
	}
	return v
}

// inDay marks a part of a day. Its stretch stays the day: pages seldom agree
// on when an evening begins.
func inDay(d moment, part string) moment {
	if part != "" {
		d.value = d.from.Format("2006-01-02") + "T" + part
		d.typ = "TIME"
	}
	return d
}

// clock is the time of day n or an hour within it names, "15:04".
func (n *node) clock() (string, bool) {
	hour, minute, found := 0, 0, false
	half := n.arg // "8:30 tonight"
	var walk func(*node)
	walk = func(n *node) {
		if n.op == "none" || n.op == "wday" || n.op == "md" || n.op == "ymd" {
			return
		}
		for _, t := range n.took {
			switch t.class {
			case "NUM":
				hour, found = atoi(t.val), true
				if hour > 99 { // 1430 GMT
					hour, minute = hour/100, hour%100
				}
			case "CARD":
				if found {
					minute = atoi(t.val)
				} else {
					hour, found = atoi(t.val), true
				}
			case "CLOCK", "CLOCKP", "CLOCKW":
				h, m, _ := strings.Cut(t.val, ":")
				hour, minute, found = atoi(h), atoi(m), true
			case "HALF":
				half = t.val
			case "PART":
				if t.val != "MO" {
					half = "pm"
				}
			}
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	if half == "pm" && hour < 12 {
		hour += 12
	}
	if half == "am" && hour == 12 {
		hour = 0
	}
	return fmt.Sprintf("%02d:%02d", hour, minute), found && hour <= 24 && minute < 60
}

// stretches are the meanings that narrow or widen another.
var stretches = map[string]meaning{
	"mod": func(s *scene, n *node) (moment, bool) {
		m, ok := s.kid(n)
		if !ok {
			return m, false
		}
		v, _ := n.one("MOD")
		return third(m, v), true
	},
	"modstart": func(s *scene, n *node) (moment, bool) { m, ok := s.kid(n); return third(m, "START"), ok },
	"modmid":   func(s *scene, n *node) (moment, bool) { m, ok := s.kid(n); return third(m, "MID"), ok },
	"modend":   func(s *scene, n *node) (moment, bool) { m, ok := s.kid(n); return third(m, "END"), ok },
	"earlier": func(s *scene, n *node) (moment, bool) {
		m, ok := s.kid(n)
		if ok && s.known && m.from.Before(s.dct) && s.dct.Before(m.until) && m.grain != 'd' {
			m.until = s.dct.AddDate(0, 0, 1)
		}
		return m, ok
	},
	"later": func(s *scene, n *node) (moment, bool) {
		m, ok := s.kid(n)
		if ok && s.known && !m.from.After(s.dct) && s.dct.Before(m.until) && m.grain != 'd' {
			m.from = s.dct
		}
		return m, ok
	},
	"yearend": anchored(func(s *scene, n *node) (moment, bool) {
		if y := n.num("YEAR"); y > 0 {
			return atDay(time.Date(y, 12, 31, 0, 0, 0, 0, s.loc)), true
		}
		if s.tense == "past" && s.dct.Month() < 12 {
			return atDay(time.Date(s.dct.Year()-1, 12, 31, 0, 0, 0, 0, s.loc)), true
		}
		return atDay(time.Date(s.dct.Year(), 12, 31, 0, 0, 0, 0, s.loc)), true
	}),
	"yyrange": func(s *scene, n *node) (moment, bool) {
		var ys []int
		for _, t := range n.took {
			ys = append(ys, atoi(t.val))
		}
		if len(ys) != 2 {
			return moment{}, false
		}
		if ys[1] < 100 {
			ys[1] += ys[0] / 100 * 100
		}
		if ys[1] < ys[0] {
			return moment{}, false
		}
		return between(atYear(ys[0], s.loc), atYear(ys[1], s.loc)), true
	},
	"mdrange": func(s *scene, n *node) (moment, bool) { return s.dayRange(n) },
	"mmrange": func(s *scene, n *node) (moment, bool) { return s.dayRange(n) },
	"monthrange": func(s *scene, n *node) (moment, bool) {
		var mo []int
		for _, t := range n.took {
			if t.class == "MONTH" {
				mo = append(mo, atoi(t.val))
			}
		}
		y := n.num("YEAR")
		if m, ok := s.kid(n); ok {
			y = m.from.Year()
		}
		if y == 0 && !s.known || len(mo) != 2 {
			return moment{}, false
		}
		b := atMonth(max(1, y), mo[1], s.loc)
		if y == 0 {
			b = s.month(mo[1])
		}
		a := atMonth(b.from.Year(), mo[0], s.loc)
		if mo[0] > mo[1] { // "November-February 2021" begins in 2020
			a = a.shift(-12)
		}
		return between(a, b), true
	},
}

// third is the first, middle or last third of a stretch longer than a day.
func third(m moment, which string) moment {
	if !m.stretch() || m.grain == 'd' {
		return m
	}
	step := m.until.Sub(m.from) / 3
	step -= step % (24 * time.Hour)
	switch which {
	case "START":
		m.until = m.from.Add(step)
	case "MID":
		m.from, m.until = m.from.Add(step), m.until.Add(-step)
	case "END":
		m.from = m.until.Add(-step)
	}
	return m
}

// between is the stretch from the start of a to the end of b.
func between(a, b moment) moment {
	return moment{typ: "DATE", value: a.value + "/" + b.value, from: a.from, until: b.until, grain: 'r', how: a.how}
}

// dayRange is "June 20-22", "20 to 22 June 2021", "May 30 - June 2".
func (s *scene) dayRange(n *node) (moment, bool) {
	var mo, d []int
	year := 0
	for _, t := range n.took {
		switch t.class {
		case "MONTH":
			mo = append(mo, atoi(t.val))
		case "DAY":
			d = append(d, atoi(t.val))
		case "YEAR":
			year = atoi(t.val)
		}
	}
	if len(d) < 2 || len(mo) == 0 {
		return moment{}, false
	}
	d = []int{d[0], d[len(d)-1]}
	if len(mo) == 1 {
		mo = append(mo, mo[0])
	}
	at := func(i int) (moment, bool) {
		if year > 0 {
			return makeDay(year, mo[i], d[i], s.loc)
		}
		return s.monthDay(&node{took: []sense{{"MONTH", fmt.Sprint(mo[i])}, {"DAY", fmt.Sprint(d[i])}}}, -1)
	}
	a, ok1 := at(0)
	b, ok2 := at(1)
	if !ok1 || !ok2 || b.from.Before(a.from) {
		return moment{}, false
	}
	return between(a, b), true
}
