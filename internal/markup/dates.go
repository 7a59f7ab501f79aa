package markup

import (
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// machine reads a time as programs write it: "2021-06-22T14:05:00+02:00",
// "2021-06-22", "20210622", "Tue, 22 Jun 2021 14:05:00 GMT", or the seconds
// or milliseconds since 1970.
func machine(s string) (*stemma.Date, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 8 || !machineLike(s) {
		return nil, false
	}
	t := strings.Replace(s, " ", "T", 1)
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05.999Z0700", "2006-01-02T15:04:05T-07:00", "2006-01-02T15:04:05TZ07:00"} {
		if at, err := time.Parse(layout, t); err == nil {
			zone := at.Format("-07:00")
			if zone == "+00:00" {
				zone, at = "UTC", at.UTC()
			}
			return moment(at, zone, s), plausible(at)
		}
	}
	for _, layout := range []string{time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC} {
		if at, err := time.Parse(layout, s); err == nil {
			return moment(at, "UTC", s), plausible(at)
		}
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04:05.999", "2006-01-02T15:04", "2006/01/02T15:04:05", "20060102T150405"} {
		if at, err := time.Parse(layout, t); err == nil {
			return moment(at, "UTC", s), plausible(at)
		}
	}
	if len(t) > 16 && t[10] == 'T' && t[13] == ':' { // "2022-01-10T22:06:08:684Z"
		if at, err := time.Parse("2006-01-02T15:04", t[:16]); err == nil && strings.HasSuffix(t, "Z") {
			return moment(at, "UTC", s), plausible(at)
		}
	}
	for _, layout := range []string{"2006-01-02", "20060102", "2006/01/02", "2006-1-2"} {
		if at, err := time.Parse(layout, s); err == nil {
			return &stemma.Date{From: at, Until: at.AddDate(0, 0, 1), Text: s, How: "printed", Zone: "UTC"}, plausible(at)
		}
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && (len(s) == 10 || len(s) == 13) {
		if len(s) == 13 {
			n /= 1000
		}
		at := time.Unix(n, 0).UTC()
		return moment(at, "UTC", s), plausible(at)
	}
	return nil, false
}

// machineLike reports whether s begins as a time that programs write: with a
// year and a mark, eight digits or more, or the name of a weekday. Most of what
// pages print does not, and trying the layouts takes time.
func machineLike(s string) bool {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	switch n {
	case 0:
		switch s[:3] {
		case "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun":
			return true
		}
		return false
	case 4:
		return s[4] == '-' || s[4] == '/'
	}
	return n >= 8
}

func moment(at time.Time, zone, text string) *stemma.Date {
	return &stemma.Date{From: at, Until: at.Add(time.Minute), Text: text, How: "printed", Zone: zone}
}

// plausible reports whether a page of the web may be of a time.
func plausible(t time.Time) bool { return t.Year() >= when.FirstYear-5 && t.Year() <= when.LastYear }

// dateOf reads the first whole date of s, printed for machines or for people.
// now resolves "3 hours ago"; it is nil where nobody says when a page was
// captured.
func dateOf(s string, now *time.Time) (*stemma.Date, bool) {
	if d, ok := machine(s); ok {
		return d, true
	}
	for _, st := range when.Find(s) {
		if st.Ago && now != nil {
			from, until := st.Before(now.UTC())
			return &stemma.Date{From: from, Until: until, Text: s[st.Start:st.End], How: "counted back from the capture", Zone: "UTC"}, plausible(from)
		}
		if !st.Whole() {
			continue
		}
		from, until, zone := st.Range()
		if from.Day() != st.Day || !plausible(from) { // the 31st of June
			continue
		}
		return &stemma.Date{From: from, Until: until, Text: s[st.Start:st.End], How: "printed", Zone: zone}, true
	}
	return nil, false
}

// urlDate is the day an address names: ".../2021/06/22/title.html",
// ".../2021-06-22-title", ".../20210622_title".
func urlDate(url string) (*stemma.Date, bool) {
	if i := strings.Index(url, "://"); i >= 0 {
		url = url[i+3:]
	}
	if strings.HasPrefix(url, "web.archive.org/web/") { // the time of the copy
		if i := strings.Index(url[20:], "/"); i >= 0 {
			url = url[20+i+1:]
		}
	}
	i := strings.IndexByte(url, '/')
	if i < 0 {
		return nil, false
	}
	for ; i+8 < len(url); i++ {
		if isDigit(url[i]) || !isDigit(url[i+1]) {
			continue
		}
		s := url[i+1:]
		if d, ok := dayFirst(s); ok {
			return d, true
		}
		y, n := digits(s, 4)
		if n != 4 || y < when.FirstYear || y > when.LastYear || len(s) < 8 {
			continue
		}
		sep, s := s[4], s[4:]
		if isDigit(sep) {
			if m, n := digits(s, 8); n == 4 && day(y, m/100, m%100) {
				return dayDate(y, m/100, m%100, url), true
			}
			continue
		}
		if sep != '/' && sep != '-' && sep != '_' && sep != '.' {
			continue
		}
		m, n := digits(s[1:], 2)
		if n == 0 && len(s) > 6 && s[4] == sep { // ".../2021/jun/22/title"
			if st := when.Find("1 " + s[1:4] + " 2000"); len(st) == 1 && st[0].Whole() {
				m, n = st[0].Month, 3
			}
		}
		if n == 0 || 1+n >= len(s) || s[1+n] != sep {
			continue
		}
		d, k := digits(s[2+n:], 3)
		if (k == 1 || k == 2) && day(y, m, d) {
			return dayDate(y, m, d, url), true
		}
	}
	return nil, false
}

// dayFirst reads "22-06-2021" or "22.06.2021" at the start of s.
func dayFirst(s string) (*stemma.Date, bool) {
	if len(s) < 10 || s[2] != s[5] || s[2] != '-' && s[2] != '.' && s[2] != '/' && s[2] != '_' || len(s) > 10 && isDigit(s[10]) {
		return nil, false
	}
	d, n := digits(s, 2)
	m, k := digits(s[3:], 2)
	y, l := digits(s[6:], 4)
	if n != 2 || k != 2 || l != 4 || y < when.FirstYear || y > when.LastYear || !day(y, m, d) {
		return nil, false
	}
	return dayDate(y, m, d, s), true
}

func dayDate(y, m, d int, text string) *stemma.Date {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return &stemma.Date{From: t, Until: t.AddDate(0, 0, 1), Text: "", How: "in the address " + text, Zone: "UTC"}
}

func day(y, m, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() == d
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// digits reads up to most digits.
func digits(s string, most int) (v, n int) {
	for n < len(s) && n < most && isDigit(s[n]) {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, n
}

// dates picks the published and modified times among all readings.
func (r *reader) dates(a *stemma.Article, chosen map[int]string) {
	a.Published = r.exact(r.likelier(r.trustedDate(chosen), chosen), chosen)
	a.Modified = r.pickDate("modified", 40, chosen)
	if a.Published == nil && a.Modified != nil {
		d := *a.Modified
		d.How += "; the page prints when it was changed only"
		a.Published = &d
	}
}

// exact is the time of day d that the most trusted place with one gives, d where
// none does: "4 May 2019" printed beside datetime="2019-05-04T09:30:00+02:00".
func (r *reader) exact(d *stemma.Date, chosen map[int]string) *stemma.Date {
	if d == nil || d.Until.Sub(d.From) != 24*time.Hour {
		return d
	}
	best, at := d, -1
	for i, x := range r.about.readings {
		if x.field != "published" || x.rank > 60 || at >= 0 && x.rank >= r.about.readings[at].rank {
			continue
		}
		if e, ok := dateOf(x.value, nil); ok && e.Until.Sub(e.From) <= time.Hour && e.From.Format("2006-01-02 15:04") > d.From.Format("2006-01-02")+" 00:00" && e.From.Format("2006-01-02") == d.From.Format("2006-01-02") {
			best, at = e, i
		}
	}
	if at >= 0 {
		chosen[at] = "the time on the day chosen"
	}
	return best
}

// trustedDate is the time of publication that the most trusted place gives.
func (r *reader) trustedDate(chosen map[int]string) *stemma.Date {
	r.printedDates()
	if d, ok := urlDate(r.url()); ok {
		r.about.add("published", d.From.Format("2006-01-02"), "url", span{}, 22)
	}
	d := r.pickDate("published", 95, chosen)
	if d == nil {
		r.lastResorts()
		d = r.pickDate("published", 100, chosen)
	}
	r.ownDay(d)
	return d
}

// url is the page's address, as captured or as the page says.
func (r *reader) url() string {
	if r.capture.URL != "" {
		return r.capture.URL
	}
	best := reading{rank: 1000}
	for _, x := range r.about.readings {
		if x.field == "canonical" && x.rank < best.rank {
			best = x
		}
	}
	return best.value
}

func (r *reader) pickDate(field string, worst int, chosen map[int]string) *stemma.Date {
	var order []int
	for i, x := range r.about.readings {
		if x.field == field && x.rank <= worst {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		return r.about.readings[order[i]].rank < r.about.readings[order[j]].rank
	})
	for _, i := range order {
		x := &r.about.readings[i]
		d, ok := dateOf(x.value, r.capture.At)
		if !ok || r.capture.At != nil && d.From.After(r.capture.At.AddDate(0, 0, 2)) {
			continue
		}
		if x.where == "url" {
			d.Text, d.How = "", "in the page's address"
		}
		if field == "published" {
			if j, e, why := r.rather(i, d); j >= 0 {
				chosen[j] = why
				return e
			}
		}
		chosen[i] = "the most trusted place that gives a whole date"
		return d
	}
	return nil
}

// printedDates adds the dates printed between the title and the first words of
// the body, just after the body, and, with least trust, elsewhere.
func (r *reader) printedDates() {
	top := max(r.title, 0)
	last := -1
	if len(r.body) > 0 {
		last = r.body[len(r.body)-1]
	}
	for i := range r.blocks {
		b := &r.blocks[i]
		if b.text.len() > 400 && i != r.first || b.text.len() < 6 {
			continue
		}
		if b.text.len() > 60 && (r.within(b.node, tagFigcaption) || r.captionClass(b.node)) { // when the picture was taken
			continue
		}
		text := string(r.of(b))
		stamps := when.Find(text[:min(len(text), 500)])
		if n := b.runs.len(); len(stamps) == 0 && n > 1 && n <= 12 && len(text) < 250 && strings.ContainsAny(text, "0123456789") {
			text = r.apart(b.runs) // "<span>Ann Lee</span><span>Oct 17, 2023</span>"
			stamps = when.Find(text)
		}
		if len(stamps) > 0 {
			if _, credit := dump.PhotoCredit(text); credit != "" && (len(text) > 60 || r.belowPicture(i)) {
				continue // likewise
			}
		}
		for _, st := range stamps {
			if !st.Whole() && !(st.Ago && r.capture.At != nil && i <= r.first) {
				continue
			}
			rank := 0
			switch {
			case r.title >= 0 && i >= top-4 && i <= r.first+1 && b.text.len() < 250:
				rank = 50 + min(abs(i-top), 10)
			case r.first >= 0 && i < r.first && i >= r.first-8 && b.text.len() < 250:
				rank = 61
			case r.first >= 0 && i <= r.first+2 && i >= r.first:
				rank = 63
			case last >= 0 && i >= last-1 && i <= last+6:
				rank = 64
			case i < r.first:
				rank = 68
			default:
				rank = 75 + min(i/20, 20)
			}
			if st.Ago {
				rank += 20 // any whole date is better
			}
			at := r.runs[b.runs.from].at
			end := r.runs[b.runs.to-1].at
			r.about.add("published", text[st.Start:st.End], "line", span{at.from, end.to}, rank)
			r.about.readings[len(r.about.readings)-1].beside = r.before(i, text[:st.Start])
			break
		}
	}
}

// apart is the text of runs with a space between each two.
func (p *page) apart(at span) string {
	var parts []string
	for i := at.from; i < at.to; i++ {
		parts = append(parts, p.flat(span{i, i + 1}))
	}
	return strings.Join(parts, " ")
}

// before is what stands before a date in block i: there, or where it begins the
// block, in the one before.
func (r *reader) before(i int, text string) string {
	if strings.Trim(text, block.Space) == "" && i > 0 {
		if t := r.of(&r.blocks[i-1]); len(t) < 60 {
			return string(t)
		}
	}
	return text[max(0, len(text)-80):]
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
