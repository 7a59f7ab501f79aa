package figure

import (
	"strings"

	"github.com/stemma-news/stemma"
)

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
		if w == "and" || w == "," || w == "." || w == ";" || w == ":" || w == "(" || w == "to" || w == "in" || w == "with" || w == "were" || w == "was" {
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
		case counted[w] && f.word(k+1) != "'" && f.word(k+1) != "’" && f.word(k+1) != "'s" && f.word(k+1) != "’s" && f.word(k-1) == "of" && (f.word(k-2) == "number" || f.word(k-2) == "total" || f.word(k-2) == "count"):
			return w, k
		}
	}
	return "", -1
}

// headed is the noun in the plural that a number counts by the tree, with the
// words before it, and where it stands: "212 polling stations", "30,085 British
// and Australian veterans", "thousands of ships". Nouns of time, of measure and
// of the page's own counters are none.
func (f *finder) headed(n number) (string, int) {
	x := f.top(n)
	if !x.ok() {
		return "", -1
	}
	h, from := x.head(), n.to
	if f.word(n.to) == "of" {
		h, from = x.child("nmod", x.i), n.to+1
	}
	for h.ok() && h.rel() == "compound" && h.head().i == h.i+1 { // "12 tank wagons"
		h = h.head()
	}
	k := f.index(h)
	if k < from || k > from+7 {
		if k = f.plural(n); k < 0 { // of another noun by the tree: "in the country 125 electoral districts"
			return "", -1
		}
		h, from = f.node(k), n.to
	}
	if h.rel() == "punct" {
		return "", -1
	}
	switch w := f.low[k]; {
	case uncounted[w] || f.word(n.to) == "'s" || f.word(n.to) == "’s" || !strings.ContainsAny(w, "aeiouy") || len(w) < 4: // no "lbs", no "ft"
		return "", -1
	case afflicted[w] && from > n.to: // "31 of the deceased"
		return w, k
	case h.word().XPOS == "NNS" || h.word().XPOS == "NNPS" || h.word().XPOS == "NN" && counted[w]:
	default:
		return "", -1
	}
	for f.word(from) == "the" || f.word(from) == "its" || f.word(from) == "their" || n.words == "" && from > n.to && from < k && f.tagged(from) != nil && f.tagged(from).XPOS == "CD" {
		from++ // "212 of the 1,904 stations"
	}
	for i := from; i < k; i++ {
		if w := f.word(i); w == "," || w == "." || w == "-" && !f.joined(i) || w == "(" || w == ":" || f.tagged(i) == nil {
			return "", -1
		}
	}
	for i := from; i < k; i++ {
		if x := f.tagged(i).XPOS; x == "POS" || x == "PRP$" { // "three of the firm's lorries"
			from = i + 1
		}
	}
	return f.printed(from, k), k
}

// plural is the noun in the plural that stands behind a number with nothing but
// adjectives and nouns between, -1 for none.
func (f *finder) plural(n number) int {
	for k := n.to; k < n.to+4; k++ {
		switch w := f.tagged(k); {
		case w == nil || n.unit != "":
			return -1
		case w.XPOS == "NNS" && !f.nouned(k+1):
			return k
		case w.XPOS != "JJ" && w.XPOS != "NN":
			return -1
		}
	}
	return -1
}

// afflicted are adjectives that stand for people.
var afflicted = set("dead deceased injured wounded missing displaced detained arrested accused kidnapped")

// crowds are nouns of a whole whose number is that of its members: "a crowd of
// 5,000", "a population of about 275,000".
var crowds = set("attendance audience congregation crew crowd garrison membership population staff turnout workforce")

// heads are nouns that are a number themselves: "the figure fell to 16".
var heads = set("attendance average circulation count figure membership migration number output population production tally toll total turnout")

// level is what a number without a noun is the height of: the migration of "net
// migration hit a record 745,000", the population of "a population of 9,000".
func (f *finder) level(n number) (string, int) {
	x := f.top(n)
	if !x.ok() || n.to < len(f.words) && f.nouned(n.to) {
		return "", -1
	}
	if h := x.head(); x.rel() == "nmod" && h.ok() && crowds[strings.ToLower(h.word().Lemma)] && f.word(n.boundFrom-1) == "of" {
		return f.short(h), f.index(h)
	}
	s, verb := f.subjectOf(n)
	if !s.ok() || !x.head().ok() {
		return "", -1
	}
	if o := x.head().child("obj", 0); gives[verb] && o.ok() && (crowds[o.word().Lemma] || heads[o.word().Lemma]) {
		s = o // "police put the crowd at 2,000"
	}
	lemma := strings.ToLower(s.word().Lemma)
	switch {
	case (heads[lemma] || crowds[lemma]) && (gives[verb] || changes[verb] != "" || reaching[verb] || verb == x.word().Lemma):
	case verb == "number" || verb == "total":
	case revised(x.head()):
		o := x.head().child("obj", 0)
		return f.short(o), f.index(o)
	default:
		return "", -1
	}
	if c := s.child("nmod", s.i); lemma == "number" && c.ok() { // "the number of visitors"
		return f.short(c), f.index(c)
	}
	return f.short(s), f.index(s)
}

