package dump

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/thread"
	directory "github.com/stemma-news/stemma/internal/outlet"
)

// credit adds name to a's credits, once, with where it stood.
func (r *reader) credit(a *stemma.Article, name, where string, from, to int, why string) {
	r.candidate(a, "credit", name, where, from, to, true, why)
	if !slices.Contains(a.Credits, name) {
		a.Credits = append(a.Credits, name)
	}
}

// ownWire drops the credits that are short for a's own outlet: "AUSTIN (KXQN) -"
// on the page of KXQN News.
func ownWire(a *stemma.Article) {
	a.Credits = slices.DeleteFunc(a.Credits, func(c string) bool {
		_, known := directory.Lookup(c)
		return !known && acronym(c) && strings.Contains(squash(a.Outlet), squash(c))
	})
}

// personal reports whether s can be a person's name or several: few words,
// most with a capital, no digits.
func personal(s string) bool {
	s = strings.Trim(s, block.Space+".:,|-–—•")
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 110 || strings.ContainsAny(s, "0123456789?!@\"") && !strings.Contains(s, ", ") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	if unicode.IsLower(first) {
		return false
	}
	words := strings.Fields(s)
	if len(words) > 14 {
		return false
	}
	if len(words) > 5 && !strings.ContainsAny(s, ",&") && !strings.Contains(s, " and ") {
		return false
	}
	words = slices.DeleteFunc(words, func(w string) bool {
		_, isAgency := agency(w)
		return isAgency || joins[w]
	})
	return len(words) == 0 || titleish(strings.Join(words, " "))
}

// joins are the words between two names.
var joins = map[string]bool{"and": true, "und": true, "et": true, "y": true, "e": true, "dan": true, "og": true, "och": true, "en": true, "i": true, "ve": true, "и": true, "та": true, "with": true, "mit": true, "avec": true, "con": true, "for": true, "in": true}

// byline reads line i, between title and body, as who wrote or where it was
// written: "By Ann Example, Reuters", "Reuters", "Lisbon, Portugal".
func (r *reader) byline(a *stemma.Article, in []bool, i, top int) {
	l := &r.ls[i]
	s := l.S
	if l.Words > 24 || in[i] || i < top && r.masthead(i) || interfaceLine(l.S) {
		return
	}
	if r.page.Classes[i] == thread.Stamp {
		r.role[i] = block.Date
		return
	}
	if name, ok := agency(s); ok && l.Words <= 5 {
		r.role[i] = block.Byline
		r.credit(a, name, "byline", l.Start, l.End, "an agency for a byline")
		return
	}
	if name, place := agencyAt(s); name != "" && a.Place == "" {
		r.role[i] = block.Byline
		r.credit(a, name, "byline", l.Start, l.End, "an agency for a byline")
		a.Place = placeName(place)
		r.candidate(a, "place", a.Place, "line", l.Start, l.End, true, "beside the agency of the byline")
		return
	}
	if r.agencyWith(a, i) {
		r.role[i] = block.Byline
		return
	}
	end := len(s)
	if len(l.Stamps) > 0 && l.Stamps[0].Start > 3 {
		end = l.Stamps[0].Start // By Ann Example  3 May 2020
	}
	p := prefixed(s, bylines)
	if p != "" {
		if name := part(s[min(end, len(p)):end]); personal(trimLabels(name)) {
			r.role[i] = block.Byline
			r.names(a, len(p), len(p)+len(name), i)
			return
		}
	}
	if r.labelled(a, i, end) {
		return
	}
	if len(l.Stamps) > 0 { // Published on 3 May 2020 by Ann Example - 5 comments
		rest := s[l.Stamps[len(l.Stamps)-1].End:]
		at := len(s) - len(strings.TrimLeft(rest, block.Space+"|-–—•·,/"))
		if p := prefixed(s[at:], bylines); p != "" {
			at = min(len(s), at+len(p))
			if name := part(s[at:]); personal(trimLabels(name)) {
				r.role[i] = block.Byline
				r.names(a, at, at+len(name), i)
				return
			}
		}
	}
	if place, ok := placeLine(s); ok && a.Place == "" {
		r.role[i] = block.Dateline
		a.Place = place
		r.candidate(a, "place", place, "line", l.Start, l.End, true, "a place below the title")
		return
	}
}

// agencyAt reads an agency and where it writes from: "Reuters, Lisbon", "EFE Bogotá".
func agencyAt(s string) (name, place string) {
	for k := range s {
		if !strings.ContainsRune(" ,/|", rune(s[k])) {
			continue
		}
		p := strings.Trim(s[k:], block.Space+",/|-–—")
		if name, ok := agency(s[:k]); ok && placeSet[strings.ToLower(p)] {
			return name, p
		}
	}
	return "", ""
}

// helped are the words between an agency and who added to its text.
var helped = []string{"with additional reporting by ", "additional reporting by ", "with reporting by ", "additional reporting: ", "with additional reporting from ", "and ", "with ", "& ", "avec ", "mit ", "con ", "com ", "et ", "und ", "y "}

