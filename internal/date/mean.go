package date

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// scene is what an expression is resolved against.
type scene struct {
	dct   time.Time // midnight of the article's day
	known bool      // dct is known
	zoned bool      // and the zone of its clock
	// evening is that the article came out at its outlet's evening.
	evening bool
	loc     *time.Location
	tense   string
	order   Order
	near    *moment // the time spoken of just before, or beside
	joint   string  // the word that joins near to what it follows
	// length is the one spoken of before, where no time is: "the nine months".
	length *moment
}

// meaning works out what a node means; false where it cannot be told.
type meaning func(s *scene, n *node) (moment, bool)

// meanings is filled by init: the meanings of symbols call each other.
var meanings map[string]meaning

func init() {
	meanings = map[string]meaning{}
	for _, part := range []map[string]meaning{days, calendars, bigs, parts, stretches, amounts} {
		for k, f := range part {
			meanings[k] = f
		}
	}
}

func (s *scene) mean(n *node) (moment, bool) {
	f := meanings[n.op]
	if f == nil {
		panic("internal error: grammar of times: no meaning " + n.op)
	}
	return f(s, n)
}

// same is the meaning of the last symbol within, or of the only one: in
// "Tuesday, June 22" the weekday may choose the year.
func same(s *scene, n *node) (moment, bool) {
	if len(n.kids) == 0 {
		return moment{}, false
	}
	k := n.kids[len(n.kids)-1]
	for _, class := range []string{"WDAY", "WD"} {
		if w, ok := n.one(class); ok && k.op == "md" {
			if m, ok := s.monthDay(k, atoi(w)); ok {
				return m, true
			}
		}
	}
	return s.mean(k)
}

