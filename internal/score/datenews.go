package score

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/event"
)

// ReadNewsReader reads the times of the .xml files under dir, which hold
// tokens and marks over them (MEANTIME), in order of their names. The text of
// an article is its first sentences, those that are marked in full, without
// the one that is its date.
func ReadNewsReader(dir string) ([]TimeDoc, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.xml"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []TimeDoc
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		doc, err := parseNewsReader(b)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", f, err)
		}
		doc.Name = filepath.Base(f)
		out = append(out, doc)
	}
	return out, nil
}

// lastMarked is the last sentence MEANTIME marks in full; the second one is
// the date of the article.
const lastMarked, dateLine = 5, 1

func parseNewsReader(b []byte) (TimeDoc, error) {
	var in struct {
		Tokens []struct {
			ID       string `xml:"t_id,attr"`
			Sentence int    `xml:"sentence,attr"`
			Word     string `xml:",chardata"`
		} `xml:"token"`
		Markables struct {
			Times []struct {
				Type    string `xml:"type,attr"`
				Value   string `xml:"value,attr"`
				Anchors []struct {
					ID string `xml:"t_id,attr"`
				} `xml:"token_anchor"`
			} `xml:"TIMEX3"`
		} `xml:"Markables"`
	}
	var doc TimeDoc
	if err := xml.Unmarshal(b, &in); err != nil {
		return doc, err
	}
	at := map[string]stemma.Span{}
	var text strings.Builder
	sentence, printed, start := -1, "", 0
	for _, t := range in.Tokens {
		if t.Sentence == dateLine {
			printed += t.Word
		}
		if t.Sentence > lastMarked || t.Sentence == dateLine {
			continue
		}
		if sentence >= 0 && t.Sentence != sentence {
			text.WriteString("\n")
			doc.Parts = append(doc.Parts, stemma.Span{Start: start, End: text.Len()})
			start = text.Len()
		} else if sentence >= 0 && !strings.ContainsAny(t.Word[:1], ".,'’") {
			text.WriteString(" ")
		}
		sentence = t.Sentence
		at[t.ID] = stemma.Span{Start: text.Len(), End: text.Len() + len(t.Word)}
		text.WriteString(t.Word)
	}
	doc.Text = text.String()
	doc.Parts = append(doc.Parts, stemma.Span{Start: start, End: text.Len()})
	doc.Date, _ = time.Parse("January2,2006", printed)
	for _, x := range in.Markables.Times {
		var t Timex
		for i, a := range x.Anchors {
			s, ok := at[a.ID]
			if !ok {
				t.End = 0
				break
			}
			if i == 0 {
				t.Start = s.Start
			}
			t.End = s.End
		}
		if t.End > 0 {
			t.Type, t.Value = x.Type, x.Value
			doc.Times = append(doc.Times, t)
		}
	}
	sort.Slice(doc.Times, func(i, j int) bool { return doc.Times[i].Start < doc.Times[j].Start })
	return doc, nil
}

// DatedEvent is an event people marked by the word that tells it, with the
// date it has by its article: "2006", "2006-01" or "2006-01-02".
type DatedEvent struct {
	stemma.Span
	Date string
}

// TimelineDoc is one article of TimeSET: its times, and of its events those
// with a date.
type TimelineDoc struct {
	TimeDoc
	Events []DatedEvent
}

// ReadTimeSET reads the .ann files (brat) under dir with their texts. An
// article's date is its second line. The values of times are what the
// annotators noted of them; those noted as lengths are left out.
func ReadTimeSET(dir string) ([]TimelineDoc, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.ann"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []TimelineDoc
	for _, f := range files {
		ann, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		text, err := os.ReadFile(strings.TrimSuffix(f, ".ann") + ".txt")
		if err != nil {
			return nil, err
		}
		doc := parseTimeSET(string(text), string(ann))
		doc.Name = filepath.Base(f)
		out = append(out, doc)
	}
	return out, nil
}

// noted is the value in an annotator's note: "2015-xx-xx".
var noted = regexp.MustCompile(`^(\d{4})(?:[-_](\d\d|xx))?(?:-(\d\d|xx))?`)

func parseTimeSET(text, ann string) TimelineDoc {
	var doc TimelineDoc
	doc.Text = text
	at := 0
	for i, l := range strings.SplitAfter(text, "\n") {
		if i == 1 {
			doc.Date, _ = time.Parse("Monday, January 2, 2006", strings.TrimSpace(l))
		} else {
			doc.Parts = append(doc.Parts, stemma.Span{Start: at, End: at + len(l)})
		}
		at += len(l)
	}
	spans, values := map[string]stemma.Span{}, map[string]string{}
	var times, events []string
	offset := runeOffsets(text)
	for _, l := range strings.Split(ann, "\n") {
		f := strings.Split(l, "\t")
		if len(f) < 2 {
			continue
		}
		switch l[0] {
		case 'T':
			w := strings.Fields(f[1])
			if len(w) < 3 {
				continue
			}
			from, _ := strconv.Atoi(w[1])
			until, _ := strconv.Atoi(w[len(w)-1])
			spans[f[0]] = stemma.Span{Start: offset(from), End: offset(until)}
			if w[0] == "timex" {
				times = append(times, f[0])
			}
		case 'E':
			events = append(events, f[1])
		case '#':
			w := strings.Fields(f[1])
			if m := noted.FindStringSubmatch(f[len(f)-1]); len(w) == 2 && m != nil {
				v := m[1]
				for _, p := range m[2:] {
					if p == "" || p == "xx" {
						break
					}
					v += "-" + p
				}
				values[w[1]] = v
			}
		}
	}
	for _, t := range times {
		if v := values[t]; v != "" {
			doc.Times = append(doc.Times, Timex{spans[t], "DATE", v})
		}
	}
	for _, e := range events {
		var d DatedEvent
		for _, a := range strings.Fields(e) {
			role, id, _ := strings.Cut(a, ":")
			switch {
			case role == "event":
				d.Span = spans[id]
			case strings.HasPrefix(role, "TIMEX"):
				d.Date = values[id]
			}
		}
		if d.Date != "" && d.End > 0 {
			doc.Events = append(doc.Events, d)
		}
	}
	return doc
}

