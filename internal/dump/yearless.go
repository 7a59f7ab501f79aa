package dump

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// yearless is a day that the head of a dispatch or its dateline prints without
// its year: "20:15 | Lisbon, March 4.", "LISBON, March 4 (Agency) - ...".
type yearless struct {
	stamp    when.Stamp
	from, to int // bytes of the dump
	where    string
}

// yearless finds such a day above the body, else in its dateline.
func (r *reader) yearless(t heading, first int) (y yearless, ok bool) {
	for i := max(0, t.line-6, first-14); i <= first; i++ {
		l := &r.ls[i]
		if i == first || r.role[i] == block.Related || l.Words > 12 {
			continue
		}
		for _, st := range l.Stamps {
			if st.Year == 0 && st.Month > 0 && st.Day > 0 && !st.Ago {
				return yearless{st, l.Start + st.Start, l.Start + st.End, "line"}, true
			}
		}
	}
	l := &r.ls[first]
	if d, ok := readDateline(l.S); ok && d.stamp != nil && d.stamp.Year == 0 && !d.stamp.Ago {
		return yearless{*d.stamp, l.Start + d.stamp.Start, l.Start + d.stamp.End, "dateline"}, true
	}
	return y, false
}

// settleYear fills MayBe with the days y may be: those of the years in which
// the weekday the first sentences name is that day or the one before it. If one
// of them is of the year of the page's copyright, the article was published
// then; without a weekday that year is only the likeliest.
func (r *reader) settleYear(a *stemma.Article, y yearless) {
	st := y.stamp
	text := r.text.S[y.from:y.to]
	weekday := st.Weekday
	if weekday < 0 {
		weekday = weekdayOf(a)
	}
	own := r.ownYear()
	how := "printed without a year"
	if weekday >= 0 {
		how = "printed without a year; in these the weekday fits that the page names"
	}
	for year := when.LastYear; year >= when.FirstYear; year-- {
		st.Year = year
		if !exists(st) {
			continue
		}
		from, until, zone := st.Range()
		w := int(from.Weekday())
		if weekday >= 0 && w != weekday && (st.Weekday >= 0 || (w+6)%7 != weekday) || r.c.At != nil && from.After(*r.c.At) {
			continue
		}
		d := stemma.Date{From: from.UTC(), Until: until.UTC(), Text: text, How: how, Zone: zone}
		if year != own {
			a.MayBe = append(a.MayBe, d)
			continue
		}
		if weekday >= 0 {
			d.How = "printed without a year; that of the copyright, in which the weekday fits"
			a.Published, a.MayBe = &d, nil
			break
		}
		a.MayBe = append([]stemma.Date{d}, a.MayBe...)
	}
	r.candidate(a, "published", text, y.where, y.from, y.to, a.Published != nil, "no year is printed beside it")
}

// weekdayOf is the weekday the first two paragraphs of a name first, -1 where
// they name none or several.
func weekdayOf(a *stemma.Article) int {
	found := -1
	for _, p := range a.Paragraphs[:min(2, len(a.Paragraphs))] {
		for _, w := range strings.FieldsFunc(a.Text[p.Start:p.End], func(r rune) bool { return strings.ContainsRune(block.Space+".,;:()\"“”", r) }) {
			if d, ok := when.Weekday(w); ok {
				if found >= 0 && d != found {
					return -1
				}
				found = d
			}
		}
		if found >= 0 {
			return found
		}
	}
	return found
}

// ownYear is the last year of the page's line of copyright, 0 where none is
// printed: 2024 of "© 1997-2024 Harbour Times".
func (r *reader) ownYear() int {
	year := 0
	for i := range r.ls {
		s := r.ls[i].S
		low := strings.ToLower(s)
		if len(s) > 300 || !strings.Contains(s, "©") && !strings.Contains(low, "copyright") && !strings.Contains(low, "(c) ") {
			continue
		}
		for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' }) {
			if n, err := strconv.Atoi(f); err == nil && len(f) == 4 && n >= when.FirstYear && n <= when.LastYear {
				year = max(year, n)
			}
		}
	}
	return year
}

