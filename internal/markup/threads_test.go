package markup

import (
	goflag "flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

var update = goflag.Bool("update", false, "rewrite what the pages of testdata/threads are read as")

// TestThreads reads testdata/threads/*.txtar, invented pages of forum programs
// old and new. Each has a file "page" and a file "want": the articles of the
// page as list prints them.
func TestThreads(t *testing.T) {
	files, err := filepath.Glob("testdata/threads/*.txtar")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d pages: %v", len(files), err)
	}
	at := time.Date(2021, 6, 22, 14, 5, 0, 0, time.UTC)
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(f)
			if err != nil || len(ar.Files) != 2 || ar.Files[0].Name != "page" || ar.Files[1].Name != "want" {
				t.Fatalf("not a page and what is wanted of it: %v", err)
			}
			page := string(ar.Files[0].Data)
			as, why := Read(&stemma.Capture{ID: "cpage", Page: f, At: &at}, block.Verbatim(page, 0))
			got := list(as, page) + why
			if *update {
				ar.Files[1].Data = []byte(got)
				if err := os.WriteFile(f, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if want := string(ar.Files[1].Data); got != want {
				t.Errorf("read as\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// list prints articles: slot and fields of each, then its paragraphs; those of
// a range that belongs to another article under its slot.
func list(as []stemma.Article, page string) string {
	slots := map[string]string{}
	for _, a := range as {
		slots[a.ID] = a.Slot
	}
	var b strings.Builder
	for _, a := range as {
		fmt.Fprintf(&b, "%s %s", a.Kind, a.Slot)
		for _, f := range []struct{ name, value string }{
			{"number", fmt.Sprint(a.Number)}, {"author", a.Author}, {"title", a.Title}, {"outlet", a.Outlet}, {"credits", strings.Join(a.Credits, "; ")}, {"place", a.Place},
			{"replies to", slots[string(a.RepliesTo)]}, {"within", slots[string(a.Within)]},
		} {
			if f.value != "" && f.value != "0" {
				fmt.Fprintf(&b, ", %s %q", f.name, f.value)
			}
		}
		if d := a.Published; d != nil {
			fmt.Fprintf(&b, ", published %s", d.From.Format("2006-01-02T15:04"))
			if n := d.Until.Sub(d.From); n > time.Minute {
				fmt.Fprintf(&b, " within %s", n)
			}
		}
		b.WriteString("\n")
		for _, s := range a.Paragraphs {
			mark := "|"
			for _, h := range a.Holds {
				if s.Start >= h.Span.Start && s.End <= h.Span.End {
					mark = slots[h.Article] + " |"
				}
			}
			fmt.Fprintf(&b, "  %s %s\n", mark, strings.ReplaceAll(a.Text[s.Start:s.End], "\n", "\n  "+mark+" "))
		}
	}
	return b.String()
}
