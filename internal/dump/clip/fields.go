package clip

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// style is what stands between a label and its value.
type style int

const (
	colon   style = iota // "Title: Talks fail", "**Title:** Talks fail"
	tab                  // "Title\tTalks fail"
	dash                 // "TI  - Talks fail"
	bar                  // "Title | Talks fail"
	equals               // "title = Talks fail"
	bracket              // "[Title] Talks fail"
	column               // "Title      Talks fail"
	styles
)

const (
	// longestLabel is the bytes of the longest label, with the marks around it.
	longestLabel = 44
	// preamble is how many lines a program prints above the first fields.
	preamble = 8
)

var wideGap = regexp.MustCompile(`\S( {2,}|\t)`)

// keyOf splits a line at its label, which it returns in small letters, "" of a
// line that has none, and where the value begins.
func (y style) keyOf(s string) (key string, at int) {
	h := s[:min(len(s), longestLabel)]
	i, n := -1, 1
	switch y {
	case colon:
		i = strings.IndexByte(h, ':')
	case tab:
		i = strings.IndexByte(h, '\t')
	case dash:
		if i = strings.Index(h, " - "); i < 0 && strings.HasSuffix(h, " -") {
			i = len(h) - 2
		}
		n = 2
		if i > 6 {
			return "", 0
		}
	case bar:
		lead := len(h) - len(strings.TrimLeft(h, "| "))
		if i = strings.IndexByte(h[lead:], '|'); i >= 0 {
			i += lead
		}
	case equals:
		i = strings.IndexByte(h, '=')
	case bracket:
		if h == "" || h[0] != '[' {
			return "", 0
		}
		i = strings.IndexByte(h, ']')
	case column:
		if m := wideGap.FindStringIndex(h); m != nil {
			i = m[0] + 1
		}
	}
	if i < 1 {
		return "", 0
	}
	key = strings.ToLower(strings.Trim(h[:i], "*#-•|[<_> \t"))
	if key == "" || len(strings.Fields(key)) > 5 || strings.ContainsAny(key, "\"“”.,;!?/()") {
		return "", 0
	}
	at = i + n
	return key, at + len(s[at:]) - len(strings.TrimLeft(s[at:], "* \t"))
}

// entry is a line read for its label: the field it is ("-" of one that is known
// and not kept, "?" of a label that may be one), and where its value begins.
type entry struct {
	key, field string
	at         int
}

// table is a text whose articles are written out in fields.
type table struct {
	ls []line.Line
	es []entry
	// separator is the rule that stands between articles, "" of none.
	separator string
}

// tableOf reads the labels of a text in the style most of them have; nil where
// they are too few.
func tableOf(ls []line.Line) *table {
	best, most := colon, 0
	for y := range styles {
		n := 0
		for i := range ls {
			if key, _ := y.keyOf(ls[i].S); labels[key] != "" {
				n++
			}
		}
		if n > most && (y == colon || n >= 4) {
			best, most = y, n
		}
	}
	if most < 2 {
		return nil
	}
	t := &table{ls: ls, es: make([]entry, len(ls))}
	titles := 0
	count := map[string]int{}
	for i := range ls {
		key, at := best.keyOf(ls[i].S)
		e := entry{key: key, field: labels[key], at: at}
		switch {
		case key == "" || rule(ls[i].S):
			e = entry{}
		case e.field == "":
			if e.field = "?"; strings.ContainsAny(ls[i].S[:1], "\"“'(0123456789") {
				e = entry{}
			}
			count[key]++
		case e.field == "title":
			titles++
		}
		t.es[i] = e
	}
	// a label no list knows is one where it recurs beside known ones
	for range 3 {
		beside := map[string]int{}
		for i, e := range t.es {
			if e.field == "?" && (i > 0 && t.sure(i-1) && ls[i].Gap <= 1 || i+1 < len(ls) && t.sure(i+1) && ls[i+1].Gap <= 1) {
				beside[e.key]++
			}
		}
		for i, e := range t.es {
			if n := count[e.key]; e.field == "?" && n >= 2 && n <= titles+1 && beside[e.key] == n {
				t.es[i].field = "-"
			}
		}
	}
	t.learnDays(titles)
	return t
}

// learnDays takes a label no list knows for that of the day where no known one
// is and its values are days: "Appeared: 5 May 2014".
func (t *table) learnDays(titles int) {
	days := map[string]int{}
	for i, e := range t.es {
		if e.field == "published" {
			return
		}
		if e.field != "-" || labels[e.key] != "" {
			continue
		}
		for _, st := range t.ls[i].Stamps {
			if st.Whole() && st.Start >= e.at && t.ls[i].Words <= 10 {
				days[e.key]++
				break
			}
		}
	}
	best := ""
	for key, n := range days {
		if n*3 >= titles*2 && n >= 2 && (best == "" || n > days[best] || n == days[best] && key < best) {
			best = key
		}
	}
	for i := range t.es {
		if best != "" && t.es[i].key == best {
			t.es[i].field = "published"
		}
	}
}

// sure reports whether line i has a label that is known or was learned.
func (t *table) sure(i int) bool { return t.es[i].field != "" && t.es[i].field != "?" }

// counted reads a line that numbers an article of several, "Document 2 of 14",
// "[2]", "Record: 2"; 0 of another.
var counting = regexp.MustCompile(`(?i)^[\W_]*(?:(?:(?:document|doc|article|record|item|result|story|clip|entry|text|hit|no|nr)\.?\s*[:#]?\s*(\d{1,4})(?:\s*(?:of|/)\s*\d+)?)|(\d{1,4})\s*(?:of|/)\s*\d{1,4}(?:\s+\w+)?|[[#(](\d{1,4})[])]?)[\W_]*$`)

