package markup

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/stemma-news/stemma/internal/dump/when"
)

// What the words beside a date say of it.
const (
	labelNone = iota
	labelPublished
	labelChanged
)

// dateLabelsFile holds words that pages print beside a date, each after what
// they say of it.
//
//go:embed datelabels.txt
var dateLabelsFile string

type dateWords struct {
	words string
	label int
}

var dateLabels = sync.OnceValue(func() []dateWords {
	var out []dateWords
	for line := range strings.Lines(dateLabelsFile) {
		if kind, words, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			out = append(out, dateWords{words, map[string]int{"published": labelPublished, "changed": labelChanged}[kind]})
		}
	}
	return out
})

// dateLabel is what the words before a date say of it, the last that say
// something: "Posted 3 May, updated" -> changed.
func dateLabel(x *reading) int {
	text := x.beside
	if x.where != "line" {
		st := when.Find(x.value)
		if len(st) == 0 {
			return labelNone
		}
		text = x.value[:st[0].Start]
	}
	text = strings.ToLower(text[max(0, len(text)-60):])
	label, at := labelNone, -1
	for _, w := range dateLabels() {
		if i := strings.LastIndex(text, w.words); i > at {
			label, at = w.label, i
		}
	}
	return label
}
