package dump

import (
	"strings"
	"unicode"

	"github.com/stemma-news/stemma/internal/block"
	directory "github.com/stemma-news/stemma/internal/outlet"
)

// longestClosing is the most bytes of a credit behind the last sentence.
const longestClosing = 90

// owing begin what a text owes to others than its writer.
var owing = []string{"with inputs from", "with input from", "inputs from", "with agency inputs", "with files from", "with reporting by", "with reporting from", "with material from", "additional reporting by", "additional reporting", "reporting by", "with agencies", "with wires", "with"}

// closing reads the credit that closes a text, from the end of its last
// paragraph or from a line of its own: the agencies and outlets named, and the
// byte it begins at.
//
//	"... he said. - Reuters"  "... (AFP/Reuters)"  "... /TASS/"
//	"... – Reuters, additional reporting: Observer staff"
//	"(With inputs from PTI)"
func closing(s string) (names []string, at int) {
	t := strings.TrimRight(s, block.Space+".")
	dashed := false
	switch {
	case strings.HasSuffix(t, ")"):
		at = strings.LastIndexByte(t, '(')
	case strings.HasSuffix(t, "]"):
		at = strings.LastIndexByte(t, '[')
	case strings.HasSuffix(t, "/"):
		at = strings.LastIndexByte(t[:len(t)-1], '/')
	default:
		at = -1
		for _, sep := range []string{" - ", " – ", " — ", " -- ", " / ", ".-", ". -", ". –", ". —"} {
			if k := strings.LastIndex(t, sep); k > at {
				at, dashed = k+1, true
			}
		}
		if k := strings.LastIndex(t, ". "); k+1 > at {
			at, dashed = k+1, false
		}
		if at < 0 && strings.ContainsRune("-–—", firstRune(t)) {
			at, dashed = 0, true
		}
		if whole := len(t) <= longestClosing && len(ofAgencies(t)) > 0; at < 0 && whole {
			at = 0
		}
	}
	if at < 0 || len(t)-at > longestClosing {
		return nil, 0
	}
	in := strings.Trim(t[at:], block.Space+"-–—/()[].")
	if names = ofAgencies(in); len(names) > 0 {
		return names, at
	}
	if p := prefixed(in, owing); p != "" {
		for _, f := range directory.FindIn(in) {
			names = append(names, f.Outlet.Name)
		}
		if name, ok := agency(in[len(p):]); ok && len(names) == 0 { // one too short to be found in a text
			names = append(names, name)
		}
		if contains(in, []string{"agencies", "agency inputs", "wires"}) != "" {
			names = append(names, "Agencies")
		}
		return names, at
	}
	if name, ok := named(in); ok && dashed && titled(in) {
		return []string{name}, at
	}
	return nil, 0
}

// partCredit reads the credit behind the last sentence of a part of a text, others
// following it: "... would not answer questions. - AFP/Weekly Sport".
func partCredit(s string) (names []string, at int) {
	for _, sep := range []string{" - ", " – ", " — ", " -- "} {
		k := strings.LastIndex(s, sep)
		if k < 40 || len(s)-k > 40 || !strings.ContainsAny(s[k-1:k], ".!?\"") && !strings.HasSuffix(s[:k], "”") {
			continue
		}
		if names = ofAgencies(strings.Trim(s[k:], block.Space+"-–—.")); len(names) > 0 {
			return names, k + 1
		}
	}
	return nil, 0
}

// ofAgencies are the agencies of a credit that names little else: "AFP/Reuters",
// "Reuters/jt", "AFP and dpa", "AFP Relaxnews", "Reuters, additional reporting:
// Observer staff".
func ofAgencies(s string) (names []string) {
	written := s
	s = strings.NewReplacer(" and ", "/", " & ", "/", " with ", "/with ", " y ", "/", " et ", "/", " und ", "/").Replace(s)
	slashed := strings.Count(written, "/") == 1 && !strings.ContainsAny(written, ",;|()")
	for k, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/,;|()", r) }) {
		part = strings.Trim(part, block.Space+"-–—.")
		name, ok := agency(part)
		if first, rest, two := strings.Cut(part, " "); !ok && two && !strings.Contains(rest, " ") && titled(part) { // "AFP Relaxnews"
			name, ok = agency(first)
		}
		switch {
		case ok:
			names = append(names, name)
		case len(names) > 0 && prefixed(part, owing) != "":
			return names
		case len(part) > 0 && len(part) <= 4 && part == strings.ToLower(part): // who wrote it, in letters
		case slashed && k > 0 && len(strings.Fields(part)) <= 3 && titled(part): // the paper's own desk: "AFP/Weekly Sport"
		case slashed && k == 0 && len(part) <= 6 && part == strings.ToUpper(part) && !strings.Contains(part, " "): // the house's own letters: "V24 / MIA"
		default:
			return nil
		}
	}
	return names
}

func firstRune(s string) rune {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			return r
		}
	}
	return 0
}

// lastProse reports whether line i of the body is its last that reads as prose.
func (r *reader) lastProse(in []bool, i int) bool {
	above := 0
	for j := i - 1; j >= 0 && j > i-6; j-- {
		if in[j] && r.prose(j) {
			above++
		}
	}
	for j := i + 1; j < len(in); j++ {
		if in[j] && r.prose(j) {
			return false
		}
	}
	return above > 0
}

// prose reports whether line i is a sentence of some length.
func (r *reader) prose(i int) bool {
	l := &r.ls[i]
	return l.Words >= 12 && l.Ends
}
