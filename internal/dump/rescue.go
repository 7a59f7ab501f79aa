package dump

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
)

// rescueCapitals takes in capitals printed apart: "T" above "he boat ...".
func (r *reader) rescueCapitals(in []bool, lo, hi int) {
	for i := lo; i+1 < hi; i++ {
		if in[i+1] && r.dropCapital(i) {
			in[i] = true
		}
	}
}

// rescueProse takes in lines that read as text and follow body: the forests
// have seen few short pages, and doubt the last lines of them.
func (r *reader) rescueProse(in []bool) {
	least := float32(0.3)
	if len(r.ls) < 60 {
		least = 0.1
	}
	since := 9
	for i := range in {
		l := &r.ls[i]
		if since++; in[i] {
			since = 0
			continue
		}
		if since <= 3 && r.chance[i] > least && (l.Ends || signedOff(l.S)) && (l.Words >= 8 && l.Lower*2 > l.Words) && !isPromo(l.S) && copyrighted(l.S) == "" {
			in[i] = true
			since = 0
		} else if isRelated(l.S) || isAdvert(l.S) {
			since--
		} else if body.Furniture(l.S) {
			since = 9
		}
	}
}

// rescueNames takes in short lines that stand above body and stand in it elsewhere
// too: the names above the turns of a debate.
func (r *reader) rescueNames(in []bool) {
	names := map[string]bool{}
	for i := range in {
		if in[i] && r.ls[i].Words <= 6 && !r.ls[i].Ends {
			names[r.ls[i].S] = true
		}
	}
	for i := 1; i+1 < len(in); i++ {
		if !in[i] && names[r.ls[i].S] && in[i+1] && (in[i-1] || i > 1 && in[i-2]) {
			in[i] = true
		}
	}
}

// isAdvert reports whether s is the mark of an advert, after which the text
// goes on: "ADVERTISEMENT", "- Anzeige -".
func isAdvert(s string) bool {
	return len(s) <= 80 && adverts[strings.ToLower(strings.Trim(s, block.Space+"-–—*[]().:…"))]
}

// signedOff reports whether s ends as a sentence does and an agency in
// brackets: "... said. (dpa)".
func signedOff(s string) bool {
	i := strings.LastIndexByte(s, '(')
	if i < 0 || !strings.HasSuffix(s, ")") || len(s)-i > 30 {
		return false
	}
	_, ok := agency(s[i:])
	return ok
}

func copyrighted(s string) string {
	name, _ := copyright(s)
	return name
}

// contactLine reports whether s is how to reach a writer or desk: "((a@b.com;
// +351 555 0101))".
func contactLine(s string) bool {
	return (strings.HasPrefix(s, "((") || strings.HasPrefix(s, "(")) && strings.HasSuffix(s, ")") && strings.Contains(s, "@") && len(strings.Fields(s)) <= 12
}

// dropCapital reports whether line i is a capital that belongs to the next.
func (r *reader) dropCapital(i int) bool {
	if i+1 >= len(r.ls) {
		return false
	}
	c, n := utf8.DecodeRuneInString(r.ls[i].S)
	next, _ := utf8.DecodeRuneInString(r.ls[i+1].S)
	return n == len(r.ls[i].S) && unicode.IsUpper(c) && (unicode.IsLower(next) || next == '\'' || next == '’') && r.ls[i+1].Words > 3
}

// standsAlone reports whether the capital of line i is a word of its own ("A"
// above "man was ...", not above "fter the ..."): whether the word below it
// stands elsewhere on the page as it is.
func (r *reader) standsAlone(i int) bool {
	if !strings.Contains("AIOÀÉEYUWVZКСВИАОЯ", r.ls[i].S) {
		return false
	}
	w, _, _ := strings.Cut(r.ls[i+1].S, " ")
	w = strings.Trim(w, ".,;:")
	for j := range r.ls {
		if j == i+1 {
			continue
		}
		s := r.ls[j].S
		for at := 0; ; {
			k := strings.Index(s[at:], w)
			if k < 0 {
				break
			}
			k += at
			at = k + len(w)
			next, _ := utf8.DecodeRuneInString(s[at:])
			if !letterBefore(s, k) && (at == len(s) || !unicode.IsLetter(next)) {
				return true
			}
		}
	}
	return false
}

// isTagline reports whether s tells how to reach or follow the writer: "Ann
// Example can be reached at ann@harbour.example".
func isTagline(s string) bool {
	return len(s) <= 300 && containsOne(s, taglines) != "" && (strings.Contains(s, "@") || strings.ContainsAny(s, "0123456789") || strings.Contains(s, "X.") || strings.Contains(strings.ToLower(s), "twitter"))
}
