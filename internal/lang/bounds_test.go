package lang

import (
	"slices"
	"strings"
	"testing"
)

// TestBounds holds that the net cuts what people write in mails ("|"), and
// leaves the rules alone in orderly text.
func TestBounds(t *testing.T) {
	for _, want := range [][]string{
		{"Please write to ann@example.org if you can come.", "Please find the list below:", "We will need ten chairs."},
		{"The ferry sank.", "“We saw it go down,” Berg said, and Sen. Ruiz agreed.", "Nobody was hurt, police said on Monday."},
	} {
		s := strings.Join(want, " ")
		d := &Document{Text: s}
		takeWorker().split(d, nil)
		var got []string
		for _, x := range d.Sentences {
			got = append(got, s[x.Start:x.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	}
}
