package entity

import (
	"slices"
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

// TestKindNouns holds that a name behind what a company or outlet is called is
// its own, and no person's.
func TestKindNouns(t *testing.T) {
	for text, want := range map[string]string{
		"The chief executive of Norlandic shipping company Sol Lines has resigned.": "organisation Sol Lines",
		"She told the broadcaster Rauma Vandag that he was held.":                   "organisation Rauma Vandag",
		"Assistant U.S. Attorney Dana Whitcomb told the court so.":                  "person Dana Whitcomb",
		"Its secretary general, Mariem Mint Sole, said so.":                         "person Mariem Mint Sole",
	} {
		a := &stemma.Article{ID: "a", Text: text}
		var got []string
		for _, m := range Find(a, lang.Analyse(text, nil)) {
			if !m.Descriptive {
				got = append(got, m.Kind+" "+m.Name)
			}
		}
		if !slices.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
