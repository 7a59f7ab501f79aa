package dump

import "strings"

// longPreview is the most lines of a preview.
const longPreview = 25

// dropPreviews takes out of the body what stands above a button of few words
// and, whole, again below it: the beginning of an answer, "Continue reading",
// and the answer.
func (r *reader) dropPreviews(in []bool, lo, hi int) {
	for i := lo + 1; i+1 < hi; i++ {
		if r.ls[i].Words > 4 || !previews[strings.ToLower(strings.Trim(r.ls[i].S, "()[]….› "))] {
			continue
		}
		for k := max(lo, i-longPreview); k < i; k++ {
			if n := i - k; r.ls[k].Words >= 4 && r.begins(k, i+1) && (n == 1 || i+2 < hi && r.begins(k+1, i+2)) {
				clear(in[k:i])
				break
			}
		}
	}
}

// begins reports whether line j says what line k does, and may go on.
func (r *reader) begins(k, j int) bool {
	return strings.HasPrefix(r.ls[j].S, strings.TrimRight(r.ls[k].S, "…."))
}
