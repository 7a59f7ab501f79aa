package event

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// scenes are the prepositions before a place where something is done.
var scenes = set("in at near outside off around across throughout inside within")

// place is where a trigger has its deed: of the places that stand with it in
// the tree the nearest, a town before the country it is in.
//
//	"the blast at a mine near the town of Sund in Norland" -> Sund
//	"In Sund, police arrested", "Police in Sund arrested"  -> Sund
func (f *finder) place(tr *trigger) (string, stemma.Span) {
	best, least := -1, 0
	for k := range f.s.words {
		m := f.s.words[k].mention
		if m < 0 || f.s.words[k].line || f.mentions[m].Kind != stemma.Place || f.mentionAt(k+1) == m {
			continue
		}
		steps, ok := f.standsWith(k, tr)
		if !ok {
			continue
		}
		if strings.HasPrefix(f.mentions[m].Key, "country:") {
			steps += 10
		}
		if best < 0 || steps < least {
			best, least = k, steps
		}
	}
	if best < 0 {
		return "", stemma.Span{}
	}
	m := f.s.words[best].mention
	for best > 0 && f.mentionAt(best-1) == m {
		best--
	}
	return f.mentions[m].Name, f.s.words[best].Span
}

// standsWith reports whether the place that ends at word k stands with a
// trigger in the tree, in the care of a preposition of place, and in how many
// steps.
func (f *finder) standsWith(k int, tr *trigger) (int, bool) {
	m, cared := f.s.words[k].mention, false
	for h := f.s.words[k].head; h >= 0 && f.s.words[h].mention == m; h = f.s.words[k].head {
		k = h
	}
	if f.s.words[tr.at].head == k && f.locates(f.child(k, "case"), tr) {
		return 1, true // "is in Sund for a conference"
	}
	for n := 0; n < 9 && k >= 0; n++ {
		if k == tr.at || k == tr.light || k == tr.object {
			return n, cared
		}
		if c := f.child(k, "case"); c >= 0 {
			cared = cared || f.locates(c, tr)
			if !cared && !f.s.is(c, "of", "'s", "'") {
				return 0, false
			}
		}
		rel, h := f.s.words[k].rel, f.s.words[k].head
		if !placing[rel] || rel == "nsubj" && h == tr.at && !atHome[tr.frame.kind] && !f.s.is(k, "court", "police") || !cared && rel == "conj" || h >= 0 && verbal[tr.frame.kind] && rel != "obl" && rel != "nsubj" && f.s.words[h].upos == "VERB" {
			return 0, false
		}
		if h >= 0 && cared && h != tr.at && h != tr.light && f.s.words[h].upos == "VERB" {
			r := f.s.words[tr.at].rel // "held talks in Sund", "was in Sund for a conference"
			return n + 2, f.s.words[tr.at].head == h && (r == "nsubj" || r == "nsubj:pass" || r == "obj" || r == "xcomp" || r == "obl" && tr.frame.kind == "CONSULT") && !speaks[f.wordAt(h)] && !reports[f.wordAt(h)]
		}
		k = h
	}
	return 0, false
}

// atHome are the types of what police, courts and crowds do where they are:
// what relatives in Sund fight for is not done there.
var atHome = set("COERCE SANCTION OTHER PROTEST")

// placing are the relations by which a place hangs on what is done there.
var placing = set("nmod obl nmod:poss appos flat compound obj nsubj nsubj:pass conj advmod obl:npmod dep acl xcomp")

// locates reports whether word k is a preposition of place, or one whose phrase
// the trigger's frame takes for a place.
func (f *finder) locates(k int, tr *trigger) bool {
	return scenes[f.wordAt(k)] || tr.frame.args[f.wordAt(k)] == 'p'
}

// scene takes the place where a deed was done from those it was done to, unless
// its frame has it so or it names no other, and gives it as the place: "shot
// two men in Sund", "a curfew in Sund". A country may be both.
func (f *finder) scene(tr *trigger, t *stemma.Telling, place stemma.Span) (in stemma.Span, name string) {
	for i := len(t.RecipientSpans) - 1; i >= 0; i-- {
		s := t.RecipientSpans[i]
		p, ok := f.phraseAt(s)
		if !ok || tr.frame.args["O"] == 'r' && p.from == tr.at+1 {
			continue
		}
		prep := p.from - 1
		for determiners[f.wordAt(prep)] {
			prep--
		}
		m := f.mentionAt(p.head)
		if m < 0 || f.mentions[m].Kind != stemma.Place || strings.HasPrefix(f.mentions[m].Key, "country:") || !f.s.is(prep, "in", "at", "near", "outside", "through", "across", "off") && !place.Overlaps(s) {
			continue
		}
		if tr.frame.args[f.wordAt(prep)] == 'r' {
			in, name = s, f.mentions[m].Name
			continue
		}
		if !place.Overlaps(s) {
			in, name = s, f.mentions[m].Name
		}
		if len(t.RecipientSpans) == 1 {
			continue // "rebels exploded bombs in Sund": nobody else
		}
		t.RecipientSpans = slices.Delete(t.RecipientSpans, i, i+1)
		t.RecipientNames = slices.Delete(t.RecipientNames, i, i+1)
	}
	return in, name
}
