// Package quote finds what was said, by whom, through which tellers, and joins
// the wordings of one saying.
package quote

import (
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// Version is raised when Find may find differently. 1: the first.
const Version = "1"

// Find returns the quotes of an article in order of their first span, with the
// speaker, addressee and tellers its words name. It is local.
func Find(a *stemma.Article, d *lang.Document, mentions []stemma.Mention) []stemma.Quote { return nil }

// Resolve fills each quote's Speaker, Addressee and Date from the scene, in
// place, and the entities of its chain's hops.
func Resolve(sc *stemma.Scene, quotes []stemma.Quote) {}

// Join joins quotes of one utterance into sayings and fills each quote's
// Saying. Quotes must be resolved.
func Join(sc *stemma.Scene, quotes []stemma.Quote) []stemma.Saying { return nil }
