package dump

import (
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/dump/thread"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// mostApart is how long after one post the next is written at most for a year to be
// known by it.
const mostApart = 200 * 24 * time.Hour

// postDay is when a post was written, and the bytes of the dump that say so.
type postDay struct {
	date     *stemma.Date
	from, to int
	// part is what the head prints of its time where that is not a whole day: "Mar
	// 22", "Apr '19"; after how many days after the post above the page says it is.
	part  when.Stamp
	after int
}

// postDays returns when each of ps was written. Where heads print their time in
// part, what follows from the others is taken: answers stand below what they
// answer. A day without a year is the last such day before the post below it, or
// the first from the post above on; a month with its year is that month, or the day
// that lies so many days after the post above.
func (r *reader) postDays(ps []post) []postDay {
	out := make([]postDay, len(ps))
	for k, p := range ps {
		out[k] = r.postDay(p.head)
	}
	if !r.regular { // no heads alike: the dates may be of anything
		return out
	}
	for k := len(ps) - 2; k >= 0; k-- {
		if below := out[k+1].date; below != nil {
			out[k].yearOf(func(day time.Time) bool { return day.Before(below.Until) && below.Until.Sub(day) < mostApart }, -1, below.Until.Year(), "printed without a year; the last such day before the post below")
		}
	}
	for k := 1; k < len(ps); k++ {
		above, d := out[k-1].date, &out[k]
		if above == nil {
			continue
		}
		from := above.From.Truncate(24 * time.Hour)
		d.yearOf(func(day time.Time) bool { return !day.Before(from) && day.Sub(from) < mostApart }, 1, from.Year(), "printed without a year; the first such day from the post above on")
		if d.after > 0 && d.date != nil && d.part.Month > 0 && above.Until.Sub(above.From) <= 24*time.Hour {
			if day := from.AddDate(0, 0, d.after); !day.Before(d.date.From) && day.Before(d.date.Until) {
				d.date.From, d.date.Until, d.date.How = day, day.AddDate(0, 0, 1), "the month printed, and how many days after the post above"
			}
		}
	}
	return out
}

// postDay is what the head h says of when its post was written.
func (r *reader) postDay(h thread.Head) (d postDay) {
	if h.StampLine < 0 {
		return d
	}
	l := &r.ls[h.StampLine]
	for _, st := range l.Stamps {
		text := l.S[st.Start:st.End]
		d.from, d.to = l.Start+st.Start, l.Start+st.End
		switch {
		case st.Whole() && exists(st):
			d.date = dateOf(st, text)
			return d
		case st.Ago && r.c.At != nil:
			from, until := st.Before(*r.c.At)
			d.date = &stemma.Date{From: from.UTC(), Until: until.UTC(), Text: text, How: "so long before the page was captured", Zone: "UTC"}
			return d
		}
	}
	for _, st := range l.Stamps {
		if st.Month == 0 || st.Whole() {
			continue
		}
		text := l.S[st.Start:st.End]
		d.part, d.from, d.to = st, l.Start+st.Start, l.Start+st.End
		if st.Year > 0 {
			from := time.Date(st.Year, time.Month(st.Month), 1, 0, 0, 0, 0, time.UTC)
			d.date = &stemma.Date{From: from, Until: from.AddDate(0, 1, 0), Text: text, How: "the month printed", Zone: "UTC"}
		} else {
			d.date = nil
		}
		if h.First > 0 {
			d.after = thread.DaysLater(r.ls[h.First-1].S)
		}
		return d
	}
	return d
}

// yearOf gives d, if it is a day without a year, the first year, step by step from
// the given one, in which it fits.
func (d *postDay) yearOf(fits func(time.Time) bool, step, year int, how string) {
	if d.date != nil || d.part.Day == 0 {
		return
	}
	for range 5 { // the 29th of February
		st := d.part
		st.Year = year
		if from, _, _ := st.Range(); exists(st) && fits(from) {
			d.date = dateOf(st, "")
			d.date.How = how
			return
		}
		year += step
	}
}

// posted fills when a post was written.
func (r *reader) posted(a *stemma.Article, d postDay) {
	if d.date == nil {
		return
	}
	date := *d.date
	date.Text = r.text.S[d.from:d.to]
	a.Published = &date
	r.candidate(a, "published", date.Text, "line", d.from, d.to, true, "stands in the head of the post")
}
