// Package mention finds every word that tells of something happening, of
// whatever kind: what TimeML, MEANTIME and ECB+ mark as mentions of events.
//
//	"Ruiz may not attend the talks that Norland planned on Monday" ->
//	attend (Ruiz, talks; may, negative), talks, planned (Norland; Monday)
package mention

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/date"
	"github.com/stemma-news/stemma/internal/lang"
)

// Version is raised when Find may find differently. 1: the first. 2: the tense of
// verbs that are joined, "no longer".
const Version = "2"

// Least is the chance from which a word is a mention. From 0.25 to 0.4 F1 over
// texts it was not learned from is the same within a point.
const Least = 0.35

// Find returns the event mentions of an article, in order. A word that a telling
// stands on is one. It is local.
func Find(a *stemma.Article, d *lang.Document, names []stemma.Mention, tellings []stemma.Telling) stemma.EventMentions {
	out := stemma.EventMentions{Type: "event_mentions", ID: stemma.MentionsID + strings.TrimPrefix(a.ID, stemma.ArticleID), Article: a.ID, Mentions: []stemma.EventMention{},
		Derived: stemma.Derived{By: stemma.By{Stage: "mention", Version: Version}, Sure: 0.85, Since: 1}}
	f := finder{a: a, w: weights(), tellings: tellings}
	for _, n := range names {
		f.names = append(f.names, n.Cite.Spans...)
	}
	slices.SortFunc(f.names, func(a, b stemma.Span) int { return a.Start - b.Start })
	for i := range d.Sentences {
		out.Mentions = f.sentence(out.Mentions, &d.Sentences[i])
	}
	return out
}

// finder finds the mentions of one article.
type finder struct {
	a        *stemma.Article
	tellings []stemma.Telling
	w        *Weights
	r        Reader
	names    []stemma.Span
	at       []int // where the mentions of the sentence stand among its words
}

func (f *finder) sentence(out []stemma.EventMention, s *lang.Sentence) []stemma.EventMention {
	f.r.Read(f.a.Text, s)
	f.at = f.at[:0]
	first := len(out)
	for i := range s.Words {
		c := f.r.Candidate(i)
		if c == nil {
			continue
		}
		w := &s.Words[i]
		p, telling := f.w.Chance(c), f.telling(w.Span)
		if p < Least && telling == "" {
			continue
		}
		m := f.mention(i)
		m.Telling, m.Sure = telling, math.Round(100*p)/100
		out, f.at = append(out, m), append(f.at, i)
	}
	if len(out) > first {
		f.times(out[first:])
	}
	return out
}

// telling is the id of the telling that a word is of, "" for none.
func (f *finder) telling(w stemma.Span) string {
	id := ""
	for i := range f.tellings {
		t := &f.tellings[i]
		if !slices.ContainsFunc(t.Cites, func(c stemma.Cite) bool {
			return slices.ContainsFunc(c.Spans, func(s stemma.Span) bool { return s.Holds(w) })
		}) {
			continue
		}
		if id == "" {
			id = stemma.LocalID(stemma.TellingID, f.a, []stemma.Span{w})
		}
		if id == t.ID {
			return id
		}
	}
	return ""
}

// mention is that of word i.
func (f *finder) mention(i int) stemma.EventMention {
	w, k := &f.r.s.Words[i], &f.r.kin[i]
	m := stemma.EventMention{Span: w.Span, Lemma: w.Lemma, Polarity: "positive"}
	switch w.UPOS {
	case "VERB", "AUX":
		m.Part = "verb"
	case "NOUN":
		m.Part = "noun"
	case "ADJ":
		m.Part = "adjective"
	default:
		m.Part = "name"
	}
	if k[negation] >= 0 || f.is(i-2, "no") && f.is(i-1, "longer", "long") || f.is(int(k[det]), "no") || f.is(int(k[preposition]), "without") || f.is(int(k[marker]), "without") {
		m.Polarity = "negative"
	}
	m.Tense, m.Modality = f.tense(i)
	who, whom := f.sides(i)
	m.Who, m.Whom = f.phrase(who), f.phrase(whom)
	return m
}

