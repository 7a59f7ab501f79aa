package quote

import (
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma/internal/lang"
)

// TestBounded reads what is made to be slow. Each takes well under a second
// where work is linear; the limit leaves room for busy machines.
func TestBounded(t *testing.T) {
	for name, s := range map[string]string{
		"marks only":        strings.Repeat("\"", 300_000),
		"curly marks":       strings.Repeat("“", 200_000),
		"a long quotation":  "\"" + strings.Repeat("word ", 1_000_000) + "\" Ruiz said.",
		"cues only":         strings.Repeat("said ", 200_000),
		"commas and cues":   strings.Repeat("Ruiz said, ", 60_000),
		"short quotations":  strings.Repeat("\"We stay here now.\" ", 30_000),
		"paragraphs":        strings.Repeat("\"We stay,\" he said.\n\n", 20_000),
		"unclosed openings": strings.Repeat("\"We stay\n\n", 20_000),
		"quoted as":         strings.Repeat("RIA quoted Ruiz as ", 30_000),
	} {
		from := time.Now()
		a := article(s)
		Find(a, &lang.Document{Text: s}, nil)
		if d := time.Since(from); d > 20*time.Second {
			t.Errorf("%s took %v", name, d)
		} else {
			t.Logf("%s: %v", name, d)
		}
	}
}
