package score

import (
	"os"
	"path/filepath"
	"sort"
	"testing"
)

func chainItems(t *testing.T) []ChainItem {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "chains", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(files)
	var items []ChainItem
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		l, err := ReadChains(filepath.Base(f), string(b))
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, l...)
	}
	return items
}

func TestChains(t *testing.T) {
	golden(t, "chains.txt", ChainCard(chainItems(t)))
}
