package dump

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// what four people say, in the layouts of forum programs.
var (
	speakers = []string{"heron", "moss", "lockside", "teal"}
	remarksT = []string{
		"The pump on the lower lock has been out since Easter and nobody at the trust will say when it comes back. Has anyone heard more than that?",
		"I asked the keeper on Friday. He says the part is ordered from abroad and takes six weeks, so I would not plan on June.",
		"Thanks. Then we go round by the river instead, it is longer but at least there is water in it.",
		"We did the river last year. Mind the shoal below the second bridge, it has grown and the marker is gone.",
	}
)

// TestPrograms reads testdata/programs/programs.txtar, and saved.txtar of threads
// saved as text, and holds that each post is told from the others, with who wrote it.
func TestPrograms(t *testing.T) {
	for _, file := range []string{"programs", "saved"} {
		layouts(t, "testdata/programs/"+file+".txtar", func(name, wrong string) {
			if wrong != "" {
				t.Errorf("%s: %s", name, wrong)
			}
		})
	}
}

// TestFailingPrograms holds that those of failing.txtar are still not read right;
// one that is belongs into the other file.
func TestFailingPrograms(t *testing.T) {
	layouts(t, "testdata/programs/failing.txtar", func(name, wrong string) {
		if wrong == "" {
			t.Errorf("%s is read right now: move it to programs.txtar", name)
		}
	})
}

// layouts reads a thread in each layout of a file and says what is wrong with it.
func layouts(t *testing.T, file string, do func(name, wrong string)) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for k := 0; k+2 < len(ar.Files); k += 3 {
		above, post, below := string(ar.Files[k].Data), string(ar.Files[k+1].Data), string(ar.Files[k+2].Data)
		var b strings.Builder
		b.WriteString(strings.ReplaceAll(above, "FIRST", remarksT[0]))
		for i, name := range speakers {
			re := "Re: "
			if i == 0 {
				re = ""
			}
			if i > 0 || !strings.Contains(above, "FIRST") {
				b.WriteString(strings.NewReplacer("NAME", name, "TEXT", remarksT[i], "DAY", fmt.Sprint(12+i), "RE", re, "{N}", fmt.Sprint(i+1)).Replace(post))
			}
		}
		b.WriteString(below)
		as := Read(&stemma.Capture{ID: "c", Page: "p"}, block.Verbatim(b.String(), 0))
		wrong := ""
		if len(as) != len(speakers) {
			wrong = fmt.Sprintf("%d posts, want %d", len(as), len(speakers))
		}
		for i, a := range as {
			if wrong == "" && (a.Author != speakers[i] || a.Text != remarksT[i]) {
				wrong = fmt.Sprintf("post %d of %q is %q", i+1, a.Author, a.Text)
			}
		}
		do(strings.TrimSuffix(ar.Files[k].Name, "/above"), wrong)
	}
}
