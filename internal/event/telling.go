package event

import (
	"slices"
	"sort"

	"github.com/stemma-news/stemma"
)

// telling makes a telling of trigger k; ok is false where it names nobody and
// nothing to tell it by.
func (f *finder) telling(k int) (stemma.Telling, bool) {
	tr := &f.triggers[k]
	t := stemma.Telling{Type: "telling", Article: f.a.ID, Kind: tr.frame.kind, Mode: tr.frame.mode}
	if n := nounFrames[f.wordAt(tr.object)]; tr.object >= 0 && len(n) > 0 && n[len(n)-1].kind == t.Kind && n[len(n)-1].mode != "" {
		t.Mode = n[len(n)-1].mode // "called a march": as the march is told
	}
	t.Status = f.status(tr)
	if t.Status == happened && f.purpose(k) && f.status(&f.triggers[k-1]) == planned {
		t.Status = planned // "will travel to Sund to sign"
	}
	switch {
	case cooperative[t.Kind] && f.refuses(tr):
		t.Kind, t.Mode, t.Status = "REJECT", "", happened
	case t.Status == planned:
		t.Kind, t.Mode = stemma.Promised(t.Kind, t.Mode)
	}
	args := f.arguments(tr)
	if f.purpose(k) && f.triggers[k-1].frame.noun {
		args = slices.DeleteFunc(args, func(a argument) bool { return a.role == 'a' })
		for _, a := range f.arguments(&f.triggers[k-1]) {
			if a.role == 'a' {
				args = append(args, a)
			}
		}
	}
	f.fill(&t, f.demanded(k, &t, args))
	if s, own, ok := f.pronoun(tr); ok && !tr.frame.noun {
		f.stand(&t, tr, s, own)
	}
	if t.Status == planned && len(t.ActorNames) == 0 && (tr.frame.kind == "SANCTION" || tr.frame.kind == "COERCE") {
		t.Kind, t.Mode = tr.frame.kind, tr.frame.mode // "is to be sentenced in May": nobody threatens it
	}
	place, placeSpan := f.place(tr)
	t.Place = place
	if s, name := f.scene(tr, &t, placeSpan); place == "" && name != "" {
		t.Place, place, placeSpan = name, name, s
	}
	t.When = f.when(k)
	if t.When != nil && f.quoted(t.When.Span) && f.s.is(f.wordIndex(t.When.Start), "today", "tonight", "now") {
		t.When = nil // the speaker's day, not the article's
	}
	spans := []stemma.Span{f.s.words[tr.at].Span}
	if t.When != nil {
		spans = append(spans, t.When.Span)
	}
	spans = append(spans, t.ActorSpans...)
	spans = append(spans, t.RecipientSpans...)
	if place != "" {
		spans = append(spans, placeSpan)
	}
	if len(t.ActorSpans)+len(t.RecipientSpans) == 0 && place == "" {
		if s, ok := f.country(tr.at); ok {
			spans = append(spans, s)
		}
	}
	t.Countries = f.countries(tr, &t)
	t.Cites = []stemma.Cite{f.a.Cite(tidy(spans)...)}
	t.ID = stemma.LocalID(stemma.TellingID, f.a, []stemma.Span{f.s.words[tr.at].Span})
	t.Chain = f.chain(f.s.words[tr.at].Span)
	t.Background = f.background(tr, t.When)
	t.By = stemma.By{Stage: "event", Version: Version, Rule: f.rule(tr)}
	t.Sure = sure(&t)
	t.Since = 1
	return t, len(t.ActorNames)+len(t.RecipientNames) > 0 || t.When != nil || t.Place != "" || tr.beside
}

func (f *finder) rule(tr *trigger) string {
	switch {
	case tr.frame.noun && f.definite(tr.at):
		return "the " + tr.frame.lemma
	case tr.frame.noun:
		return "noun " + tr.frame.lemma
	case tr.object >= 0:
		return "verb " + tr.frame.lemma + " " + f.wordAt(tr.object)
	case tr.frame.kind == "OTHER" && tr.frame.subjects != nil: // "the flood killed": told again by "the flood"
		if k := f.subjectOf(tr.at, tr.frame.subjects, tr.passive); k >= 0 {
			return "verb " + tr.frame.lemma + " " + f.wordAt(k)
		}
	}
	return "verb " + tr.frame.lemma
}

