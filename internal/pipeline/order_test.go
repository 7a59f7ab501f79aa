package pipeline

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/capture"
	"github.com/stemma-news/stemma/internal/store"
)

// example is the folder of the five pages.
const example = "../../examples/myanmar"

// readPage is one page with its readings as they are kept.
type readPage struct {
	c         stemma.Capture
	extracted []byte
	found     []byte
}

func readPages(t testing.TB, folder string) []readPage {
	t.Helper()
	var out []readPage
	err := capture.Walk(t.Context(), []string{folder}, capture.Options{}, func(p capture.Page) error {
		if p.Skip != nil {
			t.Fatalf("skipped %s: %s", p.Skip.Page, p.Skip.Why)
		}
		c := Seal(p)
		x, _ := Extract(&c, p.Body)
		f, _ := Find(x.Articles)
		for _, k := range append(x.Skips, f.Skips...) {
			t.Errorf("page %s is not read: %s", p.Page, k.Why)
		}
		out = append(out, readPage{c, pack(&x), pack(&f)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// resolved resolves pages in the order given and returns the lines.
func resolved(t testing.TB, pages []readPage, corrections ...stemma.Correction) (*Result, []byte) {
	t.Helper()
	in := NewInput(corrections)
	for _, p := range pages {
		x, err := unpack[Extracted](p.extracted, p.c.ID)
		if err != nil {
			t.Fatal(err)
		}
		f, err := unpack[Found](p.found, p.c.ID)
		if err != nil {
			t.Fatal(err)
		}
		in.Add(p.c, x, f)
	}
	r := Resolve(in)
	lines, err := r.Lines()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, l := range lines {
		b.WriteString(l.ID + " " + string(l.JSON) + "\n")
	}
	return r, b.Bytes()
}

// permute calls f with every order of n numbers.
func permute(n int, f func([]int)) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	var next func(k int)
	next = func(k int) {
		if k == n {
			f(order)
			return
		}
		for i := k; i < n; i++ {
			order[k], order[i] = order[i], order[k]
			next(k + 1)
			order[k], order[i] = order[i], order[k]
		}
	}
	next(0)
}

// TestAnyOrder holds that the five pages resolve to the same lines in all 120
// orders.
func TestAnyOrder(t *testing.T) {
	pages := readPages(t, example)
	if len(pages) != 5 {
		t.Fatalf("%d pages", len(pages))
	}
	r, want := resolved(t, pages)
	for _, k := range r.Skips {
		t.Errorf("%s: %s: %s", k.Page, k.Stage, k.Why)
	}
	n := 0
	permute(len(pages), func(order []int) {
		n++
		if testing.Short() && n%12 != 0 {
			return
		}
		again := make([]readPage, len(pages))
		for i, j := range order {
			again[i] = pages[j]
		}
		if _, got := resolved(t, again); !bytes.Equal(got, want) {
			t.Fatalf("order %v gives other lines: %s", order, difference(got, want))
		}
	})
	if n != 120 {
		t.Errorf("%d orders", n)
	}
}

// TestFindAgain holds that finding gives the same twice.
func TestFindAgain(t *testing.T) {
	a, b := readPages(t, example), readPages(t, example)
	for i := range a {
		if !bytes.Equal(a[i].extracted, b[i].extracted) || !bytes.Equal(a[i].found, b[i].found) {
			t.Errorf("page %s is read differently twice", a[i].c.Page)
		}
	}
}

// TestAnyBatches holds that a record of the pages is the same whatever the
// batches and the order in which they were read, some of them more than once.
func TestAnyBatches(t *testing.T) {
	files, err := filepath.Glob(example + "/*.txt")
	if err != nil || len(files) != 5 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	want := exported(t, [][]string{{example}})
	oneByOne := [][]string{}
	for _, f := range files {
		oneByOne = append(oneByOne, []string{f})
	}
	if got := exported(t, oneByOne); !bytes.Equal(got, want) {
		t.Errorf("one by one: %s", difference(got, want))
	}
	if testing.Short() {
		return
	}
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.Permutation(files).Draw(rt, "order")
		var batches [][]string
		for i := 0; i < len(order); {
			n := rapid.IntRange(1, len(order)-i).Draw(rt, "batch")
			batch := append([]string{}, order[i:i+n]...)
			if rapid.Bool().Draw(rt, "again") {
				batch = append(batch, order[0])
			}
			batches = append(batches, batch)
			i += n
		}
		if got := exported(t, batches); !bytes.Equal(got, want) {
			rt.Fatalf("batches %q: %s", batches, difference(got, want))
		}
	})
}

// exported reads batches of paths into a new record, one after another, and
// returns all its lines.
func exported(t testing.TB, batches [][]string) []byte {
	t.Helper()
	ctx := context.Background()
	st, err := store.Create(filepath.Join(t.TempDir(), "r.stemma"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for _, paths := range batches {
		if _, err := Read(ctx, st, walkOf(paths), Options{}); err != nil {
			t.Fatal(err)
		}
	}
	return allLines(t, st)
}

func walkOf(paths []string) Source {
	return func(ctx context.Context, yield func(capture.Page) error) error {
		return capture.Walk(ctx, paths, capture.Options{}, yield)
	}
}

func allLines(t testing.TB, st *store.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, typ := range []string{"capture", "article", "entity", "quote", "saying", "telling", "event", "figure", "copy", "family", "story", "standing", "correction", "skip", "event_mentions"} {
		err := st.Lines(context.Background(), typ, func(_ string, line []byte) error {
			b.Write(line)
			return b.WriteByte('\n')
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func difference(a, b []byte) string {
	x, y := bytes.Split(a, []byte("\n")), bytes.Split(b, []byte("\n"))
	for i := range min(len(x), len(y)) {
		if !bytes.Equal(x[i], y[i]) {
			at := 0
			for at < min(len(x[i]), len(y[i])) && x[i][at] == y[i][at] {
				at++
			}
			at = max(0, at-80)
			return string(x[i][at:min(len(x[i]), at+300)]) + "\n  where was\n" + string(y[i][min(at, len(y[i])):min(len(y[i]), at+300)])
		}
	}
	return "fewer or more lines"
}
