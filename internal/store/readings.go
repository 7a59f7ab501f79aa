package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/stemma-news/stemma"
)

// Reading is what one stage read in one capture, made ready to keep.
type Reading struct {
	Capture, Stage string
	// Key is a digest of all that went into it.
	Key  string
	data []byte
}

// NewReading makes a reading of bytes, in a form that the stage knows. It
// compresses, so make it outside of Write.
func NewReading(capture, stage, key string, b []byte) Reading {
	return Reading{capture, stage, key, squeeze(b)}
}

// PutReading keeps a reading in place of the stage's earlier one.
func (t *Tx) PutReading(r Reading) error {
	err := t.exec(`INSERT INTO reading (capture, stage, key, data) VALUES (?, ?, ?, ?)
		ON CONFLICT (capture, stage) DO UPDATE SET key = excluded.key, data = excluded.data`, r.Capture, r.Stage, r.Key, r.data)
	if err != nil {
		return fmt.Errorf("keep reading of %s: %w", r.Capture, err)
	}
	return nil
}

// Reading returns what a stage read in a capture under key. A reading under
// another key is stale: ErrNotFound.
func (s *Store) Reading(ctx context.Context, capture, stage, key string) ([]byte, error) {
	var data []byte
	err := s.read.QueryRowContext(ctx, `SELECT data FROM reading WHERE capture = ? AND stage = ? AND key = ?`, capture, stage, key).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("reading of %s: %w", capture, ErrNotFound)
	} else if err != nil {
		return nil, fmt.Errorf("reading of %s: %w", capture, err)
	}
	b, err := unsqueeze(data)
	if err != nil {
		return nil, fmt.Errorf("reading of %s: %w: %w", capture, ErrDamaged, err)
	}
	return b, nil
}

// ReadingKeys returns the key of each capture's reading of a stage.
func (s *Store) ReadingKeys(ctx context.Context, stage string) (map[string]string, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT capture, key FROM reading WHERE stage = ?`, stage)
	if err != nil {
		return nil, fmt.Errorf("read reading keys: %w", err)
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var c, k string
		if err := rows.Scan(&c, &k); err != nil {
			return nil, fmt.Errorf("read reading keys: %w", err)
		}
		out[c] = k
	}
	return out, rows.Err()
}

// AddSkip keeps that a page could not be taken in.
func (t *Tx) AddSkip(k stemma.Skip) error {
	return t.exec(`INSERT INTO skip (page, stage, why) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, k.Page, k.Stage, k.Why)
}

// ClearSkips forgets the skips of a page, because it is offered again.
func (t *Tx) ClearSkips(page string) error { return t.exec(`DELETE FROM skip WHERE page = ?`, page) }

// Skips returns what could not be taken in, in order.
func (s *Store) Skips(ctx context.Context) ([]stemma.Skip, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT page, stage, why FROM skip ORDER BY page, stage, why`)
	if err != nil {
		return nil, fmt.Errorf("read skips: %w", err)
	}
	defer rows.Close()
	var out []stemma.Skip
	for rows.Next() {
		k := stemma.Skip{Type: "skip"}
		if err := rows.Scan(&k.Page, &k.Stage, &k.Why); err != nil {
			return nil, fmt.Errorf("read skips: %w", err)
		}
		out = append(out, k)
	}
	return out, rows.Err()
}
