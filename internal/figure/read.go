package figure

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// window is how many words around a number are looked at for what it counts.
const window = 8

// figure makes a figure of a number; ok is false where nothing tells what it
// counts.
func (f *finder) figure(n number) (stemma.Figure, bool) {
	if what := f.term(n); what != "" {
		return f.made(n, "sentence", what, n.to, -1)
	}
	if w := f.word(n.to + 1); f.word(n.to) == "-" && n.value != nil && (*n.value >= fewest && (w == "man" || w == "strong") || *n.value >= 5*fewest && w == "member") {
		return f.made(n, "", "members", -1, -1) // "a 20,000-man army"
	}
	if f.inTime(n) || f.ordinary(n) || n.unit == "" && (f.joined(n.to) || f.joined(n.from-1) && n.value != nil || f.age(n) || f.named(n)) {
		return stemma.Figure{}, false
	}
	if n.unit == "%" || n.unit == "percentage points" {
		if f.word(n.to) == "off" { // "25% off", of a price
			return stemma.Figure{}, false
		}
		return f.made(n, "share", f.share(n), -1, -1)
	}
	if w := f.word(n.to); n.unit == "" && uncounted[w] && w != "others" && w != "ones" {
		return stemma.Figure{}, false // "arrested four times"
	}
	few := n.value != nil && *n.value < fewest || n.high != nil && *n.high < fewest
	noun, nounAt := f.noun(n)
	head, headAt := f.headed(n)
	if headAt > nounAt && nounAt >= 0 && counted[f.low[headAt]] { // "student workers"
		noun, nounAt = f.low[headAt], headAt
	} else if headAt > nounAt && nounAt == headAt-1 {
		noun, nounAt = "", -1 // "police stations"
	}
	if noun == "" {
		noun, nounAt = f.nounBefore(n)
	}
	at := nounAt
	if noun == "" {
		at = headAt
	}
	if w, x := f.word(n.boundFrom-1), f.node(at); listed[f.last.measure] && (w == "and" || w == "," && x.ok() && x.rel() == "conj") {
		few = false // "119 passengers and six crew"
	}
	measure, mAt := f.measure(n, nounAt, at)
	if m, k := f.verbOf(at); measure == "" && m != "" { // "two workers of the firm, Lake Dams, were hurt"
		measure, mAt = m, k
	}
	part := f.included(n) || measure == "" && f.last.part && f.last.unit == "" && f.word(n.boundFrom-1) == "and"
	if part && measures[noun] == "" {
		measure, mAt = f.last.measure, -1
	}
	if afflicted[head] && measures[head] != "" { // "202 of the dead were killed in the north"
		measure, mAt = measures[head], headAt
	}
	if nounAt >= 0 && measure == "" && noun == "people" && f.low[nounAt] != "people" && !f.nouned(nounAt+1) { // "30 were killed in the north. Another 12 in the south."
		if measure = f.last.measure; measure == "" {
			measure = f.prev.measure
		}
		if !stemma.Harms(measure) {
			measure = ""
		}
	}
	if measure == "people" || f.doer(nounAt, mAt) || (measure == "destroyed" || measure == "damaged") && counted[noun] && !things[noun] {
		measure, mAt = "", -1
	}
	b, bare := f.bare(n)
	switch {
	case n.unit != "":
		measure, mAt = "money", -1
		if noun, nounAt = f.spent(n); noun == "" {
			noun = n.unit
		}
	case n.value != nil && *n.value != math.Trunc(*n.value) && !goods[noun]: // half a man is none: "at 7.45"
		return stemma.Figure{}, false
	case noun == "" && head == "" && bare && f.word(mAt) != "toll" && (measure == "" || measure == b.measure || b.measure == "money"):
		measure, noun, n.unit, nounAt, mAt = b.measure, b.noun, b.unit, -1, -1
		if measure == "people" {
			measure = ""
		}
	case noun == "" && head == "" && mAt >= 0 && f.word(n.from) != "one" && f.done(n.to-1, mAt): // "61 were still held"
		if measure == "arms" {
			noun = f.low[mAt]
		}
	case noun == "" && f.lead(n):
		measure, noun = "votes", "votes more"
	case noun == "" && head != "" && (part || f.done(headAt, mAt) || measure != "" && (mAt == headAt+1 || mAt == headAt)):
		noun, nounAt = head, headAt // "20,000 Palestinians have died"
	case noun == "" && head != "":
		if noun, nounAt = head, headAt; few {
			return stemma.Figure{}, false
		}
		measure, mAt = "count", -1
	case noun == "" && !alone[measure] && !(measure == "aboard" && mAt >= n.to):
		if noun, nounAt = f.level(n); noun == "" || few {
			return stemma.Figure{}, false
		}
		if measure, mAt = f.suffered(nounAt); measure == "" && !counted[noun] && !crowds[noun] {
			measure = "count"
		}
	case goods[noun]: // seized, released or held, they are goods
		measure = "goods"
	case things[noun] && (measure == "" || alone[measure] || measure == "held"):
		if few {
			return stemma.Figure{}, false
		}
		measure, mAt = "count", -1
	case noun == "" && f.word(n.from) == "one" && f.doc != nil && !f.done(n.to-1, mAt): // "what one did"
		return stemma.Figure{}, false
	case measure == "" && few:
		return stemma.Figure{}, false
	}
	g, ok := f.made(n, measure, noun, nounAt, mAt)
	f.last.part = part
	return g, ok
}

