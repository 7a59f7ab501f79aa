package capture

import (
	_ "embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// folderEndings are what browsers, in their languages, add to the name of a
// saved page for the folder of what it shows: page.html, page_files.
//
//go:embed folders.txt
var folderEndings string

// savedWith is the saved page of which dir holds what the page shows, "" where
// dir is none such: a page of that name stands among files, those beside dir.
func savedWith(dir string, files []fs.DirEntry) string {
	for end := range strings.Lines(folderEndings) {
		name, ok := strings.CutSuffix(dir, strings.TrimSpace(end))
		if !ok || name == "" {
			continue
		}
		for _, page := range []string{name + ".html", name + ".htm", name + ".xhtml", name} {
			i, ok := slices.BinarySearchFunc(files, page, func(e fs.DirEntry, page string) int { return strings.Compare(e.Name(), page) })
			if ok && files[i].Type().IsRegular() {
				return page
			}
		}
	}
	return ""
}

// partOf says that the folder at dir is part of a saved page: scripts,
// pictures, and frames with adverts that are saved as pages are.
type partOf struct{ dir, page string }

func (e partOf) Error() string {
	n := 0
	filepath.WalkDir(e.dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return nil
	})
	return fmt.Sprintf("it belongs to the saved page %s: its %d files are what that page shows, and are read as no pages", filepath.Base(e.page), n)
}

// readDir is the entries of a folder in order of their names.
func readDir(dir string) ([]fs.DirEntry, error) {
	entries, err := os.ReadDir(dir)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}
