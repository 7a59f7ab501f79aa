package view

import (
	"context"
	"encoding/json"
	"fmt"
	"sort"

	"github.com/stemma-news/stemma"
)

// Timeline is what happened and what was said, in order of time.
type Timeline struct {
	Items  []Item
	Total  int
	Offset int
}

// Item is one event or one saying. What is not dated stands last.
type Item struct {
	Date   *stemma.Date
	Event  *Event  // one of these two is set
	Saying *Saying //
}

// Timeline returns limit items of the whole record from offset on.
func (r *Reader) Timeline(ctx context.Context, offset, limit int) (*Timeline, error) {
	lines, n, err := r.rec.Dated(ctx, "", offset, limit)
	if err != nil {
		return nil, err
	}
	out := &Timeline{Total: n, Offset: offset}
	for _, l := range lines {
		var item Item
		if l.Type == "event" {
			if item.Event, err = r.Event(ctx, l.ID); err == nil {
				item.Date = item.Event.Date
			}
		} else if item.Saying, err = r.Saying(ctx, l.ID); err == nil {
			item.Date = item.Saying.Date
		}
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, item)
	}
	return out, nil
}

// Timeline is that of the story: its events, and what is quoted in marks.
func (s *Story) Timeline() []Item {
	var out []Item
	for _, e := range s.Events {
		out = append(out, Item{Date: e.Date, Event: e})
	}
	for _, y := range s.Sayings {
		if y.Direct {
			out = append(out, Item{Date: y.Date, Saying: y})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return before(out[i].Date, out[j].Date) < 0 })
	return out
}

// Month is what passed between two in one month, words apart from deeds.
type Month struct {
	Month string // "2021-06", "" where the date is not known
	Words []*Event
	Deeds []*Event
}

// Dyad returns what passed between two entities or countries (ISO 3166 alpha-3
// or their keys, "country:NOR"), by month.
func (r *Reader) Dyad(ctx context.Context, a, b string) ([]Month, error) {
	var events []*Event
	err := r.rec.Lines(ctx, "event", func(id string, line []byte) error {
		var p struct {
			Actors, Recipients, Countries []string
		}
		if err := json.Unmarshal(line, &p); err != nil {
			return fmt.Errorf("read event %s: %w", id, err)
		}
		all := append(append(p.Actors, p.Recipients...), p.Countries...)
		if !party(all, a) || !party(all, b) {
			return nil
		}
		e, err := r.Event(ctx, id)
		events = append(events, e)
		return err
	})
	if err != nil {
		return nil, err
	}
	eventOrder(events)
	var out []Month
	for _, e := range events {
		m := ""
		if e.Date != nil {
			m = e.Date.From.Format("2006-01")
		}
		if len(out) == 0 || out[len(out)-1].Month != m {
			out = append(out, Month{Month: m})
		}
		if last := &out[len(out)-1]; e.Deed {
			last.Deeds = append(last.Deeds, e)
		} else {
			last.Words = append(last.Words, e)
		}
	}
	return out, nil
}

func party(all []string, who string) bool {
	for _, p := range all {
		if p == who || "country:"+p == who || p == "country:"+who {
			return true
		}
	}
	return false
}
