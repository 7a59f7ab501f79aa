package pipeline

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
)

// finish checks every line again, leaves out what does not hold, fills what
// every line has, and puts each list in order.
func (r *resolver) finish() {
	r.Quotes = hold(r, "quote", r.Quotes)
	r.Tellings = hold(r, "telling", r.Tellings)
	r.Figures = hold(r, "figure", r.Figures)
	r.Entities = hold(r, "entity", r.Entities)
	r.Sayings = hold(r, "saying", r.Sayings)
	r.Events = hold(r, "event", r.Events)
	r.Copies = hold(r, "copy", r.Copies)
	r.Families = hold(r, "family", r.Families)
	r.Stories = hold(r, "story", r.Stories)
	r.Standings = hold(r, "standing", r.Standings)
	r.Mentions = hold(r, "event_mentions", r.Mentions)
	r.Articles = hold(r, "article", r.Articles)
	slices.SortFunc(r.Skips, func(a, b stemma.Skip) int {
		return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Stage, b.Stage), cmp.Compare(a.Why, b.Why))
	})
	r.Skips = slices.Compact(r.Skips)
}

// kept is a line that holds: its id, and where it stands.
type kept struct {
	id string
	at int
}

// hold fills Type and Since, and leaves out lines that do not hold and lines
// whose id another line has already.
func hold[T any](r *resolver, typ string, lines []T) []T {
	out := make([]kept, 0, len(lines))
	seen := map[string]bool{}
	for i := range lines {
		l := &lines[i]
		v := reflect.ValueOf(l).Elem()
		v.FieldByName("Type").SetString(typ)
		v.FieldByName("Since").SetInt(1)
		var a *stemma.Article
		if typ == "article" {
			a = any(l).(*stemma.Article)
		}
		err := holds(r.sc.ByID, a, l)
		if q, ok := any(l).(*stemma.Quote); ok && err == nil {
			err = quoteHolds(r.sc.ByID[q.Article], q)
		}
		if err != nil {
			r.refuse(r.pageOf(v), typ, err)
			continue
		}
		id := lineID(l)
		if seen[id] {
			r.Skips = append(r.Skips, stemma.NewSkip(r.pageOf(v), "resolve", "internal error: a second "+typ+" of id "+id+" was left out"))
			continue
		}
		seen[id] = true
		out = append(out, kept{id, i})
	}
	slices.SortFunc(out, func(a, b kept) int { return cmp.Compare(a.id, b.id) })
	sorted := make([]T, len(out))
	for i, h := range out {
		sorted[i] = lines[h.at]
	}
	return sorted
}

func (r *resolver) pageOf(v reflect.Value) string {
	if f := v.FieldByName("Article"); f.IsValid() {
		if a := r.sc.ByID[f.String()]; a != nil {
			return a.Page
		}
	}
	return ""
}

// lineID is the id a line has in the record. A standing and a skip have none
// of their own, and get one from what they are of.
func lineID(line any) string {
	switch l := line.(type) {
	case *stemma.Standing:
		part := ""
		if l.Part != nil {
			part = strconv.Itoa(*l.Part)
		}
		return stemma.ID(stemma.StandingID, l.Of, part)
	case *stemma.Skip:
		return stemma.ID("z", l.Page, l.Stage, l.Why)
	}
	return reflect.ValueOf(line).Elem().FieldByName("ID").String()
}

// Lines writes a generation as the lines of a record.
func (r *Result) Lines() ([]store.Line, error) {
	var out []store.Line
	var err error
	add := func(line any) {
		if err != nil {
			return
		}
		v := reflect.ValueOf(line).Elem()
		var b []byte
		if b, err = stemma.Encode(line); err == nil {
			out = append(out, store.Line{ID: lineID(line), Type: v.FieldByName("Type").String(), JSON: b})
		}
	}
	r.Each(add)
	return out, err
}

// Each calls f with a pointer to every line, type by type in the order of an
// export.
func (r *Result) Each(f func(line any)) {
	each(r.Captures, f)
	each(r.Articles, f)
	each(r.Entities, f)
	each(r.Quotes, f)
	each(r.Sayings, f)
	each(r.Tellings, f)
	each(r.Events, f)
	each(r.Figures, f)
	each(r.Copies, f)
	each(r.Families, f)
	each(r.Stories, f)
	each(r.Standings, f)
	each(r.Corrections, f)
	each(r.Skips, f)
}

func each[T any](lines []T, f func(any)) {
	for i := range lines {
		f(&lines[i])
	}
}
