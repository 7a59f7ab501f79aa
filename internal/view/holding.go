package view

import "context"

// Holding is how much a record holds.
type Holding struct {
	Pages, Articles, Texts, Stories, Quotes, Sayings, Events, Figures, Names, Skips, Corrections int
}

// Holding counts what the record holds.
func (r *Reader) Holding(ctx context.Context) (Holding, error) {
	n, err := r.rec.Count(ctx)
	return Holding{
		Pages: n["capture"], Articles: n["article"], Texts: n["family"], Stories: n["story"], Quotes: n["quote"], Sayings: n["saying"],
		Events: n["event"], Figures: n["figure"], Names: n["entity"], Skips: n["skip"], Corrections: n["correction"],
	}, err
}

// NameOf is the name of an entity, or of a key that no page names.
func (r *Reader) NameOf(ctx context.Context, id string) (string, error) { return r.name(ctx, id) }

// Count is n of something in words: "1 page", "2 pages", "2 stories".
func Count(n int, what string) string { return count(n, what) }

// RelationWords says of two sources how they are to each other.
func RelationWords(r string) string { return relation(r) }
