// Package pipeline runs the stages over whatever is new, on one machine or
// many.
//
// It runs in two phases. Finding ([Find]) reads one page alone: its articles
// and the local facts of each. It is a pure function of a capture and its
// bytes, so pages are read in parallel and what was read is kept under a key
// that says of what and by which stages it was made: a run that is taken up
// again, and one over pages read before, only looks the keys up. Resolving
// ([Resolve]) holds pages against pages, in a fixed order of steps, and its
// result depends on the set of readings and corrections alone.
//
// Read ties the two to a record, and is the only place that works and stores.
package pipeline

import (
	"runtime/debug"
	"sync"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/event"
	"github.com/stemma-news/stemma/internal/event/mention"
	"github.com/stemma-news/stemma/internal/extract"
	"github.com/stemma-news/stemma/internal/figure"
	"github.com/stemma-news/stemma/internal/origin"
	"github.com/stemma-news/stemma/internal/quote"
	"github.com/stemma-news/stemma/internal/reuse"
	"github.com/stemma-news/stemma/internal/story"
)

// Version is raised when Resolve may give other lines from the same readings.
// 1: the first.
const Version = "1"

// pageTime is how long the stages may work on one page before it is given up
// as a skip.
const pageTime = time.Minute

// program is a digest of what reads and resolves. Tables and models are built
// into the program, so that its release stands for them; a build from a
// checkout has its commit as well.
var program = sync.OnceValue(func() string {
	parts := []string{stemma.Version}
	if b, ok := debug.ReadBuildInfo(); ok {
		for _, s := range b.Settings {
			if s.Key == "vcs.revision" {
				parts = append(parts, s.Value)
			}
		}
	}
	return stemma.ID("v", parts...)
})

// extractKey says of what an Extracted was made. The page's label has no part
// in it: labels come and go.
func extractKey(c *stemma.Capture) string {
	return stemma.ID("r", stageExtract, program(), shapes(), extract.Version, c.ID, c.Grade, c.Media, c.Charset)
}

// findKey says of what a Found was made.
func findKey(extracted string) string {
	return stemma.ID("r", stageFind, extracted, entity.Version, quote.Version, event.Version, figure.Version, mention.Version)
}

// resolveKey says what resolves.
func resolveKey() string {
	return stemma.ID("r", "resolve", program(), Version, reuse.Version, story.Version, origin.Version, entity.Version, quote.Version, event.Version, figure.Version)
}
