package reuse

import "github.com/stemma-news/stemma/internal/text"

// signatures are what pages show of their text's origin beside its words: the
// agency they name and their title.
type signatures map[*page]signature

type signature struct {
	agency string
	title  uint64 // 0 where there is none, or it is too short to be telling
}

// titleLeast is the length in words of a title that two pages do not share by
// chance.
const titleLeast = 6

func newSignatures(pages []*page) signatures {
	s := signatures{}
	for _, p := range pages {
		g := signature{agency: p.writer()}
		if t := text.Folded(p.a.Title); len(t) >= titleLeast {
			g.title = paragraphHash(t)
		}
		s[p] = g
	}
	return s
}

// kindred reports whether a and b name one agency or bear one title.
func (s signatures) kindred(a, b *page) bool {
	x, y := s[a], s[b]
	return x.agency != "" && x.agency == y.agency || x.title != 0 && x.title == y.title
}
