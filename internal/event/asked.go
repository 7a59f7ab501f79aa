package event

// asked reports whether all that a frame asks for stands with the verb at i,
// and gives the noun it used up.
func (f *finder) asked(i int, fr *frame, passive bool) ([]int, bool) {
	at := i
	for _, p := range fr.parts {
		if at = f.particle(i, at, p, fr.objects != nil); at < 0 {
			return nil, false
		}
	}
	if fr.to != "" && !f.clause(i, fr.to) {
		return nil, false
	}
	if fr.subjects != nil && f.subjectOf(i, fr.subjects, passive) < 0 {
		return nil, false
	}
	if k := f.child(i, "nsubj:pass"); fr.undergo && (!passive || f.s.is(i+1, "as") || k >= 0 && !f.actor(k) || len(f.subject(i)) == 0) {
		return nil, false
	}
	if fr.mode == "travel" && fr.objects == nil && fr.args["O"] == 0 && !fr.any && f.child(i, "obj") >= 0 {
		return nil, false // "returned power to the council" is no journey
	}
	if fr.any && !passive && f.bare(i) {
		return nil, false
	}
	if fr.who && (len(f.object(i)) > 0 || passive && len(f.subject(i)) > 0) {
		return nil, true
	}
	if fr.objects == nil {
		return nil, !fr.who
	}
	o := f.objectNoun(i, fr, passive)
	return []int{o}, o >= 0
}

// adverbial are particles that may stand after the object: "hand the man over".
var adverbial = set("up out off down over back away aside together free dead go in")

// particle is where p follows the verb at i, after word from: right after it,
// or past its object where it can. -1 where it does not.
func (f *finder) particle(i, from int, p string, far bool) int {
	n := 3
	if far {
		n = 7
	}
	if adverbial[p] && f.s.trees {
		if k := f.child(i, "compound:prt", "advmod"); k > from && f.wordAt(k) == p {
			return k // "forced the agency, Norda, out"
		}
	}
	if adverbial[p] {
		n = 7
	}
	for k := from + 1; k <= i+n && k < len(f.s.words); k++ {
		w := f.wordAt(k)
		if w == p && !(p == "in" && k > i+1 && f.s.words[k].rel == "case") {
			return k
		}
		if f.s.mark(k) || w == "and" || w == "that" || prepositions[w] && !adverbial[w] && w != "of" {
			return -1
		}
	}
	return -1
}

// clause reports whether the verb at i governs a clause that begins with "to"
// or "that", or a verb in the infinitive.
func (f *finder) clause(i int, how string) bool {
	if how == "that" {
		return f.s.is(i+1, "that")
	}
	for k := i + 1; k < len(f.s.words) && k-i <= 14; k++ {
		w := f.wordAt(k)
		if f.s.mark(k) || w == "that" || w == "and" || auxiliaries[w] {
			return false
		}
		if w != "to" {
			continue
		}
		next := f.wordAt(k + 1)
		if how != "to" {
			return next == how
		}
		if k+1 >= len(f.s.words) {
			return false
		}
		if u := f.s.words[k+1].upos; u != "" {
			return u == "VERB" || u == "AUX"
		}
		return !determiners[next] && !f.s.words[k+1].capital
	}
	return false
}

// subjectOf is where one of words stands in the subject of the verb at i, -1
// for nowhere: among the words right before it, or in what hangs on a passive.
func (f *finder) subjectOf(i int, words map[string]bool, passive bool) int {
	if passive {
		for k := i + 1; k < len(f.s.words) && k-i < 8; k++ {
			if !f.s.is(k, "by", "in", "during") {
				continue
			}
			for n := k + 1; n <= k+3; n++ {
				if words[f.wordAt(n)] {
					return n
				}
			}
			return -1
		}
		return -1
	}
	if k := f.subjectHead(i); words[f.wordAt(k)] {
		return k
	}
	for k := i - 1; k >= 0 && i-k < 9; k-- {
		if words[f.wordAt(k)] {
			return k
		}
		if f.s.mark(k) || len(verbForms[f.wordAt(k)]) > 0 && !f.nounish(k) {
			return -1
		}
	}
	return -1
}

// asks reports whether a noun, or its plural, is one that a frame asks for.
func (fr *frame) asks(w string) bool {
	return fr.objects[w] || len(w) > 3 && w[len(w)-1] == 's' && fr.objects[w[:len(w)-1]]
}
