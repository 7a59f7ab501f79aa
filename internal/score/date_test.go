package score

import (
	"flag"
	"os"
	"path/filepath"
	"sort"
	"testing"
)

var notes = flag.String("notes", "", "print the differences of this kind on the part that is tuned on")

func dateData(t *testing.T, path string) string {
	t.Helper()
	dir := os.Getenv("STEMMA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	dir = filepath.Join(dir, path)
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no data to measure on: set STEMMA_DATA to its folder")
	}
	return dir
}

func TestDates(t *testing.T) {
	docs, err := ReadTimeML(dateData(t, "times/TBAQ-cleaned"))
	if err != nil {
		t.Fatal(err)
	}
	if *notes != "" {
		var lines []string
		var c DateCounts
		for i := 0; i < len(docs); i += 2 {
			c.Add(&docs[i], func(kind, gold, got string) {
				if kind == *notes {
					lines = append(lines, gold+" | "+got)
				}
			})
		}
		sort.Strings(lines)
		for _, l := range lines {
			t.Log(l)
		}
	}
	t.Log(DateCard(docs))
}
