package view

import (
	"cmp"
	"context"
	_ "embed"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// Event is one happening and every page that tells of it.
type Event struct {
	stemma.Event
	// KindWords names the kind for a reader: "talks".
	KindWords string
	// Deed says that the kind is an act and not words.
	Deed bool
	// Words are those of the telling that says most, of one article.
	Words    string
	Tellings []Told
	Standing Standing
}

// Told is one telling at one place.
type Told struct {
	stemma.Telling
	In Brief
}

// Who are those who act and those acted upon, as one list.
func (e *Event) Who() []string {
	return append(slices.Clone(e.ActorNames), e.RecipientNames...)
}

// pages counts the pages that tellings of the event stand on.
func (e *Event) pages(tellings []string) int {
	on := map[string]bool{}
	for _, t := range e.Tellings {
		if slices.Contains(tellings, t.ID) {
			on[t.In.Capture] = true
		}
	}
	return len(on)
}

// ToldBy is the first telling of each article.
func (e *Event) ToldBy() []Told {
	var out []Told
	seen := map[string]bool{}
	for _, t := range e.Tellings {
		if !seen[t.Article] {
			seen[t.Article] = true
			out = append(out, t)
		}
	}
	return out
}

//go:embed kinds.txt
var kindsText string

type kindWords struct {
	words string
	deed  bool
}

// kinds are the PLOVER types, some with their mode: their names for a reader,
// words or deeds.
var kinds = readKinds(kindsText)

func readKinds(text string) map[string]kindWords {
	out := map[string]kindWords{}
	for line := range strings.Lines(text) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) == 3 && !strings.HasPrefix(line, "#") {
			out[f[0]] = kindWords{f[2], f[1] == "deed"}
		}
	}
	return out
}

// Event returns the event of an id, or that of the telling of an id.
func (r *Reader) Event(ctx context.Context, id string) (*Event, error) {
	e, err := get[stemma.Event](ctx, r.rec, "event", id)
	if err != nil {
		t, terr := get[stemma.Telling](ctx, r.rec, "telling", id)
		if terr != nil || t.Event == "" {
			return nil, err
		}
		if e, err = get[stemma.Event](ctx, r.rec, "event", string(t.Event)); err != nil {
			return nil, err
		}
	}
	return r.event(ctx, e)
}

func (r *Reader) event(ctx context.Context, e *stemma.Event) (*Event, error) {
	k, ok := kinds[e.Kind+" "+e.Mode]
	if !ok {
		k, ok = kinds[e.Kind]
	}
	if !ok {
		k.words = strings.ToLower(e.Kind)
	}
	out := &Event{Event: *e, KindWords: k.words, Deed: k.deed}
	out.ActorNames, out.RecipientNames = slices.Clone(e.ActorNames), slices.Clone(e.RecipientNames)
	if err := r.claimants(ctx, out); err != nil {
		return nil, err
	}
	for _, id := range e.Tellings {
		t, err := get[stemma.Telling](ctx, r.rec, "telling", id)
		if err != nil {
			return nil, err
		}
		b, err := r.brief(ctx, t.Article)
		if err != nil {
			return nil, err
		}
		out.Tellings = append(out.Tellings, Told{*t, b})
	}
	sort.SliceStable(out.Tellings, func(i, j int) bool {
		a, b := out.Tellings[i], out.Tellings[j]
		return told(a, b) < 0
	})
	var err error
	if out.Words, err = r.mostTold(ctx, e, out.Tellings); err != nil {
		return nil, err
	}
	if out.KindWords == kinds["OTHER"].words || strings.Contains(out.KindWords, " or ") {
		out.KindWords = ofWhat(out.KindWords, out.Tellings)
	}
	out.Standing, err = r.Standing(ctx, e.ID)
	out.properNames()
	return out, err
}

// claimants puts names in place of the ids of those who claim an event.
func (r *Reader) claimants(ctx context.Context, e *Event) error {
	e.ClaimedBy = slices.Clone(e.ClaimedBy)
	for i, id := range e.ClaimedBy {
		if strings.Contains(id, " ") {
			continue
		}
		c, err := r.entity(ctx, id)
		if err != nil {
			return err
		}
		if c.Type != "" || strings.Contains(id, ":") {
			e.ClaimedBy[i] = c.Name
		}
	}
	return nil
}

