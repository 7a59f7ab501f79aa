package reuse

import (
	_ "embed"
	"strings"
)

//go:embed agencies.txt
var agencyList string

// agencies maps each lower-case name of a news agency to the name it goes by.
var agencies = func() map[string]string {
	m := map[string]string{}
	for _, l := range lines(agencyList) {
		names := strings.Split(l, "\t")
		for _, n := range names {
			m[strings.ToLower(n)] = names[0]
		}
	}
	return m
}()

// Agency returns the name of the news agency that s names, "" if it names
// none: "the Associated Press" -> "AP", "Reuters/jt" -> "Reuters",
// "Reuters Staff" -> "Reuters". A name of which the agency is only a part
// ("Reuters Institute") is none.
func Agency(s string) string {
	s = strings.Trim(strings.ToLower(s), " \t\n\u00a0.,:;-–—|()[]©")
	for _, lead := range []string{"by ", "source: ", "source ", "from ", "the ", "via ", "copyright "} {
		s = strings.TrimPrefix(s, lead)
	}
	if n := agencies[s]; n != "" {
		return n
	}
	for _, tail := range []string{" staff", " news agency", " news", " newswire", " correspondent", " reporter", " reporters", " writer"} {
		if t, ok := strings.CutSuffix(s, tail); ok && agencies[t] != "" {
			return agencies[t]
		}
	}
	// "Reuters/jt" is the agency and the sub-editor; "AFP/Reuters" is two.
	if first, rest, ok := strings.Cut(s, "/"); ok && agencies[first] != "" && len(rest) <= 4 && agencies[rest] == "" {
		return agencies[first]
	}
	return ""
}
