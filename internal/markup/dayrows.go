package markup

import (
	"math"
	"sort"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

// dayChoice is a day that some reading of a page may mean as the day on which
// its article was published, and what speaks for it.
type dayChoice struct {
	day      string // 2006-01-02
	at       float64
	date     *stemma.Date
	reading  int // the most trusted that gives the day, -1 for one that was moved to the outlet's own
	rank     int
	readings []int
	row      []float32
}

// The kinds of places in which a page gives its days.
const (
	inData     = iota // of the article, in a data block
	inPageData        // of the page or of its making, in a data block
	inMeta
	inWeakMeta // where programs keep the day of the last writing too
	inProp
	inClass
	inTime
	inHead  // printed between title and text
	inFirst // printed at the head or the foot of the text
	inLine  // printed elsewhere
	inURL
	inChanged      // said to be that of a change
	inChangedClass // likewise, by a class
	placeKinds
)

func placeKind(x *reading) int {
	w := x.where
	byClass := strings.HasPrefix(w, "class") || strings.HasPrefix(w, "id ")
	switch {
	case x.field == "modified" && byClass:
		return inChangedClass
	case x.field == "modified":
		return inChanged
	case w == "url":
		return inURL
	case w == "line" && x.rank <= 60:
		return inHead
	case w == "line" && x.rank <= 64:
		return inFirst
	case w == "line":
		return inLine
	case weakDates[w]:
		return inWeakMeta
	case strings.HasPrefix(w, "json-ld") && x.rank < 15:
		return inData
	case strings.HasPrefix(w, "json-ld"):
		return inPageData
	case strings.HasPrefix(w, "meta"):
		return inMeta
	case strings.HasPrefix(w, "itemprop"):
		return inProp
	case byClass:
		return inClass
	}
	return inTime
}

// dayReader gathers the days that a page gives.
type dayReader struct {
	r     *reader
	days  []dayChoice
	dates []*stemma.Date // of each reading, nil where it gives none
	rule  string         // the day that the order of places alone takes
}

// gatherDays finds the days a page gives, in the order of their first trust.
// rule is the date that the order of places takes.
func (r *reader) gatherDays(rule *stemma.Date) dayReader {
	const most = 60 // readings: of a page of lists the first ones
	f := dayReader{r: r, dates: make([]*stemma.Date, len(r.about.readings)), rule: rule.From.Format("2006-01-02")}
	index := map[string]int{}
	seen := 0
	for i := range r.about.readings {
		x := &r.about.readings[i]
		if x.field != "published" && x.field != "modified" || seen >= most {
			continue
		}
		d, ok := dateOf(x.value, nil)
		if !ok || r.capture.At != nil && d.From.After(r.capture.At.AddDate(0, 0, 2)) {
			continue
		}
		seen++
		f.dates[i] = d
		day := d.From.Format("2006-01-02")
		k, ok := index[day]
		if !ok {
			k = len(f.days)
			index[day] = k
			f.days = append(f.days, dayChoice{day: day, at: dayNumber(day), rank: 1000})
		}
		c := &f.days[k]
		c.readings = append(c.readings, i)
		rank := x.rank
		if x.field == "modified" {
			rank += 100
		}
		if rank < c.rank {
			c.rank, c.reading, c.date = rank, i, d
		}
	}
	if len(f.days) == 0 {
		return f
	}
	if _, ok := index[f.rule]; !ok { // moved to the outlet's own day
		f.days = append(f.days, dayChoice{day: f.rule, at: dayNumber(f.rule), date: rule, reading: -1})
	}
	sort.SliceStable(f.days, func(i, j int) bool { return f.days[i].rank < f.days[j].rank })
	return f
}

// dayNumber counts the days since 1970.
func dayNumber(day string) float64 {
	t, _ := time.Parse("2006-01-02", day)
	return float64(t.Unix()) / 86400
}

// fill makes the rows of all days; there is at least one.
func (f *dayReader) fill() {
	none := math.NaN()
	inURLDay, inDataDay, changed := none, none, none
	first, last, own := f.days[0].at, f.days[0].at, f.days[0].at
	heads := 0 // days printed between title and text
	for i := range f.days {
		c := &f.days[i]
		first, last = min(first, c.at), max(last, c.at)
		if c.day == f.rule {
			own = c.at
		}
		head := 0
		for _, k := range c.readings {
			switch placeKind(&f.r.about.readings[k]) {
			case inURL:
				inURLDay = c.at
			case inData, inMeta:
				if math.IsNaN(inDataDay) {
					inDataDay = c.at
				}
			case inChanged:
				if math.IsNaN(changed) {
					changed = c.at
				}
			case inHead:
				head = 1
			}
		}
		heads += head
	}
	var rule []float32
	for i := range f.days {
		c := &f.days[i]
		c.row = f.row(i)
		c.row = append(c.row, float32(len(f.days)), float32(i), flag(c.day == f.rule), gap(c.at, own), gap(c.at, inURLDay), gap(c.at, inDataDay), gap(c.at, changed), gap(c.at, first), gap(c.at, last),
			float32(heads), float32(f.r.threadSigns()), flag(c.at == first), flag(c.at == last), flag(c.reading < 0), gap(changed, inDataDay))
		if c.day == f.rule {
			rule = c.row
		}
	}
	for i := range f.days { // what stands beside the rule's own day
		f.days[i].row = append(f.days[i].row, rule[inHead], rule[inClass], rule[inTime], rule[inData], rule[inMeta], rule[inURL], rule[placeKinds+4], rule[placeKinds+5])
	}
}

// gap is the logarithm of the days from b to a, negative where a is the
// earlier; -100 where one is not known.
func gap(a, b float64) float32 {
	if math.IsNaN(a) || math.IsNaN(b) {
		return -100
	}
	g := math.Log1p(math.Abs(a - b))
	if a < b {
		g = -g
	}
	return float32(g)
}

// row is what the readings of day i say of it: the best rank in each kind of
// place, how often it is given, what is said beside it.
func (f *dayReader) row(i int) []float32 {
	c := &f.days[i]
	var ranks, counts [placeKinds]float32
	for k := range ranks {
		ranks[k] = 120
	}
	var labels [3]float32
	midnight, twin, earlier := float32(0), float32(0), float32(99)
	for _, k := range c.readings {
		x := &f.r.about.readings[k]
		p := placeKind(x)
		ranks[p] = min(ranks[p], float32(x.rank))
		counts[p]++
		if p != inLine {
			labels[dateLabel(x)]++
		}
		if d := f.dates[k]; d.Until.Sub(d.From) <= time.Hour && d.From.Minute() == 0 && (d.From.Hour() == 0 || d.From.Hour() >= 21) {
			midnight = 1
		}
		twin = max(twin, f.twin(i, k))
		if x.where == "line" && earlier == 99 {
			earlier = f.linesBefore(k)
		}
	}
	row := append(make([]float32, 0, 48), ranks[:]...)
	return append(row, counts[inClass], counts[inTime], counts[inHead]+counts[inFirst]+counts[inLine], float32(len(c.readings)), labels[labelPublished], labels[labelChanged], midnight, twin, earlier)
}

// twin says whether the moment of reading k, of day i, is given as one of
// another day too, in another zone: 1, and 2 where reading k names its zone.
func (f *dayReader) twin(i, k int) float32 {
	d := f.dates[k]
	if d.Until.Sub(d.From) > time.Hour {
		return 0
	}
	for j := range f.days {
		if j == i {
			continue
		}
		for _, m := range f.days[j].readings {
			if e := f.dates[m]; e.Until.Sub(e.From) <= time.Hour && d.From.Sub(e.From).Abs() < 2*time.Minute {
				return 1 + flag(d.Zone != "UTC")
			}
		}
	}
	return 0
}

// linesBefore counts the printed dates above that of reading k.
func (f *dayReader) linesBefore(k int) float32 {
	n := float32(0)
	for i := range k {
		if f.r.about.readings[i].where == "line" {
			n++
		}
	}
	return n
}
