package view

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	is, was := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range is {
		if i >= len(was) || is[i] != was[i] {
			t.Errorf("%s is not what comes out now from line %d on (go test -update rewrites it):\n%.2000s", path, i+1, strings.Join(is[i:], "\n"))
			return
		}
	}
	t.Errorf("%s has lines that do not come out now (go test -update rewrites it)", path)
}

func TestSummary(t *testing.T) {
	var b bytes.Buffer
	if err := Summary(t.Context(), &b, load(t), 100); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/summary.txt", b.String())
	for _, line := range strings.Split(b.String(), "\n") {
		if columns(line) > 100 {
			t.Errorf("a line of %d columns: %s", columns(line), line)
		}
	}
}

func TestShow(t *testing.T) {
	for _, w := range Whats {
		t.Run(w.Name, func(t *testing.T) {
			var b bytes.Buffer
			if err := Show(t.Context(), &b, load(t), w.Name, 80); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("testdata", w.Name+".txt"), b.String())
		})
	}
}

func showText(t *testing.T, rec Record, what string) (string, error) {
	var b bytes.Buffer
	err := Show(t.Context(), &b, rec, what, 90)
	return b.String(), err
}
