package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/origin"
	"github.com/stemma-news/stemma/internal/outlet"
	"github.com/stemma-news/stemma/internal/store"
)

// ofSource is what an operand is of that names a source by its name: an agency,
// an outlet, a person, a body. It speaks of no words of a page.
const ofSource = "source"

// Effect says what striking sources does to one saying, event or figure.
type Effect struct {
	Line   []byte // the line as it was before
	Before stemma.Standing
	After  stemma.Standing // of no pages where all support is lost
}

// Lost reports whether nothing is left that the line rests on.
func (e *Effect) Lost() bool { return e.After.URLs == 0 }

// TrySources returns what a strike would record and what it would do to each
// line, without recording it.
func TrySources(ctx context.Context, st *store.Store, d Decision) (stemma.Correction, []Effect, error) {
	c, err := proposed(ctx, st, d)
	if err != nil || !HasSource(c) {
		return c, nil, err
	}
	before, err := standings(ctx, st)
	if err != nil {
		return c, nil, err
	}
	s, err := inputs(ctx, st)
	if err != nil {
		return c, nil, err
	}
	in, err := load(ctx, st, s)
	if err != nil {
		return c, nil, err
	}
	in.InForce = append(in.InForce, c)
	after := map[string]stemma.Standing{}
	for _, x := range Resolve(in).Standings {
		if x.Part == nil {
			after[x.Of] = x
		}
	}
	out, err := effects(ctx, st, before, after)
	return c, out, err
}

// StrikeSources records a strike and returns what it did to each line.
func StrikeSources(ctx context.Context, st *store.Store, d Decision) (stemma.Correction, []Effect, error) {
	before, err := standings(ctx, st)
	if err != nil {
		return stemma.Correction{}, nil, err
	}
	c, err := Correct(ctx, st, d)
	if err != nil || !HasSource(c) {
		return c, nil, err
	}
	after, err := standings(ctx, st)
	if err != nil {
		return c, nil, err
	}
	out, err := effects(ctx, st, before, after)
	return c, out, err
}

// HasSource reports whether a correction speaks of a source.
func HasSource(c stemma.Correction) bool {
	for _, o := range c.Operands {
		if o.Of == ofSource {
			return true
		}
	}
	return false
}

// effects compares standings, in order of the ids of their lines.
func effects(ctx context.Context, st *store.Store, before, after map[string]stemma.Standing) ([]Effect, error) {
	var out []Effect
	for id, b := range before {
		a := after[id]
		if b.URLs == a.URLs && len(b.Sources) == len(a.Sources) {
			continue
		}
		_, line, err := st.Line(ctx, id)
		if err != nil { // the line itself was struck with the source
			continue
		}
		out = append(out, Effect{Line: line, Before: b, After: a})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Before.Of < out[j].Before.Of })
	return out, nil
}

// standings are those of whole lines, by the id of the line.
func standings(ctx context.Context, st *store.Store) (map[string]stemma.Standing, error) {
	out := map[string]stemma.Standing{}
	err := st.Lines(ctx, "standing", func(id string, line []byte) error {
		var s stemma.Standing
		if err := json.Unmarshal(line, &s); err != nil {
			return fmt.Errorf("standing %s: %w: %w", id, store.ErrDamaged, err)
		}
		if s.Part == nil {
			out[s.Of] = s
		}
		return nil
	})
	return out, err
}

// source returns the operand of a source that the record knows by a name: one
// a line rests on, a publisher, or an entity by any of its names. "the norda
// news agency" is Norda, where the tables know that agency.
func source(ctx context.Context, st *store.Store, name string) (stemma.Operand, error) {
	found, err := sourceNames(ctx, st)
	if err != nil {
		return stemma.Operand{}, err
	}
	all := found[origin.Key(name)]
	if len(all) == 0 { // "Holt" for Anna Holt, where no other name ends so
		all = map[string]bool{}
		for k, names := range found {
			if strings.HasSuffix(k, " "+origin.Key(name)) {
				maps.Copy(all, names)
			}
		}
	}
	switch len(all) {
	case 0:
		return stemma.Operand{}, fmt.Errorf("source %q: %w", name, store.ErrNotFound)
	case 1:
		for n := range all {
			return stemma.Operand{Of: ofSource, Exact: n, Spans: []stemma.Range{}}, nil
		}
	}
	var names []string
	for n := range all {
		names = append(names, n)
	}
	sort.Strings(names)
	return stemma.Operand{}, fmt.Errorf("%w: %q may be any of %s", ErrOperand, name, strings.Join(names, ", "))
}

// sourceNames gives, by key, the names a source may be struck by. What stands
// as an entity is struck by the entity's name, whatever other name is given.
func sourceNames(ctx context.Context, st *store.Store) (map[string]map[string]bool, error) {
	found := map[string]map[string]bool{}
	add := func(by, name string) {
		k := origin.Key(by)
		if k == "" {
			return
		}
		if o, ok := outlet.Lookup(name); ok {
			name = o.Name
		}
		if found[k] == nil {
			found[k] = map[string]bool{}
		}
		found[k][name] = true
	}
	err := st.Lines(ctx, "entity", func(id string, line []byte) error {
		var e stemma.Entity
		if err := json.Unmarshal(line, &e); err != nil {
			return fmt.Errorf("entity %s: %w: %w", id, store.ErrDamaged, err)
		}
		for _, n := range append(e.Also, e.Name) {
			add(n, e.Name)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	all, err := standings(ctx, st)
	if err != nil {
		return nil, err
	}
	for _, s := range all {
		for _, x := range s.Sources {
			if found[origin.Key(x.Name)] == nil {
				add(x.Name, x.Name)
			}
		}
		for _, n := range s.PublisherIDs {
			if found[origin.Key(n)] == nil {
				add(n, n)
			}
		}
	}
	return found, nil
}
