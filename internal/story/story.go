// Package story groups articles that tell of one happening.
package story

import "github.com/stemma-news/stemma"

// Group returns the stories of sc.Articles, in order of their ids. Every
// article of kind article stands in one.
func Group(sc *stemma.Scene) []stemma.Story { return nil }
