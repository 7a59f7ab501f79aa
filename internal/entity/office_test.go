package entity

import (
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// TestOfficeAlone holds that words for an office that leave no title or no name
// end nothing.
func TestOfficeAlone(t *testing.T) {
	for _, s := range []string{"Volta Governor", "The Volta Governor Governor said.", "Volta Governor of Governor Ana Ruiz spoke.", "Harbour Chief Executive Officer Ana Ruiz resigned."} {
		a := &stemma.Article{ID: "a", Capture: "c", Kind: stemma.KindArticle, Text: s, Source: []stemma.Source{{Span: stemma.Span{End: len(s)}, Range: stemma.Range{End: len(s)}}}}
		for _, m := range Find(a, lang.Analyse(s, nil)) {
			if m.Name == "" && !m.Descriptive {
				t.Errorf("%q: a name without words: %+v", s, m)
			}
		}
	}
}
