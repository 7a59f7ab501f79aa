package event

import (
	_ "embed"
	"strings"
)

// Whether a deed was done is read along the tree: what a word says of itself (an
// auxiliary, "not", "no soldiers"), within what the word it hangs on says of it
// ("failed to", "without", "denied that"), and so on up. Words that say so are a
// table of implicative and factive words with their signatures, after Karttunen.
//
//go:embed polarity.txt
var polarityFile string

// signature is what a word says of what hangs on it: where it holds itself,
// where it does not, and whether of clauses and of nouns of deeds.
type signature struct {
	holds, not   string
	clause, noun bool
}

// signatures are those of each form of the words, with the word beside it.
var signatures = map[string][]signature{}

func readPolarity(irregular map[string][2]string) {
	status := map[string]string{"+": happened, "-": denied, "?": hypothetical, ">": planned}
	eachLine(polarityFile, func(c []string) {
		s := signature{status[c[0]], status[c[1]], strings.Contains(c[2], "c"), strings.Contains(c[2], "n")}
		for _, w := range strings.Split(c[3], "|") {
			first, second, two := strings.Cut(w, " ")
			forms(first, irregular, func(w string, _ byte) {
				if two {
					w += " " + second
				}
				signatures[w] = append(signatures[w], s)
			})
		}
	})
}

// within is what comes of a status that is told within another.
func within(outer, inner string) string {
	switch {
	case outer == happened:
		return inner
	case outer == planned && inner != happened:
		return inner // "will not meet"
	case outer == denied && inner == denied:
		return hypothetical // "denied that they had not met"
	}
	return outer
}

// holds is the status of the clause whose verb, or of the deed whose noun, is word
// i. In a clause the nouns that tell of things told, "reports that", are read as
// what they tell.
func (f *finder) holds(i, depth int) string {
	if depth > 12 {
		return happened
	}
	own := f.own(i)
	if own == denied && f.nounAt(i) {
		return own // "no talks took place" is no double no
	}
	under := f.under(i, depth+1)
	if under == hypothetical && own == planned && !f.s.is(f.leader(i), "if", "unless", "whether") {
		return own // "warned that it would attack"
	}
	return within(under, own)
}

// under is what the words that word i hangs on say of it.
func (f *finder) under(i, depth int) string {
	w := &f.s.words[i]
	lead := f.lead(i)
	if w.rel == "amod" && w.head > i && strings.HasSuffix(w.s, "ing") { // "ruled out imposing sanctions"
		if w = &f.s.words[w.head]; lead == "" {
			lead = f.lead(f.s.words[i].head)
		}
	}
	h, rel := w.head, w.rel
	if k := f.thatBefore(i); rel == "amod" && k > 0 { // "claims that troops killed villagers", taken for killed villagers
		h, rel, lead = k-1, "acl", "that"
	}
	switch {
	case lead == "without", lead == "instead", lead == "rather":
		return denied
	case lead == "if", lead == "unless", lead == "whether", lead == "lest":
		return hypothetical
	case h < 0:
		return happened
	}
	if s, ok := f.says(h, lead, f.sort(w.upos, w.s, rel)); ok && governing[rel] && (rel != "nsubj" || f.s.words[h].upos != "VERB") {
		return f.taken(s, h, depth)
	}
	to := lead == "to"
	m := f.leader(i)
	if f.s.is(i-1, "to") {
		m = i - 1
	}
	if f.s.is(m, "to") && i-m < 4 && !(f.nounAt(i) && f.s.is(m-1, "due")) { // "to protest against plans to cut", "agreed to talks", wherever the tree puts it
		if s, ok := f.says(m-1, "to", 'a'); ok {
			return f.taken(s, m-1, depth)
		}
	}
	switch rel {
	case "conj":
		base := w.s == w.lemma || f.s.words[h].upos == "NOUN"
		switch {
		case base && f.child(i, "aux", "nsubj", "nsubj:pass") < 0 && !f.hasChild(i, "but"):
			return f.holds(h, depth) // "did not march or protest"
		case base || f.lead(h) != "to":
			return f.under(h, depth)
		case f.s.words[h].head >= 0: // "agreed to leave and released", whichever the tree joins it to
			return f.under(f.s.words[h].head, depth)
		}
	case "xcomp":
		if f.s.words[h].upos != "NOUN" {
			return f.holds(h, depth)
		}
	case "ccomp":
		if f.holds(h, depth) == denied {
			return hypothetical // "did not say that they had met"
		}
	case "advcl":
		if to {
			return f.holds(h, depth) // "did not come to meet"
		}
	case "acl", "acl:relcl":
		if n := f.s.words[h].head; n >= 0 && rel == "acl" && (to || lead != "" && lead != "that") {
			if s, ok := f.says(n, lead, 'c'); ok { // "accused the rebels of planning"
				return f.taken(s, n, depth)
			}
			if to && !strings.HasPrefix(f.s.words[h].rel, "nsubj") {
				return f.holds(n, depth) // "took steps to ease"
			}
		}
		if f.told(h) && f.own(h) == denied {
			return hypothetical // "no evidence that"
		}
		if f.told(h) {
			return f.under(h, depth)
		}
	case "nsubj", "nsubj:pass":
		if occurs[f.s.words[h].lemma] || f.hasChild(h, "there") || lights[f.wordAt(h)] { // "No talks took place", "talks will be held"
			if s := f.holds(h, depth); s != denied || occurs[f.s.words[h].lemma] || !f.definite(i) {
				return s // not "the vote was not held as the law has it"
			}
		}
	case "obj", "obl", "nmod":
		if rel == "nmod" && (lead == "of" || lead == "in") && (partitives[f.wordAt(h)] || sums[f.wordAt(h)] || f.s.is(h, "package", "round")) { // "will give millions in aid"
			return f.under(h, depth)
		}
		if rel == "nmod" || f.definite(i) || rel == "obl" && !(f.s.is(h, "put", "place", "placed", "bring", "brought") && (lead == "on" || lead == "under")) {
			break
		}
		if s := f.holds(h, depth); s != denied || brings[f.s.words[h].lemma] {
			return s // "will face charges", "wants to put her on trial"
		}
	}
	return happened
}

