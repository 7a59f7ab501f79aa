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

// TestUnseen holds the cards of cases that were written, pages and all, by
// somebody who had not seen the program. Their pages and people are invented;
// what is wrong stands in the cards and in no other list.
func TestUnseen(t *testing.T) {
	for _, name := range []string{"tamaza", "norrvik", "balaju", "odetta", "skopje", "galwewa", "tadjoura", "chisec", "freetown", "harare", "gokbel", "naryn", "chisinau"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join("..", "..", "testdata", name)
			card, _, err := RunCase(t.Context(), dir, filepath.Join(dir, "pages"))
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name+".txt", card)
		})
	}
}
