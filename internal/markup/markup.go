// Package markup reads the articles out of an HTML page.
package markup

import "github.com/stemma-news/stemma"

// Read returns the articles of an HTML page.
func Read(c *stemma.Capture, body []byte) ([]stemma.Article, error) { return nil, nil }
