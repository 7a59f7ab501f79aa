package view

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
)

// crowd makes the lines of n invented articles in stories of 20, five of a
// text, each with two quotes, two tellings and a figure.
func crowd(n int) []store.Line {
	var out []store.Line
	put := func(typ, id string, v any) {
		b, err := stemma.Encode(v)
		if err != nil {
			panic(err)
		}
		out = append(out, store.Line{ID: id, Type: typ, JSON: b})
	}
	date := func(i int) *stemma.Date {
		from := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i%300)
		return &stemma.Date{From: from, Until: from.AddDate(0, 0, 1), How: "printed", Zone: "UTC"}
	}
	var story, family, quotes, tellings []string
	for i := range n {
		c := stemma.ID(stemma.CaptureID, fmt.Sprint(i))
		put("capture", c, stemma.Capture{Type: "capture", ID: c, Page: fmt.Sprintf("p%d.txt", i), Media: "text/plain"})
		a := &stemma.Article{Type: "article", ID: stemma.NewArticleID(c, "main"), Capture: c, Kind: "article", Slot: "main", Outlet: fmt.Sprintf("Paper %d", i%97), Title: fmt.Sprintf("Ferry %d", i/20), Lang: "en", Published: date(i / 20)}
		for range 12 {
			a.Text += "The harbour council met again on the matter of the hulls and the lights on the reef, and nobody was of one mind about either of them. "
		}
		a.Paragraphs = []stemma.Span{{Start: 0, End: len(a.Text)}}
		a.Source = []stemma.Source{{Span: a.Paragraphs[0], Range: stemma.Range{Start: 0, End: len(a.Text)}}}
		put("article", a.ID, a)
		story, family = append(story, a.ID), append(family, a.ID)
		var qs [2]stemma.Quote
		for k := range qs {
			s := stemma.Span{Start: 4 + 50*k, End: 40 + 50*k}
			q := stemma.Quote{Type: "quote", Article: a.ID, Spans: []stemma.Span{s}, Text: a.Text[s.Start:s.End], Kind: "direct", Stance: "said", SpeakerText: "Ruiz", Date: date(i / 20), Chain: []stemma.Hop{{Who: "Ruiz", How: "read"}, {Who: a.Outlet, How: "credit"}}}
			q.ID = stemma.LocalID(stemma.QuoteID, a, q.Spans)
			quotes, qs[k] = append(quotes, q.ID), q
			t := stemma.Telling{Type: "telling", Article: a.ID, Cites: []stemma.Cite{a.Cite(s)}, Kind: "CONSULT", Status: "happened", Date: date(i / 20)}
			t.ID = stemma.LocalID(stemma.TellingID, a, []stemma.Span{s})
			tellings = append(tellings, t.ID)
			if len(tellings) == 4 {
				id := stemma.JoinedID(stemma.EventID, tellings)
				put("event", id, stemma.Event{Type: "event", ID: id, Kind: "CONSULT", Date: date(i / 20), Tellings: tellings, ActorNames: []string{"Ruiz"}})
				put("standing", stemma.ID(stemma.StandingID, id), stemma.Standing{Type: "standing", Of: id, URLs: 4, Publishers: 2, Families: 1})
				tellings = nil
			}
			put("telling", t.ID, t)
		}
		if len(quotes) == 4 {
			id := stemma.JoinedID(stemma.SayingID, quotes)
			s := stemma.Saying{Type: "saying", ID: id, Name: "Ruiz", Date: date(i / 20), Parts: []stemma.SayingPart{{Text: qs[0].Text}}}
			for _, q := range quotes {
				s.Parts[0].Quotes = append(s.Parts[0].Quotes, stemma.Wording{Quote: q, Same: "verbatim"})
			}
			put("saying", id, s)
			quotes = nil
		}
		for _, q := range qs {
			put("quote", q.ID, q)
		}
		if len(family) == 5 {
			id := stemma.JoinedID(stemma.FamilyID, family)
			put("family", id, stemma.Family{Type: "family", ID: id, Articles: family})
			family = nil
		}
		if len(story) == 20 {
			id := stemma.JoinedID(stemma.StoryID, story)
			put("story", id, stemma.Story{Type: "story", ID: id, Title: a.Title, Articles: story, From: date(i / 20)})
			story = nil
		}
	}
	return out
}

// crowdedStore is a record of n invented articles in a file.
func crowdedStore(t testing.TB, n int) *store.Store {
	s, err := store.Create(filepath.Join(t.TempDir(), "crowd.stemma"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := s.Write(t.Context(), func(tx *store.Tx) error { return tx.Publish("made by hand", crowd(n)) }); err != nil {
		t.Fatal(err)
	}
	return s
}

// BenchmarkViews asks the questions a page asks of a record of 10,000
// articles. The aim is under a second for the timeline.
func BenchmarkViews(b *testing.B) {
	s := crowdedStore(b, 10_000)
	ctx := b.Context()
	run := func(name string, f func(r *Reader) error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := f(Of(s)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	stories, err := Of(s).Stories(ctx)
	if err != nil {
		b.Fatal(err)
	}
	run("stories", func(r *Reader) error { _, err := r.Stories(ctx); return err })
	run("timeline", func(r *Reader) error { _, err := r.Timeline(ctx, 0, 100); return err })
	run("timeline-far", func(r *Reader) error { _, err := r.Timeline(ctx, 9_000, 100); return err })
	run("story", func(r *Reader) error { _, err := r.Story(ctx, stories[0].ID, 0); return err })
	run("sayings", func(r *Reader) error { _, _, err := r.Sayings(ctx, 0, 100); return err })
	run("families", func(r *Reader) error { _, _, err := r.Families(ctx, 0, 100); return err })
	run("pages", func(r *Reader) error { _, _, err := r.Pages(ctx, 0, 100); return err })
	run("search", func(r *Reader) error { _, err := r.Search(ctx, "harbour", 100); return err })
	run("holding", func(r *Reader) error { _, err := r.Holding(ctx); return err })
}

// TestStore asks the store what is asked of the record in memory: the answers
// are the same, to the letter.
func TestStore(t *testing.T) {
	m := load(t)
	var lines []store.Line
	for _, typ := range typeOrder {
		if err := m.Lines(t.Context(), typ, func(id string, line []byte) error {
			lines = append(lines, store.Line{ID: id, Type: typ, JSON: line})
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	s, err := store.Create(filepath.Join(t.TempDir(), "harbour.stemma"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Write(t.Context(), func(tx *store.Tx) error { return tx.Publish("made by hand", lines) }); err != nil {
		t.Fatal(err)
	}
	for _, w := range Whats {
		if w.Name == "log" || w.Name == "mentions" { // the store has them elsewhere
			continue
		}
		want, err := showText(t, m, w.Name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := showText(t, s, w.Name)
		if err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("%s: the store answers\n%s\nand the lines\n%s", w.Name, got, want)
		}
	}
}
