package dump

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestBadInput holds that what is no dump is read to nothing, or bounded, and
// soon.
func TestBadInput(t *testing.T) {
	for name, in := range map[string]string{
		"empty":         "",
		"white space":   " \n\t\r\n\u00a0\n",
		"binary":        "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00",
		"one long line": strings.Repeat("word after word and no end ", 1<<18),
		"too long":      strings.Repeat("x", MaxBytes+1),
		"many lines":    strings.Repeat("a\n", 1<<18),
		"broken UTF-8":  strings.Repeat("caf\xe9 cr\xe8me \xff\xfe\n", 2000),
		"only marks":    strings.Repeat("-- ** || ## \n", 2000),
		"only dates":    strings.Repeat("3 May 2020 4 May 2020 5 May 2020\n", 3000),
		"numbers":       strings.Repeat("#1\n#2\n1. #1\n", 3000),
		"quotes":        strings.Repeat("ann said:\nbob wrote:\nQuote Originally Posted by ann\n", 2000),
	} {
		start := time.Now()
		as := Read(&stemma.Capture{ID: "c"}, block.Verbatim(in, 0))
		checkWords(t, in, as)
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s took %v", name, d)
		}
		if (name == "empty" || name == "white space" || name == "binary" || name == "too long") && len(as) > 0 {
			t.Errorf("%s gave %d articles", name, len(as))
		}
	}
}

// TestTwice holds that reading is a function.
func TestTwice(t *testing.T) {
	files, _ := filepath.Glob("../../examples/myanmar/*.txt")
	for _, f := range files {
		in, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		c := &stemma.Capture{ID: "c", Page: f}
		if a, b := Read(c, block.Verbatim(string(in), 0)), Read(c, block.Verbatim(string(in), 0)); !reflect.DeepEqual(a, b) {
			t.Errorf("%s reads differently the second time", f)
		}
		// Windows line ends and a byte order mark change no word.
		w := "\ufeff" + strings.ReplaceAll(string(in), "\n", "\r\n")
		a, b := Read(c, block.Verbatim(string(in), 0)), Read(c, block.Verbatim(w, 0))
		if len(a) != len(b) {
			t.Errorf("%s: %d articles, %d with CRLF", f, len(a), len(b))
			continue
		}
		for i := range a {
			if a[i].Text != b[i].Text || a[i].Title != b[i].Title {
				t.Errorf("%s: %s differs with CRLF", f, a[i].Slot)
			}
		}
	}
}

// TestTables holds that the tables are sorted, without empty or double lines.
func TestTables(t *testing.T) {
	files, _ := filepath.Glob("*/*.txt")
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		ls := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
		if !slices.IsSorted(ls) {
			t.Errorf("%s is not sorted", f)
		}
		for i, l := range ls {
			if strings.TrimSpace(l) == "" || i > 0 && l == ls[i-1] {
				t.Errorf("%s:%d: %q", f, i+1, l)
			}
		}
	}
}

// FuzzRead holds that whatever the bytes, every span lies in its text and every
// word of every article stands in the capture at its source, in order.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, x := range files {
		b, err := os.ReadFile(x)
		if err != nil {
			f.Fatal(err)
		}
		_, in, _ := bytes.Cut(b, []byte("-- dump --\n"))
		in, _, _ = bytes.Cut(in, []byte("-- want --"))
		f.Add(string(in))
	}
	f.Add("R\n\nussian ministers said they had met on Monday.\n")
	docs, _ := filepath.Glob("testdata/docs/*.txt")
	for _, x := range docs {
		b, err := os.ReadFile(x)
		if err != nil {
			f.Fatal(err)
		}
		in, _, _ := bytes.Cut(b, []byte("~~~~\n"))
		f.Add(string(in))
	}
	f.Add("13/10/2022, 18:07 - Ana: It is shut\n13/10/2022, 18:09 - Carl: Who says?\n13/10/2022, 18:10 - Ana: Norda\n")
	f.Add("4 October 2022\n\nLake Watch\n18:07\nIt is shut.\n\nLake Watch\n18:09\nForwarded from Norda\nSUND, Oct 4 (Norda) - It is shut.\n\nLake Watch\n18:10\n18:11\nNo.\n")
	f.Add("Title: " + strings.Repeat("x", 1<<15) + "\nURL: y\n")
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 1<<16 {
			return
		}
		in = strings.ToValidUTF8(in, "?")
		as := Read(&stemma.Capture{ID: "c"}, block.Verbatim(in, 0))
		checkWords(t, in, as)
		ids := map[string]bool{}
		for _, a := range as {
			if ids[a.ID] {
				t.Fatalf("two articles of slot %s", a.Slot)
			}
			ids[a.ID] = true
		}
		for _, a := range as {
			for _, h := range a.Holds {
				if !ids[h.Article] {
					t.Fatalf("%s holds %s, which was not read", a.Slot, h.Article)
				}
			}
			if a.Within != "" && !ids[string(a.Within)] || a.RepliesTo != "" && !ids[string(a.RepliesTo)] {
				t.Fatalf("%s stands within or replies to what was not read", a.Slot)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	files, _ := filepath.Glob("../../examples/myanmar/*.txt")
	var ins []string
	n := 0
	for _, f := range files {
		in, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		ins = append(ins, string(in))
		n += len(in)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, in := range ins {
			Read(&stemma.Capture{ID: "c"}, block.Verbatim(in, 0))
		}
	}
}
