package score

import (
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/date"
)

// Timex is one time expression that people marked.
type Timex struct {
	stemma.Span
	Type, Value string
}

// TimeDoc is one article of TimeML: its text without tags, its date, and the
// expressions marked in it.
type TimeDoc struct {
	Name  string
	Text  string
	Date  time.Time
	Times []Timex
	// Events are the words marked as mentions of events.
	Events []stemma.Span
	// Parts are the paragraphs to be read each by itself, nil for the whole.
	Parts []stemma.Span
}

// find finds the times of the text.
func (doc *TimeDoc) find() []stemma.When {
	if doc.Parts == nil {
		return date.Find(doc.Text, stemma.Span{Start: 0, End: len(doc.Text)})
	}
	var out []stemma.When
	for _, p := range doc.Parts {
		out = append(out, date.Find(doc.Text, p)...)
	}
	return out
}

var (
	tag       = regexp.MustCompile(`<[^>]*>`)
	timexTag  = regexp.MustCompile(`^<TIMEX3 `)
	attribute = regexp.MustCompile(`(\w+)="([^"]*)"`)
)

// ReadTimeML reads the .tml files under dir, in order of their paths.
func ReadTimeML(dir string) ([]TimeDoc, error) {
	var out []TimeDoc
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".tml") {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		doc, err := parseTimeML(string(b))
		doc.Name = name
		out = append(out, doc)
		return err
	})
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out, err
}

func parseTimeML(s string) (TimeDoc, error) {
	var doc TimeDoc
	i, j := strings.Index(s, "<TEXT>"), strings.Index(s, "</TEXT>")
	if i < 0 || j < i {
		return doc, fmt.Errorf("read TimeML: no TEXT")
	}
	for _, t := range tag.FindAllString(s, -1) {
		if strings.Contains(t, "CREATION_TIME") {
			v := attributes(t)["value"]
			if len(v) >= 10 {
				doc.Date, _ = time.Parse("2006-01-02", v[:10])
			}
			break
		}
	}
	var b strings.Builder
	body := s[i+6 : j]
	var open []Timex
	at, event := 0, 0
	for _, m := range tag.FindAllStringIndex(body, -1) {
		b.WriteString(html.UnescapeString(body[at:m[0]]))
		at = m[1]
		t := body[m[0]:m[1]]
		switch {
		case timexTag.MatchString(t):
			a := attributes(t)
			open = append(open, Timex{stemma.Span{Start: b.Len()}, a["type"], a["value"]})
		case t == "</TIMEX3>" && len(open) > 0:
			x := open[len(open)-1]
			open = open[:len(open)-1]
			x.End = b.Len()
			doc.Times = append(doc.Times, x)
		case strings.HasPrefix(t, "<EVENT "):
			event = b.Len()
		case t == "</EVENT>":
			doc.Events = append(doc.Events, stemma.Span{Start: event, End: b.Len()})
		}
	}
	b.WriteString(html.UnescapeString(body[at:]))
	doc.Text = b.String()
	return doc, nil
}

func attributes(t string) map[string]string {
	out := map[string]string{}
	for _, m := range attribute.FindAllStringSubmatch(t, -1) {
		out[m[1]] = m[2]
	}
	return out
}

// DateCounts counts expressions: marked, found, found exactly, found with an
// overlap, and of the last those of the right value, letter for letter. Same
// counts values that are the same once both are put in the one of several
// notations that plainValue knows (P1E and P10Y, 1994-XX-XX and 1994, W7 and
// W07): nothing that means another time is right by it. Open counts besides one
// of which the answer leaves digits open ("1989-WXX" for "last week", where
// others of the same set give the week its number).
type DateCounts struct{ Gold, Found, Strict, Relaxed, Value, Same, Open int }