// taken is the status of what hangs on word h, whose signature is s: "failed to
// meet" is no meeting, "did not fail to meet" is one. Who accuses by name is left
// to answer for it, unless the page says that it was wrong.
func (f *finder) taken(s signature, h, depth int) string {
	switch g := f.holds(h, depth); {
	case g == denied:
		return s.not
	case g == hypothetical:
		return g
	case f.s.words[h].lemma == "accuse" && f.hasChild(h, "wrongly", "falsely", "unjustly"):
		return denied
	case f.s.words[h].lemma == "accuse" && len(f.treeSubject(h)) > 0 && f.child(h, "nsubj:pass") < 0:
		return g // on the word of who accuses
	case s.holds == planned && f.auxiliary(h, "had") && f.hasChild(h, "been"):
		return hypothetical // "had been expected to meet"
	case g == planned:
		return within(g, s.holds)
	}
	return s.holds
}

// thatBefore is the "that" which the word at i stands in the clause of, with its
// subject alone between; -1 for none.
func (f *finder) thatBefore(i int) int {
	for k := i - 1; k > 0 && i-k < 5 && !f.s.mark(k); k-- {
		if f.s.is(k, "that") {
			return k
		}
	}
	return -1
}

// told reports whether a noun is of what is told, believed or shown.
func (f *finder) told(i int) bool { return contents[f.wordAt(i)] }

var contents = set("accusation accusations allegation allegations charge charges claim claims evidence indication indications news proof report reports rumor rumors rumour rumours sign signs statement suggestion suggestions suspicion suspicions talk")

// brings are verbs whose object comes about by them.
var brings = set("allow bring cause face get permit place provoke put receive spark stage stand trigger undergo")

var occurs = set("begin happen occur proceed resume start take")

// governing are the relations in which a word says of another what became of it.
var governing = set("xcomp ccomp advcl acl acl:relcl obj obl nsubj nsubj:pass nmod csubj parataxis")

// sort is what hangs on a word: a clause that completes it (c), another clause
// (a), the noun of what is told (t) or of a deed (n).
func (f *finder) sort(upos, w, rel string) byte {
	switch {
	case rel == "xcomp" || rel == "ccomp" || rel == "csubj":
		return 'c'
	case upos != "NOUN" || rel == "advcl" || rel == "acl" || rel == "parataxis":
		return 'a'
	case contents[w]:
		return 't'
	}
	return 'n'
}

// says is what the word at h says of what hangs on it by lead.
func (f *finder) says(h int, lead string, sort byte) (signature, bool) {
	for _, second := range []string{lead, f.wordAt(h + 1), ""} {
		key := f.wordAt(h)
		if second != "" {
			key += " " + second
		}
		for _, s := range signatures[key] {
			own := second == lead && second != ""
			switch bare := lead == "" || lead == "that"; {
			case s.clause && (sort == 'c' || sort == 'a' && (own || lead == "to" || lead == "that") || sort == 't' && bare), s.noun && sort != 'c' && sort != 'a' && (own || bare):
				return s, true
			}
		}
	}
	if lead == "to" && f.hasChild(h, "yet") && f.s.is(h, "have", "has", "had") {
		return signatures["yet"][0], true
	}
	return signature{}, false
}

