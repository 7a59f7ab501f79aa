// Package origin works out how each line stands: on which sources, which of
// them shown independent, and why.
//
// Two sources are not shown to be independent unless the pages show it: that
// is the default, for claiming independence wrongly is the worst error. What
// the pages can show is in pairs.go.
package origin

import "github.com/stemma-news/stemma"

// Version is raised when standings may come out differently. 1: the first. 2: the
// speaker of a saying is one, also where a page does not name him. 3: the
// outlets of the pages are outlets, several people unnamed anonymous.
const Version = "3"

// Items are the resolved lines that have a standing.
type Items struct {
	Quotes   []stemma.Quote
	Sayings  []stemma.Saying
	Tellings []stemma.Telling
	Events   []stemma.Event
	Figures  []stemma.Figure
}
