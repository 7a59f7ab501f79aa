package date

import "github.com/stemma-news/stemma"

// Settle fills Published of articles that print no year of their own, from
// their MayBe and the dates of the other articles of their story.
func Settle(sc *stemma.Scene) {}
