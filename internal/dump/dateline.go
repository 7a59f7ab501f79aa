package dump

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/when"
	directory "github.com/stemma-news/stemma/internal/outlet"
)

// dateline is what stands before the first sentence of a report.
type dateline struct {
	place  string
	agency string
	outlet string
	stamp  *when.Stamp
	// end is the byte after it; place stands from placeAt to placeEnd.
	end, placeAt, placeEnd int
}

// separators end a dateline; the longest of those that stand first is taken.
var separators = []string{" --- ", " -- ", " - ", " – ", " — ", "— ", "– ", " —", " –", ".- ", ".— ", "--", ": ", "—", "–"}

// readDateline reads the dateline of a paragraph:
//
//	"LISBON. March 4 (Agency) - ..."  "LISBON - ..."  "LISBON: ..."
//	"PARIS, 5 mai (AFP) — ..."  "Jakarta, CNN Indonesia -- ..."
//	"新华社北京6月23日电 ..."
func readDateline(s string) (d dateline, ok bool) {
	if d, ok := hanDateline(s); ok {
		return d, true
	}
	h := head(s, 110)
	if d, ok := slashDateline(h); ok {
		return d, true
	}
	bracketed := false
	if rest, ok := strings.CutPrefix(h, "["); ok { // "[Geneva, 5 May 2020] – ..."
		if in, _, ok := strings.Cut(rest, "]"); ok && strings.Contains(in, ",") {
			bracketed = true
			h = " " + in + " " + h[len(in)+2:]
		}
	}
	at, sep := -1, ""
	for _, x := range separators {
		if i := strings.Index(h, x); i > 0 && (at < 0 || i < at || i == at && len(x) > len(sep)) {
			at, sep = i, x
		}
	}
	if at < 0 {
		// "LISBON (AP) Dockers said", "Lisbon, Mar 4 (PTI) Dockers said": a place in
		// capitals or with a day, and an agency in brackets
		i := strings.IndexByte(h, ')')
		switch {
		case i > 0 && i < 60 && strings.HasPrefix(h[i+1:], " "):
			at, sep = i+1, " "
		case i > 0 && i < 60 && strings.HasPrefix(h[i+1:], ". "): // "Lisbon, March 4 (Agency). Dockers said"
			at, sep = i+1, ". "
		default:
			return capsDateline(h)
		}
	}
	d.end = at + len(sep)
	rest, _ := utf8.DecodeRuneInString(s[d.end:])
	if unicode.IsLower(rest) {
		return d, false
	}
	agencyNamed := d.names(h[:at])
	if d.placeEnd <= d.placeAt {
		return d, false
	}
	p := strings.Trim(s[d.placeAt:d.placeEnd], block.Space+".,")
	caps := p == strings.ToUpper(p) && utf8.RuneCountInString(p) >= 3 && strings.ContainsFunc(p, unicode.IsUpper)
	low := strings.ToLower(p)
	switch {
	case slugs[low] || len(strings.Fields(p)) > 4 || strings.ContainsAny(p, "?!\"“”:;#@/0123456789"):
		return d, false
	case strings.HasPrefix(strings.TrimSpace(sep), ":") || sep == ": ":
		if !caps && !(agencyNamed && titled(p)) && !placeSet[low] {
			return d, false
		}
	case (sep == " " || sep == ". ") && !(agencyNamed && (caps || d.stamp != nil)):
		return d, false
	case !caps && !agencyNamed && !placeSet[low] && !(bracketed && d.stamp != nil):
		return d, false
	case !caps && !titled(p):
		return d, false
	}
	d.place = placeName(p)
	return d, true
}

// capsDateline reads "LISBON, Portugal, March 4. Dockers said": a place in
// capitals and a day, without a dash.
func capsDateline(h string) (d dateline, ok bool) {
	p, _, ok := strings.Cut(h, ",")
	sts := when.Find(h)
	if !ok || len(sts) == 0 || len(p) < 3 || p != strings.ToUpper(p) || !titled(p) || len(strings.Fields(p)) > 3 || slugs[strings.ToLower(p)] || strings.ContainsAny(p, "0123456789:") {
		return d, false
	}
	st := sts[0]
	between := strings.Trim(h[len(p):st.Start], block.Space+",.")
	end := st.End + len(h[st.End:]) - len(strings.TrimLeft(h[st.End:], ".,: "))
	r, _ := utf8.DecodeRuneInString(h[end:])
	if st.Month == 0 || st.Day == 0 || end == st.End || !unicode.IsUpper(r) || between != "" && !countries[strings.ToLower(between)] {
		return d, false
	}
	return dateline{place: placeName(p), stamp: &st, end: end, placeEnd: len(p)}, true
}

// slashDateline reads "MOSCOW, May 12. /TASS/. ..."
func slashDateline(h string) (d dateline, ok bool) {
	i := strings.Index(h, "/")
	if i < 4 || i > 60 {
		return d, false
	}
	k := strings.Index(h[i+1:], "/")
	if k < 2 || k > 30 {
		return d, false
	}
	name, ok := agency(h[i+1 : i+1+k])
	if !ok && acronym(h[i+1:i+1+k]) && len(when.Find(h[:i])) > 0 {
		name, ok = h[i+1:i+1+k], true
	}
	p, _, _ := strings.Cut(h[:i], ",")
	p, _, _ = strings.Cut(p, ". ")
	p = strings.Trim(p, block.Space+".")
	if !ok || !titled(p) || len(strings.Fields(p)) > 3 || p == "" {
		return d, false
	}
	d.agency, d.placeEnd, d.place = name, len(p), placeName(p)
	d.end = i + k + 2
	for d.end < len(h) && (h[d.end] == '.' || h[d.end] == ' ') {
		d.end++
	}
	return d, true
}

