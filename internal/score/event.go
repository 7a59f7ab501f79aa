package score

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/event"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/quote"
)

// EventSentence is one sentence of PLOVER's gold standard, with labels of
// PLOVER 2.0.
type EventSentence struct {
	ID, Text          string
	Kind              string
	Also              string // a second type that is right by PLOVER 2.0, or ""
	Actors, Recipient []string
}

// renamed are the labels of the gold standard that PLOVER 2.0 gave other
// names. A FIGHT that blockades or occupies is COERCE by CAMEO2PLOVER (191 and
// 192); the old label does not tell it from others, so either is right.
var renamed = map[string]string{"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "YIELD": "RETREAT"}

var holding = regexp.MustCompile(`(?i)blockad|occup|seiz|sieg|control`)

// ReadPlover reads PLOVER_GSR_CAMEO.txt, leaving out the records that
// document the file.
func ReadPlover(path string) ([]EventSentence, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	type actor struct {
		Text string `json:"actorText"`
	}
	var in []struct {
		ID, Event, EventText, Text string
		Source, Target             json.RawMessage
	}
	if err := json.Unmarshal(b, &in); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	var out []EventSentence
	for _, x := range in {
		if x.Text == "" || x.Event == "DOCUMENT" {
			continue
		}
		s := EventSentence{ID: x.ID, Text: x.Text, Kind: x.Event}
		if n := renamed[s.Kind]; n != "" {
			s.Kind = n
		}
		if x.Event == "FIGHT" && holding.MatchString(x.EventText) {
			s.Also = "COERCE"
		}
		var source, target []actor // some records write "" for none
		_ = json.Unmarshal(x.Source, &source)
		_ = json.Unmarshal(x.Target, &target)
		for _, a := range source {
			s.Actors = append(s.Actors, a.Text)
		}
		for _, a := range target {
			s.Recipient = append(s.Recipient, a.Text)
		}
		out = append(out, s)
	}
	return out, nil
}

// ReadDeeds reads sentences of our own over the categories of CAMEO: a line is
// type, a word of who acts, one of who is acted on, each or "",, and the sentence.
func ReadDeeds(path string) ([]EventSentence, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []EventSentence
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("read %s: line %d has %d fields, not 4", path, i+1, len(f))
		}
		s := EventSentence{ID: fmt.Sprint(i), Kind: f[0], Text: f[3]}
		if f[1] != "" {
			s.Actors = []string{f[1]}
		}
		if f[2] != "" {
			s.Recipient = []string{f[2]}
		}
		out = append(out, s)
	}
	return out, nil
}

// OneSentence is an article of one paragraph.
func OneSentence(text string) *stemma.Article {
	return &stemma.Article{ID: "a", Capture: "c", Kind: stemma.KindArticle, Text: text,
		Paragraphs: []stemma.Span{{Start: 0, End: len(text)}},
		Source:     []stemma.Source{{Span: stemma.Span{Start: 0, End: len(text)}, Range: stemma.Range{Start: 0, End: len(text)}}}}
}

// Analysed runs the finding stages over one text, as the pipeline does.
func analysedFacts(text string) (a *stemma.Article, f stemma.Facts) {
	a = OneSentence(text)
	d := lang.Analyse(text, nil)
	f.Mentions = entity.Find(a, d)
	f.Quotes = quote.Find(a, d, f.Mentions)
	f.Tellings = event.Find(a, d, f.Mentions, f.Quotes)
	return a, f
}

// EventCounts counts sentences: all, those of which some telling has the right
// type, the first telling has, and those of which a telling of the right type
// names both who acts and who is acted on.
type EventCounts struct{ All, Any, First, Both, Tellings int }

// Add adds one sentence; note, if not nil, is told of those that are wrong.
func (c *EventCounts) Add(s *EventSentence, note func(string)) {
	_, f := analysedFacts(s.Text)
	c.count(s, f.Tellings, note)
}

func (c *EventCounts) count(s *EventSentence, found []stemma.Telling, note func(string)) {
	c.All++
	c.Tellings += len(found)
	any, both := false, false
	var got []string
	for i := range found {
		t := &found[i]
		got = append(got, fmt.Sprintf("%s(%s; %s) %s", t.Kind, strings.Join(t.ActorNames, ", "), strings.Join(t.RecipientNames, ", "), t.By.Rule))
		kind, _ := t.Plover()
		if kind != s.Kind && kind != s.Also {
			continue
		}
		any = true
		all := append(append([]string(nil), t.ActorNames...), t.RecipientNames...)
		if len(s.Recipient) == 0 {
			both = both || names(s.Actors, t.ActorNames)
		} else {
			mutual := len(t.RecipientNames) == 0 && len(t.ActorNames) > 1 || t.Kind == "CONSULT" || t.Kind == "AGREE" || t.Kind == "COOPERATE"
			both = both || names(s.Actors, t.ActorNames) && names(s.Recipient, t.RecipientNames) ||
				mutual && names(s.Actors, all) && names(s.Recipient, all)
		}
	}
	if any {
		c.Any++
	}
	if len(found) > 0 && firstKind(found) == s.Kind {
		c.First++
	}
	if both {
		c.Both++
	} else if note != nil {
		note(fmt.Sprintf("%s %v -> %v | %s\n    %s", s.Kind, s.Actors, s.Recipient, s.Text, strings.Join(got, " ; ")))
	}
}

func firstKind(ts []stemma.Telling) string {
	if len(ts) == 0 {
		return ""
	}
	kind, _ := ts[0].Plover()
	return kind
}

// small are words that two phrases may share without naming the same.
var small = map[string]bool{"the": true, "and": true, "its": true, "his": true, "her": true, "their": true, "for": true, "from": true, "with": true}

// names reports whether one of got shares a word with one of want, or there is
// nothing to want.
func names(want, got []string) bool {
	if len(want) == 0 {
		return true
	}
	for _, w := range want {
		for _, g := range got {
			for _, x := range strings.Fields(strings.ToLower(w)) {
				for _, y := range strings.Fields(strings.ToLower(g)) {
					if strings.TrimSuffix(x, "'s") == strings.TrimSuffix(y, "'s") && !small[x] && (len(x) > 2 || x == "us" || x == "un" || x == "eu") {
						return true
					}
				}
			}
		}
	}
	return false
}

// PloverCard is the scorecard of events over the gold sentences and those of
// our own.
func PloverCard(gold, own []EventSentence) string {
	var c [3]EventCounts
	for i := range gold {
		c[i%2].Add(&gold[i], nil)
	}
	for i := range own {
		c[2].Add(&own[i], nil)
	}
	var b strings.Builder
	b.WriteString("Events: gold sentences of PLOVER, and of our own over the categories of CAMEO; percent of sentences.\n")
	b.WriteString("part            sentences  tellings  type found  type of the first  type and both actors\n")
	for i, name := range []string{"even, tuned on", "odd, reported", "our own, tuned"} {
		p := func(n int) float64 { return 100 * float64(n) / float64(max(1, c[i].All)) }
		fmt.Fprintf(&b, "%-14s %10d %9d %11.1f %18.1f %21.1f\n", name, c[i].All, c[i].Tellings, p(c[i].Any), p(c[i].First), p(c[i].Both))
	}
	return b.String()
}
