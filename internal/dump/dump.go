// Package dump reads the articles out of a text file copied from a page: lines
// without markup are told apart into title, byline, body, furniture and posts.
package dump

import "github.com/stemma-news/stemma"

// Read returns the articles of a text dump. text is valid UTF-8; at maps its
// bytes to those of the capture. Articles come without ids of derived joins,
// in order of their slots.
func Read(c *stemma.Capture, text string) []stemma.Article { return nil }
