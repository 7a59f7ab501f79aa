package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stemma-news/stemma"
)

// record makes a record that is closed when the test ends.
func record(t *testing.T) *Store {
	t.Helper()
	st, err := Create(filepath.Join(t.TempDir(), "a b?#%.stemma"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	return st
}

func line(id, typ, json string) Line { return Line{id, typ, []byte(json)} }

// TestPublish holds that a generation stands in place of the one before, with
// its words found and its references known.
func TestPublish(t *testing.T) {
	ctx := context.Background()
	st := record(t)
	publish := func(lines ...Line) {
		t.Helper()
		if err := st.Write(ctx, func(tx *Tx) error { return tx.Publish("x", lines) }); err != nil {
			t.Fatal(err)
		}
	}
	article := line("a1", "article", `{"type":"article","id":"a1","title":"Grain","text":"The café sold grain to the mill."}`)
	publish(article, line("q1", "quote", `{"type":"quote","id":"q1","article":"a1"}`), line("q2", "quote", `{"type":"quote","id":"q2","article":"a2"}`))
	hits, err := st.Search(ctx, `cafe "grain to"`, 5)
	if err != nil || len(hits) != 1 || hits[0].Article != "a1" {
		t.Fatalf("hits %v, %v", hits, err)
	}
	text := "The café sold grain to the mill."
	var found []string
	for _, s := range hits[0].Snippet {
		found = append(found, text[s.Start:s.End])
	}
	if len(found) != 2 || found[0] != "café" || found[1] != "grain to" {
		t.Errorf("found %q", found)
	}
	var about []string
	st.About(ctx, "quote", "a1", func(id string, _ []byte) error { about = append(about, id); return nil })
	if len(about) != 1 || about[0] != "q1" {
		t.Errorf("about a1: %q", about)
	}
	publish(line("a1", "article", `{"type":"article","id":"a1","title":"","text":"Rye."}`), line("q2", "quote", `{"type":"quote","id":"q2","article":"a1"}`))
	if hits, err := st.Search(ctx, "grain", 5); err != nil || len(hits) != 0 {
		t.Errorf("words of the generation before: %v, %v", hits, err)
	}
	if _, _, err := st.Line(ctx, "q1"); !errors.Is(err, ErrNotFound) {
		t.Errorf("line of the generation before: %v", err)
	}
	about = nil
	st.About(ctx, "quote", "a1", func(id string, _ []byte) error { about = append(about, id); return nil })
	if len(about) != 1 || about[0] != "q2" {
		t.Errorf("about a1: %q", about)
	}
	if err := st.CheckFile(ctx); err != nil {
		t.Error(err)
	}
}

// TestReadWhileWriting holds that reading does not wait for writing, and that
// a line can be looked up while lines are listed.
func TestReadWhileWriting(t *testing.T) {
	ctx := context.Background()
	st := record(t)
	if err := st.Write(ctx, func(tx *Tx) error { return tx.Publish("1", []Line{line("q1", "quote", `{}`)}) }); err != nil {
		t.Fatal(err)
	}
	err := st.Write(ctx, func(tx *Tx) error {
		if err := tx.Publish("2", nil); err != nil {
			return err
		}
		return st.Lines(ctx, "quote", func(id string, _ []byte) error {
			_, _, err := st.Line(ctx, id)
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := st.Line(ctx, "q1"); !errors.Is(err, ErrNotFound) {
		t.Errorf("after writing: %v", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"empty": "", "text": "a page of words that is no record at all", "sqlite": "SQLite format 3\x00" + string(make([]byte, 200))} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path); !errors.Is(err, ErrNotRecord) {
			t.Errorf("%s: %v", name, err)
		}
		if b, _ := os.ReadFile(path); string(b) != content {
			t.Errorf("%s was changed", name)
		}
	}
	if _, err := Open(dir); !errors.Is(err, ErrNotRecord) {
		t.Errorf("folder: %v", err)
	}
	st := record(t)
	if _, err := st.write.Exec("PRAGMA user_version = 1000"); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(st.Path()); !errors.Is(err, ErrNewer) {
		t.Errorf("newer: %v", err)
	}
}

func TestLogChain(t *testing.T) {
	ctx := context.Background()
	st := record(t)
	for _, what := range []string{"one", "two", "three"} {
		if err := st.Write(ctx, func(tx *Tx) error { return tx.Log(what, map[string]int{"n": 1}) }); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := st.CheckLog(ctx); n != 4 || err != nil {
		t.Fatalf("%d, %v", n, err)
	}
	if _, err := st.write.Exec(`UPDATE log SET what = 'other' WHERE seq = 2`); err != nil {
		t.Fatal(err)
	}
	if n, err := st.CheckLog(ctx); n != 1 || !errors.Is(err, ErrDamaged) {
		t.Errorf("%d, %v", n, err)
	}
}

// TestCheckLines holds that a line changed in the file is found, and one that was
// written again is not.
func TestCheckLines(t *testing.T) {
	ctx := context.Background()
	st := record(t)
	publish := func(words string) {
		t.Helper()
		lines := []Line{{ID: "a1", Type: "article", JSON: []byte(`{"id":"a1","title":"","text":"` + words + `"}`)}}
		if err := st.Write(ctx, func(tx *Tx) error { return tx.Publish(words, lines) }); err != nil {
			t.Fatal(err)
		}
	}
	publish("one")
	publish("two")
	if err := st.CheckLines(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := st.write.Exec(`UPDATE line SET json = replace(json, 'two', 'ten')`); err != nil {
		t.Fatal(err)
	}
	if err := st.CheckLines(ctx); !errors.Is(err, ErrDamaged) {
		t.Errorf("%v", err)
	}
}

func TestInForce(t *testing.T) {
	c := func(id, verb, undoes string) stemma.Correction {
		return stemma.Correction{ID: id, Verb: verb, Undoes: stemma.Ref(undoes)}
	}
	all := []stemma.Correction{c("1", "join", ""), c("2", "part", ""), c("3", "undo", "1"), c("4", "undo", "2"), c("5", "undo", "4")}
	got := InForce(all)
	if len(got) != 1 || got[0].ID != "2" {
		t.Errorf("in force: %v", got)
	}
}

// TestBackup holds that a backup of a record in use is a record of its own.
func TestBackup(t *testing.T) {
	ctx := context.Background()
	st := record(t)
	to := filepath.Join(t.TempDir(), "copy.stemma")
	if err := st.Backup(ctx, to); err != nil {
		t.Fatal(err)
	}
	c, err := Open(to)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if n, err := c.CheckLog(ctx); n != 1 || err != nil {
		t.Errorf("log of the copy: %d, %v", n, err)
	}
	if err := st.Backup(ctx, to); !errors.Is(err, os.ErrExist) {
		t.Errorf("over a file that is there: %v", err)
	}
}