// is reports whether word i has one of the lemmas.
func (f *finder) is(i int, lemmas ...string) bool {
	return i >= 0 && i < len(f.r.s.Words) && slices.Contains(lemmas, f.r.s.Words[i].Lemma)
}

// tense is that of the first auxiliary of a word, else its own, and the modal.
//
//	"may have left" -> "", may   "was seized" -> past   "to be built" -> infinitive
//
// Verbs that are joined have one: "was seized and burned".
func (f *finder) tense(i int) (tense, modal string) {
	w, k := &f.r.s.Words[i], &f.r.kin[i]
	bare := (w.XPOS == "VB" || w.XPOS == "VBN") && k[auxiliary] < 0 && k[marker] < 0
	if h := w.Head; h >= 0 && (w.Rel == "cop" || w.Rel == "conj" && bare && h < i && f.r.s.Words[h].Rel != "conj" && f.r.s.Words[h].UPOS == "VERB") {
		i, w, k = h, &f.r.s.Words[h], &f.r.kin[h]
	}
	lead := i
	for _, j := range []int16{k[copula], k[auxiliary]} {
		if j >= 0 && int(j) < lead {
			lead = int(j)
		}
	}
	if k[marker] >= 0 && int(k[marker]) < lead && f.is(int(k[marker]), "to") {
		return "infinitive", ""
	}
	l := &f.r.s.Words[lead]
	switch l.XPOS {
	case "MD":
		if f.is(lead, "will", "shall") {
			return "future", ""
		}
		return "", l.Lemma
	case "VBD":
		return "past", ""
	case "VBZ", "VBP":
		return "present", ""
	case "VBG", "VBN":
		return "participle", ""
	case "VB":
		if w.UPOS == "VERB" && k[marker] < 0 {
			return "present", "" // "Go home": orders, and "helped them leave"
		}
	}
	return "", ""
}

// sides are the words that head who acts and who is acted on by the tree, -1
// where it gives none.
//
//	"police arrested two men" -> police, men    "men held by police" -> police, men
//	"the army's attack on Sund" -> army, Sund   "urged Ruiz to resign" -> Ruiz, -
func (f *finder) sides(i int) (who, whom int) {
	w, k := &f.r.s.Words[i], &f.r.kin[i]
	if w.UPOS != "VERB" && w.UPOS != "AUX" {
		who, whom = int(k[owner]), f.under(i, "nmod", "of", "on", "against")
		if by := f.under(i, "nmod", "by"); by >= 0 {
			who = by
		}
		if who < 0 && k[copula] >= 0 {
			who = f.subject(i)
		}
		if h := w.Head; who < 0 && w.Rel == "obj" && h >= 0 { // "Ruiz held talks"
			who = f.subject(h)
		}
		return who, whom
	}
	who, whom = f.subject(i), int(k[object])
	if f.passive(i) {
		return f.under(i, "obl", "by"), who
	}
	if w.Rel == "acl:relcl" && whom < 0 && who >= 0 && who != w.Head && !f.is(who, "who", "that", "which") {
		whom = w.Head // "the talks that Norland planned"
	}
	return who, whom
}

// passive reports whether a verb is in the passive.
func (f *finder) passive(i int) bool {
	w, k := &f.r.s.Words[i], &f.r.kin[i]
	if w.XPOS != "VBN" {
		return false
	}
	if k[auxiliary] >= 0 {
		for j := i - 1; j >= int(k[auxiliary]); j-- {
			if f.r.s.Words[j].Rel == "aux:pass" && f.r.s.Words[j].Head == i {
				return true
			}
		}
		return false
	}
	if w.Rel == "conj" && w.Head >= 0 && w.Head < i && k[object] < 0 && f.passive(w.Head) {
		return true // "was seized and burned"
	}
	return w.Rel == "acl" || k[object] < 0 && f.under(i, "obl", "by") >= 0
}

