package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/stemma-news/stemma"
)

// AddCorrection keeps what a person decided, and logs it.
func (t *Tx) AddCorrection(c stemma.Correction) error {
	b, err := stemma.Encode(c)
	if err != nil {
		return fmt.Errorf("keep correction: %w", err)
	}
	if err := t.exec(`INSERT INTO correction (id, json) VALUES (?, ?)`, c.ID, string(b)); err != nil {
		return fmt.Errorf("keep correction %s: %w", c.ID, err)
	}
	return t.Log(c.Verb, json.RawMessage(b))
}

// Corrections returns all corrections, those undone among them, oldest first.
func (s *Store) Corrections(ctx context.Context) ([]stemma.Correction, error) {
	all, err := s.strings(ctx, `SELECT json FROM correction ORDER BY seq`)
	if err != nil {
		return nil, fmt.Errorf("read corrections: %w", err)
	}
	out := make([]stemma.Correction, len(all))
	for i, j := range all {
		if err := json.Unmarshal([]byte(j), &out[i]); err != nil {
			return nil, fmt.Errorf("read corrections: %w: %w", ErrDamaged, err)
		}
	}
	return out, nil
}

// InForce leaves out of corrections, oldest first, those undone and the
// undoings. To undo an undoing puts what it undid in force again.
func InForce(all []stemma.Correction) []stemma.Correction {
	undone := map[string]bool{}
	for i := len(all) - 1; i >= 0; i-- {
		if c := all[i]; c.Verb == "undo" && !undone[c.ID] {
			undone[string(c.Undoes)] = true
		}
	}
	var out []stemma.Correction
	for _, c := range all {
		if c.Verb != "undo" && !undone[c.ID] {
			out = append(out, c)
		}
	}
	return out
}
