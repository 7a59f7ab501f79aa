// Package clip finds the articles in a text that a program wrote out with their
// fields.
//
// Clippers and scrapers put fields above a text ("Title: ...", "URL: ..."); the
// databases of the press (Nexis, Factiva) export articles so, often many to a
// file. What is a field and what the text is need not be guessed there.
package clip

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// Doc is one article written out. Its fields are bytes of the text, empty where
// there is none.
type Doc struct {
	Title, Outlet, Author, Published, URL, Section, Place stemma.Span
	// Publisher is who publishes the outlet, or is it where no other is named.
	Publisher stemma.Span
	// Body is where its text stands, in order; Whole says that nothing else
	// stands there. Below the fields of a clipper a whole page may follow.
	Body  []stemma.Span
	Whole bool
	// Notices are lines about its rights.
	Notices []stemma.Span
}

// looked is how many bytes are looked at for the marks of such a text.
const looked = 16 << 10

// Find returns the articles a program wrote out in s, in order; none of a text
// that is a copy of a page.
func Find(s string) []Doc {
	head := s[:min(len(s), looked)]
	var read func([]line.Line) []Doc
	switch { // what is cheap to see first: nearly all texts are copies of pages
	case opens(head) && len(labelledDocs(line.Split(head))) > 0:
		read = labelledDocs
	case (strings.Contains(head, "LENGTH:") || strings.Contains(head, "Length:")) && length.MatchString(head) && (numbered.MatchString(head) || nexis.MatchString(s)):
		read = nexisDocs
	case (strings.HasPrefix(head, "HD ") || strings.Contains(head, "\nHD ") || strings.Contains(head, "\nHD\n") || strings.Contains(head, "\nHD\r")) && coded(head):
		read = codedDocs
	case (strings.Contains(head, " words\n") || strings.Contains(head, " words\r")) && words.MatchString(head) && document.MatchString(s):
		read = factivaDocs
	default:
		return nil
	}
	ls := line.Split(s)
	if len(ls) == 0 { // more lines than a page has
		return nil
	}
	return read(ls)
}

//go:embed labels.txt
var labelList string

// labels are the fields by their labels in small letters.
var labels = func() map[string]string {
	m := map[string]string{}
	for l := range strings.Lines(labelList) {
		if field, names, ok := strings.Cut(strings.TrimSpace(l), ": "); ok && l[0] != '#' {
			for _, n := range strings.Split(names, ", ") {
				m[n] = field
			}
		}
	}
	return m
}()

// labelOf reads "Title: Talks fail" as a field and where in s its value begins.
func labelOf(s string) (field string, at int) {
	key, _, ok := strings.Cut(s[:min(len(s), 40)], ":")
	if !ok {
		return "", 0
	}
	at = len(key) + 1
	at += len(s[at:]) - len(strings.TrimLeft(s[at:], "* \t"))
	return labels[strings.ToLower(strings.Trim(key, "*#- \t"))], at
}

// rule reports whether a line is drawn and not written: "-----", "=====".
func rule(s string) bool { return strings.Trim(s, "-=_*~#+ ") == "" }

// field is where d keeps a field, nil of one it does not keep.
func (d *Doc) field(name string) *stemma.Span {
	switch name {
	case "title":
		return &d.Title
	case "outlet":
		return &d.Outlet
	case "publisher":
		return &d.Publisher
	case "author":
		return &d.Author
	case "published":
		return &d.Published
	case "url":
		return &d.URL
	case "section":
		return &d.Section
	case "place":
		return &d.Place
	}
	return nil
}

// begin is the first line that is no rule.
func begin(ls []line.Line) int {
	i := 0
	for i < len(ls) && rule(ls[i].S) {
		i++
	}
	return i
}

// opens reports whether a label of a title, an address or a text stands among
// the first lines of s.
func opens(s string) bool {
	n := 0
	for l := range strings.Lines(s) {
		if l = strings.Trim(l, " \t\r\n\ufeff"); l == "" || rule(l) {
			continue
		}
		if n++; n > 2*preamble {
			return false
		}
		for y := range styles {
			switch key, _ := y.keyOf(l); labels[key] {
			case "title", "url", "body", "outlet":
				return true
			}
		}
	}
	return false
}

// fill adds lines from i to j to the body of d, without the rules at their ends.
func (d *Doc) fill(ls []line.Line, i, j int) {
	for i < j && rule(ls[i].S) {
		i++
	}
	for j > i && rule(ls[j-1].S) {
		j--
	}
	if i < j {
		d.Body = append(d.Body, stemma.Span{Start: ls[i].Start, End: ls[j-1].End})
	}
}