// under is a word that hangs on word i by a relation and one of the prepositions.
func (f *finder) under(i int, rel string, prepositions ...string) int {
	for j := range f.r.s.Words {
		w := &f.r.s.Words[j]
		if w.Head == i && (w.Rel == rel || rel == "obl" && w.Rel == "obl:agent") && f.is(int(f.r.kin[j][preposition]), prepositions...) {
			return j
		}
	}
	return -1
}

// subject is the head of the subject of word i: its own, or that of the clause it
// hangs on; -1 for none.
func (f *finder) subject(i int) int {
	for range 4 {
		w := &f.r.s.Words[i]
		if s := int(f.r.kin[i][subject]); s >= 0 {
			if w.Rel == "acl:relcl" && f.is(s, "who", "which", "that") {
				return w.Head
			}
			return s
		}
		if w.Head < 0 {
			return -1
		}
		switch w.Rel {
		case "acl", "acl:relcl":
			return w.Head
		case "xcomp":
			if o := int(f.r.kin[w.Head][object]); o >= 0 {
				return o
			}
		case "conj", "advcl", "parataxis":
		default:
			return -1
		}
		i = w.Head
	}
	return -1
}

// phrase is the name that word h stands in, or the word with the adjectives and
// nouns before it; nil for no word.
func (f *finder) phrase(h int) *stemma.Span {
	if h < 0 {
		return nil
	}
	out := f.r.s.Words[h].Span
	n, _ := slices.BinarySearchFunc(f.names, out.Start, func(s stemma.Span, at int) int { return s.Start - at - 1 })
	for n--; n >= 0 && n < len(f.names); n-- {
		if f.names[n].Holds(out) {
			s := f.names[n]
			return &s
		}
		if out.Start-f.names[n].Start > longestName {
			break
		}
	}
	for j := h - 1; j >= 0; j-- {
		w := &f.r.s.Words[j]
		if w.Head < j || w.Head > h || w.Rel != "amod" && w.Rel != "compound" && w.Rel != "nummod" && w.Rel != "flat" {
			break
		}
		out.Start = w.Start
	}
	return &out
}

// longestName is how far before a word a name that holds it is looked for.
const longestName = 80

// times gives the mentions of the sentence the times told of them: each goes to
// the first mention above it in the tree.
func (f *finder) times(ms []stemma.EventMention) {
	s := f.r.s
	if !slices.ContainsFunc(f.r.look, func(l look) bool { return timeWords[l.lemma] }) && !slices.ContainsFunc(s.Words, func(w lang.Word) bool {
		return w.UPOS == "NUM" && w.Len() == 4 && (f.a.Text[w.Start] == '1' || f.a.Text[w.Start] == '2')
	}) {
		return // looking for times takes longer than all else here
	}
	for _, w := range date.Find(f.a.Text, s.Span) {
		if date.Resolve(w, someDay) == nil && w.Near == "" {
			continue // "annual", "two hours"
		}
		i := slices.IndexFunc(s.Words, func(x lang.Word) bool {
			return w.Span.Overlaps(x.Span) && (x.Head < 0 || !w.Span.Overlaps(s.Words[x.Head].Span))
		})
		for n := 0; i >= 0 && n < 5; n++ {
			i = s.Words[i].Head
			if k := slices.Index(f.at, i); i >= 0 && k >= 0 {
				if ms[k].When == nil {
					ms[k].When = &stemma.Span{Start: w.Start, End: w.End}
				}
				break
			}
		}
	}
}

// timeWords are those of which a time that has no year has one, by their hash.
var timeWords = func() map[uint32]bool {
	out := map[uint32]bool{}
	for _, w := range strings.Fields("ago afternoon april august autumn century day decade december evening fall february friday hour january july june march may midnight monday month morning night noon november october overnight saturday september spring summer sunday thursday today tomorrow tonight tuesday wednesday week weekend winter year yesterday") {
		out[hash(w)] = true
	}
	return out
}()

var someDay = func() date.Anchor {
	day := time.Date(2000, 6, 15, 0, 0, 0, 0, time.UTC)
	return date.Anchor{Article: &stemma.Date{From: day, Until: day.AddDate(0, 0, 1)}}
}()
