package event

// Frames that no verb or noun of frames.txt carries: what one side says another
// must do, or has done.
var (
	mustFrame  = &frame{lemma: "must", kind: "REQUEST", mode: "change", args: map[string]byte{}}
	guiltFrame = &frame{lemma: "responsible", kind: "ACCUSE", mode: "allege", args: map[string]byte{}}
)

// obliged reads the word at i by which one who speaks lays a duty or a deed on
// another.
//
//	"Norway said Sweden must pay"              -> REQUEST Norway, Sweden
//	"the king said the rebels were behind it"  -> ACCUSE the king, the rebels
func (f *finder) obliged(i int) (trigger, bool) {
	t := trigger{at: i, frame: mustFrame, light: -1, object: -1, how: 'b'}
	switch w := f.wordAt(i); {
	case w == "must" || w == "should" || w == "ought":
	case (w == "has" || w == "have" || w == "needs" || w == "need") && f.s.is(i+1, "to"):
	case (w == "behind" || w == "responsible" && f.s.is(i+1, "for") || w == "guilty" && f.s.is(i+1, "of")) && f.s.is(i-1, "was", "were", "is", "are", "been"):
		t.frame = guiltFrame
	default:
		return trigger{}, false
	}
	who, of := f.duty(i)
	return t, len(who) > 0 && len(of) > 0
}

// duty is who speaks of the duty or deed at i, and whose it is.
func (f *finder) duty(i int) (who, of []phrase) {
	say := -1
	for k := i - 1; k >= 0; k-- {
		if speaks[f.wordAt(k)] && !f.nounish(k) {
			say = k
			break
		}
	}
	if say >= 0 {
		who = f.subject(say)
	} else if say = f.saidAfter(i); say >= 0 {
		if who = f.subject(say); len(who) == 0 {
			who = f.object(say) // "..., said the king"
		}
	}
	if say < 0 || len(who) == 0 {
		return nil, nil
	}
	of = f.dutySubject(i)
	for _, p := range of {
		for _, q := range who {
			if p.from < q.to && q.from < p.to {
				return nil, nil
			}
		}
	}
	return who, of
}

// dutySubject is the subject of the clause that the word at i stands in.
func (f *finder) dutySubject(i int) []phrase {
	if f.s.trees {
		for _, h := range []int{i, f.s.words[i].head} {
			if h < 0 {
				continue
			}
			if k := f.child(h, "nsubj", "nsubj:pass"); k >= 0 && k < i {
				return f.treePhrases(k)
			}
		}
	}
	k := i - 1
	for k >= 0 && (auxiliaries[f.wordAt(k)] || adverb(f.wordAt(k))) {
		k--
	}
	if p, ok := f.phraseEnding(k); ok {
		return f.joined(p, -1)
	}
	return nil
}

// saidAfter is a verb of saying after the clause of i: "Sweden must pay, Norway
// said".
func (f *finder) saidAfter(i int) int {
	for k := i + 1; k < len(f.s.words); k++ {
		if speaks[f.wordAt(k)] && !f.nounish(k) {
			for j := k - 1; j > i && k-j < 9; j-- {
				if f.s.is(j, ",", "”", "\"") {
					return k
				}
			}
		}
	}
	return -1
}

var speaks = set("said says say told tells announced declared stated insisted added stressed argued believes believed maintained claimed claims warned noted suggested emphasised emphasized reiterated wrote charged alleged proclaimed")