// kid is the meaning of the only symbol within.
func (s *scene) kid(n *node) (moment, bool) {
	for _, k := range n.kids {
		if m, ok := s.mean(k); ok {
			return m, true
		}
	}
	return moment{}, false
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

func (n *node) num(classes ...string) int {
	for _, c := range classes {
		if v, ok := n.one(c); ok {
			return atoi(v)
		}
	}
	return 0
}

func (n *node) argInt() int { return atoi(n.arg) }

// days are the meanings that name a day.
var days = map[string]meaning{
	"same": func(s *scene, n *node) (moment, bool) { return same(s, n) },
	"none": func(*scene, *node) (moment, bool) { return moment{}, false },
	"ymd": func(s *scene, n *node) (moment, bool) {
		if v, ok := n.one("DATE"); ok {
			return s.numeric(v)
		}
		return makeDay(n.num("YEAR"), n.num("MONTH"), n.num("DAY", "ORD"), s.loc)
	},
	"md": func(s *scene, n *node) (moment, bool) {
		if m, ok := s.lent(func(y int) (moment, bool) { return makeDay(y, n.num("MONTH"), n.num("DAY", "ORD"), s.loc) }); ok {
			return m, ok
		}
		return s.monthDay(n, -1)
	},
	"mdy": func(s *scene, n *node) (moment, bool) {
		y, ok := s.kid(n)
		if !ok {
			return moment{}, false
		}
		return makeDay(y.from.Year(), n.num("MONTH"), n.num("DAY"), s.loc)
	},
	"wday": func(s *scene, n *node) (moment, bool) {
		if !s.known {
			return moment{}, false
		}
		return s.weekday(n.num("WDAY", "WD")), true
	},
	"thiswday": func(s *scene, n *node) (moment, bool) { // "this Tuesday" is to come, unless it was
		if !s.known {
			return moment{}, false
		}
		t := *s
		if t.tense != "past" {
			t.tense = "future"
		}
		return t.weekday(n.num("WDAY")), true
	},
	// "one Tuesday", "a recent Friday night": nobody knows which
	"anywday": func(_ *scene, n *node) (moment, bool) { return whichWeekday(n), true },
	"thatwday": func(s *scene, n *node) (moment, bool) { // of the week of the day named before it
		if s.near == nil || s.near.grain != 'd' {
			return whichWeekday(n), true
		}
		d := atWeek(s.near.from).from.AddDate(0, 0, (n.num("WDAY")+6)%7)
		return how(inDay(atDay(d), n.part()), "counted from the day named before it"), true
	},
	"dayfrom": func(s *scene, n *node) (moment, bool) {
		d, ok := s.kid(n)
		return how(d.shift(n.argInt()), d.how), ok && d.grain == 'd'
	},
	"amountfrom": func(s *scene, n *node) (moment, bool) { // "a week from Friday", "two days before Christmas"
		if len(n.kids) != 2 {
			return moment{}, false
		}
		a, ok := length(n.kids[0])
		t := *s
		if n.kids[1].op == "wday" {
			t.tense = map[string]string{"1": "future", "-1": "past"}[n.arg]
		}
		d, ok2 := t.mean(n.kids[1])
		if !ok || !ok2 || d.grain != 'd' || a.n == 0 || strings.HasPrefix(a.unit, "T") {
			return moment{}, false
		}
		return how(atDay(a.from(d.from, n.argInt())), d.how), true
	},
	"mdnext": anchored(func(s *scene, n *node) (moment, bool) {
		m, ok := makeDay(s.dct.Year(), n.num("MONTH"), n.num("DAY"), s.loc)
		if ok && !m.from.After(s.dct) {
			m, ok = makeDay(s.dct.Year()+1, n.num("MONTH"), n.num("DAY"), s.loc)
		}
		return m, ok
	}),
	"lastwday": func(s *scene, n *node) (moment, bool) {
		return s.day(-1, n, "the one before the article's date")
	},
	"nextwday": func(s *scene, n *node) (moment, bool) {
		return s.day(+1, n, "the one after the article's date")
	},
	"nearwday":  func(s *scene, n *node) (moment, bool) { return s.nearWeekday(n, +1) },
	"nearwdayb": func(s *scene, n *node) (moment, bool) { return s.nearWeekday(n, -1) },
	"wdayof": func(s *scene, n *node) (moment, bool) {
		w, ok := s.kid(n)
		if !ok {
			return moment{}, false
		}
		return how(atDay(w.from.AddDate(0, 0, (n.num("WDAY")+6)%7)), "weekday of a week counted from the article's date"), true
	},
	"wdayth": anchored(func(s *scene, n *node) (moment, bool) { // "Friday the 13th"
		first := atMonth(s.dct.Year(), int(s.dct.Month()), s.loc).from
		for _, k := range []int{0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6} {
			t := first.AddDate(0, k, 0)
			m, ok := makeDay(t.Year(), int(t.Month()), n.num("ORDN"), s.loc)
			if ok && int(m.from.Weekday()) == n.num("WDAY") && (s.tense != "past" || !m.from.After(s.dct)) {
				return how(m, "month by the weekday, nearest to the article's date"), true
			}
		}
		return moment{}, false
	}),
	"nthwday": func(s *scene, n *node) (moment, bool) {
		m, ok := s.kid(n)
		k := n.num("ORD")
		if n.arg != "" {
			k = -1
		}
		if !ok || m.grain != 'm' || k == 0 || k > 5 {
			return moment{}, false
		}
		d := atDay(nth(m.from.Year(), int(m.from.Month()), time.Weekday(n.num("WDAY")), k, s.loc))
		return how(d, m.how), m.from.Month() == d.from.Month()
	},
	"dayof": func(s *scene, n *node) (moment, bool) {
		m, ok := s.kid(n)
		if !ok || !m.stretch() {
			return moment{}, false
		}
		d := m.from.AddDate(0, 0, n.num("ORD")-1)
		if n.arg != "" {
			d = m.until.AddDate(0, 0, -1)
		}
		return how(atDay(d), m.how), d.Before(m.until)
	},
	"weekagoday": func(s *scene, n *node) (moment, bool) {
		m, ok := s.day(-1, n, "a week before the weekday before the article's date")
		return m.shift(-7), ok
	},
	"fixed": func(s *scene, n *node) (moment, bool) { // a day with a name of its own
		m, ok := s.numeric(n.arg)
		return how(m, "the day of that name"), ok && (!s.known || m.from.Before(s.dct))
	},
	"dayth": anchored(func(s *scene, n *node) (moment, bool) { // "the 15th": of the month before or after
		first := atMonth(s.dct.Year(), int(s.dct.Month()), s.loc).from
		for _, k := range []int{0, -1, -2} {
			if s.tense == "future" {
				k = -k
			}
			t := first.AddDate(0, k, 0)
			m, ok := makeDay(t.Year(), int(t.Month()), n.num("ORDN"), s.loc)
			if ok && (m.from.Equal(s.dct) || m.from.After(s.dct) == (s.tense == "future")) {
				return how(m, "month nearest to the article's date"), true
			}
		}
		return moment{}, false
	}),
	"shiftday": func(s *scene, n *node) (moment, bool) {
		if s.near == nil && !s.known {
			return moment{}, false
		}
		d := s.today()
		return how(d.shift(n.argInt()), d.how), true
	},
	"nearday": func(s *scene, n *node) (moment, bool) {
		if s.near == nil || s.near.grain != 'd' {
			return moment{}, false
		}
		return how(s.near.shift(n.argInt()), "counted from the day named before it"), true
	},
}

// today is the article's day; of what is said in a quotation, and of "the
// morning", the day named beside it.
func (s *scene) today() moment {
	if s.near != nil && s.near.grain == 'd' {
		return how(atDay(s.near.from), "counted from the day named beside it")
	}
	return how(atDay(s.dct), "counted from the article's date")
}

// whichWeekday is a weekday of a week nobody tells.
func whichWeekday(n *node) moment {
	v := fmt.Sprintf("XXXX-WXX-%d", (n.num("WDAY")+6)%7+1)
	if p := n.part(); p != "" {
		v += "T" + p
	}
	return moment{typ: "DATE", value: v, how: "not told"}
}

func how(m moment, h string) moment { m.how = h; return m }

// weekday is the day of that name: on or before the article's date in the past
// and where no tense is told, on or after it in the future. Tomorrow's
// weekday is tomorrow's in the past too where an evening's article names it:
// the clock where it happened was ahead.
func (s *scene) weekday(w int) moment {
	back := (int(s.dct.Weekday()) - w + 7) % 7
	if s.tense == "future" {
		ahead := (7 - back) % 7
		return how(atDay(s.dct.AddDate(0, 0, ahead)), "weekday on or after the article's date")
	}
	if back == 6 && s.evening {
		return how(atDay(s.dct.AddDate(0, 0, 1)), "weekday of the day after the article's date, by the clock of the place")
	}
	return how(atDay(s.dct.AddDate(0, 0, -back)), "weekday on or before the article's date")
}

// day is the weekday n names strictly before (-1) or after (+1) the date.
func (s *scene) day(way int, n *node, why string) (moment, bool) {
	if !s.known {
		return moment{}, false
	}
	d := (n.num("WDAY") - int(s.dct.Weekday()) + 7) % 7
	if way < 0 {
		d -= 7
	} else if d == 0 {
		d = 7
	}
	return how(atDay(s.dct.AddDate(0, 0, d)), "weekday: "+why), true
}

func (s *scene) nearWeekday(n *node, way int) (moment, bool) {
	if s.near == nil || s.near.grain != 'd' {
		return moment{}, false
	}
	t := *s
	t.dct, t.known = s.near.from, true
	return t.day(way, n, "counted from the day named before it")
}

// monthDay is a day without a year: the year in which it falls on weekday w
// (when w >= 0) or lies nearest to the article's date; the past one where the
// clause is in the past, the coming one where it is in the future.
func (s *scene) monthDay(n *node, w int) (moment, bool) {
	if !s.known {
		return moment{}, false
	}
	mo, d := n.num("MONTH"), n.num("DAY", "ORD")
	var best moment
	found, bestGap := false, time.Duration(0)
	for _, off := range []int{0, -1, 1, -2, -3, 2, -4, 4, -8, 8} {
		m, ok := makeDay(s.dct.Year()+off, mo, d, s.loc)
		if !ok || w >= 0 && int(m.from.Weekday()) != w || w < 0 && (off < -1 || off > 1) && (mo != 2 || d != 29) {
			continue
		}
		gap := m.from.Sub(s.dct)
		if s.tense == "past" && gap > 24*time.Hour && w < 0 {
			gap *= 4 // the past is likelier
		}
		if s.tense == "future" && gap < 0 && w < 0 {
			gap *= 5
		}
		gap = gap.Abs()
		if !found || gap < bestGap {
			best, bestGap, found = m, gap, true
		}
	}
	if w >= 0 {
		return how(best, "year by the weekday, nearest to the article's date"), found
	}
	return how(best, "year nearest to the article's date"), found
}

// numeric reads a date in digits. Where both of the first two numbers can be a
// month, the article's order tells; where that is not known the day stands
// first, but not before a two-digit year: 06/05/21 is written by Americans more
// than by others, 06/05/2021 and 06.05.2021 less.
func (s *scene) numeric(v string) (moment, bool) {
	p := strings.FieldsFunc(v, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(p) != 3 {
		return moment{}, false
	}
	day, month, year := atoi(p[0]), atoi(p[1]), atoi(p[2])
	if len(p[0]) == 4 {
		return makeDay(day, month, year, s.loc)
	}
	open := day <= 12 && month <= 12 && day != month && v[len(p[0])] == '/'
	if len(p[2]) == 2 {
		year = fullYear(year)
	}
	swap := s.order == MonthFirst || s.order == AnyOrder && len(p[2]) == 2
	if month > 12 || open && swap {
		day, month = month, day
	}
	m, ok := makeDay(year, month, day, s.loc)
	if open && s.order == AnyOrder {
		m.how = "printed; day and month could be read the other way round"
	}
	return m, ok
}

// fullYear is the year two digits mean after an apostrophe: the last such year,
// or one up to ten years after the article.
func (s *scene) fullYear(yy int) int {
	if !s.known {
		return fullYear(yy)
	}
	y := s.dct.Year()/100*100 + yy
	if y > s.dct.Year()+10 {
		y -= 100
	} else if y+100 <= s.dct.Year()+10 {
		y += 100
	}
	return y
}

// fullYear is the year two digits mean: 69 and under are of this century.
func fullYear(yy int) int {
	if yy < 70 {
		return 2000 + yy
	}
	return 1900 + yy
}
