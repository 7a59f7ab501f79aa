package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Entry is one row of the log.
type Entry struct {
	Type   string          `json:"type"` // "log"
	Seq    int             `json:"seq"`  // from 1, without gaps
	At     string          `json:"at"`   // RFC 3339
	What   string          `json:"what"` // created, captured, read, published, join, forget, ...
	Detail json.RawMessage `json:"detail"`
	// Hash is SHA-256 over the hash of the entry before and this one's fields,
	// each preceded by its length, in lower-case hex.
	Hash string `json:"hash"`
}

// chain is the hash of an entry that follows one of hash before.
func (e Entry) chain(before string) string {
	h := sha256.New()
	var n [8]byte
	for _, p := range []string{before, e.At, e.What, string(e.Detail)} {
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Log adds an entry at the end of the log.
func (t *Tx) Log(what string, detail any) error {
	b, err := json.Marshal(detail)
	if err != nil {
		return fmt.Errorf("log %s: %w", what, err)
	}
	var seq int
	var before string
	err = t.QueryRowContext(t.ctx, `SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1`).Scan(&seq, &before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("log %s: %w", what, err)
	}
	e := Entry{Seq: seq + 1, At: time.Now().UTC().Format(time.RFC3339Nano), What: what, Detail: b}
	err = t.exec(`INSERT INTO log (seq, at, what, detail, hash) VALUES (?, ?, ?, ?, ?)`, e.Seq, e.At, e.What, string(e.Detail), e.chain(before))
	if err != nil {
		return fmt.Errorf("log %s: %w", what, err)
	}
	return nil
}

// Entries calls f with every entry of the log, oldest first.
func (s *Store) Entries(ctx context.Context, f func(Entry) error) error {
	rows, err := s.read.QueryContext(ctx, `SELECT seq, at, what, detail, hash FROM log ORDER BY seq`)
	if err != nil {
		return fmt.Errorf("read log: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		e := Entry{Type: "log"}
		var detail string
		if err := rows.Scan(&e.Seq, &e.At, &e.What, &detail, &e.Hash); err != nil {
			return fmt.Errorf("read log: %w", err)
		}
		e.Detail = json.RawMessage(detail)
		if err := f(e); err != nil {
			return err
		}
	}
	return rows.Err()
}

// CheckLog follows the chain of the log; it returns how many entries hold, and
// an error at the first that does not.
func (s *Store) CheckLog(ctx context.Context) (n int, err error) {
	before := ""
	err = s.Entries(ctx, func(e Entry) error {
		if e.Seq != n+1 {
			return fmt.Errorf("log entry %d: %w: entry %d is missing", e.Seq, ErrDamaged, n+1)
		}
		if e.Hash != e.chain(before) {
			return fmt.Errorf("log entry %d: %w: its hash does not follow from the entry before", e.Seq, ErrDamaged)
		}
		before = e.Hash
		n++
		return nil
	})
	return n, err
}
