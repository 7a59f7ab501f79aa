package pipeline

import (
	"fmt"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/event"
	"github.com/stemma-news/stemma/internal/event/mention"
	"github.com/stemma-news/stemma/internal/extract"
	"github.com/stemma-news/stemma/internal/figure"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/quote"
)

// The two stages whose readings are kept.
const (
	stageExtract = "extract"
	stageFind    = "find"
)

// Extracted is what was read out of one capture.
type Extracted struct {
	Articles []stemma.Article `json:"articles"`
	Skips    []stemma.Skip    `json:"skips"`
}

// Found are the local facts of the articles of one capture, in the order of
// the articles.
type Found struct {
	Facts []stemma.Facts `json:"facts"`
	Skips []stemma.Skip  `json:"skips"`
	// Mentions are the event mentions of each article that was analysed. The
	// record keeps them apart: in readings there are none.
	Mentions []stemma.EventMentions `json:"mentions"`
}

// Analysed reports whether the words of an article are analysed: those in
// English are, and those of no known language.
func Analysed(a *stemma.Article) bool {
	l, _, _ := strings.Cut(strings.ToLower(a.Lang), "-")
	return l == "" || l == "en" || l == "und"
}

// Extract reads the articles out of a capture. late is set where it took too
// long, which a less busy machine may not find.
func Extract(c *stemma.Capture, body []byte) (x Extracted, late bool) {
	bare := *c
	bare.Page = ""
	skip, late := guard(stageExtract, pageTime, func() {
		x.Articles, x.Skips = extract.Read(&bare, body)
	})
	if skip != nil {
		return Extracted{Skips: []stemma.Skip{*skip}}, late
	}
	if len(x.Articles) == 0 && len(x.Skips) == 0 {
		x.Skips = []stemma.Skip{stemma.NewSkip("", stageExtract, "no article was found on it")}
	}
	return x, false
}

// Whole takes all of a text for one article, which Extract would read out of it.
func Whole(c *stemma.Capture, body []byte) (x Extracted) {
	bare := *c
	bare.Page = ""
	x.Articles, x.Skips = extract.Whole(&bare, body)
	return x
}

// Find finds the local facts of articles. An article on which a stage fails
// has none, and a skip says so.
func Find(articles []stemma.Article) (f Found, late bool) {
	f.Facts = make([]stemma.Facts, len(articles))
	left := pageTime
	for i := range articles {
		a := &articles[i]
		if !Analysed(a) {
			continue
		}
		var facts stemma.Facts
		var mentions stemma.EventMentions
		var stage atomic.Value // one that is late may go on to the next
		start := time.Now()
		skip, l := guard("", left, func() { findIn(a, &facts, &mentions, &stage) })
		if left -= time.Since(start); left < time.Second {
			left = time.Second
		}
		if skip != nil {
			skip.Stage, _ = stage.Load().(string)
			skip.Why = strings.Replace(skip.Why, "internal error in ", "internal error in "+skip.Stage, 1)
			if a.Title != "" {
				skip.Why += fmt.Sprintf(" (article %q)", a.Title)
			}
			f.Skips = append(f.Skips, *skip)
			late = late || l
			continue
		}
		f.Facts[i] = facts
		if err := holds(map[string]*stemma.Article{a.ID: a}, nil, &mentions); err != nil {
			f.Skips = append(f.Skips, stemma.NewSkip("", "mention", fmt.Sprintf("internal error: its event mentions were left out because their place does not hold: %v", err)))
			continue
		}
		f.Mentions = append(f.Mentions, mentions)
	}
	return f, late
}

func findIn(a *stemma.Article, facts *stemma.Facts, mentions *stemma.EventMentions, stage *atomic.Value) {
	stage.Store("lang")
	held := make([]stemma.Span, len(a.Holds))
	for i, h := range a.Holds {
		held[i] = h.Span
	}
	d := lang.Analyse(a.Text, held)
	stage.Store("entity")
	facts.Mentions = entity.Find(a, d)
	stage.Store("quote")
	facts.Quotes = quote.Find(a, d, facts.Mentions)
	stage.Store("event")
	facts.Tellings = event.Find(a, d, facts.Mentions, facts.Quotes)
	stage.Store("figure")
	facts.Figures = figure.Find(a, d, facts.Mentions, facts.Quotes)
	stage.Store("mention")
	*mentions = mention.Find(a, d, facts.Mentions, facts.Tellings)
}

// guard runs f, and makes a skip of a panic and of not being done in time. A
// run that is late is left to end by itself, and what it writes is not looked
// at again.
func guard(stage string, limit time.Duration, f func()) (skip *stemma.Skip, late bool) {
	done := make(chan *stemma.Skip, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				s := stemma.NewSkip("", stage, fmt.Sprintf("internal error in %s: %v%s", stage, r, where(debug.Stack())))
				done <- &s
			}
		}()
		f()
		done <- nil
	}()
	t := time.NewTimer(limit)
	defer t.Stop()
	select {
	case s := <-done:
		return s, false
	case <-t.C:
		s := stemma.NewSkip("", stage, fmt.Sprintf("given up after %s", limit.Round(time.Second)))
		return &s, true
	}
}

// where is the line of the program a panic came from: " (split.go:12)".
func where(stack []byte) string {
	lines := strings.Split(string(stack), "\n")
	seen := false
	for _, l := range lines {
		if strings.HasPrefix(l, "panic(") {
			seen = true
			continue
		}
		if at, ok := strings.CutPrefix(l, "\t"); seen && ok && !strings.Contains(at, "/runtime/") {
			at, _, _ = strings.Cut(at, " ")
			return " (" + at[strings.LastIndexByte(at, '/')+1:] + ")"
		}
	}
	return ""
}
