package event

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// phrase is a noun phrase that names who acts or is acted on: words from to
// to, half-open, and its head.
type phrase struct {
	from, to, head int
}

// articles and modifiers that may stand before a head without being one.
var determiners = set("the a an this that these those its his her their our my some any all both two three four five several many no each every")

var prepositions = set("of in on at to from with by for against between among into over under about through during after before since until as than toward towards near across despite without within via along around behind beyond inside outside per upon following amid")

// clauseStarts begin a clause with a subject of its own.
var clauseStarts = set("that which who whom whose when while where after before because although though if unless since as until and but or so whether how why what")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// actor reports whether word i can head a phrase that acts: a name that is no
// mere place in a preposition's care, or a noun of agents.txt.
func (f *finder) actor(i int) bool {
	if i < 0 || i >= len(f.s.words) {
		return false
	}
	w := &f.s.words[i]
	if w.line || pronouns[w.s] && !(w.s == "us" && w.capital) {
		return false
	}
	if w.mention >= 0 {
		return true
	}
	if agents[w.s] {
		return w.upos == "" || w.upos == "NOUN" || w.upos == "PROPN" || w.upos == "ADJ" && !f.nounNext(i)
	}
	return f.unnamed && w.capital && !f.s.mark(i) && !determiners[w.s] && !prepositions[w.s] && !clauseStarts[w.s] &&
		!auxiliaries[w.s] && !pronouns[w.s] && !adverb(w.s) && !months[w.s] && (i > 0 || len(verbForms[w.s]) == 0)
}

// nounNext reports whether a noun follows word i.
func (f *finder) nounNext(i int) bool {
	if i+1 >= len(f.s.words) || past(f.s.words[i+1].s) {
		return false
	}
	u := f.s.words[i+1].upos
	return u == "NOUN" || u == "PROPN" || u == "ADJ"
}

// phraseEnding returns the phrase whose last word is i.
func (f *finder) phraseEnding(i int) (phrase, bool) {
	if !f.actor(i) {
		return phrase{}, false
	}
	p := phrase{from: i, to: i + 1, head: i}
	for k := i - 1; k >= 0; k-- {
		w := &f.s.words[k]
		same := w.mention >= 0 && w.mention == f.s.words[i].mention
		if !same && (f.s.mark(k) || months[w.s] || prepositions[w.s] || clauseStarts[w.s] || determiners[w.s] || len(verbForms[w.s]) > 0 && !w.capital || w.s == "'s" || w.s == "'") {
			break
		}
		if !same && !w.capital && w.mention < 0 && !modifier(w) {
			break
		}
		p.from = k
	}
	return p, true
}

// modifier reports whether a lower-case word may stand before a head within
// its phrase.
func modifier(w *word) bool {
	if w.upos != "" {
		return w.upos == "ADJ" || w.upos == "NOUN" || w.upos == "NUM" || w.upos == "PROPN"
	}
	return agents[w.s] || modifiers[w.s] || strings.HasSuffix(w.s, "ist") || strings.HasSuffix(w.s, "ary")
}

var modifiers = set("top senior former security armed local foreign defence defense prime vice deputy acting opposition ruling rebel state federal national international regional islamic human rights anti-government pro-democracy civilian political high-level junior visiting interior trade finance chief supreme high special riot")

// phraseFrom returns the first phrase that begins at or after i, before the
// clause ends: its determiners and modifiers are passed over.
func (f *finder) phraseFrom(i int) (phrase, bool) {
	start := i
	for ; i < len(f.s.words) && i-start < 12; i++ {
		w := &f.s.words[i]
		if f.s.mark(i) && w.s != "\"" && w.s != "“" || prepositions[w.s] && i > start && !f.s.is(i-1, "up", "more", "less", "fewer") || w.s == "to" && !f.s.is(i-1, "up") {
			return phrase{}, false
		}
		if f.actor(i) {
			j := i
			for j+1 < len(f.s.words) && (f.actor(j+1) && !f.boundary(j, j+1) || f.s.words[j+1].mention >= 0 && f.s.words[j+1].mention == f.s.words[j].mention) {
				j++
			}
			for k := j + 1; k < j+5 && k < len(f.s.words); k++ { // "Norlandic defence officials"
				if agents[f.wordAt(k)] && f.actor(k) && f.s.words[k].mention < 0 {
					j = k
				} else if f.s.words[k].capital || !modifier(&f.s.words[k]) {
					break
				}
			}
			if f.s.is(j+1, "'s", "'") { // possessor of what follows: "Norland's army"
				if p, ok := f.phraseFrom(j + 2); ok {
					p.from = i
					return p, true
				}
				if f.s.words[j].mention < 0 && !f.unnamed && !agents[f.s.words[j].s] {
					return phrase{}, false
				}
			}
			p, ok := f.phraseEnding(j)
			p.from = max(p.from, start)
			return p, ok
		}
		if len(verbForms[w.s]) > 0 && i > start && !f.nounish(i) {
			return phrase{}, false
		}
	}
	return phrase{}, false
}

