// Package store keeps the record in one file.
//
// A record is a SQLite file. Apart in it stand what cannot be made again
// (payloads by their SHA-256, captures, corrections, an append-only log whose
// rows are chained by hashes) and what can (readings of the stages, and the
// lines published from them). migrations/ holds the tables, with a comment on
// each; docs/decisions/020-record.md says why they are so.
//
// A record may be read while it is written: each read sees one published
// state. Writing waits for another writer for up to ten seconds.
package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver
)

// ErrNotRecord says that a file is not a record.
var ErrNotRecord = errors.New("not a stemma record")

// ErrNewer says that a record was written by a newer program.
var ErrNewer = errors.New("written by a newer stemma")

// ErrNotFound says that the record holds no line of that id.
var ErrNotFound = errors.New("not in the record")

// applicationID marks a SQLite file as a record: "Stma".
const applicationID = 0x53746d61

// Store is an open record. It is safe for use by several goroutines.
type Store struct {
	path  string
	read  *sql.DB
	write *sql.DB
}

// Open opens the record at path, brought to the present form if an older
// program wrote it. The error is ErrNotRecord for any other file, and
// fs.ErrNotExist where there is none.
func Open(path string) (*Store, error) {
	if err := check(path); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	s := &Store{path: path}
	var err error
	if s.write, err = sql.Open("sqlite", dsn(path, "_txlock=immediate", "_pragma=synchronous(FULL)",
		"_pragma=foreign_keys(1)", "_pragma=secure_delete(FAST)", "_pragma=cache_size(-32000)")); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	s.write.SetMaxOpenConns(1)
	if s.read, err = sql.Open("sqlite", dsn(path, "_pragma=query_only(1)")); err != nil {
		s.write.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if err := s.migrate(); err != nil {
		s.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return s, nil
}

// Create opens the record at path and makes it where there is none. It is made
// under another name and moved into place, so that a record is whole or absent.
func Create(path string) (*Store, error) {
	_, err := os.Lstat(path)
	if err == nil {
		return Open(path)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("create %s: %w", path, err)
	}
	tmp, err := os.MkdirTemp(filepath.Dir(path), "."+filepath.Base(path)+"-")
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", path, err)
	}
	defer os.RemoveAll(tmp)
	file := filepath.Join(tmp, "record")
	if err := lay(file); err != nil {
		return nil, fmt.Errorf("create %s: %w", path, err)
	}
	if err := settle(file, path); errors.Is(err, fs.ErrExist) {
		return Open(path) // another program made it at the same time
	} else if err != nil {
		return nil, fmt.Errorf("create %s: %w", path, err)
	}
	s, err := Open(path)
	if err != nil {
		return nil, err
	}
	err = s.Write(context.Background(), func(tx *Tx) error { return tx.Log("created", map[string]any{"program": program}) })
	if err != nil {
		s.Close()
		return nil, fmt.Errorf("create %s: %w", path, err)
	}
	return s, nil
}

// lay makes an empty record with all its tables at file.
func lay(file string) error {
	db, err := sql.Open("sqlite", dsn(file))
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, q := range []string{
		"PRAGMA page_size = 8192",
		fmt.Sprintf("PRAGMA application_id = %d", applicationID),
	} {
		if _, err := db.Exec(q); err != nil {
			return err
		}
	}
	if err := migrate(db); err != nil {
		return err
	}
	if _, err := db.Exec("PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	return db.Close()
}

// settle moves a finished file to its place so that it outlasts a loss of
// power: its bytes are synced before the name is, and the folder after. It
// fails with fs.ErrExist where a file is there by then.
func settle(from, to string) error {
	f, err := os.OpenFile(from, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	if err := os.Link(from, to); errors.Is(err, fs.ErrExist) {
		return err
	} else if err != nil { // a file system without links
		if err := os.Rename(from, to); err != nil {
			return err
		}
	}
	d, err := os.Open(filepath.Dir(to))
	if err != nil {
		return err
	}
	defer d.Close()
	d.Sync() // a file system that cannot sync folders says so, and it is no loss
	return nil
}

// check reports whether the file at path is a record, by its first bytes,
// without touching it.
func check(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if st, err := f.Stat(); err != nil {
		return err
	} else if !st.Mode().IsRegular() {
		return ErrNotRecord
	}
	head := make([]byte, 100)
	if _, err := io.ReadFull(f, head); err != nil {
		return ErrNotRecord
	}
	if !bytes.HasPrefix(head, []byte("SQLite format 3\x00")) || binary.BigEndian.Uint32(head[68:]) != applicationID {
		return ErrNotRecord
	}
	return nil
}

// dsn names a file to the driver, with options.
func dsn(path string, options ...string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	options = append([]string{"_pragma=busy_timeout(10000)", "_pragma=trusted_schema(0)"}, options...)
	return "file:" + (&url.URL{Path: p}).EscapedPath() + "?" + strings.Join(options, "&")
}

// Path is the file of the record.
func (s *Store) Path() string { return s.path }

// Close closes the record.
func (s *Store) Close() error { return errors.Join(s.read.Close(), s.write.Close()) }

// Tx is one writing transaction: all of it is kept or nothing.
type Tx struct {
	ctx context.Context
	*sql.Tx
}

// Write runs f in one transaction. What f wrote is on the disk when Write
// returns without an error, and undone otherwise.
func (s *Store) Write(ctx context.Context, f func(*Tx) error) error {
	t, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("write %s: %w", s.path, err)
	}
	defer t.Rollback()
	if err := f(&Tx{ctx, t}); err != nil {
		return err
	}
	if err := t.Commit(); err != nil {
		return fmt.Errorf("write %s: %w", s.path, err)
	}
	return nil
}

func (t *Tx) exec(q string, args ...any) error {
	_, err := t.ExecContext(t.ctx, q, args...)
	return err
}
