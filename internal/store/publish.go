package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
)

// Line is one line to publish.
type Line struct {
	ID, Type string
	JSON     []byte
}

// Inputs returns the digest of what the published generation was made of, ""
// before the first.
func (s *Store) Inputs(ctx context.Context) (string, error) {
	var v string
	err := s.read.QueryRowContext(ctx, `SELECT value FROM state WHERE name = 'inputs'`).Scan(&v)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("read state: %w", err)
	}
	return v, nil
}

// Publish puts lines in place of all that were published, and keeps the digest
// of what they were made of. Only what differs is written. Ids must be unique.
func (t *Tx) Publish(inputs string, lines []Line) error {
	have, err := t.published()
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	p, err := t.prepare()
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	numbers := make(map[string]int64, len(lines))
	var changed []int
	for i, l := range lines {
		old, ok := have[l.ID]
		if _, twice := numbers[l.ID]; twice {
			return fmt.Errorf("publish: internal error: two lines of id %s", l.ID)
		}
		if ok && old.typ == l.Type && old.sum == Digest(l.JSON) {
			numbers[l.ID] = old.n
			old.kept = true
			continue
		}
		if ok {
			if err := p.remove(old); err != nil {
				return fmt.Errorf("publish: %w", err)
			}
			old.kept = true
		}
		n, err := p.add(l)
		if err != nil {
			return fmt.Errorf("publish line %s: %w", l.ID, err)
		}
		numbers[l.ID] = n
		changed = append(changed, i)
	}
	for _, old := range have {
		if !old.kept {
			if err := p.remove(old); err != nil {
				return fmt.Errorf("publish: %w", err)
			}
		}
	}
	if err := p.refer(lines, numbers, len(changed) == 0 && len(have) == len(lines)); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	return t.exec(`INSERT INTO state (name, value) VALUES ('inputs', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, inputs)
}

// old is a line that stands in the record before publishing.
type old struct {
	n    int64
	typ  string
	sum  string
	kept bool
}

func (t *Tx) published() (map[string]*old, error) {
	rows, err := t.QueryContext(t.ctx, `SELECT n, id, type, json FROM line`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]*old{}
	for rows.Next() {
		var o old
		var id string
		var j sql.RawBytes
		if err := rows.Scan(&o.n, &id, &o.typ, &j); err != nil {
			return nil, err
		}
		o.sum = Digest(j)
		out[id] = &o
	}
	return out, rows.Err()
}

// printer holds the statements of publishing.
type printer struct {
	t                                        *Tx
	addLine, addWords, cutWords, cutLine, to *sql.Stmt
}

func (t *Tx) prepare() (*printer, error) {
	p := &printer{t: t}
	for _, s := range []struct {
		to *(*sql.Stmt)
		q  string
	}{
		{&p.addLine, `INSERT INTO line (id, type, json) VALUES (?, ?, ?)`},
		{&p.addWords, `INSERT INTO words (rowid, title, text) SELECT n, title, text FROM article_words WHERE n = ?`},
		{&p.cutWords, `INSERT INTO words (words, rowid, title, text) SELECT 'delete', n, title, text FROM article_words WHERE n = ?`},
		{&p.cutLine, `DELETE FROM line WHERE n = ?`},
		{&p.to, `INSERT INTO ref (target, n) VALUES (?, ?) ON CONFLICT DO NOTHING`},
	} {
		st, err := t.PrepareContext(t.ctx, s.q)
		if err != nil {
			return nil, err
		}
		*s.to = st
	}
	return p, nil
}

func (p *printer) add(l Line) (int64, error) {
	r, err := p.addLine.ExecContext(p.t.ctx, l.ID, l.Type, string(l.JSON))
	if err != nil {
		return 0, err
	}
	n, err := r.LastInsertId()
	if err != nil {
		return 0, err
	}
	if l.Type == "article" {
		_, err = p.addWords.ExecContext(p.t.ctx, n)
	}
	return n, err
}

func (p *printer) remove(o *old) error {
	if o.typ == "article" {
		if _, err := p.cutWords.ExecContext(p.t.ctx, o.n); err != nil {
			return err
		}
	}
	_, err := p.cutLine.ExecContext(p.t.ctx, o.n)
	return err
}

// refer writes which line names which. A line names another where a string of
// its JSON is the other's id.
func (p *printer) refer(lines []Line, numbers map[string]int64, same bool) error {
	if same {
		return nil
	}
	if err := p.t.exec(`DELETE FROM ref`); err != nil {
		return err
	}
	for _, l := range lines {
		n := numbers[l.ID]
		seen := map[int64]bool{n: true}
		for id := range shortStrings(l.JSON) {
			target, ok := numbers[id]
			if !ok || seen[target] {
				continue
			}
			seen[target] = true
			if _, err := p.to.ExecContext(p.t.ctx, target, n); err != nil {
				return err
			}
		}
	}
	return nil
}

// longestID bounds the ids that are looked for: "agency:" and a name.
const longestID = 120

// shortStrings yields the strings of a JSON text that may be ids: those of at
// most longestID bytes that are written without escapes.
func shortStrings(j []byte) func(func(string) bool) {
	return func(yield func(string) bool) {
		for {
			i := bytes.IndexByte(j, '"')
			if i < 0 {
				return
			}
			j = j[i+1:]
			end, escaped := 0, false
			for end < len(j) && j[end] != '"' {
				if j[end] == '\\' {
					escaped = true
					end++
				}
				end++
			}
			if end >= len(j) {
				return
			}
			if !escaped && end > 0 && end <= longestID && !yield(string(j[:end])) {
				return
			}
			j = j[end+1:]
		}
	}
}

// Generation decodes every published line of a type into vs.
func Generation[T any](ctx context.Context, s *Store, typ string) ([]T, error) {
	var out []T
	err := s.Lines(ctx, typ, func(id string, line []byte) error {
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			return fmt.Errorf("line %s: %w: %w", id, ErrDamaged, err)
		}
		out = append(out, v)
		return nil
	})
	return out, err
}
