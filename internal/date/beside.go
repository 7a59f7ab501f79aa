package date

import (
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

// joints are the words that join a time to the one it takes its year or its
// end from: "in March and April 1998", "the year ended June 30".
var joints = map[string]bool{"and": true, "or": true, "to": true, "through": true, "until": true, "till": true, "-": true,
	"ended": true, "ending": true}

// joint parts the words of a Near that follow their time from the word that
// joins them: "to April 1998" -> "April 1998", "to".
func joint(near string) (words, by string) {
	if ts := lex(near, 0, len(near)); len(ts) > 1 && (joints[ts[0].word] || ts[0].word == ",") {
		return near[ts[1].start:], ts[0].word
	}
	return near, ""
}

// beside returns the words of the time that the one found at token i takes its
// year or end from: those that follow it with the word that joins them, or
// those joined to it from before; "" where it stands by itself.
func beside(text string, m *matcher, i int, found match, out []stemma.When) string {
	ts, j := m.ts, found.end
	yearless := bare(found.node)
	if j+1 < len(ts) && joints[ts[j].word] {
		ends := ts[j].word == "ended" || ts[j].word == "ending"
		if ends && lasting(found.node) || !ends && yearless {
			if k := skipOn(ts, j+1); k < len(ts) {
				if next, ok := m.best(k); ok && (ends && named(next.node) != "" || !ends && dated(next.node)) {
					return text[ts[j].start:ts[next.end-1].end]
				}
			}
		}
	}
	if len(out) == 0 || !yearless || i < 2 {
		return ""
	}
	last := &out[len(out)-1]
	k := i - 1
	if ts[k].word == "on" || ts[k].word == "in" {
		k--
	}
	if k < 1 || !joints[ts[k].word] {
		return ""
	}
	if k--; ts[k].word == "," && ts[k].end > last.End {
		k--
	}
	if k >= 0 && ts[k].end == last.End && hasYear(last.Text) {
		return last.Text
	}
	return ""
}

// printed is the last day printed with its year, where no time counted from the
// article's date came between.
type printed struct {
	words string
	end   int
}

// printedReach is how far on, in bytes, a day may take its year from it.
const printedReach = 400

// see takes note of the time w that n reads.
func (p *printed) see(n *node, w *stemma.When) {
	switch op := named(n); {
	case op == "ymd" && only(n, "ymd"):
		*p = printed{w.Text, w.End}
	case op == "md" && p.words != "" && w.Near != "":
		p.end = w.End
	case op != "" || deictic(n):
		*p = printed{}
	}
}

// year is the words a day without a year, which n reads, goes on from in a
// telling of what is past, after a comma: "It sailed on April 10, 1912. At
// noon on | April 14 | it sank."
func (p *printed) year(n *node, w *stemma.When) string {
	if p.words == "" || named(n) != "md" || w.Tense != "past" || w.Start-p.end > printedReach {
		return ""
	}
	return ", " + p.words
}

// goesOn reports whether m is the day meant of a telling that goes on from the
// day printed before it: no more than two months after that, while the one
// nearest to the article's date lies further off than that.
func (s *scene) goesOn(m moment) bool {
	const months = 62 * 24 * time.Hour
	near, ok := s.monthDay(&node{took: []sense{{"MONTH", m.from.Format("1")}, {"DAY", m.from.Format("2")}}}, -1)
	return ok && s.near.grain == 'd' && m.from.Sub(s.near.from) <= months && near.from.Sub(s.dct).Abs() > months
}

// skipOn is k, or the token after an "on" or "in" there.
func skipOn(ts []token, k int) int {
	if ts[k].word == "on" || ts[k].word == "in" {
		k++
	}
	return k
}

// bare reports whether n names a month or a day of one, without a year.
func bare(n *node) bool { return only(n, "m", "md") }

// dated reports whether n names a month or day with its year.
func dated(n *node) bool { return only(n, "my", "ymd") }

// lasting reports whether n is a length, or "the year", "the quarter".
func lasting(n *node) bool {
	return only(n, "amount", "theyear", "theweek", "fiscalyear", "qthis", "theq")
}

// only reports whether n means one of ops, under rules that add nothing.
func only(n *node, ops ...string) bool {
	for n.op == "same" && len(n.kids) == 1 {
		n = n.kids[0]
	}
	for _, op := range ops {
		if n.op == op {
			return true
		}
	}
	return false
}

func hasYear(words string) bool {
	ts := lex(words, 0, len(words))
	for i := range ts {
		if _, ok := ts[i].sense("YEAR"); ok {
			return true
		}
	}
	return false
}

// lent is m in the year the time beside it gives: in "November and February
// 1998" that of the year before, in "from November 1998 to February" that of
// the next.
func (s *scene) lent(in func(year int) (moment, bool)) (moment, bool) {
	if s.near == nil || !strings.ContainsRune("dm", rune(s.near.grain)) {
		return moment{}, false
	}
	y := s.near.from.Year()
	m, ok := in(y)
	if ok && s.joint != "" && s.joint != "," && m.from.After(s.near.from) {
		m, ok = in(y - 1)
	} else if ok && (s.joint == "" || s.joint == ",") && m.from.Before(s.near.from) {
		m, ok = in(y + 1)
	}
	if s.joint == "," && ok && !s.goesOn(m) {
		return moment{}, false
	}
	return how(m, "year of the time named beside it"), ok
}

// ended is the stretch of a length that ends with the time beside it: "the
// nine months ended Sept. 30".
func (s *scene) ended(m moment, a amount) moment {
	if s.near == nil || s.joint != "ended" && s.joint != "ending" || a.n == 0 {
		return m
	}
	m.until = s.near.until
	m.from = a.from(m.until, -1)
	if a.unit == "M" || a.unit == "Q" || a.unit == "Y" { // months end on days of differing number
		d := m.until.AddDate(0, 0, -1)
		first := time.Date(d.Year(), d.Month(), 1, 0, 0, 0, 0, s.loc)
		if m.until.Day() == 1 {
			m.from = a.from(first.AddDate(0, 1, 0), -1)
		}
	}
	m.how = "a length that ends with the time named after it"
	return m
}
