package store

import (
	"context"
	"fmt"
)

// Dated names a line of a list in order of time.
type Dated struct{ ID, Type string }

// byDate is the order of the index line_date, which the planner finds by these
// very words.
const byDate = `coalesce(julianday(json_extract(json, '$.date.from')), 1e9),
	coalesce(julianday(json_extract(json, '$.date.until')), 1e9), type, id`

// Dated returns events and sayings in order of time, at most limit from offset
// on (0-based; a limit of 0 is all), and how many there are. Those that begin
// together go by their end, then type and id; those without a date are last.
// typ is "event" or "saying", or "" for both.
func (s *Store) Dated(ctx context.Context, typ string, offset, limit int) ([]Dated, int, error) {
	// The first condition is the index's own; without it the index is not used.
	const from = ` FROM line INDEXED BY line_date WHERE type IN ('event', 'saying') AND (? = '' OR type = ?)`
	var n int
	if err := s.read.QueryRowContext(ctx, `SELECT count(*)`+from, typ, typ).Scan(&n); err != nil {
		return nil, 0, fmt.Errorf("read dates: %w", err)
	}
	if limit <= 0 {
		limit = -1
	}
	rows, err := s.read.QueryContext(ctx, `SELECT id, type`+from+` ORDER BY `+byDate+` LIMIT ? OFFSET ?`, typ, typ, limit, max(0, offset))
	if err != nil {
		return nil, 0, fmt.Errorf("read dates: %w", err)
	}
	defer rows.Close()
	var out []Dated
	for rows.Next() {
		var d Dated
		if err := rows.Scan(&d.ID, &d.Type); err != nil {
			return nil, 0, fmt.Errorf("read dates: %w", err)
		}
		out = append(out, d)
	}
	if err := rows.Err(); err != nil {
		return nil, 0, fmt.Errorf("read dates: %w", err)
	}
	return out, n, nil
}
