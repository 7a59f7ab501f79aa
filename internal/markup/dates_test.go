package markup

import (
	"slices"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestDateLabels holds that the words beside dates are sorted, without doubles,
// and read whole.
func TestDateLabels(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(dateLabelsFile, "\n"), "\n")
	if !slices.IsSorted(lines) || len(slices.Compact(slices.Clone(lines))) != len(lines) {
		t.Error("datelabels.txt is not sorted, or has a line twice")
	}
	for i, w := range dateLabels() {
		if w.label == labelNone || w.words == "" || w.words != strings.ToLower(w.words) {
			t.Errorf("datelabels.txt: line %d is not read: %q", i+1, lines[i])
		}
	}
	for text, want := range map[string]int{"Posted ": labelPublished, "Posted by Ann Lee. Last updated on ": labelChanged, "By Ann Lee, ": labelNone, "Zuletzt aktualisiert am ": labelChanged} {
		if got := dateLabel(&reading{where: "line", beside: text}); got != want {
			t.Errorf("%q says %d of a date, want %d", text, got, want)
		}
	}
}

// TestPublished reads the day of pages that give more than one.
func TestPublished(t *testing.T) {
	text := strings.Repeat("<p>The ferry left the harbour late, and the crew, who had waited since noon, said so to all who asked them.</p>", 6)
	for _, c := range []struct{ name, page, want string }{
		{"a byline without spaces", `<html><body><h1>The late ferry of the harbour</h1><div><span>Ann Lee</span><span>Oct 17, 2023</span></div>` + text, "2023-10-17"},
		{"data and print agree", `<html><head><meta property="article:published_time" content="2022-03-04T10:00:00Z"><meta property="article:modified_time" content="2022-03-09T10:00:00Z"></head><body><h1>The late ferry of the harbour</h1><div>Posted March 4, 2022, updated March 9, 2022</div>` + text, "2022-03-04"},
	} {
		articles, why := Read(&stemma.Capture{ID: "c"}, block.Verbatim(c.page, 0))
		if len(articles) != 1 || articles[0].Published == nil {
			t.Errorf("%s: no date; %s", c.name, why)
			continue
		}
		if got := articles[0].Published.From.Format("2006-01-02"); got != c.want {
			t.Errorf("%s: read %s, want %s", c.name, got, c.want)
		}
	}
}
