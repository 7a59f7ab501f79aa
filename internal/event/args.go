package event

import (
	"strings"

	"github.com/stemma-news/stemma"
)

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
		if f.s.is(k, "and") && f.s.is(k-1, ",") && !f.s.is(out[len(out)-1].from-1, "and") {
			return out // ", and Norway ...": a clause of its own
		}
		for f.s.is(k, "and", ",", "&") {
			k--
		}
		q, ok := f.phraseEnding(k)
		if !ok {
			return out
		}
		if l := len(out) - 1; f.oneBody(q, out[l]) {
			out[l].from = q.from
			continue
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

func (f *finder) wordAt(i int) string {
	if i < 0 || i >= len(f.s.words) {
		return ""
	}
	return f.s.words[i].s
}

// listGoesOn reports whether a comma list has its "and" within reach.
func (f *finder) listGoesOn(i int) bool {
	for n := 0; n < 6; n++ {
		if f.s.is(i, ",") && f.s.is(i+1, "and") {
			i++
		}
		if f.s.is(i, "and") {
			return !f.s.mark(i + 1)
		}
		if !f.s.is(i, ",") {
			return false // "Lind, a close ally, aides said"
		}
		p, ok := f.phraseFrom(i + 1)
		if !ok {
			return false
		}
		i = p.to
	}
	return false
}

// subject returns the phrases that are the subject of the verb at i, a role
// with the name that follows it: "the water minister, Ana Ruiz, rejected it".
func (f *finder) subject(i int) []phrase {
	ps := f.subjects(i)
	if len(ps) != 1 || ps[0].to > i || f.person(ps[0]) && !f.described(ps[0]) || !agents[f.wordAt(ps[0].head)] && f.s.words[ps[0].head].capital {
		return ps
	}
	for k := ps[0].to; k < i && k-ps[0].to < 9 && !f.s.is(k, "and", "who", "that", "which", "whose"); k++ {
		if !f.s.is(k, ",") {
			continue
		}
		if p, ok := f.phraseFrom(k + 1); ok && p.from == k+1 && f.person(p) && !f.described(p) && f.s.is(p.to, ",", ";") && p.to < i {
			return []phrase{{from: ps[0].from, to: p.to, head: p.head}}
		}
		break
	}
	return ps
}

func (f *finder) subjects(i int) []phrase {
	if p, ok := f.controlled(i); ok {
		return f.joined(p, -1)
	}
	if strings.HasSuffix(f.wordAt(i), "ing") && f.s.is(i-1, "of", "for", "from") && f.blamed(i-2) {
		if p, ok := f.phraseEnding(i - 2); ok {
			return f.joined(p, -1) // "accuses Norway of opening"
		}
	}
	if ps := f.treeSubject(i); len(ps) == 1 && ps[0].to <= i {
		return f.upTo(f.joined(ps[0], -1), i)
	} else if ps != nil || f.s.words[i].rel == "acl" && f.s.is(f.s.words[i].head, "those") {
		return ps // "the mayor said those arrested were": not the mayor
	}
	k := i - 1
	for k >= 0 {
		if auxiliaries[f.wordAt(k)] || adverb(f.wordAt(k)) || f.s.is(k, "not", "n't", "to") {
			k--
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
	if f.s.is(i+1, "with", "by", "in", "to", "for", "on", "at", "from", "against") && f.s.words[i+1].rel != "compound:prt" && !f.s.is(i+2, "least", "most") {
		return nil
	}
	if ps := f.treeObject(i); ps != nil {
		return f.apposed(ps)
	}
	k := i + 1
	if f.s.is(k, "up", "out", "off", "over", "down") {
		k++
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
			if p, ok := f.phraseFrom(k + 1); ok && p.from <= k+1 && f.person(p) && !f.saysSoon(p.to) {
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

var partitives = set("group groups thousands hundreds dozens scores tens number member members series majority all most some many one two three part parts crowd crowds team batch lot couple coalition band bands")

// after returns the phrases a preposition brings after i within the clause.
func (f *finder) after(i int, prep string) []phrase {
	for k := i + 1; k < len(f.s.words) && k-i <= 16; k++ {
		w := f.wordAt(k)
		if w == "." || w == ";" || w == "\"" || w == "”" || w == "that" || w == "which" || w == "who" {
			return nil
		}
		if k > i+1 && len(verbForms[w]) > 0 && !f.nounish(k) && f.s.words[k].rel != "amod" && !f.s.words[k].capital && f.s.words[k].mention < 0 {
			if fm := verbForms[w][0]; fm.how == 'd' || fm.how == 's' || fm.how == 'n' {
				return nil
			}
		}
		if prep == "from" && w == "out" && f.s.is(k+1, "of") { // "pulled its troops out of"
			if p, ok := f.phraseFrom(k + 2); ok {
				return f.joined(p, +1)
			}
		}
		if w != prep || w == "to" && f.s.is(k-1, "up", "according", "due", "close") {
			continue
		}
		if p, ok := f.phraseFrom(k + 1); ok {
			ps := f.joined(p, +1)
			if q, ok := f.phraseFrom(p.to + 1); ok && prep == "between" && len(ps) == 1 && f.s.is(p.to, "and") {
				ps = append(ps, q)
			}
			return ps
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

// blamed reports whether the word at i is the object of a verb that says of
// another what he did: accuse, blame, thank.
func (f *finder) blamed(i int) bool {
	if i < 0 || f.s.words[i].rel != "obj" {
		return false
	}
	for _, fm := range verbForms[f.wordAt(f.s.words[i].head)] {
		if frames := verbFrames[fm.lemma]; len(frames) > 0 && (frames[len(frames)-1].kind == "ACCUSE" || frames[len(frames)-1].kind == "SUPPORT" || fm.lemma == "stop") {
			return true
		}
	}
	return false
}

var controllers = set("ask urge call tell order force allow demand press pressure compel permit request beg direct instruct warn persuade convince invite encourage appeal")

// ergative verbs tell of a deed only with an object: "the ferry sank" names
// nobody who sank it.
var ergative = set("sink crash explode collapse drown")

// bare reports whether nothing that can be an object follows the verb at i.
func (f *finder) bare(i int) bool {
	if f.s.trees && f.child(i, "obj") > i {
		return false // "arrested about 70 people"
	}
	w := f.wordAt(i + 1)
	return f.s.mark(i+1) || prepositions[w] || w == "off" || clauseStarts[w] || auxiliaries[w] || adverb(w) || f.s.trees && f.child(i, "obj") < 0
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
