package view

import "github.com/stemma-news/stemma"

// Way is one teller on the ways a saying took to its pages: chains that begin
// with the same tellers are drawn as one.
//
//	Ana Ruiz -> Radio Sund -> Norda -> The Lake Post
//	                               \-> Coast Daily
type Way struct {
	Who    string
	Entity string
	// Inferred says that no page names this teller beside the words.
	Inferred bool
	How      string
	// Carried is the quotes that end here: on this page, in these words.
	Carried []Carried
	Next    []*Way
}

// Ways returns the tree of a saying's chains, the speaker at its root.
func (s *Saying) Ways() *Way {
	root := &Way{Who: s.Speaker, Entity: s.SpeakerID}
	if root.Who == "" {
		root.Who = "Somebody not named"
	}
	for _, w := range s.Wordings {
		for _, c := range w.Carried {
			at := root
			for i, h := range c.Quote.Chain {
				if i > 0 {
					h.Who = c.Tellers[i]
					at = at.step(h)
				}
			}
			if len(c.Quote.Chain) < 2 {
				at = at.step(stemma.Hop{Who: c.Article.Name(), How: stemma.HowCredit})
			}
			at.Carried = append(at.Carried, c)
		}
	}
	return root
}

// step returns the next teller by a hop: one already there by its entity or
// name. A teller that one page names and another leaves to be inferred is
// named.
func (w *Way) step(h stemma.Hop) *Way {
	inferred := h.How == stemma.HowInherited || h.How == stemma.HowCopy
	for _, n := range w.Next {
		if n.Entity != "" && n.Entity == string(h.Entity) || plain(n.Who) == plain(h.Who) {
			n.Inferred = n.Inferred && inferred
			return n
		}
	}
	n := &Way{Who: h.Who, Entity: string(h.Entity), Inferred: inferred, How: h.How}
	w.Next = append(w.Next, n)
	return n
}

// HowWords says how a teller is known.
func HowWords(how string) string {
	switch how {
	case stemma.HowRead:
		return "named beside these words"
	case stemma.HowInherited:
		return "named for an earlier quotation of the same account"
	case stemma.HowCredit:
		return "by the page's credit, outlet or poster"
	case stemma.HowCopy:
		return "by another page's credit of the same text"
	}
	return ""
}