// country is the nearest place named before word i: what a telling that names
// nobody is of.
func (f *finder) country(i int) (stemma.Span, bool) {
	for k := i - 1; k >= 0; k-- {
		if m := f.s.words[k].mention; m >= 0 && f.mentions[m].Kind == stemma.Place {
			return f.s.words[k].Span, true
		}
	}
	return stemma.Span{}, false
}

// definite reports whether a noun is told of as known: "the meeting".
func (f *finder) definite(i int) bool {
	for k := i - 1; k >= 0 && i-k < 4; k-- {
		if f.s.is(k, "the", "this", "that", "these", "those", "their", "today") {
			return true
		}
		if f.s.mark(k) || prepositions[f.wordAt(k)] || f.s.is(k, "a", "an") {
			return false
		}
	}
	return false
}

// sure ranks tellings: those with actors, a time and a place first.
func sure(t *stemma.Telling) float64 {
	s := 0.4
	if len(t.ActorNames) > 0 {
		s += 0.2
	}
	if len(t.RecipientNames) > 0 || len(t.ActorNames) > 1 {
		s += 0.1
	}
	if t.When != nil {
		s += 0.1
	}
	if t.Status == "happened" {
		s += 0.1
	}
	return s
}

// tidy sorts spans and joins those that touch or overlap.
func tidy(spans []stemma.Span) []stemma.Span {
	s := slices.Clone(spans)
	sort.Slice(s, func(i, j int) bool {
		return s[i].Start < s[j].Start || s[i].Start == s[j].Start && s[i].End < s[j].End
	})
	out := s[:0]
	for _, x := range s {
		if n := len(out); n > 0 && x.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, x.End)
		} else {
			out = append(out, x)
		}
	}
	return out
}

// stand puts the one a pronoun stands for into t, as its frame's subject; own
// says that it is the verb's own, which nothing nearer can be.
func (f *finder) stand(t *stemma.Telling, tr *trigger, s stemma.Span, own bool) {
	slot := "S"
	if tr.passive {
		slot = "O"
	}
	words := f.a.Text[s.Start:s.End]
	switch role := tr.frame.args[slot]; {
	case !own && (role == 'a' && len(t.ActorSpans) > 0 || role == 'r' && len(t.RecipientSpans) > 0):
	case role == 'a':
		t.ActorSpans, t.ActorNames = []stemma.Span{s}, []string{words}
		if tr.frame.args["O"] == 'a' || tr.frame.args["with"] == 'a' { // the other side stays
			for _, a := range append(f.object(tr.at), f.after(tr.at, "with")...) {
				if o := f.span(a); o != s {
					t.ActorSpans, t.ActorNames = append(t.ActorSpans, o), append(t.ActorNames, f.a.Text[o.Start:o.End])
				}
			}
		}
	case role == 'r':
		t.RecipientSpans, t.RecipientNames = []stemma.Span{s}, []string{words}
	}
}

// fill puts the arguments into t, each phrase once, places left out.
func (f *finder) fill(t *stemma.Telling, args []argument) {
	seen := map[stemma.Span]bool{}
	for _, a := range args {
		s := f.span(a.phrase)
		if seen[s] || a.role == 'p' || a.role == 't' {
			continue
		}
		seen[s] = true
		if a.to-a.from == 1 && generic[f.wordAt(a.from)] && !f.s.is(a.from-1, "his", "her", "its", "their") {
			continue
		}
		if a.role == 'a' {
			t.ActorSpans = append(t.ActorSpans, s)
			t.ActorNames = append(t.ActorNames, f.a.Text[s.Start:s.End])
		} else {
			t.RecipientSpans = append(t.RecipientSpans, s)
			t.RecipientNames = append(t.RecipientNames, f.a.Text[s.Start:s.End])
		}
	}
}

// generic are nouns that say nothing of who they are.
var generic = set("countries sides parties nations states people group groups country side state")

var months = set("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday")

// reports are verbs whose time is that of the telling, not of what is told.
var reports = set("said says say told tells reported reports announced added wrote stated noted quoted cited explained warned")

// when is the time of trigger k: the nearest of the sentence that does not
// belong to another trigger or to a verb of saying.
func (f *finder) when(k int) *stemma.When {
	at := f.triggers[k].at
	var best *stemma.When
	bestGap := 0
	whens := f.times()
	for i := range whens {
		w := &whens[i]
		if i := f.wordIndex(w.Start); i >= 0 && f.s.words[i].line {
			continue // of the dateline
		}
		if f.owner(w) != k || f.quoted(w.Span) != f.quoted(f.s.words[at].Span) {
			continue
		}
		gap := w.Start - f.s.words[at].End
		if gap < 0 {
			gap = 2 * (f.s.words[at].Start - w.End)
		}
		if best == nil || gap < bestGap {
			best, bestGap = w, gap
		}
	}
	if best == nil && (f.purpose(k) || f.deedOf(k) || f.goesOn(k)) {
		return f.when(k - 1) // "a visit in May to attend the parade"
	}
	if best == nil {
		return nil
	}
	c := *best
	return &c
}

