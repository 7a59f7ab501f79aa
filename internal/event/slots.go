package event

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// argument is a phrase and the role it plays.
type argument struct {
	phrase
	role byte
}

// arguments returns who fills the slots of a trigger's frame.
func (f *finder) arguments(tr *trigger) []argument {
	var out []argument
	add := func(ps []phrase, slot string) {
		role := tr.frame.args[slot]
		if role == 0 {
			return
		}
		for _, p := range ps {
			out = append(out, argument{p, role})
		}
	}
	i := tr.at
	if tr.frame == mustFrame || tr.frame == guiltFrame {
		who, of := f.duty(i)
		for _, p := range who {
			out = append(out, argument{p, 'a'})
		}
		for _, p := range of {
			out = append(out, argument{p, 'r'})
		}
		return out
	}
	if tr.frame.noun {
		add(f.possessor(i), "'s")
		if p, ok := f.phraseEnding(i - 1); ok && !f.s.is(i-1, "'s") {
			add([]phrase{p}, "'s") // "Norlandic riots"
		}
		if tr.light >= 0 {
			add(f.subject(tr.light), "S")
		}
	} else if tr.passive {
		add(f.subject(i), "O")
		add(f.after(i, "by"), "S")
	} else {
		if k := f.child(i, "nsubj"); mishap(tr.frame) && k >= 0 && f.s.words[k].upos == "NOUN" && !f.actor(k) {
			p, _ := f.treePhrase(k)
			add([]phrase{p}, "S") // "a ferry with 200 people sank", "a dam collapsed"
		} else {
			add(f.spokenFor(f.subject(i), i), "S")
		}
		add(f.object(i), "O")
	}
	if tr.object >= 0 && answered[tr.frame.kind] && !tr.frame.noun && !slices.ContainsFunc(out, func(a argument) bool { return a.role == 'r' }) {
		for _, p := range f.proposer(tr.object) {
			out = append(out, argument{p, 'r'})
		}
		if slices.ContainsFunc(out, func(a argument) bool { return a.role == 'r' }) {
			return f.fallback(tr, f.acting(tr, out))
		}
	}
	both := tr.frame.noun && tr.frame.args["between"] == 'a' && f.s.is(i+1, "between")
	for _, prep := range argPreps {
		if both && prep != "between" {
			continue // "fighting between monks and police in Sund"
		}
		if _, ok := tr.frame.args[prep]; ok && (prep != "by" || !tr.passive) {
			ps := f.after(i, prep)
			if prep == "by" && tr.frame.noun && len(ps) > 0 && f.nounBetween(i, ps[0].from) {
				continue // "in protest at a visit by Lind"
			}
			add(ps, prep)
		}
	}
	out = append(out, f.present(tr)...)
	return f.fallback(tr, f.things(tr, f.acting(tr, out)))
}

// argPreps are the prepositions that can be slots of a frame, "S" and "O" and
// the possessor apart.
var argPreps = strings.Fields("about across against along around at behind between by for from in into near of on outside over to upon with")

// fallback gives a frame that names a recipient or actor, and found none by
// its slots, the name nearest after or before it in the clause.
func (f *finder) fallback(tr *trigger, args []argument) []argument {
	has := map[byte]bool{}
	used := map[int]bool{tr.object: true}
	for _, a := range args {
		has[a.role] = true
		for k := a.from; k < a.to; k++ {
			used[k] = true
		}
	}
	wants := map[byte]bool{}
	for _, r := range tr.frame.args {
		wants[r] = true
	}
	if !has['a'] && wants['a'] && !tr.passive && !tr.frame.noun && tr.frame.args["S"] != 'r' && !f.thing(f.subjectHead(tr.at)) {
		for k := tr.at - 1; k >= 0 && tr.at-k < 30; k-- {
			if f.s.is(k, ";", "\"", "”", "“") {
				break
			}
			if p, ok := f.phraseEnding(k); ok && !used[k] && (!f.cared(p) || k == tr.at-1 && f.finite(tr.at)) && !f.s.is(p.to, "'s") {
				args = append(args, argument{p, 'a'})
				break
			}
		}
	}
	if tr.frame.noun && wants['a'] && undertaken[tr.frame.kind] && (!has['a'] || tr.frame.kind == "CONSULT" && len(args) == 1 && args[0].from > tr.at) {
		for _, p := range f.governing(tr.at, tr.frame.kind == "CONSULT") {
			if !used[p.head] {
				args, has['a'] = append(args, argument{p, 'a'}), true
			}
		}
	}
	if !has['a'] && tr.frame.noun && tr.frame.mode == "multilateral" {
		for k := 0; k < tr.at; k++ { // "Ruiz is in Sund for a conference"
			if p, ok := f.phraseEnding(k); ok && f.person(p) && f.mentionAt(k+1) != f.s.words[k].mention {
				args = append(args, argument{p, 'a'})
				break
			}
		}
	}
	if !has['r'] && wants['r'] && tr.frame.kind != "CONSULT" && !(tr.frame.noun && len(args) > 1 && f.s.is(tr.at+1, "between")) {
		if p, ok := f.nextName(tr, used); ok && suits(tr.frame) {
			args = append(args, argument{p, 'r'})
		} else {
			tr.beside = ok
		}
	}
	return args
}

// thing reports whether word k is a noun that names nobody who acts: "a blast that
// killed nine".
func (f *finder) thing(k int) bool {
	return k >= 0 && f.s.words[k].upos == "NOUN" && !f.actor(k) && f.child(k, "acl") < 0
}

