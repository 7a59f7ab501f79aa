package dump

// A line of so many words that the page prints twice is the same text, not
// words two lines have in common; two such lines, one after the other both
// times, are an article printed twice. One alone may be a standfirst or a
// quotation set apart, and again stand where it belongs.
const (
	longLine = 8
	leastRun = 2
)

// dropRepeats takes out of the body what the page prints a second time: some
// pages carry their article twice, once for each width of screen. Short lines
// between repeated ones go with them, where they too were printed before.
func (r *reader) dropRepeats(in []bool) {
	first := map[string]int{}
	var run []int // repeated lines since the last long one that is new
	long := 0
	drop := func() {
		if long >= leastRun {
			for _, i := range run {
				in[i] = false
			}
		}
		run, long = run[:0], 0
	}
	for i, ok := range in {
		if !ok {
			continue
		}
		_, seen := first[r.ls[i].S]
		switch {
		case !seen:
			first[r.ls[i].S] = i
			if r.ls[i].Words >= longLine {
				drop()
			}
		case r.ls[i].Words >= longLine:
			run = append(run, i)
			long++
		case long > 0:
			run = append(run, i)
		}
	}
	drop()
}
