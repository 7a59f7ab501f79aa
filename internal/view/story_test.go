package view

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// long is a record of one story of n articles, the last by id the first by
// date; every second one descends from one text, and each names a source.
func long(t *testing.T, n int) *Memory {
	t.Helper()
	var lines strings.Builder
	put := func(v any) {
		b, err := stemma.Encode(v)
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(b, '\n'))
	}
	put(stemma.NewHeader())
	var ids, copied []string
	for i := range n {
		id := fmt.Sprintf("a%04d", i)
		from := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n-i)
		d := &stemma.Date{From: from, Until: from.AddDate(0, 0, 1), Zone: "UTC"}
		put(stemma.Article{Type: "article", ID: id, Capture: fmt.Sprintf("c%d", i/2), Kind: "article", Outlet: fmt.Sprintf("Paper %d", i%50), Lang: "en", Text: "The ferry lies in port.",
			Paragraphs: []stemma.Span{{End: 23}}, Published: d})
		put(stemma.Quote{Type: "quote", ID: fmt.Sprintf("q%04d", i), Article: id, Spans: []stemma.Span{{End: 9}}, Text: "The ferry", Kind: "direct", Saying: stemma.Ref(fmt.Sprintf("s%04d", i))})
		put(stemma.Saying{Type: "saying", ID: fmt.Sprintf("s%04d", i), Name: "Ruiz", Date: d, Parts: []stemma.SayingPart{{Text: "The ferry", Quotes: []stemma.Wording{{Quote: fmt.Sprintf("q%04d", i)}}}}})
		put(stemma.Standing{Type: "standing", Of: fmt.Sprintf("s%04d", i), URLs: 1, Publishers: 1, Families: 1, Sources: []stemma.StandingSource{{Name: fmt.Sprintf("source %d", i%30)}}})
		ids = append(ids, id)
		if i%2 == 0 {
			copied = append(copied, id)
		} else {
			put(stemma.Family{Type: "family", ID: fmt.Sprintf("f%d", i), Articles: []string{id}, Nodes: []stemma.FamilyNode{{ID: id, Article: stemma.Ref(id)}}})
		}
	}
	put(stemma.Family{Type: "family", ID: "f0", Articles: copied})
	put(stemma.Story{Type: "story", ID: "y1", Title: "The ferry", Articles: ids})
	m, err := ReadLines(strings.NewReader(lines.String()))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestLongStory holds that a story of more articles than one answer shows goes
// from the first day to the last over its pages, and that each of them counts
// the whole.
func TestLongStory(t *testing.T) {
	const n = perPage + 50
	m := long(t, n)
	var last *stemma.Date
	seen := map[string]bool{}
	for offset := 0; offset < n; offset += perPage {
		s, err := Of(m).Story(t.Context(), "y1", offset)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range s.Articles {
			if last != nil && before(last, a.Published) > 0 {
				t.Errorf("%s stands behind %s", When(a.Published), When(last))
			}
			last = a.Published
			seen[a.ID] = true
		}
		if s.Pages != n/2 || s.Publishers != 50 || s.Texts != n/2+1 || len(s.Sources) != 30 {
			t.Errorf("from %d on: %s, %d sources", offset, s.Counts(), len(s.Sources))
		}
		if want := "250 articles on 125 pages are 126 voices: the rest repeat one of them."; s.Voices() != want {
			t.Errorf("%s: want %s", s.Voices(), want)
		}
		if len(s.Sayings) != len(s.Articles) {
			t.Errorf("%d sayings of %d articles", len(s.Sayings), len(s.Articles))
		}
	}
	if len(seen) != n {
		t.Errorf("%d of %d articles are shown", len(seen), n)
	}
}

func TestVoices(t *testing.T) {
	for _, c := range []struct {
		v    voices
		want string
	}{
		{voices{"article", 2, 1, 2, false}, "2 articles on 1 page are 2 voices: none repeats another."},
		{voices{"article", 3, 2, 1, true}, "3 articles on 2 pages are 1 voice: they repeat one text."},
		{voices{"article", 3, 3, 2, true}, "3 articles on 3 pages are 2 voices: the rest repeat one of them."},
		{voices{"article", 3, 3, 3, true}, "3 articles on 3 pages are 3 voices: some repeat parts of others."},
		{voices{"post", 1, 1, 1, false}, "1 post on 1 page is 1 voice: none repeats another."},
	} {
		if got := c.v.Voices(); got != c.want {
			t.Errorf("%s: want %s", got, c.want)
		}
	}
}
