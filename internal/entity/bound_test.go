package entity

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// TestBounded reads and joins what is made to be slow: lists of names, one
// surname for all, capitals only.
func TestBounded(t *testing.T) {
	list := func(n int, form string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, form, word(i), word(i))
		}
		return b.String()
	}
	for name, s := range map[string]string{
		"names":        list(5_000, "We met Mayor Ana Q%s in Lima. Then Q%s left. "),
		"one surname":  list(5_000, "We met Mayor A%s Quispe in Lima. Then Mayor B%s Quispe and Quispe left. "),
		"bodies":       list(5_000, "The Q%s Bank said that Q%s was shut. "),
		"acronyms":     list(5_000, "The Kavti %s Union (%s) sat. "),
		"capitals":     list(5_000, "WHAT Q%s AND Q%s WANT\n\n"),
		"one long run": strings.Repeat("Quispe ", 50_000),
	} {
		from := time.Now()
		a := article("a", s)
		ms := Find(a, &lang.Document{Text: s})
		sc := stemma.NewScene([]*stemma.Article{a})
		Join(sc, map[string][]stemma.Mention{"a": ms})
		if d := time.Since(from); d > 30*time.Second {
			t.Errorf("%s took %v", name, d)
		} else {
			t.Logf("%s: %d mentions, %v", name, len(ms), d)
		}
	}
}

// word is a name of its own for each number.
func word(n int) string {
	s := ""
	for {
		s += string(rune('a' + n%26))
		if n /= 26; n == 0 {
			return s
		}
	}
}
