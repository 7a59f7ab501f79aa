package figure

import (
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

// Relate applies what a person decided of figures and marks those that revise
// an earlier one of the same claimant. Figures name their events, tellings
// theirs.
func Relate(sc *stemma.Scene, figures []stemma.Figure, tellings []stemma.Telling) {
	correct(sc, figures, tellings)
	l := newLedger(sc, figures)
	for _, g := range l.order {
		g.Revises = ""
	}
	last := map[string][]*stemma.Figure{} // by claimant and measure
	for _, g := range l.order {
		if l.who[g] == "" {
			continue // nobody can be held to have changed a number
		}
		k := l.who[g] + "|" + g.Measure
		for i := len(last[k]) - 1; i >= 0; i-- {
			if e := last[k][i]; l.sameCount(e, g) && reported(e).Before(reported(g)) {
				if !agree(e, g) {
					g.Revises = stemma.Ref(e.ID)
				}
				break
			}
		}
		last[k] = append(last[k], g)
	}
}

// Differ adds to each event where the last numbers of its claimants cannot both
// be right: what one claimant revised is no disagreement.
func Differ(sc *stemma.Scene, figures []stemma.Figure, events []stemma.Event) {
	l := newLedger(sc, figures)
	of := map[stemma.Ref][]*stemma.Figure{}
	for _, g := range l.order {
		if g.Event != "" && stemma.Harms(g.Measure) {
			of[g.Event] = append(of[g.Event], g)
		}
	}
	for i := range events {
		e := &events[i]
		byMeasure := map[string][]*stemma.Figure{}
		for _, g := range of[stemma.Ref(e.ID)] {
			byMeasure[g.Measure] = append(byMeasure[g.Measure], g)
		}
		var measures []string
		for m := range byMeasure {
			measures = append(measures, m)
		}
		sort.Strings(measures)
		for _, m := range measures {
			if sides := l.sides(byMeasure[m]); len(sides) > 1 {
				e.Contradictions = append(e.Contradictions, stemma.Contradiction{About: "number of " + m, Sides: sides})
			}
		}
	}
}

// ledger is figures in the order they were reported in, and who claims each.
type ledger struct {
	order []*stemma.Figure
	who   map[*stemma.Figure]string // "" where nobody is named
	name  map[*stemma.Figure]string
}

func newLedger(sc *stemma.Scene, figures []stemma.Figure) *ledger {
	l := &ledger{who: map[*stemma.Figure]string{}, name: map[*stemma.Figure]string{}}
	for i := range figures {
		g := &figures[i]
		l.order = append(l.order, g)
		l.who[g], l.name[g] = claimant(sc, g)
	}
	sort.SliceStable(l.order, func(i, j int) bool {
		a, b := l.order[i], l.order[j]
		if x, y := reported(a), reported(b); !x.Equal(y) {
			return x.Before(y)
		}
		return a.ID < b.ID
	})
	return l
}

// claimant is who a figure is according to: an entity's id where it has one,
// else the words; and its name.
func claimant(sc *stemma.Scene, g *stemma.Figure) (key, name string) {
	name = g.AccordingTo
	if len(g.Chain) > 0 && g.Chain[0].How == stemma.HowRead {
		if e := sc.Entities[string(g.Chain[0].Entity)]; e != nil {
			return e.ID, e.Name
		}
	}
	key = strings.ToLower(strings.TrimSpace(name))
	for _, a := range []string{"the ", "a ", "an "} {
		key = strings.TrimPrefix(key, a)
	}
	return key, name
}

func reported(g *stemma.Figure) time.Time {
	switch {
	case g.AsOf != nil:
		return g.AsOf.Until
	case g.Reported != nil:
		return g.Reported.Until
	}
	return time.Time{}
}

// sameCount reports whether two figures count the same: of one measure and
// event, of one sort of people, at one place.
func (l *ledger) sameCount(a, b *stemma.Figure) bool {
	if a.Measure != b.Measure || a.Event != b.Event || a.Unit != b.Unit || a.Cumulative != b.Cumulative {
		return false
	}
	if !stemma.Harms(a.Measure) && (a.What != b.What || a.What == a.Unit) { // "$40 million" of two things
		return false
	}
	if a.Event == "" && (a.What != b.What || a.Place != b.Place || a.What == "") {
		return false
	}
	if a.Place != "" && b.Place != "" && a.Place != b.Place {
		return false
	}
	x, y := a.Noun(), b.Noun()
	return x == y || x == "" || y == ""
}

// limits is the stretch of numbers a figure leaves open.
func limits(g *stemma.Figure) (lo, hi float64, ok bool) {
	switch {
	case g.Low != nil && g.High != nil:
		return *g.Low, *g.High, true
	case g.Value == nil:
		return 0, 0, false
	}
	v := *g.Value
	switch g.Bound {
	case "at least":
		return v, math.Inf(1), true
	case "more than":
		return math.Nextafter(v, math.Inf(1)), math.Inf(1), true
	case "up to":
		return 0, v, true
	case "less than":
		return 0, math.Nextafter(v, 0), true
	case "about", "nearly":
		return v * 0.9, v * 1.1, true
	}
	return v, v, true
}

// agree reports whether one number can make both figures right.
func agree(a, b *stemma.Figure) bool {
	al, ah, ok := limits(a)
	bl, bh, also := limits(b)
	return !ok || !also || al <= bh && bl <= ah
}

// sides are the last figures of each claimant that some other claimant's last
// figure of the same count cannot be right beside; those that say the same
// stand on one side.
func (l *ledger) sides(gs []*stemma.Figure) []stemma.Variant {
	last := map[string]*stemma.Figure{}
	var keys []string
	for _, g := range gs {
		k := l.who[g] + "|" + g.Noun() + "|" + g.Place
		if last[k] == nil {
			keys = append(keys, k)
		}
		last[k] = g
	}
	sort.Strings(keys)
	var out []stemma.Variant
	for _, k := range keys {
		g := last[k]
		if !slices.ContainsFunc(keys, func(o string) bool {
			h := last[o]
			return l.who[h] != l.who[g] && l.sameCount(g, h) && !agree(g, h)
		}) {
			continue
		}
		v := said(g)
		if w := g.Noun(); w != "" {
			v += " " + w
		}
		if n := l.name[g]; n != "" {
			v += ", according to " + n
		}
		if i := slices.IndexFunc(out, func(x stemma.Variant) bool { return x.Value == v }); i >= 0 {
			out[i].Figures = append(out[i].Figures, g.ID)
			continue
		}
		out = append(out, stemma.Variant{Value: v, Figures: []string{g.ID}})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Value < out[j].Value })
	return out
}

