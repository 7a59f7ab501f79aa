package store

import (
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
)

//go:embed migrations/*.sql
var migrations embed.FS

const program = "stemma " + stemma.Version

// migrate brings a record to the present form, unless it is there already.
func (s *Store) migrate() error {
	var have int
	if err := s.read.QueryRow("PRAGMA user_version").Scan(&have); err != nil {
		return err
	}
	want, err := latest()
	if err != nil {
		return err
	}
	if have == want {
		return nil
	}
	return migrate(s.write)
}

// latest is the number of the last migration.
func latest() (int, error) {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return 0, err
	}
	return number(files[len(files)-1])
}

// number is the number a migration's name begins with: 1 of "001_record.sql".
func number(file string) (int, error) {
	name := strings.TrimPrefix(file, "migrations/")
	n, err := strconv.Atoi(name[:strings.IndexByte(name, '_')])
	if err != nil {
		return 0, fmt.Errorf("internal error: migration %s has no number", file)
	}
	return n, nil
}

// migrate runs the migrations a file has not seen, in order, each in a
// transaction with the number it leads to. A file that has seen more than
// this program knows is ErrNewer.
func migrate(db *sql.DB) error {
	files, err := fs.Glob(migrations, "migrations/*.sql") // sorted by name
	if err != nil {
		return err
	}
	want, err := latest()
	if err != nil {
		return err
	}
	for _, file := range files {
		n, err := number(file)
		if err != nil {
			return err
		}
		if err := step(db, file, n, want); err != nil {
			return err
		}
	}
	return nil
}

// step runs one migration unless the file has seen it.
func step(db *sql.DB, file string, n, want int) error {
	script, err := migrations.ReadFile(file)
	if err != nil {
		return err
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var have int
	if err := tx.QueryRow("PRAGMA user_version").Scan(&have); err != nil {
		return err
	}
	if have > want {
		return fmt.Errorf("%w: its form is %d and this program knows forms up to %d", ErrNewer, have, want)
	}
	if have >= n {
		return nil
	}
	if _, err := tx.Exec(string(script)); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if _, err := tx.Exec(fmt.Sprintf("PRAGMA user_version = %d", n)); err != nil {
		return err
	}
	return tx.Commit()
}
