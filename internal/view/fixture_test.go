package view

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"crypto/sha256"
	"encoding/hex"

	"github.com/stemma-news/stemma"
)

var update = flag.Bool("update", false, "rewrite the committed answers")

// The invented record of a ferry aground, in ../../testdata/harbour: its pages
// are written by hand there, its lines here. Other rooms read it as lines.
const harbour = "../../testdata/harbour"

// maker makes lines by hand: it finds words in pages and counts their bytes.
type maker struct {
	t     testing.TB
	lines []made
	arts  map[string]*stemma.Article
}

type made struct {
	typ, id string
	v       any
}

var typeOrder = []string{"capture", "article", "entity", "quote", "saying", "telling", "event", "figure", "copy", "family", "story", "standing", "correction", "skip", "event_mentions"}

func (m *maker) add(typ, id string, v any) { m.lines = append(m.lines, made{typ, id, v}) }

func by(stage, rule string) stemma.Derived {
	return stemma.Derived{By: stemma.By{Stage: stage, Version: "1", Rule: rule}, Sure: 0.9, Since: 1}
}

func dayOf(s, how string) *stemma.Date {
	from, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return &stemma.Date{From: from, Until: from.AddDate(0, 0, 1), Text: s, How: how, Zone: "UTC"}
}

func monthOf(s string) *stemma.Date {
	from, err := time.Parse("2006-01", s)
	if err != nil {
		panic(err)
	}
	return &stemma.Date{From: from, Until: from.AddDate(0, 1, 0), Text: s, How: "month of the article's year", Zone: "UTC"}
}

func (m *maker) capture(page string) *stemma.Capture {
	b, err := os.ReadFile(filepath.Join(harbour, page))
	if err != nil {
		m.t.Fatal(err)
	}
	sum := sha256.Sum256(b)
	c := stemma.Capture{Type: "capture", Page: page, Grade: stemma.GradeText, SHA256: hex.EncodeToString(sum[:]), Bytes: len(b), Media: "text/plain"}
	if strings.HasSuffix(page, ".html") {
		c.Media, c.Grade = "text/html", stemma.GradeSaved
	}
	c.ID = stemma.NewCaptureID(c.SHA256, "", nil)
	m.add("capture", c.ID, c)
	return &c
}

// article reads the paragraphs, each of which stands in the page to the letter
// in this order.
func (m *maker) article(c *stemma.Capture, slot string, a stemma.Article, paragraphs ...string) *stemma.Article {
	body, _ := os.ReadFile(filepath.Join(harbour, c.Page))
	a.Type, a.Capture, a.Page, a.Slot, a.ID = "article", c.ID, c.Page, slot, stemma.NewArticleID(c.ID, slot)
	if a.Lang == "" {
		a.Lang = "en"
	}
	from := 0
	for _, p := range paragraphs {
		at := strings.Index(string(body[from:]), p)
		if at < 0 {
			m.t.Fatalf("%s: %q does not stand there", c.Page, p)
		}
		at += from
		from = at + len(p)
		if a.Text != "" {
			a.Text += "\n\n"
		}
		s := stemma.Span{Start: len(a.Text), End: len(a.Text) + len(p)}
		a.Text += p
		a.Paragraphs = append(a.Paragraphs, s)
		a.Source = append(a.Source, stemma.Source{Span: s, Range: stemma.Range{Start: at, End: at + len(p)}})
	}
	if at := strings.Index(string(body), a.Title); a.Title != "" && at >= 0 {
		a.Candidates = []stemma.Candidate{{Field: "title", Value: a.Title, Where: "line", Range: stemma.Range{Start: at, End: at + len(a.Title)}, Chosen: true, Why: "the line above the body"}}
	}
	a.Derived = by("extract", "hand")
	m.arts[slot+"@"+c.Page] = &a
	return &a
}

func (m *maker) span(a *stemma.Article, words string) stemma.Span {
	at := strings.Index(a.Text, words)
	if at < 0 {
		m.t.Fatalf("%s: %q does not stand there", a.Page, words)
	}
	return stemma.Span{Start: at, End: at + len(words)}
}

