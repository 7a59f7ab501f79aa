package dump

import (
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestHourBelow: the hour on the line below the day is the day's, in its zone;
// what asks readers to report mistakes is no text.
func TestHourBelow(t *testing.T) {
	const page = "The Norda Post\n\nFerry runs aground off Overby\n\nTuesday, 6 May 2014\n07:40 PM MYT\n\nA ferry with 80 people aboard ran aground off Overby on Tuesday and was towed free by nightfall, the coastguard said.\n\nNobody was hurt, and the harbour master said that the boat would sail again on Friday if the divers found no hole.\n\nSpotted a mistake in this article? Report it to us.\n"
	as := Read(&stemma.Capture{ID: "c"}, block.Verbatim(page, 0))
	if len(as) != 1 || as[0].Published == nil || as[0].Published.From.Format("2006-01-02 15:04") != "2014-05-06 11:40" || len(as[0].Paragraphs) != 2 {
		t.Errorf("read as %+v", as)
	}
}
