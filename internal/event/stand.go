package event

// antecedent is who the sentence said before word k speaks of itself: the
// subject of the last verb of saying before it.
//
//	"Norway said it would pay" -> Norway
func (f *finder) antecedent(k int) []phrase {
	for s := k - 1; s > 0; s-- {
		if f.s.is(s, "\"", "“", "”", ";") {
			return nil
		}
		if (speaks[f.wordAt(s)] || reports[f.wordAt(s)] || promises[f.wordAt(s)]) && !f.nounish(s) {
			return f.subject(s)
		}
	}
	return nil
}

var promises = set("confirmed promised pledged vowed indicated signalled agreed warned threatened")

// spokenFor puts the one who speaks for "it", "they" and "her country", where a
// verb of saying leads up to the verb at i.
func (f *finder) spokenFor(ps []phrase, i int) []phrase {
	switch {
	case len(ps) == 0:
		k := f.child(i, "nsubj", "nsubj:pass")
		for h := i; k < 0 && h >= 0 && f.s.words[h].rel == "xcomp"; {
			if h = f.s.words[h].head; h >= 0 {
				k = f.child(h, "nsubj", "nsubj:pass")
			}
		}
		if k >= 0 && f.s.is(k, "it", "they") {
			return f.antecedent(k)
		}
	case len(ps) == 1 && ps[0].to-ps[0].from == 1 && generic[f.wordAt(ps[0].from)] && f.s.is(ps[0].from-1, "his", "her", "its", "their"):
		if a := f.antecedent(ps[0].from); a != nil {
			return a
		}
	}
	return ps
}