var (
	length   = regexp.MustCompile(`(?mi)^\s*length:\s*[\d,]+ words`)
	numbered = regexp.MustCompile(`(?mi)^\s*\d+ of \d+ documents?\s*$`)
	nexis    = regexp.MustCompile(`(?mi)^\s*(load-date:|end of document\s*$)`)
	words    = regexp.MustCompile(`(?m)^\s*\d[\d,]* words\s*$`)
	document = regexp.MustCompile(`(?m)^\s*Document [A-Z0-9]{4,12}\d{8}[a-z0-9]{6,14}\s*$`)
	// cover are the lines of an export's first page, and those that number its pages.
	cover     = regexp.MustCompile(`(?i)^(user name|date and time|job number|client/matter|search terms|search type|narrowed by|content type):|^documents? \(\d+\)$|^page \d+ of \d+$`)
	copyright = regexp.MustCompile(`(?i)^(copyright|©|\(c\)|all rights reserved)`)
	clock     = regexp.MustCompile(`^\d{1,2}:\d\d( ?[AaPp][Mm])?( [A-Z]{2,4})?$`)
)

// nexisDocs are the articles of an export of Nexis: outlet, date and title, or
// title, outlet and date, above "BYLINE:", "LENGTH:" and the like.
func nexisDocs(ls []line.Line) []Doc {
	var out []Doc
	lo := 0
	for i := range ls {
		switch s := strings.ToLower(ls[i].S); {
		case numbered.MatchString(s):
			out = nexisDoc(out, ls[lo:i])
			lo = i + 1
		case s == "end of document":
			out = nexisDoc(out, ls[lo:i])
			lo = i + 1
		}
	}
	return nexisDoc(out, ls[lo:])
}

func nexisDoc(out []Doc, ls []line.Line) []Doc {
	var d Doc
	k := slices.IndexFunc(ls, func(l line.Line) bool {
		field, _ := nexisLabel(l.S)
		return field != ""
	})
	if k < 0 {
		return out
	}
	var head []line.Line
	date, lo := -1, 0
	for i := range ls[:k] {
		if cover.MatchString(ls[i].S) {
			lo = i + 1
		}
	}
	for i := lo; i < k; i++ {
		l := ls[i]
		if rule(l.S) || copyright.MatchString(l.S) {
			continue
		}
		if date < 0 && len(l.Stamps) > 0 && l.Stamps[0].Whole() && l.Words <= 10 && len(head) > 0 {
			date = len(head)
		}
		head = append(head, l)
	}
	if date < 1 {
		return out
	}
	d.Published = span(&head[date])
	switch last := len(head) - 1; {
	case date > 1 && slices.ContainsFunc(ls[k:], func(l line.Line) bool { return l.S == "Body" }): // title, outlet, "Supplied by ...", day, edition
		d.Title, d.Outlet = span(&head[0]), span(&head[1])
	case last > date:
		d.Title, d.Outlet = span(&head[last]), span(&head[date-1])
	case date > 1:
		d.Title, d.Outlet = span(&head[0]), span(&head[date-1])
	default:
		d.Outlet = span(&head[0])
	}
	counted := false
	i := k
	for ; i < len(ls); i++ {
		field, at := nexisLabel(ls[i].S)
		switch {
		case field == "body":
		case field != "":
			counted = counted || length.MatchString(ls[i].S)
			if p := d.field(field); p != nil && p.Len() == 0 && at < len(ls[i].S) {
				*p = stemma.Span{Start: ls[i].Start + at, End: ls[i].End}
			}
			continue
		case i > k && ls[i].Gap == 0: // the rest of a value
			continue
		}
		if field == "body" {
			i++
		}
		break
	}
	end := i
	for end < len(ls) && !nexisEnd(ls, end) {
		end++
	}
	if !counted || d.Title.Len() == 0 {
		return out
	}
	d.Whole = true
	d.fill(ls, i, end)
	return append(out, d)
}

// nexisLabels are the labels between the head and the text of an export of Nexis,
// nexisEnds those behind it.
var (
	nexisLabels = map[string]string{"byline": "author", "section": "section", "dateline": "place", "length": "-", "highlight": "-", "abstract": "-", "series": "-", "column": "-", "edition": "-", "distribution": "-", "url": "url", "body": "body"}
	nexisEnds   = map[string]bool{"load-date": true, "graphic": true, "language": true, "publication-type": true, "subject": true, "document-type": true, "journal-code": true, "correction-date": true, "type": true, "company": true, "organization": true, "industry": true, "person": true, "geographic": true, "city": true, "country": true, "state": true, "classification": true, "ticker": true}
)

