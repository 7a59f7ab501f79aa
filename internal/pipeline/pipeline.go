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

import "time"

// Version is raised when Resolve may give other lines from the same readings.
// 1: the first.
const Version = "1"

// pageTime is how long the stages may work on one page before it is given up
// as a skip.
const pageTime = time.Minute
