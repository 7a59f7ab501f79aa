package event

import (
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/date"
	"github.com/stemma-news/stemma/internal/lang"
)

// finder finds the tellings of one article.
type finder struct {
	a        *stemma.Article
	mentions []stemma.Mention
	quotes   []stemma.Quote
	unnamed  bool // nobody marked names: capitals must do
	s        *sentence
	whens    []stemma.When // of the sentence, where timed is set
	timed    bool
	triggers []trigger
	last     stemma.Span // the person the sentences before speak of
}

// trigger is a word that tells of an event by a frame.
type trigger struct {
	at      int
	frame   *frame
	passive bool
	how     byte
	light   int  // the verb that carries a noun: "held talks"; -1
	object  int  // the noun that the frame asked for; -1
	beside  bool // somebody is named after it who is no side of it
}

// Find returns the tellings of an article in order of their first span. It is
// local.
func Find(a *stemma.Article, d *lang.Document, mentions []stemma.Mention, quotes []stemma.Quote) []stemma.Telling {
	return FindEach(a, d, mentions, quotes, nil)
}

// FindEach is Find, and calls each, if not nil, with every telling weighed, the
// unlikely too, with its sentence and the signs it is weighed by.
func FindEach(a *stemma.Article, d *lang.Document, mentions []stemma.Mention, quotes []stemma.Quote, each func(t *stemma.Telling, sentence stemma.Span, signs []string)) []stemma.Telling {
	ready()
	f := &finder{a: a, mentions: mentions, quotes: quotes, unnamed: len(mentions) == 0}
	ss := sentences(a, d, mentions)
	for i := range ss {
		f.unnamed = f.unnamed && !ss[i].trees
	}
	var out []stemma.Telling
	var odds []float64
	for i := range ss {
		f.s = &ss[i]
		f.timed = false
		f.findTriggers()
		for k := range f.triggers {
			t, ok := f.telling(k)
			if !ok {
				continue
			}
			signs := f.signs(&f.triggers[k], &t)
			if each != nil {
				each(&t, f.s.Span, signs)
			}
			out, odds = append(out, t), append(odds, f.odds(signs))
		}
		f.remember()
	}
	out = likely(out, odds)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Cites[0].Spans[0].Start < out[j].Cites[0].Spans[0].Start })
	return unique(out)
}

// times are those of the sentence, looked for when they are first asked for.
func (f *finder) times() []stemma.When {
	if !f.timed {
		f.whens, f.timed = dated(date.Find(f.a.Text, f.s.Span)), true
		f.whens = slices.DeleteFunc(f.whens, func(w stemma.When) bool {
			return strings.HasSuffix(w.Text, " after") || strings.HasSuffix(w.Text, " before") // "a day after one of its units pleaded": no day named counts
		})
	}
	return f.whens
}

// dated keeps the times that name a stretch of time: no lengths, no "annual".
func dated(ws []stemma.When) []stemma.When {
	day := time.Date(2000, 6, 15, 0, 0, 0, 0, time.UTC)
	any := date.Anchor{Article: &stemma.Date{From: day, Until: day.AddDate(0, 0, 1)}}
	return slices.DeleteFunc(ws, func(w stemma.When) bool { return w.Near == "" && date.Resolve(w, any) == nil })
}

// unique drops tellings on the same bytes: ids must differ.
func unique(ts []stemma.Telling) []stemma.Telling {
	seen := map[string]bool{}
	out := ts[:0]
	for _, t := range ts {
		if !seen[t.ID] {
			seen[t.ID] = true
			out = append(out, t)
		}
	}
	return out
}

// findTriggers fills the triggers of the sentence, in order.
func (f *finder) findTriggers() {
	f.triggers = f.triggers[:0]
	taken := map[int]bool{}
	for i := range f.s.words {
		if taken[i] || f.s.words[i].mention >= 0 && f.s.words[i].capital && i > 0 {
			continue
		}
		if t, objects, ok := f.verbTrigger(i); ok {
			f.triggers = append(f.triggers, t)
			for _, o := range objects {
				taken[o] = true
			}
			continue
		}
		if t, ok := f.nounTrigger(i); ok && !f.sameAgain(&t) {
			f.triggers = append(f.triggers, t)
		} else if t, ok := f.readyTrigger(i); ok {
			f.triggers = append(f.triggers, t)
		} else if t, ok := f.obliged(i); ok {
			f.triggers = append(f.triggers, t)
		}
	}
	f.dropOuter()
}

// readyTrigger reads the adjective at i: "Norway is ready to pay".
func (f *finder) readyTrigger(i int) (trigger, bool) {
	fr := adjFrames[f.wordAt(i)]
	if fr == nil || !f.s.is(i+1, "to") {
		return trigger{}, false
	}
	return trigger{at: i, frame: fr, light: -1, object: -1, how: 'b'}, true
}