// nextName is the first name after a trigger.
func (f *finder) nextName(tr *trigger, used map[int]bool) (phrase, bool) {
	far := 22
	if tr.frame.noun {
		far = 14
	}
	for k := tr.at + 1; k < len(f.s.words) && k-tr.at < far; k++ {
		if f.s.is(k, ";", "\"", "”", "“", "said", "says", ".") {
			break
		}
		if used[k] || !f.actor(k) {
			continue
		}
		p, ok := f.phraseFrom(k)
		if ok && f.saysSoon(p.to) {
			break // "..., the minister announced"
		}
		if ok {
			return p, true
		}
	}
	return phrase{}, false
}

// suits reports whether the next name can be the one acted on. What happens, or
// is told by a noun, names whom it is done to by a slot or not at all; but
// protests and threats are against somebody.
func suits(fr *frame) bool {
	return fr.kind == "PROTEST" || fr.kind == "THREATEN" || fr.kind != "OTHER" && !fr.noun
}

// demanded gives a protest of which nobody is named that it is against those
// of whom the sentence says that it demands something.
//
//	"blocked roads to demand a vote from the king" -> the king
func (f *finder) demanded(k int, t *stemma.Telling, args []argument) []argument {
	if t.Kind != "PROTEST" || slices.ContainsFunc(args, func(a argument) bool {
		return a.role == 'r' && !f.placed(a.phrase) && !f.s.is(a.from-1, "around", "outside", "near", "in")
	}) {
		return args
	}
	for n := k + 1; n < len(f.triggers); n++ {
		x := &f.triggers[n]
		if x.frame.kind != "REQUEST" && !(x.frame.kind == "PROTEST" && x.frame.noun && f.s.is(x.at-1, "in")) {
			continue // "blocked roads in protest at the tax"
		}
		for _, a := range f.arguments(&f.triggers[n]) {
			if a.role == 'r' {
				args = append(args, a)
			}
		}
		break
	}
	return args
}

// placed reports whether a phrase names a place, or nobody known.
func (f *finder) placed(p phrase) bool {
	m := f.s.words[p.to-1].mention
	return m >= 0 && f.mentions[m].Kind == stemma.Place || m < 0 && !agents[f.wordAt(p.to-1)]
}

// saysSoon reports whether a verb of saying follows the phrase that ends at i.
func (f *finder) saysSoon(i int) bool {
	for k := i; k < i+6 && k < len(f.s.words); k++ {
		if speaks[f.wordAt(k)] || reports[f.wordAt(k)] {
			return true
		}
		if f.s.mark(k) || len(verbForms[f.wordAt(k)]) > 0 && !f.nounish(k) {
			return false
		}
	}
	return false
}

// things adds what harm is done to where nobody is named: "seized a bridge".
func (f *finder) things(tr *trigger, args []argument) []argument {
	if tr.frame.noun || tr.frame.args["O"] != 'r' || tr.frame.kind != "ASSAULT" && tr.frame.kind != "COERCE" {
		return args
	}
	if slices.ContainsFunc(args, func(a argument) bool { return a.role == 'r' }) {
		return args
	}
	rel := "obj"
	if tr.passive {
		rel = "nsubj:pass"
	}
	k := f.child(tr.at, rel)
	if k < 0 && tr.object >= 0 && !tr.passive { // "took over the radio station"
		if k = tr.object; f.s.words[k].rel == "compound" && f.s.words[k].head > k {
			k = f.s.words[k].head
		}
	}
	if k < 0 || f.s.words[k].upos != "NOUN" || abstract[f.wordAt(k)] {
		return args
	}
	p, _ := f.treePhrase(k)
	return append(args, argument{p, 'r'})
}

// mishap reports whether a frame tells of what happened to its subject.
func mishap(fr *frame) bool { return fr.mode == "accident" && fr.args["S"] == 'r' }

// acting adds who acts where a passive names nobody: the country in whose courts
// and by whose police it is done, or who speaks of words in the passive.
//
//	"A banker was arrested in Norway"            -> Norway
//	"The plan was rejected, a spokesman said"    -> a spokesman
func (f *finder) acting(tr *trigger, args []argument) []argument {
	if !tr.passive || slices.ContainsFunc(args, func(a argument) bool { return a.role == 'a' }) {
		return args
	}
	switch k := tr.frame.kind; {
	case k == "ASSAULT":
		for _, p := range f.attackers(tr.at) {
			args = append(args, argument{p, 'a'})
		}
	case k == "COERCE" && tr.frame.mode != "seize" || k == "SANCTION" && tr.frame.mode == "convict" || k == "ACCUSE" && tr.frame.mode != "disapprove":
		for _, p := range f.after(tr.at, "in") {
			if f.nation(p.from) >= 0 && f.nation(p.to-1) >= 0 {
				return append(args, argument{p, 'a'})
			}
		}
	case verbal[k] && tr.frame.args["S"] == 'a':
		if say := f.saidAfter(tr.at); say >= 0 {
			for _, p := range f.subject(say) {
				if p.from > tr.at {
					args = append(args, argument{p, 'a'})
				}
			}
		}
	}
	return args
}

// abstract are objects of harm that nothing is done to.
var abstract = set("ban censorship constitution controls decree restriction restrictions rule power control fire force attack attacks shots shot bomb bombs grenade stones war state emergency batons gas cannon bullets teargas truncheons rockets shells mortars missiles grenades mines curfew law campaign offensive")

// cared reports whether a phrase stands in the care of a preposition.
func (f *finder) cared(p phrase) bool {
	at := p.from - 1
	for determiners[f.wordAt(at)] {
		at--
	}
	return prepositions[f.wordAt(at)] && !f.s.is(at, "as", "after", "before", "since", "of")
}
