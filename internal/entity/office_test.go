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

// TestWhichPresident: an office with a country is held by somebody of it, one without by
// whom the page prints without.
func TestWhichPresident(t *testing.T) {
	const text = "President Ana Ruiz met Chilean President Juan Quispe. Both waited. It rained for hours. "
	for _, c := range []struct{ text, words, want string }{
		{text + "The Chilean president left.", "The Chilean president", "Juan Quispe"},
		{text + "The Chilean leader left.", "The Chilean leader", "Juan Quispe"},
		{text + "The Kenyan president left.", "The Kenyan president", ""},
		{text + "The president left.", "The president", "Ana Ruiz"},
	} {
		sc, _ := join(c.text)
		if got := of(sc, "a", c.words); got != c.want {
			t.Errorf("%q is %q, want %q", c.words, got, c.want)
		}
	}
}
