package view

import (
	"cmp"
	"context"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// NameLine is what a list says of an entity.
type NameLine struct {
	ID, Name, Kind, Country string
	Also                    []string
	Roles                   []string
	Articles                int // that name it
	Cites                   int
}

// Other is the kind of what has none: ships.
const Other = "other"

// Names lists who and what the record names, those named most often first. A
// kind (person, organisation, place, other) leaves out the others.
func (r *Reader) Names(ctx context.Context, kind string) ([]NameLine, error) {
	var out []NameLine
	err := each(ctx, r.rec, "entity", func(_ string, e *stemma.Entity) error {
		if kind != "" && cmp.Or(e.Kind, Other) != kind {
			return nil
		}
		n := NameLine{ID: e.ID, Name: e.Name, Kind: e.Kind, Country: e.Country, Also: e.Also, Cites: len(e.Cites)}
		in := map[string]bool{}
		for _, c := range e.Cites {
			in[c.Article] = true
		}
		n.Articles = len(in)
		for _, role := range e.Roles {
			n.Roles = append(n.Roles, RoleWords(role))
		}
		out = append(out, n)
		return nil
	})
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Articles != out[j].Articles {
			return out[i].Articles > out[j].Articles
		}
		if out[i].Cites != out[j].Cites {
			return out[i].Cites > out[j].Cites
		}
		return out[i].Name < out[j].Name
	})
	return out, err
}

// RoleWords is a role in words: "defence minister, Norway, since 3 May 2024".
// Where pages speak of it on one day alone, it is "on 3 May 2024".
func RoleWords(r stemma.Role) string {
	parts := []string{r.Role}
	if r.Of != "" {
		parts = append(parts, r.Of)
	}
	from, until := When(r.From), When(r.Until)
	switch {
	case r.From != nil && r.Until != nil && from == until:
		parts = append(parts, "on "+from)
	case r.From != nil && r.Until != nil:
		parts = append(parts, "from "+from+" to "+until)
	case r.From != nil:
		parts = append(parts, "since "+from)
	case r.Until != nil:
		parts = append(parts, "until "+until)
	}
	return strings.Join(parts, ", ")
}

// Name is everything the record knows of one entity.
type Name struct {
	stemma.Entity
	In      []Brief   // articles that name it
	Sayings []*Saying // what it says, in order of time
	Events  []*Event  // what it does and what is done to it, in order of time
}

// Name returns the entity of an id.
func (r *Reader) Name(ctx context.Context, id string) (*Name, error) {
	e, err := get[stemma.Entity](ctx, r.rec, "entity", id)
	if err != nil {
		return nil, err
	}
	out := &Name{Entity: *e}
	seen := map[string]bool{}
	for _, c := range e.Cites {
		if seen[c.Article] {
			continue
		}
		seen[c.Article] = true
		b, err := r.brief(ctx, c.Article)
		if err != nil {
			return nil, err
		}
		out.In = append(out.In, b)
	}
	byDate(out.In)
	if out.Sayings, err = r.SayingsOf(ctx, id); err != nil {
		return nil, err
	}
	events, err := about[stemma.Event](ctx, r.rec, "event", id)
	if err != nil {
		return nil, err
	}
	for i := range events {
		v, err := r.event(ctx, &events[i])
		if err != nil {
			return nil, err
		}
		out.Events = append(out.Events, v)
	}
	eventOrder(out.Events)
	return out, nil
}

// SayingsOf returns what a speaker said, in order of time.
func (r *Reader) SayingsOf(ctx context.Context, speaker string) ([]*Saying, error) {
	all, err := about[stemma.Saying](ctx, r.rec, "saying", speaker)
	if err != nil {
		return nil, err
	}
	var out []*Saying
	for i := range all {
		if string(all[i].Speaker) != speaker {
			continue
		}
		v, err := r.saying(ctx, &all[i])
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	sort.SliceStable(out, func(i, j int) bool { return before(out[i].Date, out[j].Date) < 0 })
	return out, nil
}

// Sayings returns limit sayings of the record in order of time, from offset
// on, and how many there are.
func (r *Reader) Sayings(ctx context.Context, offset, limit int) ([]*Saying, int, error) {
	lines, n, err := r.rec.Dated(ctx, "saying", offset, limit)
	if err != nil {
		return nil, 0, err
	}
	var out []*Saying
	for _, l := range lines {
		v, err := r.Saying(ctx, l.ID)
		if err != nil {
			return nil, 0, err
		}
		out = append(out, v)
	}
	return out, n, nil
}
