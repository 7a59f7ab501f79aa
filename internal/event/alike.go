package event

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/stemma-news/stemma"
)

// Whether two tellings of one type are of one happening is weighed by what
// their days, words, sides and places have in common and by how many events of
// the type each page tells: a logistic regression over signs, learned by
// internal/event/train from articles whose events readers joined.
//
//go:embed alike.txt
var alikeFile string

// leastAlike are the odds from which two events are one.
const leastAlike = 1.2

// signs of a pair: for each trait which of its values holds.
type signs [len(traits)]uint8

// trait is one thing to compare, and what it may come to.
type trait struct {
	name   string
	values []string
}

const (
	traitKind = iota
	traitWord
	traitDays
	traitActor
	traitOther
	traitCosine
	traitSole
	traitLead
	traitPlace
	traitCountries
	traitCross
	traitStatus
	traitMode
	traitWhich
	traitSaid
)

var sideValues = []string{"none", "one", "same", "unknown head", "unknown word", "unknown differ", "one known head", "one known word", "one known differ",
	"both known head", "both known word", "both known differ"}

var traits = [...]trait{
	{"kind", nil}, // of alikeKinds
	{"word", []string{"same", "other", "verb and noun"}},
	{"days", []string{"none", "same", "wide", "next", "apart", "told near", "told wide", "told later", "told before", "told long before", "told far", "news", "news next", "news later", "news far"}},
	{"actor", sideValues},
	{"other", sideValues},
	{"cosine", []string{"0", "1", "2", "3", "4", "5", "6", "7", "8"}},
	{"sole", []string{"neither", "one", "both", "many"}},
	{"lead", []string{"none", "one", "both"}},
	{"place", []string{"none", "one", "same", "differ"}},
	{"countries", []string{"none", "one", "meet", "differ"}},
	{"cross", []string{"no", "yes"}},
	{"status", []string{"same", "planned", "denied", "other"}},
	{"mode", []string{"same", "one"}},
	{"which", []string{"same", "differ"}},
	{"said", []string{"deed", "words"}},
}

// alikeKinds are the types a weight of its own is learned for.
var alikeKinds = strings.Fields("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT OTHER")

// joint are traits that are weighed together too.
var joint = [][2]int{
	{traitWord, traitCosine}, {traitDays, traitSole}, {traitDays, traitWord}, {traitOther, traitActor},
	{traitSaid, traitWord}, {traitSaid, traitCosine}, {traitSole, traitWord},
}

// names are the signs as alike.txt has them: "days same", "word same & cosine 3".
func (s *signs) names() []string {
	var out []string
	for k := range traits {
		out = append(out, traitName(k, int(s[k])))
	}
	for _, j := range joint {
		out = append(out, traitName(j[0], int(s[j[0]]))+" & "+traitName(j[1], int(s[j[1]])))
	}
	return out
}

func traitName(k, v int) string { return traits[k].name + " " + traits[k].values[v] }

// alikeWeights are the weights of each trait's values and of those of joint
// ones, and the bias.
type alikeWeights struct {
	bias   float64
	single [len(traits)][]float64
	joint  [][]float64 // first value times the number of the second's, and the second
}

var weighing = sync.OnceValue(func() *alikeWeights {
	traits[traitKind].values = alikeKinds
	of := map[string]float64{}
	eachLine(alikeFile, func(f []string) {
		w, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			panic("internal error: alike: " + f[0])
		}
		of[f[0]] = w
	})
	out := &alikeWeights{bias: of[""]}
	for k := range traits {
		for v := range traits[k].values {
			out.single[k] = append(out.single[k], of[traitName(k, v)])
		}
	}
	for _, j := range joint {
		var ws []float64
		for v := range traits[j[0]].values {
			for u := range traits[j[1]].values {
				ws = append(ws, of[traitName(j[0], v)+" & "+traitName(j[1], u)])
			}
		}
		out.joint = append(out.joint, ws)
	}
	return out
})

// odds are the logarithm of how likely two tellings with these signs are of one
// happening, against not.
func (w *alikeWeights) odds(s *signs) float64 {
	sum := w.bias
	for k, v := range s {
		sum += w.single[k][v]
	}
	for i, j := range joint {
		sum += w.joint[i][int(s[j[0]])*len(traits[j[1]].values)+int(s[j[1]])]
	}
	return sum
}

