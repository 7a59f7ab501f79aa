// Package date finds the times a text speaks of and resolves them.
package date

import "github.com/stemma-news/stemma"

// Anchor is what a time is resolved against.
type Anchor struct {
	// Article is the date of the article the words stand in, nil if not known.
	Article *stemma.Date
}

// Find returns the time expressions of text within span, in order.
func Find(text string, span stemma.Span) []stemma.When { return nil }

// Resolve returns the stretch of time w speaks of, nil where it cannot be told.
func Resolve(w stemma.When, a Anchor) *stemma.Date { return nil }

// Settle fills Published of articles that print no year of their own, from
// their MayBe and the dates of the other articles of their story.
func Settle(sc *stemma.Scene) {}