// boundary reports whether two neighbouring words belong to two mentions of
// which the first is a whole name already.
func (f *finder) boundary(i, j int) bool {
	a, b := f.s.words[i].mention, f.s.words[j].mention
	return a >= 0 && b < 0 && !agents[f.s.words[j].s]
}

// joined returns p and the phrases joined to it: "Ana and Bo", "Ana, Bo and
// Cy". way is +1 to look after p, -1 before it.
func (f *finder) joined(p phrase, way int) []phrase {
	out := []phrase{p}
	for n := 0; n < 6; n++ {
		if way > 0 {
			k := out[len(out)-1].to
			if !f.s.is(k, "and", ",", "&") {
				return out
			}
			for f.s.is(k, "and", ",", "&") {
				k++
			}
			q, ok := f.phraseFrom(k)
			if !ok || q.from > k+2 || f.s.is(q.to-1, "who") || f.verbSoon(q.to) && f.s.is(k-1, "and") {
				return out
			}
			if f.s.is(k-1, ",") && !f.listGoesOn(q.to) {
				return out
			}
			out = append(out, q)
			continue
		}
		k := out[len(out)-1].from - 1
		for determiners[f.wordAt(k)] {
			k--
		}
		if !f.s.is(k, "and", "&") && !(f.s.is(k, ",") && len(out) > 1) {
			return out
		}
		if f.s.is(k, "and") && f.s.is(k-1, ",") && !f.s.is(out[len(out)-1].from-1, "and") && !f.listBefore(k-2) {
			return out // ", and Norway ...": a clause of its own
		}
		for f.s.is(k, "and", ",", "&") {
			k--
		}
		q, ok := f.phraseEnding(k)
		if !ok {
			return out
		}
		out = append(out, q)
	}
	return out
}

// upTo adds to the subjects of the verb at i the one that "and" joins to the
// first and that stands right before the verb.
func (f *finder) upTo(ps []phrase, i int) []phrase {
	k := i - 1
	for k > ps[0].to && (auxiliaries[f.wordAt(k)] || adverb(f.wordAt(k)) || f.s.is(k, "not", "n't", "to")) {
		k--
	}
	q, ok := f.phraseEnding(k)
	if !ok || q.from <= ps[0].to {
		return ps
	}
	at := q.from - 1
	for determiners[f.wordAt(at)] {
		at--
	}
	if f.s.is(at, "and") && at == ps[0].to {
		return append(ps, q)
	}
	return ps
}

// listBefore reports whether a comma list ends at word k: "Ana, Bo" of "Ana,
// Bo, and Cy".
func (f *finder) listBefore(k int) bool {
	p, ok := f.phraseEnding(k)
	return ok && f.s.is(p.from-1, ",")
}

func (f *finder) wordAt(i int) string {
	if i < 0 || i >= len(f.s.words) {
		return ""
	}
	return f.s.words[i].s
}

// verbSoon reports whether a verb follows at i: the phrase before it is the
// subject of another clause.
func (f *finder) verbSoon(i int) bool {
	for k := i; k < len(f.s.words) && k < i+2; k++ {
		if auxiliaries[f.s.words[k].s] || len(verbForms[f.s.words[k].s]) > 0 && !f.nounish(k) {
			return true
		}
	}
	return false
}

// listGoesOn reports whether a comma list has its "and" within reach.
func (f *finder) listGoesOn(i int) bool {
	return f.s.is(i, "and", ",") && !f.s.mark(i+1)
}

