// Package event finds what happened, to whom, where and when, and joins the
// tellings of one event.
package event

import (
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// Version is raised when Find may find differently. 1: the first.
const Version = "1"

// Find returns the tellings of an article in order of their first span. It is
// local.
func Find(a *stemma.Article, d *lang.Document, mentions []stemma.Mention, quotes []stemma.Quote) []stemma.Telling {
	return nil
}

// Resolve fills each telling's Actors, Recipients and Date from the scene, in
// place.
func Resolve(sc *stemma.Scene, tellings []stemma.Telling) {}

// Join joins tellings of one happening into events and fills each telling's
// Event.
func Join(sc *stemma.Scene, tellings []stemma.Telling) []stemma.Event { return nil }
