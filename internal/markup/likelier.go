package markup

import (
	_ "embed"
	"sync"

	"github.com/stemma-news/stemma"
)

// daysFile is the forest that says of each day a page gives whether people
// would call it the day of publication.
//
//go:embed days.bin
var daysFile []byte

var daysModel = sync.OnceValue(func() *forest {
	f, _, err := decodeForest(daysFile)
	if err != nil {
		panic("internal error: days.bin: " + err.Error())
	}
	return f
})

// surer is by how much a day must be likelier than the one of the most trusted
// place to be taken before it.
const surer = 0.15

// likelier is the date of the day that the model takes for that of publication
// where it is clearly likelier than d, which the order of places gives; else d.
func (r *reader) likelier(d *stemma.Date, chosen map[int]string) *stemma.Date {
	if d == nil {
		return nil
	}
	f := r.gatherDays(d)
	if len(f.days) < 2 {
		return d
	}
	f.fill()
	days := f.days
	rule := d.From.Format("2006-01-02")
	var c *dayChoice
	var most, own float32
	for i := range days {
		sure := logistic(daysModel().margin(days[i].row))
		if c == nil || sure > most {
			c, most = &days[i], sure
		}
		if days[i].day == rule {
			own = sure
		}
	}
	if most < own+surer || c.day == rule || c.reading < 0 {
		return d
	}
	for i := range chosen {
		if r.about.readings[i].field == "published" {
			delete(chosen, i)
		}
	}
	chosen[c.reading] = "the day that most of what the page says of its dates speaks for"
	if r.about.readings[c.reading].where == "url" {
		c.date.Text, c.date.How = "", "in the page's address"
	}
	return c.date
}
