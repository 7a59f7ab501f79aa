package stemma

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/stemma-news/stemma/"

// A room of the map in ARCHITECTURE.md: a row of its table.
type room struct {
	job string
	may []string
}

// TestMap holds the table of packages in ARCHITECTURE.md against the code:
// every package has a row, its doc comment says the row's sentence, and it
// imports no package its row does not name. Tests may import what they like.
func TestMap(t *testing.T) {
	rooms := readMap(t)
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			switch d.Name() {
			case ".git", "testdata", "bench", "examples", "docs":
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		name := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(file)), "internal/")
		if name == "." {
			return nil // the vocabulary: see TestRootImports
		}
		r, ok := rooms[name]
		if !ok {
			if !seen[name] {
				t.Errorf("%s: ARCHITECTURE.md has no row for %q", file, name)
			}
			seen[name] = true
			return nil
		}
		seen[name] = true
		checkFile(t, file, name, r)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range rooms {
		if !seen[name] {
			t.Errorf("ARCHITECTURE.md has a row for %q, and no such package stands", name)
		}
	}
}

// checkFile holds one file against the row of its package.
func checkFile(t *testing.T, file, name string, r room) {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		t.Errorf("%s: %v", file, err)
		return
	}
	if f.Doc != nil && (strings.HasPrefix(f.Doc.Text(), "Package ") || strings.HasPrefix(f.Doc.Text(), "Command ")) && name != "cmd/stemma" {
		doc := strings.Join(strings.Fields(f.Doc.Text()), " ")
		_, said, _ := strings.Cut(strings.TrimPrefix(doc, "Package "), " ")
		if f.Name.Name == "main" {
			_, said, _ = strings.Cut(strings.TrimPrefix(doc, "Command "), " ")
		}
		if want := r.job; !strings.HasPrefix(said, want) {
			t.Errorf("%s: the doc comment does not begin with the map's sentence %q", file, want)
		}
	}
	for _, im := range f.Imports {
		p, _ := strconv.Unquote(im.Path.Value)
		if !strings.HasPrefix(p, module) {
			continue
		}
		p = strings.TrimPrefix(p, module+"internal/")
		if !slices.Contains(r.may, p) {
			t.Errorf("%s imports %s, which the map does not allow", file, p)
		}
	}
}

// TestRootImports holds the vocabulary to the standard library.
func TestRootImports(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, im := range f.Imports {
			if strings.Contains(im.Path.Value, ".") {
				t.Errorf("%s imports %s: the vocabulary imports only the standard library", path, im.Path.Value)
			}
		}
	}
}

var row = regexp.MustCompile("^\\| `([a-z/]+)` \\| (.+?) \\|(.*)\\|$")

// readMap reads the table: | `package` | its job | what it may import |.
func readMap(t *testing.T) map[string]room {
	b, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	rooms := map[string]room{}
	for _, line := range strings.Split(string(b), "\n") {
		if m := row.FindStringSubmatch(line); m != nil {
			rooms[m[1]] = room{job: m[2], may: strings.Fields(m[3])}
		}
	}
	if len(rooms) == 0 {
		t.Fatal("ARCHITECTURE.md holds no map")
	}
	return rooms
}
