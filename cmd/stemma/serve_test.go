package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestServe starts the server on a free port of this machine, fetches pages
// and lines, and stops it as Ctrl-C does: it ends by itself, with code 0,
// though a connection is still held open.
func TestServe(t *testing.T) {
	dir := t.TempDir()
	pages, err := filepath.Abs("../../examples/myanmar")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	if out, err := program(ctx, dir, "read", "-q", "-o", "r.stemma", pages).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	c := program(ctx, dir, "serve", "r.stemma", "-addr", "127.0.0.1:0")
	notes, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(notes).ReadString('\n')
	url := regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(line)
	if err != nil || url == "" {
		t.Fatalf("it says %q, %v", line, err)
	}
	client := &http.Client{Transport: &http.Transport{}}
	for path, want := range map[string]string{"/": "<!doctype html", "/skips": "<!doctype html", "/api/v1/counts": `"article"`} {
		r, err := client.Get(url + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err != nil || r.StatusCode != http.StatusOK || !strings.Contains(strings.ToLower(string(body)), want) {
			t.Errorf("%s: %s, %v: %.200s", path, r.Status, err, body)
		}
	}
	if err := c.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err != nil {
		t.Errorf("it did not end well: %v", err)
	}
	if r, err := client.Get(url); err == nil {
		r.Body.Close()
		t.Error("it still answers")
	}
}
