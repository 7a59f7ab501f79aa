// Package extract reads the articles out of one capture.
package extract

import "github.com/stemma-news/stemma"

// Version is raised when a page may read differently. 1: the first.
const Version = "1"

// Read returns the articles of a capture in order of their slots, and what was
// not read. It never fails: a page that cannot be read is a skip.
func Read(c *stemma.Capture, body []byte) ([]stemma.Article, []stemma.Skip) { return nil, nil }
