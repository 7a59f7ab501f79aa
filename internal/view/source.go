package view

import (
	"context"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// SourceLine is what a list says of a source.
type SourceLine struct {
	Name  string
	Kind  string
	Facts []string
	// Lines is how many sayings, events and figures name it, Alone how many of
	// them name no other source: without it they lose all support.
	Lines, Alone int
}

// Sources lists who lines come from at first, those most lines rest on alone
// first.
func (r *Reader) Sources(ctx context.Context) ([]SourceLine, error) {
	by := map[string]*SourceLine{}
	err := each(ctx, r.rec, "standing", func(_ string, s *stemma.Standing) error {
		if s.Part != nil {
			return nil
		}
		for _, src := range s.Sources {
			l := by[src.Name]
			if l == nil {
				l = &SourceLine{Name: src.Name, Kind: src.Kind, Facts: src.Facts}
				by[src.Name] = l
			}
			l.Lines++
			if len(s.Sources) == 1 {
				l.Alone++
			}
		}
		return nil
	})
	out := make([]SourceLine, 0, len(by))
	for _, l := range by {
		out = append(out, *l)
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.Alone != b.Alone {
			return a.Alone > b.Alone
		}
		if a.Lines != b.Lines {
			return a.Lines > b.Lines
		}
		return a.Name < b.Name
	})
	return out, err
}

// Rest is one line that rests on a source.
type Rest struct {
	ID    string
	Type  string // saying, event or figure
	Words string
	Date  *stemma.Date
	// With are the other sources it names.
	With []string
}

// Source is what rests on one source.
type Source struct {
	SourceLine
	// OnIt rest on nothing else; the rest name others too.
	OnIt, Shared []Rest
}

// Source returns what rests on the source of a name.
func (r *Reader) Source(ctx context.Context, name string) (*Source, error) {
	out := &Source{SourceLine: SourceLine{Name: name}}
	var of []*stemma.Standing
	err := each(ctx, r.rec, "standing", func(_ string, s *stemma.Standing) error {
		for _, src := range s.Sources {
			if src.Name == name && s.Part == nil {
				out.Kind, out.Facts = src.Kind, src.Facts
				of = append(of, s)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(of) == 0 {
		return nil, ErrNotFound
	}
	for _, s := range of {
		rest, err := r.rest(ctx, s.Of)
		if err != nil {
			return nil, err
		}
		for _, src := range s.Sources {
			if src.Name != name {
				rest.With = append(rest.With, src.Name)
			}
		}
		if len(rest.With) == 0 {
			out.OnIt = append(out.OnIt, rest)
		} else {
			out.Shared = append(out.Shared, rest)
		}
	}
	for _, rs := range [][]Rest{out.OnIt, out.Shared} {
		sort.SliceStable(rs, func(i, j int) bool {
			if c := before(rs[i].Date, rs[j].Date); c != 0 {
				return c < 0
			}
			return rs[i].ID < rs[j].ID
		})
	}
	out.Lines, out.Alone = len(of), len(out.OnIt)
	return out, nil
}

// rest says in words what the line of an id is.
func (r *Reader) rest(ctx context.Context, id string) (Rest, error) {
	typ, _, err := r.rec.Line(ctx, id)
	if err != nil {
		return Rest{}, err
	}
	out := Rest{ID: id, Type: typ}
	switch typ {
	case "saying":
		s, err := r.Saying(ctx, id)
		if err != nil {
			return out, err
		}
		kind := stemma.Indirect
		if s.Direct {
			kind = s.Wordings[0].Kind
		}
		out.Words, out.Date = s.Speaker+": "+quoted(s.Text, kind), s.Date
	case "event":
		e, err := r.Event(ctx, id)
		if err != nil {
			return out, err
		}
		out.Words, out.Date = strings.Join(nonEmpty(e.KindWords, strings.Join(e.Who(), ", "), e.Words), ": "), e.Date
	case "figure":
		f, err := get[stemma.Figure](ctx, r.rec, "figure", id)
		if err != nil {
			return out, err
		}
		e := Entry{Number: Number(f), What: f.What, At: []Counted{{Figure: *f}}}
		out.Words, out.Date = e.Claimed(), f.AsOf
	}
	return out, nil
}

// Dispute is a point on which pages differ or one side denies.
type Dispute struct {
	Event  *Event  // differing tellings, or a denied event
	Saying *Saying // a denial
}

// Disputes lists who contradicts whom, in order of time: events whose tellings
// differ or that are denied, and denials.
func (r *Reader) Disputes(ctx context.Context) ([]Dispute, error) {
	var out []Dispute
	var events, quotes []string
	err := each(ctx, r.rec, "event", func(id string, e *struct {
		Status         string
		Contradictions []struct{}
	}) error {
		if e.Status == "denied" || len(e.Contradictions) > 0 {
			events = append(events, id)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = each(ctx, r.rec, "quote", func(id string, q *struct{ Stance string }) error {
		if q.Stance == "denied" {
			quotes = append(quotes, id)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, id := range events {
		e, err := r.Event(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, Dispute{Event: e})
	}
	seen := map[string]bool{}
	for _, id := range quotes {
		s, err := r.Saying(ctx, id)
		if err != nil {
			return nil, err
		}
		if s.ID == "" || !seen[s.ID] {
			seen[s.ID] = true
			out = append(out, Dispute{Saying: s})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return before(out[i].date(), out[j].date()) < 0 })
	return out, nil
}

func (d Dispute) date() *stemma.Date {
	if d.Event != nil {
		return d.Event.Date
	}
	return d.Saying.Date
}
