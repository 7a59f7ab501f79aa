package score

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the scorecards in testdata/scores")

// golden compares a scorecard with the committed one, or rewrites it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("..", "..", "testdata", "scores", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, []byte(got)) {
		t.Errorf("%s is no longer what the program gives; look, then run with -update:\n%s", name, got)
	}
}

// data returns the folder under the measuring data, or skips the test.
func data(t *testing.T, elem ...string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("measuring takes minutes: left out with -short")
	}
	dir, why, ok := DataDir(filepath.Join("..", ".."))
	if !ok {
		t.Skip(why)
	}
	return filepath.Join(append([]string{dir}, elem...)...)
}
