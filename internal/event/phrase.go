package event

import "strings"

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
		if f.mentions[w.mention].Kind == "" && w.upos != "PROPN" && w.upos != "NOUN" && w.upos != "" && !agents[w.s] && f.opens(i) {
			return false // "Regardless, ..."
		}
		return !determiners[w.s] // "The" of "The mayor" alone is nobody
	}
	if agents[w.s] {
		return w.upos == "" || w.upos == "NOUN" || w.upos == "PROPN" || w.upos == "ADJ" && !f.nounNext(i)
	}
	return f.unnamed && w.capital && !f.s.mark(i) && !determiners[w.s] && !prepositions[w.s] && !clauseStarts[w.s] &&
		!auxiliaries[w.s] && !pronouns[w.s] && !adverb(w.s) && !months[w.s] && (i > 0 || len(verbForms[w.s]) == 0)
}

// opens reports whether word i is the first of its sentence, marks left out.
func (f *finder) opens(i int) bool {
	for i--; i >= 0; i-- {
		if !f.s.mark(i) {
			return false
		}
	}
	return true
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
		if !same && (f.s.mark(k) || months[w.s] || prepositions[w.s] || clauseStarts[w.s] || determiners[w.s] || len(verbForms[w.s]) > 0 && !w.capital && w.upos != "NOUN" && w.upos != "ADJ" || w.s == "'s" || w.s == "'") {
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
			for j+1 < len(f.s.words) && (f.actor(j+1) || f.s.words[j+1].mention >= 0 && f.s.words[j+1].mention == f.s.words[j].mention) {
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
			if ok && f.s.trees && agents[f.wordAt(p.head)] && !f.names(p) {
				p.to = f.ofWhom(p.to)
			}
			return p, ok
		}
		if len(verbForms[w.s]) > 0 && i > start && !f.nounish(i) {
			return phrase{}, false
		}
	}
	return phrase{}, false
}