// names reads the place, agency, outlet and day out of the words of a dateline.
func (d *dateline) names(s string) (agencyNamed bool) {
	unknown := "" // an agency no table knows: "BERGEN, May 4 (NSB) -"
	rest := []byte(s)
	blank := func(i, j int) {
		for ; i < j; i++ {
			rest[i] = '\x00'
		}
	}
	for i := strings.IndexByte(s, '('); i >= 0; { // (Interfax), (AFP/Reuters)
		j := strings.IndexByte(s[i:], ')')
		if j < 0 {
			break
		}
		parts := strings.FieldsFunc(s[i+1:i+j], func(r rune) bool { return r == '/' || r == ',' || r == '|' })
		for k, part := range parts {
			if name, ok := agency(part); ok && d.agency == "" {
				d.agency, agencyNamed = name, true
			} else if name, ok := named(part); ok && d.outlet == "" {
				d.outlet, agencyNamed = name, true
			} else if part = strings.TrimSpace(part); d.agency == "" && acronym(part) && i > 0 {
				unknown = part
			} else if k == 0 && len(parts) == 2 && titled(part) && strings.EqualFold(parts[1], "agencies") { // (HarbourNet/Agencies)
				d.outlet = part
			}
		}
		if i == 0 && !agencyNamed {
			break
		}
		blank(i, i+j+1)
		k := strings.IndexByte(s[i+j:], '(')
		if k < 0 {
			break
		}
		i += j + k
	}
	for _, st := range when.Find(s) {
		if st.Month > 0 && st.Day > 0 {
			d.stamp = &st
			blank(st.Start, st.End)
			break
		}
	}
	if unknown != "" && d.agency == "" && (d.stamp != nil || placeSet[strings.ToLower(strings.Trim(s[:strings.IndexByte(s, '(')], block.Space+",."))]) {
		d.agency, agencyNamed = unknown, true
	}
	i := 0
	for i < len(rest) { // the parts between commas and stops
		j := i
		for j < len(rest) && rest[j] != ',' && rest[j] != 0 && rest[j] != '/' && !(rest[j] == '.' && (j+1 == len(rest) || rest[j+1] == ' ' || rest[j+1] == 0)) {
			j++
		}
		part := strings.TrimSpace(string(rest[i:j]))
		off := i + strings.Index(string(rest[i:j]), part)
		if part != "" {
			if name, ok := named(part); ok {
				d.outlet, agencyNamed = name, true
			} else if name, ok := agency(part); ok && (d.placeEnd > 0 || !placeSet[strings.ToLower(part)]) {
				if d.agency == "" {
					d.agency = name
				}
				agencyNamed = true
			} else if d.placeEnd == 0 {
				d.placeAt, d.placeEnd = off, off+len(part)
			}
		}
		i = j + 1
	}
	return agencyNamed
}

// acronym reports whether s is capitals alone, as the short names of agencies
// are.
func acronym(s string) bool {
	return len(s) >= 2 && len(s) <= 6 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// hanAgencies are the names of agencies in Han characters.
var hanAgencies = sync.OnceValue(func() []string {
	var out []string
	for _, o := range directory.All() {
		for _, k := range o.Also {
			if r, _ := utf8.DecodeRuneInString(k); o.Kind == directory.Agency && unicode.Is(unicode.Han, r) {
				out = append(out, k)
			}
		}
	}
	sort.Strings(out)
	return out
})

// hanDateline reads "新华社北京6月23日电" and "（北京23日讯）".
func hanDateline(s string) (d dateline, ok bool) {
	h := head(s, 90)
	i := strings.Index(h, "电")
	if j := strings.Index(h, "電"); i < 0 || j >= 0 && j < i {
		i = j
	}
	if j := strings.Index(h, "讯"); i < 0 || j >= 0 && j < i {
		i = j
	}
	if i < 0 {
		return d, false
	}
	t := strings.TrimLeft(h[:i], "（(【")
	at := len(h[:i]) - len(t)
	if k := prefixed(t, hanAgencies()); k != "" {
		d.agency, _ = agency(k)
		at += len(k)
		t = t[len(k):]
	}
	n := strings.IndexFunc(t, unicode.IsDigit)
	if n <= 0 || n > 24 || d.agency == "" && at == 0 {
		return d, false
	}
	if st := when.Find(t); len(st) > 0 {
		d.stamp = &st[0]
	}
	d.placeAt, d.placeEnd, d.place = at, at+n, t[:n]
	d.end = i + len("电")
	return d, true
}

// titled reports whether every long word of s begins with a capital, or s is
// of a script without them.
func titled(s string) bool {
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && utf8.RuneCountInString(w) > 3 {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r) && unicode.IsLetter(r)
}

// placeName is a place as a name: "KUALA LUMPUR" -> "Kuala Lumpur".
func placeName(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s != strings.ToUpper(s) || strings.Contains(s, ".") {
		return s
	}
	up := true
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			up = r != '\'' && r != '’'
			return r
		}
		if up {
			up = false
			return r
		}
		return unicode.ToLower(r)
	}, s)
}
