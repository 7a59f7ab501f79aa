package view

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// matter is what a story is about: the words of its pages' titles, each with how
// many titles hold it, and since when its pages tell of it.
type matter struct {
	words map[string]float64
	whole float64 // of the five that most titles hold
	since *stemma.Date
}

func matterOf(s *Story) *matter {
	m := &matter{words: map[string]float64{}, since: s.From}
	for _, a := range s.Articles {
		for w := range stems(a.Title) {
			m.words[w]++
		}
	}
	all := slices.Sorted(maps.Values(m.words))
	for _, n := range all[max(0, len(all)-5):] {
		m.whole += n
	}
	return m
}

// stems are the words of four letters and more, by their first five: "denies"
// and "denied" are one.
func stems(ss ...string) map[string]bool {
	out := map[string]bool{}
	for _, s := range ss {
		for _, w := range strings.Fields(plain(s)) {
			if utf8.RuneCountInString(w) >= 4 {
				r := []rune(w)
				out[string(r[:min(len(r), 5)])] = true
			}
		}
	}
	return out
}

// in is how much of the matter stands in some words, 0 to 1.
func (m *matter) in(words ...string) float64 {
	held := 0.0
	for w := range stems(words...) {
		held += m.words[w]
	}
	return min(held/max(m.whole, 1), 1)
}

// background is how long before the first page a happening lies that is told
// only to explain.
const background = 30 * 24 * time.Hour

// weight is how much of the story an event is: by how many texts and pages tell
// of it, by how much of the story's matter its people and words hold, by how
// whole it is; less where it lies long before.
func (m *matter) weight(e *Event) float64 {
	on := map[string]bool{}
	for _, t := range e.Tellings {
		on[t.In.Capture] = true
	}
	w := 2*float64(max(1, e.Standing.Ladder().Texts)) + float64(len(on)) + 4*m.in(e.Who()...) + 3*m.in(e.Words, e.Place)
	switch {
	case e.Date != nil && m.since != nil && e.Date.Until.Add(background).Before(m.since.From):
		w -= 4
	case e.Date != nil:
		w++
	}
	if len(e.ActorNames) > 0 {
		w++
	}
	if len(e.RecipientNames) > 0 {
		w++
	}
	if e.Kind == "OTHER" {
		w -= 2
		if len(e.ActorNames)+len(e.RecipientNames) == 0 {
			w -= 2 // "the accident", told of in passing
		}
	}
	if e.Status != "" && e.Status != "happened" {
		w--
	}
	return w
}

// weightiest are the n events that weigh most, the weightiest first. A sentence
// that tells of two stands once, and what is told by the same people as of the
// same kind: the others come after all else.
func (m *matter) weightiest(all []*Event, n int) []*Event {
	weights := make(map[*Event]float64, len(all))
	for _, e := range all {
		weights[e] = m.weight(e)
	}
	order := slices.Clone(all)
	byWeight := func(a, b *Event) int { return cmp.Compare(weights[b], weights[a]) }
	slices.SortStableFunc(order, byWeight)
	told := map[string]bool{}
	for _, e := range order {
		who := e.KindWords + "\x00" + strings.Join(e.Who(), "\x00")
		if told[who] || e.Words != "" && told[e.Words] {
			weights[e] -= 100
		}
		told[who], told[e.Words] = true, true
	}
	slices.SortStableFunc(order, byWeight)
	return order[:min(n, len(order))]
}

// sum is one number of one thing, whoever gives it.
type sum struct {
	Entry
	who []string
	on  []string // names of the pages
}

// sums are the figures of a ledger by number, those on most pages first, of
// equals in order of time. "At least" makes no number of its own.
func (l *Ledger) sums() []*sum {
	var out []*sum
	for _, c := range l.Claims {
		for _, e := range c.Entries {
			i := slices.IndexFunc(out, func(s *sum) bool { return s.sameNumber(&e) })
			if i < 0 {
				i = len(out)
				out = append(out, &sum{Entry: e})
				out[i].At = nil
			}
			s := out[i]
			if len(e.At) > len(s.At) { // the wording most pages have
				s.Number, s.What, s.AsOf = e.Number, e.What, e.AsOf
			}
			s.At = append(s.At, e.At...)
			s.Revises = cmp.Or(s.Revises, e.Revises)
			if c.Who != "" && !slices.Contains(s.who, c.Who) {
				s.who = append(s.who, c.Who)
			}
			s.on = pagesOf(&s.Entry)
		}
	}
	slices.SortStableFunc(out, func(a, b *sum) int {
		return cmp.Or(cmp.Compare(len(b.on), len(a.on)), before(a.since(), b.since()))
	})
	return out
}

// sameNumber reports whether an entry claims the same number of the same thing.
func (s *sum) sameNumber(e *Entry) bool {
	a, b := s.Entry, *e
	if len(a.At) == 0 {
		return false
	}
	x, y := a.At[0].Figure, b.At[0].Figure
	x.Bound, y.Bound = "", ""
	return Number(&x) == Number(&y) && x.SameThing(&y) && (a.Place == b.Place || a.Place == "" || b.Place == "")
}
