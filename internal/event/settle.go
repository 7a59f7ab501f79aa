package event

import (
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// claimant is on whose word a telling is: the id of an entity that has a line,
// else a name; "" where the text says so in its own words, or those of its own
// outlet.
func claimant(sc *stemma.Scene, t *stemma.Telling) string {
	for _, h := range t.Chain {
		e := sc.Entities[string(h.Entity)]
		switch {
		case h.How == stemma.HowCredit || h.How == stemma.HowCopy:
			return ""
		case e == nil && (pronouns[strings.ToLower(h.Who)] || nounFrames[strings.ToLower(h.Who)] != nil):
			continue
		case ownOutlet(sc.ByID[t.Article], &h):
			return ""
		case e != nil:
			return e.ID
		}
		return h.Who
	}
	return ""
}

// ownOutlet reports whether a hop is the outlet that prints the telling.
func ownOutlet(a *stemma.Article, h *stemma.Hop) bool {
	if a == nil || a.Outlet == "" {
		return false
	}
	o, ok := outlet.Lookup(a.Outlet)
	p, also := outlet.Lookup(h.Who)
	return strings.EqualFold(a.Outlet, h.Who) || ok && also && o.Key() == p.Key()
}

// settle gives an event its status and who claims it, and lays the denials
// beside the claims.
func (c *cluster) settle(sc *stemma.Scene, e *stemma.Event, tellings []stemma.Telling, places func() *atlas) {
	by := map[string][]string{}
	claimed, own := map[string]bool{}, false
	for _, i := range c.members {
		t := &tellings[i]
		by[t.Status] = append(by[t.Status], t.ID)
		who := claimant(sc, t)
		if who == "" {
			own = true // the text says so in its own words
			continue
		}
		claimed[who] = true
	}
	for _, s := range []string{happened, planned, hypothetical, denied} {
		if len(by[s]) > 0 {
			e.Status = s
			break
		}
	}
	if !own {
		for k := range claimed {
			e.ClaimedBy = append(e.ClaimedBy, k)
		}
		sort.Strings(e.ClaimedBy)
	}
	if len(by[happened]) > 0 && len(by[denied]) > 0 {
		e.Contradictions = append(e.Contradictions, stemma.Contradiction{About: "happened", Sides: []stemma.Variant{
			{Value: happened, Tellings: by[happened]}, {Value: denied, Tellings: by[denied]}}})
	}
	e.Contradictions = append(e.Contradictions, c.differences(sc, tellings, places)...)
}
