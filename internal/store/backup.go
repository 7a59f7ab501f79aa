package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Backup writes a copy of the record, which may be in use, to a file that does
// not yet exist. The copy is whole or absent.
func (s *Store) Backup(ctx context.Context, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return fmt.Errorf("back up to %s: %w", to, fs.ErrExist)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("back up to %s: %w", to, err)
	}
	tmp, err := os.MkdirTemp(filepath.Dir(to), "."+filepath.Base(to)+"-")
	if err != nil {
		return fmt.Errorf("back up to %s: %w", to, err)
	}
	defer os.RemoveAll(tmp)
	file := filepath.Join(tmp, "record")
	db, err := sql.Open("sqlite", dsn(s.path)) // neither waits for writing nor is kept from writing the copy
	if err != nil {
		return fmt.Errorf("back up to %s: %w", to, err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, `VACUUM INTO ?`, file); err != nil {
		return fmt.Errorf("back up to %s: %w", to, err)
	}
	c, err := Open(file)
	if err != nil {
		return fmt.Errorf("back up to %s: %w", to, err)
	}
	err = c.CheckFile(ctx)
	if e := c.Close(); err == nil {
		err = e
	}
	if err != nil {
		return fmt.Errorf("back up to %s: %w", to, err)
	}
	if err := settle(file, to); err != nil {
		return fmt.Errorf("back up to %s: %w", to, err)
	}
	return nil
}

// CheckFile has SQLite check the file's own structure and its full-text index.
func (s *Store) CheckFile(ctx context.Context) error {
	all, err := s.strings(ctx, `PRAGMA integrity_check(20)`)
	if err != nil {
		return fmt.Errorf("%s: %w: %w", s.path, ErrDamaged, err)
	}
	if len(all) != 1 || all[0] != "ok" {
		return fmt.Errorf("%s: %w: %s", s.path, ErrDamaged, all[0])
	}
	return nil
}

// Shrink gives back the room of what was removed, and with it the last bytes
// of it: forgetting a page ends with it.
func (s *Store) Shrink(ctx context.Context) error {
	for _, q := range []string{`INSERT INTO words (words) VALUES ('optimize')`, `VACUUM`, `PRAGMA wal_checkpoint(TRUNCATE)`} {
		if _, err := s.write.ExecContext(ctx, q); err != nil {
			return fmt.Errorf("shrink %s: %w", s.path, err)
		}
	}
	return nil
}
