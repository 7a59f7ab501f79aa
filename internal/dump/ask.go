package dump

import "strings"

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

// PhotoCredit cuts the credit of a photograph off the end of a caption.
func PhotoCredit(s string) (caption, credit string) { return photoCredit(s) }

// Sources are the agencies a short line names as the source of a text:
// "Source: Reuters/jt" -> Reuters; "he said. (AFP)" -> AFP. at and end are the
// bytes they stand within.
func Sources(s string) (names []string, at, end int) {
	t := strings.TrimRight(s, " .")
	rest := strings.TrimLeft(t, "([*•- ")
	if p := prefixed(rest, sources); p != "" && len(t) < 120 {
		at = len(t) - len(rest) + len(p)
	} else if i := strings.LastIndexByte(t, '('); i >= 0 && strings.HasSuffix(t, ")") && len(t)-i < 40 {
		at = i
	} else {
		return nil, 0, 0
	}
	for _, part := range strings.FieldsFunc(t[at:], func(r rune) bool { return strings.ContainsRune("/,;|()", r) }) {
		if name, ok := agency(strings.Trim(part, " .-–—:")); ok {
			names = append(names, name)
		}
	}
	return names, at, len(t)
}
