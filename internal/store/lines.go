package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/stemma-news/stemma"
)

// Lines calls f with every line of a type ("article", "quote", ...), in order
// of id, until f fails. Lines of type "log" come oldest first.
func (s *Store) Lines(ctx context.Context, typ string, f func(id string, line []byte) error) error {
	if typ == "log" {
		return s.Entries(ctx, func(e Entry) error {
			b, err := stemma.Encode(e)
			if err != nil {
				return err
			}
			return f(fmt.Sprintf("log:%d", e.Seq), b)
		})
	}
	return s.LinesAfter(ctx, typ, "", f)
}

// LinesAfter is Lines from the first id greater than after on, without reading
// those before it. The log has no such ids and is not listed by it.
func (s *Store) LinesAfter(ctx context.Context, typ, after string, f func(id string, line []byte) error) error {
	if typ == eventMentions {
		if after != "" {
			after = articleOf(after)
		}
		return s.mentions(ctx, f, `m.article > ?`, after)
	}
	return s.each(ctx, f, `SELECT id, json FROM line WHERE type = ? AND id > ? ORDER BY id`, typ, after)
}

// About calls f with every line of a type that refers to id in a field: the
// quotes of a saying or an article, the standings of an event, the copies of
// an article. In order of id.
func (s *Store) About(ctx context.Context, typ, id string, f func(id string, line []byte) error) error {
	if typ == eventMentions {
		return s.mentions(ctx, f, `m.article = ?`, id)
	}
	// CROSS JOIN holds the order: by the id first. Left to itself the planner
	// begins with every line of the type.
	return s.each(ctx, f, `SELECT l.id, l.json FROM line t CROSS JOIN ref r ON r.target = t.n CROSS JOIN line l ON l.n = r.n
		WHERE t.id = ? AND l.type = ? ORDER BY l.id`, id, typ)
}

func (s *Store) each(ctx context.Context, f func(id string, line []byte) error, q string, args ...any) error {
	rows, err := s.read.QueryContext(ctx, q, args...)
	if err != nil {
		return fmt.Errorf("read lines: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, line string
		if err := rows.Scan(&id, &line); err != nil {
			return fmt.Errorf("read lines: %w", err)
		}
		if err := f(id, []byte(line)); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read lines: %w", err)
	}
	return nil
}

// Line returns the line of an id and its type, or ErrNotFound.
func (s *Store) Line(ctx context.Context, id string) (typ string, line []byte, err error) {
	var j string
	err = s.read.QueryRowContext(ctx, `SELECT type, json FROM line WHERE id = ?`, id).Scan(&typ, &j)
	if errors.Is(err, sql.ErrNoRows) {
		if line, err = s.mentionsLine(ctx, id); err == nil {
			return eventMentions, line, nil
		}
	}
	if err != nil {
		return "", nil, fmt.Errorf("line %s: %w", id, err)
	}
	return typ, []byte(j), nil
}

// shortest is the fewest characters by which a line may be named.
const shortest = 6

// Find returns the id of the one line whose id is, or begins with, id:
// ErrNotFound where none does or several do.
func (s *Store) Find(ctx context.Context, id string) (string, error) {
	var fits []string
	var err error
	if len(id) >= shortest {
		fits, err = s.strings(ctx, `SELECT id FROM line WHERE id >= ?1 AND id < ?1 || char(0x10ffff) LIMIT 2`, id)
	}
	switch {
	case err != nil:
		return "", fmt.Errorf("find line: %w", err)
	case len(fits) > 0 && fits[0] == id || len(fits) == 1:
		return fits[0], nil
	case len(fits) > 1:
		return "", fmt.Errorf("line %s: %w: several begin so", id, ErrNotFound)
	}
	return "", fmt.Errorf("line %s: %w", id, ErrNotFound)
}

// Count returns how many lines of each type the record holds.
func (s *Store) Count(ctx context.Context) (map[string]int, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT type, count(*) FROM line GROUP BY type UNION ALL SELECT 'log', count(*) FROM log UNION ALL SELECT '`+eventMentions+`', count(*) FROM event_mentions m JOIN line l ON l.id = m.article`)
	if err != nil {
		return nil, fmt.Errorf("count lines: %w", err)
	}
	defer rows.Close()
	out := map[string]int{}
	for rows.Next() {
		var typ string
		var n int
		if err := rows.Scan(&typ, &n); err != nil {
			return nil, fmt.Errorf("count lines: %w", err)
		}
		out[typ] = n
	}
	return out, rows.Err()
}
