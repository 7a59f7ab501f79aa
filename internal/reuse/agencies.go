package reuse

import (
	"strings"

	"github.com/stemma-news/stemma/internal/outlet"
)

// Agency returns the name of the news agency that s names and nothing else,
// "" if it names none: "the Associated Press" -> "AP", "Reuters/jt" ->
// "Reuters", "Reuters Staff" -> "Reuters". A name of which the agency is only
// a part ("Reuters Institute") is none.
func Agency(s string) string {
	if len(s) > 80 {
		return ""
	}
	s = strings.Trim(strings.ToLower(s), " \t\n\u00a0.,:;-–—|()[]©")
	for _, lead := range []string{"by ", "source: ", "source ", "from ", "via ", "copyright ", "the "} {
		s = strings.TrimPrefix(s, lead)
	}
	if n := agency(s); n != "" {
		return n
	}
	for _, tail := range []string{" staff", " news", " newswire", " health", " correspondent", " reporter", " reporters", " writer"} {
		if t, ok := strings.CutSuffix(s, tail); ok && agency(t) != "" {
			return agency(t)
		}
	}
	// "Reuters/jt" is the agency and the sub-editor; "AFP/Reuters" is two.
	if first, rest, ok := strings.Cut(s, "/"); ok && len(rest) <= 4 && agency(rest) == "" {
		return agency(first)
	}
	return ""
}

func agency(s string) string {
	if o, ok := outlet.Lookup(s); ok && o.Kind == outlet.Agency {
		return o.Name
	}
	return ""
}