// reaching are verbs of standing at a height.
var reaching = set("hit reach total number stand remain average top exceed pass surpass eclipse nosedive double triple put bring come")

// bare is the figure before a number that has no noun of its own and counts what
// that counts: "organisers claimed 90,000 marchers; police counted 18,000", "6.4
// million euros in bets, later 9.2 million", "they hold 40 men, of whom 12 are
// ill". Of the sentence before it may be that of a subject: "Nine were freed."
func (f *finder) bare(n number) (before, bool) {
	last, x := f.last, f.top(n)
	none := before{}
	if !x.ok() || f.word(n.from) == "one" {
		return none, false
	}
	prior, next := f.word(n.boundFrom-1), f.word(n.to)
	if w := f.tagged(n.boundFrom - 2); (prior == "-" || prior == "–" || prior == ":") && w != nil && (w.UPOS == "PROPN" || w.UPOS == "NOUN") && last.measure == "count" && last.unit == "" && n.value != nil && (next == "," || next == "." || next == ";" || next == "") {
		return last, true // "125 districts, among them Ahal - 15, Balkan - 10"
	}
	switch next {
	case "", ".", ",", ";", ")", "and", "but", "from", "to", "in", "on", "at":
	case "was", "were", "is", "are", "has", "have", "had":
	case "of":
		if w := f.word(n.to + 1); w != "them" && w != "those" && w != "these" && w != "whom" {
			return none, false
		}
	default:
		return none, false
	}
	if f.word(n.boundFrom-2) == "of" && (prior == "which" || prior == "whom") {
		return last, last.measure != "" && last.measure != "share" && last.measure != "sentence"
	}
	if subject := (x.rel() == "nsubj" || n.from == 0) && next != "" && next[0] >= 'a'; subject || next == "of" {
		if last.measure == "" {
			last = f.prev
		}
		return last, last.measure != "" && last.unit == "" && last.measure != "share" && last.measure != "sentence"
	}
	h := x.head()
	if last.measure == "" && f.prev.unit == "" && x.rel() == "obj" && h.word().UPOS == "VERB" && (gives[h.word().Lemma] || says[h.word().Lemma]) && (next == "." || next == "") {
		last = f.prev // "Thousands marched. Police say 4,000."
	}
	switch {
	case last.measure == "" || last.measure == "share" || last.measure == "sentence":
		return none, false
	case f.gapped(n).Len() > 0:
		return last, true
	case last.measure == "money" && n.value != nil && (*n.value < 1000 || large[f.word(n.to-1)] == 0 && f.word(n.boundFrom-2) != "of"):
		return none, false
	case (prior == "," || prior == "and") && next == "in" && last.unit == "" && !f.numeric(n.to+1): // "37 in Lebap, 46 in Mary"
		return last, true
	case prior == "from" && (f.numeric(n.boundFrom-2) || currencies[f.word(n.boundFrom-2)]): // "to 870 from 640"
		return last, true
	case (prior == "from" || prior == "to") && changes[f.word(n.boundFrom-2)] != "": // "47, up from 40"
		return last, true
	}
	switch {
	case !h.ok() || h.word().UPOS != "VERB":
		return none, false
	case last.measure == "money":
		return last, true
	case x.rel() == "obj":
		return last, gives[h.word().Lemma] || says[h.word().Lemma]
	case x.rel() == "obl":
		return last, changes[h.word().Lemma] != "" || reaching[h.word().Lemma] || revised(h)
	}
	return none, false
}

// gapped is who gives a number of a clause without a verb that goes on from the
// number another gave in the sentence: the party of "police put the toll at three
// and the opposition Unity Party at 11", of "the union says 4,000 people came,
// the police 900".
func (f *finder) gapped(n number) (who stemma.Span) {
	if w := f.word(n.to); f.last.who == "" || w != "." && w != "," && w != ";" && w != "" && w != "and" {
		return
	}
	k := n.boundFrom - 1
	if f.word(k) == "at" {
		k--
	}
	from := k
	for from > 0 && from > k-9 && !joints[f.word(from-1)] {
		from--
	}
	if x := f.node(k); from == 0 || k < from || !joints[f.word(from-1)] || !x.ok() || x.word().UPOS != "NOUN" && x.word().UPOS != "PROPN" && f.word(k) != ")" || changes[f.word(k)] != "" {
		return
	}
	for i := from; i <= k; i++ {
		if x := f.tagged(i); x == nil || x.UPOS == "VERB" || x.UPOS == "AUX" || x.UPOS == "NUM" {
			return
		}
	}
	np := f.span(from, k+1)
	for _, m := range f.mentions {
		if c := m.Cite.Spans; len(c) == 1 && np.Holds(c[0]) {
			if m.Kind == stemma.Place {
				return stemma.Span{}
			}
			if c[0].Len() > who.Len() {
				who = c[0]
			}
		}
	}
	if who.Len() == 0 && (people[f.word(k)] || f.word(k) == ")") {
		who = np
	}
	return who
}

