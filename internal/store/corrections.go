package store

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/stemma-news/stemma"
)

// AddCorrection keeps what a person decided, and logs it. The log has the bytes
// it speaks of and not their words, so that a page can still be forgotten.
func (t *Tx) AddCorrection(c stemma.Correction) error {
	b, err := stemma.Encode(c)
	if err != nil {
		return fmt.Errorf("keep correction: %w", err)
	}
	if err := t.exec(`INSERT INTO correction (id, json) VALUES (?, ?)`, c.ID, string(b)); err != nil {
		return fmt.Errorf("keep correction %s: %w", c.ID, err)
	}
	type place struct {
		Capture string         `json:"capture"`
		Spans   []stemma.Range `json:"capture_spans,omitempty"`
		Of      string         `json:"of"`
		Name    string         `json:"name,omitempty"` // of a source
	}
	places := []place{}
	for _, o := range c.Operands {
		p := place{Capture: o.Capture, Spans: o.Spans, Of: o.Of}
		if o.Of == "source" { // named by a person, and no words of a page
			p.Name = o.Exact
		}
		places = append(places, p)
	}
	return t.Log(c.Verb, map[string]any{"correction": c.ID, "operands": places, "who": c.Who, "why": c.Why, "undoes": c.Undoes})
}

// Forget removes a capture and, from corrections kept before, the words that
// were its.
func (t *Tx) Forget(capture string) error {
	if err := t.RemoveCapture(capture); err != nil {
		return err
	}
	rows, err := t.QueryContext(t.ctx, `SELECT seq, json FROM correction ORDER BY seq`)
	if err != nil {
		return err
	}
	defer rows.Close()
	without := map[int][]byte{}
	for rows.Next() {
		var seq int
		var j string
		if err := rows.Scan(&seq, &j); err != nil {
			return err
		}
		var c stemma.Correction
		if err := json.Unmarshal([]byte(j), &c); err != nil {
			return fmt.Errorf("read corrections: %w: %w", ErrDamaged, err)
		}
		touched := false
		for i := range c.Operands {
			if o := &c.Operands[i]; o.Capture == capture && o.Exact != "" {
				o.Exact, touched = "", true
			}
		}
		if touched {
			if without[seq], err = stemma.Encode(c); err != nil {
				return err
			}
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for seq, j := range without {
		if err := t.exec(`UPDATE correction SET json = ? WHERE seq = ?`, string(j), seq); err != nil {
			return err
		}
	}
	return nil
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

// Undone are the ids of the corrections, oldest first, that were undone and not
// put in force again.
func Undone(all []stemma.Correction) []string {
	undone := map[string]bool{}
	for i := len(all) - 1; i >= 0; i-- {
		if c := all[i]; c.Verb == "undo" && !undone[c.ID] {
			undone[string(c.Undoes)] = true
		}
	}
	return slices.Sorted(maps.Keys(undone))
}

// InForce leaves out of corrections, oldest first, those undone and the
// undoings. To undo an undoing puts what it undid in force again.
func InForce(all []stemma.Correction) []stemma.Correction {
	undone := Undone(all)
	var out []stemma.Correction
	for _, c := range all {
		if c.Verb != "undo" && !slices.Contains(undone, c.ID) {
			out = append(out, c)
		}
	}
	return out
}
