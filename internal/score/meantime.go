package score

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/event"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/pipeline"
	"github.com/stemma-news/stemma/internal/quote"
)

// complete is the last sentence of a MEANTIME article whose events are all
// annotated, counted from 0; the first is the title, the second the date.
const complete = 5

// MeantimeArticle is one article of MEANTIME: its words set as a text, a
// sentence a line, and the events named in it.
type MeantimeArticle struct {
	Name   string
	Text   string
	Day    time.Time
	Until  int // bytes of the text whose annotation is complete
	Events []MeantimeEvent
}

// MeantimeEvent is one mention of an event.
type MeantimeEvent struct {
	stemma.Span
	Class    string // OTHER, SPEECH_COGNITIVE, GRAMMATICAL, MIX or ""
	Instance string // the event over all articles, "" where none is given
}

// ReadMeantime reads the articles of the folder dir/corpus_*, sorted by name.
func ReadMeantime(dir string) ([]MeantimeArticle, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "corpus_*", "*.xml"))
	if err != nil {
		return nil, err
	}
	sort.Slice(paths, func(i, j int) bool { return filepath.Base(paths[i]) < filepath.Base(paths[j]) })
	var out []MeantimeArticle
	for _, p := range paths {
		a, err := readMeantime(p)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", p, err)
		}
		out = append(out, a)
	}
	return out, nil
}

