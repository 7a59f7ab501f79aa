package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/stemma-news/stemma"
)

// ErrDamaged says that bytes of the record are not those that were kept.
var ErrDamaged = errors.New("damaged")

// Captured is a capture to be kept: its labels are added to those it has.
type Captured struct {
	stemma.Capture // Page is a label
	// Meta is what else came with it (headers, redirects, container), as a
	// JSON object.
	Meta string
}

// AddCapture keeps a capture. Of one that is there already the payload is not
// written again; where the two tell of it differently, the better grade and
// then the smaller words in byte order stand, so that order does not matter.
func (t *Tx) AddCapture(c Captured, p Packed) error {
	if err := t.exec(`INSERT INTO payload (sha256, bytes, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, p.SHA256, p.Bytes, p.data); err != nil {
		return fmt.Errorf("keep payload of %s: %w", c.Page, err)
	}
	if c.Meta == "" {
		c.Meta = "{}"
	}
	at := ""
	if c.At != nil {
		at = c.At.UTC().Format(time.RFC3339Nano)
	}
	err := t.exec(`INSERT INTO capture (id, sha256, url, at, grade, media, charset, meta) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET grade = excluded.grade, media = excluded.media, charset = excluded.charset, meta = excluded.meta
		WHERE (excluded.grade, excluded.media, excluded.charset, excluded.meta) < (grade, media, charset, meta)`,
		c.ID, c.SHA256, c.URL, at, c.Grade, c.Media, c.Charset, c.Meta) // the grades happen to be in order of their letters
	if err != nil {
		return fmt.Errorf("keep capture of %s: %w", c.Page, err)
	}
	return t.AddLabel(c.ID, c.Page)
}

// AddLabel gives a capture one more name.
func (t *Tx) AddLabel(capture, page string) error {
	if err := t.exec(`INSERT INTO label (capture, page) VALUES (?, ?) ON CONFLICT DO NOTHING`, capture, page); err != nil {
		return fmt.Errorf("label capture of %s: %w", page, err)
	}
	return nil
}

// RemoveCapture removes a capture, its labels and readings, and its payload
// unless another capture has the same.
func (t *Tx) RemoveCapture(id string) error {
	var sum string
	err := t.QueryRowContext(t.ctx, `SELECT sha256 FROM capture WHERE id = ?`, id).Scan(&sum)
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("capture %s: %w", id, ErrNotFound)
	} else if err != nil {
		return err
	}
	if err := t.exec(`DELETE FROM capture WHERE id = ?`, id); err != nil {
		return err
	}
	return t.exec(`DELETE FROM payload WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM capture WHERE sha256 = ?)`, sum, sum)
}

const captureColumns = `c.id, c.sha256, p.bytes, c.url, c.at, c.grade, c.media, c.charset,
	coalesce((SELECT min(page) FROM label l WHERE l.capture = c.id), '')`

func scanCapture(row interface{ Scan(...any) error }) (stemma.Capture, error) {
	c := stemma.Capture{Type: "capture"}
	var at string
	if err := row.Scan(&c.ID, &c.SHA256, &c.Bytes, &c.URL, &at, &c.Grade, &c.Media, &c.Charset, &c.Page); err != nil {
		return c, err
	}
	if at != "" {
		t, err := time.Parse(time.RFC3339Nano, at)
		if err != nil {
			return c, fmt.Errorf("capture %s: time %q: %w", c.ID, at, ErrDamaged)
		}
		c.At = &t
	}
	return c, nil
}

// Captures calls f with every capture, published or not, in order of id.
func (s *Store) Captures(ctx context.Context, f func(stemma.Capture) error) error {
	rows, err := s.read.QueryContext(ctx, `SELECT `+captureColumns+` FROM capture c JOIN payload p USING (sha256) ORDER BY c.id`)
	if err != nil {
		return fmt.Errorf("read captures: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		c, err := scanCapture(rows)
		if err != nil {
			return fmt.Errorf("read captures: %w", err)
		}
		if err := f(c); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Capture returns a capture, published or not, or ErrNotFound.
func (s *Store) Capture(ctx context.Context, id string) (stemma.Capture, error) {
	c, err := scanCapture(s.read.QueryRowContext(ctx, `SELECT `+captureColumns+` FROM capture c JOIN payload p USING (sha256) WHERE c.id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return c, fmt.Errorf("capture %s: %w", id, ErrNotFound)
	}
	return c, err
}

// Labelled returns the captures that bear a label, in order of id.
func (s *Store) Labelled(ctx context.Context, page string) ([]string, error) {
	return s.strings(ctx, `SELECT capture FROM label WHERE page = ? ORDER BY capture`, page)
}

// Labels returns the labels of a capture in byte order.
func (s *Store) Labels(ctx context.Context, capture string) ([]string, error) {
	return s.strings(ctx, `SELECT page FROM label WHERE capture = ? ORDER BY page`, capture)
}

func (s *Store) strings(ctx context.Context, q string, args ...any) ([]string, error) {
	rows, err := s.read.QueryContext(ctx, q, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var v string
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// Payload returns the bytes of a capture, checked against its digest: bytes
// that are not those that were kept are ErrDamaged.
func (s *Store) Payload(ctx context.Context, capture string) ([]byte, error) {
	var sum string
	var data []byte
	err := s.read.QueryRowContext(ctx, `SELECT p.sha256, p.data FROM capture c JOIN payload p USING (sha256) WHERE c.id = ?`, capture).Scan(&sum, &data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("payload of %s: %w", capture, ErrNotFound)
	} else if err != nil {
		return nil, fmt.Errorf("payload of %s: %w", capture, err)
	}
	body, err := unsqueeze(data)
	if err != nil {
		return nil, fmt.Errorf("payload of %s: %w: %w", capture, ErrDamaged, err)
	}
	if Digest(body) != sum {
		return nil, fmt.Errorf("payload of %s: %w: the bytes are not those of digest %s", capture, ErrDamaged, sum)
	}
	return body, nil
}

// Meta returns what else came with a capture: headers, redirects, container.
func (s *Store) Meta(ctx context.Context, capture string) (map[string]any, error) {
	var m string
	err := s.read.QueryRowContext(ctx, `SELECT meta FROM capture WHERE id = ?`, capture).Scan(&m)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("capture %s: %w", capture, ErrNotFound)
	} else if err != nil {
		return nil, err
	}
	out := map[string]any{}
	return out, json.Unmarshal([]byte(m), &out)
}