// agencyWith reads a byline that begins with an agency and goes on with others:
// "Reuters, with additional reporting by Ann Example", "AFP and Ann Example".
func (r *reader) agencyWith(a *stemma.Article, i int) bool {
	l := &r.ls[i]
	rest, ok := r.leadsWithAgency(i)
	if !ok {
		return false
	}
	at := len(l.S) - len(rest)
	name, _ := agency(strings.TrimRight(l.S[:at], block.Space+",;/|-–—"))
	r.credit(a, name, "byline", l.Start, l.Start+at, "an agency for a byline")
	if p := prefixed(rest, helped); p != "" {
		at += len(p)
	}
	r.names(a, at, len(l.S), i)
	return true
}

// leadsWithAgency returns what follows the agency line i begins with, where
// that is the names of others.
func (r *reader) leadsWithAgency(i int) (string, bool) {
	l := &r.ls[i]
	if l.Ends || l.Words > 14 || len(l.Stamps) > 0 {
		return "", false
	}
	for k := 2; k < len(l.S) && k < 40; k++ {
		if !strings.ContainsRune(" ,;/|", rune(l.S[k])) {
			continue
		}
		if _, ok := agency(l.S[:k]); !ok {
			continue
		}
		rest := strings.TrimLeft(l.S[k:], block.Space+",;/|-–—")
		p := prefixed(rest, helped)
		if p == "" && l.S[k] == ' ' {
			continue
		}
		if who := rest[len(p):]; personal(who) && len(strings.Fields(who)) >= 2 || contains(who, []string{"agencies", "staff"}) != "" {
			return rest, true
		}
	}
	return "", false
}

// trimLabels cuts words of a date's label off the end of a name: "Ann Example
// | Published" -> "Ann Example".
func trimLabels(s string) string {
	s = strings.Trim(s, block.Space+"|-–—•·,/(")
	for {
		low := strings.ToLower(s)
		cut := s
		for _, w := range []string{" published", " updated", " posted", " last updated", " on", " at", " date", " publié le", " le", " veröffentlicht", " am", " pada", " full bio", " modified"} {
			if strings.HasSuffix(low, w) {
				cut = strings.Trim(s[:len(s)-len(w)], block.Space+"|-–—•·,/(:")
			}
		}
		if cut == s {
			return s
		}
		s = cut
	}
}

// names reads bytes from i to j of line n as the names of a byline. Agencies
// among them are credits.
func (r *reader) names(a *stemma.Article, i, j, n int) {
	l := &r.ls[n]
	s := trimLabels(l.S[i:j])
	for _, part := range splitNames(s) {
		if k := strings.Index(part, " in "); k > 0 && len(strings.Fields(part[:k])) >= 2 && titled(part[k+4:]) { // Ann Example in Lisbon
			part = part[:k]
		}
		at := strings.Index(l.S, part)
		from, to := l.Start+max(at, 0), l.Start+max(at, 0)+len(part)
		if name, ok := agency(part); ok {
			r.credit(a, name, "byline", from, to, "an agency in the byline")
			continue
		}
		name, ok := named(part)
		if house := strings.HasPrefix(part, "The ") && titled(part) && !strings.HasSuffix(part, " Team") && !strings.HasSuffix(part, " Staff"); ok && len(a.Bylines) > 0 || house {
			if !ok { // "By The Tolmen Executive"
				name = part
			}
			r.candidate(a, "outlet", name, "byline", from, to, false, "named after the writer")
			continue
		}
		if !slices.Contains(a.Bylines, part) {
			a.Bylines = append(a.Bylines, part)
			r.candidate(a, "byline", part, "line", from, to, true, "says who wrote it")
		}
	}
}

// splitNames cuts a byline at commas, bars and "and", and leaves out what is
// no name but a job: "Ann Example, Journalist" -> "Ann Example".
func splitNames(s string) []string {
	s = strings.NewReplacer("(avec ", ", ", "(mit ", ", ", "(con ", ", ", "(with ", ", ", "(", ", ", ")", "").Replace(s)
	for _, w := range []string{" and ", " & ", " und ", " et ", " y ", " e ", " dan ", " и ", " та ", " with ", " | ", " / ", "、"} {
		s = strings.ReplaceAll(s, w, ", ")
	}
	var out []string
	for i, p := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == '•' || r == '·' }) {
		p = strings.Trim(p, block.Space+"-–—.:")
		_, isAgency := agency(p)
		if p == "" || i > 0 && !isAgency && (len(strings.Fields(p)) < 2 && isASCII(p) || contains(p, []string{"editor", "reporter", "correspondent", "writer", "staff", "contributor", "bureau", "journalist", "author", "at", "in", "ph.d", "phd", "md"}) != "") {
			continue
		}
		out = append(out, p)
	}
	return out
}

// placeLine reads a line that is a place: "Lisbon, Portugal".
func placeLine(s string) (string, bool) {
	p, rest, ok := strings.Cut(s, ",")
	p, rest = strings.TrimSpace(p), strings.TrimSpace(rest)
	if _, isOutlet := named(p); isOutlet || contains(p, houses) != "" || !titled(p) || len(strings.Fields(p)) > 4 {
		return "", false
	}
	switch known := placeSet[strings.ToLower(p)]; {
	case ok && countries[strings.ToLower(rest)]:
	case known && ok && len(strings.Fields(rest)) <= 3 && titled(rest) && !strings.ContainsAny(rest, "0123456789"):
	case known && !ok:
	default:
		return "", false
	}
	return placeName(p), true
}

