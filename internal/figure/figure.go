// Package figure finds the numbers claimed, of what, as of when, on whose
// word.
package figure

import (
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// Version is raised when Find may find differently. 1: the first.
const Version = "1"

// Find returns the figures of an article in order of their first span. It is
// local.
func Find(a *stemma.Article, d *lang.Document, mentions []stemma.Mention, quotes []stemma.Quote) []stemma.Figure {
	return nil
}

// Resolve fills each figure's AsOf, Reported and Event from the scene, in
// place.
func Resolve(sc *stemma.Scene, figures []stemma.Figure, tellings []stemma.Telling) {}