// subject returns the phrases that are the subject of the verb at i.
func (f *finder) subject(i int) []phrase {
	if p, ok := f.controlled(i); ok {
		return f.joined(p, -1)
	}
	if f.result(i) {
		return nil
	}
	if ps := f.treeSubject(i); len(ps) == 1 && ps[0].to <= i {
		return f.upTo(f.joined(ps[0], -1), i)
	} else if ps != nil {
		return ps
	}
	k := i - 1
	for k >= 0 {
		if auxiliaries[f.wordAt(k)] || adverb(f.wordAt(k)) || f.s.is(k, "not", "n't", "to") {
			k--
			continue
		}
		if from, ok := f.timeEnding(k); ok { // "The union on Monday imposed"
			k = from - 1
			if f.s.is(k, "on", "in") {
				k--
			}
			continue
		}
		break
	}
	if f.s.is(k, "who", "which", "that") { // its antecedent
		k--
		for f.s.is(k, ",") {
			k--
		}
	}
	if f.s.is(k, "and", "but") { // "He came and met X": the verb before has it
		for j := k - 1; j >= 0 && k-j < 14; j-- {
			if len(verbForms[f.wordAt(j)]) > 0 && !f.nounish(j) {
				return f.subject(j)
			}
		}
	}
	for n := 0; k >= 0 && n < 18; n++ {
		w := f.wordAt(k)
		if w == "," || w == ")" || w == "—" { // step over what stands between commas
			j := k - 1
			for j >= 0 && f.wordAt(j) != "," && f.wordAt(j) != "(" && f.wordAt(j) != "—" {
				j--
			}
			if j < 0 {
				return nil
			}
			k = j - 1
			continue
		}
		if pronouns[w] {
			return nil
		}
		if p, ok := f.phraseEnding(k); ok {
			at := p.from - 1
			for determiners[f.wordAt(at)] {
				at--
			}
			if f.s.is(at, "of") && partitives[f.wordAt(at-1)] { // "a group of monks"
				return f.joined(p, -1)
			}
			if prepositions[f.wordAt(at)] && !f.s.is(at, "as", "after", "before", "since") {
				k = at - 1
				continue
			}
			if f.s.is(p.to, "'s", "'") {
				k = at
				continue
			}
			return f.joined(p, -1)
		}
		if f.s.mark(k) || clauseStarts[w] && w != "and" {
			return nil
		}
		k--
	}
	return nil
}

// object returns the phrases right after the verb at i.
func (f *finder) object(i int) []phrase {
	if f.s.is(i+1, "with", "by", "in", "to", "for", "on", "at", "from", "against") {
		return nil
	}
	if ps := f.treeObject(i); ps != nil {
		return f.apposed(ps)
	}
	k := i + 1
	if f.s.is(k, "up", "out", "off", "over", "down") {
		k++
	}
	for k < len(f.s.words) {
		j := k
		if f.s.is(j, "on") {
			j++
		}
		if _, ok := f.timeEnding(j); !ok {
			break
		}
		for j < len(f.s.words) {
			if _, ok := f.timeEnding(j); !ok {
				break
			}
			j++
		}
		k = j
	}
	if f.s.is(k, "that") { // "demanded that Norway pay"
		k++
	}
	p, ok := f.phraseFrom(k)
	if !ok {
		return f.complement(k)
	}
	return f.apposed(f.joined(p, +1))
}

// apposed puts a person's name for the role it follows: "the head of the
// exporter, Bo Lind" -> Bo Lind.
func (f *finder) apposed(ps []phrase) []phrase {
	if len(ps) != 1 || f.person(ps[0]) && !f.described(ps[0]) {
		return ps
	}
	for k := ps[0].to; k < len(f.s.words) && k-ps[0].to < 9; k++ {
		if f.s.is(k, ",") {
			if p, ok := f.phraseFrom(k + 1); ok && p.from <= k+1 && f.person(p) {
				return []phrase{p}
			}
			return ps
		}
		if f.s.mark(k) || auxiliaries[f.wordAt(k)] || f.s.is(k, "and", "who", "that") {
			return ps
		}
	}
	return ps
}

// described reports whether a phrase names a person by a role alone.
func (f *finder) described(p phrase) bool {
	m := f.s.words[p.to-1].mention
	return m >= 0 && f.mentions[m].Descriptive
}

// complement returns the phrase of an object that only its "of" or "by" names:
// "positions of the rebels", "calls by the union".
func (f *finder) complement(k int) []phrase {
	for n := 0; n < 7 && k < len(f.s.words); n, k = n+1, k+1 {
		if f.s.is(k, "of", "by", "against", "from", "in") {
			if p, ok := f.phraseFrom(k + 1); ok {
				return f.joined(p, +1)
			}
			return nil
		}
		if f.s.mark(k) || clauseStarts[f.wordAt(k)] || auxiliaries[f.wordAt(k)] {
			return nil
		}
	}
	return nil
}

var partitives = set("group groups thousands hundreds dozens scores tens number member members series majority all most some many one two three part parts crowd crowds team batch lot couple coalition band bands")

// timeEnding reports whether a time ends at word k, and its first word.
func (f *finder) timeEnding(k int) (int, bool) {
	if k < 0 {
		return 0, false
	}
	w := &f.s.words[k]
	for i := range f.whens {
		if f.whens[i].Overlaps(w.Span) {
			from := k
			for from > 0 && f.whens[i].Overlaps(f.s.words[from-1].Span) {
				from--
			}
			return from, true
		}
	}
	return 0, false
}

