package pipeline

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
)

// TestGuard holds that a stage that fails, or does not end, becomes a skip.
func TestGuard(t *testing.T) {
	skip, late := guard("quote", time.Minute, func() { _ = strings.Repeat("x", len(os.Args)-1000) })
	if skip == nil || late || !strings.HasPrefix(skip.Why, "internal error in quote: strings: negative Repeat count (") {
		t.Errorf("a failure: %+v, %v", skip, late)
	}
	end := make(chan bool)
	defer close(end)
	skip, late = guard("quote", time.Millisecond, func() { <-end })
	if skip == nil || !late || !strings.HasPrefix(skip.Why, "given up after") {
		t.Errorf("one without end: %+v, %v", skip, late)
	}
	if skip, late = guard("quote", time.Minute, func() {}); skip != nil || late {
		t.Errorf("one that is done: %+v, %v", skip, late)
	}
}

// TestStepFails holds that a step of resolving that fails leaves a skip.
func TestStepFails(t *testing.T) {
	r := begin(NewInput(nil))
	r.step("story", func() { panic("no") })
	if len(r.Skips) != 1 || r.Skips[0].Stage != "story" {
		t.Errorf("skips: %v", r.Skips)
	}
}

// TestRefused holds that a fact whose words do not stand where it says is left
// out, and that a skip says so.
func TestRefused(t *testing.T) {
	text := "“We are glad,” he said."
	a := stemma.Article{ID: "a1", Capture: "c1", Text: text, Source: []stemma.Source{{Span: stemma.Span{End: len(text)}, Range: stemma.Range{End: len(text)}}}}
	quote := func(id string, start, end int, exact string) stemma.Quote {
		return stemma.Quote{ID: id, Article: "a1", Spans: []stemma.Span{{Start: start, End: end}}, Text: exact, Kind: stemma.Indirect}
	}
	in := NewInput(nil)
	in.Add(stemma.Capture{ID: "c1", Page: "p"}, Extracted{Articles: []stemma.Article{a}}, Found{Facts: []stemma.Facts{{Quotes: []stemma.Quote{
		quote("q1", 3, 14, "We are glad"), quote("q2", 3, 14, "We were glad"), quote("q3", 3, 999, ""), quote("q1", 3, 5, "We"),
	}}}})
	r := Resolve(in)
	if len(r.Quotes) != 1 || r.Quotes[0].ID != "q1" || r.Quotes[0].Since != 1 || r.Quotes[0].Type != "quote" {
		t.Errorf("quotes: %+v", r.Quotes)
	}
	refused := 0
	for _, k := range r.Skips {
		if k.Stage == "resolve" && k.Page == "p" {
			refused++
		}
	}
	if refused != 3 {
		t.Errorf("skips: %v", r.Skips)
	}
}

func TestMarked(t *testing.T) {
	text := `he was “very glad” to come and "sorry" to go`
	var got []string
	for _, s := range marked(text, stemma.Span{Start: 3, End: len(text)}) {
		got = append(got, text[s.Start:s.End])
	}
	if strings.Join(got, "|") != "very glad|sorry" {
		t.Errorf("%q", got)
	}
}

// TestKeepsUp holds that a second run reads nothing and publishes nothing, that
// a run that lacks a reading makes it, and that a page found under a smaller
// name gets that name.
func TestKeepsUp(t *testing.T) {
	ctx := t.Context()
	dir := t.TempDir()
	page := "The old mill on the river grinds again after two years, its owner said on Monday.\n"
	for _, name := range []string{"b.txt", "c.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(page+name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	st, err := store.Create(filepath.Join(dir, "r.stemma"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	run := func(read int, resolved bool) {
		t.Helper()
		rep, err := Read(ctx, st, walkOf([]string{dir}), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if rep.Read != read || rep.Resolved != resolved {
			t.Errorf("read %d pages, resolved %v", rep.Read, rep.Resolved)
		}
	}
	run(2, true)
	run(0, false)
	before := allLines(t, st)
	err = st.Write(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE reading SET key = 'of an older program' WHERE stage = 'find' AND capture = (SELECT min(capture) FROM reading)`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	run(1, false)
	if !bytes.Equal(allLines(t, st), before) {
		t.Error("the lines are others after reading one page again")
	}
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(page+"b.txt"), 0o666); err != nil {
		t.Fatal(err)
	}
	run(0, true)
	if lines := string(allLines(t, st)); !strings.Contains(lines, "a.txt") || strings.Contains(lines, "b.txt\",\"url") {
		t.Error("the page did not get its smaller name")
	}
}

// TestTwoAtOnce holds that two programs that read into one record at the same
// time give what one gives that reads both.
func TestTwoAtOnce(t *testing.T) {
	ctx := t.Context()
	files, err := filepath.Glob(example + "/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "r.stemma")
	errs := make(chan error)
	for _, half := range [][]string{files[:2], files[2:]} {
		st, err := store.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		defer st.Close()
		go func() {
			_, err := Read(ctx, st, walkOf(half), Options{})
			errs <- err
		}()
	}
	for range 2 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	st, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if got, want := allLines(t, st), exported(t, [][]string{{example}}); !bytes.Equal(got, want) {
		t.Errorf("the record differs: %s", difference(got, want))
	}
	v, err := Verify(ctx, st)
	if err != nil || len(v.Faults) > 0 || v.Captures != 5 {
		t.Errorf("verified: %+v, %v", v, err)
	}
}
