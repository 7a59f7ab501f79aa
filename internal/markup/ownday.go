package markup

import (
	"fmt"
	"time"

	"github.com/stemma-news/stemma"
)

// ownDay moves a time that a program wrote in UTC to the outlet's own day,
// where the address or a printed date near the title says that this is the day
// before or after: "2023-11-09T03:30Z" under ".../2023/11/08/..." is half past
// eleven of the 8th at the latest. The moment stays the same.
func (r *reader) ownDay(d *stemma.Date) {
	if d == nil || d.Zone != "UTC" || d.Until.Sub(d.From) > time.Hour {
		return
	}
	for _, x := range r.about.readings { // people print the outlet's own time
		if x.field == "published" && x.where == "line" && x.value == d.Text {
			return
		}
	}
	for _, x := range r.about.readings {
		if x.field != "published" || x.where != "url" && (x.where != "line" || x.rank > 60) {
			continue
		}
		own, ok := dateOf(x.value, r.capture.At)
		if !ok {
			continue
		}
		day := time.Date(own.From.Year(), own.From.Month(), own.From.Day(), 0, 0, 0, 0, time.UTC)
		hours := 0
		switch at := d.From; {
		case !at.Before(day) && at.Before(day.AddDate(0, 0, 1)):
			return // it agrees
		case at.Before(day) && day.Sub(at) <= 12*time.Hour:
			hours = int((day.Sub(at) + time.Hour - 1) / time.Hour)
		case at.After(day) && at.Sub(day) < 36*time.Hour:
			hours = -int(at.Sub(day.AddDate(0, 0, 1))/time.Hour) - 1
		default:
			continue
		}
		zone := time.FixedZone(fmt.Sprintf("UTC%+d", hours), hours*3600)
		d.From, d.Until, d.Zone = d.From.In(zone), d.Until.In(zone), zone.String()
		d.How = "printed in UTC; the day is the outlet's own, by the " + map[bool]string{true: "address", false: "date it prints"}[x.where == "url"]
		return
	}
}
