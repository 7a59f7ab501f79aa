package dump

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// What follows lets the reader of HTML ask for what the words of a line say,
// so that both readers know the same.

// Dateline reads the dateline of a paragraph: its place and the name of its
// agency, "" where none is named, and the bytes at which the place stands.
func Dateline(s string) (place, agency string, at, end int, ok bool) {
	d, ok := readDateline(s)
	if !ok {
		return "", "", 0, 0, false
	}
	return d.place, d.agency, d.placeAt, d.placeEnd, true
}

// Notice reports whether a line speaks of the text itself: how it was made,
// translated, corrected, by whom reported.
func Notice(s string) bool { return isNotice(s) }

// TranslatedFrom is the language a notice says a text was translated from, ""
// where it says none.
func TranslatedFrom(s string) string { return translatedFrom(s) }

// PhotoCredit cuts the credit of a photograph off the end of a caption, and the
// word for a picture off its front.
func PhotoCredit(s string) (caption, credit string) {
	s, _ = imageLabel(s)
	return photoCredit(s)
}

// Captioned reports whether s begins as a caption does: "FILE - ", "In this
// photo".
func Captioned(s string) bool {
	return strings.HasPrefix(s, "FILE ") || prefixed(s, captions) != ""
}

// Related reports whether a line leads to another article: "READ: ...".
func Related(s string) bool { return isRelated(s) }

// HeadLine reports whether a line says who wrote, or when, and no more: "By Ann
// Example with AFP", "• Article by: Ann Example | 3 May 2020", "Published on 3 May
// 2020, updated on 4 May 2020".
func HeadLine(s string) bool {
	s = strings.Trim(s, block.Space+"•·▪●*–—")
	if who, _, ok := strings.Cut(s, " | "); ok {
		s = who
	}
	if len(s) > 160 || s == "" {
		return false
	}
	l := line.Split(s)[0]
	if l.Ends || l.Words > 16 {
		return false
	}
	for _, s := range []string{s, strings.Replace(s, ":", "", 1)} {
		if p := prefixed(s, bylines); p != "" {
			return personal(trimLabels(s[len(p):]))
		}
	}
	if len(l.Stamps) == 0 || !l.Stamps[0].Whole() {
		return false
	}
	before := s[:l.Stamps[0].Start]
	return contains(before, publishedWords) != "" || contains(before, modifiedWords) != ""
}

// SummaryHead reports whether a line heads points printed above a text: "Key
// points".
func SummaryHead(s string) bool {
	return summaryHeads[strings.ToLower(strings.Trim(s, ":：•-–—"+block.Space))]
}

// Rights is the agency that a line of copyright names, as those who buy from it
// print: "Copyright 2021 The Associated Press. All rights reserved."
func Rights(s string) (name string, ok bool) {
	if !strings.HasPrefix(s, "©") && !strings.HasPrefix(strings.ToLower(s), "copyright") {
		return "", false
	}
	holder, _ := copyright(s)
	return agency(holder)
}

// Writer reports whether s tells who one of names is: "Ann Example covers ports
// for The Harbour Times."
func Writer(s string, names []string) bool { return len(s) < 500 && aboutWriter(s, names) }

// WrittenIn is the place that a line above a text names: after its writer ("By
// Ann Example in Bergen"), after its outlet ("Harbour News, Bergen"), or before
// the date ("Bergen, 4 May 2020").
func WrittenIn(s, text, outlet string) (place string, ok bool) {
	if len(s) > 120 {
		return "", false
	}
	r := &reader{ls: line.Split(s + "\n\n" + text)}
	r.text.S = s + "\n\n" + text
	if len(r.ls) < 2 || r.ls[0].Words > 16 {
		return "", false
	}
	if p, ok := r.beforeDate(0); ok {
		return placeName(p), true
	}
	if prefixed(s, bylines) != "" {
		p := r.placeInByline(0, 1)
		return placeName(p), p != ""
	}
	name, rest, ok := strings.Cut(s, ", ")
	if ok && squash(name) == squash(outlet) && r.isPlace(rest, 1) {
		return placeName(rest), true
	}
	return "", false
}

// Sources are the agencies a short line names as the source of a text:
// "Source: Reuters/jt" -> Reuters; "he said. (AFP)" -> AFP. at and end are the
// bytes they stand within.
func Sources(s string) (names []string, at, end int) {
	t := strings.TrimRight(s, " .")
	rest := strings.TrimLeft(t, "([*•- ")
	if p := prefixed(rest, sources); p != "" && len(t) < 120 {
		at = len(t) - len(rest) + len(p)
	} else {
		names, at = closing(s)
		return names, at, len(t)
	}
	for _, part := range strings.FieldsFunc(t[at:], func(r rune) bool { return strings.ContainsRune("/,;|()", r) }) {
		if name, ok := agency(strings.Trim(part, " .-–—:")); ok {
			names = append(names, name)
		}
	}
	return names, at, len(t)
}

// LaterPage reports whether a line says that its page is not the first of a
// thread: "Page 2 of 5".
func LaterPage(s string) bool { return laterPage(s) }