// runeOffsets turns offsets in characters into offsets in bytes.
func runeOffsets(s string) func(int) int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return func(n int) int {
		if n < 0 || n >= len(at) {
			return len(s)
		}
		return at[n]
	}
}

// EventDateCounts counts marked events that have a date: all, those some
// telling covers, and of these those whose date is the marked one, is right
// but wider or narrower, or is told by no words and inferred.
type EventDateCounts struct{ Gold, Told, Exact, Within, Inferred int }

// Add adds one article, whose stages run as over a page that prints its date.
func (c *EventDateCounts) Add(doc *TimelineDoc, note func(string)) {
	a, f := analysedFacts(doc.Text)
	a.Published = &stemma.Date{From: doc.Date, Until: doc.Date.AddDate(0, 0, 1), Zone: "UTC"}
	event.Resolve(stemma.NewScene([]*stemma.Article{a}), f.Tellings)
	for _, e := range doc.Events {
		c.Gold++
		got := tightest(f.Tellings, e.Span)
		said := "no telling"
		if got != nil {
			c.Told++
			said = "no date"
			if d := got.Date; d != nil {
				from, until := period(e.Date)
				said = d.From.Format("2006-01-02") + ".." + d.Until.Format("2006-01-02") + " " + d.Text + " (" + d.How + ")"
				switch {
				case d.From.Equal(from) && d.Until.Equal(until):
					c.Exact++
				case got.When == nil && d.From.Before(until) && from.Before(d.Until):
					c.Inferred++
				case d.From.Before(until) && from.Before(d.Until):
					c.Within++
				}
			}
		}
		if note != nil {
			note(doc.Name + " " + doc.Text[e.Start:e.End] + " " + e.Date + " | " + said + ": " + around(doc.Text, e.Span))
		}
	}
}

// tightest is the telling with the shortest cite over span, nil if none is.
func tightest(ts []stemma.Telling, span stemma.Span) *stemma.Telling {
	var best *stemma.Telling
	size := 0
	for i := range ts {
		for _, cite := range ts[i].Cites {
			for _, s := range cite.Spans {
				if n := s.End - s.Start; s.Overlaps(span) && (best == nil || n < size) {
					best, size = &ts[i], n
				}
			}
		}
	}
	return best
}

// period is the stretch of a date of four, seven or ten characters.
func period(v string) (from, until time.Time) {
	switch len(v) {
	case 4:
		from, _ = time.Parse("2006", v)
		return from, from.AddDate(1, 0, 0)
	case 7:
		from, _ = time.Parse("2006-01", v)
		return from, from.AddDate(0, 1, 0)
	}
	from, _ = time.Parse("2006-01-02", v)
	return from, from.AddDate(0, 0, 1)
}

// newsDates is the part of the scorecard of times over Wikinews: the times of
// MEANTIME, and of TimeSET those that events are told with.
func newsDates(news []TimeDoc, lines []TimelineDoc) string {
	var b strings.Builder
	b.WriteString("Times: MEANTIME (Wikinews), first sentences, F1 in percent.\n")
	dateRows(&b, news)
	b.WriteString("\nTimes: TimeSET dev (Wikinews). Only times that events are told with are marked: recall, percent of these.\n")
	b.WriteString("part            marked  found  strict  value\n")
	var c [2]DateCounts
	for i := range lines {
		c[i%2].Add(&lines[i].TimeDoc, nil)
	}
	for i, name := range []string{"even, tuned on", "odd, reported"} {
		x := c[i]
		fmt.Fprintf(&b, "%-14s %7d %6.1f %7.1f %6.1f\n", name, x.Gold, percent(x.Relaxed, x.Gold), percent(x.Strict, x.Gold), percent(x.Open, x.Gold))
	}
	return b.String()
}

// EventDateCard is the scorecard of the dates of events by the whole path, over
// TimeSET in the folder of measuring data.
func EventDateCard(dir string) (string, error) {
	lines, err := ReadTimeSET(filepath.Join(dir, "events", "timeset", "dev"))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("Event dates: TimeSET dev (Wikinews), events marked with a date. Most are of kinds that are not coded (sport, accidents,\n")
	b.WriteString("illness): told is how many some telling covers; the rest is percent of those told. Inferred is right by the article's day alone.\n")
	b.WriteString("part            events   told  exact  wider or narrower  inferred\n")
	var e [2]EventDateCounts
	for i := range lines {
		e[i%2].Add(&lines[i], nil)
	}
	for i, name := range []string{"even, tuned on", "odd, reported"} {
		x := e[i]
		fmt.Fprintf(&b, "%-14s %7d %6d %6.1f %18.1f %9.1f\n", name, x.Gold, x.Told, percent(x.Exact, x.Told), percent(x.Within, x.Told), percent(x.Inferred, x.Told))
	}
	return b.String(), nil
}