func counted(l *line.Line) int {
	if len(l.S) > 60 {
		return 0
	}
	m := counting.FindStringSubmatch(l.S)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1] + m[2] + m[3])
	return n
}

// cuts are the lines at which the articles begin, by what numbers them, by a
// rule that stands between them, or by the title that each has.
func (t *table) cuts() []int {
	var at []int
	for i := range t.ls {
		if counted(&t.ls[i]) == len(at)+1 {
			at = append(at, i)
		}
	}
	if len(at) > 0 && t.headed(at) == len(at) {
		return at
	}
	var best []int
	most := 1
	rules := map[string][]int{}
	for i := range t.ls {
		if s := t.ls[i].S; rule(s) && len(s) >= 3 {
			rules[s] = append(rules[s], i)
		}
	}
	kinds := 0
	for i := range t.ls { // in the order of the text
		s := t.ls[i].S
		is := rules[s]
		if len(is) == 0 || is[0] != i {
			continue
		}
		if kinds++; kinds > 20 {
			break
		}
		if is[0] > preamble {
			is = append([]int{0}, is...)
		}
		if n := t.headed(is); n > most {
			best, most = is, n
			t.separator = s
		}
	}
	if best != nil {
		return best
	}
	if at = t.untitled(); len(at) > 1 {
		return at
	}
	at = nil
	seen := map[string]bool{}
	for i := 0; i < len(t.ls); {
		j, wanted := t.block(i)
		if j == i {
			i++
			continue
		}
		if n := len(wanted); n >= 2 && (wanted["title"] || wanted["url"] || wanted["body"]) {
			again := seen["title"] && wanted["title"] || !seen["title"] && seen["url"] && wanted["url"] || !seen["title"] && !seen["url"]
			if again {
				first := i
				for m := i + 1; m < j && len(at) > 0; m++ { // fields below the last text stand above it
					if t.es[m].key == t.es[at[0]].key && t.ls[m].Gap > 0 {
						first = m
					}
				}
				at = append(at, first)
				clear(seen)
			}
			for f := range wanted {
				seen[f] = true
			}
		}
		i = j
	}
	return at
}

// untitled are the lines above fields that name an outlet and have no title
// among them, where all such fields stand below a line: their titles.
func (t *table) untitled() []int {
	var at []int
	for i := 0; i < len(t.ls); {
		j, wanted := t.block(i)
		if j == i {
			i++
			continue
		}
		if wanted["outlet"] && (wanted["published"] || wanted["url"]) {
			if i == 0 || wanted["title"] || wanted["body"] || t.ls[i-1].Words > 30 || t.ls[i-1].Ends || rule(t.ls[i-1].S) || t.ls[i].Gap > 1 {
				return nil
			}
			at = append(at, i-1)
		}
		i = j
	}
	return at
}

// headed counts the articles cut at lines at that have a title and another
// field; 0 where one that has none stands between others.
func (t *table) headed(at []int) int {
	n := 0
	for k, lo := range at {
		hi := len(t.ls)
		if k+1 < len(at) {
			hi = at[k+1]
		}
		has := map[string]bool{}
		for i := lo; i < hi; i++ {
			has[t.es[i].field] = true
		}
		others := 0
		for _, f := range []string{"outlet", "published", "author", "url", "body"} {
			if has[f] {
				others++
			}
		}
		switch {
		case has["title"] && others >= 1 || others >= 3:
			n++
		case k > 0 && k+1 < len(at): // what stands before the first and below the last may be the program's
			return 0
		}
	}
	return n
}

// block is the run of labelled lines from line i: the line behind it, and the
// fields that are wanted and stand in it. It ends behind the label of a text.
func (t *table) block(i int) (next int, wanted map[string]bool) {
	wanted = map[string]bool{}
	last := i
	for k := i; k < len(t.ls); k++ {
		e := &t.es[k]
		switch {
		case rule(t.ls[k].S):
			if t.ls[k].S == t.separator && k > i {
				return last, wanted
			}
			continue
		case t.sure(k):
			last = k + 1
			if e.field != "-" && (e.at < len(t.ls[k].S) || t.below(k) || e.field == "body") {
				wanted[e.field] = true
			}
			if e.field == "body" {
				return last, wanted
			}
		case k > i && k+1 < len(t.ls) && t.ls[k].Gap == 0 && t.ls[k+1].Gap == 0 && t.sure(k+1) && (e.field == "?" || t.ls[k].Words <= 30): // between two that are known
		case k > i && t.below(k-1):
			last = k + 1
		default:
			return last, wanted
		}
	}
	return last, wanted
}

// below reports whether the value of the label on line i stands on the next.
func (t *table) below(i int) bool {
	return i+1 < len(t.ls) && t.sure(i) && t.es[i].field != "body" && t.es[i].at >= len(t.ls[i].S) && t.ls[i+1].Gap == 0 && !t.sure(i+1) && !rule(t.ls[i+1].S)
}

// value is the value of the label on line i.
func (t *table) value(i int) stemma.Span {
	l := &t.ls[i]
	if t.below(i) {
		return span(&t.ls[i+1])
	}
	at := min(t.es[i].at, len(l.S))
	return stemma.Span{Start: l.Start + at, End: l.Start + at + len(strings.TrimRight(l.S[at:], "| \t"))} // "| Title | Talks fail |"
}
