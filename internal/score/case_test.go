package score

import (
	"os"
	"path/filepath"
	"testing"
)

// TestCases holds the record of each case's pages against what a careful
// reader gets out of them. What fails stands in the case's known.txt with its
// reason; what has begun to hold must leave that list.
func TestCases(t *testing.T) {
	root := filepath.Join("..", "..")
	for _, name := range []string{"myanmar", "titicaca"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(root, "testdata", name)
			pages := filepath.Join(dir, "pages")
			if _, err := os.Stat(pages); err != nil {
				pages = filepath.Join(root, "examples", name)
			}
			card, complaints, err := RunCase(t.Context(), dir, pages)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name+".txt", card)
			for _, c := range complaints {
				t.Error(c)
			}
		})
	}
}