// dropOuter leaves out a promise that only says that what follows is planned:
// "agreed to release the hostages" is told by its release.
func (f *finder) dropOuter() {
	out := f.triggers[:0]
	for k, t := range f.triggers {
		if k+1 < len(f.triggers) && t.frame.kind == "AGREE" && t.object < 0 {
			n := f.triggers[k+1]
			if planners[f.wordAt(t.at)] && !n.frame.noun && f.s.is(n.at-1, "to") && n.at-t.at <= 6 {
				continue
			}
		}
		out = append(out, t)
	}
	f.triggers = out
}

func objectOf(used []int) int {
	if len(used) == 0 {
		return -1
	}
	return used[0]
}

// sameAgain reports whether a noun names once more what the verb right before
// it told: "seized power in a coup".
func (f *finder) sameAgain(t *trigger) bool {
	if len(f.triggers) == 0 {
		return false
	}
	p := &f.triggers[len(f.triggers)-1]
	return p.frame.kind == t.frame.kind && p.frame.mode == t.frame.mode && t.at-p.at <= 8 && !p.frame.noun &&
		p.frame.kind != "CONSULT"
}

// nounish reports whether word i, which has the form of a verb, stands as a
// noun or adjective here.
func (f *finder) nounish(i int) bool {
	if past(f.s.words[i].s) {
		return false // "overthrew" is a verb, whatever the tagger says
	}
	m := i - 1
	for m > 0 && (f.s.is(m, "not", "n't") || adverb(f.wordAt(m))) {
		m--
	}
	if m >= 0 && modals[f.s.words[m].s] && !f.s.words[m].capital {
		return false // "would not back the bid"
	}
	if strings.HasSuffix(f.s.words[i].s, "ing") && f.s.is(i+1, "between") && !auxiliaries[f.wordAt(i-1)] {
		return true // "Fighting between"
	}
	if f.s.is(i-1, ",") && strings.HasSuffix(f.s.words[i].s, "ing") && f.actor(i-2) && f.s.is(i+1, "in", "on", "with", "at") {
		return false // "the council, meeting in Oslo, called on"
	}
	if f.s.is(i+1, "that") && strings.HasSuffix(f.s.words[i].s, "ing") && f.s.words[i].upos == "VERB" {
		return false // "a letter demanding that"
	}
	if f.compound(i) {
		return true
	}
	if u := f.s.words[i].upos; u != "" {
		if r := f.s.words[i].rel; len(nounFrames[f.s.words[i].s]) > 0 && (r == "nsubj" || r == "obj" || r == "nmod" || r == "obl") {
			return true // "fighting broke out"
		}
		return u != "VERB" && u != "AUX"
	}
	if i == 0 {
		return true // "Sanctions on ..."
	}
	prev := f.wordAt(i - 1)
	for adverb(prev) && i > 1 {
		i--
		prev = f.wordAt(i - 1)
	}
	switch {
	case determiners[prev] || prev == "'s" || prev == "'" || prepositions[prev] && prev != "to" && prev != "after" && prev != "before" && prev != "by" && prev != "since" && prev != "while":
		return true
	case modifiers[prev]:
		return true
	}
	return false
}

var modals = set("will would could may might must should can shall 'll 'd ca wo cannot")

// compound reports whether word i ends a compound of its own: "a storm warning
// before". What follows an -ing that is a verb is its object.
func (f *finder) compound(i int) bool {
	if !strings.HasSuffix(f.s.words[i].s, "ing") || i < 2 || !determiners[f.wordAt(i-2)] || f.s.words[i-1].capital || f.actor(i-1) {
		return false
	}
	return i+1 >= len(f.s.words) || f.s.mark(i+1) || prepositions[f.wordAt(i+1)] || clauseStarts[f.wordAt(i+1)] || auxiliaries[f.wordAt(i+1)]
}

// past reports whether a word is only the past of a verb and no participle.
func past(w string) bool {
	fs := verbForms[w]
	return len(fs) == 1 && fs[0].how == 'd'
}

