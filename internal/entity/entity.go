// Package entity finds who and what an article names, and joins names across
// articles.
package entity

import (
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// Version is raised when Find may find differently. 1: the first.
const Version = "1"

// Find returns the mentions of an article, in order of their first span. It is
// local: it sees no other page.
func Find(a *stemma.Article, d *lang.Document) []stemma.Mention { return nil }

// Join joins the mentions of all articles into entities, and fills sc.Links
// and sc.Entities. mentions is by article id.
func Join(sc *stemma.Scene, mentions map[string][]stemma.Mention) []stemma.Entity { return nil }
