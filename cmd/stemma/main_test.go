package main

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if os.Getenv("STEMMA_TEST_RUN") != "" { // a test runs this binary as the program
		main()
		return
	}
	testscript.Main(m, map[string]func(){"stemma": main})
}

// TestScripts runs the scripts in testdata, one or more for each command.
// Beside the commands of testscript they have:
//
//	oneline FILE MB   writes a file of one line
//	endless FILE MB   writes HTML whose elements never end
//	bytes FILE HEX    writes bytes
//	flip RECORD N     changes a byte of the N-th kept page
//	exit N COMMAND    holds that a command ends with an exit code
//	ids RECORD TYPE VAR  sets VAR1, VAR2, ... to the ids of the lines of a type
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"oneline": func(ts *testscript.TestScript, _ bool, a []string) {
				repeat(ts, a, "grain and more grain came to the old mill on the river ", "")
			},
			"endless": func(ts *testscript.TestScript, _ bool, a []string) {
				repeat(ts, a, "<div><b><p>grain", "<!doctype html><html><body>")
			},
			"bytes": func(ts *testscript.TestScript, _ bool, a []string) {
				var b []byte
				_, err := fmt.Sscanf(a[1], "%x", &b)
				ts.Check(err)
				ts.Check(os.WriteFile(ts.MkAbs(a[0]), b, 0o666))
			},
			"flip": func(ts *testscript.TestScript, _ bool, a []string) { ts.Check(flip(ts.MkAbs(a[0]), a[1])) },
			"exit": exit,
			"ids":  ids,
		},
		Setup: func(e *testscript.Env) error {
			pages, err := filepath.Abs("../../examples/myanmar")
			e.Setenv("MYANMAR", pages)
			return err
		},
	})
}

func repeat(ts *testscript.TestScript, a []string, words, before string) {
	mb, err := strconv.Atoi(a[1])
	ts.Check(err)
	b := []byte(before)
	ts.Check(os.WriteFile(ts.MkAbs(a[0]), append(b, bytes.Repeat([]byte(words), mb<<20/len(words)+1)...), 0o666))
}

// flip changes one bit of a byte in the middle of a kept page.
func flip(record, n string) error {
	db, err := sql.Open("sqlite", record)
	if err != nil {
		return err
	}
	defer db.Close()
	var sum string
	var data []byte
	if err := db.QueryRow(`SELECT sha256, data FROM payload ORDER BY sha256 LIMIT 1 OFFSET `+n).Scan(&sum, &data); err != nil {
		return err
	}
	data[len(data)/2] ^= 1
	_, err = db.Exec(`UPDATE payload SET data = ? WHERE sha256 = ?`, data, sum)
	return err
}

func exit(ts *testscript.TestScript, _ bool, a []string) {
	err := ts.Exec(a[1], a[2:]...)
	got := 0
	if err != nil {
		if got = -1; strings.HasPrefix(err.Error(), "exit status ") {
			got, _ = strconv.Atoi(strings.TrimPrefix(err.Error(), "exit status "))
		}
	}
	if strconv.Itoa(got) != a[0] {
		ts.Fatalf("%s ended with %d and not %s (%v)", strings.Join(a[1:], " "), got, a[0], err)
	}
}

func ids(ts *testscript.TestScript, _ bool, a []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(a[0]))
	ts.Check(err)
	defer db.Close()
	rows, err := db.Query(`SELECT id FROM line WHERE type = ? ORDER BY id`, a[1])
	ts.Check(err)
	defer rows.Close()
	for n := 1; rows.Next(); n++ {
		var id string
		ts.Check(rows.Scan(&id))
		ts.Setenv(a[2]+strconv.Itoa(n), id)
	}
}

// program returns a command that runs the program in a folder.
func program(ctx context.Context, dir string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, os.Args[0], args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "STEMMA_TEST_RUN=1")
	return c
}

// TestKilled holds that a run killed at any moment gives, when it is taken up
// again, what a run that was left alone gives.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	pages := filepath.Join(dir, "pages")
	if err := os.Mkdir(pages, 0o777); err != nil {
		t.Fatal(err)
	}
	words := strings.Fields("grain mill river flood bridge baker flour wheel sluice miller town valley stone harvest rye oats cart horse winter spring market price road church council fire brigade water sack oven bread")
	rng := rand.New(rand.NewPCG(1, 2))
	some := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(" " + words[rng.IntN(len(words))])
		}
		return b.String()
	}
	n := 150
	if testing.Short() { // the race detector's run takes twenty times as long
		n = 30
	}
	for i := range n {
		text := fmt.Sprintf("Mill number %d reopens\n\n%d June 2021\n\n\"We%s,\" said the miller of mill number %d, Anna Holt, on Tuesday.\n\nThe old%s.\n", i, i%28+1, some(12), i, some(60))
		if err := os.WriteFile(filepath.Join(pages, fmt.Sprintf("%03d.txt", i)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	ctx := t.Context()
	out := func(args ...string) string {
		t.Helper()
		b, err := program(ctx, dir, args...).Output()
		if err != nil {
			t.Fatalf("%q: %v", args, err)
		}
		return string(b)
	}
	start := time.Now()
	out("read", "-o", "whole.stemma", "pages")
	took := time.Since(start)
	want := out("export", "-f", "jsonl", "whole.stemma")
	killed := 0
	for n := range 8 {
		c := program(ctx, dir, "read", "-o", "killed.stemma", "pages")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(took * time.Duration(n+1) / 10)
		c.Process.Kill() // SIGKILL
		if c.Wait() != nil {
			killed++
		}
	}
	if killed == 0 {
		t.Log("no run was killed before it was done")
	}
	out("read", "-o", "killed.stemma", "pages")
	if got := out("export", "-f", "jsonl", "killed.stemma"); got != want {
		t.Errorf("after %d kills the record differs: %s", killed, firstDifference(got, want))
	}
	out("verify", "killed.stemma")
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d:\n%.300s\n%.300s", i+1, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}