// properNames writes claimants as their standing does: a key of a body that no
// page names has lost its capitals.
func (e *Event) properNames() {
	for i, c := range e.ClaimedBy {
		for _, s := range e.Standing.Ladder().Sources {
			if strings.EqualFold(c, s) {
				e.ClaimedBy[i] = s
			}
		}
	}
}

// longestWords is the most bytes of a page's words an event is shown with.
const longestWords = 400

// ofWhat adds the words that most tellings tell a happening by whose kind says
// little: "other happening (opening)", "seizure or search (seize power)".
func ofWhat(words string, ts []Told) string {
	n := map[string]int{}
	best := ""
	for _, t := range ts {
		_, k, ok := strings.Cut(t.By.Rule, " ") // "verb seize power", "noun coup", "the clash"
		if first := t.By.Rule[:len(t.By.Rule)-len(k)]; !ok || first != "verb " && first != "noun " && first != "the " {
			continue
		}
		if n[k]++; n[k] > n[best] || n[k] == n[best] && k < best {
			best = k
		}
	}
	if best == "" || strings.Contains(words, best[:min(len(best), 4)]) {
		return words
	}
	return words + " (" + best + ")"
}

// mostTold is the sentence of the telling with most named around it, the
// shorter of equals.
func (r *Reader) mostTold(ctx context.Context, e *stemma.Event, ts []Told) (string, error) {
	best, rank := "", -1
	core := append(slices.Clone(e.Actors[:min(len(e.Actors), 2)]), e.Recipients[:min(len(e.Recipients), 2)]...)
	for _, t := range ts {
		if len(t.Cites) == 0 {
			continue
		}
		n := 0
		for _, id := range core {
			if id != "" && (slices.Contains(t.Actors, id) || slices.Contains(t.Recipients, id)) {
				n += 2
			}
		}
		if t.Place != "" {
			n++
		}
		if !t.Background {
			n += 2
		}
		a, err := r.article(ctx, t.Article)
		if err != nil {
			return "", err
		}
		words := sentence(a, t.Cites[0])
		if n > rank || n == rank && len(words) < len(best) {
			best, rank = words, n
		}
	}
	return best, nil
}

// sentence is the sentence that a cite's words stand in, as the page has it;
// the cited words alone where it is too long.
func sentence(a *stemma.Article, c stemma.Cite) string {
	if len(c.Spans) == 0 {
		return c.Exact
	}
	from, to := c.Spans[0].Start, c.Spans[0].End
	for _, s := range c.Spans {
		from, to = min(from, s.Start), max(to, s.End)
	}
	for _, p := range a.Paragraphs {
		if p.Start > from || p.End < to {
			continue
		}
		words := printed(a.Text[p.Start:p.End])
		begin := 0
		for i, w := range words {
			last := i == len(words)-1
			if !last && !ends(a.Text[p.Start:p.End], w, words[i+1]) {
				continue
			}
			if p.Start+w.End >= to || last {
				if s := a.Text[p.Start+words[begin].Start : p.Start+w.End]; len(s) <= longestWords {
					return s
				}
				return c.Exact
			}
			if p.Start+w.End <= from {
				begin = i + 1
			}
		}
	}
	return c.Exact
}

// eventOrder sorts events by date, then in the order the earliest page tells
// of them.
func eventOrder(all []*Event) {
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if c := before(a.Date, b.Date); c != 0 {
			return c < 0
		}
		if len(a.Tellings) > 0 && len(b.Tellings) > 0 {
			return told(a.Tellings[0], b.Tellings[0]) < 0
		}
		return a.ID < b.ID
	})
}

// told compares by when the page was published, then by article and by where
// it stands there.
func told(a, b Told) int {
	at := func(t Told) int {
		if len(t.Cites) == 0 || len(t.Cites[0].Spans) == 0 {
			return 0
		}
		return t.Cites[0].Spans[0].Start
	}
	return cmp.Or(before(a.In.Published, b.In.Published), cmp.Compare(a.Article, b.Article),
		cmp.Compare(at(a), at(b)), cmp.Compare(a.ID, b.ID))
}