// credits reads the lines among and below the body from lo to hi that name
// where the text comes from: "Source: Reuters/jt", "© AFP", "(With inputs from
// ANI)". They leave the body.
func (r *reader) credits(a *stemma.Article, in []bool, lo, hi int) {
	for i := lo; i < hi; i++ {
		if r.role[i] == block.Caption || r.role[i] == block.Title || r.role[i] == block.Credit {
			continue
		}
		l := &r.ls[i]
		if r.role[i] == block.Notice {
			r.inputs(a, i)
			continue
		}
		if l.Words <= 16 && (in[i] || r.nearBody(in, i)) && r.sourceLine(a, i) {
			in[i] = false
			r.role[i] = block.Credit
			continue
		}
		if names, at := closing(l.S); len(names) > 0 && at == 0 && l.Words <= 12 && (in[i] || i > lo && in[i-1] || i > lo+1 && in[i-2]) && r.role[i] != block.Byline {
			in[i] = false
			r.role[i] = block.Credit
			for _, name := range names {
				r.credit(a, name, "line", l.Start, l.End, "an agency on a line of its own")
			}
			continue
		}
		if in[i] {
			r.endCredit(a, in, i)
		}
	}
}

// inputs reads agencies out of a notice: "(With inputs from ANI)".
func (r *reader) inputs(a *stemma.Article, i int) {
	l := &r.ls[i]
	low := strings.ToLower(l.S)
	if !strings.Contains(low, "input") && !strings.Contains(low, "with reporting") && !strings.Contains(low, "avec") && !strings.Contains(low, "información de") && !strings.Contains(low, "informações d") && !strings.Contains(low, "syndicated feed") && !strings.Contains(low, "with agencies") {
		return
	}
	for _, f := range directory.FindIn(l.S) {
		r.credit(a, f.Outlet.Name, "notice", l.Start+f.Start, l.Start+f.End, "named as giving inputs")
	}
	if contains(low, []string{"agencies", "agences", "agencias"}) != "" {
		r.credit(a, "Agencies", "notice", l.Start, l.End, "named as giving inputs")
	}
}

// sourceLine reads "Source: Reuters/jt": the part before a slash that names an
// agency or outlet, else the words as they are.
func (r *reader) sourceLine(a *stemma.Article, i int) bool {
	l := &r.ls[i]
	s := strings.TrimLeft(l.S, "([*•- ")
	p := prefixed(s, sources)
	at := len(l.S) - len(s) + len(p)
	switch {
	case p != "":
	case strings.HasPrefix(s, "©"):
		at = len(l.S) - len(s) + len("©")
	default:
		return false
	}
	v := strings.Trim(l.S[min(at, len(l.S)):], block.Space+")]:")
	v, reserved := strings.CutSuffix(v, " All rights reserved")
	if v == "" || len(strings.Fields(v)) > 10 {
		return false
	}
	found := false
	for _, part := range strings.FieldsFunc(v, func(r rune) bool { return r == '/' || r == ',' || r == ';' || r == '|' }) {
		part = strings.Trim(part, block.Space+".")
		for len(part) > 4 && strings.Trim(part[:4], "0123456789") == "" { // © 2021 AFP
			part = strings.TrimSpace(part[4:])
		}
		name, ok := agency(part)
		if !ok {
			name, ok = named(part)
		}
		if ok {
			r.credit(a, name, "line", l.Start+at, l.End, "named as the source of the text")
			found = true
		}
	}
	if strings.HasPrefix(s, "©") {
		if found || reserved {
			r.noted(a, i)
		}
		return found
	}
	if !found && len(strings.Fields(v)) <= 5 && !strings.Contains(v, "://") && titled(v) {
		r.credit(a, strings.Trim(v, "."), "line", l.Start+at, l.End, "named as the source of the text")
		found = true
	}
	return found || strings.Contains(v, "://")
}

// endCredit reads who closes the last paragraph: "... he said. (AFP)", "... -
// Bernama". The words stay in the text.
func (r *reader) endCredit(a *stemma.Article, in []bool, i int) {
	l := &r.ls[i]
	if j := firstTrue(in, i+1, len(in)); j >= 0 && j < i+6 && !r.lastProse(in, i) {
		names, at := partCredit(l.S)
		for _, name := range names {
			r.credit(a, name, "text", l.Start+at, l.End, "an agency after the last words of a part")
		}
		return
	}
	names, at := closing(l.S)
	for _, name := range names {
		if at > 0 && !strings.EqualFold(name, a.Outlet) {
			r.credit(a, name, "text", l.Start+at, l.End, "an agency after the last words")
		}
	}
	if at > 0 && len(names) > 0 && r.lastProse(in, i) {
		for j := i + 1; j < len(in); j++ { // "Found a mistake? Write to us."
			in[j] = false
		}
	}
}