// listed are the measures of which a list goes on with few.
var listed = set("aboard arms count people")

// fewest is the least number of people or things that is a figure where nothing
// is said of them: "two men" are who does something.
const fewest = 10

// alone are the measures that count people where no noun says what they count:
// "killed nine".
var alone = map[string]bool{"dead": true, "injured": true, "arrested": true, "missing": true, "displaced": true, "money": true}

// made makes the figure of a number; noun and measure stand at words, -1 where
// none does.
func (f *finder) made(n number, measure, noun string, nounAt, mAt int) (stemma.Figure, bool) {
	g := stemma.Figure{Type: "figure", Article: f.a.ID, Measure: measure, Value: n.value, Low: n.low, High: n.high, Words: n.words, Unit: n.unit, Bound: n.bound}
	if measure == "" {
		g.Measure = "people"
	}
	if g.What = strings.TrimSpace(noun + " " + f.state(measure, noun)); g.What == "people protesters" {
		g.What = measure
	}
	spans := []stemma.Span{f.span(n.boundFrom, n.to)}
	if nounAt >= 0 {
		spans = append(spans, f.words[nounAt])
	}
	if mAt >= 0 {
		spans = append(spans, f.words[mAt])
	}
	spans = tidy(spans)
	g.Cites = []stemma.Cite{f.a.Cite(spans...)}
	g.ID = stemma.LocalID(stemma.FigureID, f.a, []stemma.Span{f.span(n.from, n.to)})
	g.When = f.when(n)
	g.Cumulative = summed.MatchString(f.a.Text[f.words[0].Start:f.words[len(f.words)-1].End])
	g.AccordingTo, g.Chain = f.said(n, g.Measure)
	f.last = before{measure: g.Measure, noun: noun, unit: n.unit, who: g.AccordingTo}
	g.By = stemma.By{Stage: "figure", Version: Version, Rule: "number of " + g.Measure}
	g.Sure, g.Since = 0.7, 1
	return g, true
}

// state is how the counted are, for the words of What: "dead", "injured".
func (f *finder) state(measure, noun string) string {
	switch {
	case measures[noun] == measure, noun == "lives", measure != "" && strings.HasPrefix(noun, measure): // "bodies"
		return ""
	case measure == "protesters" && (noun == "activists" || noun == "demonstrators" || noun == "marchers"):
		return ""
	case measure == "protesters" && noun != "" && noun != "people":
		return "protesting" // "workers"
	case measure == "aboard":
		return "on board"
	}
	switch measure {
	case "money", "arms", "goods", "count", "votes", "sentence", "share":
		return ""
	}
	return measure
}

// inTime reports whether a number is part of a time.
func (f *finder) inTime(n number) bool {
	s := f.span(n.from, n.to)
	return slices.ContainsFunc(f.times, func(w stemma.When) bool { return w.Overlaps(s) })
}

// ordinary reports whether a number counts nothing: "one of", an age, a score.
func (f *finder) ordinary(n number) bool {
	if n.value != nil && *n.value == 1 && f.word(n.to) == "of" && n.unit == "" {
		return true
	}
	switch i := n.from; f.word(i - 1) {
	case ".":
		if i > 1 && f.words[i-1].End == f.words[i].Start && f.words[i-2].End < f.words[i-1].Start {
			return true // ".500"
		}
	case "in":
		if v, _, ok := f.value(i - 2); ok && n.unit == "" && n.value != nil && v < *n.value && (*n.value <= 10 || *n.value == 100) {
			return true // "eight in 10 voters"
		}
	}
	return f.word(n.to) == "block" || f.word(n.to) == "-year-old" || labels[f.word(n.from-1)] || f.word(n.to) == "-" && f.word(n.to+1) == "year"
}

// named reports whether a number is of the name before it: "an ATR 72 aircraft",
// "S&P 500 firms".
func (f *finder) named(n number) bool {
	x, p := f.top(n), f.node(n.from-1)
	if !x.ok() || !p.ok() || p.word().UPOS != "PROPN" || !f.numeric(n.from) || n.boundFrom != n.from || n.words != "" || n.unit != "" || p.i+1 != f.node(n.from).i {
		return false
	}
	h := p.head()
	return h.ok() && p.rel() != "obl" && (h.i == x.i || x.head().ok() && h.i == x.head().i && p.rel() == "compound")
}

