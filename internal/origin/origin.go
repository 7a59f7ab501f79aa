// Package origin works out how each line stands: on which sources, which of
// them shown independent, and why.
package origin

import "github.com/stemma-news/stemma"

// Complete returns the chain of a line of an article closed to the page: after
// the hops its words name come the writer its credit or family names, the
// outlet, and the poster of a repost.
func Complete(sc *stemma.Scene, article string, read []stemma.Hop) []stemma.Hop { return read }

// Items are the resolved lines that have a standing.
type Items struct {
	Quotes   []stemma.Quote
	Sayings  []stemma.Saying
	Tellings []stemma.Telling
	Events   []stemma.Event
	Figures  []stemma.Figure
}

// Stand returns the standing of each saying, its parts, each event and each
// figure, in order of the item's id.
func Stand(sc *stemma.Scene, items Items) []stemma.Standing { return nil }
