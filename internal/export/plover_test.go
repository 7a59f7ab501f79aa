package export

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stemma-news/stemma/internal/view"
)

// TestPLOVER holds that each telling is a row of as many cells as there are
// columns, and that its offsets are of the words it names.
func TestPLOVER(t *testing.T) {
	b, err := os.ReadFile(record)
	if err != nil {
		t.Fatal(err)
	}
	rec, err := view.ReadLines(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := PLOVER(t.Context(), &out, rec); err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if n := strings.Count(string(b), `"type":"telling"`); len(rows) != n+1 {
		t.Errorf("%d rows of %d tellings", len(rows)-1, n)
	}
	at := map[string]int{}
	for i, c := range strings.Split(rows[0], "\t") {
		at[c] = i
	}
	for _, r := range rows[1:] {
		cells := strings.Split(r, "\t")
		if len(cells) != len(ploverColumns) {
			t.Fatalf("%d cells in %q", len(cells), r)
		}
		for _, c := range []string{"event", "telling", "type", "status", "spans", "exact", "article", "rule"} {
			if cells[at[c]] == "" {
				t.Errorf("no %s in %q", c, r)
			}
		}
	}
}