func readMeantime(path string) (MeantimeArticle, error) {
	var in struct {
		Tokens []struct {
			ID       string `xml:"t_id,attr"`
			Sentence int    `xml:"sentence,attr"`
			Text     string `xml:",chardata"`
		} `xml:"token"`
		Markables struct {
			Mentions []struct {
				ID      string `xml:"m_id,attr"`
				Anchors []struct {
					ID string `xml:"t_id,attr"`
				} `xml:"token_anchor"`
			} `xml:"EVENT_MENTION"`
			Events []struct {
				ID       string `xml:"m_id,attr"`
				Class    string `xml:"class,attr"`
				Instance string `xml:"instance_id,attr"`
			} `xml:"EVENT"`
		}
		Relations struct {
			Refers []struct {
				Sources []struct {
					ID string `xml:"m_id,attr"`
				} `xml:"source"`
				Target struct {
					ID string `xml:"m_id,attr"`
				} `xml:"target"`
			} `xml:"REFERS_TO"`
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return MeantimeArticle{}, err
	}
	if err := xml.Unmarshal(b, &in); err != nil {
		return MeantimeArticle{}, err
	}
	out := MeantimeArticle{Name: strings.TrimSuffix(filepath.Base(path), ".xml")}
	var text, day strings.Builder
	at := map[string]stemma.Span{}
	sentence, glued := 0, true
	for _, t := range in.Tokens {
		if t.Sentence != sentence {
			text.WriteString("\n")
			sentence, glued = t.Sentence, true
		}
		if !glued && !strings.Contains(".,;:!?)%'", t.Text[:1]) {
			text.WriteString(" ")
		}
		s := stemma.Span{Start: text.Len()}
		text.WriteString(t.Text)
		s.End = text.Len()
		at[t.ID] = s
		glued = t.Text == "(" || t.Text == "$"
		if t.Sentence == 1 {
			day.WriteString(t.Text + " ")
		}
		if t.Sentence <= complete {
			out.Until = s.End
		}
	}
	out.Text = text.String()
	out.Day, _ = time.Parse("January 2 , 2006", strings.TrimSpace(day.String()))
	type instance struct{ class, id string }
	events := map[string]instance{}
	for _, e := range in.Markables.Events {
		events[e.ID] = instance{e.Class, e.Instance}
	}
	of := map[string]instance{}
	for _, r := range in.Relations.Refers {
		for _, s := range r.Sources {
			if e, ok := events[r.Target.ID]; ok {
				of[s.ID] = e
			}
		}
	}
	for _, m := range in.Markables.Mentions {
		if len(m.Anchors) == 0 {
			continue
		}
		e := MeantimeEvent{Span: at[m.Anchors[0].ID], Class: of[m.ID].class, Instance: of[m.ID].id}
		e.End = at[m.Anchors[len(m.Anchors)-1].ID].End
		if e.End <= out.Until {
			out.Events = append(out.Events, e)
		}
	}
	return out, nil
}

// meantimeCounts counts mentions found, and joins over all articles.
type meantimeCounts struct {
	tellings, right int // tellings, and those that are some event
	cues, rightCues int // words of saying, and those that are some event
	gold, found     int // events that are deeds, and those told
	speech, heard   int // events of saying, and those with a cue
	joins           []joinedMention
}

type joinedMention struct{ gold, got string }

// MeantimeCard is the scorecard over MEANTIME. Its events are of every kind, of
// commerce and craft above all, and not only those that PLOVER has types for.
func MeantimeCard(in []MeantimeArticle) string {
	var c [2]meantimeCounts
	input := pipeline.Input{Facts: map[string]stemma.Facts{}}
	for i := range in {
		text := in[i].Text
		a := stemma.Article{Type: "article", ID: fmt.Sprintf("a%02d", i), Capture: fmt.Sprintf("c%02d", i), Page: in[i].Name, Kind: stemma.KindArticle, Text: text, Lang: "en",
			Title: text[:strings.IndexByte(text, '\n')], Slot: "main",
			Source: []stemma.Source{{Span: stemma.Span{End: len(text)}, Range: stemma.Range{End: len(text)}}}}
		for at, line := 0, ""; at < len(text); at += len(line) + 1 {
			line, _, _ = strings.Cut(text[at:], "\n")
			a.Paragraphs = append(a.Paragraphs, stemma.Span{Start: at, End: at + len(line)})
		}
		if d := in[i].Day; !d.IsZero() {
			a.Published = &stemma.Date{From: d, Until: d.AddDate(0, 0, 1), Zone: "UTC"}
		}
		d := lang.Analyse(text, nil)
		var f stemma.Facts
		f.Mentions = entity.Find(&a, d)
		f.Quotes = quote.Find(&a, d, f.Mentions)
		f.Tellings = event.Find(&a, d, f.Mentions, f.Quotes)
		input.Captures = append(input.Captures, stemma.Capture{Type: "capture", ID: a.Capture, Page: a.Page})
		input.Articles = append(input.Articles, a)
		input.Facts[a.ID] = f
		c[i%2].mentions(&in[i], &a, &f)
	}
	r := pipeline.Resolve(input)
	of := map[string][]stemma.Telling{}
	for _, t := range r.Tellings {
		of[t.Article] = append(of[t.Article], t)
	}
	for i := range in {
		a := &input.Articles[i]
		for _, t := range of[a.ID] {
			if s, ok := trigger(a, &t); ok {
				for _, e := range in[i].Events {
					if e.Overlaps(s) && e.Instance != "" {
						c[i%2].joins = append(c[i%2].joins, joinedMention{e.Instance, string(t.Event)})
						break
					}
				}
			}
		}
	}
	var b strings.Builder
	b.WriteString("Events of MEANTIME, sentences 0 to 5, percent. Its events are of every kind; ours are of the types of PLOVER, and words of saying. Joins: B-cubed over the tellings that are one of its events.\n")
	b.WriteString("part            tellings  right  words of saying  right  deeds  told  sayings  heard  joined  precision  recall    F1\n")
	for i, name := range []string{"even, tuned on", "odd, reported"} {
		x := &c[i]
		p, q, f := bcubed(x.joins)
		pc := func(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }
		fmt.Fprintf(&b, "%-14s %9d %6.1f %16d %6.1f %6d %5.1f %8d %6.1f %7d %10.1f %7.1f %5.1f\n", name, x.tellings, pc(x.right, x.tellings), x.cues, pc(x.rightCues, x.cues),
			x.gold, pc(x.found, x.gold), x.speech, pc(x.heard, x.speech), len(x.joins), 100*p, 100*q, 100*f)
	}
	return b.String()
}

// mentions counts the mentions of one article.
func (c *meantimeCounts) mentions(in *MeantimeArticle, a *stemma.Article, f *stemma.Facts) {
	var told, cues []stemma.Span
	for i := range f.Tellings {
		if s, ok := trigger(a, &f.Tellings[i]); ok && s.End <= in.Until {
			told = append(told, s)
		}
	}
	seen := map[stemma.Span]bool{}
	for _, q := range f.Quotes {
		for _, s := range q.CueSpans {
			if s.End <= in.Until && !seen[s] {
				seen[s] = true
				cues = append(cues, s)
			}
		}
	}
	is := func(s stemma.Span) bool {
		for _, e := range in.Events {
			if e.Overlaps(s) {
				return true
			}
		}
		return false
	}
	for _, s := range told {
		c.tellings++
		if is(s) {
			c.right++
		}
	}
	for _, s := range cues {
		c.cues++
		if is(s) {
			c.rightCues++
		}
	}
	within := func(e MeantimeEvent, ss []stemma.Span) bool {
		for _, s := range ss {
			if e.Overlaps(s) {
				return true
			}
		}
		return false
	}
	for _, e := range in.Events {
		switch e.Class {
		case "SPEECH_COGNITIVE":
			c.speech++
			if within(e, cues) || within(e, told) {
				c.heard++
			}
		case "GRAMMATICAL":
		default:
			c.gold++
			if within(e, told) {
				c.found++
			}
		}
	}
}

// trigger is the word that a telling's id is of.
func trigger(a *stemma.Article, t *stemma.Telling) (stemma.Span, bool) {
	for _, c := range t.Cites {
		for _, s := range c.Spans {
			for from := s.Start; from < s.End; from++ {
				if from > s.Start && a.Text[from-1] != ' ' && a.Text[from-1] != '-' {
					continue
				}
				for to := from + 1; to <= s.End; to++ {
					if to < s.End && (a.Text[to] >= 'a' && a.Text[to] <= 'z') {
						continue
					}
					w := stemma.Span{Start: from, End: to}
					if stemma.LocalID(stemma.TellingID, a, []stemma.Span{w}) == t.ID {
						return w, true
					}
				}
			}
		}
	}
	return stemma.Span{}, false
}

// bcubed is B-cubed precision, recall and F1 of clusters against gold ones.
func bcubed(ms []joinedMention) (p, r, f float64) {
	if len(ms) == 0 {
		return 0, 0, 0
	}
	got, gold := map[string]string{}, map[string]string{}
	for i, m := range ms {
		id := fmt.Sprintf("%06d", i)
		got[id], gold[id] = m.got, m.gold
	}
	return BCubed(got, gold)
}