// addressDay reads the day out of the addresses the page prints, if all of them
// that hold one hold the same: ".../2019/05/14/ferry-sinks".
func (r *reader) addressDay(a *stemma.Article) bool {
	var day *stemma.Date
	from := 0
	for i := range r.ls {
		d, off := dayIn(r.ls[i].S)
		if d == nil {
			continue
		}
		if day != nil && !d.From.Equal(day.From) {
			return false
		}
		day, from = d, r.ls[i].Start+off
	}
	if day == nil {
		return false
	}
	a.Published = day
	r.candidate(a, "published", day.Text, "url", from, from+len(day.Text), true, "the page's address holds it")
	return true
}

// dayIn finds the day an address in s holds, and where; nil where it holds none.
func dayIn(s string) (d *stemma.Date, off int) {
	st, off, n := stampIn(s)
	if n == 0 {
		return nil, 0
	}
	d = dateOf(st, s[off:off+n])
	d.How = "the day in the page's address"
	return d, off
}

// stampIn finds that day, n bytes from off on; n is 0 where there is none.
func stampIn(s string) (st when.Stamp, off, n int) {
	off = strings.Index(s, "://")
	if off < 0 {
		return st, 0, 0
	}
	parts := strings.Split(s[off:], "/")
	for k := 0; k+3 < len(parts); k++ {
		if st, ok := pathDay(parts[k : k+3]); ok {
			return st, off, len(strings.Join(parts[k:k+3], "/"))
		}
		off += len(parts[k]) + 1
	}
	if m := slugDay.FindStringSubmatchIndex(s); m != nil {
		if st, ok := pathDay([]string{s[m[2]:m[3]], s[m[4]:m[5]], s[m[6]:m[7]]}); ok {
			return st, m[2], m[7] - m[2]
		}
	}
	return st, 0, 0
}

// slugDay is a day in one part of an address: "/ferry-sinks-20190514-story.html".
var slugDay = regexp.MustCompile(`://[^\s?#]*[/_-]((?:19|20)\d\d)[_-]?(\d\d)[_-]?(\d\d)(?:[/_.-]|$)`)

// pathDay reads "2019", "05", "14".
func pathDay(p []string) (st when.Stamp, ok bool) {
	y, err := strconv.Atoi(p[0])
	m, err2 := strconv.Atoi(p[1])
	d, err3 := strconv.Atoi(p[2])
	if err != nil || err2 != nil || err3 != nil || len(p[0]) != 4 || len(p[1]) > 2 || len(p[2]) > 2 || y < when.FirstYear || y > when.LastYear || m < 1 || m > 12 || d < 1 {
		return st, false
	}
	st = when.Stamp{Year: y, Month: m, Day: d, Weekday: -1}
	return st, exists(st)
}

// mayBe finds the days a page without a printed date may be of: the latest day
// its text names with its weekday, in each year in which all such days of the
// text have their weekdays.
func (r *reader) mayBe(a *stemma.Article) {
	type pair struct{ month, day, weekday, from, to int }
	var ps []pair
	for i := range r.ls {
		if r.role[i] != block.Body {
			continue
		}
		l := &r.ls[i]
		for _, st := range when.Find(l.S) {
			if st.Year == 0 && st.Day > 0 && st.Month > 0 && st.Weekday >= 0 {
				ps = append(ps, pair{st.Month, st.Day, st.Weekday, l.Start + st.Start, l.Start + st.End})
			}
		}
	}
	if len(ps) == 0 {
		return
	}
	latest := ps[0]
	for _, p := range ps[1:] {
		if p.month > latest.month || p.month == latest.month && p.day > latest.day {
			latest = p
		}
	}
	for _, t := range when.Years(latest.month, latest.day, latest.weekday) {
		fits := true
		for _, p := range ps {
			u := time.Date(t.Year(), time.Month(p.month), p.day, 0, 0, 0, 0, time.UTC)
			fits = fits && int(u.Weekday()) == p.weekday
		}
		if fits && (r.c.At == nil || !t.After(*r.c.At)) {
			a.MayBe = append(a.MayBe, stemma.Date{From: t, Until: t.AddDate(0, 0, 1), Text: r.text.S[latest.from:latest.to], How: "a weekday and a day of the month, without a year; the latest the text says so of", Zone: "UTC"})
		}
	}
	// The latest year first: coverage is kept of what is recent.
	for i, j := 0, len(a.MayBe)-1; i < j; i, j = i+1, j-1 {
		a.MayBe[i], a.MayBe[j] = a.MayBe[j], a.MayBe[i]
	}
	r.candidate(a, "published", r.text.S[latest.from:latest.to], "text", latest.from, latest.to, false, "no year is printed on the page")
}
