package quote

import (
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
)

// TestBreath: what one sentence tells of one speaker is one saying, and so are
// quotations of one paragraph with no more than who speaks between them.
func TestBreath(t *testing.T) {
	for _, c := range []struct {
		text, a, b string
		sayings    int
	}{
		{`Ruiz said that the port was shut for good, adding that nobody had told the dockers.`, "the port was shut for good", "nobody had told the dockers", 1},
		{`Ruiz said that the port was shut for good, and now says that nobody had told the dockers.`, "the port was shut for good", "nobody had told the dockers", 2},
		{`Ruiz said that the port was shut for good. She said that nobody had told the dockers.`, "the port was shut for good", "nobody had told the dockers", 2},
		{`“The port is shut for good,” Ruiz said. “Nobody told the dockers.”`, "The port is shut for good,", "Nobody told the dockers.", 1},
		{`“The port is shut for good,” Ruiz said. Much has happened since in Lima. “Nobody told the dockers.”`, "The port is shut for good,", "Nobody told the dockers.", 2},
		{"“The port is shut for good,” Ruiz said.\n\n“Nobody told the dockers.”", "The port is shut for good,", "Nobody told the dockers.", 2},
		{"Ruiz said that the port was shut for good.\n\n“Nobody told the dockers,” she said.", "the port was shut for good", "Nobody told the dockers,", 1},
		{"Ruiz said that the port was shut for good. Asked about the dockers, she said: “Nobody told them of it.”", "the port was shut for good", "Nobody told them of it.", 2},
	} {
		var qs []stemma.Quote
		for i, words := range []string{c.a, c.b} {
			at := strings.Index(c.text, words)
			q := stemma.Quote{ID: string(rune('a' + i)), Article: "x", Text: words, Kind: stemma.Indirect, Speaker: "n1", SpeakerText: "Ruiz", Spans: []stemma.Span{{Start: at, End: at + len(words)}}}
			if strings.HasSuffix(c.text[:at], "“") {
				q.Kind = stemma.Direct
			}
			qs = append(qs, q)
		}
		sc := stemma.NewScene([]*stemma.Article{{ID: "x", Text: c.text}})
		if got := Join(sc, qs); len(got) != c.sayings {
			t.Errorf("%s\n%d sayings, want %d", c.text, len(got), c.sayings)
		}
	}
}
