// Package store keeps the record in one file.
package store

import (
	"context"
	"errors"

	"github.com/stemma-news/stemma"
)

// ErrNotRecord says that a file is not a record.
var ErrNotRecord = errors.New("not a stemma record")

// ErrNotFound says that the record holds no line of that id.
var ErrNotFound = errors.New("not in the record")

// Store is an open record.
type Store struct{}

// Open opens the record at path; Create makes it where there is none.
func Open(path string) (*Store, error)   { return nil, ErrNotRecord }
func Create(path string) (*Store, error) { return nil, ErrNotRecord }

// Close closes the record.
func (s *Store) Close() error { return nil }

// Lines calls f with every line of a type ("article", "quote", ...), in order
// of id, until f fails.
func (s *Store) Lines(ctx context.Context, typ string, f func(id string, line []byte) error) error {
	return nil
}

// Line returns the line of an id and its type, or ErrNotFound.
func (s *Store) Line(ctx context.Context, id string) (typ string, line []byte, err error) {
	return "", nil, ErrNotFound
}

// About calls f with every line of a type that refers to id in a field: the
// quotes of a saying or an article, the standings of an event, the copies of
// an article. In order of id.
func (s *Store) About(ctx context.Context, typ, id string, f func(id string, line []byte) error) error {
	return nil
}

// Payload returns the bytes of a capture, checked against its digest.
func (s *Store) Payload(ctx context.Context, capture string) ([]byte, error) {
	return nil, ErrNotFound
}

// Hit is one article found by words.
type Hit struct {
	Article string
	Snippet []stemma.Span // what matched, in the article's text
}

// Search returns the articles that hold words, best first.
func (s *Store) Search(ctx context.Context, words string, limit int) ([]Hit, error) { return nil, nil }

// Count returns how many lines of each type the record holds.
func (s *Store) Count(ctx context.Context) (map[string]int, error) { return nil, nil }