// compare gives the signs of two tellings that sameSort takes for one sort. n
// and m are how many events of their type their articles tell.
func (w *wordings) compare(t, u *party, n, m int, places *atlas) (s signs) {
	a, b := &w.of[t.index], &w.of[u.index]
	s[traitKind] = uint8(max(0, slices.Index(alikeKinds, t.Kind)))
	switch {
	case t.noun == u.noun:
	case strings.HasPrefix(t.By.Rule, "verb") == strings.HasPrefix(u.By.Rule, "verb"):
		s[traitWord] = 1
	default:
		s[traitWord] = 2
	}
	s[traitDays] = daysApart(t, u)
	s[traitActor] = sidesAlike(t.actors, u.actors, a.actors, b.actors)
	s[traitOther] = sidesAlike(t.recipients, u.recipients, a.recipients, b.recipients)
	s[traitCosine] = cosineBin(w.cosine(a, b))
	switch {
	case n == 1 && m == 1:
		s[traitSole] = 2
	case n == 1 || m == 1:
		s[traitSole] = 1
	case n > 3 && m > 3:
		s[traitSole] = 3
	}
	s[traitLead] = count(a.lead) + count(b.lead)
	s[traitPlace] = count(t.Place != "") + count(u.Place != "")
	if s[traitPlace] == 2 && !places.same(t.Place, u.Place) {
		s[traitPlace] = 3
	}
	s[traitCountries] = count(len(t.countries) > 0) + count(len(u.countries) > 0)
	if s[traitCountries] == 2 && !shares(t.countries, u.countries) {
		s[traitCountries] = 3
	}
	s[traitCross] = count(shares(t.actors, u.recipients) || shares(u.actors, t.recipients))
	switch x, y := min(t.Status, u.Status), max(t.Status, u.Status); {
	case x == y:
	case x == happened && y == planned:
		s[traitStatus] = 1
	case x == denied && y == happened:
		s[traitStatus] = 2
	default:
		s[traitStatus] = 3
	}
	s[traitMode] = count(t.Mode != u.Mode)
	s[traitWhich] = count(a.which != b.which)
	s[traitSaid] = count(verbal[t.Kind])
	return s
}

// nothing reports whether two tellings share neither a side nor a place, nor a
// word: that each page tells of one deed of a type makes them no one deed.
// Where no day ties them their sentences have to be alike.
func (s *signs) nothing() bool {
	if s[traitActor] == 2 || s[traitOther] == 2 || s[traitPlace] == 2 {
		return false
	}
	switch traits[traitDays].values[s[traitDays]] {
	case "none", "told long before", "told far", "news far":
		return s[traitCosine] < 3
	}
	return s[traitWord] != 0 && s[traitCosine] == 0
}

