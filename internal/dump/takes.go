package dump

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/clip"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// take is one sending of an agency's story, of several that stand one below
// another: its lines, and that of its dateline, -1 of none.
type take struct {
	lo, hi, dateline int
	// sent is the line that says below it when it was sent, -1 of none.
	sent int
	doc  clip.Doc
}

var (
	// takeMark is what agencies print where a story is sent again or in haste:
	// "UPDATE 2-Ferry sinks", "2nd Ld-Writethru", "Urgent: ...", "VARDA-LD FERRY".
	takeMark = regexp.MustCompile(`(?i)^\W*(?:flash|urgent|news ?alert|alert|bulletin|snap|newsbreak)\s*(?:[:!/–—-]|$)|\b(?:update|wrapup|refile|rpt|corrected|recast|pix|leadall|lead|ld)[ -]?\d{0,2}\s?[-–—:]|\b\d{1,2}(?:st|nd|rd|th)[ -]?(?:ld|lead)\b|writethru|^bc-\S|\bslug\s*:|,(?:urgent|flash|alert|bulletin|lead|\d{0,2}[a-z]{0,2}lead)\b|-LD\b`)
	// takeNotice is what a take says of itself: "ATTENTION - ADDS toll ///",
	// "Eds: UPDATES with toll.", "(Adds details)".
	takeNotice = regexp.MustCompile(`^\W*(?:(?i:attention|eds\.?|editors?|note to editors)\s*[:–—-]|\(?(?:Adds|Updates|Updating|Recasts|Repeats|Corrects|Releads|Rewrites|Changes|Clarifies|Removes|Fixes|Deletes|Inserts|Incorporates|ADDS|UPDATES|RECASTS|REPEATS|CORRECTS|RELEADS)\b)|///\s*$`)
	// takeSlug is a line for the agency's desks: "BC-AF--Ferry,0231", "[2] ... Slug: x".
	takeSlug = regexp.MustCompile(`(?i)^bc-\S|\bslug\s*:|^[a-z]{2,4}\d{2,4}\s+\d\b|^[A-Z]{3,}[-/]`)
	// takeEnd is the first line below the text of a take: initials, the agency's
	// time, a desk's address, "ENDS".
	takeEnd    = regexp.MustCompile(`^[a-z]{2,4}(?:[/-][a-z0-9]{1,4}){1,6}\.?$|^[A-Za-z]{2,4}(?: [a-z]{2,3}){1,4}$|^[A-Z]{2,4}$|^[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}(?:GMT|E[SD]T)|^\(\(|^\W*(?i:ends?|enditem|more|30|#+|-0-)\W*$`)
	agencyTime = regexp.MustCompile(`^[A-Z]{2,4}-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d) (\d\d)(\d\d)GMT`)
	wiredLine  = regexp.MustCompile(`\) ?[-–—]|\)\s+\p{Lu}`)
	desk       = regexp.MustCompile(`^[\s|–—-]*[A-Z]{2,6}\s*[-–—:|]\s*`)
)

// readTakes reads a text of several takes of an agency's, one below another, each
// as an article of the agency's; none of another text.
func readTakes(c *stemma.Capture, text block.Text) []stemma.Article {
	if len(wiredLine.FindAllStringIndex(text.S[:min(len(text.S), MaxBytes)], 2)) < 2 {
		return nil
	}
	ls := line.Unwrap(text.S, line.Split(text.S))
	name, ts := takes(ls)
	var out []stemma.Article
	for i := range ts {
		as := readDoc(c, text, &ts[i].doc)
		if len(as) == 0 {
			continue
		}
		renumber(c, as, strconv.Itoa(len(out)+1))
		a := &as[0]
		a.Outlet = name
		f := fields{&reader{c: c, text: text}, a}
		if k := ts[i].dateline; k >= 0 {
			f.r.candidate(a, "outlet", name, "dateline", ls[k].Start, ls[k].Start+len(head(ls[k].S, 60)), true, "its takes stand one below another")
		}
		if k := ts[i].sent; k >= 0 && (a.Published == nil || !strings.Contains(a.Published.Text, ":")) {
			m := agencyTime.FindStringSubmatch(ls[k].S) // month, day, year
			if at, err := time.Parse("01-02-06 1504", m[1]+"-"+m[2]+"-"+m[3]+" "+m[4]+m[5]); err == nil {
				a.Published, a.MayBe = &stemma.Date{From: at, Until: at.Add(time.Minute), Text: ls[k].S, How: "printed", Zone: "UTC"}, nil
				f.r.candidate(a, "published", ls[k].S, "line", ls[k].Start, ls[k].End, true, "when the take was sent")
			}
		}
		out = append(out, as...)
	}
	return out
}

// takes cuts a text into takes of one agency; none where its lines do not say
// that a story was sent several times.
func takes(ls []line.Line) (agency string, out []take) {
	lines := map[int]dateline{}
	count := map[string]int{}
	for i := range ls {
		if ls[i].Words < 8 || !wiredLine.MatchString(head(ls[i].S, 110)) {
			continue
		}
		if d, ok := readDateline(ls[i].S); ok && d.agency != "" {
			lines[i] = d
			if count[d.agency]++; count[d.agency] > count[agency] || count[d.agency] == count[agency] && d.agency < agency {
				agency = d.agency
			}
		}
	}
	if count[agency] < 2 {
		return "", nil
	}
	for i, d := range lines {
		if d.agency != agency {
			delete(lines, i)
		}
	}
	cuts, alike := takeCuts(ls, lines)
	marked := 0
	for k, lo := range cuts {
		t := take{lo: lo, hi: len(ls), dateline: -1, sent: -1}
		if k+1 < len(cuts) {
			t.hi = cuts[k+1]
		}
		for i := t.lo; i < t.hi; i++ {
			if _, ok := lines[i]; ok && t.dateline < 0 {
				t.dateline = i
			}
		}
		if t.read(ls) {
			marked++
		}
		out = append(out, t)
	}
	if marked == 0 || marked < 2 && !alike || marked*2 < len(out) {
		return "", nil
	}
	return agency, out
}