// after returns the phrases a preposition brings after i within the clause.
func (f *finder) after(i int, prep string) []phrase {
	for k := i + 1; k < len(f.s.words) && k-i <= 16; k++ {
		w := f.wordAt(k)
		if w == "." || w == ";" || w == "\"" || w == "”" || w == "that" || w == "which" || w == "who" {
			return nil
		}
		if k > i+1 && len(verbForms[w]) > 0 && !f.nounish(k) && !f.s.words[k].capital && f.s.words[k].mention < 0 {
			if fm := verbForms[w][0]; fm.how == 'd' || fm.how == 's' || fm.how == 'n' {
				return nil
			}
		}
		if w != prep {
			continue
		}
		if p, ok := f.phraseFrom(k + 1); ok {
			return f.joined(p, +1)
		}
	}
	return nil
}

// possessor returns the phrase whose "'s" the noun at i follows.
func (f *finder) possessor(i int) []phrase {
	for k := i - 1; k >= 0 && i-k < 5; k-- {
		if f.s.is(k, "'s", "'") {
			if p, ok := f.phraseEnding(k - 1); ok {
				return []phrase{p}
			}
			return nil
		}
		if f.s.mark(k) || prepositions[f.wordAt(k)] || determiners[f.wordAt(k)] {
			return nil
		}
	}
	return nil
}

func adverb(w string) bool {
	return strings.HasSuffix(w, "ly") || w == "also" || w == "then" || w == "now" || w == "never" || w == "later" || w == "already" || w == "again" || w == "still" || w == "once" || w == "twice" || w == "earlier"
}

// controlled is the one asked, told or forced to do what the verb at i names:
// "called on the minister to resign" -> the minister.
func (f *finder) controlled(i int) (phrase, bool) {
	if !f.s.is(i-1, "to") {
		return phrase{}, false
	}
	p, ok := f.phraseEnding(i - 2)
	if !ok {
		return phrase{}, false
	}
	at := p.from - 1
	for determiners[f.wordAt(at)] {
		at--
	}
	if f.s.is(at, "on", "upon") {
		at--
	}
	for _, fm := range verbForms[f.wordAt(at)] {
		if controllers[fm.lemma] {
			return p, true
		}
	}
	return phrase{}, false
}

var controllers = set("ask urge call tell order force allow demand press pressure compel permit request beg direct instruct warn persuade convince invite encourage appeal")

// result reports whether the verb at i names what came of the clause before:
// ", killing nine". Who acts there is the happening, not its nearest name.
func (f *finder) result(i int) bool {
	if !f.s.is(i-1, ",") && !(adverb(f.wordAt(i-1)) && f.s.is(i-2, ",")) {
		return false
	}
	for _, fm := range verbForms[f.wordAt(i)] {
		if fm.how == 'g' && casualties[fm.lemma] {
			k := f.before(i)
			return k < 0 || casualtyFree(f.wordAt(k))
		}
	}
	return false
}

// before is the last finite verb with a frame before word i, -1 where none is.
func (f *finder) before(i int) int {
	for k := range f.triggers {
		if at := f.triggers[len(f.triggers)-1-k].at; at < i && !f.triggers[len(f.triggers)-1-k].frame.noun {
			return at
		}
	}
	return -1
}

// casualtyFree reports whether a verb is one that nobody does to another.
func casualtyFree(w string) bool {
	for _, fm := range verbForms[w] {
		if !ergative[fm.lemma] {
			return false
		}
	}
	return true
}

var casualties = set("kill injure wound leave destroy damage")

// ergative verbs tell of a deed only with an object: "the ferry sank" names
// nobody who sank it.
var ergative = set("sink crash explode collapse drown")

// bare reports whether nothing that can be an object follows the verb at i.
func (f *finder) bare(i int) bool {
	w := f.wordAt(i + 1)
	_, time := f.timeEnding(i + 1)
	return f.s.mark(i+1) || prepositions[w] || clauseStarts[w] || auxiliaries[w] || adverb(w) || time
}

var auxiliaries = set("is are was were be been being am has have had having do does did will would shall should may might must can could 's 'd 'll 've ca wo")

var pronouns = set("he she it they we i you him them us")

// span is the bytes of a phrase.
func (f *finder) span(p phrase) stemma.Span {
	s := stemma.Span{Start: f.s.words[p.from].Start, End: f.s.words[p.to-1].End}
	if rest := f.a.Text[s.End:]; strings.HasPrefix(rest, "-in-chief") {
		s.End += len("-in-chief")
	}
	return s
}
