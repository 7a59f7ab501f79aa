package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestDated holds the order of time: over zones, an hour within a day, the end
// where two begin together, no date last; and that it is read from the index
// alone, without sorting.
func TestDated(t *testing.T) {
	s := record(t)
	date := func(from, until string) string {
		return fmt.Sprintf(`{"date":{"from":%q,"until":%q}}`, from, until)
	}
	lines := []Line{
		line("e1", "event", `{"date":null}`),
		line("e2", "event", date("2024-05-03T00:00:00Z", "2024-06-01T00:00:00Z")),
		line("e3", "event", date("2024-05-03T00:00:00Z", "2024-05-04T00:00:00Z")),
		line("s1", "saying", date("2024-05-03T02:00:00+07:00", "2024-05-04T02:00:00+07:00")), // 2 May in UTC
		line("s2", "saying", date("2024-05-03T00:00:00Z", "2024-05-04T00:00:00Z")),
		line("s3", "saying", `{}`),
		line("q1", "quote", date("2020-05-03T00:00:00Z", "2020-05-04T00:00:00Z")),
	}
	if err := s.Write(t.Context(), func(tx *Tx) error { return tx.Publish("by hand", lines) }); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		typ           string
		offset, limit int
		want          string
		n             int
	}{
		{"", 0, 0, "s1 e3 s2 e2 e1 s3", 6},
		{"", 2, 2, "s2 e2", 6},
		{"", 9, 2, "", 6},
		{"", -1, 1, "s1", 6},
		{"event", 0, 0, "e3 e2 e1", 3},
		{"saying", 1, 5, "s2 s3", 3},
	} {
		got, n, err := s.Dated(t.Context(), c.typ, c.offset, c.limit)
		var ids []string
		for _, d := range got {
			ids = append(ids, d.ID)
		}
		if err != nil || strings.Join(ids, " ") != c.want || n != c.n {
			t.Errorf("%q from %d: %v of %d, %v; want %s", c.typ, c.offset, ids, n, err, c.want)
		}
	}
	rows, err := s.read.Query(`EXPLAIN QUERY PLAN SELECT id, type FROM line INDEXED BY line_date WHERE type IN ('event', 'saying') ORDER BY ` + byDate)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var plan []string
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		plan = append(plan, step)
	}
	if len(plan) != 1 || slices.ContainsFunc(plan, func(s string) bool { return strings.Contains(s, "TEMP B-TREE") }) {
		t.Errorf("the plan is %q", plan)
	}
	t.Log(plan)
}