// verbTrigger reads the verb at i by the first frame that fits, and gives the
// object nouns the frame used up.
func (f *finder) verbTrigger(i int) (trigger, []int, bool) {
	w := f.s.words[i].s
	for _, fm := range verbForms[w] {
		frames := verbFrames[fm.lemma]
		if len(frames) == 0 {
			continue
		}
		loose := f.nounish(i)
		if loose && (fm.how != 'd' || f.s.words[i].upos != "NOUN" && f.s.words[i].upos != "ADJ" || !f.actor(i-1)) {
			continue
		}
		if fm.how != 'd' && fm.how != 's' && f.s.words[i].rel == "compound" || f.s.is(i-1, "-") && f.s.words[i].Start == f.s.words[i-1].End {
			continue // "voting rights", "U.S.-backed"
		}
		if f.s.words[i].rel == "amod" && f.nounNext(i) && !past(w) && (fm.how == 'g' || f.amid(i-1)) {
			continue // "visiting envoys", "the captured rebels"
		}
		how, passive := f.voice(i, fm.how)
		if fm.how == 'b' && f.s.words[i].upos == "" && !f.baseVerb(i) || fm.how == 'g' && determiners[f.wordAt(i-1)] {
			continue
		}
		if f.unasked(i, fm.lemma) {
			continue
		}
		alone := ergative[fm.lemma] && !passive && f.bare(i)
		for _, fr := range frames {
			if alone != (ergative[fm.lemma] && fr.mode == "accident") && ergative[fm.lemma] && fr.objects == nil && fr.subjects == nil {
				continue // "the ferry sank" is an accident, "sank the ferry" a deed
			}
			if loose && fr.objects == nil {
				continue // "a mob set fire to": what it asks for shows the verb
			}
			if used, ok := f.asked(i, fr, passive); ok && fr.kind == none {
				break // "kicked off": no event
			} else if ok {
				passive = passive || f.headless(i, fm.how, fr)
				return trigger{at: i, frame: fr, passive: passive, how: how, light: -1, object: objectOf(used)}, used, true
			}
		}
	}
	return trigger{}, nil, false
}

// headless reports whether the verb at i is the passive of a headline or of a
// clause without its auxiliary: "Third man arrested", "had the ship seized".
func (f *finder) headless(i int, how byte, fr *frame) bool {
	return how == 'd' && fr.args["S"] == 'a' && fr.args["O"] == 'r' && (fr.kind == "COERCE" || fr.kind == "SANCTION") && len(fr.parts) == 0 && fr.objects == nil &&
		!past(f.wordAt(i)) && f.bare(i) && !pronouns[f.wordAt(i-1)] && !f.s.is(i-1, "has", "have", "had")
}

// amid reports whether word i can stand before an adjective within a phrase:
// what follows another word is a verb, whatever the tree says.
func (f *finder) amid(i int) bool {
	w := f.wordAt(i)
	if i < 0 || determiners[w] || prepositions[w] || w == "'s" || w == "'" || w == "and" || w == "or" {
		return true
	}
	u := f.s.words[i].upos
	return u == "ADJ" || u == "NUM" || u == "ADV" && !adverb(w) || u == "DET"
}

// unasked reports whether a verb of asking asks nobody for anything: who "asked
// not to be named" only says how to be spoken of, who "asked whether" or "asked
// about it" wants an answer, who "wants to go" wants it of himself, and "let's"
// opens a talk.
func (f *finder) unasked(i int, lemma string) bool {
	switch lemma {
	case "ask":
		if f.s.is(i+1, "not") || f.s.is(i+1, "to") && f.s.is(i+2, "be", "remain") {
			return true
		}
		for k := i + 1; k < len(f.s.words) && k-i < 8; k++ {
			switch w := f.wordAt(k); {
			case w == "to" || w == "for" || w == "that":
				return false
			case f.s.mark(k), asking[w]:
				return true
			}
		}
		return i+1 >= len(f.s.words)
	case "want", "expect", "like", "need":
		return f.s.is(i+1, "to")
	case "let":
		return f.s.is(i+1, "'s", "us", "me")
	}
	return false
}

// asking are words that begin what a question is about.
var asking = set("about if whether how why what when where who which question questions")

// baseVerb reports whether a base form, untagged, is a verb here: after "to"
// or an auxiliary, or with a plural noun or name before it.
func (f *finder) baseVerb(i int) bool {
	p := f.wordAt(i - 1)
	return p == "to" || auxiliaries[p] || pronouns[p] || p == "not" || p == "n't" || strings.HasSuffix(p, "s") && len(p) > 3 && p != "'s" || f.actor(i-1)
}

// voice tells an active from a passive participle.
func (f *finder) voice(i int, how byte) (byte, bool) {
	if how == 'b' && slices.ContainsFunc(verbForms[f.wordAt(i)], func(x form) bool { return x.how == 'n' }) {
		how = 'd' // "put", "hit"
	}
	if how != 'd' && how != 'n' {
		return how, false
	}
	for k := i - 1; k >= 0 && i-k < 4; k-- {
		switch f.wordAt(k) {
		case "is", "are", "was", "were", "be", "been", "being":
			return 'n', true
		case "has", "have", "had", "'ve":
			return 'd', false
		}
		if !adverb(f.wordAt(k)) && !f.s.is(k, "not", "n't") {
			break
		}
	}
	if f.s.is(i+1, "by") && !past(f.wordAt(i)) { // "spoke by telephone"
		return 'n', true
	}
	if f.s.words[i].rel == "acl" && f.s.is(i+1, "of") && !past(f.wordAt(i)) {
		return 'n', true // "officers accused of torture"
	}
	return 'd', false
}