// said is the number of a figure in words: "at least 14".
func said(g *stemma.Figure) string {
	n := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	out := g.Words
	switch {
	case g.Low != nil && g.High != nil:
		out = n(*g.Low) + " to " + n(*g.High)
	case g.Value != nil:
		out = n(*g.Value)
	}
	return strings.TrimSpace(g.Bound + " " + out)
}

// correct applies what a person decided: a figure joined to a telling or event
// counts that event, one parted from it does not; figures joined to each other
// count the event of the first that has one.
func correct(sc *stemma.Scene, figures []stemma.Figure, tellings []stemma.Telling) {
	for _, x := range sc.Corrections {
		if x.Verb != "join" && x.Verb != "part" {
			continue
		}
		var of []*stemma.Figure
		event := stemma.Ref("")
		for _, o := range x.Operands {
			switch o.Of {
			case "figure":
				if g := best(sc, o, figures, func(g *stemma.Figure) (string, []stemma.Cite) { return g.Article, g.Cites }); g != nil {
					of = append(of, g)
				}
			case "event", "telling":
				if t := best(sc, o, tellings, func(t *stemma.Telling) (string, []stemma.Cite) { return t.Article, t.Cites }); t != nil {
					event = t.Event
				}
			}
		}
		apart := event
		if len(of) > 0 && event == "" && x.Verb == "part" {
			apart, of = of[0].Event, of[1:]
		}
		for _, g := range of {
			switch {
			case x.Verb == "part" && g.Event == apart:
				g.Event = ""
			case x.Verb == "join" && event == "":
				event = g.Event
			}
		}
		for _, g := range of {
			if x.Verb == "join" {
				g.Event = event
			}
		}
	}
}

// best is the line whose words an operand names best, nil for none.
func best[T any](sc *stemma.Scene, o stemma.Operand, lines []T, at func(*T) (string, []stemma.Cite)) *T {
	var out *T
	most := 0.0
	for i := range lines {
		article, cites := at(&lines[i])
		a := sc.ByID[article]
		if a == nil || a.Capture != o.Capture {
			continue
		}
		var spans []stemma.Span
		for _, c := range cites {
			spans = append(spans, c.Spans...)
		}
		if n := o.Fits(a, spans); n > most {
			out, most = &lines[i], n
		}
	}
	return out
}
