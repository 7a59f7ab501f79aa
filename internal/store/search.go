package store

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"github.com/stemma-news/stemma"
)

// Hit is one article found by words.
type Hit struct {
	Article string
	Snippet []stemma.Span // what matched, in the article's text
}

// Marks around what matched, which no text holds: they are noncharacters that
// readers of pages replace.
const (
	begin = "\ufdd0\ufdd1"
	end   = "\ufdd1\ufdd0"
)

// Search returns the articles that hold all of words, best first. Words in
// quotation marks must stand together; letters match without their accents.
func (s *Store) Search(ctx context.Context, words string, limit int) ([]Hit, error) {
	q := query(words)
	if q == "" {
		return nil, nil
	}
	rows, err := s.read.QueryContext(ctx, `SELECT l.id, highlight(words, 1, ?, ?) FROM words JOIN line l ON l.n = words.rowid
		WHERE words MATCH ? ORDER BY rank, l.id LIMIT ?`, begin, end, q, limit)
	if err != nil {
		return nil, fmt.Errorf("search %s: %w", words, err)
	}
	defer rows.Close()
	var out []Hit
	for rows.Next() {
		var h Hit
		var lit string
		if err := rows.Scan(&h.Article, &lit); err != nil {
			return nil, fmt.Errorf("search %s: %w", words, err)
		}
		h.Snippet = spans(lit)
		out = append(out, h)
	}
	return out, rows.Err()
}

// query writes words as a query of FTS5, where all its operators are plain
// words: `ria "military ties"` -> `"ria" "military ties"`.
func query(words string) string {
	words = strings.NewReplacer("“", `"`, "”", `"`, "\x00", " ").Replace(words)
	var terms []string
	for i, part := range strings.Split(words, `"`) {
		if i%2 == 1 {
			terms = append(terms, part)
		} else {
			terms = append(terms, strings.Fields(part)...)
		}
	}
	var out []string
	for _, t := range terms {
		if strings.ContainsFunc(t, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			out = append(out, `"`+t+`"`)
		}
	}
	return strings.Join(out, " ")
}

// spans takes the marks out of a lit text and returns what stood within.
func spans(lit string) []stemma.Span {
	var out []stemma.Span
	at := 0 // in the text without marks
	for {
		i := strings.Index(lit, begin)
		if i < 0 {
			return out
		}
		j := strings.Index(lit[i+len(begin):], end)
		if j < 0 {
			return out
		}
		out = append(out, stemma.Span{Start: at + i, End: at + i + j})
		at += i + j
		lit = lit[i+len(begin)+j+len(end):]
	}
}