// joints stand between clauses of which the second leaves out the verb.
var joints = set("and but while , ;")

// people are those who count without a name.
var people = set("army authorities doctors government hospital hospitals military ministry officials opposition organisers organizers party police prosecution prosecutors union unions villagers witnesses")

// numeric reports whether word i begins with a figure.
func (f *finder) numeric(i int) bool {
	w := f.word(i)
	return w != "" && w[0] >= '0' && w[0] <= '9'
}

// before is what the figure before counts.
type before struct {
	measure, noun, unit string
	who                 string // who gives it, by the sentence
	part                bool   // of the one before it
}

// nouned reports whether word k is a noun, which the one before it is part of.
func (f *finder) nouned(k int) bool {
	w := f.tagged(k)
	return w != nil && (w.XPOS == "NN" || w.XPOS == "NNS")
}

// uncounted are plural nouns whose number is no claim of anyone: times, measures,
// scores, counters of the page.
var uncounted = set("foot inch mph nautical nd rd st th years months weeks days hours minutes seconds decades centuries times points percent cents mins rbis knockouts passes strikeouts interceptions percentages degrees pages words characters paragraphs comments replies views likes followers stars votes-up goals games matches wins losses runs wickets overs sets laps rounds seasons episodes km kilometres kilometers miles metres meters feet inches yards acres centimetres millimetres pounds ounces grams watts volts knots results items posts messages nights mornings assists rebounds turnovers tackles carries touchdowns homers innings starts finishes tries caps titles trophies rankings hues others ones things ways grounds sides terms parts")

// spent is what a sum of money is, or is for, and where that stands: "a $12,000
// fine", "a fine of $12,000", "$6 million in pledges", "the damage is put at $2
// million"; "" and -1 where nothing near says it.
func (f *finder) spent(n number) (string, int) {
	x := f.top(n)
	h := x.head()
	if !h.ok() {
		return "", -1
	}
	k := f.index(h)
	if k >= n.to && k < n.to+5 && h.word().UPOS == "NOUN" && (f.word(n.to) != "a" && f.word(n.to) != "-") {
		for i := n.to; i < k; i++ {
			if w := f.tagged(i); w == nil || w.UPOS != "NOUN" && w.UPOS != "ADJ" && w.UPOS != "PROPN" {
				return "", -1
			}
		}
		return f.printed(n.to, k), k
	}
	if w := f.word(n.to); w == "in" || w == "of" || w == "worth" && f.word(n.to+1) == "of" {
		for i := n.to + 1; i < n.to+6; i++ {
			c := f.node(i)
			if c.ok() && c.word().UPOS == "NOUN" && !f.nouned(i+1) && !sums[f.low[i]] {
				return f.short(c), i
			} else if !c.ok() || c.word().UPOS != "ADJ" && c.word().UPOS != "NOUN" && c.word().UPOS != "ADP" {
				break
			}
		}
	}
	if x.rel() == "nmod" && k >= 0 && k < n.boundFrom && h.word().UPOS == "NOUN" && f.word(n.boundFrom-1) == "of" && !sums[f.low[k]] {
		return f.short(h), k
	}
	if f.nouned(n.to) && !uncounted[f.word(n.to)] && spells[f.word(n.to)] == "" && f.word(n.to) != "worth" && !strings.HasPrefix(f.word(n.to), "max") && f.word(n.to) != "today" && f.word(n.to) != "yesterday" { // "a $12,000 fine", "on $2 million bail"
		k = n.to
		for f.nouned(k + 1) {
			k++
		}
		return f.printed(n.to, k), k
	}
	s, verb := f.subjectOf(n)
	if s.ok() && s.word().Rel == "nsubj" && (gives[verb] || verb == "value" || verb == "price" || verb == "set") { // "experts put the damage at $2 million"
		s = h.child("obj", 0)
	}
	if s.ok() && s.word().UPOS == "NOUN" && !sums[strings.ToLower(s.word().Lemma)] && x.rel() != "obj" && (changes[verb] != "" || reaching[verb] || priced[verb] || gives[verb] || verb == x.word().Lemma) {
		return f.short(s), f.index(s)
	}
	return "", -1
}

// sums are nouns of sums that do not say of what.
var sums = set("amount exchange figure pair range sum total")

// priced are verbs whose subject is what a sum is the price of.
var priced = set("cost sell fetch estimate value close trade price set go")
