package score

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/reuse"
)

func TestCopies(t *testing.T) {
	dir := data(t)
	labels, err := ReadReuseLabels("../../testdata/labels/summit.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all := stemma.NewScene(nil)
	for _, set := range SummitSets {
		articles, err := ReadSummit(dir, set.Name)
		if err != nil {
			t.Fatal(err)
		}
		sc := stemma.NewScene(articles)
		sc.Copies = reuse.Compare(sc.Articles, nil)
		all.Copies = append(all.Copies, sc.Copies...)
		all.Families = append(all.Families, reuse.Families(sc)...)
	}
	var b strings.Builder
	b.WriteString("Copies and families of stories/summit, against testdata/labels/summit.tsv.\n\n")
	b.WriteString(Copies(all, labels))
	wrong, blocks := 0, 0
	for _, lang := range []string{"cs", "de"} {
		pairs, err := ReadTranslations(dir, lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pairs {
			blocks++
			for _, c := range reuse.Compare(p[:], nil) {
				if isCopy(c.Relation) {
					wrong++
					t.Errorf("translations %s called a copy: %s", p[0].ID, c.Relation)
				}
			}
		}
	}
	fmt.Fprintf(&b, "independent translations called copies: %d of %d\n", wrong, blocks)
	golden(t, "copies.txt", b.String())
}
