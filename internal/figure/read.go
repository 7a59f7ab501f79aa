package figure

import (
	"math"
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
	if f.inTime(n) || f.ordinary(n) || n.unit == "" && (f.compound(n) || f.age(n) || f.named(n)) {
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
	if measure == "infected" && noun == "cases" && !f.ill.of(illness, f.a.Text) { // of a court
		measure, mAt = "count", -1
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
	if g.What = strings.TrimSpace(noun + " " + f.state(measure, mAt, noun)); g.What == "people protesters" {
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
	g.Cumulative = f.cumulative(n, g.When)
	g.AccordingTo, g.Chain = f.said(n, g.Measure)
	f.last = before{measure: g.Measure, noun: noun, unit: n.unit, who: g.AccordingTo}
	g.By = stemma.By{Stage: "figure", Version: Version, Rule: "number of " + g.Measure}
	g.Sure, g.Since = 0.7, 1
	return g, true
}

// state is how the counted are, for the words of What: "dead", "injured".
func (f *finder) state(measure string, at int, noun string) string {
	if measures[noun] == measure { // "bodies"
		return ""
	}
	switch measure {
	case "dead", "injured", "held", "arrested", "missing", "displaced", "infected":
		if strings.HasPrefix(noun, measure) {
			return ""
		}
		return measure
	case "trained":
		return "given training"
	case "protesters":
		switch noun {
		case "people", "":
		case "activists", "demonstrators", "marchers", "protesters":
			return ""
		default:
			return "protesting" // "workers"
		}
	case "money", "arms", "goods", "count", "votes", "sentence", "share", "":
		return ""
	case "aboard":
		return "on board"
	}
	return measure
}

// inTime reports whether a number is part of a time.
func (f *finder) inTime(n number) bool {
	s := f.span(n.from, n.to)
	for _, w := range f.times {
		if w.Overlaps(s) {
			return true
		}
	}
	return false
}

// ordinary reports whether a number counts nothing: "one of", an age, a score.
func (f *finder) ordinary(n number) bool {
	if n.value != nil && *n.value == 1 && f.word(n.to) == "of" && n.unit == "" {
		return true
	}
	switch f.word(n.to) {
	case "-year-old", "years", "months", "km", "miles", "kilometres", "kilometers", "metres", "meters", "feet", "hours", "minutes", "foot", "inch", "inches", "mph", "degrees", "nautical", "st", "nd", "rd", "th":
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
	return f.word(n.from-1) == "#" || f.word(n.to) == "block" || labels[f.word(n.from-1)] || f.word(n.to) == "-" && f.word(n.to+1) == "year"
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

// compound reports whether a number is half of a word: "two-vehicle", "AK-47",
// "2008-13".
func (f *finder) compound(n number) bool {
	return f.joined(n.to) || f.joined(n.from-1) && n.value != nil
}

// joined reports whether word i is a hyphen within a word.
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

// verbOf is what the verb over the noun at k says of it, by the tree, and where
// that stands.
func (f *finder) verbOf(k int) (string, int) {
	x := f.node(k)
	for x.ok() && x.rel() == "conj" { // "12 schools" of "90 homes, 12 schools and a mosque were damaged"
		x = x.head()
	}
	if h := x.head(); h.ok() && (x.rel() == "nsubj" || x.rel() == "obj") {
		if i := f.index(h); i >= 0 && f.low[i] == "found" && measures[f.word(i+1)] != "" {
			return measures[f.low[i+1]], i + 1 // "were found slain"
		} else if i >= 0 && h.word().UPOS == "VERB" && f.low[i] != "seized" {
			return measures[f.low[i]], i
		}
	}
	return "", -1
}

// done reports whether what the word at m tells is done to, by or about the noun
// at k, by the tree: "arrested 23 pirates", "14 Kenyans injured".
func (f *finder) done(k, m int) bool {
	x, y := f.node(k), f.node(m)
	if !x.ok() || !y.ok() || f.doer(k, m) || f.word(m) == "seized" || things[f.word(k)] {
		return false
	}
	h, g := x.head(), y.head()
	for h.ok() && h.i != y.i && (x.rel() == "conj" || x.rel() == "nmod" && (h.word().XPOS == "CD" || vague[h.word().Lemma] || vague[h.word().Lemma+"s"] || h.word().Lemma == "number")) {
		x, h = h, h.head()
	}
	return h.ok() && (h.i == y.i || g.ok() && g.i == h.i && measures[f.word(m)] == "displaced") || g.ok() && g.i == f.node(k).i // "9,000 nuns sought refuge"
}

// doer reports whether the noun at k does to others what the word at m tells:
// "12 gunmen killed the guard".
func (f *finder) doer(k, m int) bool {
	x, y := f.node(k), f.node(m)
	if !x.ok() || !y.ok() || measures[f.word(m)] == "displaced" || measures[f.word(m)] == "protesters" || x.word().Rel != "nsubj" {
		return false
	}
	h := x.head()
	return h.ok() && h.i == y.i && y.child("obj", y.i).ok()
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

// measure is what is said of the counted, and the index of the word that says
// it: nearest after the noun, else before the number, within the clause. What is
// counted stands at word at by the tree where no list has its noun.
func (f *finder) measure(n number, noun, at int) (string, int) {
	if noun >= 0 {
		if m := measures[f.word(noun)]; m != "" && m != "trained" {
			return m, noun
		}
		if f.word(noun) == "lives" && slices.ContainsFunc(f.low, func(w string) bool { return ending[w] }) {
			return "dead", noun
		}
	}
	if f.placed(at) {
		return "", -1
	}
	if s, _ := f.subjectOf(n); at < 0 && s.ok() && s.word().Lemma == "toll" { // "the toll rose to 44, with hundreds injured"
		return "dead", f.index(s)
	}
	if m := measures[f.word(n.boundFrom-1)]; alone[m] || m == "freed" { // "freed seven of nine people held"
		return m, n.boundFrom - 1
	}
	for k := n.to; k < len(f.low) && k-n.to < window; k++ {
		w := f.word(k)
		if w == "board" && f.word(k-1) == "on" {
			w = "aboard"
		}
		if m := measures[w]; m != "" && k != noun && !(m == "arms" || m == "trained") && !f.ofDeath(k) {
			return m, k
		}
		if w == "." || w == ";" || w == "," && k > n.to+1 || w == "and" && k > noun && noun >= 0 || w == "according" {
			break
		}
	}
	for k := n.from - 1; k >= 0 && n.from-k < window+2; k-- {
		w := f.word(k)
		if m := measures[w]; m != "" && (m != "arms" || at < 0) && !f.ofDeath(k) && !f.elsewhere(noun, k) {
			return m, k
		}
		if w == "." || w == ";" || w == "said" || w == "," && (f.word(k+1) == "and" || f.word(k+1) == "but") {
			break
		}
	}
	return "", -1
}

// suffered is what is said right behind a noun at word k of those who are many:
// "the number of families who fled to the coast has risen to 9,000".
func (f *finder) suffered(k int) (string, int) {
	for i := k + 1; k >= 0 && i < k+4; i++ {
		if m := measures[f.word(i)]; alone[m] && m != "money" {
			return m, i
		}
	}
	return "", -1
}

// ending are words beside lives that were lost.
var ending = set("claim claimed claiming claims cost costing killed lose losing loss lost taken took toll")

// placed reports whether the noun at word k says where or when something was
// done and not to whom: "208 people were hurt in 22 districts".
func (f *finder) placed(k int) bool {
	x := f.node(k)
	if !x.ok() || x.rel() != "obl" && x.rel() != "nmod" {
		return false
	}
	c := x.child("case", 0)
	return c.ok() && c.i < x.i && spots[c.word().Lemma]
}

var spots = set("across at during from in inside near throughout within")

// ofDeath reports whether the death at word k has killed nobody: "the death
// penalty"; or who is behind is not behind bars.
func (f *finder) ofDeath(k int) bool {
	if f.word(k) == "behind" {
		return f.word(k+1) != "bars"
	}
	switch f.word(k + 1) {
	case "penalty", "sentence", "sentences", "row", "threat", "threats", "certificate", "certificates":
		return f.word(k) == "death"
	}
	return false
}

// elsewhere reports whether the noun at k is the object of another verb than
// the one at m before it: the officers of "he fled and evaded hundreds of
// officers" did not flee.
func (f *finder) elsewhere(k, m int) bool {
	x, y := f.node(k), f.node(m)
	if x.ok() && x.rel() == "nmod" {
		x = x.head() // "hundreds of"
	}
	if !x.ok() || !y.ok() || y.word().UPOS != "VERB" || x.rel() != "obj" {
		return false
	}
	h := x.head()
	return h.ok() && h.word().UPOS == "VERB" && h.i > y.i && measures[strings.ToLower(f.a.Text[h.word().Start:h.word().End])] == ""
}

// when is the time of the sentence that stands nearest to the number.
func (f *finder) when(n number) *stemma.When {
	s := f.span(n.from, n.to)
	var best *stemma.When
	gap := 0
	for i := range f.whens {
		w := &f.whens[i]
		g := max(w.Start-s.End, s.Start-w.End)
		if f.ofSpeech(w) {
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

// ofSpeech reports whether a time belongs to a verb of saying right before it.
func (f *finder) ofSpeech(w *stemma.When) bool {
	for i, x := range f.words {
		if x.Start >= w.Start {
			for k := i - 1; k >= max(0, i-3); k-- {
				switch f.word(k) {
				case "said", "says", "told", "reported", "announced":
					return true
				}
			}
			return false
		}
	}
	return false
}

// cumulative reports whether a number is a sum over time: "since", "so far",
// "the toll", "in total".
func (f *finder) cumulative(n number, w *stemma.When) bool {
	for k := range f.low {
		switch f.word(k) {
		case "since", "toll", "total", "overall", "altogether":
			return true
		case "so":
			if f.word(k+1) == "far" {
				return true
			}
		}
	}
	return false
}

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
