package event

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// A frame finds words, not senses: "struck down the law", "hold the World Cup"
// and "the app helps you" have the verbs of an air strike, an arrest and of
// aid. How likely a reader would say that the sentence tells of that type of
// event is weighed by what stands in the slots, by where the trigger stands and
// by its verb: a logistic regression over signs that are there or not, learned
// from labelled tellings by internal/event/train.
//
//go:embed weights.txt
var weightsFile string

// weights holds the weight of each sign; "" is the bias.
var weights = sync.OnceValue(func() map[string]float64 {
	out := map[string]float64{}
	eachLine(weightsFile, func(f []string) {
		w, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			panic("internal error: weights: " + f[0])
		}
		out[f[0]] = w
	})
	return out
})

// Least is the chance below which a telling is left out.
const Least = 0.24

// LeastOpen is that of the modes of OTHER whose verbs have many senses: most
// that opens, closes, leaves or is found is no news.
const LeastOpen = 0.55

var openModes = set("ceremony closing court crime found health law opening publication sport travel")

// open reports whether a telling is of one of these.
func open(t *stemma.Telling) bool { return t.Kind == "OTHER" && openModes[t.Mode] }

// odds are the logarithm of how likely it is, against not, that a reader would
// say that the sentence tells what the telling says, from its signs; NaN where
// nothing was analysed.
func (f *finder) odds(signs []string) float64 {
	if !f.s.trees {
		return math.NaN()
	}
	ws := weights()
	sum := ws[""]
	for _, s := range signs {
		sum += ws[s]
	}
	return sum
}

// likely gives tellings their chances and leaves the unlikely out. A page of
// recipes tells of no arrests: what the others of the page are worth counts
// with each, those of the open modes apart, of which every page has some.
func likely(ts []stemma.Telling, odds []float64) []stemma.Telling {
	sum, n := 0.0, 0.0
	for i, o := range odds {
		if !math.IsNaN(o) && !open(&ts[i]) {
			sum, n = sum+o, n+1
		}
	}
	out := ts[:0]
	for i, t := range ts {
		least := Least
		if open(&t) {
			least = LeastOpen
		}
		switch o := odds[i]; {
		case math.IsNaN(o):
			least = 0
		case open(&t):
			t.Sure = Chance(o, sum, n)
		default:
			t.Sure = Chance(o, sum-o, n-1)
		}
		if t.Sure >= least {
			out = append(out, t)
		}
	}
	return out
}

// Chance is how likely a telling is whose odds, and the sum of those of the n
// others of its page, are known: 0 to 1, to two digits.
func Chance(odds, others, n float64) float64 {
	z := odds + (others-usual*n)/(n+5)
	return math.Round(100/(1+math.Exp(-z))) / 100
}

// usual are the odds of a telling on a page of news.
const usual = 0.5

// signs are what tells how likely a telling is. Those of the open modes are
// weighed apart, for other things tell them: when, and in which tense.
func (f *finder) signs(tr *trigger, t *stemma.Telling) []string {
	out := f.signsOf(tr, t)
	if !open(t) {
		return out
	}
	tense := "noun"
	if !tr.frame.noun {
		tense = f.tense(tr)
	}
	out = append(out, "tense "+tense)
	if t.When != nil {
		out = append(out, "when "+tense)
	} else if t.Place == "" && (len(t.ActorSpans) == 0 || len(t.RecipientSpans) == 0) {
		out = append(out, "alone")
	}
	for i := range out {
		out[i] = "open " + out[i]
	}
	return out
}

func (f *finder) signsOf(tr *trigger, t *stemma.Telling) []string {
	actor, other := f.sortOf(t.ActorSpans), f.sortOf(t.RecipientSpans)
	part := "verb"
	if tr.frame.noun {
		part = "noun"
	}
	kind := t.Kind
	out := []string{
		"kind " + kind, "mode " + kind + "/" + t.Mode, part + " " + tr.frame.lemma,
		"actor " + actor, "other " + other, part + " actor " + actor, part + " other " + other,
		kind + " actor " + actor, kind + " other " + other, "both " + actor + " " + other,
		"status " + t.Status, "part " + part, "rel " + f.s.words[tr.at].rel, "upos " + part + " " + f.s.words[tr.at].upos,
	}
	add := func(yes bool, s string) {
		if yes {
			out = append(out, s)
		}
	}
	add(len(t.ActorSpans) > 1, "several actors")
	add(t.When != nil, "when")
	add(t.Place != "", "place")
	add(f.quoted(f.s.words[tr.at].Span), "quoted")
	add(tr.frame.noun && f.definite(tr.at), "definite")
	add(tr.object >= 0, "asked for a noun")
	add(len(tr.frame.parts) > 0, "asked for a particle")
	add(f.s.is(len(f.s.words)-1, "?"), "question")
	named := map[int]bool{}
	for i := range f.s.words {
		if f.named(i) {
			named[f.s.words[i].mention] = true
		}
	}
	out = append(out, "names "+strconv.Itoa(min(len(named), 4)))
	out = meant(out, kind+" topic ", f.s.topic(), 1)
	if tr.frame.noun {
		add(f.s.words[tr.at].rel == "compound", "compound of "+f.headSort(tr.at))
		return out
	}
	out = append(out, "subject "+f.wordSort(f.child(tr.at, "nsubj", "nsubj:pass")), "how "+string(tr.how))
	rel := "obj"
	if tr.passive {
		rel = "nsubj:pass"
		out = append(out, "passive")
	}
	object := f.wordSort(f.child(tr.at, rel))
	for _, slot := range []string{"nsubj", rel, "obl"} {
		if k := f.child(tr.at, slot); k >= 0 && !f.named(k) {
			v, _ := lang.Vector(f.wordAt(k))
			out = meant(out, kind+" "+slot+" ", v, 2)
		}
	}
	out = append(out, "object "+object, kind+" object "+object)
	if k := f.child(tr.at, "xcomp", "ccomp"); k >= 0 {
		out = append(out, kind+" clause")
	}
	if k := f.child(tr.at, "compound:prt"); k >= 0 && len(tr.frame.parts) == 0 {
		out = append(out, "particle", "particle "+kind)
	}
	return out
}