// objectNoun returns the first of a frame's nouns after the verb at i (before
// it in the passive), within the clause and outside the care of prepositions
// that the frame does not name; -1 where there is none.
func (f *finder) objectNoun(i int, fr *frame, passive bool) int {
	if passive {
		for k := i - 1; k >= 0 && i-k < 10; k-- {
			if fr.asks(f.wordAt(k)) {
				return k
			}
			if f.wordAt(k) == ";" || f.wordAt(k) == "." {
				break
			}
		}
		if len(fr.parts) == 0 {
			return -1 // else "placed under house arrest"
		}
	}
	noun, sum := false, false
	for k := i + 1; k < len(f.s.words) && k-i < 12; k++ {
		w := f.wordAt(k)
		sum = sum || amounts[w]
		switch {
		case fr.asks(w) && !(sum && sums[w]) && !(f.s.words[k].rel == "amod" && f.s.words[k].head == k+1):
			return k // no "final" of a "final appeal"
		case f.s.mark(k) && w != "-" && w != "\"" && w != "“" && !amounts[w], w == "that" && !fr.asks(f.wordAt(k+1)), w == "which", w == "who", w == "when", w == "while", w == "if", w == "because", auxiliaries[w] && w != "'s":
			return -1
		case w == "to" && k > i+1 && !f.s.is(k-1, "up", "-") && !slices.Contains(fr.parts, w):
			return -1
		case prepositions[w] && noun && w != "of" && !adverbial[w] && !slices.Contains(fr.parts, w):
			return -1
		}
		noun = noun || f.s.words[k].upos == "NOUN" || f.s.words[k].upos == "PROPN"
	}
	return -1
}

// amounts are the marks of sums: "pay a $48m fine".
var amounts = set("% $ € £ ¥")

// sums are words of a sum that is no aid by itself: "received $92 million".
var sums = set("million billion trillion dollars euros pounds")

// lights are verbs that carry a noun of an event.
var lights = set("hold holds held holding have has had having pay pays paid paying make makes made making launch launches launched launching impose imposes imposed imposing conduct conducts conducted conducting stage stages staged staging attend attends attended attending begin began begun start started open opened carry carried mount mounted wage waged lead led")

// nounTrigger reads the noun at i.
func (f *finder) nounTrigger(i int) (trigger, bool) {
	w := f.s.words[i].s
	frames := nounFrames[w]
	if len(frames) == 0 {
		for _, cut := range []string{"s", "es"} {
			if l, ok := strings.CutSuffix(w, cut); ok && len(nounFrames[l]) > 0 && (cut == "s" || strings.HasSuffix(l, "s") || strings.HasSuffix(l, "h")) { // "clashes", no "aides"
				frames = nounFrames[l]
			}
		}
	}
	if len(frames) == 0 {
		return trigger{}, false
	}
	if u := f.s.words[i].upos; u != "" && u != "NOUN" && u != "PROPN" && !(u == "VERB" && f.nounish(i)) {
		return trigger{}, false
	}
	if len(verbForms[w]) > 0 && f.s.words[i].upos == "" && !f.nounish(i) && !f.s.is(i+1, "by", "to", "of") {
		return trigger{}, false
	}
	if f.s.words[i].capital && months[w] {
		return trigger{}, false // "March"
	}
	for frames[0].kind == none || frames[0].subjects != nil {
		if is := frames[0].subjects[f.wordAt(i-1)]; is && frames[0].kind != none {
			break // "a factory fire"
		} else if is || len(frames) == 1 {
			return trigger{}, false // "a heart attack"
		}
		frames = frames[1:]
	}
	if h := f.s.words[i].head; f.s.words[i].rel == "compound" && h > i && len(nounFrames[f.wordAt(h)]) > 0 {
		return trigger{}, false // "the plea deal", "an aid agreement": the head tells it
	}
	if f.s.is(i+1, "court", "courts") {
		return trigger{}, false // "the appeals court"
	}
	if f.s.words[i].rel == "compound" && agents[f.wordAt(i+1)] && f.s.words[i+1].mention == f.s.words[i].mention && frames[0].kind == "OTHER" {
		return trigger{}, false // "the election commissioner", "flood victims"
	}
	t := trigger{at: i, frame: frames[0], light: -1, object: -1}
	for k := i - 1; k >= 0 && i-k < 7; k-- {
		if lights[f.wordAt(k)] {
			t.light = k
			break
		}
		if f.s.mark(k) || prepositions[f.wordAt(k)] {
			break
		}
	}
	if h := f.s.words[i].head; t.light < 0 && h >= 0 && h < i && f.s.words[i].rel == "obj" && lights[f.wordAt(h)] {
		t.light = h // "held their first face-to-face talks"
	}
	return t, true
}
