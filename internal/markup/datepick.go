package markup

import (
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// weakDates are places in which many programs keep the day a page was last
// written out, whatever they call it.
var weakDates = map[string]bool{"meta date": true, "meta dc.date": true, "meta dcterms.date": true, "meta dcterms.created": true}

// rather is a reading of the publishing time that is to be taken before
// reading i, which gives d, and why; -1 where none is.
func (r *reader) rather(i int, d *stemma.Date) (int, *stemma.Date, string) {
	x := &r.about.readings[i]
	const near = 60 // the rank of what is printed between title and text
	swapped := swappedDay(x.value)
	if swapped != "" {
		for j, y := range r.about.readings {
			if e, ok := dateOf(y.value, r.capture.At); ok && j != i && y.field == "published" && swappedDay(y.value) == "" && e.From.Format("2006-01-02") == swapped {
				return j, e, "the most trusted place gives the same day with day and month the other way round"
			}
		}
	}
	if weakDates[x.where] {
		for j, y := range r.about.readings {
			if y.field != "published" || y.where != "line" || y.rank > near {
				continue
			}
			if e, ok := dateOf(y.value, nil); ok && !e.Until.After(d.From) && d.From.Sub(e.From) < 60*24*time.Hour {
				return j, e, "printed under the title, and before the day that the page's program gives"
			}
		}
	}
	return -1, nil, ""
}

// swappedDay is the day that s names if its day and month are read the other
// way round: "11/01/2023" -> 2023-11-01 where it was read as the 11th of
// January; "" where there is but one way.
func swappedDay(s string) string {
	if _, ok := machine(s); ok {
		return ""
	}
	for _, st := range when.Find(s) {
		if st.Whole() && st.Swapped {
			return time.Date(st.Year, time.Month(st.Day), st.Month, 0, 0, 0, 0, time.UTC).Format("2006-01-02")
		}
		if st.Whole() {
			return ""
		}
	}
	return ""
}

// dateKeys are the names under which the data of a page that only a script
// lays out keep when it was published.
var dateKeys = []string{`"datePublished":"`, `"publishedAt":"`, `"published_at":"`, `"publishDate":"`, `"publicationDate":"`, `"createdAt":"`, `"created_at":"`}

// lastResorts adds the dates of a page that gives none elsewhere: in its
// description, then in the data of its scripts.
func (r *reader) lastResorts() {
	for _, x := range r.about.readings {
		if x.field == "description" {
			if st := when.Find(x.value); len(st) == 1 && st[0].Whole() {
				r.about.add("published", x.value[st[0].Start:st[0].End], "description", x.at, 96)
			}
		}
	}
	for k, key := range dateKeys {
		i := strings.Index(r.src, key)
		if i < 0 {
			continue
		}
		i += len(key)
		if n := strings.IndexByte(r.src[i:min(len(r.src), i+40)], '"'); n >= 10 {
			r.about.add("published", r.src[i:i+n], "script "+strings.Trim(key, `":`), span{int32(i), int32(i + n)}, 97+min(k, 3))
		}
	}
}
