package dump

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestDocs reads texts that programs wrote out with their fields, in the forms of
// clippers and of databases of the press: each file of testdata/docs holds the
// text (some of takes of an agency, one below another), a line of tildes, and what is read, an article to a line and its
// paragraphs below.
func TestDocs(t *testing.T) {
	files, _ := filepath.Glob("testdata/docs/*.txt")
	if len(files) < 5 {
		t.Fatal("the cases are gone")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		in, want, _ := strings.Cut(string(b), "~~~~\n")
		var got strings.Builder
		for _, a := range Read(&stemma.Capture{ID: "c", Page: f}, block.Verbatim(in, 0)) {
			day := ""
			if a.Published != nil {
				day = a.Published.From.Format("2006-01-02 15:04")
			}
			fmt.Fprintf(&got, "%s | %s | %s | %s | %s | %s | %s\n", a.Slot, a.Outlet, a.Title, strings.Join(a.Bylines, "; "), day, a.Place, a.Canonical)
			for _, p := range a.Paragraphs {
				fmt.Fprintf(&got, "  %s\n", a.Text[p.Start:p.End])
			}
			for _, s := range a.Source {
				if s.Range.Start < 0 || s.Range.End > len(in) {
					t.Errorf("%s: a source outside of the text: %v", f, s)
				}
			}
		}
		if got.String() != want {
			t.Errorf("%s: got\n%s\nwant\n%s", f, got.String(), want)
		}
	}
}

// TestNoDocs: a page whose text begins with a label or two is a copy of a page.
func TestNoDocs(t *testing.T) {
	const rest = "\n\nThe port of Sund stayed shut on Friday after talks about the pay of dockers broke down, the union said in a statement.\n\nNo ferry has left it since Monday, and none will until they pay, it said.\n"
	for _, head := range []string{"Source: Norda\nDate: 3 May 2024", "Title: Harbour strike enters third week", "Harbour strike\nURL: https://lake.example/1\nDate: 3 May 2024"} {
		as := Read(&stemma.Capture{ID: "c"}, block.Verbatim(head+rest, 0))
		for _, a := range as {
			for _, k := range a.Candidates {
				if k.Where == "label" {
					t.Errorf("%q: read as fields: %v", head, k)
				}
			}
		}
	}
}
