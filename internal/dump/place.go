package dump

import (
	"regexp"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// writtenIn finds where a text without a dateline was written: on a line of its
// own above it ("Nairobi,"), before the date ("Bergen, 4 May 2020"), or after
// the writer's name ("By Ann Example in Bergen", "By Ann Example, Bergen",
// "Harbour News, Bergen").
func (r *reader) writtenIn(a *stemma.Article, t heading, first int) {
	set := func(i int, place, why string) {
		l := &r.ls[i]
		at := max(0, strings.Index(strings.ToLower(l.S), strings.ToLower(place)))
		a.Place = placeName(place)
		r.candidate(a, "place", a.Place, "line", l.Start+at, l.Start+at+len(place), true, why)
	}
	lo := max(0, t.line-6)
	if t.line < 0 {
		lo = max(0, first-8)
	}
	for i := lo; i < first; i++ {
		if i == t.line || r.role[i] == block.Standfirst || r.role[i] == block.Caption {
			continue
		}
		l := &r.ls[i]
		if p, ok := r.placeOf(i); ok && i > t.line {
			r.role[i] = block.Dateline
			set(i, p, "stands alone above the text")
			return
		}
		if m := letterFrom.FindStringSubmatch(l.S); m != nil && titled(m[1]) {
			set(i, m[1], "whence it is a letter")
			return
		}
		if p, ok := r.beforeDate(i); ok {
			set(i, p, "stands before the date")
			return
		}
		if l.Words > 16 || i < t.line {
			continue
		}
		if p := prefixed(l.S, bylines); p == "" && r.role[i] != block.Byline {
			if name, rest, ok := strings.Cut(l.S, ", "); ok && i > t.line && r.isPlace(rest, first) {
				if _, isOutlet := named(name); isOutlet || r.nearByline(i) {
					set(i, rest, "stands after the name of the house")
					return
				}
			}
			continue
		}
		if p := r.placeInByline(i, first); p != "" {
			set(i, p, "named after the writer")
			return
		}
	}
}

// letterFrom is what magazines print above a report: "LETTER FROM BERGEN".
var letterFrom = regexp.MustCompile(`(?i)^(?:a )?(?:letter|postcard|dispatch|report|notes|diary) from (\S+(?: \S+){0,2})$`)

// placeInByline is the place that byline i names after its writer, "" for none.
func (r *reader) placeInByline(i, first int) string {
	l := &r.ls[i]
	s := l.S
	if len(l.Stamps) > 0 && l.Stamps[0].Start > 3 {
		s = s[:l.Stamps[0].Start]
	}
	s = strings.Trim(trimLabels(s), block.Space+".,|")
	for _, m := range []string{" in ", " à ", " en ", " em ", " a "} {
		k := strings.LastIndex(s, m)
		if k > 0 && (r.isPlace(s[k+len(m):], first) || m == " in " && r.spokenOf(s[k+len(m):], first)) {
			return s[k+len(m):]
		}
	}
	if k := strings.LastIndex(s, ", "); k > 0 && r.isPlace(s[k+2:], first) {
		return s[k+2:]
	}
	return ""
}

// nearByline reports whether a byline stands right above line i.
func (r *reader) nearByline(i int) bool {
	return i > 0 && (r.role[i-1] == block.Byline || r.saysWho(i-1))
}

// isPlace reports whether s is a place: one the table has, or a name that the
// text speaks of as one, "in Bergen".
func (r *reader) isPlace(s string, first int) bool {
	s = strings.Trim(s, block.Space+".,")
	if s == "" || len(strings.Fields(s)) > 3 || !titled(s) || strings.ContainsAny(s, "0123456789:/|@") {
		return false
	}
	if placeSet[strings.ToLower(s)] {
		return true
	}
	if _, isOutlet := named(s); isOutlet || isJob(s) {
		return false
	}
	for i := first; i < min(len(r.ls), first+60); i++ {
		for _, m := range []string{"in ", "In ", "at ", "from ", "near ", "outside "} {
			if k := strings.Index(r.ls[i].S, m+s); k >= 0 && (k == 0 || !letterBefore(r.ls[i].S, k)) && ends(r.ls[i].S[k:], m+s) {
				return true
			}
		}
	}
	return false
}

// spokenOf reports whether s, behind "By Ann Example in", is a name that the text
// has within its sentences.
func (r *reader) spokenOf(s string, first int) bool {
	if len(strings.Fields(s)) > 3 || !titled(s) || isJob(s) || strings.ContainsAny(s, "0123456789:/|@") {
		return false
	}
	for i := first; i < min(len(r.ls), first+60); i++ {
		if k := strings.Index(r.ls[i].S, " "+s); k > 0 && ends(r.ls[i].S[k:], " "+s) && r.ls[i].Words >= 8 {
			return true
		}
	}
	return false
}

// isJob reports whether s says what a writer is, not where.
func isJob(s string) bool {
	return contains(s, []string{"editor", "reporter", "correspondent", "writer", "staff", "contributor", "bureau", "journalist", "author", "columnist", "producer", "desk", "team", "agencies", "analyst", "professor", "fellow", "photographer", "news"}) != ""
}

// beforeDate reads the place before the date of line i: "Bergen, 4 May 2020",
// "Berne, le 4 mai 2020".
func (r *reader) beforeDate(i int) (string, bool) {
	l := &r.ls[i]
	if len(l.Stamps) == 0 || l.Stamps[0].Start < 4 || l.Words > 8 {
		return "", false
	}
	s := strings.TrimRight(l.S[:l.Stamps[0].Start], block.Space)
	for _, w := range []string{" le", " den", " am", " il", " el", " a", " em", " on"} {
		s = strings.TrimSuffix(s, w)
	}
	s, comma := strings.CutSuffix(strings.TrimRight(s, block.Space), ",")
	low := strings.ToLower(s)
	if !comma && !placeSet[low] || len(strings.Fields(s)) > 3 || !titled(s) || dateWords[low] || slugs[low] || strings.ContainsAny(s, "0123456789:|/@•·") || contains(s, modifiedWords) != "" || contains(s, publishedWords) != "" {
		return "", false
	}
	if _, isOutlet := named(s); isOutlet || isJob(s) || prefixed(s, bylines) != "" {
		return "", false
	}
	if !placeSet[low] && len(strings.Fields(s)) > 1 && !strings.Contains(strings.ToLower(r.text.S), "in "+low) { // Ann Example, 4 May 2020
		return "", false
	}
	return s, true
}
