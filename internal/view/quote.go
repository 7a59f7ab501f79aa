package view

import (
	"context"
	"sort"

	"github.com/stemma-news/stemma"
)

// Carried is one quote at one place.
type Carried struct {
	Quote   stemma.Quote
	Article Brief
	// Tellers are the names of the hops of the quote's chain, in step with it:
	// those of their entities where they are known ("Ana Ruiz" for "she").
	Tellers []string
}

// tellers names the hops of a chain.
func (r *Reader) tellers(ctx context.Context, chain []stemma.Hop) ([]string, error) {
	var out []string
	for _, h := range chain {
		name := h.Who
		if h.Entity != "" {
			e, err := r.entity(ctx, string(h.Entity))
			if err != nil {
				return nil, err
			}
			if e.Type != "" { // in the record
				name = e.Name
			}
		}
		out = append(out, name)
	}
	return out, nil
}

// Quotes returns what is said in one article, in the order of its words.
func (r *Reader) Quotes(ctx context.Context, article string) ([]Carried, error) {
	qs, err := about[stemma.Quote](ctx, r.rec, "quote", article)
	if err != nil {
		return nil, err
	}
	b, err := r.brief(ctx, article)
	if err != nil {
		return nil, err
	}
	var out []Carried
	for _, q := range qs {
		if q.Article != article {
			continue
		}
		names, err := r.tellers(ctx, q.Chain)
		if err != nil {
			return nil, err
		}
		out = append(out, Carried{q, b, names})
	}
	sort.SliceStable(out, func(i, j int) bool { return start(out[i].Quote.Spans) < start(out[j].Quote.Spans) })
	return out, nil
}

func start(spans []stemma.Span) int {
	if len(spans) == 0 {
		return 0
	}
	return spans[0].Start
}