// purpose reports whether trigger k is what the one before it was for: "a
// visit in May to attend the parade".
func (f *finder) purpose(k int) bool {
	return k > 0 && f.s.is(f.triggers[k].at-1, "to") && f.triggers[k].at-f.triggers[k-1].at <= 26
}

// deedOf reports whether verb k tells what the mishap named right before it did:
// "In May an accident at the mill hurt six".
func (f *finder) deedOf(k int) bool {
	if k == 0 {
		return false
	}
	t, p := &f.triggers[k], &f.triggers[k-1]
	return t.frame.kind == "OTHER" && !t.frame.noun && p.frame.kind == "OTHER" && p.frame.noun &&
		(p.frame.mode == "accident" || p.frame.mode == "disaster") && t.at-p.at <= 8
}

// goesOn reports whether verb k is joined by "and" to the verb told before it,
// in its tense: "were fined in May and lost their seats".
func (f *finder) goesOn(k int) bool {
	if k == 0 {
		return false
	}
	t, p := &f.triggers[k], &f.triggers[k-1]
	return !t.frame.noun && !p.frame.noun && f.s.words[t.at].rel == "conj" && f.s.words[t.at].head == p.at && t.how == p.how &&
		f.quoted(f.s.words[t.at].Span) == f.quoted(f.s.words[p.at].Span) && f.child(t.at, "aux") == -1 == (f.child(p.at, "aux") == -1)
}

// owner is the trigger a time belongs to, -1 if to a verb of saying or none:
// the nearest before it, or the nearest after where none stands before.
func (f *finder) owner(w *stemma.When) int {
	for k := range f.triggers { // "a Feb. 1 coup"
		if gap := f.s.words[f.triggers[k].at].Start - w.End; gap >= 0 && gap <= 2 {
			return k
		}
	}
	before, beforeAt := -2, -1
	for i, x := range f.s.words {
		if x.Start >= w.Start {
			break
		}
		if reports[x.s] && !f.nounish(i) {
			before, beforeAt = -1, i
		}
		for k := range f.triggers {
			if f.triggers[k].at == i {
				before, beforeAt = k, i
			}
		}
	}
	if before == -1 && beforeAt >= 0 && f.words(beforeAt, w.Start) > 4 {
		before = -2
	}
	if before != -2 {
		return before
	}
	for k := range f.triggers {
		if f.s.words[f.triggers[k].at].Start >= w.End {
			return k
		}
	}
	if len(f.triggers) > 0 {
		return len(f.triggers) - 1
	}
	return -1
}

// wordIndex is the word that begins at or after byte at.
func (f *finder) wordIndex(at int) int {
	for i := range f.s.words {
		if f.s.words[i].Start >= at {
			return i
		}
	}
	return -1
}

// words counts the words between word i and byte end.
func (f *finder) words(i, end int) int {
	n := 0
	for k := i + 1; k < len(f.s.words) && f.s.words[k].Start < end; k++ {
		n++
	}
	return n
}

// chain is that of the narrowest quote that holds s: what is told within it is
// told on its speaker's word.
func (f *finder) chain(s stemma.Span) []stemma.Hop {
	best, width := -1, 0
	for i, q := range f.quotes {
		for _, qs := range q.Spans {
			if qs.Holds(s) && (best < 0 || qs.Len() < width) {
				best, width = i, qs.Len()
			}
		}
	}
	if best >= 0 {
		return slices.Clone(f.quotes[best].Chain)
	}
	// "Norda quoted Ruiz as saying at a meeting": Norda tells of the meeting.
	for i := range f.quotes {
		q := &f.quotes[i]
		if len(q.Chain) < 2 || len(q.CueSpans) == 0 || len(q.SpeakerSpans) == 0 || q.Chain[1].How != stemma.HowRead {
			continue
		}
		if f.s.Holds(q.CueSpans[0]) && f.s.Holds(q.SpeakerSpans[0]) && s.Start > q.CueSpans[0].Start {
			return slices.Clone(q.Chain[1:])
		}
	}
	return nil
}

// cooperative are the types of what one does for or with another.
var cooperative = set("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT")