// lead is the word that leads to word i: "from" of "from arresting", "to", "that".
func (f *finder) lead(i int) string { return f.wordAt(f.leader(i)) }

// leader is where it stands, -1 for none.
func (f *finder) leader(i int) int {
	out := -1
	f.children(i, func(k int) bool {
		if r := f.s.words[k].rel; k < i && (r == "mark" || r == "case" || r == "cc" && f.s.is(k, "rather", "instead")) {
			out = k
		}
		return out < 0
	})
	return out
}

func (f *finder) hasChild(i int, words ...string) bool {
	has := false
	f.children(i, func(k int) bool {
		has = has || f.s.is(k, words...)
		return !has
	})
	return has
}

func (f *finder) auxiliary(i int, words ...string) bool {
	has := false
	f.children(i, func(k int) bool {
		has = has || strings.HasPrefix(f.s.words[k].rel, "aux") && f.s.is(k, words...)
		return !has
	})
	return has
}

// own is what a word says of itself: by its auxiliaries, by "not", and by a
// subject, object or time that is none.
func (f *finder) own(i int) string {
	out, neg := happened, false
	mark := func(k int) {
		switch w := f.wordAt(k); {
		case negations[w]:
			neg = neg || !f.s.is(k+1, "only", "just", "merely", "simply", "solely", "least")
		case w == "will" || w == "shall" || w == "'ll" || w == "wo":
			out = planned
		case w == "would" || w == "'d" && f.s.words[i].s == f.s.words[i].lemma:
			if out = hypothetical; f.foretold(k) {
				out = planned
			}
		case w == "may" || w == "might" || w == "could" || w == "can" || w == "ca" || w == "should" || w == "must" || w == "cannot":
			out = hypothetical
			neg = neg || w == "cannot"
		case w == "if" || w == "unless" || w == "whether":
			out = hypothetical
		}
	}
	verb := !f.nounAt(i)
	k := i - 1
	for k >= 0 && (auxiliaries[f.wordAt(k)] || adverb(f.wordAt(k)) || negations[f.wordAt(k)] || f.s.is(k, "cannot")) {
		mark(k)
		k--
	}
	if f.s.is(k, "to") && f.s.is(k-1, "is", "are", "was", "were") {
		if out = planned; f.s.is(k+1, "have") {
			out = denied // "was to have met"
		}
	}
	until := false
	f.children(i, func(c int) bool {
		switch rel := f.s.words[c].rel; rel {
		case "aux", "advmod", "cc", "mark", "cc:preconj":
			if c < i && c > i-12 {
				mark(c)
			}
		case "det":
			neg = neg || f.none(c)
			if f.s.is(c, "any") && !verb {
				out = hypothetical
			}
		case "nsubj", "nsubj:pass", "obj":
			neg = neg || verb && f.nobody(c)
		case "obl", "advcl":
			until = until || f.hasChild(c, "until")
			neg = neg || c < i && f.s.is(c, "point", "time", "way", "case", "circumstances", "moment") && f.nobody(c)
		case "amod":
			if s, ok := modifying[f.wordAt(c)]; ok && !verb {
				out = s
			}
		}
		return true
	})
	switch {
	case neg && until && out == happened:
		return happened // "did not arrest him until Friday"
	case neg && !(out == hypothetical && f.auxiliary(i, "may", "might", "should", "must")):
		return denied
	}
	return out
}

func (f *finder) nounAt(i int) bool {
	return f.s.words[i].upos == "NOUN" || f.s.words[i].upos == "PROPN"
}

// nobody reports whether a subject or object is none: "nobody", "no soldiers",
// "neither side", "not one of them"; not "nobody but Ruiz", "no fewer than nine".
func (f *finder) nobody(c int) bool {
	if f.s.is(c, "nobody", "nothing", "none", "neither") {
		return !f.s.is(c+1, "but", "except", "less", "other")
	}
	has := false
	f.children(c, func(k int) bool {
		has = has || k < c && (f.none(k) || f.s.is(k, "not") && f.s.is(k+1, "one", "a"))
		return !has
	})
	return has
}

// none reports whether the word at k is a "no" that leaves none.
func (f *finder) none(k int) bool {
	return f.s.is(k, "no", "neither") && !f.s.is(k+1, "fewer", "less", "more", "doubt", "longer", "other")
}

var negations = set("barely hardly n't neither never nor not rarely scarcely")

// modifying are adjectives of a deed that is to come or not known of.
var modifying = map[string]string{"planned": planned, "scheduled": planned, "upcoming": planned, "proposed": planned, "next": planned, "forthcoming": planned,
	"possible": hypothetical, "potential": hypothetical, "alleged": hypothetical, "threatened": hypothetical, "imminent": hypothetical, "purported": hypothetical}