// labels stand before a number that names and does not count: "resolution 425".
var labels = set("article category chapter channel day flight gate highway interstate level magnitude no. number page paragraph phase resolution room route section terminal unit")

// joined reports whether word i is a hyphen within a word: "two-vehicle", "AK-47".
func (f *finder) joined(i int) bool {
	return f.word(i) == "-" && i > 0 && i+1 < len(f.words) && f.words[i-1].End == f.words[i].Start && f.words[i].End == f.words[i+1].Start
}

// age reports whether a number is how old somebody is: "Ana Ruiz, 45, fled",
// "drivers, ages 19 and 22".
func (f *finder) age(n number) bool {
	if n.value == nil || *n.value > 110 || *n.value != math.Trunc(*n.value) {
		return false
	}
	for k := n.from - 1; k >= max(0, n.from-3); k-- {
		switch f.word(k) {
		case "age", "aged", "ages":
			return true
		}
	}
	before, after := f.word(n.from-1), f.word(n.to)
	if before != "," && before != "(" || after != "," && after != ")" && after != "." && after != "and" {
		return false
	}
	w := f.tagged(n.from - 2)
	return w != nil && (w.UPOS == "PROPN" || w.XPOS == "NN") || f.word(n.from-2) == "." && before == "," // "John Amendolia Jr., 72,"
}

// included reports whether a number is part of the one before it: "killed 259
// people, including 12 Americans, and injured 5,500".
func (f *finder) included(n number) bool {
	w := f.word(n.boundFrom - 1)
	return f.last.measure != "" && f.last.unit == "" && (w == "including" || w == "them" && (f.word(n.boundFrom-2) == "among" || f.word(n.boundFrom-2) == "of"))
}

// lead reports whether a number is by how many votes one leads: "a majority of
// 1,204", "124,865 more than".
func (f *finder) lead(n number) bool {
	w := f.word(n.boundFrom - 2)
	if f.word(n.boundFrom-1) == "of" && (w == "lead" || w == "majority" || w == "margin") {
		return f.word(n.to) != "points"
	}
	if f.word(n.to) != "more" && f.word(n.to) != "fewer" && f.word(n.to) != "ahead" {
		return false
	}
	for _, w := range f.low[:n.from] {
		if w == "ballots" || w == "votes" {
			return true
		}
	}
	return false
}

// when is the time of the sentence that stands nearest to the number.
func (f *finder) when(n number) *stemma.When {
	s := f.span(n.from, n.to)
	var best *stemma.When
	gap := 0
	for i := range f.whens {
		w := &f.whens[i]
		g := max(w.Start-s.End, s.Start-w.End)
		if f.ofSpeech(w) || f.ofName(w, n) {
			continue
		}
		if best == nil || g < gap {
			best, gap = w, g
		}
	}
	if best == nil {
		return nil
	}
	c := *best
	return &c
}

// ofName reports whether a time is part of the name of something that the number
// does not count: the year of "nine were charged over the 2016 election".
func (f *finder) ofName(w *stemma.When, n number) bool {
	x := f.at(w.Start)
	for x.ok() && x.head().ok() && x.head().word().Start >= w.Start && x.head().word().End <= w.End {
		x = x.head()
	}
	h := x.head()
	if !h.ok() || h.word().UPOS != "NOUN" && h.word().UPOS != "PROPN" || h.word().Start < w.End {
		return false
	}
	return h.i != f.top(n).i && h.i != f.top(n).head().i
}

// ofSpeech reports whether a time belongs to a verb of saying right before it.
func (f *finder) ofSpeech(w *stemma.When) bool {
	i := slices.IndexFunc(f.words, func(x stemma.Span) bool { return x.Start >= w.Start })
	return i > 0 && slices.ContainsFunc(f.low[max(0, i-3):i], func(w string) bool { return telling[w] })
}

var telling = set("said says told reported announced")

// summed finds that the numbers of a sentence are sums over time.
var summed = regexp.MustCompile(`(?i)\b(?:since|toll|total|overall|altogether|so far)\b`)

// things are what is counted by head and cannot be hurt or held.
var things = set("aircraft ballots boats buildings cases drones graves helicopters homes hospitals houses jets missiles rifles rockets schools shells ships tanks trucks vehicles villages warplanes")

// goods are what is counted by measure or load, not by head.
var goods = set("barrels bales bags cargoes containers crates gallons hectares kilograms kilogrammes kilos litres liters shipments tonnes tons truckloads lorries trucks")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

func tidy(spans []stemma.Span) []stemma.Span {
	slices.SortFunc(spans, func(a, b stemma.Span) int { return a.Start - b.Start })
	out := spans[:0]
	for _, x := range spans {
		if n := len(out); n > 0 && x.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, x.End)
		} else {
			out = append(out, x)
		}
	}
	return out
}
