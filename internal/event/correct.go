package event

import (
	"slices"

	"github.com/stemma-news/stemma"
)

// correct applies what a person decided, in the order of the decisions: joined
// tellings, or the events they are of, become one; of parted ones those named
// later leave, with the tellings of copies of their sentence. A telling that is
// parted from the event it names leaves it.
func correct(sc *stemma.Scene, all []*cluster, tellings []party, alias map[string]string) []*cluster {
	if len(sc.Corrections) == 0 {
		return all
	}
	in := map[int]*cluster{}
	for _, c := range all {
		for _, i := range c.members {
			in[i] = c
		}
	}
	gone := map[*cluster]bool{}
	// made makes one cluster of members and puts them in it.
	made := func(members []int, kind string) *cluster {
		c := &cluster{kind: kind, alias: alias}
		slices.SortFunc(members, func(a, b int) int {
			switch {
			case before(tellings[a].Telling, tellings[b].Telling):
				return -1
			case before(tellings[b].Telling, tellings[a].Telling):
				return 1
			}
			return 0
		})
		for _, i := range members {
			c.add(i, &tellings[i])
			in[i] = c
		}
		all = append(all, c)
		return c
	}
	for _, x := range sc.Corrections {
		var of []int
		for _, o := range x.Operands {
			if i := tellingAt(sc, tellings, o); i >= 0 {
				of = append(of, i)
			}
		}
		if len(of) < 2 {
			continue
		}
		for _, i := range of[1:] {
			a, b := in[of[0]], in[i]
			switch {
			case x.Verb == "join" && a != b:
				gone[a], gone[b] = true, true
				made(append(slices.Clone(a.members), b.members...), a.kind)
			case x.Verb == "part" && a == b && len(a.members) > 1:
				w := tellings[i].wording
				var stay, leave []int
				for _, m := range a.members {
					if m == i || m != of[0] && w != "" && w == tellings[m].wording {
						leave = append(leave, m)
					} else {
						stay = append(stay, m)
					}
				}
				gone[a] = true
				made(stay, a.kind)
				made(leave, tellings[i].Kind)
			}
		}
	}
	return slices.DeleteFunc(all, func(c *cluster) bool { return gone[c] })
}

// tellingAt is the telling whose words an operand names best, -1 for none.
func tellingAt(sc *stemma.Scene, tellings []party, o stemma.Operand) int {
	best, most := -1, 0.0
	if o.Of != "event" && o.Of != "telling" {
		return best
	}
	for i := range tellings {
		t := &tellings[i]
		a := sc.ByID[t.Article]
		if a == nil || a.Capture != o.Capture {
			continue
		}
		var spans []stemma.Span
		for _, c := range t.Cites {
			spans = append(spans, c.Spans...)
		}
		if n := o.Fits(a, spans); n > most {
			best, most = i, n
		}
	}
	return best
}
