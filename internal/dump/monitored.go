package dump

import (
	"regexp"
	"strings"

	"github.com/stemma-news/stemma"
)

// What services that take down the press and broadcasts of others print around
// a report: "Text of report by Radio Harbour on 3 May" above it, "Source: Radio
// Harbour, Bergen, in English 0700 gmt 3 May 19" below.
var (
	reportOf = regexp.MustCompile(`^(?:Text|Excerpts?|Summary) (?:of|from) (?:unattributed )?(?:a )?(?:report|article|commentary|interview|dispatch|statement)\b(?: .*?)?(?: by (?:[^,"]*? (?:news agency|radio(?: station)?|TV(?: channel)?|television|newspaper|website) )?"?(\p{Lu}[^,":]*?)"?(?: website)?(?:,| on \d| in \p{Lu}|:|$))`)
	sourceOf = regexp.MustCompile(`^Source: "?(\p{Lu}[^,"]+?)"?(?:,| website,) (?:(\p{Lu}[\p{L} -]+), )?in \p{Lu}\p{L}+ (?:\d{4} gmt )?\d{1,2} \p{L}{3} \d\d`)
)

// monitored takes those lines, and the remarks in brackets beside them, out of a
// text and credits whose report it is.
func (r *reader) monitored(a *stemma.Article, in []bool, first int) {
	m := reportOf.FindStringSubmatch(r.ls[first].S)
	last := lastTrue(in)
	n := sourceOf.FindStringSubmatch(r.ls[last].S)
	if m == nil && n == nil || first == last {
		return
	}
	of := ""
	if m != nil {
		of = m[1]
		in[first] = false
		r.notice(a, first)
	}
	if n != nil {
		of = n[1]
		if a.Place == "" && n[2] != "" {
			a.Place = placeName(n[2])
			l := &r.ls[last]
			at := l.Start + strings.Index(l.S, n[2])
			r.candidate(a, "place", a.Place, "line", at, at+len(n[2]), true, "of the source that was taken down")
		}
		in[last] = false
		r.notice(a, last)
	}
	for i := lastTrue(in); i > first && strings.HasPrefix(r.ls[i].S, "[") && strings.HasSuffix(r.ls[i].S, "]"); i = lastTrue(in) {
		in[i] = false
		r.notice(a, i)
	}
	for _, i := range []int{first, last} {
		if k := strings.Index(r.ls[i].S, of); of != "" && k >= 0 {
			r.credit(a, of, "line", r.ls[i].Start+k, r.ls[i].Start+k+len(of), "whose report was taken down")
			return
		}
	}
}