// Add adds the counts of one article. note, if not nil, is told of each
// difference.
func (c *DateCounts) Add(doc *TimeDoc, note func(kind, gold, got string)) {
	found := doc.find()
	var anchor date.Anchor
	if !doc.Date.IsZero() {
		anchor.Article = &stemma.Date{From: doc.Date, Until: doc.Date.AddDate(0, 0, 1)}
	}
	c.Gold += len(doc.Times)
	c.Found += len(found)
	used := make([]bool, len(found))
	for _, g := range doc.Times {
		k := -1
		for i, f := range found {
			if !used[i] && f.Span.Overlaps(g.Span) && (k < 0 || f.Span == g.Span) {
				k = i
			}
		}
		words := doc.Text[g.Start:g.End]
		if k < 0 {
			tell(note, "missed", words+" = "+g.Value, around(doc.Text, g.Span))
			continue
		}
		used[k] = true
		c.Relaxed++
		if found[k].Span == g.Span {
			c.Strict++
		} else {
			tell(note, "extent", words, found[k].Text)
		}
		if v := date.Value(found[k], anchor); v == g.Value {
			c.Value++
			c.Same++
			c.Open++
		} else {
			same := plainValue(g.Value) == plainValue(v)
			if same {
				c.Same++
			}
			if same || leavesOpen(g.Value, v) {
				c.Open++
			}
			tell(note, "value", words+" = "+g.Value, v+" on "+doc.Date.Format("2006-01-02 Mon")+" "+found[k].Tense+" near "+found[k].Near+": "+around(doc.Text, g.Span))
		}
	}
	for i, f := range found {
		if !used[i] {
			tell(note, "spurious", f.Text, around(doc.Text, f.Span))
		}
	}
}

// leavesOpen reports whether an answer that leaves digits open ("X") agrees
// with a value in those it gives.
func leavesOpen(answer, value string) bool {
	for i := 0; i < len(answer); i++ {
		switch {
		case answer[i] == 'X':
			return i >= 4 && answer[0] != 'P'
		case i >= len(value):
			return false
		case answer[i] != value[i]:
			return false
		}
	}
	return false
}

var (
	openEnd = regexp.MustCompile(`(-XX)+$`)
	oneWeek = regexp.MustCompile(`-W(\d)$`)
	longer  = regexp.MustCompile(`^P(\d+)([ECLQ])$`)
)

// plainValue is a TIMEX3 value in the one way of several to write it: open
// ends left out, weeks in two digits, decades and centuries in years, quarters
// in months.
func plainValue(v string) string {
	v = oneWeek.ReplaceAllString(openEnd.ReplaceAllString(v, ""), "-W0$1")
	if m := longer.FindStringSubmatch(v); m != nil {
		n, _ := strconv.Atoi(m[1])
		if m[2] == "Q" {
			return fmt.Sprintf("P%dM", 3*n)
		}
		return fmt.Sprintf("P%dY", n*map[string]int{"E": 10, "C": 100, "L": 1000}[m[2]])
	}
	return v
}

func tell(note func(kind, gold, got string), kind, gold, got string) {
	if note != nil {
		note(kind, gold, got)
	}
}

// around is the words about a span, on one line.
func around(text string, s stemma.Span) string {
	return strings.Join(strings.Fields(text[max(0, s.Start-40):min(len(text), s.End+40)]), " ")
}

// F are the F1 scores in percent: strict, relaxed, and relaxed with the right
// value, as TempEval-3 counts them; same is the last in one notation, open that
// with open digits forgiven.
func (c DateCounts) F() (strict, relaxed, value, same, open float64) {
	f := func(right int) float64 { return 200 * float64(right) / float64(max(1, c.Gold+c.Found)) }
	return f(c.Strict), f(c.Relaxed), f(c.Value), f(c.Same), f(c.Open)
}

// DateCard is the scorecard of times over the folder of measuring data.
func DateCard(dir string) (string, error) {
	docs, err := ReadTimeML(filepath.Join(dir, "times", "TBAQ-cleaned"))
	if err != nil {
		return "", err
	}
	news, err := ReadNewsReader(filepath.Join(dir, "events", "meantime", "intra-doc_annotation"))
	if err != nil {
		return "", err
	}
	lines, err := ReadTimeSET(filepath.Join(dir, "events", "timeset", "dev"))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("Times: TimeBank and AQUAINT as cleaned for TempEval-3, F1 in percent.\n")
	dateRows(&b, docs)
	return b.String() + "\n" + newsDates(news, lines), nil
}

// dateRows are the rows of two halves: even ones were tuned on.
func dateRows(b *strings.Builder, docs []TimeDoc) {
	var c [2]DateCounts
	for i := range docs {
		c[i%2].Add(&docs[i], nil)
	}
	b.WriteString("part            marked  found  strict  relaxed  value  in one notation  digits open\n")
	for i, name := range []string{"even, tuned on", "odd, reported"} {
		s, r, v, n, o := c[i].F()
		fmt.Fprintf(b, "%-14s %7d %6d %7.1f %8.1f %6.1f %16.1f %12.1f\n", name, c[i].Gold, c[i].Found, s, r, v, n, o)
	}
}
