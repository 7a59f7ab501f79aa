package figure

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// window is how many words around a number are looked at for what it counts.
const window = 8

// figure makes a figure of a number; ok is false where nothing tells what it
// counts.
func (f *finder) figure(n number) (stemma.Figure, bool) {
	if f.sentence(n) {
		return f.made(n, "sentence", "years in prison", n.to, -1)
	}
	if f.inTime(n) || f.ordinary(n) || n.unit == "%" {
		return stemma.Figure{}, false
	}
	noun, nounAt := f.noun(n)
	if noun == "" {
		noun, nounAt = f.nounBefore(n)
	}
	measure, mAt := f.measure(n, nounAt)
	switch {
	case n.unit != "":
		measure, noun = "money", n.unit
	case noun == "" && f.lead(n):
		measure, noun = "votes", "votes more"
	case noun == "" && !alone[measure]:
		if noun, nounAt = f.plural(n); noun == "" {
			return stemma.Figure{}, false
		}
		measure, mAt = "count", -1
	case goods[noun]: // seized, released or held, they are goods
		measure = "goods"
	case measure == "" && n.value != nil && *n.value < fewest:
		return stemma.Figure{}, false
	}
	return f.made(n, measure, noun, nounAt, mAt)
}

// fewUnsaid is the least number of things of any kind that is a figure though
// nobody is said to give it.
const fewUnsaid = 100

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
	g.AccordingTo, g.Chain = f.said(f.span(n.from, n.to))
	if measure == "count" && g.AccordingTo == "" && n.value != nil && *n.value < fewUnsaid {
		return stemma.Figure{}, false
	}
	g.By = stemma.By{Stage: "figure", Version: Version, Rule: "number of " + g.Measure}
	g.Sure, g.Since = 0.7, 1
	return g, true
}

// state is how the counted are, for the words of What: "dead", "injured".
func (f *finder) state(measure string, at int, noun string) string {
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
	case "money", "arms", "goods", "count", "votes", "sentence", "":
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
	if n.value != nil && *n.value == 1 && f.word(n.to) == "of" {
		return true
	}
	switch f.word(n.to) {
	case "-year-old", "years", "months", "km", "miles", "kilometres", "kilometers", "metres", "meters", "feet", "hours", "minutes", "st", "nd", "rd", "th":
		return true
	}
	return f.word(n.from-1) == "#" || f.word(n.to) == "-" && f.word(n.to+1) == "year"
}

// noun is the counted noun after a number and its index: "870 civilians",
// "thousands of young soldiers"; "" and -1 where there is none.
func (f *finder) noun(n number) (string, int) {
	i := n.to
	if f.word(i) == "of" {
		i++
	}
	for k := i; k < i+4 && k < len(f.low); k++ {
		w := f.word(k)
		if counted[w] && w != "more" && w != "others" {
			return w, k
		}
		if w == "and" || w == "," || w == "." || w == "to" || w == "in" || w == "were" || w == "was" {
			break
		}
		if w == "others" || w == "more" {
			return "people", k
		}
	}
	return "", -1
}