func nexisLabel(s string) (field string, at int) {
	key, _, ok := strings.Cut(s[:min(len(s), 20)], ":")
	if !ok {
		if s == "Body" {
			return "body", len(s)
		}
		return "", 0
	}
	at = len(key) + 1
	at += len(s[at:]) - len(strings.TrimLeft(s[at:], " \t"))
	return nexisLabels[strings.ToLower(key)], at
}

// nexisEnd reports whether line i is behind the text.
func nexisEnd(ls []line.Line, i int) bool {
	s := ls[i].S
	if key, _, ok := strings.Cut(s[:min(len(s), 24)], ":"); ok && nexisEnds[strings.ToLower(key)] {
		return key == strings.ToUpper(key) || strings.EqualFold(key, "load-date")
	}
	if s == "Graphic" || s == "Classification" {
		return len(ls)-i <= 30
	}
	return copyright.MatchString(s) && len(ls)-i <= 8
}

func span(l *line.Line) stemma.Span { return stemma.Span{Start: l.Start, End: l.End} }

// codes are the fields of Factiva's export by their two letters; those that are
// not kept are "-".
var codes = map[string]string{"HD": "title", "BY": "author", "SN": "outlet", "PD": "published", "SE": "section", "LP": "body", "TD": "body",
	"WC": "-", "ET": "-", "SC": "-", "ED": "-", "PG": "-", "LA": "-", "CY": "-", "CO": "-", "IN": "-", "NS": "-", "RE": "-", "IPD": "-", "IPC": "-", "PUB": "-", "AN": "-", "CT": "-", "CR": "-", "RF": "-", "ART": "-", "CLM": "-", "VOL": "-"}

// codeOf reads "HD      Talks fail" as a field and where its value begins.
func codeOf(s string) (field string, at int) {
	key, rest, _ := strings.Cut(s[:min(len(s), 200)], " ")
	if field = codes[key]; field == "" || rest != "" && key == "IN" && !strings.HasPrefix(rest, " ") {
		return "", 0
	}
	return field, len(s) - len(strings.TrimLeft(s[len(key):], " \t"))
}

// coded reports whether a text has Factiva's codes of a title, of a text and of
// a source or day.
func coded(s string) bool {
	has := map[string]bool{}
	for l := range strings.Lines(s) {
		if f, _ := codeOf(strings.TrimSpace(l)); f != "" {
			has[f] = true
		}
	}
	return has["title"] && has["body"] && has["published"] && has["outlet"]
}

// codedDocs are the articles of an export of Factiva with codes; each begins with
// its title or what stands before it.
func codedDocs(ls []line.Line) []Doc {
	var out []Doc
	var d *Doc
	field := ""
	for i := range ls {
		l := &ls[i]
		at := 0
		if f, n := codeOf(l.S); f != "" {
			field, at = f, n
			if f == "title" {
				out = append(out, Doc{Whole: true})
				d = &out[len(out)-1]
			}
		}
		if d == nil || at >= len(l.S) {
			continue
		}
		v := stemma.Span{Start: l.Start + at, End: l.End}
		if field == "body" {
			d.Body = append(d.Body, v)
		} else if p := d.field(field); p != nil {
			if p.Len() == 0 {
				*p = v
			} else if field == "title" {
				p.End = v.End // a title in two lines
			}
		}
	}
	return out
}

// factivaDocs are the articles of an export of Factiva without codes: title,
// writer, "412 words", day, outlet and more down to the copyright, the text, and
// "Document ...".
func factivaDocs(ls []line.Line) []Doc {
	var out []Doc
	lo := 0
	for i := range ls {
		if document.MatchString(ls[i].S) {
			out = factivaDoc(out, ls[lo:i])
			lo = i + 1
		}
	}
	return out
}

func factivaDoc(out []Doc, ls []line.Line) []Doc {
	ls = ls[begin(ls):]
	w := 0
	for w < len(ls) && w < 8 && !words.MatchString(ls[w].S) {
		w++
	}
	if w == 0 || w+3 >= len(ls) || w == 8 || len(ls[w+1].Stamps) == 0 {
		return out
	}
	d := Doc{Title: span(&ls[0]), Published: span(&ls[w+1]), Whole: true}
	if w > 1 && ls[w-1].Words <= 10 {
		d.Author = span(&ls[w-1])
	}
	i := w + 2
	if clock.MatchString(ls[i].S) {
		i++
	}
	d.Outlet = span(&ls[i])
	i++
	for k := i; k < min(len(ls), i+6); k++ {
		if copyright.MatchString(ls[k].S) {
			i = k + 1
			break
		}
	}
	d.fill(ls, i, len(ls))
	return append(out, d)
}