func (m *maker) quote(a *stemma.Article, words, kind, stance, speaker, speakerText string, date *stemma.Date, chain ...stemma.Hop) *stemma.Quote {
	s := m.span(a, words)
	sp := m.span(a, speakerText)
	q := &stemma.Quote{Type: "quote", Article: a.ID, Spans: []stemma.Span{s}, Text: words, Kind: kind, Stance: stance, Speaker: stemma.Ref(speaker),
		SpeakerText: speakerText, SpeakerSpans: []stemma.Span{sp}, Date: date, Chain: chain, Tier: "explicit", Derived: by("quote", "hand")}
	q.ID = stemma.LocalID(stemma.QuoteID, a, q.Spans)
	for i := range q.Chain {
		if q.Chain[i].How == stemma.HowRead {
			q.Chain[i].Cites = []stemma.Cite{a.Cite(m.span(a, q.Chain[i].Who))}
		}
	}
	return q
}

func hop(who, how string) stemma.Hop { return stemma.Hop{Who: who, How: how} }

func (m *maker) saying(speaker, name string, date *stemma.Date, parts []stemma.SayingPart, quotes ...*stemma.Quote) string {
	var ids []string
	for _, q := range quotes {
		ids = append(ids, q.ID)
	}
	id := stemma.JoinedID(stemma.SayingID, ids)
	for _, q := range quotes {
		q.Saying = stemma.Ref(id)
		m.add("quote", q.ID, *q)
	}
	m.add("saying", id, stemma.Saying{Type: "saying", ID: id, Speaker: stemma.Ref(speaker), Name: name, Date: date, Parts: parts, Derived: by("quote", "join")})
	return id
}

func (m *maker) telling(a *stemma.Article, words, kind, status, place string, date *stemma.Date, actors, recipients []string) *stemma.Telling {
	t := &stemma.Telling{Type: "telling", Article: a.ID, Cites: []stemma.Cite{a.Cite(m.span(a, words))}, Kind: kind, Status: status,
		Actors: actors, Recipients: recipients, Place: place, Date: date, Derived: by("event", "hand")}
	t.ID = stemma.LocalID(stemma.TellingID, a, t.Cites[0].Spans)
	return t
}

func (m *maker) event(e stemma.Event, tellings ...*stemma.Telling) string {
	for _, t := range tellings {
		e.Tellings = append(e.Tellings, t.ID)
		e.Cites = append(e.Cites, t.Cites...)
	}
	sort.Strings(e.Tellings)
	e.Type, e.ID, e.Kind, e.Derived = "event", stemma.JoinedID(stemma.EventID, e.Tellings), tellings[0].Kind, by("event", "join")
	e.Actors, e.Recipients = tellings[0].Actors, tellings[0].Recipients
	for _, t := range tellings {
		t.Event = stemma.Ref(e.ID)
		m.add("telling", t.ID, *t)
	}
	m.add("event", e.ID, e)
	return e.ID
}

func (m *maker) figure(a *stemma.Article, words string, f stemma.Figure) string {
	f.Type, f.Article, f.Cites, f.Derived = "figure", a.ID, []stemma.Cite{a.Cite(m.span(a, words))}, by("figure", "hand")
	f.ID = stemma.LocalID(stemma.FigureID, a, f.Cites[0].Spans)
	m.add("figure", f.ID, f)
	return f.ID
}

func (m *maker) standing(s stemma.Standing) {
	s.Type, s.Derived = "standing", by("origin", "hand")
	s.Read, s.NotAnalysed = 7, 1
	part := ""
	if s.Part != nil {
		part = fmt.Sprint(*s.Part)
	}
	m.add("standing", stemma.ID(stemma.StandingID, s.Of, part), s)
}

// write writes the lines in the order of an export.
func (m *maker) write() []byte {
	rank := map[string]int{}
	for i, t := range typeOrder {
		rank[t] = i
	}
	sort.SliceStable(m.lines, func(i, j int) bool {
		a, b := m.lines[i], m.lines[j]
		if a.typ != b.typ {
			return rank[a.typ] < rank[b.typ]
		}
		return a.id < b.id
	})
	var out strings.Builder
	put := func(v any) {
		line, err := stemma.Encode(v)
		if err != nil {
			m.t.Fatal(err)
		}
		out.Write(line)
		out.WriteByte('\n')
	}
	put(stemma.NewHeader())
	for _, l := range m.lines {
		put(l.v)
	}
	return []byte(out.String())
}

// load reads the committed record with the bytes of its pages.
func load(t testing.TB) *Memory {
	f, err := os.Open(filepath.Join(harbour, "record.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := ReadLines(f)
	if err != nil {
		t.Fatal(err)
	}
	err = each(t.Context(), m, "capture", func(id string, c *stemma.Capture) error {
		b, err := os.ReadFile(filepath.Join(harbour, c.Page))
		m.SetPayload(id, b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}