// nounBefore is the counted noun of "the number of people detained at 600".
func (f *finder) nounBefore(n number) (string, int) {
	for k := n.from - 1; k > max(0, n.from-window-2); k-- {
		switch w := f.word(k); {
		case w == "." || w == ";" || w == ":":
			return "", -1
		case counted[w] && f.word(k-1) == "of" && (f.word(k-2) == "number" || f.word(k-2) == "total" || f.word(k-2) == "count"):
			return w, k
		}
	}
	return "", -1
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

// sentence reports whether a number is of years in prison: "28 years of prison",
// "sentenced to six years".
func (f *finder) sentence(n number) bool {
	if w := f.word(n.to); n.value == nil && n.high == nil || w != "years" && w != "months" {
		return false
	}
	for k := n.to + 1; k < n.to+5; k++ {
		switch f.word(k) {
		case "prison", "jail", "imprisonment", "custody", "penitentiary":
			return true
		}
	}
	w := f.word(n.boundFrom - 1)
	return w == "to" && (f.word(n.boundFrom-2) == "sentenced" || f.word(n.boundFrom-3) == "sentenced" || f.word(n.boundFrom-2) == "jailed")
}

// plural is the noun in the plural that a number of some size counts, with the
// words before it: "212 polling stations". Nouns of time, of measure and of the
// page's own counters are none.
func (f *finder) plural(n number) (string, int) {
	if n.value != nil && *n.value < fewest || f.doc == nil {
		return "", -1
	}
	for k := n.to; k < n.to+4 && k < len(f.low); k++ {
		w := f.tagged(k)
		if w == nil {
			return "", -1
		}
		switch {
		case w.XPOS == "NNS" && f.nouned(k+1):
		case w.XPOS == "NNS" && !uncounted[f.low[k]] && strings.ContainsAny(f.low[k], "aeiou") && len(f.low[k]) > 3: // no "lbs", no "ft"
			return strings.Join(f.low[n.to:k+1], " "), k
		case w.XPOS == "NN" || w.XPOS == "JJ" || w.XPOS == "VBN" || w.XPOS == "NNP" && k > n.to:
		default:
			return "", -1
		}
	}
	return "", -1
}

// nouned reports whether word k is a noun, which the one before it is part of.
func (f *finder) nouned(k int) bool {
	w := f.tagged(k)
	return w != nil && (w.XPOS == "NN" || w.XPOS == "NNS")
}

// headOf is the head of word k in the tree, nil for the root.
func (f *finder) headOf(k int) *lang.Word {
	at := f.words[k].Start
	for i := range f.doc.Sentences {
		s := &f.doc.Sentences[i]
		if at >= s.End {
			continue
		}
		for j := range s.Words {
			if w := &s.Words[j]; w.Start == at && w.Head >= 0 {
				return &s.Words[w.Head]
			}
		}
		return nil
	}
	return nil
}

// tagged is the word of the analysis that begins where word k does, nil where
// none does.
func (f *finder) tagged(k int) *lang.Word {
	if k < 0 || k >= len(f.words) {
		return nil
	}
	at := f.words[k].Start
	i, _ := slices.BinarySearchFunc(f.doc.Sentences, at, func(s lang.Sentence, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	if i == len(f.doc.Sentences) {
		return nil
	}
	ws := f.doc.Sentences[i].Words
	j, ok := slices.BinarySearchFunc(ws, at, func(w lang.Word, at int) int { return w.Start - at })
	if !ok {
		return nil
	}
	return &ws[j]
}

// uncounted are plural nouns whose number is no claim of anyone: times, measures,
// scores, counters of the page.
var uncounted = set("years months weeks days hours minutes seconds decades centuries times points percent percentages degrees pages words characters paragraphs comments replies views shares likes followers stars votes-up goals games matches wins losses runs wickets overs sets laps rounds seasons episodes km kilometres kilometers miles metres meters feet inches yards acres centimetres millimetres pounds ounces grams watts volts knots results items posts messages nights mornings assists rebounds turnovers tackles carries touchdowns homers innings starts finishes tries caps titles trophies rankings hues others ones things ways grounds sides terms parts")

// measure is what is said of the counted, and the index of the word that says
// it: nearest after the noun, else before the number, within the clause.
func (f *finder) measure(n number, noun int) (string, int) {
	if noun >= 0 {
		if m := measures[f.word(noun)]; m != "" && m != "trained" {
			return m, noun
		}
	}
	if m := measures[f.word(n.boundFrom-1)]; alone[m] || m == "freed" { // "freed seven of nine people held"
		return m, n.boundFrom - 1
	}
	for k := n.to; k < len(f.low) && k-n.to < window; k++ {
		w := f.word(k)
		if w == "board" && f.word(k-1) == "on" {
			w = "aboard"
		}
		if m := measures[w]; m != "" && k != noun && !(m == "arms" || m == "trained") {
			return m, k
		}
		if w == "." || w == ";" || w == "," && k > n.to+1 || w == "and" && k > noun && noun >= 0 || w == "according" {
			break
		}
	}
	for k := n.from - 1; k >= 0 && n.from-k < window+2; k-- {
		w := f.word(k)
		if m := measures[w]; m != "" {
			return m, k
		}
		if w == "." || w == ";" || w == "said" {
			break
		}
	}
	return "", -1
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
