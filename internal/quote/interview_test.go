package quote

import (
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/lang"
)

// TestInterview holds answers below questions without names to be who is asked's.
func TestInterview(t *testing.T) {
	find := func(s string) (got []string) {
		a := &stemma.Article{Title: "The last ferryman: Ivo Marek", Author: "Lena Holt", Text: s, Source: []stemma.Source{{Span: stemma.Span{End: len(s)}, Range: stemma.Range{End: len(s)}}}}
		d := lang.Analyse(s, nil)
		for _, q := range Find(a, d, entity.Find(a, d)) {
			if q.By.Rule == "interview" {
				if q.SpeakerText != "Ivo Marek" {
					t.Errorf("%q is said by %q", q.Text, q.SpeakerText)
				}
				got = append(got, q.Text)
			}
		}
		return got
	}
	s := strings.Join([]string{
		"Ivo Marek has rowed people over the Sava for forty years. We met Ivo Marek on his boat.",
		"When did you begin?", "I was nine. My father fell ill and somebody had to row.",
		"They say that you never learned to swim.", "That is true. I never fell in.",
		"Who taught you?", "Nobody taught me. I watched the river.",
		"Will your son go on?", "He has a shop in Zagreb. I do not ask him.",
		"What will you do when the bridge opens?", "I will walk over it and look down at my boat.",
		"The bridge opens in June.",
	}, "\n\n")
	if got := find(s); len(got) != 5 || got[1] != "That is true. I never fell in." {
		t.Errorf("found %q", got)
	}
	s = strings.NewReplacer("When did you begin?", "What does a ride cost?", "I was nine. My father", "Two euros. The father", "I ", "They ", "My ", "Their ", " me.", " them.", " my ", " their ").Replace(s)
	if got := find(s); len(got) != 0 {
		t.Errorf("found %q in answers to readers", got)
	}
}
