// Package reuse finds the passages articles share, and who copied whom.
package reuse

import "github.com/stemma-news/stemma"

// Compare returns the copies among articles, in order of their ids. quoted
// gives, by article id, the spans that stand in quotation marks: words shared
// only there are a shared statement, not a copy of reporting.
func Compare(articles []*stemma.Article, quoted map[string][]stemma.Span) []stemma.Copy { return nil }

// Families joins the articles of sc into families by sc.Copies and their
// credits, and draws the tree of each. Only articles of kind article stand in
// families; one that shares nothing is a family of one.
func Families(sc *stemma.Scene) []stemma.Family { return nil }
