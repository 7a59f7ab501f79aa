package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Line is one line to publish.
type Line struct {
	ID, Type string
	JSON     []byte
}

// Inputs returns the digest of what the published generation was made of, ""
// before the first.
func (s *Store) Inputs(ctx context.Context) (string, error) {
	return s.stateOf(ctx, "inputs")
}

func (s *Store) stateOf(ctx context.Context, name string) (string, error) {
	var v string
	err := s.read.QueryRowContext(ctx, `SELECT value FROM state WHERE name = ?`, name).Scan(&v)
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
	last := int64(0)
	for _, old := range have {
		last = max(last, old.n)
	}
	var added []*Line
	for i := range lines {
		l := &lines[i]
		old, ok := have[l.ID]
		if _, twice := numbers[l.ID]; twice {
			return fmt.Errorf("publish: internal error: two lines of id %s", l.ID)
		}
		if ok && old.typ == l.Type && old.sum == Digest(l.JSON) {
			numbers[l.ID] = old.n
			old.kept = true
			continue
		}
		last++
		numbers[l.ID] = last
		added = append(added, l)
	}
	for _, old := range have {
		if !old.kept {
			if err := p.remove(old); err != nil {
				return fmt.Errorf("publish: %w", err)
			}
		}
	}
	if err := t.add(added, numbers); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if len(added) > 0 || len(have) != len(lines) {
		if err := t.refer(lines, numbers); err != nil {
			return fmt.Errorf("publish: %w", err)
		}
	}
	if err := t.state("lines", sumOf(lines)); err != nil {
		return err
	}
	return t.state("inputs", inputs)
}

func (t *Tx) state(name, value string) error {
	return t.exec(`INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
}

// sumOf is one digest of all published lines, in whatever order.
func sumOf(lines []Line) string {
	sums := make([]string, len(lines))
	for i, l := range lines {
		sums[i] = l.ID + " " + Digest(l.JSON)
	}
	return sumOfSums(sums)
}

func sumOfSums(sums []string) string {
	slices.Sort(sums)
	return Digest([]byte(strings.Join(sums, "\n")))
}

// CheckLines holds the published lines against the digest kept when they were
// written: ErrDamaged where one was changed since. A record written before there
// was such a digest passes.
func (s *Store) CheckLines(ctx context.Context) error {
	want, err := s.stateOf(ctx, "lines")
	if err != nil || want == "" {
		return err
	}
	var sums []string
	err = s.each(ctx, func(id string, line []byte) error {
		sums = append(sums, id+" "+Digest(line))
		return nil
	}, `SELECT id, json FROM line`)
	if err != nil {
		return err
	}
	if sumOfSums(sums) != want {
		return fmt.Errorf("%s: %w: a line was changed after it was written", s.path, ErrDamaged)
	}
	return nil
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

// printer holds the statements that take lines out.
type printer struct {
	t                 *Tx
	cutWords, cutLine *sql.Stmt
}

func (t *Tx) prepare() (*printer, error) {
	p := &printer{t: t}
	for _, s := range []struct {
		to *(*sql.Stmt)
		q  string
	}{
		{&p.cutWords, `INSERT INTO words (words, rowid, title, text) SELECT 'delete', n, title, text FROM article_words WHERE n = ?`},
		{&p.cutLine, `DELETE FROM line WHERE n = ?`},
	} {
		st, err := t.PrepareContext(t.ctx, s.q)
		if err != nil {
			return nil, err
		}
		*s.to = st
	}
	return p, nil
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

// add adds lines under their numbers, and articles among them to the full text.
// That is one statement for all: the index is written out at the end of each.
func (t *Tx) add(lines []*Line, numbers map[string]int64) error {
	var articles []int64
	err := t.insert(`line (n, id, type, json)`, len(lines), func(i int) []any {
		l := lines[i]
		if l.Type == "article" {
			articles = append(articles, numbers[l.ID])
		}
		return []any{numbers[l.ID], l.ID, l.Type, string(l.JSON)}
	})
	if err != nil || len(articles) == 0 {
		return err
	}
	list, err := json.Marshal(articles)
	if err != nil {
		return err
	}
	return t.exec(`INSERT INTO words (rowid, title, text) SELECT n, title, text FROM article_words WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n`,
		string(list))
}

// rowsAtOnce is how many rows one statement inserts, which takes half the time
// of a statement a row.
const rowsAtOnce = 200

// insert inserts n rows into a table and its columns.
func (t *Tx) insert(table string, n int, row func(i int) []any) error {
	var st *sql.Stmt
	size := 0 // rows of st
	for i := 0; i < n; i += size {
		var args []any
		some := min(rowsAtOnce, n-i)
		for k := range some {
			args = append(args, row(i+k)...)
		}
		if some != size {
			values := ", (?" + strings.Repeat(", ?", len(args)/some-1) + ")"
			var err error
			if st, err = t.PrepareContext(t.ctx, `INSERT INTO `+table+` VALUES `+strings.Repeat(values, some)[2:]); err != nil {
				return err
			}
			size = some
		}
		if _, err := st.ExecContext(t.ctx, args...); err != nil {
			return err
		}
	}
	return nil
}

// refer writes which line names which, in order. A line names another where a
// string of its JSON is the other's id.
func (t *Tx) refer(lines []Line, numbers map[string]int64) error {
	type ref struct{ target, n int64 }
	var refs []ref
	for _, l := range lines {
		n := numbers[l.ID]
		for id := range shortStrings(l.JSON) {
			if target, ok := numbers[string(id)]; ok && target != n {
				refs = append(refs, ref{target, n})
			}
		}
	}
	slices.SortFunc(refs, func(a, b ref) int { return cmp.Or(cmp.Compare(a.target, b.target), cmp.Compare(a.n, b.n)) })
	refs = slices.Compact(refs)
	// the rows come in the order of the table, and the index the other way round
	// is made of all at once: that is half the time
	for _, q := range []string{`DROP INDEX ref_from`, `DELETE FROM ref`} {
		if err := t.exec(q); err != nil {
			return err
		}
	}
	if err := t.insert(`ref (target, n)`, len(refs), func(i int) []any { return []any{refs[i].target, refs[i].n} }); err != nil {
		return err
	}
	return t.exec(`CREATE INDEX ref_from ON ref (n)`)
}

// longestID bounds the ids that are looked for: "agency:" and a name.
const longestID = 120

// shortStrings yields the strings of a JSON text that may be ids: those of at
// most longestID bytes that are written without escapes and name no field.
func shortStrings(j []byte) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
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
			id := j[:end]
			j = j[end+1:]
			names := len(j) > 0 && j[0] == ':'
			if !names && !escaped && end > 0 && end <= longestID && !yield(id) {
				return
			}
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