func count(yes bool) uint8 {
	if yes {
		return 1
	}
	return 0
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

func cosineBin(c float64) uint8 {
	for i, x := range []float64{0.02, 0.06, 0.1, 0.15, 0.2, 0.3, 0.45, 0.7} {
		if c < x {
			return uint8(i)
		}
	}
	return 8
}

// sidesAlike compares those who act, or are acted on, in two tellings: who is
// known, and else the words they are called by, of which the last is the head.
func sidesAlike(ids, others []string, words, more []uint32) uint8 {
	if shares(ids, others) {
		return 2
	}
	known := 3 * (count(len(ids) > 0) + count(len(others) > 0))
	switch {
	case len(words) == 0 || len(more) == 0:
		return count(len(words)+len(more) > 0)
	case words[len(words)-1] == more[len(more)-1]:
		return 3 + known
	case slices.ContainsFunc(words, func(x uint32) bool { return slices.Contains(more, x) }):
		return 4 + known
	}
	return 5 + known
}

// daysApart compares the days of two tellings, told or those of the news.
func daysApart(t, u *party) uint8 {
	const day = 24 * time.Hour
	if t.Date == nil || u.Date == nil {
		return 0
	}
	if t.inferred && !u.inferred {
		t, u = u, t
	}
	overlap := t.from.Before(u.until) && u.from.Before(t.until)
	gap := u.from.Sub(t.until)
	if t.from.After(u.from) {
		gap = t.from.Sub(u.until)
	}
	wide := t.until.Sub(t.from) > 4*day || u.until.Sub(u.from) > 4*day
	switch {
	case overlap && u.inferred && t.inferred:
		return 11
	case overlap && u.inferred:
		return 5 + count(wide)
	case overlap:
		return 1 + count(wide)
	case !u.inferred:
		return 4 - count(gap <= day)
	case t.inferred:
		return 14 - count(gap <= 10*day) - count(gap <= 2*day)
	case t.until.After(u.from):
		return 7
	}
	return 10 - count(gap <= 14*day) - count(gap <= 3*day)
}

// sameSort reports whether two tellings can be of one happening by their type
// and mode.
func sameSort(t, u *stemma.Telling) bool {
	return t.Kind == u.Kind && (t.Mode == u.Mode || (t.Mode == "" || u.Mode == "") && !ownModes[t.Kind])
}

// ownModes are the types whose modes are happenings of their own.
var ownModes = set("OTHER CONSULT")

// EachPair calls each with the pairs of tellings of one sort on one matter that
// names and days alone leave apart, and their signs, to learn from.
func EachPair(sc *stemma.Scene, tellings []stemma.Telling, each func(t, u *stemma.Telling, signs []string)) {
	ready()
	weighing()
	parties, all := byNames(sc, tellings)
	r := newRetelling(sc, all, parties)
	in := make([]*cluster, len(tellings))
	for _, c := range all {
		for _, i := range c.members {
			in[i] = c
		}
	}
	places := newAtlas(sc)
	for i := range parties {
		for k := i + 1; k < len(parties); k++ {
			t, u := &parties[i], &parties[k]
			if in[i] != in[k] && sameSort(t.Telling, u.Telling) && meet(r.matters[t.Article], r.matters[u.Article]) {
				s := r.words.compare(t, u, r.events[i], r.events[k], places)
				each(&tellings[i], &tellings[k], s.names())
			}
		}
	}
}

// meet reports whether two sorted lists have something in common.
func meet(a, b []int) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			return true
		}
	}
	return false
}

// wordings are the words of the sentences that tellings stand in, with how
// rare each is among these sentences.
type wordings struct {
	of []worded           // by telling
	in map[uint32]float64 // how many sentences a word stands in, then what it says
}

// worded is what likeness asks of the words of one telling.
type worded struct {
	words              []uint32 // of its sentence, each once, sorted
	norm               float64
	actors, recipients []uint32 // of those who act and are acted on, the head last
	lead               bool     // among the first words of its article
	which              bool     // "another", "a fourth man"
}

// leadBytes is how far into an article its news is told.
const leadBytes = 350

// newWordings reads the sentences of all tellings, each once.
func newWordings(sc *stemma.Scene, parties []party) *wordings {
	w := &wordings{of: make([]worded, len(parties)), in: map[uint32]float64{}}
	type place struct {
		article string
		at      int
	}
	read := map[place][]uint32{}
	for i := range parties {
		t := &parties[i]
		a := sc.ByID[t.Article]
		if a == nil || len(t.Cites) == 0 || len(t.Cites[0].Spans) == 0 {
			continue
		}
		spans := t.Cites[0].Spans
		s := sentenceAt(a, spans[len(spans)-1].Start)
		words, ok := read[place{a.ID, s.Start}]
		if !ok {
			words = stems(nil, a.Text[s.Start:s.End])
			slices.Sort(words)
			words = slices.Compact(words)
			read[place{a.ID, s.Start}] = words
			for _, x := range words {
				w.in[x]++
			}
		}
		d := worded{words: words, lead: s.Start < leadBytes}
		for _, n := range t.ActorNames {
			d.actors = stems(d.actors, n)
		}
		for _, n := range t.RecipientNames {
			d.recipients = stems(d.recipients, n)
		}
		var of sortOf
		of.add(t.Telling)
		d.which = of.which
		w.of[i] = d
	}
	n := float64(len(read))
	for x, k := range w.in {
		w.in[x] = math.Log(1 + n/k)
	}
	for i := range w.of {
		d := &w.of[i]
		for _, x := range d.words {
			d.norm += w.in[x] * w.in[x]
		}
		d.norm = math.Sqrt(d.norm)
	}
	return w
}

// cosine is how alike two sentences are, 0 to 1.
func (w *wordings) cosine(a, b *worded) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a.words) && j < len(b.words); {
		switch {
		case a.words[i] < b.words[j]:
			i++
		case a.words[i] > b.words[j]:
			j++
		default:
			x := w.in[a.words[i]]
			sum += x * x
			i++
			j++
		}
	}
	if sum == 0 {
		return 0
	}
	return sum / (a.norm * b.norm)
}