// tense says when the verb of a trigger has its deed: what happened is told in
// the past, advice and what is always so are not.
//
//	"was closed", "closed" -> past   "closing", "to close", "closes" -> as they are
func (f *finder) tense(tr *trigger) string {
	for k := tr.at - 1; k >= 0 && tr.at-k < 5; k-- {
		w := f.wordAt(k)
		switch w {
		case "was", "were", "had", "did":
			return "past"
		case "has", "have", "'ve":
			return "perfect"
		case "is", "are", "'re", "do", "does":
			return "present"
		case "will", "'ll", "shall":
			return "future"
		case "been", "being", "be", "not", "n't":
			continue
		}
		if modals[w] || w == "to" {
			return w
		}
		if !adverb(w) {
			break
		}
	}
	switch r := f.s.words[tr.at].rel; {
	case tr.how == 'g' && f.s.is(tr.at-1, "after", "since"):
		return "past" // "after meeting the envoy"
	case tr.passive, tr.how == 'd' && (r == "acl" || r == "amod"):
		return "participle"
	}
	return string(tr.how)
}

// sortOf says what the first of an argument's phrases is.
func (f *finder) sortOf(spans []stemma.Span) string {
	if len(spans) == 0 {
		return "none"
	}
	from := f.wordIndex(spans[0].Start)
	if from < 0 {
		return "none"
	}
	best, to := "thing", from
	for ; to < len(f.s.words) && f.s.words[to].End <= spans[0].End; to++ {
		if m := f.s.words[to].mention; m >= 0 && f.mentions[m].Kind != "" {
			best = f.mentions[m].Kind
		} else if best == "thing" && f.named(to) && f.s.words[to].upos == "PROPN" {
			best = "name"
		}
	}
	switch last := f.wordAt(to - 1); {
	case best != "thing":
	case agents[last]:
		best = "role"
	case strings.HasSuffix(last, "ers") || strings.HasSuffix(last, "ists"):
		best = "ers"
	case to-from == 1 && f.s.words[from].upos != "NOUN" && f.s.words[from].upos != "PROPN":
		best = "no noun"
	case f.s.words[from].capital && from > 0:
		best = "capital"
	}
	return best
}

// wordSort says what one word is, as the subject or object of a verb.
func (f *finder) wordSort(k int) string {
	if k < 0 {
		return "none"
	}
	switch w := f.wordAt(k); {
	case w == "we" || w == "us" || w == "i" || w == "me":
		return "I"
	case w == "you" || w == "one":
		return "you"
	case w == "it" || w == "this" || w == "that" || w == "which" || w == "what" || w == "these" || w == "those":
		return "it"
	case pronouns[w] || w == "who" || w == "her" || w == "himself" || w == "themselves":
		return "he"
	case f.s.words[k].mention >= 0 && f.mentions[f.s.words[k].mention].Kind != "":
		return f.mentions[f.s.words[k].mention].Kind
	case f.named(k) && f.s.words[k].upos == "PROPN":
		return "name"
	case agents[w]:
		return "role"
	case f.s.words[k].upos == "NOUN":
		return "thing"
	}
	return f.s.words[k].upos
}

// headSort says what a compound's head is: the "meddling" of "election
// meddling".
func (f *finder) headSort(k int) string {
	h := f.s.words[k].head
	switch w := f.wordAt(h); {
	case len(nounFrames[w]) > 0:
		return "event"
	case agents[w]:
		return "role"
	}
	return "thing"
}

// meant adds which way a vector points in each of its first dimensions, where
// it does so clearly: a release of hostages from one of data.
func meant[T int | int8](out []string, slot string, v []T, much T) []string {
	for d := range min(len(v), meantDims) {
		switch {
		case v[d] > 4*much:
			out = append(out, slot+plus[d])
		case v[d] < -4*much:
			out = append(out, slot+minus[d])
		}
	}
	return out
}

// meantDims is how many dimensions of vectors count: by -cross more tell no
// more.
const meantDims = 8

var plus, minus = strings.Fields("+0 +1 +2 +3 +4 +5 +6 +7"), strings.Fields("-0 -1 -2 -3 -4 -5 -6 -7")

// topic is the mean of the vectors of what a sentence says, names left out.
func (s *sentence) topic() []int {
	if s.about != nil {
		return s.about
	}
	s.about = make([]int, meantDims)
	n := 0
	for i := range s.words {
		if u := s.words[i].upos; u != "NOUN" && u != "VERB" && u != "ADJ" {
			continue
		}
		if v, ok := lang.Vector(s.words[i].s); ok {
			for d := range s.about {
				s.about[d] += int(v[d])
			}
			n++
		}
	}
	for d := range s.about {
		s.about[d] /= max(1, n)
	}
	return s.about
}