// takeCuts are the lines at which takes begin: lines of one kind of which one
// stands above each dateline (they are alike), else what stands above the datelines.
func takeCuts(ls []line.Line, datelines map[int]dateline) (at []int, alike bool) {
	kinds := []func(l *line.Line) bool{
		func(l *line.Line) bool { return timed(l) && strings.ContainsAny(l.S[:1], "[#(0123456789") },
		timed,
		func(l *line.Line) bool { return takeSlug.MatchString(l.S) },
		func(l *line.Line) bool { return !l.Ends && l.Words <= 30 && takeMark.MatchString(l.S) },
	}
	for _, is := range kinds {
		at = nil
		has, two := 0, false
		open := 0 // datelines since the last cut
		for i := range ls {
			if _, ok := datelines[i]; ok {
				open++
				has++
				two = two || open > 1 || len(at) == 0
			} else if is(&ls[i]) {
				at = append(at, i)
				open = 0
			}
		}
		if !two && has*2 >= len(at) && len(at) >= 2 {
			for k := range at {
				at[k] = above(ls, at[k])
			}
			return at, true
		}
	}
	at = nil
	for i := range ls {
		if _, ok := datelines[i]; ok {
			at = append(at, above(ls, i))
		}
	}
	return at, false
}

// timed reports whether a line says when a take was sent.
func timed(l *line.Line) bool {
	return len(l.Stamps) > 0 && l.Stamps[0].Whole() && l.Stamps[0].HasTime && l.Stamps[0].Start < 12 && l.Words <= 30 && !l.Ends
}

// above is the first of the lines above line i that stand with it and are of no
// text.
func above(ls []line.Line, i int) int {
	for i > 0 && ls[i].Gap == 0 {
		l := &ls[i-1]
		if l.Ends && l.Words >= 8 || takeEnd.MatchString(l.S) || strings.HasSuffix(l.S, "Enditem") || drawn(l.S) {
			break
		}
		i--
	}
	return i
}

// drawn reports whether a line is drawn and not written: "-----".
func drawn(s string) bool { return strings.Trim(s, "-=_*~#+ ") == "" }

// read reads the fields of a take and where its text stands; it reports whether
// the take says that it was sent in haste or again.
func (t *take) read(ls []line.Line) (marked bool) {
	d := &t.doc
	d.Whole = true
	i := t.lo
	for ; i < t.hi && i != t.dateline; i++ {
		l := &ls[i]
		at := 0
		if len(l.Stamps) > 0 && l.Stamps[0].Whole() && l.Words <= 30 && !l.Ends {
			if d.Published.Len() == 0 {
				d.Published = stemma.Span{Start: l.Start + l.Stamps[0].Start, End: l.Start + l.Stamps[0].End}
			}
			at = l.Stamps[0].End
			at += len(desk.FindString(l.S[at:])) // "14:02 12-Feb-2013 RTRS - Ferry sinks"
		}
		rest := strings.TrimLeft(l.S[at:], " |–—-")
		marked = marked || takeMark.MatchString(l.S)
		switch {
		case drawn(l.S):
		case takeNotice.MatchString(l.S) && l.Words <= 60:
			marked = true
			d.Notices = append(d.Notices, stemma.Span{Start: l.Start, End: l.End})
		case takeSlug.MatchString(l.S), strings.HasPrefix(l.S, "*"), len(strings.Fields(rest)) < 2:
		case prefixed(l.S, bylines) != "" && personal(l.S[len(prefixed(l.S, bylines)):]), signedName(l.S):
			d.Author = stemma.Span{Start: l.Start, End: l.End}
		case d.Title.Len() == 0 && l.Words <= 30:
			d.Title = stemma.Span{Start: l.End - len(rest), End: l.End}
		case t.dateline < 0 && l.Ends:
			t.hi = min(t.hi, i+1)
			d.Body = append(d.Body, stemma.Span{Start: l.Start, End: l.End})
		}
	}
	end := i
	for end < t.hi && (end == i || !takeEnd.MatchString(ls[end].S) && !drawn(ls[end].S)) {
		end++
	}
	if end < t.hi && agencyTime.MatchString(ls[end].S) {
		t.sent = end
	}
	for k := i; k < end; k++ {
		v := stemma.Span{Start: ls[k].Start, End: ls[k].End}
		if s, ok := strings.CutSuffix(ls[k].S, "Enditem"); ok {
			v.End = v.Start + len(strings.TrimRight(s, " "))
		}
		if v.Len() > 0 {
			d.Body = append(d.Body, v)
		}
	}
	return marked
}

// signedName reports whether a line is a writer's name as AFP prints it, "Joana
// TAVARES".
func signedName(s string) bool {
	w := strings.Fields(s)
	return len(w) >= 2 && len(w) <= 3 && personal(s) && len(w[len(w)-1]) > 2 && w[len(w)-1] == strings.ToUpper(w[len(w)-1]) && w[0] != strings.ToUpper(w[0])
}
